//! Another book: from the list of those opened last, or dropped on the window; by the names on the screen.
#![allow(clippy::expect_used, clippy::disallowed_methods, reason = "tests, which also play another program")]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use egui::{DroppedFile, HoveredFile, Key};
use egui_kittest::kittest::Queryable as _;
use kleurboek::{
    domain::{book::Book, book::Language, example, id::Id},
    storage::{disk::RealDisk, machine::Machine, places::Places, save::BookFile},
};
use support::app::{Options, TestApp};

const LIVING: &str = "Hoeveel heb je per maand nodig om van te leven?";

/// Something that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nothing reads it this way".to_owned())
    }
}

fn drop_on(app: &mut TestApp, paths: &[&Path]) {
    let files = paths.iter().map(|path| Arc::new(Dropped(path.to_path_buf())) as Arc<_>);
    let input = app.harness.input_mut();
    input.dropped_files.extend(files);
    app.settle();
}

/// A book of somebody else with nothing in it, in a file of this name.
fn other_book(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let mut book = Book::new(Id::from_bits(0x07e5), Language::Dutch, example::example_day());
    book.plan = example::atelier_noor(Language::Dutch).plan;
    BookFile::create_new(&path, Arc::new(RealDisk))
        .save(&book, &Places::under(folder.join("elsewhere")), example::example_day().into())
        .expect("it is written");
    path
}

/// An app with the example open, that had these books open before.
fn app_after(books: &[PathBuf]) -> TestApp {
    let machine = Machine { recent_books: books.to_vec(), ..Machine::default() };
    let book = Some(example::atelier_noor(Language::Dutch));
    TestApp::with(Options { book, machine, ..Options::default() })
}

fn settings_with_list(app: &mut TestApp, shown: &str) {
    app.click("Instellingen");
    while !app.shows(shown) {
        thread::yield_now();
        app.harness.step();
    }
}

#[test]
fn a_book_of_before_is_one_click_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = other_book(folder.path(), "Van Mo.kleurboek");
    let mut app = app_after(std::slice::from_ref(&other));
    settings_with_list(&mut app, "Onlangs geopend");
    let open = format!("Open Van Mo in {}", folder.path().display());
    app.click(&open);
    app.must_show("Eerste klant toevoegen");
    // The one that was open now is in the list, and this one no longer.
    settings_with_list(&mut app, "Open boek in");
    app.must_not_show(&open);
    app.tab_to(&format!("Open boek in {}", app.home.path().display()));
    app.press(Key::Enter);
    app.must_show("€ 185 vandaag nodig");
}

#[test]
fn a_book_that_is_not_there_now_is_said_so_and_cannot_be_clicked() {
    let gone = PathBuf::from("/nowhere/Oud.kleurboek");
    let mut app = app_after(&[gone]);
    settings_with_list(&mut app, "Oud in /nowhere is nu niet te vinden");
    app.must_not_show("Open Oud");
}

#[test]
fn without_other_books_there_is_no_list() {
    let mut app = app_after(&[]);
    app.click("Instellingen");
    app.must_show("Ander boek openen");
    app.must_not_show("Onlangs geopend");
}

#[test]
fn where_a_book_does_not_open_the_others_are_offered() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = other_book(folder.path(), "Van Mo.kleurboek");
    let recent_books = vec![folder.path().join("weg.kleurboek"), other];
    let machine = Machine { recent_books, ..Machine::default() };
    let mut app = TestApp::with(Options { machine, ..Options::default() });
    app.must_show("Dit boek gaat niet open");
    app.click(&format!("Open Van Mo in {}", folder.path().display()));
    app.must_show("Eerste klant toevoegen");
}

#[test]
fn a_book_dropped_on_the_window_opens_at_every_stage() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = other_book(folder.path(), "Van Mo.kleurboek");
    let welcome = TestApp::welcome();
    let recent_books = vec![folder.path().join("weg.kleurboek")];
    let machine = Machine { recent_books, ..Machine::default() };
    let trouble = TestApp::with(Options { machine, ..Options::default() });
    for mut app in [welcome, trouble, TestApp::noor()] {
        drop_on(&mut app, &[&other]);
        app.must_show("Eerste klant toevoegen");
    }
}

#[test]
fn a_book_dropped_while_a_sheet_is_open_opens_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = other_book(folder.path(), "Van Mo.kleurboek");
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    drop_on(&mut app, &[&other]);
    app.must_show("Eerste klant toevoegen");
}

#[test]
fn of_several_files_the_first_book_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = other_book(folder.path(), "Van Mo.kleurboek");
    let mut app = TestApp::noor();
    drop_on(&mut app, &[Path::new("/nowhere/foto.jpg"), &other, Path::new("/nowhere/b.kleurboek")]);
    app.must_show("Eerste klant toevoegen");
}

#[test]
fn what_is_no_book_is_said_and_nothing_is_lost() {
    let photo = Path::new("/nowhere/foto.jpg");
    let sentence = "foto.jpg is geen Kleurboek.";
    let mut app = TestApp::noor();
    drop_on(&mut app, &[photo]);
    app.must_show(sentence);
    app.must_show("€ 185 vandaag nodig");

    let mut app = TestApp::welcome();
    app.type_in(LIVING, "1.800");
    drop_on(&mut app, &[photo]);
    app.must_show(sentence);
    app.must_show("€ 125");
}

#[test]
fn a_damaged_book_that_is_dropped_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("kapot.kleurboek");
    fs::write(&broken, "no book").expect("it is written");
    let mut app = TestApp::noor();
    drop_on(&mut app, &[&broken]);
    app.must_show("kapot.kleurboek gaat niet open.");
    app.must_show("€ 185 vandaag nodig");

    let mut app = TestApp::welcome();
    app.type_in(LIVING, "1.800");
    drop_on(&mut app, &[&broken]);
    app.must_show("kapot.kleurboek gaat niet open.");
    app.must_show("€ 125");
    assert_eq!(fs::read(&broken).expect("it is there"), b"no book");
}

#[test]
fn dropping_the_open_book_itself_changes_nothing() {
    let mut app = TestApp::noor();
    let path = app.book_path();
    drop_on(&mut app, &[&path]);
    app.must_show("€ 185 vandaag nodig");
    app.must_not_show("ander venster");
}

#[test]
fn while_a_file_hangs_over_the_window_it_says_what_will_happen() {
    let mut app = TestApp::noor();
    app.harness.input_mut().hovered_files.push(HoveredFile::default());
    app.harness.run_steps(3);
    app.must_show("Laat los om dit boek te openen");
    app.harness.input_mut().hovered_files.clear();
    app.settle();
    app.must_not_show("Laat los");
}

#[test]
fn a_first_book_that_cannot_be_made_leaves_the_answers() {
    let mut app = TestApp::welcome();
    // A file where the folder for locks should be: nobody can write in that, whoever they are.
    fs::write(app.home.path().join("data"), "in the way").expect("it is written");
    app.type_in(LIVING, "1.800");
    app.click("Aan de slag");
    app.must_show("Mijn kleurboek.kleurboek gaat niet open.");
    app.must_show("€ 125");
}

/// A start with the book of the example, damaged on a line meanwhile; which line.
fn damaged() -> (TestApp, usize) {
    let app = TestApp::noor();
    let path = app.book_path();
    let mut line = 0;
    let app = app.restart_after(|| {
        let text = fs::read_to_string(&path).expect("it is read");
        line = text.lines().position(|line| line.contains("\"Bistro Loo\"")).expect("a line") + 1;
        fs::write(&path, text.replacen("\"Bistro Loo\"", "Bistro Loo", 1)).expect("it is damaged");
    });
    (app, line)
}

#[test]
fn a_damaged_book_is_said_in_one_sentence_with_the_rest_folded_away() {
    let (mut app, line) = damaged();
    app.must_show(&format!("Dit boek is beschadigd, op regel {line}."));
    let exactly = format!("Op regel {line} staat “name: Bistro Loo,”.");
    app.must_not_show(&exactly);
    app.click("Wat is er precies mis?");
    app.must_show(&exactly);
    app.click("Wat is er precies mis?");
    app.must_not_show(&exactly);
    // The main button is the last, as everywhere.
    let right = |name: &str| app.harness.get_by_label(name).rect().right();
    assert!(right("Begin een nieuw boek") < right("Probeer opnieuw"));
    assert!(right("Probeer opnieuw") < right("Open de laatste goede kopie"));
    app.tab_to("Open de laatste goede kopie");
    app.press(Key::Enter);
    app.must_show("€ 185 vandaag nodig");
}

#[test]
fn where_a_book_does_not_open_a_new_one_can_be_begun() {
    let (mut app, _) = damaged();
    let before = fs::read(app.home.path().join("boek.kleurboek")).expect("it is there");
    app.click("Begin een nieuw boek");
    app.type_in(LIVING, "1.800");
    app.click("Aan de slag");
    app.must_show("Maandag werk je weer: ongeveer € 125.");
    assert_eq!(fs::read(app.home.path().join("boek.kleurboek")).expect("it is there"), before);
}

#[test]
fn a_place_that_will_not_do_is_said_on_the_sheet_which_stays_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let foreign = folder.path().join("recept.ron");
    fs::write(&foreign, "(appels: 3)").expect("it is written");
    let mut app = TestApp::noor();
    app.click("Instellingen");
    app.click("Ander boek openen");
    app.type_in("Waar staat het boek?", &foreign.display().to_string());
    app.press(Key::Enter);
    app.must_show("recept.ron gaat niet open. Dit bestand is geen Kleurboek.");
    app.must_show("Open een ander boek");
    // Another place is given: what was said of the first goes.
    let other = other_book(folder.path(), "Van Mo.kleurboek");
    app.retype_in("Waar staat het boek?", &other.display().to_string());
    app.must_not_show("gaat niet open");
    app.press(Key::Enter);
    app.must_show("Eerste klant toevoegen");
    app.must_not_show("Open een ander boek");

    // A copy that cannot be written neither.
    let mut app = TestApp::noor();
    app.click("Instellingen");
    app.click("Bewaar een kopie");
    app.retype_in("Waar komt het te staan?", &foreign.display().to_string());
    app.press(Key::Enter);
    while !app.shows("De kopie is niet bewaard.") {
        thread::yield_now();
        app.harness.step();
    }
    app.must_show("Kies waar de kopie komt");
    app.retype_in("Waar komt het te staan?", &folder.path().join("kopie.kleurboek").display().to_string());
    app.press(Key::Enter);
    while !app.shows("De kopie is gemaakt.") {
        thread::yield_now();
        app.harness.step();
    }
    app.must_not_show("Kies waar de kopie komt");
}
