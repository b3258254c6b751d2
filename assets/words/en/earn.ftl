### I earned something

earn-title = What did you earn?
earn-amount = Amount
earn-left = After this, { $amount } to go today.
earn-enough-today = After this you have enough for today.
earn-enough-month = After this you have enough for { $month }.
earn-counted-already = Nothing changes for today.
earn-free-day = You’re off today. This still counts.
earn-payer = From whom? You can skip this.
earn-search = Find or add
earn-add-client = Add “{ $name }”
earn-who = Who is “{ $name }”? Choose a client above, or add this name.
earn-label = What for? You can skip this.
earn-label-name = What for
earn-label-again = { $label }, like last time?
earn-when = When?
earn-paid = Has it been paid?
earn-received = Already received
earn-to-get = Still owed to you
earn-due = expected { $day }

belongs-one = { $client } still owes you { $amount }. Is this part of it?
belongs-many = { $client } still owes you { $amount }. Which is this for?
belongs-whole = Yes, all of it
belongs-part = Yes, part of it
belongs-more = Yes, and { $amount } extra
belongs-apart = No, separate
earn-enough-already = You already have enough for today. This comes on top.
earn-again = You just added this. Do you want it again?
earn-add-again = Once more
