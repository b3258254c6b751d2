### The file

file-kind = Kleurboek
open-title = Open another book
open-help = Choose the book, or paste where it is.
open-path = Where is the book?
open-browse = Browse…
open-open = Open
copy-title = Save a copy
copy-help = Choose where the copy goes, such as a USB stick.
copy-path = Where will it go?
copy-write = Save the copy
notice-copied = The copy is saved.
notice-not-copied = The copy is not saved. { $why }
notice-copy = Save a copy
notice-beside = Your book was changed somewhere else. Your version is now in { $file }.
notice-back-home = Your book is back in its own place: { $file }.
notice-read-only = You can only look at this book. { $why }
notice-not-opened = { $file } won’t open. { $why }
notice-by-hand = Your book was changed outside Kleurboek. Please check that all is well.

opening-book = Your book is opening…
recent-title = Recently opened
recent-open = Open { $book } in { $folder }
recent-gone = Can’t be found right now
recent-not-there = { $book } in { $folder } can’t be found right now
drop-hint = Let go to open this book
drop-not-a-book = { $file } is not a Kleurboek. Choose a file that ends in .kleurboek.

trouble-name = About your book
trouble-title = This book won’t open
trouble-untouched = The book itself has stayed as it was.
trouble-details = What exactly is wrong?
trouble-again = Try again
trouble-copy-help = There is a copy from the last time all was well. It will be put beside this book.
trouble-copy = Open the last good copy
trouble-new = Start a new book

not-saved-title = Not everything is saved yet
not-saved-help = Save a copy somewhere else. Then you can close with peace of mind.
not-saved-close = Close without saving
not-saved-kept = This computer remembers what you did. It will be back when you open this book here.
not-saved-close-kept = Close anyway

problem-disk-full = The disk is full. Make some room.
problem-file-limit = Your computer does not allow a file this large. Raise the limit (ulimit -f).
problem-no-permission = You’re not allowed to read or write here. Choose a folder of your own.
problem-read-only-place = You can only read here. Choose another folder.
problem-read-only-file = This file is marked read-only. Turn that off, or save a copy elsewhere.
problem-not-found = This book is no longer there. Put it back, or choose another place.
problem-folder-gone = The folder can’t be reached. Connect the disk or the network again.
problem-link-to-nothing = This shortcut no longer leads anywhere. Find the book itself and open that.
problem-is-a-folder = This is a folder. Choose a file.
problem-not-a-file = This is not an ordinary file. Choose another.
problem-being-written = Another program is still writing to this file. Wait a moment and try again.
problem-too-large = This file is too large for a Kleurboek.
problem-foreign = This file is not a Kleurboek.
problem-damaged = This book is damaged, on line { $line }.
problem-damaged-somewhere = This book is damaged.
problem-not-text = This file isn’t text, so it can’t be a Kleurboek.
problem-empty = This file is empty. Put an earlier version back.
problem-not-a-book = Something is wrong on line { $line }. { $wanted }
problem-wrong-line = Line { $line } says “{ $found }”. { $wanted }
problem-own-place = Kleurboek can’t use its own place { $place }. { $why }
wanted-whole = Write a whole number there.
wanted-cents = Write whole cents: 1250 is €12.50.
wanted-within = Write a whole number from { $low } to { $high } there.
wanted-cents-within = Write whole cents, from { $low } to { $high }.
wanted-day = Write a day there, such as "2026-11-24".
wanted-id = Write an id from this book there: 16 digits or letters up to f.
wanted-text = Put the text between straight quotes.
wanted-yes-or-no = Write true or false.
wanted-one-of = Choose one of these words: { $words }.
wanted-field = “{ $field }” is missing there.
wanted-once = “{ $field }” is there twice.
wanted-mark = There should be “{ $mark }”.
wanted-more = The file ends too early: a bracket or quote is missing.
wanted-order = The last day is before the first.
wanted-fewer = There are too many empty records in this file.
wanted-shallower = Too many brackets are nested.
wanted-as-it-was = Put that line back as it was.
problem-newer = This book comes from a newer version (file format { $needs }). Install that version first.
problem-unknown-field = Line { $line } has “{ $field }”. This version of Kleurboek doesn’t know that.
problem-held = Another program is holding the file. Close that program.
problem-replace-refused = Your book cannot be saved safely in this place. Choose another folder.
problem-locked = This book is already open in another window. Close that first.
problem-is-the-open-book = This is your book itself. Choose another name for the copy.
problem-edited-by-hand = This book was changed outside Kleurboek. Nothing was saved. Open it in Kleurboek and choose what stays.
problem-exists = There is a file with that name already. Choose another name.
problem-another-book = That is another book, not a copy of this one. Choose a copy of this book.
problem-read-back = What is on the disk isn’t what we wrote. Choose another disk.
problem-no-answer = The disk isn’t answering yet. Wait a moment; the book will open by itself.
problem-would-lose = { $records ->
    [one] Something would disappear that you didn’t remove. Open the book again.
   *[other] { $records } things would disappear that you didn’t remove. Open the book again.
}
problem-other = Something went wrong ({ $why }). Try again, or choose another place.

### Rescued and merged

summary-more-clients = { $count ->
    [one] one more client
   *[other] { $count } more clients
}
summary-incomes = { $count ->
    [one] an amount
   *[other] { $count } amounts
}
summary-plan = your plan
summary-house = your settings
summary-and = { $first } and { $last }
summary-removed = { $client } (removed)
rescued-title = Your last work is safe
rescued-help = Kleurboek stopped unexpectedly last time. This is back in your book:
rescued-go-on = Go on
notice-also-at = The same book is also in { $file }. They are separate: what you do here changes nothing there.
notice-older-replaced = An older book had taken the place of yours. Yours is back; you’ll find the older one under Earlier versions.
notice-merged = Changed elsewhere too, and now merged: { $what }.
notice-to-bin = { $count ->
    [one] The copy beside your book is no longer needed. It went to the bin.
   *[other] The { $count } copies beside your book are no longer needed. They went to the bin.
}
notice-stayed = { $count ->
    [one] The copy beside your book is no longer needed. It can stay there.
   *[other] The { $count } copies beside your book are no longer needed. They can stay there.
}
notice-waiting = { $count ->
    [one] Another version waits for your choice.
   *[other] { $count } other versions wait for your choice.
}
asked-title = Another version is missing a lot
asked-help = In another version of your book { $gone ->
    [one] one thing is missing.
   *[other] { $gone } things are missing.
}
asked-choice = Did you remove them yourself? If not, keep everything.
asked-keep = Keep everything
asked-drop = Remove them here too
### An older book, and copies

older-title = An older book
older-help = This book is older than what you last had here: { $what }.
older-promise = Nothing changes until you choose. What you do not take stays under Earlier versions.
older-join = Merge them
older-take = Take this older one
older-look = Look at both
older-bar = This is the older book.
older-last-bar = This is what you last had here.
older-choose = Choose
older-look-last = Look at what you last had
older-look-older = Look at the older one
older-joined = Merged. Your book is back as you last had it here.
older-taken = This book is older than what you last had here: { $what }. We opened it as it is. What you last had is under Earlier versions.
cli-older = This book is older than what you last had here: { $what }. Open it in Kleurboek and choose what to do with it.
by-hand-title = Your book was changed outside Kleurboek
by-hand-help = This is different from what Kleurboek last saved:
by-hand-unknown = Kleurboek has no earlier version here to compare it with. Please check that all is well.
by-hand-promise = Nothing changes until you choose. What you do not take stays under Earlier versions.
by-hand-look = Look first
by-hand-take = Keep these changes
by-hand-put-back = Put it back as it was
by-hand-go-on = Go on with this
by-hand-bar = This is your book as it is in the file now.
by-hand-last-bar = This is your book before it was changed.
by-hand-look-last = Look at how it was
by-hand-look-file = Look at how it is now
by-hand-is-back = Put back. You find the changed version under Earlier versions.
by-hand-is-taken = Kleurboek goes on with what is in the file.
difference-other = { $what }: { $then } is now { $now }
difference-text = { $what }: different
difference-new = New: { $what }
difference-gone = Gone: { $what }
difference-more = { $count ->
    [one] And 1 more difference.
   *[other] And { $count } more differences.
}
beside-clients-less = { $count ->
    [one] 1 client fewer
   *[other] { $count } clients fewer
}
beside-clients-more = { $count ->
    [one] 1 client more
   *[other] { $count } clients more
}
beside-clients-other = { $count ->
    [one] 1 client changed
   *[other] { $count } clients changed
}
beside-incomes-less = { $count ->
    [one] 1 amount fewer
   *[other] { $count } amounts fewer
}
beside-incomes-more = { $count ->
    [one] 1 amount more
   *[other] { $count } amounts more
}
beside-incomes-other = { $count ->
    [one] 1 amount changed
   *[other] { $count } amounts changed
}
beside-plan = another plan
beside-house = other settings
beside-details = only small differences
join-title = Merge a copy
join-row-help = A copy doesn’t change along with your book. Bring in what’s new in it.
join-button = Choose a copy
join-help = Choose a copy of this book, or paste where it is.
join-read = See what it holds
join-what = After merging, you’ll have this here: { $what }.
join-promise = The copy itself stays as it is. You can undo this.
join-do = Merge them
join-nothing = That copy holds nothing that you don’t have here yet.
join-failed = Not merged. { $why }
