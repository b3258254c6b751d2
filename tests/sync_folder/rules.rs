//! What the random histories found, one by one: Anna has the book open, Bram changes it elsewhere.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use kleurboek::{
    domain::{book::Book, change::Change, client::Client, id::Id, stamp::Actor},
    storage::{
        backups::Backups,
        disk::Disk,
        format,
        open::open_on,
        places::Places,
        problem::Problem,
        save::{BookFile, Saved},
    },
};
use tempfile::TempDir;

use super::{
    cloud::{Bytes, Cloud, FOLDER},
    commands::first_book,
    service::Service,
    test_disk::TestDisk,
    watched::{Watched, book},
};

pub const ANNA: Actor = Actor::from_bits(0xa);
pub const BRAM: Actor = Actor::from_bits(0xb);

pub struct Desk {
    root: Arc<TempDir>,
    pub disk: TestDisk,
    watched: Watched,
    pub file: BookFile,
}

impl Desk {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let disk = TestDisk::new(1, &[FOLDER, root.path().to_str().unwrap()]);
        disk.put(book(), &text(&first_book()));
        Self::on(disk, Arc::new(root))
    }

    fn on(disk: TestDisk, root: Arc<TempDir>) -> Self {
        let mut service = Service::new(&Cloud::default(), 0, 1, &disk.bytes(book()).unwrap().into());
        service.is_calm = true;
        let watched = Watched::new(&disk, service);
        let file = opened(&watched, &book());
        let mut desk = Self { root, disk, watched, file };
        desk.file.prepare(&desk.places(), at() - TimeDelta::seconds(1));
        desk
    }

    /// One of the ways it may be after the power was cut, at the next start.
    pub fn after_a_crash(&self, seed: u64) -> Self {
        Self::on(self.disk.crash(seed), Arc::clone(&self.root))
    }

    /// The program starts again.
    pub fn restart(&mut self) {
        self.file = opened(&self.watched, &book());
        self.file.prepare(&self.places(), at() - TimeDelta::seconds(1));
    }

    pub fn places(&self) -> Places {
        Places::under(self.root.path())
    }

    pub fn save(&mut self, book: &Book) -> Result<Saved, Problem> {
        let saved = self.file.save(book, &self.places(), at());
        self.file.keep(&self.places(), at());
        saved
    }

    /// What a look at the folder makes of the book.
    pub fn look(&mut self, mut book: Book) -> Book {
        for _ in 0..3 {
            if !self.file.may_have_changed() {
                return book;
            }
            if let Saved::Merged(merged) | Saved::BackHome(_, merged) = self.save(&book).unwrap() {
                book = *merged;
            }
        }
        panic!("it goes on looking");
    }

    /// The names in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        let here = self.disk.files().into_iter().filter(|path| path.starts_with(FOLDER));
        here.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
    }

    /// The names in the bin, in order.
    pub fn in_bin(&self) -> Vec<String> {
        let bin = self.root.path().join("bin");
        let here = self.disk.files().into_iter().filter(|path| path.starts_with(&bin));
        here.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
    }

    pub fn in_file(&self) -> Book {
        open_on(&self.disk, &book()).unwrap().loaded.book
    }
}

fn opened(disk: &Watched, path: &Path) -> BookFile {
    BookFile::of(&open_on(disk, path).unwrap(), Arc::new(disk.clone()))
}

pub fn at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(14, 3, 0).unwrap()
}

pub fn text(book: &Book) -> Bytes {
    format::write(book, 2).unwrap().into_bytes().into()
}

pub fn beside(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

/// The book with one more client.
pub fn with(book: &Book, actor: Actor, name: &str) -> Book {
    let mut book = book.clone();
    let id =
        Id::from_bits(u64::from_le_bytes(*blake3::hash(name.as_bytes()).as_bytes().first_chunk().unwrap()));
    Change::default().client(&book, id, Some(Client::named(id, name.to_owned()))).commit(&mut book, actor);
    book
}

pub fn has(book: &Book, name: &str) -> bool {
    book.clients.iter().any(|client| client.name == name)
}

#[test]
fn the_book_goes_back_to_its_own_place_once_that_is_whole_again() {
    for restarts in [false, true] {
        let mut desk = Desk::new();
        let (anna, bram) = (with(&first_book(), ANNA, "Anna's"), with(&first_book(), BRAM, "Bram's"));
        let theirs = text(&bram);
        desk.disk.put(book(), &theirs[..300]);
        assert_eq!(desk.save(&anna), Err(Problem::BeingWritten), "it may be whole in a moment");
        let Ok(Saved::Beside(path)) = desk.save(&anna) else { panic!("not beside") };
        assert_eq!(path, beside("boek (2026-11-21 14.03.00).kleurboek"));
        if restarts {
            desk.file = opened(&desk.watched, &path);
        }
        desk.disk.put(book(), &theirs);
        let Ok(Saved::BackHome(home, both)) = desk.save(&anna) else { panic!("not back") };
        assert_eq!(home, book());
        assert!(has(&both, "Anna's") && has(&both, "Bram's"));
        assert_eq!(desk.look(*both), desk.in_file());
        assert_eq!(desk.names(), ["boek.kleurboek"], "the file beside it is merged and taken away");
    }
}

#[test]
fn a_book_of_somebody_else_in_its_place_is_no_reason_to_go_back() {
    let mut desk = Desk::new();
    let anna = with(&first_book(), ANNA, "Anna's");
    desk.disk.put(book(), &text(&Book { id: Id::from_bits(9), ..first_book() }));
    assert!(matches!(desk.save(&anna), Ok(Saved::Beside(_))));
    assert_eq!(desk.save(&anna), Ok(Saved::Unchanged));
    assert_eq!(desk.names().len(), 2);
}

#[test]
fn what_comes_at_any_moment_of_a_save_is_merged_at_the_next_look() {
    for path in [book(), beside("boek.sync-conflict-20261121-140300-ABCDEFG.kleurboek")] {
        for call in 0.. {
            let mut desk = Desk::new();
            let anna = with(&first_book(), ANNA, "Anna's");
            let bram = text(&with(&first_book(), BRAM, "Bram's"));
            desk.watched.state().service.late = Some((call, path.clone(), bram));
            let saved = desk.save(&anna);
            let came = desk.watched.state().service.late.take().is_none();
            let was_unseen = desk.watched.state().unseen > 0;
            let anna = match saved {
                Ok(Saved::Merged(merged)) => *merged,
                Ok(_) | Err(_) => anna,
            };
            let merged = desk.look(anna);
            if !came {
                break;
            }
            assert!(has(&merged, "Bram's") || was_unseen, "call {call}");
            assert_eq!(desk.in_file(), merged, "call {call}");
            assert_eq!(desk.names(), ["boek.kleurboek"], "call {call}");
        }
    }
}

#[test]
fn a_merged_copy_that_is_brought_again_is_put_away_again_and_nothing_is_written() {
    let mut desk = Desk::new();
    let bram = text(&with(&first_book(), BRAM, "Bram's"));
    let path = beside("boek (Exemplaar met conflict van Bram 2026-11-21).kleurboek");
    desk.disk.put(&path, &bram);
    let merged = desk.look(first_book());
    assert!(has(&merged, "Bram's"));
    let before = desk.disk.bytes(book());
    for _ in 0..3 {
        desk.disk.put(&path, &bram);
        assert!(desk.file.may_have_changed());
        assert_eq!(desk.save(&merged), Ok(Saved::Unchanged));
        assert_eq!(desk.names(), ["boek.kleurboek"]);
        assert!(!desk.file.may_have_changed());
    }
    assert_eq!(desk.disk.bytes(book()), before);
}

#[test]
fn a_version_that_was_read_before_a_save_failed_is_not_forgotten() {
    let mut desk = Desk::new();
    let anna = with(&first_book(), ANNA, "Anna's");
    desk.disk.refuse("rename", ErrorKind::ResourceBusy);
    for name in ["Bram's", "Chris's"] {
        desk.disk.put(book(), &text(&with(&first_book(), BRAM, name)));
        assert!(desk.save(&anna).is_err());
    }
    desk.disk.put(book(), &text(&first_book()));
    desk.disk.allow_all();
    let Ok(Saved::Merged(merged)) = desk.save(&anna) else { panic!("not merged") };
    assert!(["Anna's", "Bram's", "Chris's"].iter().all(|name| has(&merged, name)));
    assert_eq!(desk.in_file(), *merged);
}

#[test]
fn a_copy_that_was_asked_about_is_put_away_once_there_is_an_answer() {
    let mut desk = Desk::new();
    let mut bram = first_book();
    let ids: Vec<Id> = bram.incomes.entries().chain([]).map(|(id, _)| id).collect();
    let change = ids.iter().fold(Change::default(), |change, id| change.income(&bram, *id, None));
    let change = bram.clients.entries().fold(change, |change, (id, _)| change.client(&bram, id, None));
    change.commit(&mut bram, BRAM);
    desk.disk.put(beside("boek-DESKTOP-4KJ9P2A.kleurboek"), &text(&bram));
    let mut anna = first_book();
    let Ok(Saved::Asks(asked)) = desk.save(&anna) else { panic!("not asked") };
    assert!(!desk.file.may_have_changed(), "asked once");
    anna.hold_on_to(&asked.gone, ANNA);
    anna = anna.merged_with(&asked.theirs);
    assert_eq!(desk.save(&anna), Ok(Saved::InPlace));
    assert_eq!(desk.names(), ["boek.kleurboek"]);
    assert_eq!(desk.in_file().incomes, first_book().incomes);
}

#[test]
fn every_copy_of_one_save_is_kept() {
    let mut desk = Desk::new();
    let copies: Vec<Bytes> =
        // Each by a start of its own.
        (0..20)
            .map(|number| {
                text(&with(&first_book(), Actor::from_bits(100 + number), &format!("copy {number}")))
            })
            .collect();
    for (number, copy) in copies.iter().enumerate() {
        desk.disk.put(beside(&format!("boek (conflicted copy 2026-11-21 {number:06}).kleurboek")), copy);
    }
    desk.look(first_book());
    assert_eq!(desk.names(), ["boek.kleurboek"]);
    let disk: Arc<dyn Disk> = Arc::new(desk.disk.clone());
    let backups = Backups::at(disk, &desk.places(), &book()).unwrap();
    for copy in copies {
        assert!(backups.find(blake3::hash(&copy)).unwrap().is_some());
    }
}

#[test]
fn what_was_left_half_written_beside_its_place_is_removed_at_the_next_start() {
    let mut desk = Desk::new();
    let anna = with(&first_book(), ANNA, "Anna's");
    let whole = desk.disk.bytes(book()).unwrap();
    desk.disk.put(book(), b"half");
    assert_eq!(desk.save(&anna), Err(Problem::BeingWritten));
    assert!(matches!(desk.save(&anna), Ok(Saved::Beside(_))));
    desk.disk.refuse("rename", ErrorKind::ResourceBusy);
    desk.disk.refuse("remove", ErrorKind::ResourceBusy);
    assert!(desk.save(&with(&anna, ANNA, "more")).is_err());
    assert_eq!(desk.names().len(), 3);
    desk.disk.allow_all();
    desk.disk.put(book(), &whole);
    desk.file = opened(&desk.watched, &book());
    desk.file.prepare(&desk.places(), at() - TimeDelta::seconds(1));
    assert_eq!(desk.names(), ["boek (2026-11-21 14.03.00).kleurboek", "boek.kleurboek"]);
}
