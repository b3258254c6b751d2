//! Journals that a crash left behind.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    super::{
        disk::Disk, line::Line, lock::BookLock, open::LARGEST_FILE, path_key::key_of, places::Places,
        problem::Problem,
    },
    Header,
    files::{self, Name},
    header::NoHeader,
    lines,
};
use crate::domain::id::Id;

/// A journal that a crash left behind. Nobody else takes it while this lives.
#[derive(Debug)]
pub struct Leftover {
    /// Its file.
    pub path: PathBuf,
    /// What it builds on; none when that cannot be read, and then there are no entries either.
    pub header: Option<Header>,
    /// What was written in it, in order, up to the first line that is not whole.
    pub entries: Vec<String>,
    /// Whether something at its end could not be read, such as an entry that was being written.
    pub is_torn: bool,
    /// Whether it was written while the book was kept elsewhere, where it no longer is.
    pub is_moved: bool,
    name: Name,
    /// The lock of that other place.
    _lock: Option<BookLock>,
}

impl Leftover {
    /// Puts it away, once what was in it is safe in the book. The last few of a book are kept.
    ///
    /// # Errors
    /// Why that did not work; then it comes up again at the next start, which does no harm.
    pub fn archive(&self, disk: &dyn Disk) -> Result<(), Problem> {
        files::archive(disk, &self.path, &self.name)
    }

    /// Removes it for good.
    ///
    /// # Errors
    /// As for [`Self::archive`].
    pub fn remove(&self, disk: &dyn Disk) -> Result<(), Problem> {
        match disk.remove(&self.path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// The journals that a crash left for the book at `path`, the oldest first, also when its file is missing: those of its
/// line, and those that version 0.1 wrote at that path. With its `id`, also those that 0.1 wrote while it was kept
/// elsewhere: only when it is gone from there and no window has it open.
///
/// The caller holds the lock of `path` and has not begun a journal of its own yet. An entry may be in more than one, and
/// in the book already.
///
/// # Errors
/// Why the folder of journals could not be read. One file that cannot be read is logged and left for the next time.
pub fn leftover(
    disk: &dyn Disk,
    places: &Places,
    path: &Path,
    id: Option<Id>,
) -> Result<Vec<Leftover>, Problem> {
    let folder = files::folder(places);
    let listed = files::list(disk, &folder).map_err(|why| why.of_own_place(&folder))?;
    if listed.is_empty() {
        return Ok(Vec::new());
    }
    let (here, others): (Vec<_>, Vec<_>) = Line::all(disk, places)?
        .into_iter()
        .partition(|line| id.is_none_or(|id| line.book == id) && line.is_here(disk, path));
    let key = key_of(path);
    let mut found = Vec::new();
    for (path, name) in listed {
        let is_moved = name.key != key && !here.iter().any(|line| line.key == name.key);
        if is_moved && (id != Some(name.book) || others.iter().any(|line| line.key == name.key)) {
            continue;
        }
        let lock = if is_moved {
            // A window that has it open is still writing it.
            let Ok(lock) = BookLock::take_key(places, &name.key) else { continue };
            Some(lock)
        } else {
            None
        };
        match read(disk, path, name, lock) {
            Ok(Some(leftover)) if is_moved && !is_gone(disk, leftover.header.as_ref()) => {}
            Ok(Some(leftover)) => found.push(Leftover { is_moved, ..leftover }),
            Ok(None) => {}
            Err(problem) => log::warn!("a journal could not be read: {problem}"),
        }
    }
    Ok(found)
}

/// None when a newer version wrote it.
fn read(
    disk: &dyn Disk,
    path: PathBuf,
    name: Name,
    lock: Option<BookLock>,
) -> Result<Option<Leftover>, Problem> {
    let bytes = disk.read(&path, LARGEST_FILE)?;
    let (entries, is_torn) = lines::read(&bytes);
    drop(bytes);
    let mut entries = entries.into_iter();
    let header = match entries.next().map(|text| Header::of_text(&text, &name.key)) {
        Some(Ok(header)) => Some(header),
        Some(Err(NoHeader::Newer)) => {
            log::warn!("a journal of a newer version is left alone");
            return Ok(None);
        }
        Some(Err(NoHeader::Damaged)) | None => None,
    };
    // Without it nobody can say what they are about.
    let entries = if header.is_some() { entries.collect() } else { Vec::new() };
    let is_torn = is_torn || header.is_none();
    Ok(Some(Leftover { path, header, entries, is_torn, is_moved: false, name, _lock: lock }))
}

/// Whether the book is certainly no longer where it was. A copy of a book must not take what belongs to the other.
fn is_gone(disk: &dyn Disk, header: Option<&Header>) -> bool {
    header.is_some_and(|header| {
        !header.path.as_os_str().is_empty()
            && disk.about_itself(&header.path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
    })
}
