//! Copies of a book that a sync tool left beside it, because two people changed it at once.

use std::{
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

/// What a book and the files beside it looked like, to see without reading them whether something changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    book: Option<(u64, Option<SystemTime>)>,
    beside: Vec<(PathBuf, u64, Option<SystemTime>)>,
}

impl Glance {
    /// A look at the book at `target` and what lies beside it under a name that starts like its own.
    pub fn at(disk: &dyn Disk, target: &Path) -> Self {
        let beside = beside(disk, target).filter_map(|path| {
            let about = disk.about(&path).ok()?;
            Some((path, about.size, about.modified))
        });
        let mut glance = Self { book: None, beside: beside.collect() };
        glance.see(disk, target);
        glance
    }

    /// Looks at the book again.
    pub fn see(&mut self, disk: &dyn Disk, target: &Path) {
        self.book = disk.about(target).ok().map(|about| (about.size, about.modified));
    }

    /// Whether what lies beside the book looks the same.
    pub fn has_same_beside(&self, other: &Self) -> bool {
        self.beside == other.beside
    }

    /// From now on this is what lies beside the book.
    pub fn take_beside(&mut self, other: Self) {
        self.beside = other.beside;
    }

    /// This file no longer lies there.
    pub fn forget(&mut self, path: &Path) {
        self.beside.retain(|(beside, ..)| beside != path);
    }
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
pub fn find(disk: &dyn Disk, places: &Places, target: &Path, id: Id) -> Vec<Conflict> {
    let says_so = format!("id: \"{id}\"");
    beside(disk, target)
        .filter(|path| {
            disk.about(path).is_ok_and(|about| about.kind == Kind::File && about.size <= LARGEST_FILE)
                && disk.read(path, HEAD).is_ok_and(|head| String::from_utf8_lossy(&head).contains(&says_so))
        })
        .filter_map(|path| {
            let lock = BookLock::take(places, &path).ok()?;
            Some(Conflict { opened: open_on(disk, &path).ok()?, _lock: lock })
        })
        .filter(|conflict| {
            let loaded = &conflict.opened.loaded;
            loaded.book.id == id && !loaded.is_copy && loaded.read_only_because.is_none()
        })
        .collect()
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
                && name_of(path).is_some_and(|name| !stem.is_empty() && name.starts_with(&stem))
        })
        .take(MOST)
}
