//! What happens to a book between two starts, and beside an open window: crashes, other people, other programs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which also play the other program"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
    time::Duration,
};

use kleurboek::{
    app::{
        clock::Clock,
        command::{ClientEdit, Command},
        deed::Deed,
        journaller::Entry as _,
        opening::OpenBook,
        part::Part,
        preparing::Found,
        saver::SaveStatus,
        session::Step,
        session::{News, Session},
        summary,
    },
    domain::{
        book::{Book, Language},
        change::Change,
        client::Client,
        example,
        id::Id,
        other_values,
        stamp::Actor,
    },
    storage::{
        backups::Backups,
        bin::Bin,
        disk::RealDisk,
        format,
        journal::{Header, Journal, leftover},
        open,
        places::Places,
        save::{Asked, PutAway},
    },
};
use tempfile::TempDir;

/// Waited for at most, when nothing comes that should.
const LONG: Duration = Duration::from_mins(1);
const BRAM: Actor = Actor::from_bits(0xb);

struct Desk {
    _root: TempDir,
    places: Places,
    path: PathBuf,
}

impl Desk {
    /// A desk with Atelier Noor's book, which was open before.
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let places = Places::under(root.path());
        let path = places.default_book();
        let desk = Self { _root: root, places, path };
        fs::create_dir_all(desk.folder()).unwrap();
        write(&desk.path, &example::atelier_noor(Language::Dutch), 1);
        close(desk.open().0);
        desk
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap()
    }

    fn open(&self) -> (OpenBook, Receiver<()>) {
        let (sender, heard) = mpsc::channel();
        let clock = Clock::frozen_on(example::example_day());
        let wake = move || sender.send(()).unwrap_or_default();
        (OpenBook::open(&self.path, &self.places, clock, wake).unwrap(), heard)
    }

    fn in_file(&self) -> Book {
        open::open(&self.path).unwrap().loaded.book
    }

    /// The journal that a crash would leave after a change to the book in the file.
    fn crash_after(&self, change: impl FnOnce(&Book) -> Change) {
        let opened = open::open(&self.path).unwrap();
        let (mut book, hash) = (opened.loaded.book, opened.disk.hash);
        let header = Header::new(book.id, &self.path, Some(hash), opened.loaded.generation);
        let mut journal = Journal::begin(Arc::new(RealDisk), &self.places, header);
        let change = change(&book);
        let part = Part(change.commit(&mut book, Actor::from_bits(0xc)));
        journal.append(&part.text().unwrap()).unwrap();
        journal.sync().unwrap();
    }
}

/// The names in a folder, in order.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn write(path: &Path, book: &Book, generation: u64) {
    fs::write(path, format::write(book, generation).unwrap()).unwrap();
}

/// Closes a book, with its lock.
fn close(open: OpenBook) {
    let OpenBook { session, .. } = open;
    assert!(session.close().is_safe());
}

fn first(book: &Book) -> Client {
    Client::clone(book.clients.iter().next().unwrap())
}

fn notes(text: &str) -> impl FnOnce(&Book) -> Change {
    move |book| {
        let client = Client { notes: text.to_owned(), ..first(book) };
        Change::default().client(book, client.id, Some(client))
    }
}

fn edit(session: &mut Session, client: Id, edit: ClientEdit) {
    session.execute(&Command::EditClient(client, edit), None).unwrap();
}

/// Bram changes the book on his own machine.
fn by_bram(book: &Book, change: impl FnOnce(&Book) -> Change) -> Book {
    let mut book = book.clone();
    change(&book).commit(&mut book, BRAM);
    book
}

/// What the disk tells, once it does.
fn news(open: &mut OpenBook, heard: &Receiver<()>) -> Vec<News> {
    loop {
        let news = open.session.attend();
        if !news.is_empty() {
            return news;
        }
        heard.recv_timeout(LONG).expect("the disk tells something");
    }
}

#[test]
fn what_a_crash_kept_from_the_file_is_there_at_the_next_start_and_in_the_file_after_it() {
    let desk = Desk::new();
    desk.crash_after(notes("net voor de stroom uitviel"));
    let (open, _) = desk.open();
    assert_eq!(first(open.session.book()).notes, "net voor de stroom uitviel");
    let [Found::Rescued(both)] = open.found.as_slice() else { panic!("{:?}", open.found) };
    let words = open.session.words();
    assert_eq!(summary::lines(&both.before, &both.after, words), [first(&both.after).name]);
    close(open);
    assert_eq!(first(&desk.in_file()).notes, "net voor de stroom uitviel");
    assert!(leftover(&RealDisk, &desk.places, &desk.path, None).unwrap().is_empty());
    assert_eq!(desk.open().0.found, [], "it is told once");
}

#[test]
fn what_was_rescued_never_overwrites_what_is_newer() {
    let desk = Desk::new();
    desk.crash_after(notes("oud"));
    let book = by_bram(&desk.in_file(), notes("nieuw"));
    write(&desk.path, &book, 2);
    let (open, _) = desk.open();
    let text = first(open.session.book()).notes;
    assert!(text.contains("oud") && text.contains("nieuw"), "{text}");
}

#[test]
fn a_book_that_was_never_saved_is_rescued_whole() {
    let desk = Desk::new();
    fs::remove_file(&desk.path).unwrap();
    fs::remove_dir_all(&desk.places.data).unwrap();
    let book = by_bram(&example::atelier_noor(Language::Dutch), notes("vers"));
    let header = Header::new(book.id, &desk.path, None, 0);
    let mut journal = Journal::begin(Arc::new(RealDisk), &desk.places, header);
    journal.append(&Part(book.clone()).text().unwrap()).unwrap();
    journal.sync().unwrap();
    drop(journal);
    let (open, _) = desk.open();
    assert_eq!(*open.session.book(), book);
    close(open);
    assert_eq!(desk.in_file(), book);
}

#[test]
fn a_clean_close_leaves_no_journal() {
    let desk = Desk::new();
    let (mut open, _) = desk.open();
    let id = first(open.session.book()).id;
    edit(&mut open.session, id, ClientEdit::Notes("gewoon".to_owned()));
    close(open);
    assert!(leftover(&RealDisk, &desk.places, &desk.path, None).unwrap().is_empty());
}

#[test]
fn what_somebody_else_changed_comes_into_the_open_book() {
    let desk = Desk::new();
    let (mut open, heard) = desk.open();
    let id = first(open.session.book()).id;
    let theirs = by_bram(open.session.book(), |book| {
        let client = Client { name: "Loo aan zee".to_owned(), ..first(book) };
        Change::default().client(book, client.id, Some(client))
    });
    edit(&mut open.session, id, ClientEdit::Address("Kaai 1".to_owned()));
    write(&desk.path, &theirs, 7);
    open.session.hurry();
    let told = news(&mut open, &heard);
    assert!(matches!(told.as_slice(), [News::Merged(_)]), "{told:?}");
    let client = first(open.session.book());
    assert_eq!((client.name.as_str(), client.address.as_str()), ("Loo aan zee", "Kaai 1"));
    assert!(open.session.undo().is_some());
    assert_eq!(first(open.session.book()).name, "Loo aan zee", "undo is only for one's own");
    let ours = open.session.book().clone();
    close(open);
    assert_eq!(desk.in_file(), ours);
    let backups = Backups::at(Arc::new(RealDisk), &desk.places, &desk.path).unwrap();
    let theirs = format::write(&theirs, 7).unwrap();
    assert!(backups.find(blake3::hash(theirs.as_bytes())).unwrap().is_some(), "what it replaced is kept");
}

#[test]
fn an_open_book_that_nobody_changes_sees_what_others_do() {
    let desk = Desk::new();
    let (mut open, heard) = desk.open();
    let theirs = by_bram(open.session.book(), notes("van Bram"));
    write(&desk.path, &theirs, 9);
    open.session.look();
    assert!(matches!(news(&mut open, &heard).as_slice(), [News::Merged(_)]));
    assert_eq!(*open.session.book(), theirs);
    let written = fs::metadata(&desk.path).unwrap().modified().unwrap();
    close(open);
    assert_eq!(fs::metadata(&desk.path).unwrap().modified().unwrap(), written, "and writes nothing");
}

#[test]
fn a_conflicted_copy_is_merged_and_put_away_and_that_is_told() {
    let desk = Desk::new();
    let theirs = by_bram(&desk.in_file(), notes("van Bram"));
    let ours = by_bram(&desk.in_file(), |book| {
        let client = Client { notes: "van Anna".to_owned(), ..first(book) };
        Change::default().client(book, client.id, Some(client))
    });
    let mut anna = desk.in_file();
    Change::between(&anna, &ours).commit(&mut anna, Actor::from_bits(0xa));
    write(&desk.path, &anna, 3);
    let names = [
        "Mijn kleurboek (Bram's conflicted copy 2026-11-20).kleurboek",
        "Mijn kleurboek-DESKTOP-4KJ9P2A.kleurboek",
        "Mijn kleurboek.sync-conflict-20261120-101112-ABCDEFG.kleurboek",
    ];
    for name in names {
        write(&desk.folder().join(name), &theirs, 2);
    }
    let (mut open, heard) = desk.open();
    let told = news(&mut open, &heard);
    assert!(told.contains(&News::PutAway(PutAway { to_bin: 3, stayed: 0 })), "{told:?}");
    let text = first(open.session.book()).notes;
    assert!(text.contains("van Anna") && text.contains("van Bram"), "{text}");
    close(open);
    assert_eq!(names_in(desk.folder()), ["Mijn kleurboek.kleurboek"]);
    let Bin::Folder(bin) = &desk.places.bin else { panic!("the bin of the system") };
    assert_eq!(names_in(bin), names);
}

#[test]
fn copies_of_ones_own_stay_out_of_the_book_and_as_they_were() {
    let desk = Desk::new();
    let names = [
        "Kopie van Mijn kleurboek",
        "Mijn kleurboek (1)",
        "Mijn kleurboek (november)",
        "Mijn kleurboek - Copy",
        "Mijn kleurboek - kopie",
        "Mijn kleurboek 2",
        "Mijn kleurboek 2026-11-21",
        "Mijn kleurboek archief",
        "Mijn kleurboek backup",
        "Mijn kleurboek kopie",
        "Mijn kleurboek-LAPTOP",
        "Mijn kleurboek-oud",
    ];
    let paths = names.map(|name| desk.folder().join(format!("{name}.kleurboek")));
    for (path, name) in paths.iter().zip(names) {
        write(path, &by_bram(&desk.in_file(), notes(name)), 9);
    }
    let before = paths.each_ref().map(|path| fs::read(path).unwrap());
    let (mut open, _) = desk.open();
    let id = first(open.session.book()).id;
    edit(&mut open.session, id, ClientEdit::Address("Kaai 1".to_owned()));
    close(open);
    close(desk.open().0);
    assert_eq!(paths.each_ref().map(|path| fs::read(path).unwrap()), before);
    assert!(!names.contains(&first(&desk.in_file()).notes.as_str()));
}

#[test]
fn a_copy_the_person_asked_for_is_left_alone() {
    let desk = Desk::new();
    let copy = desk.folder().join("Mijn kleurboek 2026-11-21.kleurboek");
    let opened = open::open(&desk.path).unwrap();
    let file = kleurboek::storage::save::BookFile::of(&opened, Arc::new(RealDisk));
    file.save_copy(&by_bram(&opened.loaded.book, notes("de kopie")), &copy).unwrap();
    let (mut open, _) = desk.open();
    let id = first(open.session.book()).id;
    edit(&mut open.session, id, ClientEdit::Address("Kaai 1".to_owned()));
    assert_ne!(first(open.session.book()).notes, "de kopie");
    close(open);
    assert!(copy.is_file());
}

/// A version from which Bram took every income.
fn without_incomes(book: &Book) -> Book {
    by_bram(book, |book| {
        book.incomes.entries().fold(Change::default(), |change, (id, _)| change.income(book, id, None))
    })
}

fn asked(open: &mut OpenBook, heard: &Receiver<()>) -> Box<Asked> {
    match news(open, heard).pop() {
        Some(News::Asks(asked)) => asked,
        other => panic!("{other:?}"),
    }
}

#[test]
fn undoing_what_somebody_else_changed_since_says_so_and_changes_nothing() {
    let desk = Desk::new();
    let (mut open, heard) = desk.open();
    let id = first(open.session.book()).id;
    edit(&mut open.session, id, ClientEdit::Name("Bij ons".to_owned()));
    // They knew that name, and changed it.
    let theirs = by_bram(open.session.book(), |book| {
        let client = Client { name: "Bij Bram".to_owned(), ..first(book) };
        Change::default().client(book, client.id, Some(client))
    });
    write(&desk.path, &theirs, 7);
    open.session.hurry();
    news(&mut open, &heard);
    let before = open.session.book().clone();
    assert_eq!(open.session.undo(), Some(Step::Overtaken(Deed::ClientRenamed("Bij ons".to_owned()))));
    assert_eq!(*open.session.book(), before);
    assert_eq!(open.session.redo(), None, "nor can it be done again");
    close(open);
}

#[test]
fn much_that_goes_elsewhere_is_asked_about_and_can_stay() {
    for while_open in [true, false] {
        let desk = Desk::new();
        let before = desk.in_file();
        let theirs = without_incomes(&before);
        let (mut open, heard) = if while_open {
            let both = desk.open();
            write(&desk.path, &theirs, 5);
            both.0.session.look();
            both
        } else {
            write(&desk.path, &theirs, 5);
            desk.open()
        };
        let asked = asked(&mut open, &heard);
        assert_eq!(asked.gone.len(), before.incomes.len());
        assert_eq!(open.session.book().incomes, before.incomes, "nothing goes before there is an answer");
        assert_eq!(open.session.save_status(), Some(SaveStatus::Asking));
        open.session.answer(&asked, true);
        close(open);
        assert_eq!(desk.in_file().incomes, before.incomes);
    }
}

#[test]
fn much_that_goes_elsewhere_goes_here_too_when_the_person_says_so() {
    let desk = Desk::new();
    let (mut open, heard) = desk.open();
    write(&desk.path, &without_incomes(open.session.book()), 5);
    open.session.look();
    let asked = asked(&mut open, &heard);
    open.session.answer(&asked, false);
    close(open);
    assert!(desk.in_file().incomes.is_empty());
}

#[test]
fn a_hand_edit_is_a_change_that_one_click_takes_back() {
    let desk = Desk::new();
    let before = desk.in_file();
    let name = first(&before).name;
    let text = fs::read_to_string(&desk.path).unwrap();
    fs::write(&desk.path, text.replace(&format!("name: \"{name}\""), "name: \"Met de hand\"")).unwrap();
    let (mut open, _) = desk.open();
    assert!(matches!(open.found.as_slice(), [Found::EditedByHand(_)]), "{:?}", open.found);
    assert_eq!(first(open.session.book()).name, "Met de hand");
    assert_eq!(open.session.history().done().last().map(|entry| &entry.deed), Some(&Deed::EditedByHand));
    open.session.undo();
    assert!(open.session.book().says_the_same(&before));
    open.session.redo();
    close(open);
    assert_eq!(first(&desk.in_file()).name, "Met de hand");
}

#[test]
fn two_values_made_apart_both_reach_the_file() {
    let desk = Desk::new();
    let (mut open, heard) = desk.open();
    let theirs = by_bram(open.session.book(), |book| {
        let client = Client { address: "Kaai 2".to_owned(), ..first(book) };
        Change::default().client(book, client.id, Some(client))
    });
    let id = first(open.session.book()).id;
    edit(&mut open.session, id, ClientEdit::Address("Kaai 1".to_owned()));
    write(&desk.path, &theirs, 4);
    open.session.hurry();
    news(&mut open, &heard);
    close(open);
    assert_eq!(other_values::waiting(&desk.in_file()).len(), 1);
}
