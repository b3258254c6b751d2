//! A machine with the example as a book, and what a person does with its file.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
};

use kleurboek::{
    app::{
        clock::Clock,
        command::{Command, NewIncome, Payer, Payment},
        opening::OpenBook,
        saver::{Place, SaveStatus, Saver},
    },
    domain::{
        book::{Book, Language},
        example,
        money::Cents,
    },
    storage::{
        backups::{Backups, Version},
        disk::RealDisk,
        open,
        places::Places,
        problem::Problem,
        save::BookFile,
    },
};
use tempfile::TempDir;

pub struct Desk {
    root: TempDir,
    pub places: Places,
}

impl Desk {
    /// With the example in `boeken/boek.kleurboek`, which was open once.
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let desk = Self { places: Places::under(root.path().join("home")), root };
        let book = example::atelier_noor(Language::Dutch);
        BookFile::create_new(desk.book(), Arc::new(RealDisk))
            .save(&book, &desk.places, clock().now())
            .unwrap();
        close(desk.open(&desk.book()));
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn book(&self) -> PathBuf {
        self.path("boeken/boek.kleurboek")
    }

    /// Copies a file as a file manager does.
    pub fn copy(&self, from: &Path, to: &str) -> PathBuf {
        let to = self.path(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, &to).unwrap();
        to
    }

    pub fn try_open(&self, path: &Path) -> Result<OpenBook, Problem> {
        OpenBook::open(path, &self.places, clock(), || {})
    }

    pub fn open(&self, path: &Path) -> OpenBook {
        self.try_open(path).unwrap()
    }

    pub fn open_watched(&self, path: &Path) -> (OpenBook, Receiver<()>) {
        let (sender, woken) = mpsc::channel();
        let wake = move || sender.send(()).unwrap_or_default();
        (OpenBook::open(path, &self.places, clock(), wake).unwrap(), woken)
    }

    /// Opens a book, adds an income to it, and closes it.
    pub fn earns(&self, path: &Path, euros: i32) {
        let mut open = self.open(path);
        earn(&mut open, euros);
        close(open);
    }

    pub fn versions(&self, path: &Path) -> Vec<Version> {
        Backups::at(Arc::new(RealDisk), &self.places, path)
            .map_or_else(Vec::new, |backups| backups.list().unwrap())
    }

    /// Everything under a folder, with what is in it.
    pub fn all(&self, name: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all = Vec::new();
        let mut folders = vec![self.path(name)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    all.push((path, bytes));
                }
            }
        }
        all.sort();
        all
    }
}

pub fn clock() -> Clock {
    Clock::frozen_on(example::example_day())
}

pub fn earn(open: &mut OpenBook, euros: i32) {
    let income = NewIncome {
        amount: Cents::euros(euros),
        from: Payer::Nobody,
        label: String::new(),
        day: example::example_day(),
        payment: Payment::Received,
    };
    open.session.execute(&Command::Earn(income), None).unwrap();
}

pub fn close(open: OpenBook) {
    let status = open.session.close();
    assert!(status.is_safe(), "{status:?}");
}

/// Closes a book that cannot be written now: what was done stays in the journal, as after a crash.
pub fn close_unsaved(open: OpenBook) {
    assert!(!open.session.close().is_safe());
}

pub fn saver(place: Place) -> Result<Saver, Problem> {
    Saver::start(place, clock(), || {})
}

pub fn book_at(path: &Path) -> Book {
    open::open(path).unwrap().loaded.book
}

/// Whether an income of so many euros is in it.
pub fn has(book: &Book, euros: i32) -> bool {
    book.incomes.iter().any(|income| income.amount == Cents::euros(euros))
}

pub fn is_saved(open: &OpenBook) -> bool {
    matches!(open.session.save_status(), Some(SaveStatus::Saved(_)))
}
