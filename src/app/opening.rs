//! Opening a book, starting a new one, and looking around in the example.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use crate::{
    domain::{
        Day,
        book::{Book, Language},
        example,
        plan::Plan,
    },
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        line::Line,
        lock::BookLock,
        machine::Machine,
        open,
        places::Places,
        problem::Problem,
        save::BookFile,
    },
};

use super::{
    clock::Clock,
    errand::{
        guest::{self, NoAnswer},
        host::{Host, Served},
    },
    file_question::AskedFile,
    ids::Ids,
    preparing::{Found, Prepared},
    saver::{Place, Saver},
    session::{Keeping, Session},
};

/// A start that is between its lock and its door, or a command that is quickly done, is waited for: so many times,
const ATTEMPTS: u32 = 20;
/// each so long.
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(50);

/// What a book ends in.
const BOOK: &str = ".kleurboek";
/// What a file with everything about a client ends in.
const EXPORT: &str = ".txt";
/// How much of a client's name stands in the name of a file, in letters.
const LONGEST_NAME: usize = 50;

/// An open book with what keeps it ours while it is open.
#[derive(Debug)]
pub struct OpenBook {
    /// The living book.
    pub session: Session,
    /// Its file; none for the example.
    pub path: Option<PathBuf>,
    /// Why it can only be looked at; none when it can be changed.
    pub read_only_because: Option<Problem>,
    /// What was found while it was read, until it was told.
    pub found: Vec<Found>,
    /// Which file it is, on this machine; none for the example.
    pub line: Option<Line>,
    /// What is asked about the file, until the person chose.
    pub(super) asked: Option<AskedFile>,
    /// Open while the book is, for other starts of the program. Before `lock`, so that no door is left without one.
    door: Option<Host>,
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
        wake: impl Fn() + Clone + Send + 'static,
    ) -> Result<Self, Problem> {
        Self::of(Prepared::open(path, places, clock.today())?, clock, wake)
    }

    /// Opens the book in a file for a command: what cannot be written in the book is kept nowhere.
    ///
    /// # Errors
    /// As [`Self::open`], or [`Problem::EditedByHand`]: a command can ask nobody what to do with that.
    pub fn for_command(path: &Path, places: &Places, clock: Clock) -> Result<Self, Problem> {
        let prepared = Prepared::open(path, places, clock.today())?;
        if prepared.is_edited {
            return Err(Problem::EditedByHand);
        }
        Self::with(prepared, clock, |place| Saver::without_journal(place, clock))
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
        wake: impl Fn() + Clone + Send + 'static,
    ) -> Result<Self, Problem> {
        Self::of(Prepared::begin(plan, language, path, places, clock.today())?, clock, wake)
    }

    /// Opens a book that was read. `wake` is called when something was written.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn of(
        prepared: Prepared,
        clock: Clock,
        wake: impl Fn() + Clone + Send + 'static,
    ) -> Result<Self, Problem> {
        Self::with(prepared, clock, |place| Saver::start(place, clock, wake))
    }

    fn with(
        prepared: Prepared,
        clock: Clock,
        start: impl FnOnce(Place) -> Result<Saver, Problem>,
    ) -> Result<Self, Problem> {
        let Prepared {
            book,
            path,
            actor,
            read_only_because,
            found,
            place,
            is_changed,
            lock,
            overview,
            question,
            is_edited: _,
            line,
        } = prepared;
        let mut asked = None;
        let keeping = if read_only_because.is_some() {
            Keeping::ReadOnly
        } else if let Some(question) = question {
            asked = Some(AskedFile { question, place, actor });
            Keeping::Asking
        } else {
            Keeping::File(start(place)?)
        };
        let session = Session::new(book, keeping, clock).by(actor).with_overview(overview);
        if is_changed {
            session.keep();
        }
        let (path, line) = (Some(path), Some(line));
        Ok(Self { session, path, read_only_because, found, line, asked, door: None, lock: Some(lock) })
    }

    /// The example, on its own day, kept nowhere.
    pub fn example(language: Language) -> Self {
        let clock = Clock::frozen_on(example::example_day());
        // A copy of it may be saved, and live on as a book. Without randomness it can still be looked at.
        let actor = Ids.new_actor(clock.today()).unwrap_or_default();
        let session = Session::new(example::atelier_noor(language), Keeping::Nowhere, clock).by(actor);
        Self {
            session,
            path: None,
            read_only_because: None,
            found: Vec::new(),
            line: None,
            asked: None,
            door: None,
            lock: None,
        }
    }

    /// The book lives in another file from now on: the lock goes along, and the door.
    pub fn moved_to(&mut self, path: &Path, places: &Places) {
        let Some(lock) = &mut self.lock else { return };
        match lock.moves_to(places, path) {
            Ok(()) => {
                let door = self.door.take().map(|door| door.moved_to(places, path));
                self.door = door.and_then(|door| unless_it_fails(door, path));
            }
            Err(problem) => log::warn!("no lock for {}: {problem}", path.display()),
        }
        self.path = Some(path.to_owned());
    }

    /// Opens the door for other starts of the program, who then wake this one by `wake`; the example has none.
    ///
    /// Without a door they say that the book is open, as without a window.
    pub fn open_door(&mut self, places: &Places, wake: impl Fn() + Send + Sync + 'static) {
        if let (Some(path), Some(_)) = (&self.path, &self.lock) {
            self.door = unless_it_fails(Host::new(places, path, Arc::new(wake)), path);
        }
    }

    /// Does what other starts of the program asked meanwhile, at the moment `now` of [`Clock::moment`].
    pub fn serve(&mut self, now: u64) -> Vec<Served> {
        match (&mut self.door, &self.path) {
            (Some(door), Some(path)) => {
                door.serve(&mut self.session, path, self.read_only_because.as_ref(), now)
            }
            _ => Vec::new(),
        }
    }

    /// The earlier versions of this file, on this machine; none for the example.
    pub fn backups(&self, places: &Places) -> Option<Backups> {
        Some(Backups::of(Arc::new(RealDisk), places, self.line.as_ref()?))
    }

    /// The person was told that the same book is elsewhere too.
    pub fn was_told(&mut self, places: &Places) {
        if let Some(line) = &mut self.line
            && let Err(problem) = line.was_told(&RealDisk, places)
        {
            log::warn!("it will be told again: {problem}");
        }
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
fn is_open_elsewhere(path: &Path, places: &Places) -> bool {
    matches!(BookLock::take(places, path), Err(Problem::LockedByOther))
}

/// Tries something about a book that may be open elsewhere; again for a moment when a lock has no door yet, or still.
///
/// # Errors
/// Those of what was tried.
pub fn once_settled<T>(mut attempt: impl FnMut() -> Result<T, NoAnswer>) -> Result<T, NoAnswer> {
    for _ in 1..ATTEMPTS {
        match attempt() {
            Err(NoAnswer::NoDoor) => std::thread::sleep(BETWEEN_ATTEMPTS),
            settled => return settled,
        }
    }
    attempt()
}

/// Makes sure that a book is shown once: whether a window that has it open came forward.
///
/// # Errors
/// [`NoAnswer`] when it is open, and its window does not come.
pub fn came_forward(path: &Path, places: &Places) -> Result<bool, NoAnswer> {
    once_settled(|| {
        if is_open_elsewhere(path, places) {
            guest::bring_forward(places, path).map(|()| true)
        } else {
            Ok(false)
        }
    })
}

fn unless_it_fails(door: io::Result<Host>, path: &Path) -> Option<Host> {
    door.inspect_err(|error| log::warn!("no door for {}: {error}", path.display())).ok()
}

/// Puts the last good copy of a book that cannot be read in a new file beside it, or in the usual folder when that
/// cannot be reached; where it is.
///
/// # Errors
/// [`Problem`] when the copy cannot be read or written. The book itself is never touched.
pub fn take_back_copy(copy: &Path, original: &Path, places: &Places, today: Day) -> Result<PathBuf, Problem> {
    let loaded = open::open(copy)?.loaded;
    if let Some(problem) = loaded.read_only_because {
        // Only the version that wrote it knows all that is in it.
        return Err(problem);
    }
    let book = loaded.book;
    let stem = stem_of(original);
    let usual = places.default_book();
    let mut last = Problem::FolderGone;
    for beside in [original, usual.as_path()] {
        let path = free_name(beside, &format!("{stem} {today}"));
        match BookFile::create_new(&path, Arc::new(RealDisk)).save(&book, places, today.into()) {
            Ok(_) => {
                goes_on_at(&path, &book, original, places);
                return Ok(path);
            }
            Err(problem) => last = problem,
        }
    }
    Err(last)
}

/// The earlier versions of a book that cannot be read go along to the file in which it goes on.
fn goes_on_at(path: &Path, book: &Book, original: &Path, places: &Places) {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    if let Some(mut line) = Line::at(&disk, places, original).filter(|line| line.book == book.id)
        && let Err(problem) = line.goes_on_at(disk.as_ref(), places, path)
    {
        log::warn!("its earlier versions stay behind: {problem}");
    }
}

/// The place for a new book: the usual one, or the first numbered one beside it that is free.
pub fn free_place(places: &Places) -> PathBuf {
    let usual = places.default_book();
    free_name(&usual, &stem_of(&usual))
}

/// A place for a copy of the book at `path`: beside it, under its name with the day behind. There may be a file.
pub fn copy_place(path: &Path, today: Day) -> PathBuf {
    path.with_file_name(format!("{} {today}{BOOK}", stem_of(path)))
}

/// A place for everything about a client: beside the book at `path`. There may be a file.
pub fn export_place(path: &Path, client: &str, today: Day) -> PathBuf {
    path.with_file_name(export_name(client, today))
}

/// The first place from `place` on where no file is yet: a number comes behind the name. Looks at the disk, so never on
/// the window's thread.
pub fn free_from(place: &Path) -> PathBuf {
    let ending = place.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    free_name_ending(place, &stem_of(place), &ending)
}

/// What the file with everything about a client is called, in letters that every disk takes.
pub fn export_name(client: &str, today: Day) -> String {
    let plain = |letter: char| {
        let refused = letter.is_control() || r#"\/:*?"<>|"#.contains(letter);
        if refused { ' ' } else { letter }
    };
    // A name is at most 255 bytes long, and a letter at most four.
    let client: String = client.chars().map(plain).take(LONGEST_NAME).collect();
    let client = client.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    format!("{client} {today}{EXPORT}").trim_start().to_owned()
}

fn stem_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file with this name beside another, with a number behind it when the name is taken.
fn free_name(beside: &Path, stem: &str) -> PathBuf {
    free_name_ending(beside, stem, BOOK)
}

fn free_name_ending(beside: &Path, stem: &str, ending: &str) -> PathBuf {
    let named = |end: String| beside.with_file_name(format!("{stem}{end}{ending}"));
    let first = named(String::new());
    std::iter::once(first.clone())
        .chain((2..1000).map(|number| named(format!(" {number}"))))
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or(first)
}
