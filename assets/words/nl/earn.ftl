### Ik heb iets verdiend

earn-title = Wat heb je verdiend?
earn-amount = Bedrag
earn-left = Daarna vandaag nog { $amount }.
earn-enough-today = Daarna is het genoeg voor vandaag.
earn-enough-month = Daarna heb je genoeg voor { $month }.
earn-counted-already = Voor vandaag verandert er niets.
earn-free-day = Je bent vandaag vrij. Dit telt gewoon mee.
earn-payer = Van wie? Mag je overslaan.
earn-search = Zoek of voeg toe
earn-add-client = “{ $name }” toevoegen
earn-who = Wie is “{ $name }”? Kies een klant hierboven, of voeg deze naam toe.
earn-label = Waarvoor? Mag je overslaan.
earn-label-name = Waarvoor
earn-label-again = { $label }, zoals vorige keer?
earn-when = Wanneer?
earn-paid = Is het al betaald?
earn-received = Al ontvangen
earn-to-get = Nog te krijgen
earn-due = verwacht { $day }

belongs-one = Van { $client } krijg je nog { $amount }. Hoort dit daarbij?
belongs-many = Van { $client } krijg je nog { $amount }. Waar hoort dit bij?
belongs-whole = Ja, helemaal
belongs-part = Ja, een deel ervan
belongs-more = Ja, en { $amount } extra
belongs-apart = Nee, apart
earn-enough-already = Het is vandaag al genoeg. Dit komt erbij.
earn-again = Dit heb je net al toegevoegd. Wil je het nog eens?
earn-add-again = Nog eens
