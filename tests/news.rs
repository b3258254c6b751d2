//! What the disk has to tell, on the screen: what was rescued, what others did, what is asked.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which also play the other program"
)]

mod support;

use std::{
    fs,
    path::Path,
    sync::{Arc, mpsc},
};

use egui::{Event, Key, Vec2};
use kleurboek::{
    app::{clock::Clock, journaller::Entry as _, opening::OpenBook, part::Part, session::News},
    domain::{
        book::{Book, Language},
        change::Change,
        client::Client,
        example,
        stamp::Actor,
    },
    storage::{
        disk::RealDisk,
        format,
        journal::{Header, Journal},
        open,
        places::Places,
    },
};
use support::{
    app::{Options, TestApp},
    earlier::open_list,
};

const BRAM: Actor = Actor::from_bits(0xb);

fn in_file(path: &Path) -> (Book, Option<blake3::Hash>, u64) {
    let opened = open::open(path).expect("the book opens");
    (opened.loaded.book, Some(opened.disk.hash), opened.loaded.generation)
}

/// Another program puts a version in the book's place, all at once.
fn put(path: &Path, book: &Book) {
    let beside = path.with_extension("new");
    fs::write(&beside, format::write(book, 9).expect("text")).expect("written");
    fs::rename(beside, path).expect("in its place");
}

fn noted(book: &Book, notes: &str) -> Change {
    let client = book.clients.iter().find(|client| client.name == "Bistro Loo").expect("there");
    let client = Client { notes: notes.to_owned(), ..Client::clone(client) };
    Change::default().client(book, client.id, Some(client))
}

/// Lets the window come forward, and waits for what the disk then tells.
fn until_shown(app: &mut TestApp, part: &str) {
    app.harness.event(Event::WindowFocused(true));
    while !app.shows(part) {
        app.harness.step();
        std::thread::yield_now();
    }
}

#[test]
fn the_next_start_says_what_was_rescued_and_enter_goes_on() {
    let app = TestApp::noor();
    let (path, places) = (app.book_path(), Places::under(app.home.path()));
    let app = app.restart();
    let (mut book, hash, generation) = in_file(&path);
    let header = Header::new(book.id, &path, hash, generation);
    let mut journal = Journal::begin(Arc::new(RealDisk), &places, header);
    let change = noted(&book, "net op tijd");
    let part = Part(change.commit(&mut book, Actor::from_bits(0xc)));
    let mut app = app.restart_after(|| {
        journal.append(&part.text().expect("text")).expect("appended");
        journal.sync().expect("synced");
    });
    app.settle();
    app.must_show("Je laatste werk is gered");
    app.must_show("Bistro Loo");
    app.press(Key::Enter);
    app.must_not_show("Je laatste werk is gered");
    app.click_containing("Bistro Loo");
    app.must_show("net op tijd");
    let mut app = app.restart();
    app.settle();
    app.must_not_show("Je laatste werk is gered");
}

#[test]
fn what_somebody_else_did_is_there_when_the_window_comes_forward() {
    let mut app = TestApp::noor();
    let path = app.book_path();
    let (mut book, ..) = in_file(&path);
    noted(&book, "van Bram").commit(&mut book, BRAM);
    put(&path, &book);
    until_shown(&mut app, "Ook ergens anders gewijzigd, en nu samengevoegd: Bistro Loo.");
    app.click_containing("Bistro Loo");
    app.must_show("van Bram");
}

#[test]
fn what_became_of_a_copy_beside_the_book_is_said_with_what_was_in_it() {
    for has_bin in [true, false] {
        let mut app = TestApp::noor();
        let path = app.book_path();
        if !has_bin {
            fs::write(app.home.path().join("bin"), "no folder").expect("written");
        }
        let copy = path.with_file_name("boek (Exemplaar met conflict van Bram 2026-11-21).kleurboek");
        let (mut book, ..) = in_file(&path);
        noted(&book, "van Bram").commit(&mut book, BRAM);
        put(&copy, &book);
        until_shown(&mut app, "Ook ergens anders gewijzigd, en nu samengevoegd: Bistro Loo.");
        app.must_show(if has_bin {
            "De kopie naast je boek is overbodig, en ligt in de prullenbak."
        } else {
            "De kopie naast je boek is overbodig, maar mag blijven liggen."
        });
        assert_eq!(copy.exists(), !has_bin);
        open_list(&mut app);
        app.must_show("kopie naast je boek");
    }
}

/// `book` without any income, as somebody else made it.
fn without_incomes(book: &Book) -> Book {
    let gone =
        book.incomes.entries().fold(Change::default(), |change, (id, _)| change.income(book, id, None));
    let mut book = book.clone();
    gone.commit(&mut book, BRAM);
    book
}

#[test]
fn a_question_that_came_while_it_was_answered_is_not_asked_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (path, places) = (home.path().join("boek.kleurboek"), Places::under(home.path()));
    let book = example::atelier_noor(Language::Dutch);
    put(&path, &book);
    let (wake, woken) = mpsc::channel();
    let wake = move || wake.send(()).unwrap_or_default();
    let clock = Clock::frozen_on(example::example_day());
    let mut open = OpenBook::open(&path, &places, clock, wake).expect("the book opens");
    put(&path, &without_incomes(&book));
    let asked = loop {
        open.session.look();
        woken.recv().expect("the disk has something to tell");
        let asked = open.session.attend().into_iter().find_map(|news| match news {
            News::Asks(asked) => Some(asked),
            _ => None,
        });
        if let Some(asked) = asked {
            break asked;
        }
    };
    // It finds the same once more, and that is not heard before the answer is given.
    open.session.look();
    woken.recv().expect("the disk has something to tell");
    open.session.answer(&asked, true).expect("it is answered");
    assert!(!open.session.attend().iter().any(|news| matches!(news, News::Asks(_))));
}

#[test]
fn closing_in_the_middle_of_a_question_says_why_not_and_never_happens_later_by_itself() {
    let mut app = TestApp::noor();
    let path = app.book_path();
    let (book, ..) = in_file(&path);
    put(&path, &without_incomes(&book));
    until_shown(&mut app, "Een andere versie mist veel");
    let close = |app: &mut TestApp| {
        let id = app.harness.ctx.viewport_id();
        let viewport = app.harness.input_mut().viewports.entry(id).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        app.harness.step();
        let commands = app.harness.output().viewport_output.get(&id).map(|output| output.commands.clone());
        // The event is over once it was seen.
        app.harness.input_mut().viewports.entry(id).or_default().events.clear();
        commands.unwrap_or_default()
    };
    assert!(close(&mut app).contains(&egui::ViewportCommand::CancelClose));
    app.settle();
    app.must_show("Nog niet alles is bewaard");
    app.must_show("Kies eerst wat er met de andere versie gebeurt.");
    app.must_show("Deze computer onthoudt wat je deed.");
    app.press(Key::Escape);
    app.click("Alles houden");
    app.wait_until_saved(10);
    for _ in 0..5 {
        app.harness.step();
        let output = app.harness.output().viewport_output.values().flat_map(|output| &output.commands);
        assert!(!output.into_iter().any(|command| *command == egui::ViewportCommand::Close));
    }
}

#[test]
fn much_that_is_gone_elsewhere_is_asked_about_and_stays_when_asked_to() {
    // A small window, which has no room for long sentences in its corner.
    let book = Some(example::atelier_noor(Language::Dutch));
    let mut app = TestApp::with(Options { book, size: Vec2::new(900.0, 640.0), ..Options::default() });
    let path = app.book_path();
    let (book, ..) = in_file(&path);
    put(&path, &without_incomes(&book));
    until_shown(&mut app, "Een andere versie mist veel");
    app.must_show("Nog niet bewaard");
    app.click("Alles houden");
    app.must_not_show("Een andere versie mist veel");
    app.must_show("€ 120 verdiend");
    app.wait_until_saved(10);
    assert!(!app.book_on_disk().incomes.is_empty());
}
