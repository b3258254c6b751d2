; The installer: for the person who is logged in, without an administrator. Made by `package`, which gives VERSION,
; NUMBERS (four of them), FILES (the folder to install), REMOVAL (what takes those files away), KIBIBYTES, ICON,
; SIDE (the picture at the left) and OUT.

; 64-bit like the program; so a Wine without 32 bits runs it as well.
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh

!define CLASSES "Software\Classes"
!define PROGID "Kleurboek.Book"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kleurboek"

Name "Kleurboek"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Kleurboek"
; An update goes where the earlier version is.
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "Kleurboek ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Kleurboek"
VIAddVersionKey "FileDescription" "Kleurboek"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT OR Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(READY_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(READY_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\kleurboek.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(READY_RUN)"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(REMOVE_TEXT)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; English is first: it is for everybody whose Windows does not speak Dutch.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Dutch"

LangString WELCOME_TITLE ${LANG_DUTCH} "Kleurboek installeren"
LangString WELCOME_TITLE ${LANG_ENGLISH} "Install Kleurboek"
LangString WELCOME_TEXT ${LANG_DUTCH} "Kleurboek komt alleen in jouw account. Een wachtwoord van een beheerder is niet nodig.$\r$\n$\r$\nStaat er al een Kleurboek? Dan komt deze versie in de plaats. Aan je boeken verandert niets."
LangString WELCOME_TEXT ${LANG_ENGLISH} "Kleurboek is installed for your account only. You need no administrator's password.$\r$\n$\r$\nIs there a Kleurboek already? Then this version takes its place. Nothing in your books changes."
LangString READY_TITLE ${LANG_DUTCH} "Kleurboek staat klaar"
LangString READY_TITLE ${LANG_ENGLISH} "Kleurboek is ready"
LangString READY_TEXT ${LANG_DUTCH} "Je vindt Kleurboek in het menu Start. Dubbelklik op een Kleurboek-bestand om het te openen."
LangString READY_TEXT ${LANG_ENGLISH} "You find Kleurboek in the Start menu. Double-click a Kleurboek file to open it."
LangString READY_RUN ${LANG_DUTCH} "Kleurboek nu openen"
LangString READY_RUN ${LANG_ENGLISH} "Open Kleurboek now"
LangString IS_OPEN ${LANG_DUTCH} "Kleurboek is nog open. Sluit het venster en klik op Opnieuw."
LangString IS_OPEN ${LANG_ENGLISH} "Kleurboek is still open. Close its window and click Retry."
LangString REMOVE_TEXT ${LANG_DUTCH} "Kleurboek gaat weg van deze computer. Je boeken blijven waar ze staan."
LangString REMOVE_TEXT ${LANG_ENGLISH} "Kleurboek will be removed from this computer. Your books stay where they are."
LangString BOOK ${LANG_DUTCH} "Kleurboek-bestand"
LangString BOOK ${LANG_ENGLISH} "Kleurboek file"

; A program that runs cannot be written to. Silently it ends with 2 instead of asking.
!macro WAIT_UNTIL_CLOSED un
  Function ${un}WaitUntilClosed
    again:
      IfFileExists "$INSTDIR\kleurboek.exe" 0 closed
      ClearErrors
      FileOpen $0 "$INSTDIR\kleurboek.exe" a
      IfErrors open
      FileClose $0
      Goto closed
    open:
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    closed:
  FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; Tells Explorer that icons and programs for files have changed.
!macro TELL_EXPLORER
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
!macroend

Section
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  File /r "${FILES}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Kleurboek.lnk" "$INSTDIR\kleurboek.exe"

  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(BOOK)"
  ; The second icon in the program is that of a book.
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\kleurboek.exe,-2"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\kleurboek.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.kleurboek" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.kleurboek\OpenWithProgids" "${PROGID}" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Kleurboek"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\kleurboek.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Kleurboek"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TELL_EXPLORER
SectionEnd

; Takes away what was installed, by name: a book somebody put in this folder stays, and the folder with it.
Section Uninstall
  Call un.WaitUntilClosed
  !include "${REMOVAL}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Kleurboek.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\.kleurboek" ""
  StrCmp $0 "${PROGID}" 0 +2
    DeleteRegValue HKCU "${CLASSES}\.kleurboek" ""
  DeleteRegValue HKCU "${CLASSES}\.kleurboek\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.kleurboek\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.kleurboek"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_EXPLORER
SectionEnd
