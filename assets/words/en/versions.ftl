### Earlier versions

versions-title = Earlier versions
versions-kept = Kleurboek keeps versions on this computer for you. You can always go back to one.
versions-look = Look at earlier versions
versions-help = Click a version to look at it. Your book stays as it is.
versions-opening = Opening…
versions-searching = Searching…
versions-none = There are no earlier versions yet.
versions-failed = The earlier versions can’t be found. { $why }
versions-today = today
versions-yesterday = yesterday
versions-clients = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
versions-picture = { $clients }, { $amount } in { $month }
versions-now = as it is now
versions-edited = changed outside Kleurboek
versions-beside = copy beside your book
versions-unreadable = This version won’t open.

version-bar = This is your book as of { $day }, { $time }.
version-take-back = Go back to this version
version-back-to-now = Back to now
version-same = Your book is already the same as this version.

deed-version-taken-back = Went back to the version of { $day }
deed-older-taken = The older book taken
deed-book-joined = A copy merged
