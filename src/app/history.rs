//! What was done this session: undo, redo and the list.

use chrono::{NaiveTime, TimeDelta};

use crate::domain::{book::Book, change::Change, stamp::Actor};

use super::{deed::Deed, part::Part};

/// One visit to one field: what is typed in it becomes one step.
pub type Visit = u64;

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What.
    pub deed: Deed,
    /// When, on this day.
    pub at: NaiveTime,
    /// Counts up, so that a bar can tell a new entry from the one it shows.
    pub number: u64,
    change: Change,
    visit: Option<Visit>,
}

/// What was done, and what was undone of it.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    count: u64,
}

impl History {
    /// Notes what was done; whether anything is left of it: typing and erasing in one visit comes to nothing. What was
    /// undone before can then no longer be done again.
    pub fn note(&mut self, deed: Deed, change: Change, visit: Option<Visit>, at: NaiveTime) -> bool {
        self.undone.clear();
        self.count += 1;
        if let Some(last) = self.done.last_mut()
            && visit.is_some()
            && last.visit == visit
        {
            last.change = std::mem::take(&mut last.change).followed_by(change);
            last.deed = deed;
            last.at = at;
            last.number = self.count;
            let left = !last.change.is_empty();
            if !left {
                self.done.pop();
            }
            return left;
        }
        self.done.push(Entry { deed, at, number: self.count, change, visit });
        true
    }

    /// Sets the last deed back in `book`; what was done to it, and what of it the journal keeps: none when nothing was left
    /// to set back.
    pub fn undo(&mut self, book: &mut Book, actor: Actor) -> Option<(Deed, Option<Part>)> {
        let entry = self.done.pop()?;
        let back = entry.change.set_back_in(book);
        let part = Part(back.commit(book, actor));
        let deed = entry.deed.clone();
        // What was overtaken by something else cannot be done again either.
        if !back.is_empty() {
            self.undone.push(entry);
        }
        Some((deed, (!back.is_empty()).then_some(part)))
    }

    /// Sets one deed back in `book`, by its number, and forgets it; what it was, and what of it the journal keeps.
    pub fn take_out(&mut self, number: u64, book: &mut Book, actor: Actor) -> Option<(Deed, Option<Part>)> {
        let at = self.done.iter().position(|entry| entry.number == number)?;
        let entry = self.done.remove(at);
        let back = entry.change.set_back_in(book);
        let part = Part(back.commit(book, actor));
        Some((entry.deed, (!back.is_empty()).then_some(part)))
    }

    /// Does again what was undone last, and says it as [`Self::undo`] does.
    pub fn redo(&mut self, book: &mut Book, actor: Actor) -> Option<(Deed, Option<Part>)> {
        let mut entry = self.undone.pop()?;
        let again = entry.change.clone().reversed().set_back_in(book);
        let part = Part(again.commit(book, actor));
        self.count += 1;
        entry.number = self.count;
        // The visit is over: typing after a redo is a step of its own.
        entry.visit = None;
        let deed = entry.deed.clone();
        if !again.is_empty() {
            self.done.push(entry);
        }
        Some((deed, (!again.is_empty()).then_some(part)))
    }

    /// Forgets everything: nothing can be undone, or done again, any more.
    pub fn purge(&mut self) {
        self.done.clear();
        self.undone.clear();
    }

    /// Whether it adds the same as something that was done less than a minute before `now`: an amount from one client,
    /// earned on one day.
    pub fn is_again(&self, change: &Change, now: NaiveTime) -> bool {
        let is_recent = |entry: &&Entry| (now - entry.at).abs() < TimeDelta::minutes(1);
        self.done.iter().filter(is_recent).flat_map(|entry| entry.change.added_incomes()).any(|done| {
            change
                .added_incomes()
                .any(|new| (done.amount, done.client, done.earned) == (new.amount, new.client, new.earned))
        })
    }

    /// What was done and can be undone, first done first.
    pub fn done(&self) -> &[Entry] {
        &self.done
    }

    /// What was undone and can be done again, last undone last.
    pub fn undone(&self) -> &[Entry] {
        &self.undone
    }
}
