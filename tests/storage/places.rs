//! What is kept on the machine: locks and settings.

use std::{fs, path::PathBuf};

use kleurboek::storage::{
    lock::BookLock,
    machine::{FirstFigure, Machine, ThemeChoice, WindowPlace},
    places::Places,
    problem::Problem,
};

use crate::books::day;

#[test]
fn a_book_is_open_in_one_window() {
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    let book = places.default_book();
    // Before there is a file or even a folder.
    let lock = BookLock::take(&places, &book).unwrap();
    assert_eq!(BookLock::take(&places, &book).unwrap_err(), Problem::LockedByOther);
    // The same book once it is there, and by another path.
    fs::create_dir_all(book.parent().unwrap()).unwrap();
    fs::write(&book, "").unwrap();
    let roundabout = places.documents.join("Kleurboek").join(".").join("Mijn kleurboek.kleurboek");
    assert_eq!(BookLock::take(&places, &roundabout).unwrap_err(), Problem::LockedByOther);
    let other = BookLock::take(&places, &places.documents.join("other.kleurboek"));
    assert!(other.is_ok());
    drop(lock);
    assert!(BookLock::take(&places, &book).is_ok());
    assert_eq!(fs::read_dir(book.parent().unwrap()).unwrap().count(), 1, "nothing beside the book");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_book_is_the_same_book() {
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    let (book, link) = (root.path().join("book.kleurboek"), root.path().join("link.kleurboek"));
    std::os::unix::fs::symlink("book.kleurboek", &link).unwrap();
    let _lock = BookLock::take(&places, &link).unwrap();
    assert_eq!(BookLock::take(&places, &book).unwrap_err(), Problem::LockedByOther);
}

fn some_settings() -> Machine {
    Machine {
        theme: ThemeChoice::Dark,
        text_size: 125,
        calm_motion: true,
        start_hidden: true,
        window: Some(WindowPlace {
            width: 1280.0,
            height: 900.5,
            at: Some((-1920, 30)),
            scale: 1.5,
            is_maximized: true,
        }),
        recent_books: vec![PathBuf::from("/boeken/één \"boek\".kleurboek")],
        language: Some("nl".to_owned()),
        first_figures: vec![FirstFigure {
            book: "000000000000b00c".to_owned(),
            day: day(2026, 11, 21),
            cents: 18_500,
        }],
    }
}

#[test]
fn settings_read_back_the_same() {
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    assert_eq!(Machine::load(&places), Machine::default());
    some_settings().save(&Machine::default(), &places).unwrap();
    assert_eq!(Machine::load(&places), some_settings());
}

#[test]
fn settings_survive_garbage() {
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    fs::create_dir_all(&places.config).unwrap();
    let path = places.config.join("machine.ron");
    let nest = "(".repeat(100_000);
    for garbage in [&b"\xff\xfe"[..], b"", b"(theme: Purple", b"(text_size: [1e999)", nest.as_bytes()] {
        fs::write(&path, garbage).unwrap();
        assert_eq!(Machine::load(&places), Machine::default());
        assert!(!path.exists());
        assert_eq!(fs::read(places.config.join("machine.ron.unreadable")).unwrap(), garbage);
    }
    some_settings().save(&Machine::default(), &places).unwrap();
    assert_eq!(Machine::load(&places), some_settings());
}

#[test]
fn settings_stay_within_bounds() {
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    fs::create_dir_all(&places.config).unwrap();
    let text = "(text_size: 9000, window: (width: inf, height: 1, x: 0, y: 0), from_a_newer_version: 1)";
    fs::write(places.config.join("machine.ron"), text).unwrap();
    let machine = Machine::load(&places);
    assert_eq!((machine.text_size, machine.window), (200, None));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_unicode_is_left_out() {
    use std::os::unix::ffi::OsStringExt;
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    let odd = PathBuf::from(std::ffi::OsString::from_vec(vec![b'/', 0xff]));
    let machine = Machine { recent_books: vec![odd, PathBuf::from("/book")], ..Machine::default() };
    machine.save(&Machine::default(), &places).unwrap();
    assert_eq!(Machine::load(&places).recent_books, [PathBuf::from("/book")]);
}
