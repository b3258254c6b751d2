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

period-month = a month
period-quarter = a quarter
period-year = a year

add = Add
not-now = Never mind
close = Close
undo = Undo
redo = Redo
undone = Undone: { $deed }

day-today = Today
day-yesterday = Yesterday
day-other = Another day
month-earlier = Previous month
month-later = Next month

today-becomes = Today then becomes { $amount }.

amount-empty = Fill in an amount.
amount-not-understood = I can’t read this as an amount. Type 1,250 or 12.50, for example.
amount-negative = An amount can’t be below zero. Leave out the minus sign.
amount-zero = Fill in an amount above zero.
amount-too-large = That is more than €10,000,000. Type a smaller amount.
percent-not-understood = Fill in a number from 0 to 75.

cap-ordinary = No more than an ordinary day
cap-one-and-a-half = One and a half ordinary days
cap-two = Two ordinary days
cap-three = Three ordinary days
cap-off = No limit

refused-day-after-today = That day is still to come. Choose today or earlier.
refused-name-empty = A client needs a name.
refused-gone = This is no longer in your book.
refused-days-backwards = The last day off is before the first. Choose a later day.
refused-read-only = You can only look at this book. Nothing has changed.
refused-no-randomness = Your computer gave no random number. Please try again.
