//! Opening a book, starting a new one, and looking around in the example.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    domain::{Day, book::Book, book::Language, example, plan::Plan},
    storage::{
        disk::RealDisk, lock::BookLock, machine::Machine, open, places::Places, problem::Problem,
        save::BookFile,
    },
};

use super::{
    clock::Clock,
    ids::Ids,
    saver::Saver,
    session::{Keeping, Session},
};

/// An open book with what keeps it ours while it is open.
#[derive(Debug)]
pub struct OpenBook {
    /// The living book.
    pub session: Session,
    /// Its file; none for the example.
    pub path: Option<PathBuf>,
    /// Why it can only be looked at; none when it can be changed.
    pub read_only_because: Option<Problem>,
    /// Whether the file was edited by hand, or damaged, since it was last written.
    pub edited_by_hand: bool,
    /// Held until the book is closed. After `session`, so that the last write is done under the lock.
    lock: Option<BookLock>,
}

impl OpenBook {
    /// Opens the book in a file. `wake` is called when something was written.
    ///
    /// # Errors
    /// [`Problem`] says why it could not be read, or who else has it open. The file is never touched.
    pub fn open(
        path: &Path,
        places: &Places,
        clock: Clock,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, Problem> {
        let lock = BookLock::take(places, path)?;
        let opened = open::open(path)?;
        let file = BookFile::of(&opened, Arc::new(RealDisk));
        let read_only_because = opened.loaded.read_only_because.clone();
        let edited_by_hand = opened.loaded.is_edited_by_hand();
        let keeping = if read_only_because.is_some() {
            Keeping::ReadOnly
        } else {
            Keeping::File(Saver::start(file, places.clone(), clock, wake)?)
        };
        let session = Session::new(opened.loaded.book, keeping, clock);
        Ok(Self { session, path: Some(path.to_owned()), read_only_because, edited_by_hand, lock: Some(lock) })
    }

    /// Starts a new book with a plan, in a file that is not there yet.
    ///
    /// # Errors
    /// [`Problem`] when it cannot be locked or the machine gives no thread or no randomness.
    pub fn begin(
        plan: Plan,
        language: Language,
        path: &Path,
        places: &Places,
        clock: Clock,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, Problem> {
        let lock = BookLock::take(places, path)?;
        let id = Ids.new_id().map_err(|_| Problem::Other("no randomness".to_owned()))?;
        let mut book = Book::new(id, language, plan.start);
        book.plan = Arc::new(plan);
        let saver =
            Saver::start(BookFile::create_new(path, Arc::new(RealDisk)), places.clone(), clock, wake)?;
        let session = Session::new(book, Keeping::File(saver), clock);
        session.keep();
        Ok(Self {
            session,
            path: Some(path.to_owned()),
            read_only_because: None,
            edited_by_hand: false,
            lock: Some(lock),
        })
    }

    /// The example, on its own day, kept nowhere.
    pub fn example(language: Language) -> Self {
        let clock = Clock::frozen_on(example::example_day());
        let session = Session::new(example::atelier_noor(language), Keeping::Nowhere, clock);
        Self { session, path: None, read_only_because: None, edited_by_hand: false, lock: None }
    }

    /// The book lives in another file from now on: the lock goes along.
    pub fn moved_to(&mut self, path: &Path, places: &Places) {
        match BookLock::take(places, path) {
            Ok(lock) => self.lock = Some(lock),
            Err(problem) => log::warn!("no lock for {}: {problem}", path.display()),
        }
        self.path = Some(path.to_owned());
    }

    /// Whether this is the example.
    pub const fn is_example(&self) -> bool {
        self.path.is_none()
    }
}

/// The book that was named, the one opened last on this machine, or the one in the usual place.
pub fn which_book(named: Option<PathBuf>, machine: &Machine, places: &Places) -> Option<PathBuf> {
    let usual = places.default_book();
    named
        .or_else(|| machine.recent_books.first().cloned())
        .or_else(|| usual.symlink_metadata().is_ok().then_some(usual))
}

/// Whether a book is open in another window.
pub fn is_open_elsewhere(path: &Path, places: &Places) -> bool {
    matches!(BookLock::take(places, path), Err(Problem::LockedByOther))
}

/// Puts the last good copy of a book that cannot be read in a new file beside it, or in the usual folder when that
/// cannot be reached; where it is.
///
/// # Errors
/// [`Problem`] when the copy cannot be read or written. The book itself is never touched.
pub fn take_back_copy(copy: &Path, original: &Path, places: &Places, today: Day) -> Result<PathBuf, Problem> {
    let book = open::open(copy)?.loaded.book;
    let stem = stem_of(original);
    let usual = places.default_book();
    let mut last = Problem::FolderGone;
    for beside in [original, usual.as_path()] {
        let path = free_name(beside, &format!("{stem} {today}"));
        match BookFile::create_new(&path, Arc::new(RealDisk)).save(&book, places, today.into()) {
            Ok(_) => return Ok(path),
            Err(problem) => last = problem,
        }
    }
    Err(last)
}

/// The place for a new book: the usual one, or the first numbered one beside it that is free.
pub fn free_place(places: &Places) -> PathBuf {
    let usual = places.default_book();
    free_name(&usual, &stem_of(&usual))
}

/// A place for a copy of the book at `path`: beside it, under its name with the day behind, where no file is yet.
pub fn free_copy_place(path: &Path, today: Day) -> PathBuf {
    free_name(path, &format!("{} {today}", stem_of(path)))
}

fn stem_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file with this name beside another, with a number behind it when the name is taken.
fn free_name(beside: &Path, stem: &str) -> PathBuf {
    let named = |end: String| beside.with_file_name(format!("{stem}{end}.kleurboek"));
    let first = named(String::new());
    std::iter::once(first.clone())
        .chain((2..1000).map(|number| named(format!(" {number}"))))
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or(first)
}
