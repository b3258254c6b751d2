### What is in the book, as a sentence calls it, and what another version says of it.

field-house-name = the name of your book
field-house-language = the language
field-house-fit-words = your words for the colours
field-house-payment-term = the time clients have to pay
field-plan-start = the first day of your plan
field-plan-living = the amount to live on
field-plan-saving = the amount to save
field-plan-costs = your work costs
field-plan-reserve = the share for tax
field-plan-week = the work days
field-plan-days-off = the days off
field-plan-extra-days = the extra work days
field-plan-holidays = the public holidays
field-plan-struck-holidays = the holidays you work on
field-plan-style = the kind of daily amount
field-plan-count-by = the day on which your work counts
field-plan-cap = the limit on the daily amount
field-plan-rounding = the rounding of the daily amount
field-client-name = the name of { $client }
field-client-people = the people at { $client }
field-client-address = the address of { $client }
field-client-fit = the colour of { $client }
field-client-gut = the feeling about { $client }
field-client-met = how you met { $client }
field-client-notes = the notes about { $client }
field-client-archived = whether { $client } is archived
field-income-client = the client of { $income }
field-income-label = the description of { $income }
field-income-amount = the amount of { $income }
field-income-earned = the day of the work for { $income }
field-income-due = the expected day of { $income }
field-income-paid = the day of payment of { $income }

other-version = Other version: { $value }
other-hidden = Other version (hidden now)
other-take = Take this one
other-take-what = Take this one: { $value }
other-keep = Leave as is
other-keep-what = Leave as is: { $field }
other-more = { $count } more
other-income = { $income } has another version.
other-look = View
other-look-what = View: { $income }
others-title = Other versions
others-help = This was changed in two places. Choose what is right; nothing disappears by itself.
others-now = Now: { $value }
others-waiting = { $count ->
    [one] 1 other version waits for your choice.
   *[other] { $count } other versions wait for your choice.
}

other-nothing = nothing entered
other-archived = in the archive
other-not-archived = with your clients
other-dutch = Dutch
other-english = English
other-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
other-percent = { $share } per cent
other-met-through = through { $client }
