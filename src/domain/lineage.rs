//! Where every value of a book came from, so that copies of it can be merged.

use std::{collections::BTreeSet, sync::Arc};

use chrono::Days;

use super::{
    Day,
    book::{Book, House},
    change::{BeforeAfter, Change, Edit},
    client::Client,
    fields::Fields,
    id::Id,
    income::Income,
    marks::Marks,
    other_values::{OtherValues, Waiting},
    plan::Plan,
    stamp::{Actor, Seen, Stamp},
    table::Table,
};

/// The stamps of a book, and what was removed from it.
///
/// Removed records are kept, out of sight: without them, three copies merged in another order could end up different
/// (one that removed a record, one that changed it before, one that changed another field of it).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// What this version knows of.
    pub seen: Seen,
    /// Of the owner's ways.
    pub house: Arc<Marks<House>>,
    /// Of the plan.
    pub plan: Arc<Marks<Plan>>,
    /// Of the clients, those removed included. One without is as old as the book.
    pub clients: Table<Marks<Client>>,
    /// Of the incomes, those removed included.
    pub incomes: Table<Marks<Income>>,
    /// Clients that were removed.
    pub removed_clients: Table<Client>,
    /// Incomes that were removed.
    pub removed_incomes: Table<Income>,
    /// Clients that were erased for ever. Nothing of them ever comes back.
    pub erased: Arc<BTreeSet<Id>>,
}

/// How long it is remembered that a value was overwritten, once nothing shows who did.
const REMEMBERED: Days = Days::new(366);

impl Lineage {
    /// Sees every stamp that is in it, as a version always does; a hand edit may have left one out.
    pub fn see_every_stamp(&mut self) {
        self.seen = self.seen.with(&self.shown());
    }

    /// What its values alone say that it has seen.
    pub fn shown(&self) -> Seen {
        self.stamps().collect()
    }

    /// Forgets changes that none of its values shows any more, by actors that were made more than a year before the day
    /// `newest`.
    fn forget_older_than_a_year(&mut self, newest: Option<Day>) {
        let Some(oldest) = newest.and_then(|newest| newest.checked_sub_days(REMEMBERED)) else { return };
        let is_old = |stamp: &Stamp| stamp.actor.day().is_some_and(|day| day < oldest);
        let shown = self.shown();
        if self.seen.iter().any(|stamp| is_old(&stamp) && !shown.has(stamp)) {
            self.seen = self.seen.iter().filter(|stamp| !is_old(stamp)).chain(shown.iter()).collect();
        }
    }

    /// Every stamp that its values have.
    fn stamps(&self) -> impl Iterator<Item = Stamp> {
        let clients = self.clients.iter().flat_map(|marks| marks.stamps());
        let incomes = self.incomes.iter().flat_map(|marks| marks.stamps());
        self.house.stamps().chain(self.plan.stamps()).chain(clients).chain(incomes)
    }
}

impl Change {
    /// Does it as `actor`: every record becomes what it is after, with a stamp, so that copies of the book can be
    /// merged. Returns what the journal keeps of it: only the records that it touched.
    pub fn commit(&self, book: &mut Book, actor: Actor) -> Book {
        let before = book.touched_by(self).lineage.shown();
        if !self.is_empty() {
            self.commit_all(book, actor);
        }
        let mut part = book.touched_by(self);
        // Of all that was seen, only what the records had before, and have now, says anything of these records.
        part.lineage.seen = before.with(&part.lineage.shown());
        part
    }

    fn commit_all(&self, book: &mut Book, actor: Actor) {
        let lower = book.lineage.seen.next(actor);
        // A value that is put back to wait is new as well, but older than the one shown.
        let stamp = Stamp { n: lower.n.saturating_add(1), actor };
        self.apply(book);
        for edit in &self.edits {
            let lineage = &mut book.lineage;
            match edit {
                Edit::House(edit) => note_one(&mut lineage.house, edit, stamp),
                Edit::Plan(edit) => note_one(&mut lineage.plan, edit, stamp),
                Edit::Client(id, edit) => {
                    note_in(&mut lineage.clients, &mut lineage.removed_clients, *id, edit, stamp);
                }
                Edit::Income(id, edit) => {
                    note_in(&mut lineage.incomes, &mut lineage.removed_incomes, *id, edit, stamp);
                }
                Edit::Others(waiting, _, others) => note_others(book, *waiting, others, [lower, stamp]),
            }
        }
        book.lineage.seen.see(stamp);
    }
}

impl Book {
    /// Forgets changes that none of its values shows any more, by actors that were made more than a year before its newest
    /// one. There is no clock in that: it is the same whenever it is done.
    ///
    /// Without it, what was seen would grow with every start, for ever. A copy that is older still, and comes back, may then
    /// show a value that was overwritten here beside the one that is; nothing is lost. Only for a book that was just read:
    /// two that are open and both still remember would otherwise remind each other for ever.
    pub fn forget_old_actors(&mut self) {
        self.lineage.forget_older_than_a_year(self.lineage.seen.newest_day());
    }

    /// Whether merging another version changes nothing, but for what may be forgotten.
    ///
    /// That it has seen all that the other has is no proof: a device of format 1 that was cloned gave one stamp to two
    /// changes.
    pub fn has_all_of(&self, other: &Self) -> bool {
        let mut merged = self.merged_with(other);
        if merged == *self {
            return true;
        }
        let newest = merged.lineage.seen.newest_day();
        let mut ours = self.clone();
        for book in [&mut ours, &mut merged] {
            book.lineage.forget_older_than_a_year(newest);
        }
        merged == ours
    }

    /// Says as `actor` once more that these records are there, so that no removal made without knowing of it counts.
    pub fn hold_on_to(&mut self, records: &[RecordId], actor: Actor) {
        let stamp = self.lineage.seen.next(actor);
        for record in records {
            match record {
                RecordId::Client(id) if self.clients.get(*id).is_some() => {
                    touch(&mut self.lineage.clients, *id, stamp);
                }
                RecordId::Income(id) if self.incomes.get(*id).is_some() => {
                    touch(&mut self.lineage.incomes, *id, stamp);
                }
                RecordId::Client(_) | RecordId::Income(_) => {}
            }
        }
        self.lineage.seen.see(stamp);
    }

    /// Holds on to every record that is as old as the book: among them may be some that were typed in by hand, which no
    /// other version knows.
    pub fn hold_on_to_new(&mut self, actor: Actor) {
        let clients = self.clients.entries().filter(|(id, _)| self.lineage.clients.get(*id).is_none());
        let incomes = self.incomes.entries().filter(|(id, _)| self.lineage.incomes.get(*id).is_none());
        let records: Vec<RecordId> = clients
            .map(|(id, _)| RecordId::Client(id))
            .chain(incomes.map(|(id, _)| RecordId::Income(id)))
            .collect();
        if !records.is_empty() {
            self.hold_on_to(&records, actor);
        }
    }
}

/// A record of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordId {
    /// A client.
    Client(Id),
    /// An income.
    Income(Id),
}

fn touch<T: Fields>(table: &mut Table<Marks<T>>, id: Id, stamp: Stamp) {
    let mut marks = table.get(id).map(|marks| Marks::clone(marks)).unwrap_or_default();
    marks.note_presence(stamp);
    table.put(id, Arc::new(marks));
}

fn note_others(book: &mut Book, waiting: Waiting, others: &OtherValues, stamps: [Stamp; 2]) {
    let lineage = &mut book.lineage;
    match (waiting, others) {
        (Waiting::House(field), OtherValues::House(others)) => {
            Arc::make_mut(&mut lineage.house).note_others(&book.house, field, others, stamps);
        }
        (Waiting::Plan(field), OtherValues::Plan(others)) => {
            Arc::make_mut(&mut lineage.plan).note_others(&book.plan, field, others, stamps);
        }
        (Waiting::Client(id, field), OtherValues::Client(others)) => {
            note_others_in(&mut lineage.clients, &book.clients, id, |marks, client| {
                marks.note_others(client, field, others, stamps);
            });
        }
        (Waiting::Income(id, field), OtherValues::Income(others)) => {
            note_others_in(&mut lineage.incomes, &book.incomes, id, |marks, income| {
                marks.note_others(income, field, others, stamps);
            });
        }
        _ => {}
    }
}

fn note_others_in<T: Fields>(
    table: &mut Table<Marks<T>>,
    records: &Table<T>,
    id: Id,
    note: impl FnOnce(&mut Marks<T>, &T),
) {
    if let Some(record) = records.get(id) {
        let mut marks = table.get(id).map(|marks| Marks::clone(marks)).unwrap_or_default();
        note(&mut marks, record);
        table.put(id, Arc::new(marks));
    }
}

fn note_one<T: Fields>(marks: &mut Arc<Marks<T>>, edit: &BeforeAfter<T>, stamp: Stamp) {
    if let (Some(before), Some(after)) = (&edit.before, &edit.after) {
        Arc::make_mut(marks).note_edit(before, after, stamp);
    }
}

fn note_in<T: Fields>(
    table: &mut Table<Marks<T>>,
    removed: &mut Table<T>,
    id: Id,
    edit: &BeforeAfter<T>,
    stamp: Stamp,
) {
    let known = table.get(id).map(|marks| Marks::clone(marks));
    let marks = match (&edit.before, &edit.after) {
        (Some(before), Some(after)) => {
            let mut marks = known.unwrap_or_default();
            marks.note_edit(before, after, stamp);
            marks
        }
        (Some(before), None) => {
            removed.put(id, Arc::clone(before));
            let mut marks = known.unwrap_or_default();
            marks.note_removal(stamp);
            marks
        }
        (None, Some(after)) => match (known, removed.get(id)) {
            (Some(mut marks), Some(before)) => {
                marks.note_edit(before, after, stamp);
                removed.remove(id);
                marks
            }
            _ => Marks::of(stamp),
        },
        (None, None) => return,
    };
    table.put(id, Arc::new(marks));
}
