### Wat er gebeurd is

deed-income-added = { $amount } toegevoegd
deed-income-added-from = { $amount } van { $client } toegevoegd
deed-income-corrected = { $amount } aangepast
deed-income-corrected-from = { $amount } van { $client } aangepast
deed-income-removed = { $amount } weggehaald
deed-income-removed-from = { $amount } van { $client } weggehaald
deed-income-paid = { $amount } ontvangen
deed-income-paid-from = { $amount } van { $client } ontvangen
deed-client-added = { $client } toegevoegd
deed-client-renamed = Naam aangepast: { $client }
deed-client-changed = { $client } aangepast
deed-notes-changed = Notities van { $client } aangepast
deed-colour-changed = { $client } is nu { $colour }
deed-client-archived = { $client } naar het archief
deed-client-taken-back = { $client } terug uit het archief
deed-client-removed = { $client } weggehaald
deed-plan-changed = Plan aangepast
deed-week-changed = Werkdagen aangepast
deed-days-off-changed = Vrije dagen aangepast
deed-holidays-changed = Feestdagen aangepast
deed-day-free = { $day } vrij
deed-day-worked = { $day } is een werkdag
deed-language-changed = Taal aangepast
deed-words-changed = Woorden aangepast
deed-term-changed = Betaaltermijn aangepast
deed-edited-by-hand = Het bestand is buiten Kleurboek gewijzigd
