### Inkomsten: aanpassen, per maand, en wat je nog krijgt.

no-client = zonder klant

correct-title = Inkomsten aanpassen
correct-amount = Bedrag
correct-label = Waarvoor?
correct-client = Van wie?
correct-client-search = Zoek een klant
correct-client-none = Geen klant gevonden.
correct-client-who = Wie is “{ $name }”? Kies een klant, of maak het zoekveld leeg.
correct-earned = Wanneer verdiend?
correct-earned-none = niet ingevuld
correct-due = Wanneer verwacht?
correct-due-none = geen dag
correct-due-term = { $days ->
    [one] 1 dag later
   *[other] { $days } dagen later
}
correct-paid = Wanneer betaald?
correct-paid-none = nog niet betaald
correct-paid-earned = op { $day }
correct-today = Vandaag
correct-yesterday = Gisteren
correct-other-day = Andere dag
correct-keep = Aanpassen
correct-remove = Verwijderen

month-title = Inkomsten per dag
month-total = Samen { $amount }
month-none = In deze maand staat niets. Dat mag.
month-unpaid = nog te krijgen

get-title = Nog te krijgen
get-total = Samen { $amount }
get-since = sinds { $day }
get-none = Niemand hoeft je nog iets te betalen.
