//! A book that a newer version saved.

use std::fs;

use kleurboek::{
    app::{
        clock::Clock,
        command::{Command, Refusal},
        opening,
    },
    domain::id::Id,
    storage::{open, problem::Problem},
};

use crate::desk::{Desk, Newer};

#[test]
fn what_only_the_newer_one_can_read_is_not_opened_and_not_touched() {
    let desk = Desk::new();
    let theirs = desk.newer_saves(Newer::Unreadable);
    assert_eq!(desk.open().unwrap_err(), Problem::NewerFormat { needs: 9 });
    assert_eq!((fs::read(&desk.path).unwrap(), desk.files()), (theirs, vec!["boek.kleurboek".to_owned()]));
}

#[test]
fn what_this_one_may_read_is_looked_at_only() {
    for newer in [Newer::Readable, Newer::WithAField] {
        let desk = Desk::new();
        let theirs = desk.newer_saves(newer);
        let mut open = desk.open().unwrap();
        assert!(open.read_only_because.is_some(), "{newer:?}");
        let refused = open.session.execute(&Command::AddClient(Id::from_bits(1), "Jo".to_owned()), None);
        assert_eq!(refused.unwrap_err(), Refusal::ReadOnly);
        drop(open);
        assert_eq!(fs::read(&desk.path).unwrap(), theirs, "{newer:?}");
        assert_eq!(desk.files(), ["boek.kleurboek"]);
    }
}

#[test]
fn a_copy_that_the_newer_one_left_is_not_made_into_an_older_book() {
    for newer in [Newer::Readable, Newer::WithAField, Newer::Unreadable] {
        let desk = Desk::new();
        let text = newer.text(&fs::read_to_string(&desk.path).unwrap());
        let copy = desk.root.path().join("kopie.kleurboek");
        fs::write(&copy, &text).unwrap();
        let today = Clock::of_the_machine().today();
        let taken = opening::take_back_copy(&copy, &desk.path, &desk.places, today);
        assert!(taken.is_err(), "{newer:?}: {taken:?}");
        assert_eq!(desk.files(), ["boek.kleurboek", "kopie.kleurboek"]);
    }
}

#[test]
fn an_older_format_is_of_no_concern_to_the_newer_one_until_it_is_saved() {
    let desk = Desk::new();
    let before = fs::read(&desk.path).unwrap();
    drop(desk.open().unwrap());
    assert_eq!(fs::read(&desk.path).unwrap(), before, "opening alone rewrites nothing");
    assert!(open::open(&desk.path).unwrap().loaded.read_only_because.is_none());
}
