### The file

file-kind = Kleurboek file
open-title = Open another book
open-help = Choose the file, or paste the place where it is.
open-path = Where is the file?
open-browse = Browse…
open-open = Open
copy-title = Keep a copy
copy-help = Choose where the copy goes, such as a USB stick.
copy-write = Write the copy
notice-copied = The copy is written.
notice-not-copied = The copy is not written. { $why }
notice-copy = Save a copy
notice-beside = Your file was changed somewhere else. Your version is now in { $file }.
notice-back-home = Your book is back in its own place: { $file }.
notice-read-only = You can only look at this book. { $why }
notice-not-opened = { $file } won’t open. { $why }
notice-by-hand = This file was changed outside Kleurboek. Please check that all is well.

opening-book = Your book is opening…
recent-title = Opened lately
recent-open = Open { $book } in { $folder }
recent-gone = Can’t be found now
recent-not-there = { $book } in { $folder } can’t be found now
drop-hint = Let go to open this book
drop-not-a-book = { $file } is not a Kleurboek file. Choose a file that ends in .kleurboek.

trouble-title = This book won’t open
trouble-untouched = Nothing in the file has changed.
trouble-again = Try again
trouble-copy-help = There is a copy from the last time all was well. We put it beside this file.
trouble-copy = Open the last good copy

not-saved-title = Not everything is saved yet
not-saved-help = Keep a copy in another place. Then you can close with an easy mind.
not-saved-close = Close without saving

problem-disk-full = The disk is full. Make some room.
problem-no-permission = You may not read or write here. Choose a folder of your own.
problem-read-only-place = This place can only be read. Choose another folder.
problem-read-only-file = This file is marked read-only. Turn that off, or save a copy elsewhere.
problem-not-found = The file is no longer there. Put it back, or choose another place.
problem-folder-gone = The folder can’t be reached. Connect the disk or the network again.
problem-link-to-nothing = This shortcut leads nowhere any more. Find the book itself and open that.
problem-is-a-folder = This is a folder. Choose a file.
problem-not-a-file = This is not an ordinary file. Choose another.
problem-being-written = Another program is still writing in this file. Wait a moment and try again.
problem-too-large = This file is too large for a Kleurboek.
problem-not-text = This file isn’t text, so it is no Kleurboek.
problem-not-a-book = Something is wrong on line { $line }, character { $column }: { $why }
problem-newer = This book comes from a newer version (file format { $needs }). Install that version first.
problem-unknown-field = Line { $line } has “{ $field }”. This version of Kleurboek doesn’t know that.
problem-bad-record = Line { $line } says something that can’t be: { $what }
problem-held = Another program is holding the file. Close that program.
problem-replace-refused = Your book cannot be saved safely in this place. Choose another folder.
problem-locked = This book is already open in another window. Close that first.
problem-is-the-open-book = This is your book itself. Choose another name for the copy.
problem-exists = There is a file with that name already. Choose another name.
problem-read-back = What is on the disk isn’t what we wrote. Choose another disk.
problem-no-answer = The disk does not answer yet. Wait a moment; the book opens by itself.
problem-would-lose = { $records ->
    [one] Something would vanish that you did not remove. Open the book again.
   *[other] { $records } records would vanish that you did not remove. Open the book again.
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
rescued-title = Your last work is safe
rescued-help = Kleurboek stopped unexpectedly last time. This is in your book again:
rescued-go-on = Go on
notice-older = The file was an older version. This is in it again: { $what }.
notice-merged = Also changed elsewhere, and merged now: { $what }.
notice-waiting = { $count ->
    [one] Another version waits for your choice.
   *[other] { $count } other versions wait for your choice.
}
asked-title = Another version lacks a lot
asked-help = In another version of your book { $gone ->
    [one] one thing is missing.
   *[other] { $gone } things are missing.
}
asked-choice = Did you remove them yourself? If not, keep everything.
asked-keep = Keep everything
asked-drop = Remove them here too
