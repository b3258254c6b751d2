//! What holds for every book, whatever it was read from.

use std::collections::BTreeMap;

use crate::{
    counting::{Counting, allowed, peak_of},
    domain::{
        Day,
        book::Book,
        client::Client,
        fields::Fields,
        figure::DailyFigure,
        id::Id,
        income::Income,
        lineage::Lineage,
        marks::Marks,
        other_values,
        stamp::{Seen, Stamp},
        swatches,
        table::Table,
    },
    storage::{
        format::{self, HashLine, Loaded},
        problem::Problem,
    },
};

#[global_allocator]
static MEMORY: Counting = Counting;

/// Reads a text, within the memory that it may take.
pub fn read(text: &str) -> Result<Loaded, Problem> {
    let (read, peak) = peak_of(|| format::read(text));
    assert!(peak <= allowed(text.len()), "{peak} bytes of memory for {} bytes", text.len());
    read
}

/// What was read or merged can be written, and reads back as the same book.
pub fn comes_back(book: &Book) {
    let text = format::write(book, 7).expect("a book can be written");
    let read = format::read(&text).expect("what was written can be read");
    assert!(read.book == *book, "another book came back:\n{text}");
    assert_eq!((read.generation, read.hash, read.read_only_because), (7, HashLine::Right, None));
    assert!(read.repaired.is_empty(), "ids were changed:\n{text}");
    let line = format::write_part(book).expect("a book can be written on one line");
    assert!(format::read(&line).expect("a line can be read").book == *book, "another part came back");
}

/// What is on screen can be worked out.
pub fn can_be_shown(book: &Book) {
    let day = |year, month, day| Day::from_ymd_opt(year, month, day).expect("a day");
    let days = [day(2026, 11, 21), day(1999, 12, 31), day(2100, 2, 28), book.plan.start];
    // The days of a month can be looked at while its first and last exist.
    for today in days.into_iter().filter(|today| (day(1, 1, 1)..day(9999, 12, 31)).contains(today)) {
        let figure = DailyFigure::of(book, today);
        assert!((0.0..=1.0).contains(&figure.filled()));
        let _ = figure.rounded_cap(&book.plan);
        let swatches = swatches::all(book, today);
        assert!(swatches.len() <= book.clients.len());
    }
    for waiting in other_values::waiting(book) {
        let _ = other_values::OtherValues::of(book, waiting);
    }
}

/// Both in one, and whether what must hold for two copies holds for them.
pub fn merge(one: &Book, other: &Book) -> Book {
    let merged = one.merged_with(other);
    assert!(merged == other.merged_with(one), "not the same either way round");
    if agree(one, other) {
        assert!(merged.merged_with(one) == merged, "merging one again changes it");
        assert!(merged.merged_with(other) == merged, "merging the other again changes it");
    }
    nothing_missing(one, other, &merged);
    nothing_missing(other, one, &merged);
    comes_back(&merged);
    merged
}

/// Whether the stamps of two versions do not contradict each other: only then is more promised than that nothing is
/// lost. No version that the program wrote contradicts another; a text made up by a fuzzer mostly does.
pub fn agree(one: &Book, other: &Book) -> bool {
    let (ours, theirs) = (&one.lineage, &other.lineage);
    let seen = (&ours.seen, &theirs.seen);
    let clients = |book| {
        Side::<Client>::new(
            book,
            |book| &book.clients,
            |lineage| (&lineage.removed_clients, &lineage.clients),
        )
    };
    let incomes = |book| {
        Side::<Income>::new(
            book,
            |book| &book.incomes,
            |lineage| (&lineage.removed_incomes, &lineage.incomes),
        )
    };
    ours.erased.is_empty()
        && theirs.erased.is_empty()
        && fields_agree((&*one.house, &ours.house), (&*other.house, &theirs.house), seen)
        && fields_agree((&*one.plan, &ours.plan), (&*other.plan, &theirs.plan), seen)
        && clients(one).agrees(&clients(other), seen)
        && incomes(one).agrees(&incomes(other), seen)
}

struct Side<'a, T: Fields>(BTreeMap<Id, (&'a T, Marks<T>)>);

impl<'a, T: Fields> Side<'a, T> {
    fn new(
        book: &'a Book,
        present: fn(&Book) -> &Table<T>,
        apart: fn(&Lineage) -> (&Table<T>, &Table<Marks<T>>),
    ) -> Self {
        let (removed, marks) = apart(&book.lineage);
        let all = present(book).entries().chain(removed.entries());
        let marks_of = |id| marks.get(id).map(|marks| Marks::clone(marks)).unwrap_or_default();
        Self(all.map(|(id, record)| (id, (&**record, marks_of(id)))).collect())
    }

    fn agrees(&self, other: &Self, (our_seen, their_seen): (&Seen, &Seen)) -> bool {
        // Whoever knows of a change to a record has the record.
        let unseen = |(id, (_, marks)): (&Id, &(&T, Marks<T>)), there: &Self, seen: &Seen| {
            there.0.contains_key(id) || marks.stamps().all(|stamp| stamp.n == 0 || !seen.has(stamp))
        };
        let both = self.0.iter().filter_map(|(id, ours)| Some((ours, other.0.get(id)?)));
        self.0.iter().all(|record| unseen(record, other, their_seen))
            && other.0.iter().all(|record| unseen(record, self, our_seen))
            && both.into_iter().all(|(ours, theirs)| {
                fields_agree((ours.0, &ours.1), (theirs.0, &theirs.1), (our_seen, their_seen))
            })
    }
}

fn fields_agree<T: Fields>(
    (record, marks): (&T, &Marks<T>),
    (other, others): (&T, &Marks<T>),
    (our_seen, their_seen): (&Seen, &Seen),
) -> bool {
    let newest = |record: &T, marks: &Marks<T>| {
        let all = T::FIELDS.iter().flat_map(|field| marks.live(record, *field));
        all.map(|(stamp, _)| stamp).max().unwrap_or(marks.base)
    };
    let presence = |record: &T, marks: &Marks<T>| -> Vec<Stamp> {
        if marks.presence.is_empty() {
            return vec![newest(record, marks)];
        }
        marks.presence.iter().map(|(stamp, _)| *stamp).collect()
    };
    let some_survive = |ours: &[Stamp], theirs: &[Stamp]| {
        ours.iter().any(|stamp| theirs.contains(stamp) || !their_seen.has(*stamp))
            || theirs.iter().any(|stamp| !our_seen.has(*stamp))
    };
    some_survive(&presence(record, marks), &presence(other, others))
        && T::FIELDS.iter().all(|field| {
            let (ours, theirs) = (marks.live(record, *field), others.live(other, *field));
            let stamps = |values: &[(Stamp, T::Value)]| -> Vec<Stamp> {
                values.iter().map(|(stamp, _)| *stamp).collect()
            };
            is_whole(record, *field, &ours)
                && is_whole(other, *field, &theirs)
                && some_survive(&stamps(&ours), &stamps(&theirs))
        })
}

/// Whether the values of a field are as a merge leaves them: in order, each once, and the right one shown.
fn is_whole<T: Fields>(record: &T, field: T::Field, values: &[(Stamp, T::Value)]) -> bool {
    let newest_first: Vec<&T::Value> = values.iter().rev().map(|(_, value)| value).collect();
    let combined = if values.len() > 1 { T::combined(&newest_first) } else { None };
    let shown = combined.or_else(|| newest_first.first().map(|value| (*value).clone()));
    values.is_sorted_by(|a, b| a < b) && shown == Some(record.value(field))
}

/// What `one` has and nobody removed is in `merged`.
fn nothing_missing(one: &Book, other: &Book, merged: &Book) {
    let (theirs, all) = (&other.lineage, &merged.lineage);
    for (id, _) in one.clients.entries() {
        let is_gone = theirs.removed_clients.get(id).is_some() || all.erased.contains(&id);
        assert!(is_gone || merged.clients.get(id).is_some(), "client {id} is missing");
    }
    for (id, _) in one.incomes.entries() {
        let is_gone = theirs.removed_incomes.get(id).is_some();
        assert!(is_gone || merged.incomes.get(id).is_some(), "income {id} is missing");
    }
}
