//! Two places that both exist are two lines; one that is gone and turns up elsewhere was moved.

use std::{fs, sync::Arc};

use kleurboek::{
    app::{
        command::Command,
        joining,
        opening::{self, OpenBook},
        preparing::Found,
        session::Outcome,
    },
    domain::example,
    storage::{
        backups::{Backups, last_good_copy},
        disk::RealDisk,
        line::Line,
        problem::Problem,
    },
};

use crate::desk::{Desk, book_at, close, close_unsaved, earn, has};

fn also_at(open: &OpenBook) -> Vec<&std::path::Path> {
    let told = open.found.iter().filter_map(|found| match found {
        Found::AlsoAt(other) => Some(other.as_path()),
        _ => None,
    });
    told.collect()
}

#[test]
fn what_is_added_in_a_copy_stays_in_the_copy() {
    let desk = Desk::new();
    desk.earns(&desk.book(), 1);
    let copy = desk.copy(&desk.book(), "proef/p.kleurboek");
    desk.earns(&copy, 7777);
    desk.earns(&desk.book(), 5);
    assert!(has(&book_at(&copy), 7777) && !has(&book_at(&copy), 5));
    assert!(has(&book_at(&desk.book()), 5) && !has(&book_at(&desk.book()), 7777));
    // And the other way round, however often they are opened.
    for _ in 0..3 {
        close(desk.open(&copy));
        close(desk.open(&desk.book()));
    }
    assert!(!has(&book_at(&copy), 5) && !has(&book_at(&desk.book()), 7777));
}

#[test]
fn what_is_removed_in_a_copy_stays_in_the_book() {
    let desk = Desk::new();
    let copy = desk.copy(&desk.book(), "proef/boek.kleurboek");
    let before = book_at(&desk.book());
    let mut open = desk.open(&copy);
    let ids: Vec<_> = open.session.book().incomes.entries().map(|(id, _)| id).collect();
    for id in ids {
        open.session.execute(&Command::RemoveIncome(id), None).unwrap();
    }
    close(open);
    desk.earns(&desk.book(), 3);
    assert!(book_at(&copy).incomes.is_empty());
    assert_eq!(book_at(&desk.book()).incomes.len(), before.incomes.len() + 1);
}

#[test]
fn the_copy_that_the_program_itself_writes_lives_apart_too() {
    let desk = Desk::new();
    let copy = desk.path("boeken/boek 2026-11-21.kleurboek");
    let opened = kleurboek::storage::open::open(&desk.book()).unwrap();
    let file = kleurboek::storage::save::BookFile::of(&opened, Arc::new(RealDisk));
    file.save_copy(&opened.loaded.book, &copy).unwrap();
    desk.earns(&copy, 7777);
    desk.earns(&desk.book(), 5);
    assert!(has(&book_at(&copy), 7777) && !has(&book_at(&copy), 5));
    assert!(has(&book_at(&desk.book()), 5) && !has(&book_at(&desk.book()), 7777));
}

#[test]
fn a_copy_says_once_that_it_lives_apart() {
    let desk = Desk::new();
    let copy = desk.copy(&desk.book(), "proef/p.kleurboek");
    // A command tells nobody, so it is still to be told.
    for _ in 0..2 {
        let open = desk.open(&copy);
        assert_eq!(also_at(&open), [desk.book()]);
        close(open);
    }
    let mut open = desk.open(&copy);
    open.was_told(&desk.places);
    close(open);
    assert_eq!(also_at(&desk.open(&copy)), [] as [&std::path::Path; 0]);
    assert_eq!(also_at(&desk.open(&desk.book())), [] as [&std::path::Path; 0], "it was here first");
}

#[test]
fn a_book_that_is_moved_or_renamed_keeps_its_history() {
    let desk = Desk::new();
    desk.earns(&desk.book(), 11);
    let history = desk.versions(&desk.book());
    assert!(history.len() >= 2);
    for name in ["boeken/mijn boek.kleurboek", "elders/boek.kleurboek", "elders/diep/x.kleurboek"] {
        let from = desk.all("").into_iter().find(|(path, _)| {
            path.extension().is_some_and(|end| end == "kleurboek") && !path.starts_with(desk.path("home"))
        });
        let (from, to) = (from.unwrap().0, desk.path(name));
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(from, &to).unwrap();
        let open = desk.open(&to);
        assert_eq!(open.found, [], "nothing to tell");
        close(open);
        assert_eq!(desk.versions(&to), history);
    }
    // Its folder renamed.
    fs::rename(desk.path("elders"), desk.path("mijn boeken")).unwrap();
    let to = desk.path("mijn boeken/diep/x.kleurboek");
    close(desk.open(&to));
    assert_eq!(desk.versions(&to), history);
    let lines = Line::all(&RealDisk, &desk.places).unwrap();
    assert_eq!(lines.len(), 1);
}

#[test]
fn a_journal_goes_along_with_a_book_that_is_moved() {
    let desk = Desk::new();
    let mut open = desk.open(&desk.book());
    let elsewhere = desk.path("elders.kleurboek");
    fs::rename(desk.book(), &elsewhere).unwrap();
    earn(&mut open, 7);
    // It is never made again in its old place; what was done is in the journal.
    close_unsaved(open);
    let open = desk.open(&elsewhere);
    assert!(matches!(open.found[..], [Found::Rescued(_)]), "{:?}", open.found);
    assert!(has(open.session.book(), 7));
}

#[test]
fn a_book_that_is_moved_while_it_is_open_is_open_still() {
    let desk = Desk::new();
    let open = desk.open(&desk.book());
    let elsewhere = desk.path("elders.kleurboek");
    fs::rename(desk.book(), &elsewhere).unwrap();
    assert_eq!(desk.try_open(&elsewhere).unwrap_err(), Problem::LockedByOther);
    drop(open);
    assert!(desk.try_open(&elsewhere).is_ok());
}

#[test]
fn a_copy_that_is_moved_over_the_place_of_the_book_stays_itself() {
    let desk = Desk::new();
    desk.earns(&desk.book(), 11);
    let copy = desk.copy(&desk.book(), "proef/p.kleurboek");
    desk.earns(&copy, 7777);
    desk.earns(&desk.book(), 5);
    let (of_copy, of_book) = (desk.versions(&copy), desk.versions(&desk.book()));
    fs::rename(&copy, desk.book()).unwrap();
    let open = desk.open(&desk.book());
    assert!(has(open.session.book(), 7777) && !has(open.session.book(), 5), "nothing flows in");
    close(open);
    assert_eq!(desk.versions(&desk.book()), of_copy);
    let backups = Backups::at(Arc::new(RealDisk), &desk.places, &desk.book()).unwrap();
    let listed = backups.list_with_older().unwrap();
    assert!(
        of_book.iter().all(|version| listed.contains(version)),
        "and what was there is still to be found"
    );
}

#[test]
fn a_book_that_was_damaged_goes_on_with_its_history_in_the_file_beside_it() {
    let desk = Desk::new();
    desk.earns(&desk.book(), 11);
    let history = desk.versions(&desk.book());
    let whole = fs::read(desk.book()).unwrap();
    fs::write(desk.book(), &whole[..whole.len() / 2]).unwrap();
    let copy = last_good_copy(&desk.places, &desk.book()).unwrap();
    let path = opening::take_back_copy(&copy, &desk.book(), &desk.places, example::example_day()).unwrap();
    let open = desk.open(&path);
    assert_eq!(open.found, [], "nothing to tell");
    assert!(has(open.session.book(), 11));
    close(open);
    assert!(history.iter().all(|version| desk.versions(&path).contains(version)));
}

#[test]
fn a_link_to_a_book_is_the_book_itself() {
    let desk = Desk::new();
    let link = desk.path("snelkoppeling.kleurboek");
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.book(), &link).unwrap();
    #[cfg(windows)]
    if std::os::windows::fs::symlink_file(desk.book(), &link).is_err() {
        eprintln!("SKIPPED: no right to make links here");
        return;
    }
    desk.earns(&link, 7);
    assert!(has(&book_at(&desk.book()), 7));
    assert_eq!(desk.versions(&link), desk.versions(&desk.book()));
    assert_eq!(Line::all(&RealDisk, &desk.places).unwrap().len(), 1);
}

#[test]
fn joining_brings_in_what_a_copy_holds_and_can_be_undone() {
    let desk = Desk::new();
    let copy = desk.copy(&desk.book(), "proef/p.kleurboek");
    desk.earns(&copy, 7777);
    let of_copy = fs::read(&copy).unwrap();
    let mut open = desk.open(&desk.book());
    earn(&mut open, 5);
    let theirs = joining::read_version_of(open.session.book(), &copy, example::example_day()).unwrap();
    assert!(matches!(open.session.join(&theirs), Ok(Outcome::Done(_))));
    assert!(has(open.session.book(), 7777) && has(open.session.book(), 5));
    assert_eq!(open.session.join(&theirs), Ok(Outcome::Unchanged));
    open.session.undo();
    assert!(!has(open.session.book(), 7777) && has(open.session.book(), 5));
    open.session.redo();
    close(open);
    assert!(has(&book_at(&desk.book()), 7777));
    assert_eq!(fs::read(&copy).unwrap(), of_copy, "the copy stays as it is");
}

#[test]
fn another_book_is_not_joined() {
    let (desk, other) = (Desk::new(), Desk::new());
    let mut book = book_at(&other.book());
    book.id = kleurboek::domain::id::Id::from_bits(9);
    let read = joining::read_version_of(&book, &desk.book(), example::example_day());
    assert_eq!(read, Err(Problem::AnotherBook));
}
