//! A disk in memory that always works, for the journal.

use std::{
    collections::BTreeMap,
    fs::{self, Permissions},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use crate::storage::{
    bin::Bin,
    disk::{About, Disk, Kind, NewFile},
};

type Files = Arc<Mutex<BTreeMap<PathBuf, Vec<u8>>>>;

/// The disk. A clone is the same disk.
#[derive(Clone, Debug)]
pub struct MemoryDisk {
    files: Files,
    permissions: Permissions,
}

impl Default for MemoryDisk {
    fn default() -> Self {
        let permissions = fs::metadata(".").expect("a folder to be in").permissions();
        Self { files: Files::default(), permissions }
    }
}

impl MemoryDisk {
    /// The same disk, as journals want it.
    pub fn shared(&self) -> Arc<dyn Disk> {
        Arc::new(self.clone())
    }

    /// Another disk, with one file.
    pub fn with(&self, path: &Path, bytes: Vec<u8>) -> Self {
        let files = BTreeMap::from([(path.to_owned(), bytes)]);
        Self { files: Arc::new(Mutex::new(files)), permissions: self.permissions.clone() }
    }

    fn on<T>(&self, deed: impl FnOnce(&mut BTreeMap<PathBuf, Vec<u8>>) -> Option<T>) -> io::Result<T> {
        let mut files = self.files.lock().expect("nobody panicked");
        deed(&mut files).ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Disk for MemoryDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        let size = self.on(|files| files.get(path).map(Vec::len))? as u64;
        Ok(About { kind: Kind::File, size, modified: None, permissions: self.permissions.clone() })
    }

    fn about_itself(&self, path: &Path) -> io::Result<About> {
        self.about(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.on(|files| files.get(path).map(|bytes| bytes.iter().copied().take(most as usize).collect()))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let is_in = |path: &&PathBuf| path.parent() == Some(folder);
        self.on(|files| Some(files.keys().filter(is_in).cloned().collect()))
    }

    fn create_folders(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn create(&self, path: &Path, _: Option<&Permissions>) -> io::Result<Box<dyn NewFile>> {
        self.on(|files| Some(files.insert(path.to_owned(), Vec::new())))?;
        Ok(Box::new(MemoryFile { files: Arc::clone(&self.files), path: path.to_owned() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.on(|files| files.remove(from).map(|bytes| files.insert(to.to_owned(), bytes))).map(drop)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.on(|files| files.remove(path)).map(drop)
    }

    fn to_bin(&self, path: &Path, _: &Bin) -> io::Result<()> {
        self.remove(path)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
struct MemoryFile {
    files: Files,
    path: PathBuf,
}

impl NewFile for MemoryFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut files = self.files.lock().expect("nobody panicked");
        files.entry(self.path.clone()).or_default().extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}
