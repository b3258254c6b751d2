//! Copies of a book that a sync tool left beside it, because two people changed it at once.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    atomic,
    beside_name::home_of,
    bin::Bin,
    disk::{Disk, Kind},
    lock::BookLock,
    open::{LARGEST_FILE, OnDisk, Opened, is_version_of, open_on, read_whole},
    places::Places,
    problem::Problem,
    sync_names::{SyncName, sync_name},
};
use crate::domain::id::Id;

/// More files beside a book than this are somebody's archive.
const MOST: usize = 200;

/// What the files beside a book looked like, to see at a glance whether something changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance(BTreeMap<PathBuf, Look>);

/// The size of a file in bytes, and when it was last written.
type Look = (u64, Option<SystemTime>);

impl Glance {
    /// A look at the book at `target` and what lies beside it under a name that a copy in conflict may have.
    pub fn at(disk: &dyn Disk, target: &Path) -> Self {
        let mut glance = Self::default();
        std::iter::once(target.to_owned())
            .chain(beside(disk, target).into_iter().map(|(path, _)| path))
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
    name: Name,
    /// So that no window opens it meanwhile.
    _lock: BookLock,
}

/// Who gave a file its name.
#[derive(Clone, Copy, Debug)]
enum Name {
    /// A sync tool, in this way.
    Tool(&'static SyncName),
    /// This program, when something else was in the book's place; or somebody who writes the time as it does.
    OurOwn,
}

/// Where a copy went when it was put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// To the bin.
    ToBin,
    /// Nowhere: there is no bin for it, or it is better left where it is.
    Nowhere,
    /// It is something else by now than what was read.
    Changed,
}

/// Every version of the book `id` that lies beside `target` under a name that a sync tool gives, or that this program
/// does; but for copies the person asked for and those that are open in another window. `left` is one that this program
/// certainly wrote.
pub fn find(disk: &dyn Disk, places: &Places, target: &Path, id: Id, left: Option<&Path>) -> Beside {
    let mut found = Beside::default();
    for (path, name) in beside(disk, target) {
        match read(disk, places, &path, id, name) {
            Ok(conflict) => found.conflicts.extend(conflict),
            Err(problem) => {
                log::warn!("not read now: {}: {problem}", path.display());
                // What may be the person's own is not waited for.
                if matches!(name, Name::Tool(_)) || left == Some(path.as_path()) {
                    found.unread.push(path);
                }
            }
        }
    }
    found
}

/// The version of the book `id` in a file; none when it holds none, or one that is not to be merged.
fn read(
    disk: &dyn Disk,
    places: &Places,
    path: &Path,
    id: Id,
    name: Name,
) -> Result<Option<Conflict>, Problem> {
    let about = disk.about(path)?;
    if about.kind != Kind::File || about.size > LARGEST_FILE {
        return Ok(None);
    }
    if !is_version_of(disk, path, id)? {
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
    Ok(is_to_merge.then_some(Conflict { opened, name, _lock: lock }))
}

impl Conflict {
    /// Whether a sync tool gave it its name.
    pub const fn is_named_by_a_tool(&self) -> bool {
        matches!(self.name, Name::Tool(_))
    }

    /// Puts it in the bin, once everything in it is in the book and it is in the backups. Where it went.
    pub fn put_away(&self, disk: &dyn Disk, bin: &Bin) -> Went {
        let OnDisk { path, hash, .. } = &self.opened.disk;
        if matches!(self.name, Name::Tool(name) if !name.may_go) {
            return Went::Nowhere;
        }
        if !read_whole(disk, path).is_ok_and(|bytes| blake3::hash(&bytes) == *hash) {
            return Went::Changed;
        }
        if let Err(error) = disk.to_bin(path, bin) {
            log::warn!("a copy that was taken in stays: {}: {error}", path.display());
            // It may say so and have gone all the same.
            return if disk.about(path).is_ok() { Went::Nowhere } else { Went::Changed };
        }
        if let Err(problem) = atomic::sync_folder(disk, path) {
            log::warn!("a copy may come back out of the bin: {problem}");
        }
        Went::ToBin
    }
}

/// Files beside the book that may be copies in conflict, by their names.
fn beside(disk: &dyn Disk, target: &Path) -> Vec<(PathBuf, Name)> {
    let folder = atomic::folder_of(target);
    let paths = disk.list(folder).unwrap_or_default();
    let named = |path: PathBuf| name_of(&path, target, folder).map(|name| (path, name));
    paths.into_iter().filter_map(named).take(MOST).collect()
}

fn name_of(path: &Path, target: &Path, folder: &Path) -> Option<Name> {
    if !path.extension()?.eq_ignore_ascii_case(target.extension()?) {
        return None;
    }
    if home_of(path).as_deref() == Some(target) {
        return Some(Name::OurOwn);
    }
    sync_name(target.file_stem()?.to_str()?, path.file_stem()?.to_str()?, folder).map(Name::Tool)
}
