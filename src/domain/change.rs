//! A change to a book: the records before and after, by id.
//!
//! One representation serves undo, the stamps of merging, and with them the journal.

use std::sync::Arc;

use super::{
    book::{Book, House},
    client::Client,
    fields::Fields,
    id::Id,
    income::Income,
    other_values::{OtherValues, Waiting},
    plan::Plan,
};

/// One record before and after; none where it did not or no longer does exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeforeAfter<T> {
    /// As it was.
    pub before: Option<Arc<T>>,
    /// As it became.
    pub after: Option<Arc<T>>,
}

impl<T: PartialEq> BeforeAfter<T> {
    fn reversed(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// An edit of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The owner's ways. Always there.
    House(BeforeAfter<House>),
    /// The plan. Always there.
    Plan(BeforeAfter<Plan>),
    /// A client.
    Client(Id, BeforeAfter<Client>),
    /// An income.
    Income(Id, BeforeAfter<Income>),
    /// The values that wait beside the one a field shows.
    Others(Waiting, OtherValues, OtherValues),
}

/// Everything that one deed did to the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The edits, each record at most once.
    pub edits: Vec<Edit>,
}

impl Change {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Replaces the owner's ways.
    #[must_use]
    pub fn house(mut self, book: &Book, after: House) -> Self {
        if *book.house != after {
            let edit = BeforeAfter { before: Some(Arc::clone(&book.house)), after: Some(Arc::new(after)) };
            self.edits.push(Edit::House(edit));
        }
        self
    }

    /// Replaces the plan.
    #[must_use]
    pub fn plan(mut self, book: &Book, after: Plan) -> Self {
        if *book.plan != after {
            let edit = BeforeAfter { before: Some(Arc::clone(&book.plan)), after: Some(Arc::new(after)) };
            self.edits.push(Edit::Plan(edit));
        }
        self
    }

    /// Adds, replaces or (with none) removes a client.
    #[must_use]
    pub fn client(mut self, book: &Book, id: Id, after: Option<Client>) -> Self {
        let before = book.clients.get(id).cloned();
        if before.as_deref() != after.as_ref() {
            self.edits.push(Edit::Client(id, BeforeAfter { before, after: after.map(Arc::new) }));
        }
        self
    }

    /// Adds, replaces or (with none) removes an income.
    #[must_use]
    pub fn income(mut self, book: &Book, id: Id, after: Option<Income>) -> Self {
        let before = book.incomes.get(id).cloned();
        if before.as_deref() != after.as_ref() {
            self.edits.push(Edit::Income(id, BeforeAfter { before, after: after.map(Arc::new) }));
        }
        self
    }

    /// Replaces the values that wait beside the one a field shows.
    #[must_use]
    pub fn others(mut self, waiting: Waiting, before: OtherValues, after: OtherValues) -> Self {
        if before != after {
            self.edits.push(Edit::Others(waiting, before, after));
        }
        self
    }

    /// What makes `after` say what it says, starting from `before`; both are versions of one book. People who were erased
    /// from `before` stay so.
    pub fn between(before: &Book, after: &Book) -> Self {
        let mut after = after.clone();
        if !before.lineage.erased.is_empty() {
            Arc::make_mut(&mut after.lineage.erased).extend(before.lineage.erased.iter().copied());
            after.forget_erased();
        }
        let mut change =
            Self::default().house(before, House::clone(&after.house)).plan(before, Plan::clone(&after.plan));
        for (id, client) in after.clients.entries() {
            change = change.client(before, id, Some(Client::clone(client)));
        }
        for (id, _) in before.clients.entries().filter(|(id, _)| after.clients.get(*id).is_none()) {
            change = change.client(before, id, None);
        }
        for (id, income) in after.incomes.entries() {
            change = change.income(before, id, Some(Income::clone(income)));
        }
        for (id, _) in before.incomes.entries().filter(|(id, _)| after.incomes.get(*id).is_none()) {
            change = change.income(before, id, None);
        }
        change
    }

    /// Every record becomes what it is after, for looking ahead: without a stamp, so not to be kept.
    pub fn apply(&self, book: &mut Book) {
        for edit in &self.edits {
            match edit {
                Edit::House(edit) => put_one(&mut book.house, edit.after.as_ref()),
                Edit::Plan(edit) => put_one(&mut book.plan, edit.after.as_ref()),
                Edit::Client(id, edit) => match &edit.after {
                    Some(client) => book.clients.put(*id, Arc::clone(client)),
                    None => book.clients.remove(*id),
                },
                Edit::Income(id, edit) => match &edit.after {
                    Some(income) => book.incomes.put(*id, Arc::clone(income)),
                    None => book.incomes.remove(*id),
                },
                Edit::Others(..) => {}
            }
        }
    }

    /// What sets it back in `book`: only the fields that it changed, and only where they are still what it made them.
    #[must_use]
    pub fn set_back_in(&self, book: &Book) -> Self {
        let mut change = Self::default();
        for edit in &self.edits {
            change = match edit {
                Edit::House(edit) => match set_back(Some(&book.house), edit) {
                    Some(house) => change.house(book, house),
                    None => change,
                },
                Edit::Plan(edit) => match set_back(Some(&book.plan), edit) {
                    Some(plan) => change.plan(book, plan),
                    None => change,
                },
                Edit::Client(id, edit) => {
                    let now = book.clients.get(*id);
                    change.client(book, *id, set_back(now, edit))
                }
                Edit::Income(id, edit) => {
                    let now = book.incomes.get(*id);
                    change.income(book, *id, set_back(now, edit))
                }
                Edit::Others(waiting, before, after) => {
                    let now = OtherValues::of(book, *waiting);
                    // Only while nobody chose otherwise since.
                    if now == *after { change.others(*waiting, now, before.clone()) } else { change }
                }
            };
        }
        change
    }

    /// The incomes that it adds.
    pub fn added_incomes(&self) -> impl Iterator<Item = &Income> {
        self.edits.iter().filter_map(|edit| match edit {
            Edit::Income(_, BeforeAfter { before: None, after }) => after.as_deref(),
            _ => None,
        })
    }

    /// The same change the other way round.
    #[must_use]
    pub fn reversed(self) -> Self {
        let edits = self
            .edits
            .into_iter()
            .map(|edit| match edit {
                Edit::House(edit) => Edit::House(edit.reversed()),
                Edit::Plan(edit) => Edit::Plan(edit.reversed()),
                Edit::Client(id, edit) => Edit::Client(id, edit.reversed()),
                Edit::Income(id, edit) => Edit::Income(id, edit.reversed()),
                Edit::Others(waiting, before, after) => Edit::Others(waiting, after, before),
            })
            .collect();
        Self { edits }
    }

    /// This change and a `later` one as if they were one.
    #[must_use]
    pub fn followed_by(mut self, later: Self) -> Self {
        for edit in later.edits {
            let joined = self.edits.iter_mut().any(|earlier| match (earlier, &edit) {
                (Edit::House(earlier), Edit::House(edit)) => join(earlier, edit),
                (Edit::Plan(earlier), Edit::Plan(edit)) => join(earlier, edit),
                (Edit::Client(a, earlier), Edit::Client(b, edit)) if a == b => join(earlier, edit),
                (Edit::Income(a, earlier), Edit::Income(b, edit)) if a == b => join(earlier, edit),
                _ => false,
            });
            if !joined {
                self.edits.push(edit);
            }
        }
        self.edits.retain(|edit| match edit {
            Edit::House(edit) => edit.before != edit.after,
            Edit::Plan(edit) => edit.before != edit.after,
            Edit::Client(_, edit) => edit.before != edit.after,
            Edit::Income(_, edit) => edit.before != edit.after,
            Edit::Others(_, before, after) => before != after,
        });
        self
    }
}

fn put_one<T>(place: &mut Arc<T>, record: Option<&Arc<T>>) {
    if let Some(record) = record {
        *place = Arc::clone(record);
    }
}

fn join<T>(earlier: &mut BeforeAfter<T>, later: &BeforeAfter<T>) -> bool {
    earlier.after.clone_from(&later.after);
    true
}

/// The record as it should be once the edit is set back.
fn set_back<T: Fields>(now: Option<&Arc<T>>, edit: &BeforeAfter<T>) -> Option<T> {
    match (&edit.before, &edit.after, now) {
        (Some(before), Some(after), Some(now)) => Some(now.set_back(before, after)),
        // It was removed, and is still gone: it comes back.
        (Some(before), None, None) => Some(T::clone(before)),
        // It was added: it goes, unless somebody changed it since.
        (None, Some(after), Some(now)) if after == now => None,
        (_, _, now) => now.map(|now| T::clone(now)),
    }
}
