//! Everything about one client: saved for them to read, or erased for ever, by the names on the screen.

#![allow(
    clippy::panic,
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod support;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use egui::{Key, Modifiers};
use kleurboek::{
    app::{client_export, erasing, summary, words::Words},
    domain::{
        book::{Book, Language},
        change::Change,
        client::{Client, Met},
        example,
        income::Income,
        stamp::Actor,
    },
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        format,
        line::Line,
        new_file,
        places::Places,
    },
};
use support::{
    app::{Options, TestApp},
    day,
    two_people::{self, bistro_loo},
};

/// What is known of Bistro Loo, and of nobody else.
const THEIRS: [&str; 8] = [
    "Bistro Loo",
    "Lowie Maes",
    "0470 12 34 13",
    "rekeningen@bistroloo.example",
    "Kaai 1",
    "Kaai 2",
    "Maandag gesloten",
    "Herfstkaart",
];

fn card() -> TestApp {
    let mut app = TestApp::with(Options { book: Some(two_people::book()), ..Options::default() });
    app.click_containing("Bistro Loo, Fijn");
    app
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("it can be read") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() { files.extend(files_under(&path)) } else { files.push(path) }
    }
    files
}

/// The files in which one of these stands, with which.
fn holding(folder: &Path, words: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for path in files_under(folder) {
        // One that is renamed meanwhile is looked at under its new name.
        let Ok(bytes) = fs::read(&path) else { continue };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let held =
            words.iter().filter(|word| text.contains(**word) || path.display().to_string().contains(**word));
        found.extend(held.map(|word| (path.clone(), (*word).to_owned())));
    }
    found
}

/// Draws until this is so.
fn draw_until(app: &mut TestApp, what: &str, is_so: impl Fn(&TestApp) -> bool) {
    for _ in 0..20_000 {
        if is_so(app) {
            app.settle();
            return;
        }
        std::thread::yield_now();
        app.harness.step();
    }
    panic!("it never came to this: {what}");
}

fn erase(app: &mut TestApp) {
    app.click("Meer");
    app.click("Voorgoed wissen…");
    app.click("Voorgoed wissen");
}

#[test]
fn everything_about_a_client_is_saved_for_a_person_to_read() {
    let mut app = card();
    app.click("Meer");
    app.click("Alles over deze klant bewaren…");
    app.must_show("Alles over Bistro Loo");
    let to = app.home.path().join("Bistro Loo 2026-11-21.txt");
    app.must_show(&to.display().to_string());
    app.click("Bewaren");
    draw_until(&mut app, "it is said to be saved", |app| app.shows("Alles over Bistro Loo is bewaard."));
    let text = fs::read_to_string(&to).expect("it is there").replace('\u{a0}', " ");
    for part in THEIRS {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    for line in [
        "Naam: Bistro Loo",
        "Kleur: Fijn",
        "Hoe het voelt: goed",
        "Hoe we bij elkaar kwamen: via Café Plein",
        "€ 450, Menukaart: verdiend op zaterdag 24 oktober 2026, verwacht op dinsdag 24 november 2026",
        "het adres van Bistro Loo: Kaai 1",
    ] {
        assert!(text.contains(line), "“{line}” is not in\n{text}");
    }
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let mut app = card();
    let there = app.home.path().join("Bistro Loo 2026-11-21.txt");
    new_file::write_new(&RealDisk, &there, b"iets anders").expect("it is written");
    app.click("Meer");
    app.click("Alles over deze klant bewaren…");
    app.must_show("Bistro Loo 2026-11-21 2.txt");
    app.retype_in("Waar komt het te staan?", &there.display().to_string());
    app.click("Bewaren");
    draw_until(&mut app, "it is said that it is not saved", |app| app.shows("Daar staat al een bestand"));
    assert_eq!(fs::read_to_string(&there).expect("it is there"), "iets anders");
}

#[test]
fn every_field_of_a_client_and_of_their_income_is_in_the_file_also_what_was_removed() {
    let mut book = example::atelier_noor(Language::Dutch);
    let id = bistro_loo(&book);
    let client = Client {
        met: Met { through: None, words: "op de kermis".to_owned() },
        archived: true,
        ..Client::clone(book.clients.get(id).expect("there"))
    };
    Change::default().client(&book, id, Some(client)).commit(&mut book, Actor::default());
    let gone = book.incomes_of(id).next().expect("there").clone();
    Change::default().income(&book, gone.id, None).commit(&mut book, Actor::default());
    let today = day(2026, 11, 21);
    let text = client_export::text(&book, id, today, &Words::new(Language::Dutch)).expect("they are there");
    for part in ["op de kermis", "in het archief", gone.label.as_str(), "Weggehaalde inkomsten"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    for income in book.incomes_of(id) {
        assert!(text.contains(&income.label), "{} is not in\n{text}", income.label);
    }
    let english = client_export::text(&book, id, today, &Words::new(Language::English)).expect("there");
    assert!(
        english.contains("Everything about Bistro Loo")
            && english.contains("expected on Tuesday 24 November 2026"),
        "{english}"
    );
}

#[test]
fn erasing_needs_no_mouse_and_asks_first() {
    let mut app = TestApp::with(Options { book: Some(two_people::book()), ..Options::default() });
    let swatch =
        app.everything().into_iter().find(|name| name.starts_with("Bistro Loo, Fijn")).expect("there");
    let open = |app: &mut TestApp| {
        app.tab_to("Meer");
        app.press(Key::Enter);
        app.tab_to("Voorgoed wissen…");
        app.press(Key::Enter);
        app.must_show("Je kan dit niet ongedaan maken.");
    };
    app.tab_to(&swatch);
    app.press(Key::Enter);
    open(&mut app);
    assert_eq!(app.focused().as_deref(), Some("Toch niet"), "Enter by mistake costs nothing");
    app.press(Key::Enter);
    app.must_not_show("Je kan dit niet ongedaan maken.");
    app.must_show("Kopiëren: Kaai 2");
    open(&mut app);
    app.press(Key::Tab);
    assert_eq!(app.focused().as_deref(), Some("Voorgoed wissen"));
    app.press(Key::Enter);
    app.must_show("Bistro Loo is voorgoed gewist.");
    app.must_show("Alle 13");
    assert!(app.book_on_disk().clients.iter().all(|client| client.name != "Bistro Loo"));
}

#[test]
fn erasing_cannot_be_undone_and_what_was_done_before_neither() {
    let mut app = card();
    app.click("heerlijk");
    erase(&mut app);
    app.must_show("Bistro Loo is voorgoed gewist.");
    app.must_not_show("Andere versie");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("Alle 13");
    app.must_not_show("Bistro Loo, Fijn");
    let book = app.book_on_disk();
    assert_eq!(
        book.incomes.len(),
        example::atelier_noor(Language::Dutch).incomes.len(),
        "their income stays"
    );
}

#[test]
fn after_erasing_nothing_of_them_is_left_on_this_machine() {
    let mut app = card();
    // So that there are earlier versions with them.
    app.click("Neem deze: Kaai 1");
    app.wait_until_saved(2);
    app.click("heerlijk");
    app.wait_until_saved(3);
    let home = app.home.path().to_owned();
    assert!(holding(&home, &THEIRS).len() > THEIRS.len(), "in the book and in earlier versions");
    erase(&mut app);
    draw_until(&mut app, "nothing of them is left", |_| holding(&home, &THEIRS).is_empty());
    let mut app = app.restart();
    app.settle();
    app.must_show("Alle 13");
    assert_eq!(holding(&home, &THEIRS), []);
    // Every earlier version is still there, and whole.
    let backups = Backups::at(Arc::new(RealDisk), &Places::under(&home), &home.join("boek.kleurboek"))
        .expect("it was saved");
    let versions = backups.list().expect("there are some");
    assert!(versions.len() >= 3);
    for version in versions {
        let bytes = backups.read(&version).expect("it is whole");
        let book = format::read(str::from_utf8(&bytes).expect("text")).expect("a book").book;
        assert_eq!(book.clients.len(), 13);
    }
}

#[test]
fn what_could_not_be_forgotten_is_forgotten_at_the_next_opening() {
    let mut book = two_people::book();
    let old = format::write(&book, 1).expect("text");
    book.erase(bistro_loo(&book), Actor::default());
    let mut app = TestApp::with(Options { book: Some(book.clone()), ..Options::default() });
    let home = app.home.path().to_owned();
    let backups =
        Backups::at(Arc::new(RealDisk), &Places::under(&home), &app.book_path()).expect("it was saved");
    app.settle();
    // As if the machine stopped before it could forget them.
    let at = day(2026, 11, 20).and_hms_opt(12, 0, 0).expect("a time");
    backups.keep(old.as_bytes(), 1, at, format::HashLine::Right).expect("it is kept");
    assert!(!holding(&home, &THEIRS).is_empty());
    let mut app = app.restart();
    draw_until(&mut app, "nothing of them is left", |_| holding(&home, &THEIRS).is_empty());
}

/// Those of a line of its own, in this home.
fn backups(home: &Path, book: &Book) -> Backups {
    let (disk, places): (Arc<dyn Disk>, _) = (Arc::new(RealDisk), Places::under(home));
    let line = Line::claim(&disk, &places, &home.join("boek.kleurboek"), book.id, None).expect("a line");
    Backups::of(disk, &places, &line)
}

#[test]
fn a_version_that_cannot_be_read_goes_when_it_holds_their_name() {
    let book = two_people::book();
    let home = tempfile::tempdir().expect("a temporary folder");
    let backups = backups(home.path(), &book);
    let at = day(2026, 11, 20).and_hms_opt(12, 0, 0).expect("a time");
    for (number, text) in [(1, "(half a book of Bistro Loo"), (2, "(half a book of nobody")] {
        backups.keep(text.as_bytes(), number, at, format::HashLine::Wrong).expect("it is kept");
    }
    let erased = BTreeSet::from([bistro_loo(&book)]);
    erasing::forget(&backups, &erased, &["Bistro Loo".to_owned()]).expect("it is forgotten");
    assert_eq!(holding(home.path(), &["Bistro Loo"]), []);
    assert_eq!(backups.list().expect("a list").len(), 1, "the other one is left alone");
}

#[test]
fn a_version_without_them_is_left_alone_and_forgetting_twice_changes_nothing() {
    let mut book: Book = two_people::book();
    let home = tempfile::tempdir().expect("a temporary folder");
    let backups = backups(home.path(), &book);
    let at = day(2026, 11, 20).and_hms_opt(12, 0, 0).expect("a time");
    let id = bistro_loo(&book);
    let keep = |book: &Book, generation| {
        let text = format::write(book, generation).expect("text");
        backups.keep(text.as_bytes(), generation, at, format::HashLine::Right).expect("it is kept");
    };
    keep(&book, 1);
    book.erase(id, Actor::default());
    keep(&book, 2);
    let erased = BTreeSet::from([id]);
    erasing::forget(&backups, &erased, &[]).expect("it is forgotten");
    let once = backups.list().expect("a list");
    assert_eq!(once.len(), 2);
    erasing::forget(&backups, &erased, &[]).expect("it is forgotten");
    assert_eq!(backups.list().expect("a list"), once);
}

#[test]
fn somebody_erased_stays_erased_when_an_older_version_comes_back() {
    let older = two_people::book();
    let id = bistro_loo(&older);
    let mut now = older.clone();
    now.erase(id, Actor::from_bits(1));
    let mut restored = now.clone();
    Change::between(&now, &older).commit(&mut restored, Actor::from_bits(1));
    for book in [restored, now.merged_with(&older), older.merged_with(&now)] {
        let text = format::write(&book, 1).expect("text");
        for word in THEIRS {
            assert!(!text.contains(word), "{word} is back");
        }
        let words = |income: &Income| income.client == Some(id) && !income.label.is_empty();
        assert!(!book.incomes.iter().any(|income| words(income)));
    }
}

#[test]
fn a_version_that_cannot_be_reached_is_said_and_the_others_are_done() {
    let mut app = card();
    app.click("heerlijk");
    app.wait_until_saved(2);
    let home = app.home.path().to_owned();
    let folder = home.join("data/backups").join(two_people::book().id.to_string());
    fs::create_dir_all(folder.join("00000009-20261120T120000-0123abcd.kleurboek")).expect("it is made");
    erase(&mut app);
    draw_until(&mut app, "it is said", |app| app.shows("Bistro Loo staat nog in een eerdere versie."));
    assert_eq!(holding(&home, &THEIRS), [], "the others are done");
}

#[test]
fn what_came_back_or_was_merged_never_names_or_counts_who_was_erased() {
    let here = Actor::from_bits(7);
    for language in Language::ALL {
        let words = Words::new(language);
        let older = two_people::book();
        let id = bistro_loo(&older);
        let mut newer = older.clone();
        newer.erase(id, here);
        assert_eq!(summary::sentence(&older, &newer, &words), "");
        for (version, other) in [(&older, &newer), (&newer, &older)] {
            assert_eq!(summary::beside(version, other, &words), words.say("beside-details"));
        }
        // What else came back is said, and nothing more.
        let other = newer.clients.iter().next().expect("somebody").clone();
        let noted = Client { notes: "Nieuw".to_owned(), ..Client::clone(&other) };
        Change::default().client(&newer, other.id, Some(noted)).commit(&mut newer, here);
        assert_eq!(summary::sentence(&older, &newer, &words), other.name);
        // Somebody who was only removed is not said to be back.
        Change::default().client(&newer, other.id, None).commit(&mut newer, here);
        let said = summary::sentence(&older, &newer, &words);
        assert!(said.starts_with(&format!("{} (", other.name)), "{said}");
    }
}

#[test]
fn somebody_erased_elsewhere_is_gone_here_without_a_word() {
    let mut app = card();
    app.press(Key::Escape);
    let path = app.book_path();
    let mut theirs = kleurboek::storage::open::open(&path).expect("the book opens").loaded.book;
    let id = bistro_loo(&theirs);
    theirs.erase(id, Actor::from_bits(7));
    let beside = path.with_extension("new");
    fs::write(&beside, format::write(&theirs, 9).expect("text")).expect("written");
    fs::rename(beside, path).expect("in its place");
    app.harness.event(egui::Event::WindowFocused(true));
    draw_until(&mut app, "they are gone", |app| !app.shows("Bistro Loo, Fijn"));
    app.settle();
    app.must_not_show("Bistro Loo");
    app.must_not_show("samengevoegd");
}
