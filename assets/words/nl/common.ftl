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

day-today = Vandaag
day-yesterday = Gisteren
day-other = Andere dag
month-earlier = Vorige maand
month-later = Volgende maand

today-becomes = Vandaag wordt dan { $amount }.

amount-empty = Vul een bedrag in.
amount-not-understood = Dit begrijp ik niet als bedrag. Typ bijvoorbeeld 1.250 of 12,50.
amount-negative = Een bedrag kan niet onder nul zijn. Laat het minteken weg.
amount-zero = Vul een bedrag boven nul in.
amount-too-large = Dat is meer dan € 10.000.000. Typ een kleiner bedrag.
percent-not-understood = Vul een getal van 0 tot 75 in.

cap-ordinary = Niet meer dan een gewone dag
cap-one-and-a-half = Anderhalve gewone dag
cap-two = Twee gewone dagen
cap-three = Drie gewone dagen
cap-off = Geen grens

refused-day-after-today = Die dag moet nog komen. Kies vandaag of eerder.
refused-name-empty = Een klant heeft een naam nodig.
refused-gone = Dit staat niet meer in je boek.
refused-days-backwards = De laatste vrije dag ligt voor de eerste. Kies een latere dag.
refused-read-only = Je kan dit boek alleen bekijken. Er is niets veranderd.
refused-no-randomness = Je computer gaf geen toevalsgetal. Probeer het nog eens.
