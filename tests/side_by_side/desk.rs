//! A machine with the example as a book, and a newer version that writes in it.

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
    app::{clock::Clock, command::Command, opening::OpenBook, saver::SaveStatus},
    domain::{book::Book, book::Language, example, id::Id},
    storage::{disk::RealDisk, open, places::Places, problem::Problem, save::BookFile},
};
use tempfile::TempDir;

/// Waited for at most, when nothing comes that should.
pub const LONG: Duration = Duration::from_mins(1);

pub struct Desk {
    pub root: TempDir,
    pub places: Places,
    pub path: PathBuf,
}

/// What a newer version makes of the text of a book.
#[derive(Clone, Copy, Debug)]
pub enum Newer {
    /// This version may look at it.
    Readable,
    /// This version cannot make anything of it.
    Unreadable,
    /// The same format, with a field more.
    WithAField,
}

impl Desk {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let places = Places::under(root.path().join("home"));
        let path = root.path().join("boek.kleurboek");
        let book = example::atelier_noor(Language::Dutch);
        BookFile::create_new(&path, Arc::new(RealDisk)).save(&book, &places, clock().now()).unwrap();
        Self { root, places, path }
    }

    /// The newer version saves the book; every byte of it.
    pub fn newer_saves(&self, newer: Newer) -> Vec<u8> {
        let text = newer.text(&fs::read_to_string(&self.path).unwrap());
        fs::write(&self.path, &text).unwrap();
        text.into_bytes()
    }

    pub fn open(&self) -> Result<OpenBook, Problem> {
        OpenBook::open(&self.path, &self.places, clock(), || {})
    }

    /// Opens it with something that tells when there is something to see.
    pub fn open_watched(&self) -> (OpenBook, Receiver<()>) {
        let (sender, woken) = mpsc::channel();
        let wake = move || sender.send(()).unwrap_or_default();
        (OpenBook::open(&self.path, &self.places, clock(), wake).unwrap(), woken)
    }

    /// Every file beside the book.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != "home");
        names.sort();
        names
    }
}

impl Newer {
    /// The text of a book as it would write it.
    pub fn text(self, text: &str) -> String {
        let (body, _) = text.trim_end().rsplit_once('\n').unwrap();
        let newer = match self {
            Self::Readable => body
                .replacen("format: 1", "format: 3", 1)
                .replacen("writes_from: 1", "writes_from: 3", 1)
                .replacen("generation:", "moods: {\"a\": 1},\n  generation:", 1),
            Self::Unreadable => {
                "(format: 9, reads_from: 9, writes_from: 9, tables: {1: [Odd(x: 1.5)]})".to_owned()
            }
            Self::WithAField => body.replacen("generation:", "moods: {\"a\": 1},\n  generation:", 1),
        };
        assert_ne!(newer, body);
        format!("{newer}\n")
    }
}

pub fn clock() -> Clock {
    Clock::frozen_on(example::example_day())
}

/// Adds a client; so many names of clients as one can think of.
pub fn add(open: &mut OpenBook, name: &str) {
    let id = Id::from_bits(u64::try_from(name.len()).unwrap() + 0xc11e);
    open.session.execute(&Command::AddClient(id, name.to_owned()), None).unwrap();
    open.session.hurry();
}

pub fn has(book: &Book, name: &str) -> bool {
    book.clients.iter().any(|client| client.name == name)
}

pub fn book_at(path: &Path) -> Book {
    open::open(path).unwrap().loaded.book
}

/// Waits until saving has come so far.
pub fn until(open: &OpenBook, woken: &Receiver<()>, is_so_far: impl Fn(&SaveStatus) -> bool) -> SaveStatus {
    loop {
        let status = open.session.save_status().unwrap();
        if is_so_far(&status) {
            return status;
        }
        open.session.hurry();
        woken.recv_timeout(LONG).unwrap();
    }
}
