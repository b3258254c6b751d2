//! The newer version saves the book, or a copy beside it, while this one has it open.

use std::fs;

use kleurboek::{
    app::{preparing::Found, saver::SaveStatus, session::News},
    storage::problem::Problem,
};

use crate::desk::{Desk, Newer, add, book_at, has, until};

#[test]
fn a_newer_format_is_never_written_over_and_what_was_done_here_waits_in_the_journal() {
    for (newer, needs) in [(Newer::Readable, 3), (Newer::Unreadable, 9)] {
        let desk = Desk::new();
        let ours = fs::read(&desk.path).unwrap();
        let (mut open, woken) = desk.open_watched();
        let theirs = desk.newer_saves(newer);
        add(&mut open, "Jo");
        let status = until(&open, &woken, |status| matches!(status, SaveStatus::Failed(_)));
        assert_eq!(status, SaveStatus::Failed(Problem::NewerFormat { needs }), "{newer:?}");
        drop(open);
        assert_eq!(fs::read(&desk.path).unwrap(), theirs, "{newer:?}");
        assert_eq!(desk.files(), ["boek.kleurboek"], "{newer:?}");

        // The newer version understands the journals of this one; so does this one, once the book is its own again.
        fs::write(&desk.path, &ours).unwrap();
        let open = desk.open().unwrap();
        assert!(matches!(open.found.first(), Some(Found::Rescued(_))), "{newer:?}");
        assert!(has(open.session.book(), "Jo"));
        drop(open);
        assert!(has(&book_at(&desk.path), "Jo"));
    }
}

#[test]
fn fields_that_only_the_newer_one_knows_stay_and_ours_goes_beside() {
    let desk = Desk::new();
    let (mut open, woken) = desk.open_watched();
    let theirs = desk.newer_saves(Newer::WithAField);
    add(&mut open, "Jo");
    let status = until(&open, &woken, |status| matches!(status, SaveStatus::Beside(_)));
    let SaveStatus::Beside(beside) = status else { panic!("{status:?}") };
    assert!(open.session.attend().contains(&News::Moved(beside.clone())), "it is said");
    drop(open);
    assert_eq!(fs::read(&desk.path).unwrap(), theirs);
    assert!(has(&book_at(&beside), "Jo"));
}

#[test]
fn a_copy_of_the_newer_one_beside_the_book_is_left_to_it() {
    for newer in [Newer::Readable, Newer::WithAField, Newer::Unreadable] {
        let desk = Desk::new();
        let copy = desk.root.path().join("boek (conflicted copy 2026-11-21 140300).kleurboek");
        let text = newer.text(&fs::read_to_string(&desk.path).unwrap());
        fs::write(&copy, &text).unwrap();
        let (mut open, woken) = desk.open_watched();
        add(&mut open, "Jo");
        until(&open, &woken, |status| matches!(status, SaveStatus::Saved(_)));
        drop(open);
        assert_eq!(fs::read_to_string(&copy).unwrap(), text, "{newer:?}");
        assert!(has(&book_at(&desk.path), "Jo"));
    }
}
