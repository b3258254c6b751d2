### The command line

cli-help = Kleurboek: one figure for today, and your clients as colour swatches.

    kleurboek [BOOK]                                  opens the window
    kleurboek today [--on DAY] [BOOK]                 says what today needs
    kleurboek earned AMOUNT [--client NAME] [--on DAY] [--again] [BOOK]
                                                      adds what you earned
    kleurboek check BOOK                              says whether a book is fine
    kleurboek merge BOOK BOOK -o FILE                 merges two versions of a book
    kleurboek example FILE [--lang nl|en] [--years N]
                                                      writes the example, or a large book
    kleurboek --help, kleurboek --version

  A DAY is like 2026-11-21. With --on the window stays on that day too.
  Without a BOOK: the one you opened last, or Kleurboek/Mijn kleurboek.kleurboek in your documents.
cli-today-to-earn = { $figure } needed today · { $earned } earned · { $left } to go
cli-today-enough = { $figure } needed today · { $earned } earned · Enough for today
cli-today-enough-month = Enough for { $month } · { $earned } earned today
cli-today-free = You’re off today · { $earned } earned
cli-today-no-week = Choose your work days in Settings first.
cli-day-to-earn = { $day }: { $figure } needed · { $earned } earned · { $left } to go
cli-day-enough = { $day }: { $figure } needed · { $earned } earned · Enough for that day
cli-day-enough-month = { $day }: Enough for { $month } · { $earned } earned
cli-day-free = { $day }: off · { $earned } earned
cli-counts = { $clients ->
    [one] 1 client
   *[other] { $clients } clients
}, { $incomes ->
    [one] 1 amount
   *[other] { $incomes } amounts
}
cli-sound = All fine: { $counts }.
cli-missing-merge = Give two books, and say with -o where the new one goes.
cli-other-book = These are two different books. Only versions of the same book can be merged.
cli-merged = { $file }: { $counts }. { $others ->
    [0] There was nothing to choose.
    [one] One other version waits for your choice.
   *[other] { $others } other versions wait for your choice.
}
cli-no-book = There is no book yet. Start kleurboek to make one.
no-window = Kleurboek cannot open a window here.
no-window-untouched = Your book has not changed.
no-window-screen = There is no screen, or it does not answer. Start Kleurboek from your desktop.
no-window-scripts = Commands work without a window too: see kleurboek --help.
no-window-linux = Update the driver of your graphics card, or install libgl1 and libegl1.
no-window-windows = Update the driver of your graphics card, with Windows Update.
no-window-mac = Update macOS and restart your Mac.
no-window-far = Working remotely? Try it on the computer itself.
no-window-no-log = A log could not be written. This went wrong: { $why }
stopped = Kleurboek stopped because of an error.
stopped-safe = Your work is safe. It will be there when you open Kleurboek again.
stopped-unsafe = The last thing you did may be missing. Check it when you open Kleurboek.
stopped-log = What went wrong is in { $log }
cli-no-places = Your home folder can’t be found. Set HOME.
cli-bad-day = “{ $day }” is not a day. Write a day as 2026-11-21.
cli-bad-use = I don’t understand this: { $what }. See kleurboek --help.
cli-bad-years = Give a number from 1 to { $most } with --years.
cli-bad-language = Choose nl or en with --lang.
cli-missing-book = Say which book: kleurboek check BOOK.
cli-missing-file = Say where the example goes: kleurboek example FILE.
cli-missing-amount = Say how much: kleurboek earned AMOUNT.
cli-exists = { $file } exists already. Choose another name.
cli-written = Written: { $file }
cli-window-silent = The window with this book isn’t answering. Nothing was done; try again soon.
cli-window-other-version = The window with this book is from another version of Kleurboek. Close it first.
cli-window-not-understood = The window with this book is from another version. Check there whether it worked.
cli-window-not-saved = The window has it, but hasn’t said it is saved. Don’t add it again; check there.
cli-kept-for-later = This is not in your book yet. This computer keeps it and puts it there by itself. Don’t add it again. { $why }
cli-kept-unproven = It is saved, but we couldn’t check that it will stay saved. Don’t do it again. { $why }
cli-not-heard = It is done, but the answer could not be written. { $why }
cli-earned-already = You just added this, so nothing was added. Do you want it again? Use --again.
cli-missing-value = Something is missing after { $option }. See kleurboek --help.
