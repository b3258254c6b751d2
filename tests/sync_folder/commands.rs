//! What people do to a book, with values that are never the same, and what of it may not be lost.

use std::collections::BTreeSet;

use kleurboek::domain::{
    book::{Book, House, Language},
    change::{Change, Edit},
    client::Client,
    id::Id,
    income::Income,
    lineage::RecordId,
    marks::Marks,
    stamp::{Actor, Seen, Stamp},
    table::Table,
};

use super::{
    checks::{HOUSE, any, kept, said},
    test_disk::chance::Chance,
    truth::{Known, Truth, Values},
};

/// The book everybody starts from.
pub fn first_book() -> Book {
    let start = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let mut book = Book::new(Id::from_bits(7), Language::Dutch, start);
    for number in 0..4 {
        let id = Id::from_bits(100 + number);
        book.clients.put(id, Client::named(id, format!("client {number}")).into());
        let (client, id) = (Some(id), Id::from_bits(200 + number));
        let income = Income { client, label: format!("label {number}"), ..Income::blank(id) };
        book.incomes.put(id, income.into());
    }
    book
}

/// Everything that was done, and what every change knew.
pub struct Commands {
    chance: Chance,
    truth: Truth,
    done: Vec<(Stamp, Known)>,
    next: u64,
}

impl Commands {
    pub fn new(seed: u64) -> Self {
        Self { chance: Chance::new(seed), truth: Truth::default(), done: Vec::new(), next: 1000 }
    }

    /// How many there were.
    pub fn count(&self) -> u64 {
        self.done.len() as u64
    }

    /// Does something to the book as an actor.
    pub fn some(&mut self, book: &mut Book, actor: Actor) {
        self.next += 1;
        let (id, value) = (Id::from_bits(self.next), format!("value {}", self.next));
        let client = self.one(&book.clients);
        let income = self.one(&book.incomes);
        let change = match (self.chance.below(12), client, income) {
            (0..=2, Some(mut client), _) => {
                client.address = value;
                Change::default().client(book, client.id, Some(client))
            }
            (3 | 4, Some(mut client), _) => {
                client.name = value;
                Change::default().client(book, client.id, Some(client))
            }
            (5 | 6, _, Some(mut income)) => {
                income.client = income.client.filter(|client| book.clients.get(*client).is_some());
                income.label = value;
                Change::default().income(book, income.id, Some(income))
            }
            (7, _, _) => Change::default().house(book, House { name: value, ..House::clone(&book.house) }),
            (8, Some(client), _) => Change::default().client(book, client.id, None),
            (9, _, _) if self.chance.is_one_in(4) => Self::most_go(book),
            (10, client, _) => {
                let income =
                    Income { client: client.map(|client| client.id), label: value, ..Income::blank(id) };
                Change::default().income(book, id, Some(income))
            }
            _ => Change::default().client(book, id, Some(Client::named(id, value))),
        };
        self.commit(book, actor, &change);
    }

    /// Nearly everything is removed: other devices ask about that.
    fn most_go(book: &Book) -> Change {
        let clients = book.clients.entries().skip(1).map(|(id, _)| id).collect::<Vec<_>>();
        let incomes = book.incomes.entries().skip(1).map(|(id, _)| id).collect::<Vec<_>>();
        let change = clients.into_iter().fold(Change::default(), |change, id| change.client(book, id, None));
        incomes.into_iter().fold(change, |change, id| change.income(book, id, None))
    }

    /// Everything that another version would take away stays.
    pub fn keep_all(&mut self, book: &mut Book, gone: &[RecordId], actor: Actor) {
        let mut known = self.known(&book.lineage.seen);
        let there = gone.iter().filter_map(|record| match record {
            RecordId::Client(id) => book.clients.get(*id).map(|_| (id.bits(), true)),
            RecordId::Income(id) => book.incomes.get(*id).map(|_| (id.bits(), true)),
        });
        self.truth.note(&mut known, Vec::new(), there.collect());
        book.hold_on_to(gone, actor);
        self.done.push((last(book, actor), known));
    }

    fn one<T: Clone>(&mut self, records: &Table<T>) -> Option<T> {
        let place = self.chance.below(records.len() as u64);
        records.iter().nth(usize::try_from(place).unwrap()).map(|record| T::clone(record))
    }

    fn commit(&mut self, book: &mut Book, actor: Actor, change: &Change) {
        if change.is_empty() {
            return;
        }
        let (mut values, mut there) = (Values::new(), Vec::new());
        let lineage = &book.lineage;
        for edit in &change.edits {
            match edit {
                Edit::House(edit) => {
                    let (before, after) = (edit.before.as_deref(), edit.after.as_deref().unwrap());
                    said(&mut values, HOUSE, &lineage.house, before, after);
                }
                Edit::Client(id, edit) => {
                    there.push((id.bits(), edit.after.is_some()));
                    let marks =
                        lineage.clients.get(*id).map_or_else(Marks::default, |marks| Marks::clone(marks));
                    if let Some(after) = &edit.after {
                        said(&mut values, id.bits(), &marks, edit.before.as_deref(), after);
                    }
                }
                Edit::Income(id, edit) => {
                    there.push((id.bits(), edit.after.is_some()));
                    let marks =
                        lineage.incomes.get(*id).map_or_else(Marks::default, |marks| Marks::clone(marks));
                    if let Some(after) = &edit.after {
                        said(&mut values, id.bits(), &marks, edit.before.as_deref(), after);
                    }
                }
                Edit::Plan(_) | Edit::Others(..) => {}
            }
        }
        let mut known = self.known(&lineage.seen);
        change.commit(book, actor);
        self.truth.note(&mut known, values, there);
        self.done.push((last(book, actor), known));
    }

    /// What a version knows that says it has seen this.
    fn known(&self, seen: &Seen) -> Known {
        let mut known = Known::default();
        self.done.iter().filter(|(stamp, _)| seen.has(*stamp)).for_each(|(_, then)| known.learn(then));
        known
    }

    /// Whether a version that everything came together in has all that it should.
    pub fn check_nothing_is_lost(&self, book: &Book, seed: u64) {
        let mut all = Known::default();
        self.done.iter().for_each(|(_, then)| all.learn(then));
        for (stamp, _) in &self.done {
            assert!(book.lineage.seen.has(*stamp), "seed {seed}: {stamp} was never heard of");
        }
        for place in self.truth.places(&all) {
            let (record, field) = place;
            let held: BTreeSet<String> = if record == HOUSE {
                kept(&book.lineage.house, &*book.house, field)
            } else if let Some(client) = any(&book.clients, &book.lineage.removed_clients, record) {
                kept(book.lineage.clients.get(client.id).unwrap(), client, field)
            } else {
                let income = any(&book.incomes, &book.lineage.removed_incomes, record);
                let income = income.unwrap_or_else(|| panic!("seed {seed}: {record:x} is gone for ever"));
                kept(book.lineage.incomes.get(income.id).unwrap(), income, field)
            };
            let expected = self.truth.values(&all, place);
            assert_eq!(held, expected, "seed {seed}: what {record:x}.{field} holds");
            if let Some(there) = self.truth.is_there(&all, record) {
                let id = Id::from_bits(record);
                let is_there = book.clients.get(id).is_some() || book.incomes.get(id).is_some();
                assert_eq!(is_there, there, "seed {seed}: whether {record:x} is there");
            }
        }
    }
}

/// The last change of an actor that a book knows of.
fn last(book: &Book, actor: Actor) -> Stamp {
    book.lineage.seen.iter().find(|stamp| stamp.actor == actor).unwrap()
}
