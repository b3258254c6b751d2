//! Merging copies of one book: record by record, field by field.
//!
//! Whatever the order in which copies are merged, the same book comes out; merging a copy again changes nothing; and a
//! value that was not overwritten knowingly is never lost, but for people who were erased.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    book::Book,
    fields::{Fields, IncomeField, IncomeValue},
    id::Id,
    income::Income,
    lineage::{Lineage, RecordId},
    marks::Marks,
    stamp::Seen,
    table::Table,
};

/// A version that takes away fewer records than this is never asked about.
const FEW: usize = 5;
/// Nor one that takes away no more than one record in so many.
const ONE_IN: usize = 5;

impl Book {
    /// Both versions in one. What is in only one of them is kept: only a removal that was made knowingly takes away.
    ///
    /// The versions should be of one book; the id of this one is kept.
    #[must_use]
    pub fn merged_with(&self, other: &Self) -> Self {
        let (ours, theirs) = (&self.lineage, &other.lineage);
        if self == other {
            return self.clone();
        }
        let mut erased = Arc::clone(&ours.erased);
        if !theirs.erased.is_subset(&erased) {
            Arc::make_mut(&mut erased).extend(theirs.erased.iter().copied());
        }
        let seen = (&ours.seen, &theirs.seen);
        let (house, house_marks) = join_one((&self.house, &ours.house), (&other.house, &theirs.house), seen);
        let (plan, plan_marks) = join_one((&self.plan, &ours.plan), (&other.plan, &theirs.plan), seen);
        let clients = join_tables(
            &Records { present: &self.clients, removed: &ours.removed_clients, marks: &ours.clients },
            &Records { present: &other.clients, removed: &theirs.removed_clients, marks: &theirs.clients },
            seen,
        );
        let incomes = join_tables(
            &Records { present: &self.incomes, removed: &ours.removed_incomes, marks: &ours.incomes },
            &Records { present: &other.incomes, removed: &theirs.removed_incomes, marks: &theirs.incomes },
            seen,
        );
        let mut book = Self {
            id: self.id,
            house,
            plan,
            clients: clients.present,
            incomes: incomes.present,
            lineage: Lineage {
                seen: ours.seen.with(&theirs.seen),
                house: house_marks,
                plan: plan_marks,
                clients: clients.marks,
                incomes: incomes.marks,
                removed_clients: clients.removed,
                removed_incomes: incomes.removed,
                erased,
            },
        };
        book.forget_erased();
        book
    }

    /// Takes out whatever is left of the people who were erased: their record, and the words with their incomes.
    pub(super) fn forget_erased(&mut self) {
        let erased = Arc::clone(&self.lineage.erased);
        for id in erased.iter().copied() {
            self.clients.remove(id);
            self.lineage.clients.remove(id);
            self.lineage.removed_clients.remove(id);
        }
        if !erased.is_empty() {
            forget_labels(&mut self.incomes, &mut self.lineage.incomes, &erased);
            forget_labels(&mut self.lineage.removed_incomes, &mut self.lineage.incomes, &erased);
        }
    }

    /// The records of this version that would no longer be there in `later`, but for people who were erased.
    pub fn missing_in(&self, later: &Self) -> Vec<RecordId> {
        let clients = self.clients.entries().map(|(id, _)| id);
        let clients = clients
            .filter(|id| later.clients.get(*id).is_none() && !later.lineage.erased.contains(id))
            .map(RecordId::Client);
        let incomes = self.incomes.entries().map(|(id, _)| id);
        let incomes = incomes.filter(|id| later.incomes.get(*id).is_none()).map(RecordId::Income);
        clients.chain(incomes).collect()
    }

    /// The records of this version that would go by taking over `theirs`, with which it is `merged`: those that are
    /// removed, and those that `theirs` knew and has not even as removed, as after a hand edit elsewhere. Merging alone
    /// would put the latter back without a word.
    pub fn gone_in(&self, theirs: &Self, merged: &Self) -> Vec<RecordId> {
        let (ours, their) = (&self.lineage, &theirs.lineage);
        let is_absent = |record: &RecordId| match record {
            RecordId::Client(id) => {
                their.removed_clients.get(*id).is_none() && are_seen(ours.clients.get(*id), &their.seen)
            }
            RecordId::Income(id) => {
                their.removed_incomes.get(*id).is_none() && are_seen(ours.incomes.get(*id), &their.seen)
            }
        };
        let absent = self.missing_in(theirs).into_iter().filter(is_absent);
        let mut gone: Vec<RecordId> = self.missing_in(merged).into_iter().chain(absent).collect();
        gone.sort_unstable();
        gone.dedup();
        gone
    }

    /// Whether so much of this version is gone that somebody should be asked: at least five records, and more than a
    /// fifth.
    pub fn is_much(&self, gone: usize) -> bool {
        gone >= FEW && gone.saturating_mul(ONE_IN) > self.clients.len() + self.incomes.len()
    }
}

/// The records of one kind in one version.
struct Records<'a, T: Fields> {
    present: &'a Table<T>,
    removed: &'a Table<T>,
    marks: &'a Table<Marks<T>>,
}

impl<T: Fields> Records<'_, T> {
    fn get(&self, id: Id) -> Option<&Arc<T>> {
        self.present.get(id).or_else(|| self.removed.get(id))
    }

    fn ids(&self) -> impl Iterator<Item = Id> {
        self.present.entries().chain(self.removed.entries()).map(|(id, _)| id)
    }
}

struct Joined<T: Fields> {
    present: Table<T>,
    removed: Table<T>,
    marks: Table<Marks<T>>,
}

type WithMarks<'a, T> = (&'a Arc<T>, &'a Arc<Marks<T>>);

fn join_one<T: Fields>(
    (ours, our_marks): WithMarks<'_, T>,
    (theirs, their_marks): WithMarks<'_, T>,
    (our_seen, their_seen): (&Seen, &Seen),
) -> (Arc<T>, Arc<Marks<T>>) {
    if ours == theirs && our_marks == their_marks {
        return (Arc::clone(ours), Arc::clone(our_marks));
    }
    let (record, mut marks) =
        Marks::<T>::join((ours, our_marks, our_seen), (theirs, their_marks, their_seen));
    // The house and the plan are always there.
    marks.presence.clear();
    (Arc::new(record), Arc::new(marks))
}

fn join_tables<T: Fields>(
    ours: &Records<'_, T>,
    theirs: &Records<'_, T>,
    (our_seen, their_seen): (&Seen, &Seen),
) -> Joined<T> {
    let mut joined =
        Joined { present: ours.present.clone(), removed: ours.removed.clone(), marks: ours.marks.clone() };
    let beginning = Arc::new(Marks::default());
    for id in theirs.ids() {
        let Some(their) = theirs.get(id) else { continue };
        let their_marks = theirs.marks.get(id).unwrap_or(&beginning);
        let Some(our) = ours.get(id) else {
            joined.put(id, Arc::clone(their), Arc::clone(their_marks));
            continue;
        };
        let our_marks = ours.marks.get(id).unwrap_or(&beginning);
        if our_marks == their_marks && our == their {
            continue;
        }
        let (record, marks) = Marks::<T>::join((our, our_marks, our_seen), (their, their_marks, their_seen));
        joined.put(id, Arc::new(record), Arc::new(marks));
    }
    joined
}

impl<T: Fields> Joined<T> {
    fn put(&mut self, id: Id, record: Arc<T>, marks: Arc<Marks<T>>) {
        let (to, from) = if marks.is_present() {
            (&mut self.present, &mut self.removed)
        } else {
            (&mut self.removed, &mut self.present)
        };
        to.put(id, record);
        from.remove(id);
        put_marks(&mut self.marks, id, marks);
    }
}

/// Whether everything that made a record what it is was seen; one without marks is as old as the book.
fn are_seen<T: Fields>(marks: Option<&Arc<Marks<T>>>, seen: &Seen) -> bool {
    marks.is_none_or(|marks| marks.stamps().all(|stamp| seen.has(stamp)))
}

/// Stamps that say nothing are left out, as in the file.
fn put_marks<T: Fields>(table: &mut Table<Marks<T>>, id: Id, marks: Arc<Marks<T>>) {
    if marks.is_default() {
        table.remove(id);
    } else {
        table.put(id, marks);
    }
}

/// The incomes of people who were erased stay, without a word.
fn forget_labels(incomes: &mut Table<Income>, all_marks: &mut Table<Marks<Income>>, erased: &BTreeSet<Id>) {
    let ids: Vec<Id> = incomes.entries().map(|(id, _)| id).collect();
    for id in ids {
        let (Some(income), marks) = (incomes.get(id).cloned(), all_marks.get(id).cloned()) else { continue };
        let waiting = marks.as_ref().and_then(|marks| marks.contested.get(&IncomeField::Client));
        let of_erased = |client: &Option<Id>| client.is_some_and(|client| erased.contains(&client));
        let is_theirs = of_erased(&income.client)
            || waiting
                .into_iter()
                .flatten()
                .any(|(_, value)| matches!(value, IncomeValue::Client(client) if of_erased(client)));
        if !is_theirs {
            continue;
        }
        if !income.label.is_empty() {
            let without = Income { label: String::new(), ..Income::clone(&income) };
            incomes.put(id, Arc::new(without));
        }
        if let Some(marks) = marks
            && marks.contested.contains_key(&IncomeField::Label)
        {
            let mut marks = Marks::clone(&marks);
            marks.only_newest(IncomeField::Label);
            put_marks(all_marks, id, Arc::new(marks));
        }
    }
}
