//! Which file this is, on this machine: a *line* is a book at a place. Its journal, its earlier versions, its lock and
//! the figure it showed first belong to it, and nothing flows from one line to another unasked.
//!
//! A book that is gone from its place and turns up elsewhere was moved: the line goes along. Two places that both exist
//! are two lines, also when the same book is in both.

mod record;

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    atomic,
    backups::Backups,
    disk::Disk,
    open::{is_version_of, read_whole},
    path_key::{canonical, key_of},
    places::Places,
    problem::Problem,
    volume::Volume,
};
use crate::domain::id::Id;

/// A book at a place on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What its journal, its lock and its folder of versions are named after: 64 hexadecimal digits. It stays when the
    /// book moves.
    pub key: String,
    /// The book.
    pub book: Id,
    /// Another place that has the same book, until the person was told that the two live apart.
    pub also_at: Option<PathBuf>,
    place: Place,
    /// Files that the program itself wrote beside its place, while something else was in that.
    beside: Vec<Place>,
    /// Lines that were at this place before, whose versions are still listed.
    before: Vec<String>,
}

/// Where a file is, whichever way its path is written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    /// The key of its path without links.
    key: String,
    /// That path; none when it is not Unicode, and was read back.
    path: Option<PathBuf>,
    /// The drive it is on, and the path on that.
    volume: Option<Volume>,
}

/// What is at a place now.
#[derive(Clone, Debug, PartialEq, Eq)]
enum There {
    /// The book.
    Book,
    /// Its drive is there, and the book is not.
    NotTheBook,
    /// Nobody can tell: its drive is not there, or does not answer.
    Unknown,
}

impl Line {
    /// The line of the book `book`, which is in the file at `path` now; a new one when it has none yet. Only for who has
    /// the lock of that path.
    ///
    /// `hash` is that of the whole file; none when there is none yet.
    ///
    /// # Errors
    /// Why a new line, or its new place, could not be written down.
    pub fn claim(
        disk: &Arc<dyn Disk>,
        places: &Places,
        path: &Path,
        book: Id,
        hash: Option<blake3::Hash>,
    ) -> Result<Self, Problem> {
        let place = Place::of(disk.as_ref(), path);
        let (here, others): (Vec<_>, Vec<_>) = Self::all(disk.as_ref(), places)?
            .into_iter()
            .filter(|line| line.book == book)
            .partition(|line| line.is_at(&place));
        let newest = |line: &Self| Backups::of(Arc::clone(disk), places, line).newest_name();
        // What is in the file tells apart a book that was moved over another place of it.
        let left_it_so =
            |line: &Self| hash.zip(newest(line)).is_some_and(|(hash, newest)| newest.may_have(hash));
        let mut here = here.into_iter().next();
        if let Some(known) = &here
            && (hash.is_none() || left_it_so(known))
        {
            return Ok(known.clone());
        }
        let (gone, others): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|line| line.is_gone(disk.as_ref()));
        let moved = match gone.iter().find(|line| left_it_so(line)) {
            None if here.is_none() => gone.iter().max_by_key(|line| newest(line).map(|one| one.generation)),
            moved => moved,
        };
        let line = if let Some(moved) = moved {
            log::info!("a book was moved, and its earlier versions go along");
            let mut line = Self { place, beside: Vec::new(), ..moved.clone() };
            if let Some(before) = here.take() {
                before.forget(disk.as_ref(), places)?;
                line.before.extend(before.before.iter().cloned().chain([before.key]));
            }
            line
        } else if let Some(known) = here {
            return Ok(known);
        } else {
            let also_at = others.iter().find_map(|line| line.place.path.clone());
            let key = Self::new_key(disk.as_ref(), places, &place, book)?;
            Self { key, book, also_at, place, beside: Vec::new(), before: Vec::new() }
        };
        line.write(disk.as_ref(), places)?;
        Ok(line)
    }

    /// The line that was last at `path`, whatever is there now; none when there never was one.
    pub fn at(disk: &Arc<dyn Disk>, places: &Places, path: &Path) -> Option<Self> {
        let place = Place::of(disk.as_ref(), path);
        let last = |line: &Self| Backups::of(Arc::clone(disk), places, line).newest_name().map(|one| one.at);
        let all = Self::all(disk.as_ref(), places)
            .inspect_err(|problem| log::warn!("nobody can tell what was last there: {problem}"))
            .unwrap_or_default();
        all.into_iter().filter(|line| line.is_at(&place)).max_by_key(last)
    }

    /// Every line of this machine, in the order of their keys. One that only a newer version understands, or that is damaged,
    /// is left out and left alone: its book begins another line, and its versions stay where they are.
    ///
    /// # Errors
    /// Why one could not be read: without it, its book would begin another line in the same place.
    pub fn all(disk: &dyn Disk, places: &Places) -> Result<Vec<Self>, Problem> {
        let paths = match disk.list(&folder(places)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            paths => paths?,
        };
        let mut lines = Vec::new();
        for path in paths {
            let Some(key) = path.file_name().and_then(|key| key.to_str()).filter(|key| is_key(key)) else {
                continue;
            };
            match read_whole(disk, &path) {
                Ok(bytes) => lines.extend(record::read(key, &String::from_utf8_lossy(&bytes))),
                Err(Problem::NotFound) => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(lines)
    }

    /// Where the same book lives apart on this machine, as far as it is there now.
    ///
    /// # Errors
    /// As [`Self::all`].
    pub fn others(&self, disk: &dyn Disk, places: &Places) -> Result<Vec<PathBuf>, Problem> {
        let is_apart = |line: &Self| line.book == self.book && line.key != self.key;
        let others = Self::all(disk, places)?.into_iter().filter(is_apart);
        let there = others.filter(|line| line.place.there(disk, self.book) == There::Book);
        Ok(there.filter_map(|line| line.place.path).collect())
    }

    /// Whether `path` is its place, or that of a file which the program itself wrote beside it.
    pub fn is_here(&self, disk: &dyn Disk, path: &Path) -> bool {
        self.is_at(&Place::of(disk, path))
    }

    /// Whether the program wrote the file at `path` itself, while something else was in the book's place.
    pub fn wrote_beside(&self, disk: &dyn Disk, path: &Path) -> bool {
        let place = Place::of(disk, path);
        self.beside.iter().any(|beside| beside.is(&place))
    }

    /// The book goes on in a file at `path`, which the program itself wrote beside its place.
    ///
    /// # Errors
    /// Why that could not be written down.
    pub fn goes_on_beside(&mut self, disk: &dyn Disk, places: &Places, path: &Path) -> Result<(), Problem> {
        let place = Place::of(disk, path);
        if self.is_at(&place) {
            return Ok(());
        }
        self.beside.push(place);
        self.write(disk, places)
    }

    /// The book goes on in a file at `path`, as that in its place can no longer be read.
    ///
    /// # Errors
    /// Why that could not be written down.
    pub fn goes_on_at(&mut self, disk: &dyn Disk, places: &Places, path: &Path) -> Result<(), Problem> {
        (self.place, self.beside) = (Place::of(disk, path), Vec::new());
        self.write(disk, places)
    }

    /// The person was told that the same book is elsewhere too.
    ///
    /// # Errors
    /// Why that could not be written down; then they are told again.
    pub fn was_told(&mut self, disk: &dyn Disk, places: &Places) -> Result<(), Problem> {
        match self.also_at.take() {
            Some(_) => self.write(disk, places),
            None => Ok(()),
        }
    }

    /// Removes what a crash left half written. Only for who has its lock.
    pub(super) fn remove_leftovers(&self, disk: &dyn Disk, places: &Places) {
        atomic::remove_leftovers(disk, &folder(places).join(&self.key));
    }

    /// The keys of the lines whose versions are listed with its own.
    pub(super) fn before(&self) -> &[String] {
        &self.before
    }

    fn is_at(&self, place: &Place) -> bool {
        self.place.is(place) || self.beside.iter().any(|beside| beside.is(place))
    }

    /// Whether its drive is there, and the book is not on it any more. A copy must not take what belongs to the other.
    fn is_gone(&self, disk: &dyn Disk) -> bool {
        std::iter::once(&self.place)
            .chain(&self.beside)
            .all(|place| place.there(disk, self.book) == There::NotTheBook)
    }

    fn new_key(disk: &dyn Disk, places: &Places, place: &Place, book: Id) -> Result<String, Problem> {
        for number in 1..=u64::MAX {
            let key =
                blake3::hash(format!("line {number} {book} {}", place.key).as_bytes()).to_hex().to_string();
            match disk.about_itself(&folder(places).join(&key)) {
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(key),
                Err(error) => return Err(error.into()),
                Ok(_) => {}
            }
        }
        Err(Problem::Other("every key of a line is taken".to_owned()))
    }

    fn write(&self, disk: &dyn Disk, places: &Places) -> Result<(), Problem> {
        self.remove_leftovers(disk, places);
        atomic::replace(disk, &folder(places).join(&self.key), record::write(self)?.as_bytes())
    }

    /// It is nowhere any more; its versions stay.
    fn forget(&self, disk: &dyn Disk, places: &Places) -> Result<(), Problem> {
        let path = folder(places).join(&self.key);
        match disk.remove(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => atomic::sync_folder(disk, &path),
        }
    }
}

impl Place {
    fn of(disk: &dyn Disk, path: &Path) -> Self {
        let path = canonical(path);
        Self { key: key_of(&path), volume: disk.volume_of(&path), path: Some(path) }
    }

    /// Two paths to one file are one place.
    fn is(&self, other: &Self) -> bool {
        self.key == other.key || self.volume.is_some() && self.volume == other.volume
    }

    fn there(&self, disk: &dyn Disk, book: Id) -> There {
        let paths = match (&self.volume, &self.path) {
            (Some(volume), _) => disk.places_of(volume),
            (None, path) => path.iter().cloned().collect(),
        };
        if paths.is_empty() {
            return There::Unknown;
        }
        for path in paths {
            match is_version_of(disk, &path, book) {
                Ok(true) => return There::Book,
                Ok(false) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => {
                    log::warn!("nobody can tell what is at {}: {error}", path.display());
                    return There::Unknown;
                }
            }
        }
        There::NotTheBook
    }
}

fn is_key(key: &str) -> bool {
    key.len() == blake3::OUT_LEN * 2 && key.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn folder(places: &Places) -> PathBuf {
    places.data.join("lines")
}
