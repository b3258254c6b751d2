### De eerste vijf minuten

welcome-name = Welkom
welcome-title = Welkom! Drie vragen en je weet je dagbedrag.
welcome-help = Ruw geschat is goed genoeg. Je kan alles later aanpassen.
welcome-one = 1 van 3
welcome-two = 2 van 3
welcome-three = 3 van 3
welcome-living = Hoeveel heb je per maand nodig om van te leven?
welcome-living-help = Huur, eten, plezier. Alles samen.
welcome-costs = Hoeveel kosten heb je per maand voor je werk?
welcome-costs-help = Atelier, materiaal, verzekering.
welcome-days = Op welke dagen werk je?
welcome-days-help = Klik de dagen aan.
welcome-no-days = Kies minstens één dag.
welcome-figure = per werkdag: dat is je dagbedrag. We rekenen vanaf vandaag.
welcome-reserve = Van wat je overhoudt, zetten we 30% opzij voor de belastingen. Dat kan je later aanpassen.
welcome-begin = Aan de slag
welcome-example = Eerst rondkijken in een voorbeeld
welcome-open = Ik heb al een Kleurboek
first-cost = Kosten voor mijn werk
