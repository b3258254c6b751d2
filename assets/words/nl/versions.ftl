### Eerdere versies

versions-title = Eerdere versies
versions-kept = Kleurboek houdt zelf versies bij op deze computer. Je kan er altijd naar terug.
versions-look = Eerdere versies bekijken
versions-help = Klik op een versie om die te bekijken. Je boek blijft zoals het is.
versions-opening = Even openen…
versions-searching = Even zoeken…
versions-none = Er zijn nog geen eerdere versies.
versions-failed = De eerdere versies zijn niet te vinden. { $why }
versions-today = vandaag
versions-yesterday = gisteren
versions-clients = { $count ->
    [one] { $count } klant
   *[other] { $count } klanten
}
versions-picture = { $clients }, { $amount } in { $month }
versions-now = zoals nu
versions-edited = buiten Kleurboek gewijzigd
versions-beside = kopie naast je boek
versions-unreadable = Deze versie gaat niet open.

version-bar = Dit is je boek van { $day }, { $time }.
version-take-back = Deze versie terugzetten
version-back-to-now = Terug naar nu
version-same = Je boek is al zoals deze versie.

deed-version-taken-back = Versie van { $day } teruggezet
deed-older-taken = Het oudere boek genomen
deed-book-joined = Een kopie samengevoegd
