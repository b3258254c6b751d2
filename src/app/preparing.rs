//! Reading a book before it is shown: the file, what a crash left, and what another program did to it meanwhile.
//!
//! Nothing here draws or belongs to a window, so it can be done on any thread: the disk may be slow.

mod beside_known;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    domain::{
        Day,
        book::{Book, Language},
        other_values::waiting,
        plan::Plan,
        stamp::Actor,
    },
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        format::Loaded,
        journal::{Header, Leftover, leftover},
        line::Line,
        lock::BookLock,
        open,
        places::Places,
        problem::Problem,
        save::BookFile,
    },
};

pub use self::beside_known::newer_than;
use self::beside_known::{Read, is_understood, parts_of};
use super::{file_question::FileQuestion, ids::Ids, overview::Overview, part::Part, saver::Place};

/// A book that was read and locked, and everything a window needs to keep it.
#[derive(Debug)]
pub struct Prepared {
    /// The book as it should be shown.
    pub book: Book,
    /// Its file.
    pub path: PathBuf,
    /// Who makes the changes from now on.
    pub actor: Actor,
    /// Why it can only be looked at; none when it can be changed.
    pub read_only_because: Option<Problem>,
    /// What was found while reading it, in the order in which to tell.
    pub found: Vec<Found>,
    /// Where it is saved.
    pub place: Place,
    /// Whether it differs from what is in the file.
    pub is_changed: bool,
    /// The right to have it open.
    pub lock: BookLock,
    /// What the first screen shows of it on a day, when that was worked out already.
    pub overview: Option<(Day, Arc<Overview>)>,
    /// Why the person has to say first what to do with the file, if they have to.
    pub question: Option<FileQuestion>,
    /// Whether the file was edited by hand, and can be written.
    pub is_edited: bool,
    /// Which file it is, on this machine.
    pub line: Line,
}

/// What was last known of a book in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastKnown {
    /// The book.
    pub book: Book,
    /// Whether it stands like this among the earlier versions; not with what a crash had kept from it.
    pub is_kept: bool,
}

/// What was found while a book was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// What a crash had kept from the file is in the book again.
    Rescued(Box<Both>),
    /// Another version of the book came into its place while it was closed, and is in one with what was known here.
    Merged(Box<Both>),
    /// The same book is at this place too, and the two live apart.
    AlsoAt(PathBuf),
    /// The file was edited by hand, and says nothing else by that.
    EditedByHand,
}

/// A book before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    /// Before.
    pub before: Book,
    /// After.
    pub after: Book,
}

impl Both {
    /// How many more values wait for a choice.
    pub fn newly_waiting(&self) -> usize {
        waiting(&self.after).len().saturating_sub(waiting(&self.before).len())
    }
}

impl Prepared {
    /// Reads the book at `path`, under its lock, to work in it on the day `today`.
    ///
    /// # Errors
    /// [`Problem`] says why it could not be read, or who else has it open. The file is never touched.
    pub fn open(path: &Path, places: &Places, today: Day) -> Result<Self, Problem> {
        let mut lock = BookLock::take(places, path)?;
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let mut opened = match open::open_on(disk.as_ref(), path) {
            Err(problem @ (Problem::NotFound | Problem::FolderGone)) => {
                return Self::never_saved(path, places, lock, disk, today)?.ok_or(problem);
            }
            opened => opened?,
        };
        let actor = Ids.new_actor(today)?;
        // Before anything is made of it, so that forgetting is no change to be written.
        opened.loaded.book.forget_old_actors();
        let Loaded { book: in_file, generation, read_only_because, .. } = opened.loaded.clone();
        let line = Line::claim(&disk, places, path, in_file.id, Some(opened.disk.hash))?;
        lock.take_line(places, &line)?;
        let mut file = BookFile::of(&opened, Arc::clone(&disk)).on_line(line.clone());
        let mut book = in_file.clone();
        let (mut found, mut leftovers, mut question) = (Vec::new(), Vec::new(), None);
        if let Some(other) = &line.also_at {
            found.push(Found::AlsoAt(other.clone()));
        }
        let is_edited = opened.loaded.is_edited_by_hand() && read_only_because.is_none();
        if read_only_because.is_none() {
            let backups = Backups::of(Arc::clone(&disk), places, &line);
            leftovers = leftover(disk.as_ref(), places, path, Some(book.id))?;
            let read = if is_edited {
                file.is_edited(&in_file);
                Read::edited(book, generation, &backups, &leftovers)
            } else {
                Read::sound(book, &opened, &backups, &leftovers, &mut file)
            };
            leftovers.retain(is_understood);
            found.extend(read.found);
            (book, question) = (read.book, read.question);
        }
        let header = Header::of_line(&line, path, Some(opened.disk.hash), generation);
        let is_changed = book != in_file;
        let place = Place { file, book: Some(book.clone()), header, leftovers, disk, places: places.clone() };
        Ok(Self {
            book,
            path: path.to_owned(),
            actor,
            read_only_because,
            found,
            place,
            is_changed,
            lock,
            overview: None,
            question,
            is_edited,
            line,
        })
    }

    /// Works out what the first screen shows on a day, so that the window need not.
    #[must_use]
    pub fn with_overview(mut self, today: Day) -> Self {
        self.overview = Some((today, Arc::new(Overview::of(&self.book, today))));
        self
    }

    /// Starts a new book with a plan, in a file that is not there yet.
    ///
    /// # Errors
    /// [`Problem`] when it cannot be locked or the machine gives no randomness.
    pub fn begin(
        plan: Plan,
        language: Language,
        path: &Path,
        places: &Places,
        today: Day,
    ) -> Result<Self, Problem> {
        let mut lock = BookLock::take(places, path)?;
        let id = Ids.new_id()?;
        let mut book = Book::new(id, language, plan.start);
        book.plan = Arc::new(plan);
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let line = Line::claim(&disk, places, path, id, None)?;
        lock.take_line(places, &line)?;
        Self::new_book(book, path, places, lock, disk, line, today)
    }

    fn new_book(
        book: Book,
        path: &Path,
        places: &Places,
        lock: BookLock,
        disk: Arc<dyn Disk>,
        line: Line,
        today: Day,
    ) -> Result<Self, Problem> {
        let header = Header::of_line(&line, path, None, 0);
        let place = Place {
            file: BookFile::create_new(path, Arc::clone(&disk)).on_line(line.clone()),
            book: None,
            header,
            leftovers: Vec::new(),
            disk,
            places: places.clone(),
        };
        let actor = Ids.new_actor(today)?;
        let (path, found) = (path.to_owned(), Vec::new());
        let (read_only_because, overview) = (None, None);
        Ok(Self {
            book,
            path,
            actor,
            read_only_because,
            found,
            place,
            is_changed: true,
            lock,
            overview,
            question: None,
            is_edited: false,
            line,
        })
    }

    /// A book that a crash kept from ever being saved: all of it is in its journal.
    fn never_saved(
        path: &Path,
        places: &Places,
        mut lock: BookLock,
        disk: Arc<dyn Disk>,
        today: Day,
    ) -> Result<Option<Self>, Problem> {
        let leftovers = leftover(disk.as_ref(), places, path, None)?;
        let of_new = |leftover: &&Leftover| {
            leftover.header.as_ref().is_some_and(|header| header.base.is_none() && header.generation == 0)
        };
        let mut parts = leftovers.iter().filter(of_new).flat_map(parts_of);
        let Some(Part(first)) = parts.next() else { return Ok(None) };
        let book = parts.fold(first, |book, Part(part)| book.merged_with(&part));
        log::info!("rescued a book that was never saved");
        let before = Book::new(book.id, book.house.language, book.plan.start);
        let line = Line::claim(&disk, places, path, book.id, None)?;
        lock.take_line(places, &line)?;
        let mut prepared = Self::new_book(book.clone(), path, places, lock, disk, line, today)?;
        prepared.found.push(Found::Rescued(Box::new(Both { before, after: book })));
        prepared.place.leftovers = leftovers.into_iter().filter(is_understood).collect();
        Ok(Some(prepared))
    }
}
