//! Copies of a book that a sync tool left beside it, because two people changed it at once.

use std::{
    collections::BTreeMap,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use super::{
    atomic,
    backups::Backups,
    disk::{Disk, Kind},
    lock::BookLock,
    open::{LARGEST_FILE, Opened, open_on},
    places::Places,
    problem::Problem,
};
use crate::domain::id::Id;

/// As much of a file as says which book it is, in bytes.
const HEAD: u64 = 4096;
/// More files beside a book than this are somebody's archive.
const MOST: usize = 200;

/// What the files beside a book looked like, to see at a glance whether something changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance(BTreeMap<PathBuf, Look>);

/// The size of a file in bytes, and when it was last written.
type Look = (u64, Option<SystemTime>);

impl Glance {
    /// A look at the book at `target` and what lies beside it under a name that starts like its own.
    pub fn at(disk: &dyn Disk, target: &Path) -> Self {
        let mut glance = Self::default();
        std::iter::once(target.to_owned())
            .chain(beside(disk, target))
            .for_each(|path| glance.take(disk, &path));
        glance
    }

    /// The same, with this file as it is now.
    pub fn take(&mut self, disk: &dyn Disk, path: &Path) {
        match disk.about(path) {
            Ok(about) => self.0.insert(path.to_owned(), (about.size, about.modified)),
            Err(_) => self.0.remove(path),
        };
    }

    /// The same, with these files as they were then.
    pub fn put(&mut self, then: &Self) {
        self.0.extend(then.0.clone());
    }

    /// The same, as if this file was never looked at: while it is there, something seems to have changed.
    pub fn forget(&mut self, path: &Path) {
        self.0.remove(path);
    }
}

/// What lies beside a book.
#[derive(Debug, Default)]
pub struct Beside {
    /// Other versions of it.
    pub conflicts: Vec<Conflict>,
    /// Files that could not be read now, but perhaps later.
    pub unread: Vec<PathBuf>,
}

/// A version of the book beside it.
#[derive(Debug)]
pub struct Conflict {
    /// What is in it.
    pub opened: Opened,
    /// So that no window opens it meanwhile.
    _lock: BookLock,
}

/// Every version of the book `id` that lies beside `target`, but for copies the person asked for and those that are open
/// in another window.
pub fn find(disk: &dyn Disk, places: &Places, target: &Path, id: Id) -> Beside {
    let mut found = Beside::default();
    for path in beside(disk, target) {
        match read(disk, places, &path, id) {
            Ok(conflict) => found.conflicts.extend(conflict),
            Err(problem) => {
                log::warn!("not read now: {}: {problem}", path.display());
                found.unread.push(path);
            }
        }
    }
    found
}

/// The version of the book `id` in a file; none when it holds none, or one that is not to be merged.
fn read(disk: &dyn Disk, places: &Places, path: &Path, id: Id) -> Result<Option<Conflict>, Problem> {
    let about = disk.about(path)?;
    if about.kind != Kind::File || about.size > LARGEST_FILE {
        return Ok(None);
    }
    let head = disk.read(path, HEAD)?;
    if !String::from_utf8_lossy(&head).contains(&format!("id: \"{id}\"")) {
        return Ok(None);
    }
    let lock = BookLock::take(places, path)?;
    let opened = match open_on(disk, path) {
        // It will say the same until it is written anew, and that is seen at a glance.
        Err(Problem::NotText | Problem::NotABook { .. } | Problem::NewerFormat { .. } | Problem::Empty) => {
            return Ok(None);
        }
        opened => opened?,
    };
    let loaded = &opened.loaded;
    let is_to_merge = loaded.book.id == id && !loaded.is_copy && loaded.read_only_because.is_none();
    Ok(is_to_merge.then_some(Conflict { opened, _lock: lock }))
}

impl Conflict {
    /// Takes it away, once everything in it is in the book, and it is in the backups.
    ///
    /// # Errors
    /// Why it could not be kept or removed; then it stays where it is. [`Problem::HeldByAnother`] when it changed since
    /// it was read.
    pub fn archive(
        &self,
        disk: &Arc<dyn Disk>,
        backups: &Backups,
        at: chrono::NaiveDateTime,
    ) -> Result<(), Problem> {
        let file = &self.opened.disk;
        backups.keep(&file.bytes, self.opened.loaded.generation, at, file.hash_line)?;
        if open_on(disk.as_ref(), &file.path)?.disk.hash != file.hash {
            return Err(Problem::HeldByAnother);
        }
        match disk.remove(&file.path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        atomic::sync_folder(disk.as_ref(), &file.path)
    }
}

/// Files beside the book whose name starts with its own and ends like it.
fn beside(disk: &dyn Disk, target: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = target.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = target.extension().map(ToOwned::to_owned);
    let target = target.to_owned();
    let paths = disk.list(atomic::folder_of(&target)).unwrap_or_default();
    let name_of = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    paths
        .into_iter()
        .filter(move |path| {
            path.extension().map(ToOwned::to_owned) == extension
                && path.file_name() != target.file_name()
                && name_of(path).is_some_and(|name| is_named_after(&name, &stem))
        })
        .take(MOST)
}

/// Whether a file is called after a book: "Mijn kleurboek (2)" is, after "Mijn kleurboek"; "boek" is not, after "b".
fn is_named_after(name: &str, stem: &str) -> bool {
    let rest = name.strip_prefix(stem).filter(|_| !stem.is_empty());
    rest.and_then(|rest| rest.chars().next()).is_some_and(|next| !next.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::is_named_after;

    #[test]
    fn only_a_name_with_something_behind_it_is_a_copy() {
        for name in [
            "boek (conflicted copy).kleurboek",
            "boek.sync-conflict-1.kleurboek",
            "boek-LAPTOP.kleurboek",
            "boek 2.kleurboek",
        ] {
            assert!(is_named_after(name, "boek"), "{name}");
        }
        assert!(!is_named_after("boek.kleurboek", "b"));
        assert!(!is_named_after("boek2026.kleurboek", "boek"));
        assert!(!is_named_after("boek.kleurboek", ""));
    }
}
