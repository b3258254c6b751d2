### Words that come back everywhere.

language-name = English
spoken-amount = { $amount } euros
language-now = Language: { $language }
language-menu = Choose the language

fit-top = Star
fit-fine = Good
fit-watch = Careful
fit-let-go = Wrap up
fit-new = New

pot-living = Living
pot-work = Work
pot-taxes = Taxes
pot-saving = Saving

period-month = per month
period-quarter = per quarter
period-year = per year

add = Add
not-now = Never mind
close = Close
undo = Undo
redo = Redo
undone = Undone: { $deed }
overtaken = { $deed }: that was changed again since. Nothing changes.
overtaken-hidden = That was changed again since. Nothing changes.

day-today = Today
day-yesterday = Yesterday
day-other = Another day
month-earlier = Previous month
month-later = Next month

today-becomes = Today then becomes { $amount }.
becomes = Today becomes { $amount } instead of { $was }.
becomes-same = Today stays { $amount }.
becomes-free = Then you’re off today.
becomes-enough = Then you have enough for { $month }.
becomes-still-enough = You still have enough for { $month }.
becomes-no-day = Then you have no work day in the coming year.
becomes-no-week = Then you have no work days left.
next-day = You work again on { $day }: about { $amount }.
next-day-enough = You work again on { $day }. You already have enough for { $month }.
next-day-stays = Nothing changes for { $day }.
before-plan = Your plan began on { $start }. What you earned earlier doesn’t count for today.

amount-empty = Enter an amount.
amount-not-understood = I can’t read this as an amount. Type 1,250 or 12.50, for example.
amount-negative = An amount can’t be below zero. Leave out the minus sign.
amount-zero = Enter an amount above zero.
amount-too-large = That is more than €10,000,000. Type a smaller amount.
percent-not-understood = Enter a number from 0 to 75.
days-not-understood = Enter a whole number from 0 to 365.

cap-ordinary = No more than an ordinary day
cap-one-and-a-half = One and a half ordinary days
cap-two = Two ordinary days
cap-three = Three ordinary days
cap-times = { $times } times an ordinary day
cap-off = No limit

refused-day-after-today = That day is still to come. Choose today or earlier.
refused-name-empty = A client needs a name.
refused-gone = This is no longer in your book.
refused-days-backwards = The last day off is before the first. Choose a later day.
refused-read-only = You can only look at this book. Nothing has changed.
refused-answer-first = First choose what to do with this book. Open it in Kleurboek.
refused-no-randomness = Your computer gave no random number. Please try again.
