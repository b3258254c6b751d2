### De kaart van een klant.

card-done = Klaar
card-more = Meer

card-name = Naam
card-name-empty = Een klant heeft een naam nodig. De oude blijft staan.
card-rename = Naam veranderen: { $name }

card-archive = Archiveren
card-archived = Deze klant zit in het archief.
card-take-back = Uit het archief halen
card-remove = Verwijderen
card-remove-help = Wat je van deze klant verdiende, blijft staan, zonder klant.

card-people = Mensen
card-people-none = Nog geen telefoonnummer of e-mailadres.
card-people-add = Mensen en adres invullen
card-people-edit = Mensen en adres aanpassen
card-person-name = Naam
card-person-phone = Telefoon
card-person-email = E-mail
card-person-add = Nog iemand
card-person-remove = Weghalen: { $name }
card-address = Adres
card-copy = Kopiëren: { $text }
card-copied = gekopieerd

card-colour = Kleur
card-gut = Hoe voelt dit, voor jou?
card-feeling-hidden = Kleur en gevoel zijn nu verborgen.
gut-heavy = zwaar
gut-chafing = wringt
gut-ordinary = gewoon
gut-good = goed
gut-delightful = heerlijk

card-money = Geld
card-to-get = Nog te krijgen
card-earn = Inkomsten
card-money-none = Hier komt wat je voor deze klant verdient.
card-money-all = Toon alle { $count }
card-is-paid = Is betaald
card-is-paid-what = Is betaald: { $what }
card-received = ontvangen
card-expected = verwacht op { $day }
card-since = verdiend op { $day }
card-days-ago = { $days ->
    [1] gisteren
    [2] eergisteren
   *[other] { $days } dagen geleden
}

card-notes = Notities
card-notes-hint = Wat wil je onthouden?
card-met = Hoe kwamen we bij elkaar?
card-met-none = Dat weet alleen jij nog.
card-met-add = Noteren
card-met-change = Veranderen
card-met-clear = Wissen
card-met-search = Via welke klant?
card-met-words = Of in je eigen woorden

add-client-title = Nieuwe klant
add-client-name = Hoe heet je klant?
add-client-hint = Een naam is genoeg
add-client-add = Toevoegen
add-client-still = Toch toevoegen
add-client-empty = Vul eerst een naam in.
add-client-known = { $name } staat al bij je klanten. Bedoel je deze?
