### Waarom dit bedrag?

why-title = Waarom { $amount }?
why-help = Stap voor stap. Klik op een potlood om iets aan te passen.
why-need = Dit heb je nodig in { $month }
why-first-month = Je begon op { $start }: { $days } van de { $of } werkdagen tellen mee.
why-earned = Dit heb je al verdiend, tot en met gisteren
why-left = Dan blijft over
why-divided = Gedeeld door de { $count } die er nog zijn, vandaag inbegrepen
why-divided-all = Gedeeld door alle { $count } van de maand
why-work-days = { $days ->
    [one] { $days } werkdag
   *[other] { $days } werkdagen
}
why-capped = Meer vraagt één dag niet. { $amount } past niet meer in { $month }. Dat hoeft ook niet.
why-rounded = Naar boven afgerond op { $step }
why-moved = Dit stond hier eerder vandaag
why-change = Aanpassen: { $line }
why-days-help = Klik op een dag die je vrij neemt.
why-tile-works = { $day }, werkdag
why-tile-free = { $day }, vrij
why-day-free = { $day } vrij nemen.
why-day-worked = { $day } toch werken.
why-becomes = Vandaag wordt { $amount } in plaats van { $was }.
why-becomes-free = Vandaag ben je dan vrij.
why-stays = Vandaag blijft { $amount }.
why-apply = Zo doen
why-living = Om van te leven, per maand
why-saving = Om te sparen, per maand
why-cost = Kosten voor je werk
why-reserve = Opzij voor belastingen, van wat je overhoudt
why-needs-more = Kosten toevoegen of weghalen doe je in Instellingen.
why-closing = Dit is een richtbedrag, geen boekhouding. Verdien je meer? Dan wordt je volgende werkdag lichter. Verdien je minder? Dan verdelen we de rest.
why-closing-cap = Dit is een richtbedrag, geen boekhouding. Verdien je meer? Dan wordt je volgende werkdag lichter. Verdien je minder? Dan verdelen we de rest, en nooit boven { $cap } per dag.
why-closing-steady = Dit is een richtbedrag, geen boekhouding. Het blijft de hele maand gelijk.
