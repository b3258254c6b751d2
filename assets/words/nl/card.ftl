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
card-remove-help = Wat je bij deze klant verdiende, blijft staan, zonder klant.

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
card-gut = Hoe voelt deze klant?
card-feeling-hidden = Kleur en gevoel zijn nu verborgen.
gut-heavy = zwaar
gut-chafing = wringt
gut-ordinary = gewoon
gut-good = goed
gut-delightful = heerlijk

card-money = Geld
card-to-get = Nog te krijgen
card-earn = Inkomsten
card-earn-said = Inkomsten toevoegen
card-money-none = Hier komt wat je bij deze klant verdient.
card-money-all = Toon alle { $count }
card-is-paid = Ik kreeg dit
card-is-paid-what = Ik kreeg dit: { $what }
card-received = ontvangen op { $day }
card-expected = verwacht op { $day }
card-since = verdiend op { $day }
card-days-ago = { $days ->
    [1] gisteren
    [2] eergisteren
   *[other] { $days } dagen geleden
}
card-months-ago = { $months } maanden geleden
card-years-ago = { $years } jaar geleden

card-notes = Notities
card-notes-said = Notities over { $client }
card-notes-hint = Wat wil je onthouden?
card-notes-hidden = De notities zijn nu verborgen.
card-met = Hoe kwamen we bij elkaar?
card-met-none = Nog niet genoteerd.
card-met-add = Noteren
card-met-change = Veranderen
card-met-clear = Wissen
card-met-search = Via welke klant?
card-met-words = Of in je eigen woorden

card-export = Alles over deze klant bewaren…
export-sheet = Alles over { $client }
export-help = Een leesbaar bestand met alles wat hier over deze klant staat.
export-write = Bewaren
export-done = Alles over { $client } is bewaard.
export-failed = Dit is niet bewaard. { $why }
export-file-kind = Tekst
export-title = Alles over { $client }
export-made = Zo stond het in Kleurboek op { $day }.
export-name = Naam: { $value }
export-since = Klant sinds: { $day }
export-people = Mensen:
export-address = Adres:
export-colour = Kleur: { $value }
export-gut = Hoe het voelt: { $value }
export-met = Hoe we bij elkaar kwamen: { $value }
export-archived = Plaats: { $value }
export-notes = Notities:
export-money = Inkomsten:
export-money-none = nog geen
export-sum = Samen { $paid } ontvangen, { $get } nog te krijgen
export-earned = verdiend op { $day }
export-due = verwacht op { $day }
export-paid = ontvangen op { $day }
export-others = Andere versies, die nog op een keuze wachten:
export-brought = Klanten die via deze klant kwamen:
export-removed = Weggehaalde inkomsten, die nog in het boek staan:

card-erase = Voorgoed wissen…
erase-title = { $client } voorgoed wissen?
erase-goes = Dit gaat weg: naam, mensen, adres, notities, kleur en gevoel.
erase-goes-everywhere = Ook uit de eerdere versies op deze computer.
erase-copies = Kopieën die je zelf maakte, blijven zoals ze zijn.
erase-stays = Dit blijft: de bedragen en hun dagen, zonder naam of omschrijving.
erase-no-undo = Je kan dit niet ongedaan maken.
erase-do = Voorgoed wissen
erase-done = { $client } is voorgoed gewist.
erase-still-in = { $client } staat nog in een kopie van je boek: { $file }. Wis de klant daar ook.
erase-open-copy = Open die kopie
erase-not-everywhere = { $client } staat nog in een eerdere versie. Kleurboek probeert het bij de volgende start opnieuw.
erase-not-everywhere-still = Iemand die je wiste, staat nog in een eerdere versie. Kleurboek probeert het bij de volgende start opnieuw.

add-client-title = Nieuwe klant
add-client-name = Hoe heet je klant?
add-client-hint = Een naam is genoeg
add-client-add = Toevoegen
add-client-still = Toch toevoegen
add-client-empty = Vul eerst een naam in.
add-client-known = { $name } staat al bij je klanten. Bedoel je deze?
