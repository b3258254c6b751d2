### A client's card.

card-done = Done
card-more = More

card-name = Name
card-name-empty = A client needs a name. The old one stays.
card-rename = Change the name: { $name }

card-archive = Archive
card-archived = This client is in the archive.
card-take-back = Take out of the archive
card-remove = Remove
card-remove-help = What you earned from this client stays, without a client.

card-people = People
card-people-none = No phone number or e-mail address yet.
card-people-add = Add people and an address
card-people-edit = Change people and address
card-person-name = Name
card-person-phone = Phone
card-person-email = E-mail
card-person-add = Add someone else
card-person-remove = Remove: { $name }
card-address = Address
card-copy = Copy: { $text }
card-copied = copied

card-colour = Colour
card-gut = How does this client feel to you?
card-feeling-hidden = Colour and feeling are hidden for now.
gut-heavy = heavy
gut-chafing = uneasy
gut-ordinary = ordinary
gut-good = good
gut-delightful = lovely

card-money = Money
card-to-get = Still owed to you
card-earn = Income
card-earn-said = Add income
card-money-none = What you earn from this client will appear here.
card-money-all = Show all { $count }
card-is-paid = I received this
card-is-paid-what = I received this: { $what }
card-received = received on { $day }
card-expected = expected on { $day }
card-since = earned on { $day }
card-days-ago = { $days ->
    [1] yesterday
   *[other] { $days } days ago
}
card-months-ago = { $months } months ago
card-years-ago = { $years } years ago

card-notes = Notes
card-notes-said = Notes about { $client }
card-notes-hint = What would you like to remember?
card-notes-hidden = The notes are hidden for now.
card-met = How did we meet?
card-met-none = Not written down yet.
card-met-add = Write it down
card-met-change = Change
card-met-clear = Clear
card-met-search = Through which client?
card-met-words = Or in your own words

card-export = Save everything about this client…
export-sheet = Everything about { $client }
export-help = A readable file with everything this book has about this client.
export-write = Save
export-done = Everything about { $client } has been saved.
export-failed = This was not saved. { $why }
export-file-kind = Text
export-title = Everything about { $client }
export-made = As it stood in Kleurboek on { $day }.
export-name = Name: { $value }
export-since = Client since: { $day }
export-people = People:
export-address = Address:
export-colour = Colour: { $value }
export-gut = How it feels: { $value }
export-met = How we met: { $value }
export-archived = Place: { $value }
export-notes = Notes:
export-money = Income:
export-money-none = none yet
export-sum = In total { $paid } received, { $get } still owed to you
export-earned = earned on { $day }
export-due = expected on { $day }
export-paid = received on { $day }
export-others = Other versions that still wait for a choice:
export-brought = Clients who came through them:
export-removed = Removed income that is still in the book:

card-erase = Erase for ever…
erase-title = Erase { $client } for ever?
erase-goes = This will be erased: name, people, address, notes, colour and feeling.
erase-goes-everywhere = It is erased from the earlier versions on this computer too.
erase-copies = Copies that you made yourself stay as they are.
erase-stays = This will stay: the amounts and their days, without a name or description.
erase-no-undo = You cannot undo this.
erase-do = Erase for ever
erase-done = { $client } has been erased for ever.
erase-still-in = { $client } is still in a copy of your book: { $file }. Erase the client there too.
erase-open-copy = Open that copy
erase-not-everywhere = { $client } is still in an earlier version. Kleurboek will try again at the next start.
erase-not-everywhere-still = Someone you erased is still in an earlier version. Kleurboek will try again at the next start.

add-client-title = New client
add-client-name = What is your client called?
add-client-hint = A name is enough
add-client-add = Add
add-client-still = Add anyway
add-client-empty = Type a name first.
add-client-known = You already have { $name }. Is this who you mean?
