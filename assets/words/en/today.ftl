### Today

rail-today = Today
rail-settings = Settings
rail-name = Screens
rail-screen = { $screen } screen

corner-hide = Hide amounts and colours
corner-show = Show amounts and colours
corner-undo = Undo
corner-redo = Redo
corner-changes = Recent changes
saved = Saved
saved-at = Saved at { $time }
saved-waiting = Saving…
saved-not-yet = Not saved yet
saved-slow = Not saved yet. The disk isn’t answering.
saved-asking = Not saved yet. First choose what happens to the other version.
saved-not = Not saved yet. { $why }
saved-beside = Saved in “{ $file }”
saved-read-only = View only

figure-needed = needed today
figure-earned = earned
figure-earned-hint = See everything for this month
figure-month = Everything in { $month }
figure-left = { $amount } to go
figure-enough = Enough
figure-enough-month = for { $month }
figure-enough-today = Enough for today
figure-free = You’re off today
figure-no-week = Which days do you work?
figure-no-week-help = Choose your work days to see what today needs.
figure-choose-days = Choose work days
bar-sentence = { $earned } earned today. { $left }

earn-button = I earned something
why-button = Why this amount?
why-button-enough = Why is it enough?
why-button-none = Why is there no amount?

pots-title = My pots
pot-of = of { $amount }
pot-sentence = { $pot }: { $held } of { $size }
pots-extra = { $amount } extra
pots-month-full = { $month }: every pot full.
pots-month-extra = { $month }: every pot full, { $amount } extra.

clients-title = My clients
clients-which = Which clients do you want to see?
clients-search = Find a client
clients-search-clear = Clear the search
clients-add = Client
clients-add-said = Add a client
clients-add-first = Add your first client
clients-empty = Every client appears here as a colour swatch. Start with the one you like best.
clients-none-found = No client found for “{ $query }”.
clients-to-get-nobody = This money has no client beside it. The list shows everything.
clients-show-all = Show all clients
chip-all = All { $count }
chip-fit = { $word } { $count }
chip-to-get = Still owed to you { $amount }
chip-to-get-list = Show the list
chip-archived = Archive { $count }
order-soonest = Coming up first
order-name = By name
order-colour = By colour
order-now = Order: { $order }
order-menu = Choose the order

swatch-nothing = nothing yet
swatch-next = expected { $day }
swatch-last = earned { $day }
swatch-earned = { $label }, earned on { $day }
swatch-since = earned { $day }
swatch-to-get = { $amount } still owed to you
swatch-menu = Menu of { $name }
swatch-menu-colour = Choose a colour

notice-hidden = Something was changed.
notice-name = Just now
example-bar = This is an example: Atelier Noor, on 21 November 2026. Try anything, nothing is kept.
example-leave = Leave the example
pots-first-month = From { $day }: part of the month.
