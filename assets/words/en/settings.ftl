### settings

settings-title = Settings
settings-today = Today: { $amount }
settings-today-free = You’re off today.
settings-today-enough = You have enough for { $month }.
settings-today-no-week = Choose your work days to see your daily amount.

stepper-less = { $name }: less
stepper-more = { $name }: more
switch-off = Off
switch-on = On

## My plan
plan-title = My plan
plan-living = To live on
plan-living-help = What you need for yourself each month.
plan-saving = To save
plan-saving-help = What you put aside for later each month.
plan-costs = Work costs
plan-costs-help = What your work costs. Yearly and quarterly costs are spread over the months.
plan-costs-sum = { $amount } a month in total
plan-cost-add = Add costs
plan-cost-label = What for
plan-cost-hint = What for? Rent, paint, insurance …
plan-cost-amount = Amount for { $cost }
plan-cost-remove = Remove { $cost }
plan-cost-unnamed = costs without a name
plan-reserve = For tax
plan-reserve-help = The share you set aside for tax.
plan-reserve-example = Of every { $hundred } you have left, you set { $share } aside.

## My days
days-title = My days
days-week = Work days
days-week-none = Choose at least one day.
days-off = Days off
days-off-help = Holidays, leave, or just a day for yourself.
days-off-none = You have no days off planned yet.
days-off-add = Add days off
days-off-range = { $first } to { $last }
days-off-remove = Remove { $days }
days-off-word = A note
days-off-word-for = A note for { $days }
days-off-word-hint = Holiday
days-off-with-past = { $count ->
    [one] Also show what is over
   *[other] Also show what is over ({ $count })
}
days-off-without-past = Only show what is to come
days-off-first = First day
days-off-last = Last day
days-off-choose = Click the first and the last day.
days-off-will = Off: { $days }.
days-off-done = Add
days-off-cancel = Never mind
days-extra = Extra work days
days-extra-help = Days you would otherwise have off. Click one to take it off again.
days-extra-remove = Be off again on { $day }

## Holidays
holidays = Public holidays
holidays-help = The public holidays on which you don’t work.
holidays-none = None
holidays-netherlands = Netherlands
holidays-belgium = Belgium
holidays-strike = Working on one of them? Click it and the day counts.
holiday-new-year = New Year’s Day
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-easter-monday-belgium = Easter Monday
holiday-kings-day = King’s Day
holiday-labour-day = Labour Day
holiday-liberation-day = Liberation Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-whit-monday-belgium = Whit Monday
holiday-belgian-national-day = Belgian National Day
holiday-assumption = Assumption Day
holiday-all-saints = All Saints’ Day
holiday-armistice = Armistice Day
holiday-christmas = Christmas Day
holiday-second-christmas-day = Second Christmas Day

## My amount for today
figure-title = My daily amount
figure-style = How it moves
figure-adapting = Adapts
figure-adapting-help = Earn more, and the next days get lighter.
figure-steady = Stays the same
figure-steady-help = Every work day of the month asks the same.
figure-count = When does your work count?
figure-count-earned = When I earn it
figure-count-earned-help = Your work counts on the day you earn it.
figure-count-paid = When I get paid
figure-count-paid-help = Your work counts on the day the money arrives.
figure-cap = Never more than
figure-cap-help = The most one day may ask, counted in ordinary days.
figure-cap-off = No limit
figure-cap-off-help = A day can then ask a lot at the end of the month.
figure-cap-now = This month a day never asks more than { $amount }.
figure-cap-steady = With a steady amount this limit is not needed.
figure-rounding = Rounded up to the next
figure-rounding-help = Your daily amount is rounded up.
figure-term = Time to pay
figure-term-help = How many days a client has to pay.
figure-term-days = { $count ->
    [one] day
   *[other] days
}

## My words
words-title = My words
words-help = Call the colours what you like. Empty means the usual word.
words-hidden = The colours and their words are hidden now.
words-for = Your word for { $colour }

## This computer
computer-title = This computer
computer-theme = Light or dark
computer-theme-follow = Same as the computer
computer-theme-light = Light
computer-theme-dark = Dark
computer-text = Text size
computer-text-smaller = Smaller text
computer-text-larger = Larger text
computer-text-usual = Normal
computer-calm = Less motion
computer-calm-help = Nothing moves or slides.
computer-hidden = Start hidden
computer-hidden-help = Amounts and colours stay hidden until you click the eye.

## My book
file-title = My book
file-language = Language
file-language-help = The language belongs to your book and goes wherever it goes.
file-example = This is an example. Try anything: nothing is kept here.
file-place = Location
file-copy-place = Copy its location
file-copied = Copied
file-copy = Copy
file-copy-help = For a USB stick or another computer.
file-copy-button = Save a copy
file-other = Another book
file-other-button = Open another book
file-more = More

## Recent changes
changes-title = Recent changes
changes-help = Since you started, the latest first.
changes-none = Nothing has changed since you started.
changes-undone = { $deed } (undone)
changes-more = Show what came before ({ $count })

## Keys
keys-title = Keys
keys-intro = Everything works without a mouse too.
keys-earn = I earned something
keys-earn-key = +
keys-client = A new client
keys-search = Find a client
keys-undo = Undo
keys-redo = Redo
keys-hide = Hide or show amounts and colours
keys-tab = To the next; with Shift to the one before
keys-tab-key = Tab
keys-arrows = From client to client
keys-arrows-key = Arrows
keys-menu = Choose the colour of a client
keys-menu-key = Shift+F10
keys-enter = Do what is chosen
keys-enter-key = Enter
keys-escape = Close and go back
keys-escape-key = Esc
keys-help = This list
keys-help-key = ?
removed-title = Removed clients
removed-row = They are out of your book, but you can still bring them back.
removed-look = Look at removed clients
removed-help = Bring somebody back with all their amounts, or erase them for ever.
removed-none = There are no removed clients any more.
removed-incomes = { $count ->
    [one] 1 amount, without a client now
   *[other] { $count } amounts, without a client now
}
removed-back = Bring back
removed-back-name = Bring { $client } back
removed-erase = Erase for ever
removed-erase-name = Erase { $client } for ever
