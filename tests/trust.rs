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
        command::{ClientEdit, Command, Refusal},
        deed::Deed,
        differences,
        file_question::{FileChoice, FileQuestion},
        journaller::Entry as _,
        opening::OpenBook,
        part::Part,
        preparing::Found,
        saver::{SaveStatus, Saver},
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
        income::Income,
        money::Cents,
        other_values,
        stamp::Actor,
    },
    storage::{
        backups::Backups,
        bin::Bin,
        disk::RealDisk,
        format,
        hand_edit::HandEdit,
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
        open.session.answer(&asked, true).unwrap();
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
    open.session.answer(&asked, false).unwrap();
    close(open);
    assert!(desk.in_file().incomes.is_empty());
}

/// Puts a version in the book's place whose last line does not fit, as an editor does.
fn write_by_hand(path: &Path, book: &Book, generation: u64) {
    fs::write(path, format::write(book, generation).unwrap() + "// met de hand\n").unwrap();
}

/// `book` with one amount typed anew, in an editor; which one.
fn one_amount(book: &Book, euros: i32) -> (Book, Id) {
    let mut book = book.clone();
    let income = Income::clone(book.incomes.iter().next().unwrap());
    let id = income.id;
    book.incomes.put(id, Arc::new(Income { amount: Cents::euros(euros), ..income }));
    (book, id)
}

fn amount(book: &Book, id: Id) -> Cents {
    book.incomes.get(id).unwrap().amount
}

/// `book` without half of its incomes, deleted in an editor: they are merely absent.
fn half_deleted(book: &Book) -> Book {
    let mut half = book.clone();
    for (id, _) in book.incomes.entries().step_by(2) {
        half.incomes.remove(id);
    }
    half
}

fn choose(open: &mut OpenBook, choice: FileChoice) {
    let clock = open.session.clock();
    open.choose(choice, |place| Saver::start(place, clock, || {})).unwrap();
}

/// What is known of the file that is asked about, and was edited by hand.
fn edit_of(open: &OpenBook) -> &HandEdit {
    match open.question() {
        Some(FileQuestion::ByHand(edit, _)) => edit,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_digit_is_asked_about_at_each_start_and_nothing_is_written_before_there_is_an_answer() {
    let desk = Desk::new();
    let before = desk.in_file();
    let (edited, id) = one_amount(&before, 200);
    write_by_hand(&desk.path, &edited, 1);
    let bytes = fs::read(&desk.path).unwrap();
    for _ in 0..2 {
        let (mut open, _) = desk.open();
        assert_eq!(edit_of(&open).before.as_ref(), Some(&before));
        assert_eq!(amount(open.session.book(), id), Cents::euros(200), "it shows what is in the file");
        let add = Command::AddClient(Id::from_bits(1), "Jo".to_owned());
        assert_eq!(open.session.execute(&add, None), Err(Refusal::AnswerFirst));
        open.session.hurry();
        close(open);
        assert_eq!(fs::read(&desk.path).unwrap(), bytes);
    }
}

#[test]
fn what_was_edited_by_hand_is_said_field_by_field() {
    let desk = Desk::new();
    let before = desk.in_file();
    let loo = before.incomes.iter().find(|income| income.label == "Menukaart").unwrap();
    let mut edited = before.clone();
    let menu = Income { amount: Cents::euros(200), ..Income::clone(loo) };
    edited.incomes.put(menu.id, Arc::new(menu));
    let (gone, _) = before.incomes.entries().find(|(id, _)| *id != loo.id).unwrap();
    edited.incomes.remove(gone);
    write_by_hand(&desk.path, &edited, 1);
    let (open, _) = desk.open();
    let (edit, session) = (edit_of(&open), &open.session);
    let lines =
        differences::lines(edit.before.as_ref().unwrap(), &edit.edited, session.words(), session.today());
    let shown: Vec<String> = lines.iter().map(|line| line.replace('\u{a0}', " ")).collect();
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown[0].starts_with("Het bedrag van Bistro Loo, Menukaart: € "), "{shown:?}");
    assert!(shown[0].ends_with(" is nu € 200"), "{shown:?}");
    assert!(shown[1].starts_with("Weg: "), "{shown:?}");
}

#[test]
fn a_hand_edit_that_is_taken_is_a_change_that_one_click_takes_back() {
    let desk = Desk::new();
    let before = desk.in_file();
    let (edited, id) = one_amount(&before, 200);
    write_by_hand(&desk.path, &edited, 1);
    let (mut open, _) = desk.open();
    choose(&mut open, FileChoice::Take);
    assert!(open.question().is_none());
    assert_eq!(open.session.history().done().last().map(|entry| &entry.deed), Some(&Deed::EditedByHand));
    open.session.undo();
    assert!(open.session.book().says_the_same(&before));
    open.session.redo();
    close(open);
    assert_eq!(amount(&desk.in_file(), id), Cents::euros(200));
    let (open, _) = desk.open();
    assert!(open.question().is_none() && open.found.is_empty(), "it is not asked again");
}

#[test]
fn a_hand_edit_that_is_put_back_stays_among_the_earlier_versions_as_edited() {
    let desk = Desk::new();
    let before = desk.in_file();
    let (mut edited, _) = one_amount(&before, 200);
    let typed = Client { id: Id::from_bits(77), name: "Getypt".to_owned(), ..first(&before) };
    edited.clients.put(typed.id, Arc::new(typed));
    write_by_hand(&desk.path, &edited, 1);
    let bytes = fs::read(&desk.path).unwrap();
    let (mut open, _) = desk.open();
    choose(&mut open, FileChoice::Known);
    assert!(open.session.book().says_the_same(&before));
    close(open);
    assert!(desk.in_file().says_the_same(&before));
    let backups = Backups::at(Arc::new(RealDisk), &desk.places, &desk.path).unwrap();
    assert!(backups.find(blake3::hash(&bytes)).unwrap().unwrap().is_edited);
    assert!(desk.open().0.question().is_none());
}

#[test]
fn what_a_crash_kept_comes_with_either_answer_about_a_hand_edit() {
    for choice in [FileChoice::Take, FileChoice::Known] {
        let desk = Desk::new();
        desk.crash_after(notes("net voor de stroom uitviel"));
        let (edited, id) = one_amount(&desk.in_file(), 200);
        let old = amount(&desk.in_file(), id);
        write_by_hand(&desk.path, &edited, 1);
        let (mut open, _) = desk.open();
        choose(&mut open, choice);
        close(open);
        assert_eq!(first(&desk.in_file()).notes, "net voor de stroom uitviel", "{choice:?}");
        let should = if choice == FileChoice::Take { Cents::euros(200) } else { old };
        assert_eq!(amount(&desk.in_file(), id), should);
        assert!(leftover(&RealDisk, &desk.places, &desk.path, None).unwrap().is_empty());
    }
}

#[test]
fn a_hand_edit_with_nothing_to_compare_it_with_is_said_and_can_be_gone_on_with() {
    let desk = Desk::new();
    let (edited, id) = one_amount(&desk.in_file(), 200);
    fs::remove_dir_all(&desk.places.data).unwrap();
    write_by_hand(&desk.path, &edited, 1);
    let (mut open, _) = desk.open();
    assert_eq!(edit_of(&open).before, None);
    choose(&mut open, FileChoice::Take);
    close(open);
    assert_eq!(amount(&desk.in_file(), id), Cents::euros(200));
    assert!(desk.open().0.question().is_none());
}

#[test]
fn a_hand_edit_while_the_book_is_open_is_asked_about_before_anything_is_written() {
    for keep in [true, false] {
        let desk = Desk::new();
        let before = desk.in_file();
        let (mut open, heard) = desk.open();
        let (edited, id) = one_amount(&before, 200);
        write_by_hand(&desk.path, &edited, 1);
        let bytes = fs::read(&desk.path).unwrap();
        let client = first(open.session.book()).id;
        edit(&mut open.session, client, ClientEdit::Address("Kaai 1".to_owned()));
        open.session.hurry();
        let asked = asked(&mut open, &heard);
        assert_eq!(asked.by_hand.as_ref().and_then(|edit| edit.before.as_ref()), Some(&before));
        assert_eq!(fs::read(&desk.path).unwrap(), bytes);
        assert_eq!(amount(open.session.book(), id), amount(&before, id));
        let done = open.session.answer(&asked, keep).unwrap();
        assert_eq!(done, (!keep).then_some(Deed::EditedByHand));
        close(open);
        let now = desk.in_file();
        assert_eq!(first(&now).address, "Kaai 1");
        assert_eq!(amount(&now, id), if keep { amount(&before, id) } else { Cents::euros(200) });
        assert!(other_values::waiting(&now).is_empty());
        assert!(desk.open().0.question().is_none());
    }
}

#[test]
fn a_conflicted_copy_that_was_edited_by_hand_is_asked_about() {
    for keep in [true, false] {
        let desk = Desk::new();
        let before = desk.in_file();
        let (edited, id) = one_amount(&before, 200);
        let copy = desk.folder().join("Mijn kleurboek-DESKTOP-4KJ9P2A.kleurboek");
        write_by_hand(&copy, &edited, 1);
        let (mut open, heard) = desk.open();
        let asked = asked(&mut open, &heard);
        assert!(asked.is_saved && asked.by_hand.is_some());
        assert!(copy.is_file());
        open.session.answer(&asked, keep).unwrap();
        close(open);
        assert_eq!(amount(&desk.in_file(), id), if keep { amount(&before, id) } else { Cents::euros(200) });
        assert!(!copy.exists(), "it is in the bin");
    }
}

#[test]
fn half_of_the_incomes_deleted_by_hand_are_deleted_once_that_is_confirmed() {
    let desk = Desk::new();
    let half = half_deleted(&desk.in_file());
    write_by_hand(&desk.path, &half, 1);
    let (mut open, _) = desk.open();
    choose(&mut open, FileChoice::Take);
    close(open);
    assert_eq!(desk.in_file().incomes, half.incomes);
    let (open, heard) = desk.open();
    assert!(open.question().is_none());
    close(open);
    assert_eq!(heard.try_iter().count(), 0, "nor is anything asked later");
    assert_eq!(desk.in_file().incomes, half.incomes);
}

#[test]
fn half_of_the_incomes_deleted_by_hand_and_saved_elsewhere_is_asked_about_here() {
    let every = [true, false].into_iter();
    let every = every.flat_map(|keep| [(true, keep, false), (false, keep, false), (false, keep, true)]);
    for (while_open, keep, is_known_there) in every {
        let desk = Desk::new();
        let before = desk.in_file();
        let both = while_open.then(|| desk.open());
        // Another machine, which may know nothing of this book, goes on with what was edited.
        let elsewhere = desk.folder().join("elders.kleurboek");
        let clock = Clock::frozen_on(example::example_day());
        let places = Places::under(desk.folder().join("elders"));
        if is_known_there {
            fs::copy(&desk.path, &elsewhere).unwrap();
            close(OpenBook::open(&elsewhere, &places, clock, || {}).unwrap());
        }
        write_by_hand(&elsewhere, &half_deleted(&before), 1);
        let mut there = OpenBook::open(&elsewhere, &places, clock, || {}).unwrap();
        choose(&mut there, FileChoice::Take);
        let client = first(there.session.book()).id;
        edit(&mut there.session, client, ClientEdit::Address("Kaai 1".to_owned()));
        close(there);
        fs::rename(&elsewhere, &desk.path).unwrap();
        let half = desk.in_file().incomes;
        assert!(half.len() < before.incomes.len());
        let (mut open, heard) = both.unwrap_or_else(|| desk.open());
        open.session.look();
        let asked = asked(&mut open, &heard);
        assert_eq!(asked.gone.len(), before.incomes.len() - half.len());
        open.session.answer(&asked, keep).unwrap();
        close(open);
        let now = desk.in_file();
        assert_eq!(now.incomes, if keep { before.incomes } else { half });
        assert_eq!(first(&now).address, "Kaai 1");
        let (open, heard) = desk.open();
        close(open);
        assert_eq!(heard.try_iter().count(), 0, "it is asked once");
    }
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
