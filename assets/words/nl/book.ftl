### Het bestand

file-kind = Kleurboek
open-title = Open een ander boek
open-help = Kies het boek, of plak waar het staat.
open-path = Waar staat het boek?
open-browse = Bladeren…
open-open = Openen
copy-title = Bewaar een kopie
copy-help = Kies waar de kopie komt, bijvoorbeeld op een USB-stick.
copy-path = Waar komt het te staan?
copy-write = Kopie bewaren
notice-copied = De kopie is gemaakt.
notice-not-copied = De kopie is niet bewaard. { $why }
notice-copy = Bewaar een kopie
notice-beside = Je boek werd ergens anders gewijzigd. Wat jij hier deed, staat nu in { $file }.
notice-back-home = Je boek staat weer op zijn eigen plek: { $file }.
notice-read-only = Je kan dit boek alleen bekijken. { $why }
notice-not-opened = { $file } gaat niet open. { $why }
notice-by-hand = Je boek is buiten Kleurboek gewijzigd. Kijk even of alles klopt.

opening-book = Je boek gaat open…
recent-title = Onlangs geopend
recent-open = Open { $book } in { $folder }
recent-gone = Nu niet te vinden
recent-not-there = { $book } in { $folder } is nu niet te vinden
drop-hint = Laat los om dit boek te openen
drop-not-a-book = { $file } is geen Kleurboek. Kies een bestand dat eindigt op .kleurboek.

trouble-name = Over je boek
trouble-title = Dit boek gaat niet open
trouble-untouched = Het boek zelf bleef zoals het was.
trouble-details = Wat is er precies mis?
trouble-again = Probeer opnieuw
trouble-copy-help = Er is een kopie van de laatste keer dat alles goed was. Die komt naast dit boek te staan.
trouble-copy = Open de laatste goede kopie
trouble-new = Begin een nieuw boek

not-saved-title = Nog niet alles is bewaard
not-saved-help = Bewaar een kopie op een andere plaats. Daarna kan je gerust sluiten.
not-saved-close = Sluiten zonder bewaren
not-saved-kept = Deze computer onthoudt wat je deed. Het staat er weer als je dit boek hier opent.
not-saved-close-kept = Toch sluiten

problem-disk-full = De schijf is vol. Maak wat plaats vrij.
problem-file-limit = Je computer laat zo’n groot bestand niet toe. Verhoog de grens (ulimit -f).
problem-no-permission = Je mag hier niet lezen of schrijven. Kies een map van jezelf.
problem-read-only-place = Op deze plaats kan je alleen lezen. Kies een andere map.
problem-read-only-file = Dit bestand staat op alleen-lezen. Zet dat uit, of bewaar elders een kopie.
problem-not-found = Dit boek is er niet meer. Zet het terug, of kies een andere plaats.
problem-folder-gone = De map is onbereikbaar. Sluit de schijf of het netwerk weer aan.
problem-link-to-nothing = Deze snelkoppeling leidt nergens meer heen. Zoek het boek zelf en open dat.
problem-is-a-folder = Dit is een map. Kies een bestand.
problem-not-a-file = Dit is geen gewoon bestand. Kies een ander.
problem-being-written = Een ander programma schrijft nog in dit bestand. Wacht even en probeer opnieuw.
problem-too-large = Dit bestand is te groot voor een Kleurboek.
problem-not-text = Dit bestand is geen tekst, en dus geen Kleurboek.
problem-foreign = Dit bestand is geen Kleurboek.
problem-damaged = Dit boek is beschadigd, op regel { $line }.
problem-damaged-somewhere = Dit boek is beschadigd.
problem-empty = Dit bestand is leeg. Zet een eerdere versie terug.
problem-not-a-book = Op regel { $line } klopt iets niet. { $wanted }
problem-wrong-line = Op regel { $line } staat “{ $found }”. { $wanted }
problem-own-place = Kleurboek kan zijn eigen plek { $place } niet gebruiken. { $why }
wanted-whole = Schrijf daar een geheel getal.
wanted-cents = Schrijf hele centen: 1250 is € 12,50.
wanted-within = Schrijf daar een geheel getal van { $low } tot { $high }.
wanted-cents-within = Schrijf hele centen, van { $low } tot { $high }.
wanted-day = Schrijf daar een dag, zoals "2026-11-24".
wanted-id = Schrijf daar een id uit dit boek: 16 cijfers of letters tot f.
wanted-text = Zet de tekst tussen rechte aanhalingstekens.
wanted-yes-or-no = Schrijf true (ja) of false (nee).
wanted-one-of = Kies een van deze woorden: { $words }.
wanted-field = Daar ontbreekt “{ $field }”.
wanted-once = “{ $field }” staat er twee keer.
wanted-mark = Daar hoort “{ $mark }” te staan.
wanted-more = Het bestand houdt te vroeg op: er ontbreekt een haakje of aanhalingsteken.
wanted-order = De laatste dag ligt voor de eerste.
wanted-fewer = Er staan te veel lege gegevens in dit bestand.
wanted-shallower = Er staan te veel haakjes in elkaar.
wanted-as-it-was = Zet die regel terug zoals die was.
problem-newer = Dit boek komt van een nieuwere versie (bestandsformaat { $needs }). Installeer eerst de nieuwe versie.
problem-unknown-field = Regel { $line } bevat “{ $field }”. Deze versie van Kleurboek kent dat niet.
problem-held = Een ander programma houdt het bestand vast. Sluit dat programma.
problem-replace-refused = Je boek kan hier niet veilig bewaard worden. Kies een andere map.
problem-locked = Dit boek is al open in een ander venster. Sluit dat eerst.
problem-is-the-open-book = Dit is je boek zelf. Kies een andere naam voor de kopie.
problem-edited-by-hand = Dit boek is buiten Kleurboek gewijzigd. Er is niets bewaard. Open het in Kleurboek. Daar kies je wat er blijft.
problem-exists = Daar staat al een bestand met die naam. Kies een andere naam.
problem-another-book = Dat is een ander boek, geen kopie van dit boek. Kies een kopie van dit boek.
problem-read-back = Wat op de schijf staat, is niet wat we schreven. Kies een andere schijf.
problem-no-answer = De schijf antwoordt nog niet. Wacht even; het boek gaat vanzelf open.
problem-would-lose = { $records ->
    [one] Er zou iets verdwijnen dat je niet weghaalde. Open het boek opnieuw.
   *[other] Er zouden { $records } gegevens verdwijnen die je niet weghaalde. Open het boek opnieuw.
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
summary-removed = { $client } (weggehaald)
rescued-title = Je laatste werk is gered
rescued-help = Kleurboek stopte de vorige keer onverwacht. Dit staat weer in je boek:
rescued-go-on = Verder
notice-also-at = Hetzelfde boek staat ook in { $file }. De twee staan los van elkaar: wat je hier doet, zie je daar niet.
notice-older-replaced = Er stond een ouder boek op de plaats van het jouwe. Jouw boek staat er weer; het oudere vind je bij Eerdere versies.
notice-merged = Ook ergens anders gewijzigd, en nu samengevoegd: { $what }.
notice-to-bin = { $count ->
    [one] De kopie naast je boek is overbodig, en ligt in de prullenbak.
   *[other] De { $count } kopieën naast je boek zijn overbodig, en liggen in de prullenbak.
}
notice-stayed = { $count ->
    [one] De kopie naast je boek is overbodig, maar mag blijven liggen.
   *[other] De { $count } kopieën naast je boek zijn overbodig, maar mogen blijven liggen.
}
notice-waiting = { $count ->
    [one] Een andere versie wacht op je keuze.
   *[other] { $count } andere versies wachten op je keuze.
}
asked-title = Een andere versie mist veel
asked-help = In een andere versie van je boek { $gone ->
    [one] ontbreekt een gegeven.
   *[other] ontbreken { $gone } gegevens.
}
asked-choice = Heb je dat zelf weggehaald? Zo niet, hou dan alles.
asked-keep = Alles houden
asked-drop = Ook hier weghalen
### Een ouder boek, en kopieën

older-title = Een ouder boek
older-help = Dit boek is ouder dan wat je hier het laatst had: { $what }.
older-promise = Er verandert niets tot je kiest. Wat je niet neemt, blijft bij Eerdere versies.
older-join = Voeg samen
older-take = Neem dit oudere
older-look = Bekijk ze allebei
older-bar = Dit is het oudere boek.
older-last-bar = Dit had je hier het laatst.
older-choose = Kies
older-look-last = Bekijk wat je het laatst had
older-look-older = Bekijk het oudere
older-joined = Samengevoegd. Je boek is weer zoals je het hier het laatst had.
older-taken = Dit boek is ouder dan wat je hier het laatst had: { $what }. Het is genomen zoals het is. Wat je het laatst had, staat bij Eerdere versies.
cli-older = Dit boek is ouder dan wat je hier het laatst had: { $what }. Kies in het venster van Kleurboek wat ermee moet gebeuren.
by-hand-title = Je boek is buiten Kleurboek gewijzigd
by-hand-help = Dit is anders dan wat Kleurboek het laatst bewaarde:
by-hand-unknown = Kleurboek heeft hier geen eerdere versie om mee te vergelijken. Kijk even of alles klopt.
by-hand-promise = Er verandert niets tot je kiest. Wat je niet neemt, blijft bij Eerdere versies.
by-hand-look = Eerst kijken
by-hand-take = Neem over
by-hand-put-back = Zet terug
by-hand-go-on = Ga hiermee verder
by-hand-bar = Zo staat je boek nu in het bestand.
by-hand-last-bar = Zo was je boek voor de wijziging.
by-hand-look-last = Bekijk hoe het was
by-hand-look-file = Bekijk hoe het nu is
by-hand-is-back = Teruggezet. De gewijzigde versie vind je bij Eerdere versies.
by-hand-is-taken = Kleurboek gaat verder met wat er in het bestand staat.
difference-other = { $what }: { $then } is nu { $now }
difference-text = { $what }: anders
difference-new = Nieuw: { $what }
difference-gone = Weg: { $what }
difference-more = { $count ->
    [one] En nog 1 verschil.
   *[other] En nog { $count } verschillen.
}
beside-clients-less = { $count ->
    [one] 1 klant minder
   *[other] { $count } klanten minder
}
beside-clients-more = { $count ->
    [one] 1 klant meer
   *[other] { $count } klanten meer
}
beside-clients-other = { $count ->
    [one] 1 klant anders
   *[other] { $count } klanten anders
}
beside-incomes-less = { $count ->
    [one] 1 bedrag minder
   *[other] { $count } bedragen minder
}
beside-incomes-more = { $count ->
    [one] 1 bedrag meer
   *[other] { $count } bedragen meer
}
beside-incomes-other = { $count ->
    [one] 1 bedrag anders
   *[other] { $count } bedragen anders
}
beside-plan = een ander plan
beside-house = andere instellingen
beside-details = alleen kleine verschillen
join-title = Een kopie samenvoegen
join-row-help = Een kopie staat los van je boek. Breng hier samen wat erin staat.
join-button = Kies een kopie
join-help = Kies een kopie van dit boek, of plak waar die staat.
join-read = Kijk wat erin staat
join-what = Dit verandert hier door het samenvoegen: { $what }.
join-promise = De kopie zelf blijft zoals die is. Je kan dit ongedaan maken.
join-do = Voeg samen
join-nothing = In die kopie staat niets dat je hier nog niet hebt.
join-failed = Niet samengevoegd. { $why }
