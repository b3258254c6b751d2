### Wat in het boek staat, zoals het in een zin heet, en wat een andere versie ervan zegt.

field-house-name = de naam van je boek
field-house-language = de taal
field-house-fit-words = jouw woorden voor de kleuren
field-house-payment-term = de tijd om te betalen
field-plan-start = de eerste dag van je plan
field-plan-living = het bedrag om van te leven
field-plan-saving = het bedrag om te sparen
field-plan-costs = de werkkosten
field-plan-reserve = het deel voor de belastingen
field-plan-week = de werkdagen
field-plan-days-off = de vrije dagen
field-plan-extra-days = de dagen waarop je toch werkt
field-plan-holidays = de feestdagen
field-plan-struck-holidays = de feestdagen waarop je werkt
field-plan-style = het soort dagbedrag
field-plan-count-by = de dag waarop je werk telt
field-plan-cap = de grens van het dagbedrag
field-plan-rounding = de afronding van het dagbedrag
field-client-name = de naam van { $client }
field-client-people = de mensen van { $client }
field-client-address = het adres van { $client }
field-client-fit = de kleur van { $client }
field-client-gut = het gevoel bij { $client }
field-client-met = hoe je { $client } leerde kennen
field-client-notes = de notities over { $client }
field-client-archived = of { $client } in het archief zit
field-income-client = de klant van { $income }
field-income-label = de omschrijving van { $income }
field-income-amount = het bedrag van { $income }
field-income-earned = de dag van het werk voor { $income }
field-income-due = de verwachte dag van { $income }
field-income-paid = de dag van betaling van { $income }

other-version = Andere versie: { $value }
other-hidden = Andere versie (nu verborgen)
other-take = Neem deze
other-take-what = Neem deze: { $value }
other-keep = Laat zo
other-keep-what = Laat zo: { $field }
other-more = nog { $count }
other-income = { $income } heeft een andere versie.
other-look = Bekijken
other-look-what = Bekijken: { $income }
others-title = Andere versies
others-help = Dit werd op twee plaatsen aangepast. Kies wat klopt; niets gaat vanzelf weg.
others-now = Nu: { $value }
others-waiting = { $count ->
    [one] Er wacht 1 andere versie op jouw keuze.
   *[other] Er wachten { $count } andere versies op jouw keuze.
}

other-nothing = niets ingevuld
other-archived = in het archief
other-not-archived = bij je klanten
other-dutch = Nederlands
other-english = Engels
other-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
}
other-percent = { $share } procent
other-met-through = via { $client }
