//! Reading a book before it is shown: the file, what a crash left, and what another program did to it meanwhile.
//!
//! Nothing here draws or belongs to a window, so it can be done on any thread: the disk may be slow.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    domain::{
        Day,
        book::{Book, Language},
        id::Id,
        other_values::waiting,
        plan::Plan,
        stamp::Actor,
    },
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        format::Loaded,
        hand_edit::HandEdit,
        journal::{Header, Leftover, leftover},
        line::Line,
        lock::BookLock,
        open::{self, Opened},
        places::Places,
        problem::Problem,
        save::BookFile,
    },
};

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

/// What is made of a file that can be written.
struct Read {
    book: Book,
    found: Option<Found>,
    question: Option<FileQuestion>,
}

impl Read {
    /// Of a file that is as it was written.
    fn sound(
        mut book: Book,
        opened: &Opened,
        backups: &Backups,
        leftovers: &[Leftover],
        file: &mut BookFile,
    ) -> Self {
        let (mut found, mut question) = (None, None);
        // Mostly the last version is just this one; of a large book a person would notice that it is read again.
        let last = if backups.newest_is(&opened.disk) { None } else { newest(backups, &book) };
        // What a crash kept goes into the file it was meant for; another one is compared with all that is known.
        let is_ours = last.is_none() || leftovers.iter().any(|left| builds_on(left, opened.disk.hash));
        let rescued = with_leftovers(last.as_ref().filter(|_| !is_ours).unwrap_or(&book), leftovers);
        let is_rescued = rescued.is_some();
        if is_rescued {
            log::info!("rescued what a crash had kept from the book");
        }
        let last = match rescued {
            Some(after) if is_ours => {
                found = Some(Found::Rescued(Box::new(Both { before: book, after: after.clone() })));
                book = after;
                last
            }
            Some(known) => Some(known),
            None => last,
        };
        match last.map(|last| Standing::of(&book, last)) {
            None | Some(Standing::Newer) => {}
            Some(Standing::LacksMuch(last)) => {
                // As if another program changed it while it was open: so it is asked about in the same way.
                file.was(&last);
                book = last;
            }
            Some(Standing::Older(last)) => {
                book = last.allowed_back(&book);
                let last = LastKnown { book: last, is_kept: !is_rescued };
                question = Some(FileQuestion::Older(Box::new(last)));
            }
            Some(Standing::Parted(joined)) => {
                let both = Box::new(Both { before: book, after: joined.clone() });
                let is_told = is_rescued && !is_ours;
                found = Some(if is_told { Found::Rescued(both) } else { Found::Merged(both) });
                book = joined;
            }
        }
        Self { book, found, question }
    }

    /// Of a file that was edited by hand: nothing of it is taken unasked.
    fn edited(in_file: Book, generation: u64, backups: &Backups, leftovers: &[Leftover]) -> Self {
        let last = newest(backups, &in_file);
        let edit = HandEdit::of(in_file, generation, Some(backups), last.as_ref());
        let known = last.or_else(|| edit.before.clone());
        let rest = match &known {
            Some(known) => with_leftovers(known, leftovers).or_else(|| Some(known.clone())),
            // The versions are gone, and what a crash kept is not.
            None => parts_of_book(leftovers, edit.edited.id).reduce(|all, part| all.merged_with(&part)),
        };
        let book = rest.as_ref().map_or_else(|| edit.edited.clone(), |rest| rest.allowed_back(&edit.edited));
        if !edit.differs() {
            // The same words in another order: there is nothing to choose.
            let book = rest.unwrap_or(book);
            return Self { book, found: Some(Found::EditedByHand), question: None };
        }
        let question = FileQuestion::ByHand(Box::new(edit), rest.map(Box::new));
        Self { book, found: None, question: Some(question) }
    }
}

/// What a file is beside what was last known of the book in its place.
enum Standing {
    /// All of that is in it.
    Newer,
    /// So much of that would go that somebody is asked.
    LacksMuch(Book),
    /// All of it is in that, and more.
    Older(Book),
    /// Each has something that the other does not know; both in one.
    Parted(Book),
}

impl Standing {
    fn of(book: &Book, last: Book) -> Self {
        let joined = last.merged_with(book);
        let gone = last.gone_in(book, &joined);
        if last.is_much(gone.len()) {
            Self::LacksMuch(last)
        } else if book.has_all_of(&last) {
            Self::Newer
        } else if last.has_all_of(book) {
            Self::Older(last)
        } else {
            Self::Parted(joined)
        }
    }
}

/// What was last known of the book at `path`, when the file that was read is older than that. For who only reads it.
pub fn newer_than(opened: &Opened, path: &Path, places: &Places) -> Option<Book> {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let backups = Backups::at(Arc::clone(&disk), places, path)?;
    let book = &opened.loaded.book;
    if opened.loaded.read_only_because.is_some() || backups.newest_is(&opened.disk) {
        return None;
    }
    let leftovers = leftover(disk.as_ref(), places, path, Some(book.id)).unwrap_or_default();
    if leftovers.iter().any(|left| builds_on(left, opened.disk.hash)) {
        return None;
    }
    match Standing::of(book, newest(&backups, book)?) {
        Standing::Older(last) => Some(last),
        Standing::Newer | Standing::LacksMuch(_) | Standing::Parted(_) => None,
    }
}

/// Whether what a crash left was meant for the file with this hash, or for one nobody knows.
fn builds_on(leftover: &Leftover, hash: blake3::Hash) -> bool {
    leftover.header.as_ref().is_none_or(|header| header.base.is_none_or(|base| base == hash))
}

/// The version of the same book that was last known here.
fn newest(backups: &Backups, book: &Book) -> Option<Book> {
    let version = backups.newest_good()?;
    backups.book(&version).filter(|last| last.id == book.id)
}

/// The book with what a crash kept from it; none when there was nothing new.
fn with_leftovers(book: &Book, leftovers: &[Leftover]) -> Option<Book> {
    let after = parts_of_book(leftovers, book.id).fold(book.clone(), |book, part| book.merged_with(&part));
    (!book.has_all_of(&after)).then_some(after)
}

/// What a crash kept of the book with this id.
fn parts_of_book(leftovers: &[Leftover], id: Id) -> impl Iterator<Item = Book> {
    leftovers.iter().flat_map(parts_of).map(|Part(part)| part).filter(move |part| part.id == id)
}

/// Whether all of it was taken over. What a newer version wrote stays for that one.
fn is_understood(leftover: &Leftover) -> bool {
    parts_of(leftover).count() == leftover.entries.len()
}

fn parts_of(leftover: &Leftover) -> impl Iterator<Item = Part> {
    leftover.entries.iter().map_while(|text| {
        Part::read(text).inspect_err(|problem| log::warn!("an entry of a journal is no part: {problem}")).ok()
    })
}
