//! Saving without a Save button: what was done is on disk, and nothing of anyone else's is written over.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which also play the other program that writes the file"
)]

mod support;

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
        command::{ClientEdit, Command, HouseEdit, NewIncome, Payer, Payment, Refusal},
        opening::{OpenBook, copy_place, free_from},
        saver::SaveStatus,
        session::Session,
    },
    domain::{
        book::{Book, Language},
        cost::{Cost, Period},
        fit::Fit,
        id::Id,
        money::Cents,
        plan::Plan,
    },
    storage::{
        backups::{Backups, last_good_copy},
        disk::RealDisk,
        format, open,
        places::Places,
        problem::Problem,
    },
};
use support::day;
use tempfile::TempDir;

/// Waited for at most, when nothing comes that should.
const LONG: Duration = Duration::from_mins(1);

/// A machine of its own, with a clock that stands still.
struct Desk {
    _root: TempDir,
    places: Places,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let places = Places::under(root.path());
        let path = places.default_book();
        Self { _root: root, places, path }
    }

    /// A desk with a new book that was closed again.
    fn with_book() -> Self {
        let desk = Self::new();
        assert!(matches!(close(desk.begin()), SaveStatus::Saved(_)));
        desk
    }

    fn begin(&self) -> OpenBook {
        let mut plan = Plan::new(day(2026, 11, 2));
        plan.living = Cents::euros(1800);
        OpenBook::begin(plan, Language::Dutch, &self.path, &self.places, clock(), || {}).unwrap()
    }

    fn try_open(&self) -> Result<OpenBook, Problem> {
        OpenBook::open(&self.path, &self.places, clock(), || {})
    }

    fn open(&self) -> OpenBook {
        self.try_open().unwrap()
    }

    /// The book, and something that says when the saver has said how it went.
    fn open_and_listen(&self) -> (OpenBook, Receiver<()>) {
        let (said, heard) = mpsc::channel();
        let wake = move || said.send(()).unwrap_or_default();
        (OpenBook::open(&self.path, &self.places, clock(), wake).unwrap(), heard)
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn clock() -> Clock {
    Clock::frozen_on(day(2026, 11, 21))
}

/// Closes the book and gives its lock back.
fn close(open: OpenBook) -> SaveStatus {
    open.session.close()
}

fn on_disk(path: &Path) -> Book {
    open::open(path).unwrap().loaded.book
}

fn earn(session: &mut Session, euros: i32) {
    let income = NewIncome {
        amount: Cents::euros(euros),
        from: Payer::New("Bistro Loo".to_owned()),
        label: "menukaart".to_owned(),
        day: day(2026, 11, 21),
        payment: Payment::Received,
    };
    session.execute(&Command::Earn(income), None).unwrap();
}

fn add_client(session: &mut Session, bits: u64, name: &str) -> Id {
    let id = Id::from_bits(bits);
    session.execute(&Command::AddClient(id, name.to_owned()), None).unwrap();
    id
}

fn saved() -> SaveStatus {
    SaveStatus::Saved(clock().time())
}

#[test]
fn everything_done_right_before_closing_is_on_disk_after_it() {
    let desk = Desk::new();
    let mut open = desk.begin();
    earn(&mut open.session, 120);
    let id = add_client(&mut open.session, 7, "Studio Kaap");
    open.session.execute(&Command::EditClient(id, ClientEdit::Fit(Fit::Top)), None).unwrap();
    open.session.execute(&Command::EditHouse(HouseEdit::PaymentTerm(14)), None).unwrap();
    let book = open.session.book().clone();
    assert_eq!((book.incomes.len(), book.clients.len(), book.house.payment_term), (1, 2, 14));
    assert_eq!(close(open), saved());
    assert_eq!(on_disk(&desk.path), book);

    let open = desk.open();
    assert_eq!(*open.session.book(), book, "opened again it is the same");
    assert!(open.found.is_empty() && open.read_only_because.is_none());
}

#[test]
fn a_new_book_is_kept_before_anything_is_done_to_it() {
    let desk = Desk::new();
    let open = desk.begin();
    let book = open.session.book().clone();
    assert_eq!(close(open), saved());
    assert_eq!(on_disk(&desk.path), book);
    assert_eq!(desk.names(), ["Mijn kleurboek.kleurboek"]);
}

#[test]
fn a_book_that_is_dropped_instead_of_closed_is_kept_too() {
    let desk = Desk::with_book();
    let mut open = desk.open();
    earn(&mut open.session, 75);
    let book = open.session.book().clone();
    drop(open);
    assert_eq!(on_disk(&desk.path), book);
}

#[test]
fn ten_quick_changes_all_end_up_in_the_file() {
    let desk = Desk::with_book();
    let mut open = desk.open();
    for number in 1..=10 {
        add_client(&mut open.session, number, &format!("Klant {number}"));
        assert_ne!(open.session.save_status(), Some(SaveStatus::Clean), "nothing is called kept too early");
    }
    let book = open.session.book().clone();
    assert_eq!(book.clients.len(), 10);
    assert_eq!(close(open), saved());
    assert_eq!(on_disk(&desk.path), book);
    assert_eq!(desk.names(), ["Mijn kleurboek.kleurboek"], "nothing lies about");
}

#[test]
fn what_was_undone_is_undone_on_disk() {
    let desk = Desk::with_book();
    let mut open = desk.open();
    earn(&mut open.session, 120);
    let kept = open.session.book().clone();
    earn(&mut open.session, 80);
    assert!(open.session.undo().is_some());
    assert!(open.session.book().says_the_same(&kept));
    assert_eq!(close(open), saved());
    assert!(on_disk(&desk.path).says_the_same(&kept));
}

#[test]
fn what_was_taken_away_on_purpose_is_gone_from_the_disk_too() {
    let desk = Desk::with_book();
    let (mut open, heard) = desk.open_and_listen();
    earn(&mut open.session, 120);
    let kaap = add_client(&mut open.session, 7, "Studio Kaap");
    open.session.hurry();
    while open.session.save_status() != Some(saved()) {
        heard.recv_timeout(LONG).unwrap();
    }
    open.session.undo();
    let income = open.session.book().incomes.iter().next().unwrap().id;
    open.session.execute(&Command::RemoveIncome(income), None).unwrap();
    assert_eq!(close(open), saved());
    let book = on_disk(&desk.path);
    assert!(book.clients.get(kaap).is_none() && book.incomes.is_empty());
}

#[test]
fn opening_and_closing_writes_nothing() {
    let desk = Desk::with_book();
    let before = fs::read(&desk.path).unwrap();
    assert_eq!(close(desk.open()), SaveStatus::Clean);
    assert_eq!(fs::read(&desk.path).unwrap(), before);
    let kept = last_good_copy(&desk.places, &desk.path).unwrap();
    assert_eq!(fs::read(kept).unwrap(), before, "but what was opened is kept");
}

#[test]
fn a_folder_that_is_gone_is_said_and_not_made_again() {
    let desk = Desk::with_book();
    let mut open = desk.open();
    fs::remove_dir_all(desk.folder()).unwrap();
    earn(&mut open.session, 120);
    assert_eq!(close(open), SaveStatus::Failed(Problem::FolderGone));
    assert!(!desk.folder().exists());
}

#[test]
fn a_book_comes_through_while_its_disk_was_away() {
    let desk = Desk::with_book();
    let (mut open, heard) = desk.open_and_listen();
    let away = desk.places.documents.join("away");
    fs::rename(desk.folder(), &away).unwrap();
    earn(&mut open.session, 120);
    open.session.hurry();
    heard.recv_timeout(LONG).unwrap();
    assert_eq!(open.session.save_status(), Some(SaveStatus::Failed(Problem::FolderGone)));

    fs::rename(&away, desk.folder()).unwrap();
    open.session.hurry();
    while open.session.save_status() != Some(saved()) {
        heard.recv_timeout(LONG).unwrap();
    }
    assert_eq!(on_disk(&desk.path), *open.session.book());
}

#[test]
fn a_file_changed_by_something_else_is_left_alone_and_ours_goes_beside_it() {
    let desk = Desk::with_book();
    let mut open = desk.open();
    fs::write(&desk.path, "theirs").unwrap();
    earn(&mut open.session, 120);
    let ours = open.session.book().clone();
    assert!(close(open).is_safe());
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), "theirs");
    let names = desk.names();
    let [beside, _] = names.as_slice() else { panic!("it is not beside: {names:?}") };
    assert_eq!(on_disk(&desk.folder().join(beside)), ours);
}

#[test]
fn a_new_book_never_goes_over_a_file_that_is_there() {
    let desk = Desk::new();
    fs::create_dir_all(desk.folder()).unwrap();
    fs::write(&desk.path, "theirs").unwrap();
    assert!(matches!(close(desk.begin()), SaveStatus::Beside(_)));
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), "theirs");
}

#[test]
fn a_book_with_fields_we_do_not_know_is_only_looked_at() {
    let desk = Desk::with_book();
    let text =
        fs::read_to_string(&desk.path).unwrap().replacen("generation:", "shoe_size: 43,\n  generation:", 1);
    fs::write(&desk.path, &text).unwrap();
    let mut open = desk.open();
    assert!(matches!(open.read_only_because, Some(Problem::UnknownFields { .. })));
    let before = open.session.book().clone();
    let add = Command::AddClient(Id::from_bits(7), "Studio Kaap".to_owned());
    assert_eq!(open.session.execute(&add, None), Err(Refusal::ReadOnly));
    assert_eq!(*open.session.book(), before);
    assert_eq!(close(open), SaveStatus::Clean);
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), text);
}

#[test]
fn a_book_with_an_id_that_is_there_twice_was_edited_by_hand() {
    let desk = Desk::with_book();
    let mut book = on_disk(&desk.path);
    let cost = Cost {
        id: Id::from_bits(1),
        label: "atelier".to_owned(),
        amount: Cents::euros(450),
        every: Period::Month,
    };
    Arc::make_mut(&mut book.plan).costs = vec![cost.clone(), cost];
    fs::write(&desk.path, format::write(&book, 2).unwrap()).unwrap();
    assert!(desk.open().question().is_some());
}

#[test]
fn a_book_is_open_once() {
    let desk = Desk::with_book();
    let open = desk.open();
    assert_eq!(desk.try_open().unwrap_err(), Problem::LockedByOther);
    close(open);
    assert!(desk.try_open().is_ok(), "once closed it can be opened again");
}

#[test]
fn a_book_that_was_just_begun_is_ours_before_it_is_on_disk() {
    let desk = Desk::new();
    let open = desk.begin();
    assert_eq!(desk.try_open().unwrap_err(), Problem::LockedByOther);
    close(open);
}

#[test]
fn every_version_that_was_opened_or_written_is_kept() {
    let desk = Desk::with_book();
    let before = on_disk(&desk.path);
    let mut open = desk.open();
    earn(&mut open.session, 120);
    close(open);
    let after = on_disk(&desk.path);
    assert_ne!(after, before);
    let backups = Backups::at(Arc::new(RealDisk), &desk.places, &desk.path).unwrap();
    let kept: Vec<Book> = backups.list().unwrap().iter().map(|version| on_disk(&version.path)).collect();
    assert_eq!(kept, [after.clone(), before]);
    assert_eq!(on_disk(&last_good_copy(&desk.places, &desk.path).unwrap()), after);
}

#[test]
fn the_example_is_kept_nowhere() {
    let desk = Desk::new();
    let mut open = OpenBook::example(Language::Dutch);
    earn(&mut open.session, 65);
    assert_eq!(open.session.save_status(), None);
    assert_eq!(close(open), SaveStatus::Clean);
    assert!(!desk.places.documents.exists() && !desk.places.data.exists());
}

#[test]
fn a_copy_is_offered_a_name_that_is_free() {
    let desk = Desk::with_book();
    let offered = || free_from(&copy_place(&desk.path, day(2026, 11, 21)));
    assert_eq!(offered(), desk.folder().join("Mijn kleurboek 2026-11-21.kleurboek"));
    fs::write(offered(), "theirs").unwrap();
    assert_eq!(offered(), desk.folder().join("Mijn kleurboek 2026-11-21 2.kleurboek"));
}
