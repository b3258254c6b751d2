//! The files of journals: their names, their folder, and all that there are of one book.

use std::{
    fmt,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    str::FromStr,
};

use super::{
    super::{
        disk::{Disk, Kind},
        line::Line,
        lock::BookLock,
        places::Places,
        problem::Problem,
    },
    Header, Journal,
};
use crate::domain::id::Id;

/// Journals that were put away stay for as long as there are no more than this of a book.
const MOST_ARCHIVED: usize = 10;

const EXTENSION: &str = ".journal";

/// Where journals are kept.
pub(super) fn folder(places: &Places) -> PathBuf {
    places.data.join("journals")
}

/// Where those go of which everything was taken over, in case that went wrong.
pub(super) fn archive_of(folder: &Path) -> PathBuf {
    folder.join("archive")
}

/// The name of a journal's file: whose it is can be told also when nothing in it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) book: Id,
    /// The key of the book's line, or of its path.
    pub(super) key: String,
    /// Counts up within a book.
    pub(super) number: u64,
}

impl Name {
    /// A name that comes after all there are of this book.
    pub(super) fn next(disk: &dyn Disk, folder: &Path, header: &Header) -> Result<Self, Problem> {
        let mut number = 0;
        for (_, name) in list(disk, folder)?.into_iter().chain(list(disk, &archive_of(folder))?) {
            if name.book == header.book {
                number = number.max(name.number);
            }
        }
        Ok(Self { book: header.book, key: header.key.clone(), number: number.saturating_add(1) })
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}{EXTENSION}", self.book, self.key, self.number)
    }
}

impl FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.strip_suffix(EXTENSION).ok_or(())?.split('-');
        let (Some(book), Some(key), Some(number), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(());
        };
        // It becomes part of another file's name, the lock's.
        if key.len() != blake3::OUT_LEN * 2 || !key.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(());
        }
        Ok(Self {
            book: book.parse().map_err(|_| ())?,
            key: key.to_owned(),
            number: number.parse().map_err(|_| ())?,
        })
    }
}

/// The journals in a folder, in the order in which they were begun; none when there is no folder yet.
pub(super) fn list(disk: &dyn Disk, folder: &Path) -> Result<Vec<(PathBuf, Name)>, Problem> {
    let paths = match disk.list(folder) {
        Ok(paths) => paths,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found: Vec<_> = paths
        .into_iter()
        .filter_map(|path| {
            let name: Name = path.file_name()?.to_str()?.parse().ok()?;
            Some((path, name))
        })
        // Opening a pipe would wait for ever.
        .filter(|(path, _)| disk.about_itself(path).is_ok_and(|about| about.kind == Kind::File))
        .collect();
    found.sort_by(|(_, one), (_, other)| {
        (one.book, one.number, &one.key).cmp(&(other.book, other.number, &other.key))
    });
    Ok(found)
}

/// Puts the names in a folder on the disk itself, where the disk can.
pub(super) fn sync_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    match disk.sync_folder(folder) {
        // A home on a network disk may refuse it.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => Ok(()),
        result => result,
    }
}

/// Puts a journal away; the oldest of its book give way.
pub(super) fn archive(disk: &dyn Disk, path: &Path, name: &Name) -> Result<(), Problem> {
    let folder = path.parent().ok_or(Problem::FolderGone)?;
    let archive = archive_of(folder);
    disk.create_folders(&archive)?;
    disk.rename(path, &archive.join(name.to_string()))?;
    let mut kept = list(disk, &archive)?;
    kept.retain(|(_, kept)| kept.book == name.book);
    let too_many = kept.len().saturating_sub(MOST_ARCHIVED);
    for (path, _) in kept.into_iter().take(too_many) {
        disk.remove(&path)?;
    }
    sync_folder(disk, &archive)?;
    Ok(sync_folder(disk, folder)?)
}

/// All journals of one book, at whatever path, those put away included, but for those of its other lines.
#[derive(Clone, Debug)]
pub struct Journals {
    found: Vec<(PathBuf, Name)>,
}

impl Journals {
    /// Looks for those of the book that `header` is about.
    ///
    /// # Errors
    /// Why the folder could not be read.
    pub fn of_book(disk: &dyn Disk, places: &Places, header: &Header) -> Result<Self, Problem> {
        let folder = folder(places);
        let mut found = list(disk, &folder)?;
        found.extend(list(disk, &archive_of(&folder))?);
        let lines = Line::all(disk, places)?;
        let is_of_other =
            |name: &Name| name.key != header.key && lines.iter().any(|line| line.key == name.key);
        found.retain(|(_, name)| name.book == header.book && !is_of_other(name));
        Ok(Self { found })
    }

    /// Their paths.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.found.iter().map(|(path, _)| path.as_path())
    }

    /// Removes them all, so that nothing of somebody who was erased stays in one, except what counts of `living`: the
    /// journal of the open book, whose lock the caller has. Those of other open windows stay too; they have to forget
    /// it themselves.
    ///
    /// # Errors
    /// Why one could not be removed; the others are.
    pub fn remove_all_but(&self, living: &Journal, disk: &dyn Disk, places: &Places) -> Result<(), Problem> {
        let living_files: Vec<_> = living.files().collect();
        let folder = folder(places);
        let mut failed = None;
        for (path, name) in &self.found {
            let is_put_away = path.parent() != Some(folder.as_path());
            let is_ours = name.key == living.header().key;
            // Held until it is gone, so that no window begins with it meanwhile.
            let lock = (!is_put_away && !is_ours).then(|| BookLock::take_key(places, &name.key));
            if living_files.contains(&path.as_path()) || matches!(lock, Some(Err(_))) {
                continue;
            }
            match disk.remove(path) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => failed = Some(error),
            }
        }
        for folder in [archive_of(&folder), folder] {
            match sync_folder(disk, &folder) {
                Err(error) if error.kind() != ErrorKind::NotFound => failed = Some(error),
                _ => {}
            }
        }
        failed.map_or(Ok(()), |error| Err(error.into()))
    }
}
