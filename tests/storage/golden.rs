//! A file of every format there ever was opens for ever, and says what it said.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test storage golden` writes the newest one anew. The older ones never change.

use std::{fs, path::PathBuf};

use chrono::Days;
use kleurboek::{
    domain::{
        book::{Book, House, Language},
        change::Change,
        client::Client,
        example,
        id::Id,
        income::Income,
        money::Cents,
        other_values::waiting,
        stamp::Actor,
        table::Table,
    },
    storage::format::{self, HashLine},
};

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/books").join(name)
}

/// A small book with everything in it that a file can hold.
fn everything([anna, bram]: [Actor; 2]) -> Book {
    let noor = example::atelier_noor(Language::Dutch);
    let mut book = Book { clients: Table::default(), incomes: Table::default(), ..noor.clone() };
    let mut add = Change::default();
    for client in noor.clients.iter().take(4) {
        add = add.client(&book, client.id, Some(Client::clone(client)));
    }
    for income in noor.incomes.iter().take(5) {
        add = add.income(&book, income.id, Some(Income::clone(income)));
    }
    add.commit(&mut book, anna);
    let ids: Vec<Id> = book.clients.entries().map(|(id, _)| id).collect();
    let renamed = |book: &Book, name: &str, notes: &str| {
        let client = Client::clone(book.clients.get(ids[0]).unwrap());
        let client = Client { name: name.to_owned(), notes: notes.to_owned(), ..client };
        Change::default().client(book, ids[0], Some(client))
    };
    let mut other = book.clone();
    renamed(&book, "Bistro Loo aan zee", "houdt van blauw").commit(&mut book, anna);
    let house = House { payment_term: 14, ..House::clone(&other.house) };
    renamed(&other, "Loo", "belt liever").house(&other, house).commit(&mut other, bram);
    Change::default().client(&other, ids[1], None).commit(&mut other, bram);
    let income = Income::clone(book.incomes.iter().next().unwrap());
    let raised = Income { amount: Cents::new(12_345), ..income.clone() };
    Change::default().income(&book, income.id, Some(raised)).commit(&mut book, anna);
    Change::default().income(&other, income.id, None).commit(&mut other, bram);
    book = book.merged_with(&other);
    book.erase(ids[2], anna);
    book
}

#[test]
fn format_1_reads_and_writes_the_same_for_ever() {
    reads_and_writes_the_same("format-1.kleurboek", &everything([0xa, 0xb].map(Actor::from_bits)));
}

#[test]
fn format_2_reads_and_writes_the_same_for_ever() {
    let made_on = |day, random| Actor::made_on(example::example_day() + Days::new(day), random);
    reads_and_writes_the_same("format-2.kleurboek", &everything([made_on(0, 0xa), made_on(1, 0xb)]));
}

fn reads_and_writes_the_same(name: &str, book: &Book) {
    let path = golden(name);
    let text = format::write(book, 7).unwrap();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    assert!(kept == text, "{name} is written otherwise than before");
    let loaded = format::read(&kept).unwrap();
    assert_eq!(&loaded.book, book);
    assert_eq!((loaded.generation, loaded.hash, loaded.read_only_because), (7, HashLine::Right, None));
    assert_eq!(waiting(book).len(), 1, "with a value that waits");
    let lineage = &book.lineage;
    assert_eq!((lineage.removed_clients.len(), lineage.erased.len()), (1, 1));
}

#[test]
fn a_file_from_before_there_were_stamps_opens_as_it_was() {
    let loaded =
        format::read(&fs::read_to_string(golden("format-1-without-stamps.kleurboek")).unwrap()).unwrap();
    assert_eq!(loaded.book, example::atelier_noor(Language::Dutch));
    assert_eq!((loaded.hash, loaded.read_only_because), (HashLine::Right, None));
}
