//! A file in the book's place that is older than what was last known there: it opens as what it is, and asks.

use std::{fs, path::PathBuf};

use kleurboek::{
    app::{
        command::{Command, Refusal},
        deed::Deed,
        file_question::{FileChoice, FileQuestion, sentence},
        opening::OpenBook,
        preparing::Found,
        session::News,
    },
    domain::id::Id,
};

use crate::desk::{Desk, book_at, close, close_unsaved, earn, has, is_saved, saver};

/// A desk on which a backup was put back in the book's place: it lacks the incomes of 11, 12 and 13 euros.
fn put_back() -> (Desk, PathBuf) {
    let desk = Desk::new();
    let backup = desk.copy(&desk.book(), "stick/boek.kleurboek");
    for euros in [11, 12, 13] {
        desk.earns(&desk.book(), euros);
    }
    fs::copy(&backup, desk.book()).unwrap();
    let path = desk.book();
    (desk, path)
}

fn lacks(open: &OpenBook) -> String {
    let Some(FileQuestion::Older(last)) = open.question() else { panic!("it is asked") };
    sentence(open.session.book(), &last.book, "older-help", open.session.words())
}

fn has_all(open: &OpenBook) -> bool {
    [11, 12, 13].into_iter().all(|euros| has(open.session.book(), euros))
}

#[test]
fn it_opens_as_what_it_is_and_nothing_is_written_before_there_is_an_answer() {
    let (desk, path) = put_back();
    let before = desk.all("");
    for _ in 0..2 {
        let mut open = desk.open(&path);
        assert!(!has(open.session.book(), 11), "it shows what is in the file");
        assert_eq!(lacks(&open), "Dit boek is ouder dan wat je hier het laatst had: 3 bedragen minder.");
        let add = Command::AddClient(Id::from_bits(1), "Jo".to_owned());
        assert_eq!(open.session.execute(&add, None), Err(Refusal::AnswerFirst));
        assert_eq!(open.session.erase(Id::from_bits(1)), Err(Refusal::AnswerFirst));
        open.session.hurry();
        close(open);
    }
    let is_lock = |path: &PathBuf| path.components().any(|part| part.as_os_str() == "locks");
    let of = |all: Vec<(PathBuf, Vec<u8>)>| -> Vec<_> {
        all.into_iter().filter(|(path, _)| !is_lock(path)).collect()
    };
    assert_eq!(of(desk.all("")), of(before));
}

#[test]
fn taking_the_older_one_can_be_undone_and_what_was_there_stays_among_the_versions() {
    let (desk, path) = put_back();
    let mut open = desk.open(&path);
    open.choose(FileChoice::Take, saver).unwrap();
    assert!(open.question().is_none());
    assert!(!has(open.session.book(), 11));
    assert_eq!(open.session.history().done().last().map(|entry| &entry.deed), Some(&Deed::OlderTaken));
    open.session.undo();
    assert!(has_all(&open));
    open.session.redo();
    close(open);
    assert!(!has(&book_at(&path), 11));
    assert!(desk.versions(&path).iter().any(|version| has(&book_at(&version.path), 13)));
    let open = desk.open(&path);
    assert!(open.question().is_none() && open.found.is_empty(), "and it is not asked again");
}

#[test]
fn joining_gives_back_what_was_question() {
    let (desk, path) = put_back();
    let mut open = desk.open(&path);
    open.choose(FileChoice::Known, saver).unwrap();
    assert!(has_all(&open));
    close(open);
    assert!([11, 12, 13].into_iter().all(|euros| has(&book_at(&path), euros)));
    assert!(desk.open(&path).question().is_none());
}

#[test]
fn a_backup_on_a_stick_can_be_put_back_although_it_was_opened_there() {
    let desk = Desk::new();
    let backup = desk.copy(&desk.book(), "stick/boek.kleurboek");
    close(desk.open(&backup));
    desk.earns(&desk.book(), 11);
    fs::copy(&backup, desk.book()).unwrap();
    let mut open = desk.open(&desk.book());
    assert_eq!(lacks(&open), "Dit boek is ouder dan wat je hier het laatst had: 1 bedrag minder.");
    open.choose(FileChoice::Take, saver).unwrap();
    close(open);
    assert!(!has(&book_at(&desk.book()), 11));
    assert!(!has(&book_at(&backup), 11));
}

#[test]
fn what_a_crash_kept_is_not_put_in_an_older_file_but_counts_as_known() {
    let desk = Desk::new();
    let backup = desk.copy(&desk.book(), "stick/boek.kleurboek");
    desk.earns(&desk.book(), 11);
    // A crash: the book's folder is away, so what is done stays in the journal.
    let mut open = desk.open(&desk.book());
    let away = desk.path("weg");
    fs::rename(desk.path("boeken"), &away).unwrap();
    earn(&mut open, 12);
    close_unsaved(open);
    fs::rename(&away, desk.path("boeken")).unwrap();
    fs::copy(&backup, desk.book()).unwrap();

    let mut open = desk.open(&desk.book());
    assert_eq!(lacks(&open), "Dit boek is ouder dan wat je hier het laatst had: 2 bedragen minder.");
    open.choose(FileChoice::Take, saver).unwrap();
    close(open);
    assert!(!has(&book_at(&desk.book()), 12));
    assert!(desk.versions(&desk.book()).iter().any(|version| has(&book_at(&version.path), 12)), "it is kept");
    let open = desk.open(&desk.book());
    assert!(open.found.is_empty() && open.question().is_none(), "{:?}", open.found);
}

#[test]
fn a_crash_alone_is_rescued_without_a_question() {
    let desk = Desk::new();
    desk.earns(&desk.book(), 11);
    let mut open = desk.open(&desk.book());
    let away = desk.path("weg");
    fs::rename(desk.path("boeken"), &away).unwrap();
    earn(&mut open, 12);
    close_unsaved(open);
    fs::rename(&away, desk.path("boeken")).unwrap();
    let open = desk.open(&desk.book());
    assert!(matches!(open.found[..], [Found::Rescued(_)]), "{:?}", open.found);
    assert!(open.question().is_none() && has(open.session.book(), 12));
}

#[test]
fn people_who_were_erased_do_not_come_back_with_an_older_file() {
    for choice in [FileChoice::Take, FileChoice::Known, FileChoice::AsItIs] {
        let desk = Desk::new();
        let backup = desk.copy(&desk.book(), "stick/boek.kleurboek");
        let mut open = desk.open(&desk.book());
        let bistro =
            open.session.book().clients.iter().find(|client| client.name == "Bistro Loo").unwrap().id;
        open.session.erase(bistro).unwrap();
        earn(&mut open, 11);
        close(open);
        fs::copy(&backup, desk.book()).unwrap();
        let mut open = desk.open(&desk.book());
        assert_eq!(lacks(&open), "Dit boek is ouder dan wat je hier het laatst had: 1 bedrag minder.");
        assert!(open.session.book().clients.get(bistro).is_none());
        open.choose(choice, saver).unwrap();
        close(open);
        assert!(book_at(&desk.book()).clients.get(bistro).is_none(), "{choice:?}");
    }
}

#[test]
fn while_the_book_is_open_it_is_written_again_and_both_are_told_and_kept() {
    let desk = Desk::new();
    let backup = desk.copy(&desk.book(), "stick/boek.kleurboek");
    let older = fs::read(&backup).unwrap();
    desk.earns(&desk.book(), 11);
    let (mut open, woken) = desk.open_watched(&desk.book());
    fs::write(desk.path("boeken/nieuw"), older).unwrap();
    fs::rename(desk.path("boeken/nieuw"), desk.book()).unwrap();
    open.session.look();
    let news = loop {
        woken.recv().unwrap();
        let news = open.session.attend();
        if !news.is_empty() && is_saved(&open) {
            break news;
        }
    };
    assert_eq!(news, [News::OlderReplaced]);
    close(open);
    assert!(has(&book_at(&desk.book()), 11));
    assert!(desk.versions(&desk.book()).iter().any(|version| !has(&book_at(&version.path), 11)));
}

#[test]
fn a_newer_version_of_another_device_is_taken_without_a_question() {
    let desk = Desk::new();
    let elsewhere = Desk::new();
    let there = elsewhere.copy(&desk.book(), "boeken/boek.kleurboek");
    elsewhere.earns(&there, 21);
    fs::copy(&there, desk.book()).unwrap();
    let open = desk.open(&desk.book());
    assert!(open.question().is_none() && open.found.is_empty());
    assert!(has(open.session.book(), 21));
    close(open);
    // And when both went on, both are in one, which is told.
    desk.earns(&desk.book(), 22);
    elsewhere.earns(&there, 23);
    fs::copy(&there, desk.book()).unwrap();
    let open = desk.open(&desk.book());
    assert!(matches!(open.found[..], [Found::Merged(_)]), "{:?}", open.found);
    assert!([21, 22, 23].into_iter().all(|euros| has(open.session.book(), euros)));
}
