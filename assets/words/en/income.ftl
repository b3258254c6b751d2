### Income: correcting it, by month, and what is still to get.

no-client = no client

correct-title = Change this income
correct-amount = Amount
correct-label = What for?
correct-client = From whom?
correct-client-search = Search for a client
correct-client-none = No client found.
correct-client-who = Who is “{ $name }”? Choose a client, or empty the search field.
correct-earned = When earned?
correct-earned-none = not entered
correct-due = When expected?
correct-due-none = no day
correct-due-term = { $days ->
    [one] 1 day later
   *[other] { $days } days later
}
correct-paid = When paid?
correct-paid-none = not paid yet
correct-paid-earned = on { $day }
correct-today = Today
correct-yesterday = Yesterday
correct-other-day = Another day
correct-keep = Change
correct-remove = Remove

month-title = Income by day
month-total = Total { $amount }
month-none = Nothing in this month. That’s fine.
month-unpaid = still owed to you

get-title = Still owed to you
get-total = Total { $amount }
get-since = since { $day }
get-none = Nobody owes you anything right now.
