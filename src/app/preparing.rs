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
        change::Change,
        other_values::waiting,
        plan::Plan,
        stamp::Actor,
    },
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        format::{self, Loaded},
        journal::{Header, Leftover, leftover},
        line::Line,
        lock::BookLock,
        open,
        places::Places,
        problem::Problem,
        save::BookFile,
    },
};

use super::{ids::Ids, overview::Overview, part::Part, saver::Place};

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
    /// What was last known here, when the file is older than that: the person has to say what to do first.
    pub older_than: Option<Box<LastKnown>>,
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
    /// The file was edited by hand; what of it differs is a change, and can be undone.
    EditedByHand(Change),
    /// The file was edited by hand, and nothing is known to compare it with.
    Edited,
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
        let (mut found, mut leftovers, mut older_than) = (Vec::new(), Vec::new(), None);
        if let Some(other) = &line.also_at {
            found.push(Found::AlsoAt(other.clone()));
        }
        if read_only_because.is_none() {
            let backups = Backups::of(Arc::clone(&disk), places, &line);
            if opened.loaded.is_edited_by_hand() {
                found.push(by_hand(&mut book, generation, &backups, actor));
            }
            leftovers = leftover(disk.as_ref(), places, path, Some(book.id))?;
            // Mostly the last version is just this one; of a large book a person would notice that it is read again.
            let last = if backups.newest_is(&opened.disk) { None } else { newest(&backups, &book) };
            // What a crash kept goes into the file it was meant for; another one is compared with all that is known.
            let is_ours = last.is_none() || leftovers.iter().any(|left| builds_on(left, opened.disk.hash));
            let rescued = with_leftovers(last.as_ref().filter(|_| !is_ours).unwrap_or(&book), &leftovers);
            leftovers.retain(is_understood);
            let is_rescued = rescued.is_some();
            if is_rescued {
                log::info!("rescued what a crash had kept from the book");
            }
            let last = match rescued {
                Some(after) if is_ours => {
                    found.push(Found::Rescued(Box::new(Both { before: book, after: after.clone() })));
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
                    older_than = Some(Box::new(LastKnown { book: last, is_kept: !is_rescued }));
                }
                Some(Standing::Parted(joined)) => {
                    let both = Box::new(Both { before: book, after: joined.clone() });
                    let is_told = is_rescued && !is_ours;
                    found.push(if is_told { Found::Rescued(both) } else { Found::Merged(both) });
                    book = joined;
                }
            }
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
            older_than,
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
        let older_than = None;
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
            older_than,
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
        let gone = last.missing_in(&joined);
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

/// Whether what a crash left was meant for the file with this hash, or for one nobody knows.
fn builds_on(leftover: &Leftover, hash: blake3::Hash) -> bool {
    leftover.header.as_ref().is_none_or(|header| header.base.is_none_or(|base| base == hash))
}

/// What a hand edit changed, compared with the version it was made of.
fn by_hand(book: &mut Book, generation: u64, backups: &Backups, actor: Actor) -> Found {
    let seen = &book.lineage.seen;
    let versions = backups.list_with_older().unwrap_or_default();
    let base = versions
        .iter()
        .filter(|version| !version.is_edited && version.generation == generation)
        .filter_map(|version| read(backups, version))
        // What was taken out by hand may have been all that showed some of what it had seen.
        .find(|base| base.id == book.id && base.lineage.seen.covers(seen));
    if let Some(base) = base {
        let change = Change::between(&base, book);
        *book = base;
        change.commit(book, actor);
        Found::EditedByHand(change)
    } else {
        book.hold_on_to_new(actor);
        Found::Edited
    }
}

/// The version of the same book that was last known here.
fn newest(backups: &Backups, book: &Book) -> Option<Book> {
    let version = backups.newest_good()?;
    read(backups, &version).filter(|last| last.id == book.id)
}

fn read(backups: &Backups, version: &crate::storage::backups::Version) -> Option<Book> {
    let bytes = backups.read(version).ok()?;
    let loaded = format::read(str::from_utf8(&bytes).ok()?).ok()?;
    loaded.read_only_because.is_none().then_some(loaded.book)
}

/// The book with what a crash kept from it; none when there was nothing new.
fn with_leftovers(book: &Book, leftovers: &[Leftover]) -> Option<Book> {
    let parts = leftovers.iter().flat_map(parts_of).filter(|Part(part)| part.id == book.id);
    let after = parts.fold(book.clone(), |book, Part(part)| book.merged_with(&part));
    (!book.has_all_of(&after)).then_some(after)
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
