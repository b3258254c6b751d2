//! Taking an earlier version back: it says again what it said, undo gives the present back, and what was erased stays so.
//!
//! `KLEURBOEK_FULL=1 cargo test --release --test restoring` tries a hundred times as many histories.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod support;
#[path = "support/test_disk/mod.rs"]
mod test_disk;

use std::{collections::BTreeMap, sync::Arc};

use chrono::TimeDelta;
use kleurboek::{
    app::{
        clock::Clock,
        command::{ClientEdit, Command, NewIncome, Payer, Payment},
        session::{Keeping, Outcome, Session},
    },
    domain::{
        book::{Book, Language},
        client::Met,
        example,
        id::Id,
        money::Cents,
        stamp::Actor,
    },
    storage::{
        backups::{Backups, Version},
        disk::Disk,
        format,
        places::Places,
        save::BookFile,
    },
};
use proptest::prelude::*;
use support::commands::{KINDS, command, noor};
use test_disk::TestDisk;

const BOOK: &str = "/home/noor/boeken/boek.kleurboek";
const QUICK: u32 = 24;
const FULL: u32 = 2400;

fn cases() -> u32 {
    if std::env::var_os("KLEURBOEK_FULL").is_some() { FULL } else { QUICK }
}

fn places() -> Places {
    Places::under("/home/noor/.kleurboek")
}

/// Executes commands of these kinds, saving the book after each; every version in the backups with what it should say.
fn live(session: &mut Session, steps: &[(usize, usize, i64)]) -> Vec<(Version, Book, Book)> {
    let disk: Arc<dyn Disk> = Arc::new(TestDisk::new(1, &["/home/noor/boeken"]));
    let mut file = BookFile::create_new(BOOK, Arc::clone(&disk));
    let mut at = session.clock().now() - TimeDelta::days(40);
    let mut saved = BTreeMap::new();
    for step in std::iter::once(None).chain(steps.iter().map(Some)) {
        if let Some((kind, index, number)) = step {
            let command = command(session.book(), *kind, *index, *number);
            // A refused command leaves the book as it was.
            let _ = session.execute(&command, None);
        }
        file.save(session.book(), &places(), at).unwrap();
        file.keep(&places(), at);
        let generation = format::read(str::from_utf8(&disk.read(BOOK.as_ref(), u64::MAX).unwrap()).unwrap());
        saved.insert(generation.unwrap().generation, session.book().clone());
        at += TimeDelta::hours(7);
    }
    let backups = Backups::at(disk, &places(), BOOK.as_ref()).unwrap();
    let versions = backups.list().unwrap();
    let read = |version: Version| {
        let bytes = backups.read(&version).unwrap();
        let then = format::read(str::from_utf8(&bytes).unwrap()).unwrap().book;
        let should = saved[&version.generation].clone();
        (version, then, should)
    };
    versions.into_iter().map(read).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn every_version_comes_back_as_it_was_and_undo_gives_the_present_back(
        steps in prop::collection::vec((0..KINDS, 0_usize..100, 0_i64..1_000_000), 1..24)
    ) {
        let mut session = noor();
        let versions = live(&mut session, &steps);
        prop_assert!(!versions.is_empty());
        let present = session.book().clone();
        for (version, then, should) in versions {
            prop_assert!(then.says_the_same(&should));
            let copy = session.book().clone();
            let outcome = session.execute(&Command::TakeBack(Box::new(then), version.at.date()), None).unwrap();
            prop_assert!(session.book().says_the_same(&should));
            // It can be written and read, and counts as new for a copy that knows the present.
            let text = format::write(session.book(), 1).unwrap();
            prop_assert!(format::read(&text).unwrap().book.says_the_same(&should));
            prop_assert!(copy.merged_with(session.book()).says_the_same(&should));
            if outcome != Outcome::Unchanged {
                prop_assert!(session.undo().is_some());
            }
            prop_assert!(session.book().says_the_same(&present));
        }
    }
}

#[test]
fn taking_back_what_the_book_says_already_changes_nothing() {
    let mut session = noor();
    let then = Box::new(session.book().clone());
    let before = session.book().clone();
    let outcome = session.execute(&Command::TakeBack(then, session.today()), None).unwrap();
    assert_eq!(outcome, Outcome::Unchanged);
    assert_eq!(*session.book(), before);
}

/// The example, with somebody who was brought by Bistro Loo, and the words of the income they share.
fn before_erasing() -> (Book, Id, Id) {
    let mut session = noor();
    let find = |session: &Session, name: &str| {
        session.book().clients.iter().find(|client| client.name == name).unwrap().id
    };
    let (bistro, amina) = (find(&session, "Bistro Loo"), find(&session, "Amina Haddad"));
    let met = Met { through: Some(bistro), words: String::new() };
    session.execute(&Command::EditClient(amina, ClientEdit::Met(met)), None).unwrap();
    (session.book().clone(), bistro, amina)
}

#[test]
fn who_was_erased_does_not_come_back() {
    let (then, bistro, amina) = before_erasing();
    assert!(then.incomes_of(bistro).any(|income| !income.label.is_empty()));
    let mut now = then.clone();
    now.erase(bistro, Actor::from_bits(7));
    let erased = now.clone();
    let mut session = Session::new(now, Keeping::Nowhere, Clock::frozen_on(example::example_day()));
    session.execute(&Command::EditClient(amina, ClientEdit::Name("Amina".to_owned())), None).unwrap();
    session.execute(&Command::TakeBack(Box::new(then), session.today()), None).unwrap();
    assert!(session.book().says_the_same(&erased), "all came back but them");
    assert!(session.book().clients.get(bistro).is_none());
    assert!(session.book().incomes_of(bistro).all(|income| income.label.is_empty()));
    assert!(session.book().clients.iter().all(|client| client.met.through != Some(bistro)));
    let text = format::write(session.book(), 1).unwrap();
    assert!(!text.contains("Bistro Loo"), "nor does a word of them");
}

#[test]
fn an_income_given_later_to_who_was_erased_keeps_its_words_to_itself() {
    let mut session = noor();
    let bistro = session.book().clients.iter().find(|client| client.name == "Bistro Loo").unwrap().id;
    let new = NewIncome {
        amount: Cents::euros(80),
        from: Payer::Nobody,
        label: "Kaart voor Loo".to_owned(),
        day: session.today(),
        payment: Payment::Received,
    };
    session.execute(&Command::Earn(new), None).unwrap();
    let then = session.book().clone();
    let mut income =
        then.incomes.iter().find(|income| income.label == "Kaart voor Loo").unwrap().as_ref().clone();
    income.client = Some(bistro);
    let id = income.id;
    session.execute(&Command::CorrectIncome(income), None).unwrap();
    let mut now = session.book().clone();
    now.erase(bistro, Actor::from_bits(7));
    let mut session = Session::new(now, Keeping::Nowhere, Clock::frozen_on(example::example_day()));
    session.execute(&Command::TakeBack(Box::new(then), session.today()), None).unwrap();
    assert_eq!(session.book().incomes.get(id).unwrap().label, "");
    assert!(!format::write(session.book(), 1).unwrap().contains("Kaart voor Loo"));
}

#[test]
fn a_book_that_can_only_be_looked_at_takes_nothing_back() {
    let book = example::atelier_noor(Language::Dutch);
    let clock = Clock::frozen_on(example::example_day());
    let mut session = Session::new(book.clone(), Keeping::ReadOnly, clock);
    let other = Book::new(book.id, Language::Dutch, session.today());
    assert!(session.execute(&Command::TakeBack(Box::new(other), session.today()), None).is_err());
    assert_eq!(*session.book(), book);
}
