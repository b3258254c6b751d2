//! One random history of a few copies.

use std::collections::BTreeSet;

use kleurboek::domain::{
    book::{Book, House, Language},
    change::Change,
    client::Client,
    fields::Fields,
    id::Id,
    income::Income,
    marks::Marks,
    money::Cents,
    other_values::{OtherValues, Waiting, waiting},
    stamp::Actor,
};

use super::{
    checks::{HOUSE, any, kept, said, same, settled},
    dice::Dice,
    truth::{Known, Place, Truth, Values},
};

pub struct Copy {
    pub book: Book,
    pub known: Known,
    pub actor: Actor,
    /// Older versions, as backups keep them.
    older: Vec<Book>,
    /// What the journal keeps of the changes, the first first.
    pub parts: Vec<Book>,
}

/// What a book should hold of what it knows of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// Every value that was not overwritten knowingly, and no other.
    Exactly,
    /// Those, and perhaps one that was overwritten so long ago that it is forgotten by whom.
    AtLeast,
}

pub struct History {
    pub dice: Dice,
    truth: Truth,
    pub copies: Vec<Copy>,
    erased: BTreeSet<Id>,
    next_value: u64,
    next_id: u64,
}

impl History {
    /// Runs the history of a seed; how many steps it had.
    pub fn run(seed: u64) -> u64 {
        let mut dice = Dice::new(seed);
        let actors = (0..2 + dice.below(3) as u64).map(|number| Actor::from_bits(0x10 + number * 7));
        let mut history = Self::new(dice, actors.collect());
        let steps = 4 + history.dice.below(16) as u64;
        for _ in 0..steps {
            history.step();
        }
        history.check(seed);
        steps
    }

    /// As many copies of a small book as there are actors.
    pub fn new(dice: Dice, actors: Vec<Actor>) -> Self {
        let start = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let mut book = Book::new(Id::from_bits(7), Language::Dutch, start);
        for number in 0..3 {
            let id = Id::from_bits(100 + number);
            book.clients.put(id, Client::named(id, format!("client {number}")).into());
            let id = Id::from_bits(200 + number);
            let client = Some(Id::from_bits(100 + number));
            book.incomes
                .put(id, Income { client, label: format!("label {number}"), ..Income::blank(id) }.into());
        }
        let copy = |actor| Copy {
            book: book.clone(),
            known: Known::default(),
            actor,
            older: Vec::new(),
            parts: Vec::new(),
        };
        let copies = actors.into_iter().map(copy).collect();
        let (truth, erased) = (Truth::default(), BTreeSet::new());
        Self { dice, truth, copies, erased, next_value: 0, next_id: 1000 }
    }

    fn step(&mut self) {
        let copy = self.dice.below(self.copies.len());
        if self.dice.one_in(3) {
            let now = self.copies[copy].book.clone();
            self.copies[copy].older.push(now);
        }
        match self.dice.below(16) {
            0..=11 => self.change(copy),
            12 => self.restore(copy),
            13 if self.dice.one_in(6) => self.erase(copy),
            _ => self.merge(copy),
        }
    }

    /// Does something to a copy that its owner could do.
    pub fn change(&mut self, copy: usize) {
        match self.dice.below(12) {
            0..=4 => self.edit_client(copy),
            5 | 6 => self.edit_income(copy),
            7 => self.edit_house(copy),
            8 => self.add(copy),
            9 => self.remove(copy),
            10 => self.bring_back(copy),
            _ => self.choose(copy),
        }
    }

    fn value(&mut self) -> String {
        self.next_value += 1;
        format!("value {}", self.next_value)
    }

    fn commit(&mut self, copy: usize, change: &Change) {
        let (values, there) = self.said_by(copy, change);
        self.note(copy, change, values, there);
    }

    fn note(&mut self, copy: usize, change: &Change, values: Values, there: Vec<(u64, bool)>) {
        let Copy { book, known, actor, parts, .. } = &mut self.copies[copy];
        let part = change.commit(book, *actor);
        if !change.is_empty() {
            parts.push(part);
        }
        self.truth.note(known, values, there);
    }

    /// What a change says, and what of that replaces what: the value that was shown, unless one that waited is taken.
    fn said_by(&self, copy: usize, change: &Change) -> (Values, Vec<(u64, bool)>) {
        use kleurboek::domain::change::Edit;
        let book = &self.copies[copy].book;
        let (mut values, mut there) = (Vec::new(), Vec::new());
        for edit in &change.edits {
            match edit {
                Edit::House(edit) => {
                    let (before, after) = (edit.before.as_deref(), edit.after.as_deref().unwrap());
                    said(&mut values, HOUSE, &book.lineage.house, before, after);
                }
                Edit::Client(id, edit) => {
                    there.push((id.bits(), edit.after.is_some()));
                    let marks =
                        book.lineage.clients.get(*id).map(|marks| Marks::clone(marks)).unwrap_or_default();
                    let before = edit.before.as_ref().or_else(|| book.lineage.removed_clients.get(*id));
                    if let Some(after) = &edit.after {
                        said(&mut values, id.bits(), &marks, before.map(AsRef::as_ref), after);
                    }
                }
                Edit::Income(id, edit) => {
                    there.push((id.bits(), edit.after.is_some()));
                    let marks =
                        book.lineage.incomes.get(*id).map(|marks| Marks::clone(marks)).unwrap_or_default();
                    let before = edit.before.as_ref().or_else(|| book.lineage.removed_incomes.get(*id));
                    if let Some(after) = &edit.after {
                        said(&mut values, id.bits(), &marks, before.map(AsRef::as_ref), after);
                    }
                }
                Edit::Plan(_) | Edit::Others(..) => {}
            }
        }
        (values, there)
    }

    fn client(&mut self, copy: usize) -> Option<Client> {
        let all: Vec<Id> = self.copies[copy].book.clients.entries().map(|(id, _)| id).collect();
        let id = self.dice.pick(&all)?;
        self.copies[copy].book.clients.get(id).map(|client| Client::clone(client))
    }

    fn income(&mut self, copy: usize) -> Option<Income> {
        let all: Vec<Id> = self.copies[copy].book.incomes.entries().map(|(id, _)| id).collect();
        let id = self.dice.pick(&all)?;
        self.copies[copy].book.incomes.get(id).map(|income| Income::clone(income))
    }

    fn edit_client(&mut self, copy: usize) {
        let Some(mut client) = self.client(copy) else { return };
        let value = self.value();
        match self.dice.below(4) {
            0 => client.name = value,
            1 => client.address = value,
            2 => client.notes = value,
            _ => client.notes = format!("{}\n{value}", client.notes),
        }
        let change = Change::default().client(&self.copies[copy].book, client.id, Some(client));
        self.commit(copy, &change);
    }

    fn edit_income(&mut self, copy: usize) {
        let Some(mut income) = self.income(copy) else { return };
        // As the command does: a client who is gone is nobody.
        income.client = income.client.filter(|client| self.copies[copy].book.clients.get(*client).is_some());
        if self.dice.one_in(2) {
            income.label = self.value();
        } else {
            self.next_value += 1;
            income.amount = Cents::new(self.next_value as i64 + 10);
        }
        let change = Change::default().income(&self.copies[copy].book, income.id, Some(income));
        self.commit(copy, &change);
    }

    fn edit_house(&mut self, copy: usize) {
        let name = self.value();
        let book = &self.copies[copy].book;
        let change = Change::default().house(book, House { name, ..House::clone(&book.house) });
        self.commit(copy, &change);
    }

    fn add(&mut self, copy: usize) {
        self.next_id += 1;
        let id = Id::from_bits(self.next_id);
        let value = self.value();
        let client = self.client(copy).map(|client| client.id);
        let book = &self.copies[copy].book;
        let change = if self.dice.one_in(2) {
            Change::default().client(book, id, Some(Client::named(id, value)))
        } else {
            Change::default().income(book, id, Some(Income { client, label: value, ..Income::blank(id) }))
        };
        self.commit(copy, &change);
    }

    fn remove(&mut self, copy: usize) {
        let change = if self.dice.one_in(2) {
            let Some(client) = self.client(copy) else { return };
            Change::default().client(&self.copies[copy].book, client.id, None)
        } else {
            let Some(income) = self.income(copy) else { return };
            Change::default().income(&self.copies[copy].book, income.id, None)
        };
        self.commit(copy, &change);
    }

    /// Undoes a removal, as undo and a restored backup do.
    fn bring_back(&mut self, copy: usize) {
        let book = &self.copies[copy].book;
        let removed: Vec<Id> = book.lineage.removed_clients.entries().map(|(id, _)| id).collect();
        let Some(id) = self.dice.pick(&removed) else { return };
        let book = &self.copies[copy].book;
        let client = book.lineage.removed_clients.get(id).map(|client| Client::clone(client));
        let change = Change::default().client(book, id, client);
        self.commit(copy, &change);
    }

    /// Takes a value that waits, or says that none of them is wanted.
    fn choose(&mut self, copy: usize) {
        let book = &self.copies[copy].book;
        let all = waiting(book);
        let Some(place) = self.dice.pick(&all) else { return };
        let book = &self.copies[copy].book;
        let others = OtherValues::of(book, place);
        if self.dice.one_in(2) {
            let shown: (Place, String, Vec<String>) = match place {
                Waiting::Client(id, field) => {
                    let client = book.clients.get(id).unwrap();
                    let marks = book.lineage.clients.get(id).unwrap();
                    settled(id.bits(), marks, client, field)
                }
                Waiting::Income(id, field) => {
                    let income = book.incomes.get(id).unwrap();
                    let marks = book.lineage.incomes.get(id).unwrap();
                    settled(id.bits(), marks, income, field)
                }
                Waiting::House(field) => settled(HOUSE, &book.lineage.house, &*book.house, field),
                Waiting::Plan(_) => return,
            };
            let change = Change::default().others(place, others.clone(), others.none());
            let there = match place {
                Waiting::Client(id, _) | Waiting::Income(id, _) => vec![(id.bits(), true)],
                Waiting::House(_) | Waiting::Plan(_) => Vec::new(),
            };
            self.note(copy, &change, vec![shown], there);
            return;
        }
        let change = match (place, others) {
            (Waiting::Client(id, _), OtherValues::Client(values)) => {
                let mut client = Client::clone(book.clients.get(id).unwrap());
                client.put(values[0].clone());
                Change::default().client(book, id, Some(client))
            }
            (Waiting::Income(id, _), OtherValues::Income(values)) => {
                let mut income = Income::clone(book.incomes.get(id).unwrap());
                income.put(values[0].clone());
                Change::default().income(book, id, Some(income))
            }
            _ => return,
        };
        self.commit(copy, &change);
    }

    /// A backup taken back, or the file put back to an older version by something else: then it is merged with the last
    /// known one.
    fn restore(&mut self, copy: usize) {
        let count = self.copies[copy].older.len();
        if count == 0 {
            return;
        }
        let older = self.copies[copy].older[self.dice.below(count)].clone();
        if self.dice.one_in(2) {
            let merged = older.merged_with(&self.copies[copy].book);
            assert_eq!(merged, self.copies[copy].book, "an older version of our own adds nothing");
            return;
        }
        let now = &self.copies[copy].book;
        let mut change = Change::between(now, &older);
        change.edits.retain(|edit| match edit {
            kleurboek::domain::change::Edit::Client(id, _) => !now.lineage.erased.contains(id),
            kleurboek::domain::change::Edit::Income(_, edit) => edit.after.as_ref().is_none_or(|income| {
                income.client.is_none_or(|client| !now.lineage.erased.contains(&client))
            }),
            _ => true,
        });
        self.commit(copy, &change);
    }

    fn erase(&mut self, copy: usize) {
        let Some(client) = self.client(copy) else { return };
        self.erased.insert(client.id);
        let incomes: Vec<Id> = self.copies[copy].book.incomes_of(client.id).map(|income| income.id).collect();
        let Copy { book, known, actor, .. } = &mut self.copies[copy];
        let mut values = Vec::new();
        for income in
            incomes.iter().filter_map(|id| book.incomes.get(*id)).filter(|income| !income.label.is_empty())
        {
            let marks =
                book.lineage.incomes.get(income.id).map(|marks| Marks::clone(marks)).unwrap_or_default();
            let without = Income { label: String::new(), ..Income::clone(income) };
            said(&mut values, income.id.bits(), &marks, Some(income), &without);
        }
        let there = values.iter().map(|((record, _), ..)| (*record, true)).collect();
        self.truth.note(known, values, there);
        book.erase(client.id, *actor);
    }

    fn merge(&mut self, copy: usize) {
        let other = self.dice.below(self.copies.len());
        let theirs = self.copies[other].book.clone();
        let known = self.copies[other].known.clone();
        let ours = &mut self.copies[copy];
        ours.book = ours.book.merged_with(&theirs);
        ours.known.learn(&known);
    }

    fn check(&mut self, seed: u64) {
        let books: Vec<&Book> = self.copies.iter().map(|copy| &copy.book).collect();
        for a in &books {
            same(&a.merged_with(a), a, seed, "merging with itself changes nothing");
            for b in &books {
                let ab = a.merged_with(b);
                same(&ab, &b.merged_with(a), seed, "either way round");
                same(&ab.merged_with(b), &ab, seed, "merging again changes nothing");
                for c in &books {
                    let (left, right) = (ab.merged_with(c), a.merged_with(&b.merged_with(c)));
                    same(&left, &right, seed, "in any order");
                }
            }
        }
        let mut all = Known::default();
        let mut merged = self.copies[0].book.clone();
        for copy in &self.copies {
            merged = merged.merged_with(&copy.book);
            all.learn(&copy.known);
        }
        self.check_nothing_lost(&merged, &all, seed, Promise::Exactly);
        for copy in &self.copies {
            self.check_nothing_lost(&copy.book, &copy.known, seed, Promise::Exactly);
        }
        if seed.is_multiple_of(500) {
            let text = kleurboek::storage::format::write(&merged, 3).unwrap();
            assert_eq!(kleurboek::storage::format::read(&text).unwrap().book, merged, "seed {seed}: on disk");
        }
    }

    pub fn check_nothing_lost(&self, book: &Book, known: &Known, seed: u64, promise: Promise) {
        for place in self.truth.places(known) {
            let (record, field) = place;
            let is_of_erased = |client: Option<Id>| client.is_some_and(|id| self.erased.contains(&id));
            let expected = self.truth.values(known, place);
            let kept: BTreeSet<String> = if record == HOUSE {
                kept(&book.lineage.house, &*book.house, field)
            } else if let Some(client) = any(&book.clients, &book.lineage.removed_clients, record) {
                let marks = book.lineage.clients.get(client.id).unwrap();
                if field == "notes" {
                    // Both texts are in it, line by line.
                    let shown = format!("{:?}", client.notes);
                    for line in expected
                        .iter()
                        .flat_map(|said| said.trim_start_matches("Notes").split(['(', ')', '"']))
                        .flat_map(|text| text.split("\\n"))
                    {
                        assert!(shown.contains(line), "seed {seed}: {line:?} is gone from the notes {shown}");
                    }
                    continue;
                }
                kept(marks, client, field)
            } else if let Some(income) = any(&book.incomes, &book.lineage.removed_incomes, record) {
                if field == "label" && !self.erased.is_empty() {
                    // May be forgotten with the person; that it is, is proven by the rules.
                    continue;
                }
                kept(book.lineage.incomes.get(income.id).unwrap(), income, field)
            } else {
                assert!(is_of_erased(Some(Id::from_bits(record))), "seed {seed}: a record is gone for ever");
                continue;
            };
            match promise {
                Promise::Exactly => {
                    assert_eq!(kept, expected, "seed {seed}: what {record:x}.{field} holds");
                }
                Promise::AtLeast => assert!(
                    kept.is_superset(&expected),
                    "seed {seed}: {record:x}.{field} holds {kept:?} and should {expected:?}"
                ),
            }
            if let Some(there) = self.truth.is_there(known, record)
                && !self.erased.contains(&Id::from_bits(record))
            {
                let id = Id::from_bits(record);
                let is_there = book.clients.get(id).is_some() || book.incomes.get(id).is_some();
                let may_be_back = promise == Promise::AtLeast && is_there;
                assert!(is_there == there || may_be_back, "seed {seed}: whether {record:x} is there");
            }
        }
    }
}
