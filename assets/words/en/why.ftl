### Why this amount?

why-title = Why { $amount }?
why-help = Step by step. Click a pencil to change something.
why-need = This is what you need in { $month }
why-first-month = You started on { $start }: { $days } of the { $of } work days count.
why-earned = This you earned already, up to yesterday
why-left = That leaves
why-divided = Divided by the { $count } still to come, including today
why-divided-all = Divided by all { $count } of the month
why-work-days = { $days ->
    [one] { $days } work day
   *[other] { $days } work days
}
why-capped = One day asks no more. { $amount } no longer fits in { $month }, so we let it go.
why-rounded = Rounded up to { $step }
why-moved = This stood here earlier today
why-change = Change: { $line }
why-days-help = Click a day to take it off.
why-tile-works = { $day }, work day
why-tile-free = { $day }, off
why-day-free = Take { $day } off.
why-day-worked = Work on { $day } after all.
why-becomes = Today becomes { $amount } instead of { $was }.
why-becomes-free = Then you’re off today.
why-stays = Today stays { $amount }.
why-apply = Do this
why-living = To live on, a month
why-saving = To save, a month
why-cost = Costs of your work
why-reserve = Aside for taxes, of what you keep
why-needs-more = Add or remove costs in Settings.
why-closing = This is a guide, not bookkeeping. Earn more? Your next work day gets lighter. Earn less? We spread the rest.
why-closing-cap = This is a guide, not bookkeeping. Earn more? Your next work day gets lighter. Earn less? We spread the rest, never above { $cap } a day.
why-closing-steady = This is a guide, not bookkeeping. It stays the same all month.
