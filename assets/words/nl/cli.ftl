### De opdrachtregel

cli-help = Kleurboek: één bedrag voor vandaag, en je klanten als kleurstalen.

    kleurboek [BOEK]                                  opent het venster
    kleurboek today [--on DAG] [BOEK]                 zegt wat er vandaag nodig is
    kleurboek earned BEDRAG [--client NAAM] [--on DAG] [--again] [BOEK]
                                                      voegt toe wat je verdiende
    kleurboek check BOEK                              kijkt of een boek in orde is
    kleurboek merge BOEK BOEK -o BESTAND              voegt twee versies van een boek samen
    kleurboek example BESTAND [--lang nl|en] [--years N]
                                                      schrijft het voorbeeld, of een groot boek
    kleurboek --help, kleurboek --version

  Een DAG is zoals 2026-11-21. Met --on blijft ook het venster op die dag staan.
  Zonder BOEK: het boek dat je laatst opende, of Kleurboek/Mijn kleurboek.kleurboek in je documenten.
cli-today-to-earn = { $figure } vandaag nodig · { $earned } verdiend · nog { $left }
cli-today-enough = { $figure } vandaag nodig · { $earned } verdiend · Genoeg voor vandaag
cli-today-enough-month = Genoeg voor { $month } · { $earned } verdiend vandaag
cli-today-free = Vandaag ben je vrij · { $earned } verdiend
cli-today-no-week = Kies eerst je werkdagen in Instellingen.
cli-day-to-earn = { $day }: { $figure } nodig · { $earned } verdiend · nog { $left }
cli-day-enough = { $day }: { $figure } nodig · { $earned } verdiend · Genoeg voor die dag
cli-day-enough-month = { $day }: Genoeg voor { $month } · { $earned } verdiend
cli-day-free = { $day }: vrij · { $earned } verdiend
cli-counts = { $clients ->
    [one] 1 klant
   *[other] { $clients } klanten
}, { $incomes ->
    [one] 1 bedrag
   *[other] { $incomes } bedragen
}
cli-sound = In orde: { $counts }.
cli-missing-merge = Geef twee boeken, en met -o waar het nieuwe komt.
cli-other-book = Dit zijn twee verschillende boeken. Alleen versies van hetzelfde boek kunnen samen.
cli-merged = { $file }: { $counts }. { $others ->
    [0] Er was niets te kiezen.
    [one] Eén andere versie wacht op je keuze.
   *[other] { $others } andere versies wachten op je keuze.
}
cli-no-book = Er is nog geen boek. Start kleurboek om er een te maken.
no-window = Kleurboek kan hier geen venster openen.
no-window-untouched = Je boek is niet veranderd.
no-window-screen = Er is geen scherm, of het antwoordt niet. Start Kleurboek vanaf je bureaublad.
no-window-scripts = Opdrachten werken ook zonder venster: zie kleurboek --help.
no-window-linux = Werk het stuurprogramma van je grafische kaart bij, of installeer libgl1 en libegl1.
no-window-windows = Werk het stuurprogramma van je grafische kaart bij, met Windows Update.
no-window-mac = Werk macOS bij en start je Mac opnieuw.
no-window-far = Werk je op afstand? Probeer het dan op de computer zelf.
no-window-no-log = Een logboek kon niet geschreven worden. Dit ging mis: { $why }
stopped = Kleurboek is door een fout gestopt.
stopped-safe = Je werk is veilig. Het staat er weer als je Kleurboek opent.
stopped-unsafe = Misschien ontbreekt het laatste wat je deed. Kijk dat na als je Kleurboek opent.
stopped-log = Wat er misging, staat in { $log }
cli-no-places = Je persoonlijke map is niet te vinden. Stel HOME in.
cli-bad-day = “{ $day }” is geen dag. Schrijf een dag als 2026-11-21.
cli-bad-use = Dit kent Kleurboek niet: { $what }. Zie kleurboek --help.
cli-bad-years = Vul een getal van 1 tot { $most } in bij --years.
cli-bad-language = Kies nl of en bij --lang.
cli-missing-book = Zeg welk boek: kleurboek check BOEK.
cli-missing-file = Zeg waar het voorbeeld komt: kleurboek example BESTAND.
cli-missing-amount = Zeg hoeveel: kleurboek earned BEDRAG.
cli-exists = { $file } bestaat al. Kies een andere naam.
cli-written = Geschreven: { $file }
cli-window-silent = Het venster met dit boek antwoordt niet. Er is niets gedaan; probeer het straks opnieuw.
cli-window-other-version = Het venster met dit boek is van een andere versie van Kleurboek. Sluit het eerst.
cli-window-not-understood = Het venster met dit boek is van een andere versie. Kijk daar na of het gelukt is.
cli-window-not-saved = Het venster heeft het, maar zei nog niet dat het bewaard is. Voeg het niet nog eens toe; kijk daar na.
cli-kept-for-later = Dit staat nog niet in je boek. Deze computer onthoudt het en zet het er vanzelf in. Voeg het niet nog eens toe. { $why }
cli-kept-unproven = Het is bewaard, maar of dat zo blijft, was niet na te gaan. Doe het niet nog eens. { $why }
cli-not-heard = Het is gedaan, maar het antwoord kon niet geschreven worden. { $why }
cli-earned-already = Dit heb je net al toegevoegd. Er is niets toegevoegd. Wil je het nog eens? Zet er --again bij.
cli-missing-value = Achter { $option } hoort nog iets. Zie kleurboek --help.
