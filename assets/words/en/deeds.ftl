### What was done

deed-income-added = { $amount } added
deed-income-added-from = { $amount } from { $client } added
deed-income-corrected = { $amount } corrected
deed-income-corrected-from = { $amount } from { $client } corrected
deed-income-removed = { $amount } removed
deed-income-removed-from = { $amount } from { $client } removed
deed-income-paid = { $amount } received
deed-income-paid-from = { $amount } from { $client } received
deed-client-added = { $client } added
deed-client-renamed = Name changed: { $client }
deed-client-changed = { $client } changed
deed-notes-changed = Notes on { $client } changed
deed-colour-changed = { $client } is now { $colour }
deed-client-archived = { $client } archived
deed-client-taken-back = { $client } back from the archive
deed-client-removed = { $client } removed
deed-plan-changed = Plan changed
deed-week-changed = Work days changed
deed-days-off-changed = Days off changed
deed-holidays-changed = Holidays changed
deed-day-free = { $day } off
deed-day-worked = { $day } is a work day
deed-language-changed = Language changed
deed-words-changed = Words changed
deed-term-changed = Payment term changed
deed-edited-by-hand = The file was changed outside Kleurboek
