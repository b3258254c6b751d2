//! What a change says, and what a book holds, in the words of [`super::truth`].

use std::collections::BTreeSet;

use kleurboek::{
    domain::{
        book::Book,
        fields::{Fields, IncomeField},
        id::Id,
        income::Income,
        marks::Marks,
        table::Table,
    },
    storage::format,
};

use super::truth::{Place, Values};

/// The house has no id of its own.
pub const HOUSE: u64 = 1;

pub fn any<'a, T>(present: &'a Table<T>, removed: &'a Table<T>, record: u64) -> Option<&'a T> {
    let id = Id::from_bits(record);
    present.get(id).or_else(|| removed.get(id)).map(AsRef::as_ref)
}

pub fn kept<T: Fields>(marks: &Marks<T>, record: &T, field: &str) -> BTreeSet<String> {
    let field = T::named(field).unwrap();
    marks.live(record, field).into_iter().map(|(_, value)| format!("{value:?}")).collect()
}

/// What an edit says field by field, with what each value replaces.
pub fn said<T: Fields>(values: &mut Values, record: u64, marks: &Marks<T>, before: Option<&T>, after: &T) {
    for field in T::FIELDS.iter().copied() {
        if before.is_some_and(|before| before.is_same(after, field)) {
            continue;
        }
        let value = after.value(field);
        let live: Vec<T::Value> = before
            .map_or(Vec::new(), |before| marks.live(before, field).into_iter().map(|(_, v)| v).collect());
        let is_swap = live.contains(&value);
        let is_combined = T::combined(&[&value]).is_some();
        let replaced: Vec<String> = live
            .iter()
            .filter(|old| {
                is_combined
                    || **old == value
                    || (!is_swap && before.is_some_and(|before| **old == before.value(field)))
            })
            .map(|old| format!("{old:?}"))
            .collect();
        values.push(((record, T::name(field)), format!("{value:?}"), replaced));
    }
}

pub fn settled<T: Fields>(
    record: u64,
    marks: &Marks<T>,
    shown: &T,
    field: T::Field,
) -> (Place, String, Vec<String>) {
    let live = marks.live(shown, field).into_iter().map(|(_, value)| format!("{value:?}")).collect();
    ((record, T::name(field)), format!("{:?}", shown.value(field)), live)
}

/// Compares two books, and shows the lines of their files that differ.
pub fn same(left: &Book, right: &Book, seed: u64, promise: &str) {
    if left == right {
        return;
    }
    // An income that went to somebody else while its client was erased: whether its label was forgotten depends on which
    // of the two was heard of first.
    if !left.lineage.erased.is_empty() && without_labels(left) == without_labels(right) {
        return;
    }
    let [left, right] = [left, right].map(|book| format::write(book, 0).unwrap());
    let only = |one: &str, other: &str| {
        one.lines().filter(|line| !other.lines().any(|same| same == *line)).collect::<Vec<_>>().join("\n")
    };
    panic!("seed {seed}: {promise}\n--- left\n{}\n--- right\n{}", only(&left, &right), only(&right, &left));
}

fn without_labels(book: &Book) -> Book {
    let mut book = book.clone();
    let ids: Vec<Id> = book.incomes.entries().map(|(id, _)| id).collect();
    for id in ids {
        let income = Income { label: String::new(), ..Income::clone(book.incomes.get(id).unwrap()) };
        book.incomes.put(id, income.into());
    }
    let ids: Vec<Id> = book.lineage.incomes.entries().map(|(id, _)| id).collect();
    for id in ids {
        let mut marks = Marks::clone(book.lineage.incomes.get(id).unwrap());
        marks.own.remove(&IncomeField::Label);
        marks.contested.remove(&IncomeField::Label);
        marks.presence.clear();
        if marks.is_default() {
            book.lineage.incomes.remove(id);
        } else {
            book.lineage.incomes.put(id, marks.into());
        }
    }
    book
}
