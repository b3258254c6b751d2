//! Earlier versions of a book, on this machine only: a folder a line, a file a version.

mod thinning;
mod version;

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{NaiveDateTime, Timelike};

pub use self::{thinning::thin, version::Version};
use super::{
    atomic,
    disk::{Disk, RealDisk},
    format::{self, HashLine},
    hash_line,
    line::Line,
    open::{OnDisk, read_whole},
    path_key::key_of,
    places::Places,
    problem::Problem,
};
use crate::domain::{book::Book, id::Id};

/// The last version of the book at `path` that is known to be whole, also when the book itself cannot be read.
pub fn last_good_copy(places: &Places, path: &Path) -> Option<PathBuf> {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let newest = Backups::at(Arc::clone(&disk), places, path).and_then(|backups| backups.newest_good());
    let newest = newest.or_else(|| Backups::of_0_1(disk, places, path)?.newest_good());
    Some(newest?.path)
}

/// The versions of one line.
#[derive(Clone, Debug)]
pub struct Backups {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    /// Folders whose versions are listed too, and come into nothing: those of lines that were here before, and that of
    /// version 0.1, which kept the versions of all copies of a book together.
    older: Vec<PathBuf>,
}

impl Backups {
    /// Those of this line.
    pub fn of(disk: Arc<dyn Disk>, places: &Places, line: &Line) -> Self {
        let folder = places.data.join("backups");
        let older = line.before().iter().map(|key| folder.join(key));
        let older = older.chain([folder.join(line.book.to_string())]).collect();
        Self { disk, folder: folder.join(&line.key), older }
    }

    /// Those of the book that was last at `path`; none when there never was one.
    pub fn at(disk: Arc<dyn Disk>, places: &Places, path: &Path) -> Option<Self> {
        let line = Line::at(&disk, places, path)?;
        Some(Self::of(disk, places, &line))
    }

    /// Those that version 0.1 kept of the book that was last at `path`.
    fn of_0_1(disk: Arc<dyn Disk>, places: &Places, path: &Path) -> Option<Self> {
        let pointer = places.data.join("places").join(key_of(path));
        let bytes = read_whole(disk.as_ref(), &pointer).ok()?;
        let book: Id = str::from_utf8(&bytes).ok()?.lines().next()?.parse().ok()?;
        let folder = places.data.join("backups").join(book.to_string());
        Some(Self { disk, folder, older: Vec::new() })
    }

    /// Keeps a version, unless it was kept before, and removes those that are too many.
    ///
    /// `hash_line` is what its last line says of it; one that is not [`HashLine::Right`] is marked as edited.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn keep(
        &self,
        bytes: &[u8],
        generation: u64,
        at: NaiveDateTime,
        hash_line: HashLine,
    ) -> Result<(), Problem> {
        self.keep_as(bytes, generation, at, [hash_line != HashLine::Right, false])
    }

    /// Keeps a copy in conflict that lay beside the book, and marks it as that. It is kept among the book's own versions
    /// of that `generation`.
    ///
    /// # Errors
    /// Why it could not be written.
    pub(super) fn keep_beside(
        &self,
        bytes: &[u8],
        generation: u64,
        at: NaiveDateTime,
        hash_line: HashLine,
    ) -> Result<(), Problem> {
        self.keep_as(bytes, generation, at, [hash_line != HashLine::Right, true])
    }

    /// Whether these bytes are kept as a copy in conflict: then everything in them was taken in, or is about to be.
    pub(super) fn has_beside(&self, hash: blake3::Hash) -> bool {
        self.find_where(hash, |version| version.is_beside).is_ok_and(|version| version.is_some())
    }

    fn keep_as(
        &self,
        bytes: &[u8],
        generation: u64,
        at: NaiveDateTime,
        marks: [bool; 2],
    ) -> Result<(), Problem> {
        let hash = blake3::hash(bytes);
        let [_, is_beside] = marks;
        if self.find_where(hash, |version| version.is_beside == is_beside)?.is_none() {
            self.write(&self.folder, bytes, generation, at, marks)?;
        }
        // What one save took in is all there after it, whatever its generations say.
        let now = at.with_nanosecond(0).unwrap_or(at);
        let is_old = |version: &Version| version.at != now && !version.may_have(hash);
        for version in thin(&self.list()?).into_iter().filter(is_old) {
            self.remove(&version)?;
        }
        Ok(())
    }

    /// Every version of this line, the newest first.
    ///
    /// # Errors
    /// Why their folder could not be read; there are none when it is not there.
    pub fn list(&self) -> Result<Vec<Version>, Problem> {
        self.in_folder(&self.folder)
    }

    /// The same, and after them those that were kept before there was this line: to show and to take back, and never to be merged
    /// unasked.
    ///
    /// # Errors
    /// As [`Self::list`].
    pub fn list_with_older(&self) -> Result<Vec<Version>, Problem> {
        let mut versions = self.list()?;
        for folder in &self.older {
            versions.extend(self.in_folder(folder)?);
        }
        Ok(versions)
    }

    fn in_folder(&self, folder: &Path) -> Result<Vec<Version>, Problem> {
        let paths = match self.disk.list(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            result => result?,
        };
        let mut versions: Vec<Version> = paths.into_iter().filter_map(Version::at).collect();
        versions.sort_by(Version::newest_first);
        Ok(versions)
    }

    /// The newest version of the book itself that was not edited, by its name alone.
    pub fn newest_name(&self) -> Option<Version> {
        self.list().ok()?.into_iter().find(Version::is_good)
    }

    /// The newest version of the book itself that is as it was written.
    pub fn newest_good(&self) -> Option<Version> {
        let versions = self.list().unwrap_or_else(|problem| {
            log::warn!("no list of earlier versions: {problem}");
            Vec::new()
        });
        versions.into_iter().find(|version| version.is_good() && self.read(version).is_ok())
    }

    /// Whether the newest version that was not edited was this file, by its name and its size.
    pub fn newest_is(&self, file: &OnDisk) -> bool {
        // What became of the version itself does not matter: the file is whole, and newer than it is none.
        self.newest_name().is_some_and(|version| {
            let size = || self.disk.about(&version.path).map(|about| usize::try_from(about.size));
            version.may_have(file.hash) && matches!(size(), Ok(Ok(size)) if size == file.bytes.len())
        })
    }

    /// The version with this hash of all its bytes.
    ///
    /// # Errors
    /// Why their folder could not be read.
    pub fn find(&self, hash: blake3::Hash) -> Result<Option<Version>, Problem> {
        self.find_where(hash, |_| true)
    }

    fn find_where(
        &self,
        hash: blake3::Hash,
        is_right: impl Fn(&Version) -> bool,
    ) -> Result<Option<Version>, Problem> {
        let has_it = |version: &Version| {
            is_right(version)
                && version.may_have(hash)
                && read_whole(self.disk.as_ref(), &version.path)
                    .is_ok_and(|bytes| blake3::hash(&bytes) == hash)
        };
        Ok(self.list()?.into_iter().find(has_it))
    }

    /// Every byte of a version.
    ///
    /// # Errors
    /// [`Problem::ReadBackDiffers`] when they are not those that were kept; otherwise why it could not be read.
    pub fn read(&self, version: &Version) -> Result<Vec<u8>, Problem> {
        let bytes = read_whole(self.disk.as_ref(), &version.path)?;
        let is_right = version.is_edited
            || str::from_utf8(&bytes).is_ok_and(|text| hash_line::check(text) == HashLine::Right);
        if is_right && version.may_have(blake3::hash(&bytes)) {
            Ok(bytes)
        } else {
            Err(Problem::ReadBackDiffers)
        }
    }

    /// The book in a version; none when it cannot be read, or only a newer program knows all that is in it.
    pub fn book(&self, version: &Version) -> Option<Book> {
        let bytes = self.read(version).ok()?;
        let loaded = format::read(str::from_utf8(&bytes).ok()?).ok()?;
        loaded.read_only_because.is_none().then_some(loaded.book)
    }

    /// Every byte of a version, whether or not they are those that were kept.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn read_any(&self, version: &Version) -> Result<Vec<u8>, Problem> {
        read_whole(self.disk.as_ref(), &version.path)
    }

    /// Puts other bytes in the place of a version, such as those without a client who was erased; where they are now.
    ///
    /// # Errors
    /// Why not. At least one of both is there then, and doing it again does what is left.
    pub fn rewrite(&self, version: &Version, bytes: &[u8]) -> Result<Version, Problem> {
        let folder = version.path.parent().unwrap_or(&self.folder);
        let marks = [version.is_edited, version.is_beside];
        let written = self.write(folder, bytes, version.generation, version.at, marks)?;
        if written.path != version.path {
            self.remove(version)?;
            atomic::sync_folder(self.disk.as_ref(), &version.path)?;
        }
        Ok(written)
    }

    /// Removes what a crash left half written. Only for who has the lock of the book.
    pub(super) fn remove_leftovers(&self) {
        atomic::remove_all_leftovers(self.disk.as_ref(), &self.folder);
    }

    fn write(
        &self,
        folder: &Path,
        bytes: &[u8],
        generation: u64,
        at: NaiveDateTime,
        marks: [bool; 2],
    ) -> Result<Version, Problem> {
        let version = Version::in_folder(folder, bytes, generation, at, marks);
        atomic::replace(self.disk.as_ref(), &version.path, bytes)?;
        Ok(version)
    }

    /// Removes a version; one that is gone already is fine.
    ///
    /// # Errors
    /// Why it could not be removed.
    pub fn remove(&self, version: &Version) -> Result<(), Problem> {
        match self.disk.remove(&version.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            result => Ok(result?),
        }
    }
}
