//! Somebody who was erased stays out of what is kept afterwards, and is named where they still are.

use std::{fs, path::Path};

use kleurboek::{
    app::opening::OpenBook,
    domain::{change::Change, client::Client, id::Id, stamp::Actor},
    storage::{format, places::Places},
};

use crate::{
    desk::{Desk, book_at, clock, close, close_unsaved, earn, is_saved},
    support::app::TestApp,
};

const THEIRS: &str = "Bistro Loo";

fn bistro_loo(open: &OpenBook) -> Id {
    open.session.book().clients.iter().find(|client| client.name == THEIRS).unwrap().id
}

/// The files under a folder of the desk in which they are named.
fn naming(desk: &Desk, folder: &str) -> Vec<std::path::PathBuf> {
    let is_in = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(THEIRS);
    desk.all(folder).into_iter().filter(|(_, bytes)| is_in(bytes)).map(|(path, _)| path).collect()
}

/// A version of the book at `path` that somebody else changed, who did not hear of any erasing.
fn late(path: &Path) -> String {
    let mut book = book_at(path);
    let client =
        Client { address: "Kaai 9".to_owned(), ..Client::clone(book.clients.iter().next().unwrap()) };
    Change::default().client(&book.clone(), client.id, Some(client)).commit(&mut book, Actor::from_bits(0xb));
    format::write(&book, 9).unwrap()
}

#[test]
fn a_late_copy_is_archived_without_somebody_who_was_erased() {
    for name in ["boek-DESKTOP-4KJ9P2A.kleurboek", "boek.kleurboek"] {
        let desk = Desk::new();
        let text = late(&desk.book());
        let (mut open, woken) = desk.open_watched(&desk.book());
        open.session.erase(bistro_loo(&open)).unwrap();
        while !is_saved(&open) {
            woken.recv().unwrap();
        }
        let versions = || naming(&desk, "home/data");
        let before = versions();
        fs::write(desk.book().with_file_name(name), &text).unwrap();
        open.session.look();
        while !open.session.book().clients.iter().any(|client| client.address == "Kaai 9") {
            woken.recv().unwrap();
            open.session.attend();
        }
        close(open);
        assert_eq!(versions(), before, "{name}");
        let kept = desk.versions(&desk.book());
        let has_it = |path: &Path| {
            let book = book_at(path);
            book.clients.iter().any(|client| client.address == "Kaai 9") && book.clients.len() == 13
        };
        assert!(kept.iter().any(|version| has_it(&version.path)), "{name}: the rest of it is kept");
    }
}

#[test]
fn no_journal_of_a_book_that_moved_keeps_somebody_who_was_erased() {
    let desk = Desk::new();
    // A crash: the book's folder is away, so what is done stays in the journal.
    let mut open = desk.open(&desk.book());
    let moved = desk.path("verhuisd");
    fs::rename(desk.path("boeken"), &moved).unwrap();
    let client = Client::clone(open.session.book().clients.get(bistro_loo(&open)).unwrap());
    let notes = kleurboek::app::command::ClientEdit::Notes(format!("{THEIRS}, achteraan"));
    open.session.execute(&kleurboek::app::command::Command::EditClient(client.id, notes), None).unwrap();
    close_unsaved(open);
    assert!(!naming(&desk, "home/data/journals").is_empty(), "it is in the journal");

    let (mut open, woken) = desk.open_watched(&moved.join("boek.kleurboek"));
    earn(&mut open, 11);
    open.session.erase(client.id).unwrap();
    while !is_saved(&open) {
        woken.recv().unwrap();
    }
    open.session.forget_journals().unwrap().recv().unwrap().unwrap();
    close(open);
    assert_eq!(naming(&desk, "home/data/journals"), Vec::<std::path::PathBuf>::new());
}

#[test]
fn a_copy_that_still_has_somebody_who_was_erased_is_named_and_one_click_away() {
    let app = TestApp::noor();
    let (path, home) = (app.book_path(), app.home.path().to_owned());
    let copy = home.join("kopie.kleurboek");
    let mut app = app.restart_after(|| {
        fs::copy(&path, &copy).unwrap();
        close(OpenBook::open(&copy, &Places::under(&home), clock(), || {}).unwrap());
    });
    app.settle();
    app.click_containing(THEIRS);
    app.click("Meer");
    app.click("Voorgoed wissen…");
    app.click("Voorgoed wissen");
    let shown = copy.canonicalize().unwrap().display().to_string();
    while !app.shows(&shown) {
        std::thread::yield_now();
        app.harness.step();
    }
    app.settle();
    app.must_show(&format!("{THEIRS} staat nog in een kopie van je boek: {shown}."));
    app.click("Open die kopie");
    app.settle();
    app.must_show(THEIRS);
}
