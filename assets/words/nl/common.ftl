### Woorden die overal terugkomen.

language-name = Nederlands
spoken-amount = { $amount } euro
language-now = Taal: { $language }
language-menu = Taal kiezen

fit-top = Topper
fit-fine = Fijn
fit-watch = Opletten
fit-let-go = Afronden
fit-new = Nieuw

pot-living = Leven
pot-work = Werk
pot-taxes = Belastingen
pot-saving = Sparen

period-month = per maand
period-quarter = per kwartaal
period-year = per jaar

add = Toevoegen
not-now = Toch niet
close = Sluiten
undo = Ongedaan maken
redo = Opnieuw doen
undone = Ongedaan gemaakt: { $deed }
overtaken = { $deed }: dat is intussen weer veranderd. Het blijft zoals het nu is.
overtaken-hidden = Dat is intussen weer veranderd. Er verandert niets.

day-today = Vandaag
day-yesterday = Gisteren
day-other = Andere dag
month-earlier = Vorige maand
month-later = Volgende maand

today-becomes = Vandaag wordt dan { $amount }.
becomes = Vandaag wordt { $amount } in plaats van { $was }.
becomes-same = Vandaag blijft { $amount }.
becomes-free = Vandaag ben je dan vrij.
becomes-enough = Dan heb je genoeg voor { $month }.
becomes-still-enough = Je houdt genoeg voor { $month }.
becomes-no-day = Dan heb je het komende jaar geen werkdag.
becomes-no-week = Dan heb je geen werkdagen meer.
next-day = { $day } werk je weer: ongeveer { $amount }.
next-day-enough = { $day } werk je weer. Voor { $month } heb je al genoeg.
next-day-stays = { $day } verandert niet.
before-plan = Je plan begon op { $start }. Wat je eerder verdiende, telt niet mee voor vandaag.

amount-empty = Vul een bedrag in.
amount-not-understood = Dit is geen bedrag. Typ bijvoorbeeld 1.250 of 12,50.
amount-negative = Een bedrag kan niet onder nul zijn. Laat het minteken weg.
amount-zero = Vul een bedrag boven nul in.
amount-too-large = Dat is meer dan € 10.000.000. Typ een kleiner bedrag.
percent-not-understood = Vul een getal van 0 tot 75 in.
days-not-understood = Vul een heel getal van 0 tot 365 in.

cap-ordinary = Eén gewone dag
cap-one-and-a-half = Anderhalve gewone dag
cap-two = Twee gewone dagen
cap-three = Drie gewone dagen
cap-times = { $times } keer een gewone dag
cap-off = Geen grens

refused-day-after-today = Die dag moet nog komen. Kies vandaag of eerder.
refused-name-empty = Een klant heeft een naam nodig.
refused-gone = Dit staat niet meer in je boek.
refused-days-backwards = De laatste vrije dag ligt voor de eerste. Kies een latere dag.
refused-read-only = Je kan dit boek alleen bekijken. Er is niets veranderd.
refused-answer-first = Kies eerst wat er met dit boek moet gebeuren. Open het boek in Kleurboek.
refused-no-randomness = Je computer gaf geen toevalsgetal. Probeer het nog eens.
