### Why this amount?

why-title = Why { $amount }?
why-title-enough = Enough for { $month }
why-enough = You have already earned what you need in { $month }. Nothing more is needed today.
why-month-off = You don’t work in { $month }, so there is no amount for now.
why-month-over = You have no work days left in { $month }.
why-no-day = You have no work day in the coming year. Choose your work days, or click a day below.
why-help = Step by step. Click a pencil to change something.
why-need = This is what you need in { $month }
why-first-month = { $days ->
    [one] You started on { $start }: 1 of the { $of } work days counts.
   *[other] You started on { $start }: { $days } of the { $of } work days count.
}
why-earned = You have already earned this, up to yesterday
why-earned-today = You have already earned this, up to today
why-left = That leaves
why-divided = Divided by the { $count } still to come
why-divided-today = Divided by the { $count } still to come, including today
why-divided-last = For the one work day still to come
why-divided-last-today = For today, the last work day of the month
why-divided-all = Divided by all { $count } of the month
why-divided-only = For the only work day of the month
why-work-days = { $days ->
    [one] { $days } work day
   *[other] { $days } work days
}
why-capped = One day asks no more. { $amount } no longer fits in { $month }, so we let it go.
why-rounded = Rounded up to the next { $step }
why-extra = This is extra
why-moved = This is what it said earlier today
why-change = Change: { $line }
why-days-help = Click a day to take it off, or to work after all.
why-tile-works = { $day }, work day
why-tile-free = { $day }, off
why-day-free = You take { $day } off.
why-day-worked = You work on { $day } after all.
why-apply = Do this
why-living = To live on, per month
why-saving = To save, per month
why-cost = Work costs
why-reserve = Set aside for tax
why-needs-more = Add or remove costs in Settings.
why-closing = This is a guide, not bookkeeping. Earn more? Your next work day gets lighter. Earn less? We spread the rest.
why-closing-cap = This is a guide, not bookkeeping. Earn more? Your next work day gets lighter. Earn less? We spread the rest, never above { $cap } a day.
why-closing-steady = This is a guide, not bookkeeping. It stays the same all month.
why-closing-enough = This is a guide, not bookkeeping. Whatever still comes in is extra.
