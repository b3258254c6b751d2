//! A sync service on one device, that does what the worst of them were seen to do.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    cloud::{Bytes, Cloud, FOLDER, Files, NAME, OWN_NAMES},
    test_disk::{TestDisk, chance::Chance},
    watched::{book, is_passing},
};

/// It does something before one in so many calls.
const ONE_IN: u64 = 14;
/// Calls a trouble lasts at most.
const LONGEST: u64 = 45;

/// The service on one device.
#[derive(Debug)]
pub struct Service {
    cloud: Cloud,
    device: u32,
    chance: Chance,
    /// What it knows to be the same here and in the cloud.
    base: BTreeMap<String, Bytes>,
    trouble: Option<(Trouble, u64)>,
    /// The only thing it does, when calm: this file, after so many calls.
    pub late: Option<(u64, PathBuf, Bytes)>,
    /// Whether it lets the program be.
    pub is_calm: bool,
    /// What it did out of turn.
    pub deeds: u64,
}

#[derive(Debug)]
enum Trouble {
    /// The book is gone; these bytes come back.
    Gone(Bytes),
    FolderGone,
    /// Opening, renaming and removing fail with this error of the system.
    Held(i32),
    /// The first part of a file is there, the whole is to come.
    Half(String, Bytes, Bytes),
}

impl Service {
    /// One that has brought `book` to this device.
    pub fn new(cloud: &Cloud, device: u32, seed: u64, book: &Bytes) -> Self {
        Self {
            cloud: cloud.clone(),
            device,
            chance: Chance::new(seed),
            base: BTreeMap::from([(NAME.to_owned(), Arc::clone(book))]),
            trouble: None,
            late: None,
            is_calm: false,
            deeds: 0,
        }
    }

    /// Its turn between two calls of the program.
    pub fn turn(&mut self, disk: &TestDisk) {
        match &mut self.late {
            Some((0, path, bytes)) => {
                disk.put(path, bytes);
                self.late = None;
            }
            Some((left, ..)) => *left -= 1,
            None => {}
        }
        match &mut self.trouble {
            Some((_, 0)) => self.end_trouble(disk),
            Some((_, left)) => *left -= 1,
            None if !self.is_calm && self.chance.is_one_in(ONE_IN) => self.act(disk),
            None => {}
        }
    }

    /// Whether nothing can be found at `path`.
    pub fn hides(&self, path: &Path) -> bool {
        matches!(self.trouble, Some((Trouble::FolderGone, _))) && path.starts_with(FOLDER)
    }

    /// The error with which a file cannot be opened now.
    pub fn holds(&self, path: &Path) -> Option<i32> {
        match self.trouble {
            Some((Trouble::Held(error), _)) if path.starts_with(FOLDER) && !is_passing(path) => Some(error),
            _ => None,
        }
    }

    /// From now on it does what it should.
    pub fn calm_down(&mut self, disk: &TestDisk) {
        self.end_trouble(disk);
        self.is_calm = true;
    }

    fn end_trouble(&mut self, disk: &TestDisk) {
        match self.trouble.take().map(|(trouble, _)| trouble) {
            Some(Trouble::Gone(bytes)) => {
                if disk.bytes(book()).is_none() || self.chance.is_one_in(2) {
                    disk.put(book(), &bytes);
                } else {
                    self.leave_beside(disk, &bytes);
                }
            }
            Some(Trouble::Half(name, half, whole)) => {
                let path = Path::new(FOLDER).join(&name);
                let is_still_half = disk.bytes(&path).as_deref() == Some(&half);
                if is_still_half || (name == NAME && self.chance.is_one_in(2)) {
                    disk.put(path, &whole);
                } else if name == NAME {
                    self.leave_beside(disk, &whole);
                }
            }
            Some(Trouble::FolderGone | Trouble::Held(_)) | None => {}
        }
    }

    /// Does one of the things it should not do in the middle of a save.
    pub fn act(&mut self, disk: &TestDisk) {
        if self.trouble.is_some() {
            return;
        }
        let Some(here) = disk.bytes(book()).map(Bytes::from) else { return };
        self.deeds += 1;
        let lasts = 1 + self.chance.below(LONGEST);
        let cloud = self.cloud.clone();
        let mut cloud = cloud.0.lock().unwrap();
        let theirs = Arc::clone(&cloud.now[NAME]);
        let trouble = match self.chance.below(14) {
            0 | 1 => {
                // Ours goes up first, or not at all.
                if self.chance.is_one_in(2) {
                    cloud.upload(NAME, &here);
                }
                disk.put(book(), &theirs);
                self.base.insert(NAME.to_owned(), theirs);
                None
            }
            2 | 3 => {
                drop(cloud);
                self.leave_beside(disk, &theirs);
                None
            }
            4 => {
                disk.take(book());
                Some(Trouble::Gone(if self.chance.is_one_in(2) { here } else { theirs }))
            }
            5 => Some(Trouble::FolderGone),
            // EBUSY, EACCES, EIO, EPIPE: the last two have the numbers of Windows' "denied" and "in use".
            6 => Some(Trouble::Held([16, 13, 5, 32][self.pick(4)])),
            7 => {
                let older = Arc::clone(&cloud.versions[self.pick(cloud.versions.len())]);
                disk.put(book(), &older);
                // Long ago, and never twice the same moment.
                disk.date(book(), 1_000_000_000 - self.deeds);
                None
            }
            8 => Some(self.begin_half(disk, NAME.to_owned(), theirs)),
            9 => {
                let name = cloud.conflicted_name(self.device);
                cloud.copies.push((name.clone(), Arc::clone(&theirs)));
                Some(self.begin_half(disk, name, theirs))
            }
            10 => {
                let name = OWN_NAMES[self.pick(OWN_NAMES.len())];
                disk.put(Path::new(FOLDER).join(name), &here);
                None
            }
            11 if !cloud.copies.is_empty() => {
                let (name, bytes) = &cloud.copies[self.pick(cloud.copies.len())];
                disk.put(Path::new(FOLDER).join(name), bytes);
                None
            }
            12 => {
                cloud.upload(NAME, &here);
                self.base.insert(NAME.to_owned(), here);
                None
            }
            _ => {
                drop(cloud);
                self.sync(disk);
                None
            }
        };
        self.trouble = trouble.map(|trouble| (trouble, lasts));
    }

    fn pick(&mut self, of: usize) -> usize {
        usize::try_from(self.chance.below(of as u64)).unwrap()
    }

    fn begin_half(&mut self, disk: &TestDisk, name: String, whole: Bytes) -> Trouble {
        let half = Bytes::from(&whole[..self.pick(whole.len())]);
        disk.put(Path::new(FOLDER).join(&name), &half);
        Trouble::Half(name, half, whole)
    }

    fn leave_beside(&mut self, disk: &TestDisk, bytes: &Bytes) {
        let mut cloud = self.cloud.0.lock().unwrap();
        let name = cloud.conflicted_name(self.device);
        disk.put(Path::new(FOLDER).join(&name), bytes);
        cloud.copies.push((name, Arc::clone(bytes)));
    }

    /// Does what a sync service should: what changed on one side goes to the other, and where both did, one version is
    /// left beside the other. Whether anything was done.
    pub fn sync(&mut self, disk: &TestDisk) -> bool {
        if self.trouble.is_some() {
            return false;
        }
        let cloud = self.cloud.clone();
        let mut cloud = cloud.0.lock().unwrap();
        let shared = |path: &PathBuf| path.parent() == Some(Path::new(FOLDER)) && !is_passing(path);
        let here = disk.files().into_iter().filter(shared);
        let mut names: BTreeSet<String> =
            here.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        names.extend(cloud.now.keys().chain(self.base.keys()).cloned());
        let mut is_changed = false;
        for name in names {
            is_changed |= self.sync_file(disk, &mut cloud, &name);
        }
        is_changed
    }

    fn sync_file(&mut self, disk: &TestDisk, cloud: &mut Files, name: &str) -> bool {
        let path = Path::new(FOLDER).join(name);
        let here = disk.bytes(&path).map(Bytes::from);
        let there = cloud.now.get(name).cloned();
        let base = self.base.get(name).cloned();
        let is_changed = here != there;
        match (&here, &there) {
            _ if here == there => {}
            // What is gone here comes back, if it is the book or was changed elsewhere.
            (None, Some(theirs)) if name == NAME || there != base => disk.put(&path, theirs),
            (None, _) => {
                cloud.now.remove(name);
            }
            (Some(_), None) if here == base => disk.take(&path),
            (Some(ours), Some(theirs)) if here != base && there != base => {
                let beside = cloud.conflicted_name(self.device);
                let is_ours = self.chance.is_one_in(2);
                let (stays, goes) = if is_ours { (ours, theirs) } else { (theirs, ours) };
                for (name, bytes) in [(name, stays), (&beside, goes)] {
                    disk.put(Path::new(FOLDER).join(name), bytes);
                    cloud.upload(name, bytes);
                    self.base.insert(name.to_owned(), Arc::clone(bytes));
                }
                cloud.copies.push((beside, Arc::clone(goes)));
            }
            (Some(_), Some(theirs)) if here == base => disk.put(&path, theirs),
            (Some(ours), _) => cloud.upload(name, ours),
        }
        match cloud.now.get(name) {
            Some(bytes) => self.base.insert(name.to_owned(), Arc::clone(bytes)),
            None => self.base.remove(name),
        };
        is_changed
    }
}
