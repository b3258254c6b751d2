### Waarom dit bedrag?

why-title = Waarom { $amount }?
why-title-enough = Genoeg voor { $month }
why-enough = Wat je in { $month } nodig hebt, heb je al verdiend. Vandaag hoeft er niets meer bij.
why-month-off = In { $month } werk je niet, dus er is nu geen dagbedrag.
why-month-over = In { $month } werk je niet meer.
why-no-day = Je hebt het komende jaar geen werkdag. Kies je werkdagen, of klik hieronder op een dag.
why-help = Stap voor stap. Klik op een potlood om iets aan te passen.
why-need = Dit heb je nodig in { $month }
why-first-month = { $days ->
    [one] Je begon op { $start }: 1 van de { $of } werkdagen telt mee.
   *[other] Je begon op { $start }: { $days } van de { $of } werkdagen tellen mee.
}
why-earned = Dit heb je al verdiend, tot en met gisteren
why-earned-today = Dit heb je al verdiend, tot en met vandaag
why-left = Dan blijft over
why-divided = Gedeeld door de { $count } die nog komen
why-divided-today = Gedeeld door de { $count } die er nog zijn, vandaag inbegrepen
why-divided-last = Voor de ene werkdag die nog komt
why-divided-last-today = Voor vandaag, de laatste werkdag van de maand
why-divided-all = Gedeeld door alle { $count } van de maand
why-divided-only = Voor de enige werkdag van de maand
why-work-days = { $days ->
    [one] { $days } werkdag
   *[other] { $days } werkdagen
}
why-capped = Meer vraagt één dag niet. { $amount } past niet meer in { $month }. Dat hoeft ook niet.
why-rounded = Naar boven afgerond op { $step }
why-extra = Dit is extra
why-moved = Dit stond hier eerder vandaag
why-change = Aanpassen: { $line }
why-days-help = Klik op een dag om die vrij te nemen, of om toch te werken.
why-tile-works = { $day }, werkdag
why-tile-free = { $day }, vrij
why-day-free = Je neemt { $day } vrij.
why-day-worked = Je werkt toch op { $day }.
why-apply = Zo doen
why-living = Om van te leven, per maand
why-saving = Om te sparen, per maand
why-cost = Kosten voor je werk
why-reserve = Opzij voor belastingen, van wat je overhoudt
why-needs-more = Kosten toevoegen of weghalen doe je in Instellingen.
why-closing = Dit is een richtbedrag, geen boekhouding. Verdien je meer? Dan wordt je volgende werkdag lichter. Verdien je minder? Dan verdelen we de rest.
why-closing-cap = Dit is een richtbedrag, geen boekhouding. Verdien je meer? Dan wordt je volgende werkdag lichter. Verdien je minder? Dan verdelen we de rest, en nooit boven { $cap } per dag.
why-closing-steady = Dit is een richtbedrag, geen boekhouding. Het blijft de hele maand gelijk.
why-closing-enough = Dit is een richtbedrag, geen boekhouding. Wat er nog bij komt, is extra.
