### Het bestand

file-kind = Kleurboek-bestand
open-title = Open een ander boek
open-help = Kies het bestand, of plak de plaats waar het staat.
open-path = Waar staat het bestand?
open-browse = Bladeren…
open-open = Openen
copy-title = Bewaar een kopie
copy-help = Kies waar de kopie komt, bijvoorbeeld op een USB-stick.
copy-write = Kopie bewaren
notice-copied = De kopie is gemaakt.
notice-not-copied = De kopie is niet bewaard. { $why }
notice-copy = Bewaar een kopie
notice-beside = Je bestand werd ergens anders aangepast. Jouw versie staat nu in { $file }.
notice-back-home = Je boek staat weer op zijn eigen plek: { $file }.
notice-read-only = Je kan dit boek alleen bekijken. { $why }
notice-not-opened = { $file } gaat niet open. { $why }
notice-by-hand = Dit bestand is buiten Kleurboek aangepast. Kijk even of alles klopt.

opening-book = Je boek gaat open…
recent-title = Onlangs geopend
recent-open = Open { $book } in { $folder }
recent-gone = Nu niet te vinden
recent-not-there = { $book } in { $folder } is nu niet te vinden
drop-hint = Laat los om dit boek te openen
drop-not-a-book = { $file } is geen Kleurboek-bestand. Kies een bestand dat eindigt op .kleurboek.

trouble-title = Dit boek gaat niet open
trouble-untouched = Aan het bestand is niets veranderd.
trouble-again = Probeer opnieuw
trouble-copy-help = Er is een kopie van de laatste keer dat alles goed was. We zetten ze naast dit bestand.
trouble-copy = Open de laatste goede kopie

not-saved-title = Nog niet alles is bewaard
not-saved-help = Bewaar een kopie op een andere plaats. Daarna kan je gerust sluiten.
not-saved-close = Sluiten zonder bewaren

problem-disk-full = De schijf is vol. Maak wat plaats vrij.
problem-no-permission = Je mag hier niet lezen of schrijven. Kies een map van jezelf.
problem-read-only-place = Op deze plaats kan je alleen lezen. Kies een andere map.
problem-read-only-file = Dit bestand staat op alleen-lezen. Zet dat af, of bewaar een kopie elders.
problem-not-found = Het bestand is er niet meer. Zet het terug, of kies een andere plaats.
problem-folder-gone = De map is onbereikbaar. Sluit de schijf of het netwerk weer aan.
problem-link-to-nothing = Deze snelkoppeling leidt nergens meer heen. Zoek het boek zelf en open dat.
problem-is-a-folder = Dit is een map. Kies een bestand.
problem-not-a-file = Dit is geen gewoon bestand. Kies een ander.
problem-being-written = Een ander programma schrijft nog in dit bestand. Wacht even en probeer opnieuw.
problem-too-large = Dit bestand is te groot voor een Kleurboek.
problem-not-text = Dit bestand is geen tekst, en dus geen Kleurboek.
problem-not-a-book = Op regel { $line }, teken { $column } klopt iets niet: { $why }
problem-newer = Dit boek komt van een nieuwere versie (bestandsformaat { $needs }). Installeer eerst de nieuwe versie.
problem-unknown-field = Regel { $line } bevat “{ $field }”. Deze versie van Kleurboek kent dat niet.
problem-bad-record = Op regel { $line } staat iets dat niet kan: { $what }
problem-held = Een ander programma houdt het bestand vast. Sluit dat programma.
problem-replace-refused = Op deze plaats kan je boek niet veilig bewaard worden. Kies een andere map.
problem-locked = Dit boek is al open in een ander venster. Sluit dat eerst.
problem-is-the-open-book = Dit is je boek zelf. Kies een andere naam voor de kopie.
problem-exists = Daar staat al een bestand met die naam. Kies een andere naam.
problem-read-back = Wat op de schijf staat is niet wat we schreven. Kies een andere schijf.
problem-no-answer = De schijf antwoordt nog niet. Wacht even; het boek opent vanzelf.
problem-would-lose = { $records ->
    [one] Er zou iets verdwijnen dat je niet wegdeed. Open het boek opnieuw.
   *[other] Er zouden { $records } gegevens verdwijnen die je niet wegdeed. Open het boek opnieuw.
}
problem-other = Er ging iets mis ({ $why }). Probeer opnieuw, of kies een andere plaats.

### Gered en samengevoegd

summary-more-clients = { $count ->
    [one] nog een klant
   *[other] nog { $count } klanten
}
summary-incomes = { $count ->
    [one] een bedrag
   *[other] { $count } bedragen
}
summary-plan = je plan
summary-house = je instellingen
summary-and = { $first } en { $last }
rescued-title = Je laatste werk is gered
rescued-help = Kleurboek stopte de vorige keer onverwacht. Dit staat weer in je boek:
rescued-go-on = Verder
notice-older = Het bestand was een oudere versie. Dit staat er weer in: { $what }.
notice-merged = Ook ergens anders gewijzigd, en nu samengevoegd: { $what }.
notice-waiting = { $count ->
    [one] Een andere versie wacht op je keuze.
   *[other] { $count } andere versies wachten op je keuze.
}
asked-title = Een andere versie mist veel
asked-help = In een andere versie van je boek { $gone ->
    [one] ontbreekt een gegeven.
   *[other] ontbreken { $gone } gegevens.
}
asked-choice = Heb je die zelf weggedaan? Hou anders alles.
asked-keep = Alles houden
asked-drop = Ook hier wegdoen
