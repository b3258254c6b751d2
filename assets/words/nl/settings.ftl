### settings

settings-title = Instellingen
settings-today = Vandaag: { $amount }
settings-today-free = Vandaag ben je vrij.
settings-today-enough = Je hebt genoeg voor { $month }.
settings-today-no-week = Kies je werkdagen, dan zie je hier je dagbedrag.

stepper-less = { $name }: minder
stepper-more = { $name }: meer
switch-off = Uit
switch-on = Aan

## Mijn plan
plan-title = Mijn plan
plan-living = Om van te leven
plan-living-help = Wat je elke maand nodig hebt voor jezelf.
plan-saving = Om te sparen
plan-saving-help = Wat je elke maand opzijlegt voor later.
plan-costs = Werkkosten
plan-costs-help = Wat je werk kost. Kosten per jaar of kwartaal verdelen we over de maanden.
plan-costs-sum = Samen { $amount } per maand
plan-cost-add = Kosten toevoegen
plan-cost-label = Waarvoor
plan-cost-hint = Waarvoor? Huur, verf, verzekering …
plan-cost-amount = Bedrag voor { $cost }
plan-cost-remove = { $cost } weghalen
plan-cost-unnamed = kosten zonder naam
plan-reserve = Voor de belastingen
plan-reserve-help = Het deel dat je bewaart voor de belastingen.
plan-reserve-example = Van elke { $hundred } die je overhoudt, zet je { $share } opzij.

## Mijn dagen
days-title = Mijn dagen
days-week = Werkdagen
days-week-none = Kies minstens één dag.
days-off = Vrije dagen
days-off-help = Vakantie, verlof of gewoon een dag voor jezelf.
days-off-none = Je hebt nog geen vrije dagen gepland.
days-off-add = Vrije dagen toevoegen
days-off-range = { $first } tot en met { $last }
days-off-remove = { $days } weghalen
days-off-word = Een woord erbij
days-off-word-for = Een woord bij { $days }
days-off-word-hint = Vakantie
days-off-with-past = { $count ->
    [one] Toon ook wat voorbij is
   *[other] Toon ook wat voorbij is ({ $count })
}
days-off-without-past = Toon alleen wat nog komt
days-off-first = Eerste dag
days-off-last = Laatste dag
days-off-choose = Klik op de eerste en de laatste dag.
days-off-will = Vrij: { $days }.
days-off-done = Toevoegen
days-off-cancel = Toch niet
days-extra = Dagen waarop je toch werkt
days-extra-help = Dagen die anders vrij zijn. Klik om ze weer vrij te maken.
days-extra-remove = { $day } weer vrij maken

## Feestdagen
holidays = Feestdagen
holidays-help = De feestdagen waarop je niet werkt.
holidays-none = Geen
holidays-netherlands = Nederland
holidays-belgium = België
holidays-strike = Werk je op een feestdag? Klik erop en de dag telt mee.
holiday-new-year = Nieuwjaar
holiday-good-friday = Goede Vrijdag
holiday-easter-sunday = Eerste paasdag
holiday-easter-monday = Tweede paasdag
holiday-easter-monday-belgium = Paasmaandag
holiday-kings-day = Koningsdag
holiday-labour-day = Dag van de Arbeid
holiday-liberation-day = Bevrijdingsdag
holiday-ascension = Hemelvaart
holiday-whit-sunday = Eerste pinksterdag
holiday-whit-monday = Tweede pinksterdag
holiday-whit-monday-belgium = Pinkstermaandag
holiday-belgian-national-day = Nationale feestdag
holiday-assumption = O.-L.-V.-Hemelvaart
holiday-all-saints = Allerheiligen
holiday-armistice = Wapenstilstand
holiday-christmas = Kerstmis
holiday-second-christmas-day = Tweede kerstdag

## Mijn dagbedrag
figure-title = Mijn dagbedrag
figure-style = Hoe het bedrag meebeweegt
figure-adapting = Past zich aan
figure-adapting-help = Verdien je meer, dan worden de volgende dagen lichter.
figure-steady = Blijft gelijk
figure-steady-help = Elke werkdag van de maand vraagt hetzelfde bedrag.
figure-count = Wanneer telt je werk mee?
figure-count-earned = Als ik het verdien
figure-count-earned-help = Je werk telt op de dag waarop je het verdient.
figure-count-paid = Als ik betaald word
figure-count-paid-help = Je werk telt op de dag waarop je het geld ontvangt.
figure-cap = Nooit meer dan
figure-cap-help = Zoveel gewone dagen mag één dag vragen.
figure-cap-off = Geen grens
figure-cap-off-help = Een dag kan dan veel vragen aan het einde van de maand.
figure-cap-now = Een dag vraagt deze maand nooit meer dan { $amount }.
figure-cap-steady = Bij een gelijk bedrag is deze grens niet nodig.
figure-rounding = Afgerond op
figure-rounding-help = Het dagbedrag wordt naar boven afgerond.
figure-term = Tijd om te betalen
figure-term-help = Zoveel dagen heeft een klant om te betalen.
figure-term-days = { $count ->
    [one] dag
   *[other] dagen
}

## Mijn woorden
words-title = Mijn woorden
words-help = Noem de kleuren zoals jij wil. Leeg betekent: het gewone woord.
words-hidden = De kleuren en hun woorden zijn nu verborgen.
words-for = Jouw woord voor { $colour }

## Deze computer
computer-title = Deze computer
computer-theme = Licht of donker
computer-theme-follow = Zoals de computer
computer-theme-light = Licht
computer-theme-dark = Donker
computer-text = Lettergrootte
computer-text-smaller = Kleinere letters
computer-text-larger = Grotere letters
computer-text-usual = Gewoon
computer-calm = Rustig beeld
computer-calm-help = Niets beweegt of glijdt.
computer-hidden = Verborgen starten
computer-hidden-help = Bedragen en kleuren zie je pas als je op het oog klikt.

## Mijn boek
file-title = Mijn boek
file-language = Taal
file-language-help = De taal hoort bij je boek en gaat overal mee.
file-example = Dit is een voorbeeld. Probeer gerust: hier wordt niets bewaard.
file-place = Hier staat het
file-copy-place = Kopieer waar het staat
file-copied = Gekopieerd
file-copy = Kopie
file-copy-help = Voor op een stick of een andere computer.
file-copy-button = Bewaar een kopie
file-other = Ander boek
file-other-button = Ander boek openen
file-more = Meer

## Laatste wijzigingen
changes-title = Laatste wijzigingen
changes-help = Sinds je begon, het laatste eerst.
changes-none = Er is nog niets gewijzigd sinds je begon.
changes-undone = { $deed } (ongedaan gemaakt)
changes-more = Toon wat eerder gebeurde ({ $count })

## Toetsen
keys-title = Toetsen
keys-intro = Alles kan ook zonder muis.
keys-earn = Ik heb iets verdiend
keys-earn-key = +
keys-client = Een nieuwe klant
keys-search = Een klant zoeken
keys-undo = Ongedaan maken
keys-redo = Opnieuw doen
keys-hide = Bedragen en kleuren verbergen of tonen
keys-tab = Naar het volgende; met Shift naar het vorige
keys-tab-key = Tab
keys-arrows = Van klant naar klant
keys-arrows-key = Pijltjes
keys-menu = De kleur van een klant kiezen
keys-menu-key = Shift+F10
keys-enter = Doen wat gekozen is
keys-enter-key = Enter
keys-escape = Sluiten en terug
keys-escape-key = Esc
keys-help = Dit overzicht
keys-help-key = ?
removed-title = Weggehaalde klanten
removed-row = Je ziet ze niet meer, maar je kan ze nog terughalen.
removed-look = Weggehaalde klanten bekijken
removed-help = Haal iemand terug met alle bedragen, of wis iemand voorgoed.
removed-none = Er zijn geen weggehaalde klanten meer.
removed-incomes = { $count ->
    [one] 1 bedrag, nu zonder klant
   *[other] { $count } bedragen, nu zonder klant
}
removed-back = Terughalen
removed-back-name = { $client } terughalen
removed-erase = Voorgoed wissen
removed-erase-name = { $client } voorgoed wissen
