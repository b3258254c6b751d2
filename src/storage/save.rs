//! Saving a book: never over something we do not know, never half.

mod beside;
mod copy;
mod keeping;
mod merging;
mod outside;
mod saved;
mod text;

use std::{
    collections::BTreeSet,
    fs::Permissions,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDateTime;

use super::{
    atomic::{self, Over},
    beside_name::home_of,
    conflicts::Glance,
    disk::{Disk, Kind},
    format::HashLine,
    line::Line,
    open::{Opened, missing, read_whole},
    places::Places,
    problem::Problem,
};
use crate::domain::{book::Book, id::Id, stamp::Seen};

pub use self::{
    beside::PutAway,
    saved::{Asked, Saved},
};
use self::{outside::Attempt, text::WholeText};

/// The file of an open book, and what is known of it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and they change apart")]
pub struct BookFile {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// How many times it was saved.
    generation: u64,
    /// The highest generation among its backups: an older copy that was put back counts on from there.
    newest_kept: u64,
    /// What was on the disk when we last read or wrote; none for a new book.
    known: Option<blake3::Hash>,
    /// What we last tried to put there: a rename may succeed and still say it failed.
    tried: Option<WholeText>,
    /// Whether what we last put there was not read back since, or may not have reached the disk itself.
    unproven: bool,
    /// Whether the folder may be as new as the file.
    in_new_folder: bool,
    /// Whether what a crash may have left was removed beside the file,
    is_tidy: bool,
    /// and among its earlier versions.
    is_line_tidy: bool,
    /// What is on the disk, until it is in the backups.
    to_keep: Option<WholeText>,
    /// Which file it is, on this machine; none until that is looked up.
    line: Option<Line>,
    /// What is in the file, as far as is known; none for a new book.
    last: Option<Book>,
    /// Whether every byte of it is as this program writes it: a hand edit is written anew.
    is_as_written: bool,
    /// Whether there is more in it than was handed over: another version was merged.
    is_merged: bool,
    /// The hash of something in the book's place that could not be read, when it was last seen.
    unreadable: Option<blake3::Hash>,
    /// What the files beside it looked like when they were last read.
    glance: Glance,
    /// What it looked like itself before it was last read back.
    written: Glance,
    /// Other versions that were read, with the book of that moment, until all of that is saved.
    heard: Option<Book>,
    /// What a version beside it knows that the person is asked about.
    unanswered: Option<Seen>,
    /// Its own place, while it is in a file beside that.
    home: Option<PathBuf>,
    /// The file beside its place that it lived in before it went home.
    left: Option<PathBuf>,
    /// What became of copies in conflict, until that is asked.
    put_away: PutAway,
    /// The path that whoever saves was last told of.
    told: PathBuf,
    /// Versions whose removals the person agreed to.
    agreed: Vec<Book>,
    /// Hand edits that the person answered.
    answered: Vec<Book>,
    /// People of whom nothing is kept any more.
    erased: Arc<BTreeSet<Id>>,
    read_only_because: Option<Problem>,
}

/// What is on the disk now.
enum Found {
    Nothing,
    Known,
    /// These bytes; none when they are too many to read.
    Changed(Option<Vec<u8>>),
}

impl BookFile {
    /// The file of a new book. Made at the first save, with its folder; never over a file that is there by then.
    pub fn create_new(path: impl Into<PathBuf>, disk: Arc<dyn Disk>) -> Self {
        let path = path.into();
        Self {
            disk,
            told: path.clone(),
            path,
            generation: 0,
            newest_kept: 0,
            known: None,
            tried: None,
            unproven: false,
            in_new_folder: true,
            is_tidy: false,
            is_line_tidy: false,
            to_keep: None,
            line: None,
            last: None,
            is_as_written: false,
            is_merged: false,
            unreadable: None,
            glance: Glance::default(),
            written: Glance::default(),
            heard: None,
            unanswered: None,
            home: None,
            left: None,
            put_away: PutAway::default(),
            agreed: Vec::new(),
            answered: Vec::new(),
            erased: Arc::default(),
            read_only_because: None,
        }
    }

    /// The file of a book that was opened.
    pub fn of(opened: &Opened, disk: Arc<dyn Disk>) -> Self {
        let text = WholeText::read(opened);
        Self {
            generation: text.generation,
            known: Some(text.hash),
            last: Some(text.book.clone()),
            erased: Arc::clone(&text.book.lineage.erased),
            is_as_written: text.hash_line == HashLine::Right,
            to_keep: Some(text),
            home: home_of(&opened.disk.path),
            in_new_folder: false,
            read_only_because: opened.loaded.read_only_because.clone(),
            ..Self::create_new(&opened.disk.path, disk)
        }
    }

    /// The same, of a line that was looked up already.
    #[must_use]
    pub fn on_line(mut self, line: Line) -> Self {
        self.is_on(line);
        self
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many times the book was saved.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Why it can be looked at only.
    pub const fn read_only_because(&self) -> Option<&Problem> {
        self.read_only_because.as_ref()
    }

    /// What is in the file now, once it was saved: its hash and its generation.
    pub const fn base(&self) -> (Option<blake3::Hash>, u64) {
        (self.known, self.generation)
    }

    /// Whether everything of the book is in the file, also when the save that put it there says that it failed: what
    /// failed then was to make sure that it stays there.
    pub fn holds(&self, book: &Book) -> bool {
        self.last.as_ref().is_some_and(|last| last.merged_with(book) == *last)
    }

    /// Saves the book, unless there is another version of it.
    fn attempt(&mut self, book: &Book, places: &Places, at: NaiveDateTime) -> Result<Attempt, Problem> {
        // Shared records make this comparison cheap; writing it as text to compare would not be.
        let unchanged = self.is_as_written && self.known.is_some() && self.last.as_ref() == Some(book);
        let target = self.target()?;
        self.tidy(&target, places);
        let before = match self.look(&target)? {
            Found::Changed(bytes) => return self.outside(book, bytes.as_deref(), &target, places, at),
            Found::Nothing => None,
            // Nothing to write, but only while it is still there and certainly on the disk.
            Found::Known if unchanged && !self.unproven => return Ok(Attempt::Done(Saved::Unchanged)),
            Found::Known => Some(writable_permissions(self.disk.as_ref(), &target)?),
        };
        // What the rename will replace.
        self.keep(places, at);
        let over = if before.is_some() { Over::Existing } else { Over::Nothing };
        let text = WholeText::of(book, self.next_generation())?;
        let disk = Arc::clone(&self.disk);
        let written =
            atomic::write_near(disk.as_ref(), &target, &places.key(), &text.bytes, before.as_ref())?;
        // Once more, as writing may have taken long.
        if let Found::Changed(bytes) = self.look(&target)? {
            drop(written);
            return self.outside(book, bytes.as_deref(), &target, places, at);
        }
        self.tried = Some(text.clone());
        match atomic::rename(written, &target, over) {
            Err(error) if over == Over::Nothing && error.kind() == ErrorKind::AlreadyExists => {
                let bytes = read_whole(disk.as_ref(), &target).ok();
                return self.outside(book, bytes.as_deref(), &target, places, at);
            }
            result => result.map_err(refused)?,
        }
        self.finish(&target, text)?;
        Ok(Attempt::Done(Saved::InPlace))
    }

    fn next_generation(&self) -> u64 {
        self.generation.max(self.newest_kept).saturating_add(1)
    }

    /// The file itself, behind any links.
    fn target(&self) -> Result<PathBuf, Problem> {
        let disk = self.disk.as_ref();
        match disk.about_itself(&self.path).map(|about| about.kind) {
            Ok(Kind::Link) => {
                disk.resolve(&self.path).map_err(|error| missing(disk, &self.path, error.into()))
            }
            Ok(Kind::Folder) => Err(Problem::IsAFolder),
            Ok(Kind::File | Kind::Other) => Ok(self.path.clone()),
            Err(error) if error.kind() == ErrorKind::NotFound && self.known.is_none() => {
                atomic::make_folder(disk, atomic::folder_of(&self.path))?;
                Ok(self.path.clone())
            }
            // Never a new one in its place: the disk may only be away for a while.
            Err(error) => Err(missing(disk, &self.path, error.into())),
        }
    }

    fn look(&mut self, target: &Path) -> Result<Found, Problem> {
        let bytes = match read_whole(self.disk.as_ref(), target) {
            Ok(bytes) => bytes,
            Err(Problem::NotFound) if self.known.is_none() => return Ok(Found::Nothing),
            Err(Problem::TooLarge) => return Ok(Found::Changed(None)),
            Err(problem) => return Err(problem),
        };
        let hash = blake3::hash(&bytes);
        if let Some(tried) = self.tried.take_if(|tried| tried.hash == hash) {
            self.is_there(tried);
        }
        Ok(if self.known == Some(hash) { Found::Known } else { Found::Changed(Some(bytes)) })
    }

    /// This text is in the file now, but that it will stay there is still to be proven.
    fn is_there(&mut self, text: WholeText) {
        self.known = Some(text.hash);
        self.tried = None;
        self.generation = text.generation;
        self.last = Some(text.book.clone());
        self.is_as_written = text.hash_line == HashLine::Right;
        self.unproven = true;
        self.to_keep = Some(text);
    }

    /// From the rename on, what is there is ours, also when looking at it again fails. Then the next save writes it
    /// anew: a sync that failed once may well succeed the second time without having done anything.
    fn finish(&mut self, target: &Path, text: WholeText) -> Result<(), Problem> {
        let hash = text.hash;
        self.is_there(text);
        let disk = self.disk.as_ref();
        if self.in_new_folder {
            atomic::sync_folders_above(disk, target)?;
        } else {
            atomic::sync_folder(disk, target)?;
        }
        self.written.take(disk, &self.path);
        read_back(disk, target, hash)?;
        self.unproven = false;
        self.in_new_folder = false;
        Ok(())
    }
}

fn read_back(disk: &dyn Disk, target: &Path, hash: blake3::Hash) -> Result<(), Problem> {
    if blake3::hash(&read_whole(disk, target)?) == hash { Ok(()) } else { Err(Problem::ReadBackDiffers) }
}

/// The mode of a file. A rename would replace a read-only file too, against its owner's wish.
fn writable_permissions(disk: &dyn Disk, target: &Path) -> Result<Permissions, Problem> {
    let permissions = disk.about(target)?.permissions;
    if permissions.readonly() { Err(Problem::ReadOnlyFile) } else { Ok(permissions) }
}

/// Why a file that could be written could not get its name.
pub(super) fn refused(error: io::Error) -> Problem {
    if cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32)) {
        return Problem::HeldByAnother;
    }
    match error.kind() {
        ErrorKind::PermissionDenied
        | ErrorKind::Unsupported
        | ErrorKind::InvalidInput
        | ErrorKind::CrossesDevices => Problem::ReplaceRefused,
        _ => error.into(),
    }
}
