//! A disk on which the sync service does something between any two calls of the program, and that remembers what the
//! program did to other people's versions.

use std::{
    collections::BTreeSet,
    fs::Permissions,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

use kleurboek::storage::{
    bin::Bin,
    disk::{About, Disk, NewFile},
};

use super::{
    cloud::{Bytes, FOLDER, NAME, OWN_NAMES},
    service::Service,
    test_disk::TestDisk,
};

/// The disk of one device. A clone is the same disk.
#[derive(Clone, Debug)]
pub struct Watched {
    disk: TestDisk,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
pub struct State {
    pub service: Service,
    /// What the program itself put in the book's place.
    own: BTreeSet<Bytes>,
    /// What there was in the book's place since the last save began.
    pub been: BTreeSet<[u8; 32]>,
    last: Option<Bytes>,
    /// What the program last read of each file, whole.
    read: Option<(PathBuf, Bytes)>,
    /// Other people's versions that the program saw and then replaced or removed, since the last check.
    pub replaced: Vec<Bytes>,
    /// Those that came after it last looked, which it could not see.
    pub unseen: u64,
    /// Other people's versions of the book it read, since the last check.
    pub heard: BTreeSet<Bytes>,
    /// The hash of everything it ever put in its backups: what is there too often is thinned later.
    pub kept: BTreeSet<[u8; 32]>,
    /// Times the program wrote or removed something in the folder.
    pub writes: u64,
}

impl Watched {
    pub fn new(disk: &TestDisk, service: Service) -> Self {
        let state = State {
            service,
            own: BTreeSet::new(),
            been: BTreeSet::new(),
            last: None,
            read: None,
            replaced: Vec::new(),
            unseen: 0,
            heard: BTreeSet::new(),
            kept: BTreeSet::new(),
            writes: 0,
        };
        Self { disk: disk.clone(), state: Arc::new(Mutex::new(state)) }
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Before each call: the service has its turn, and may be in the way.
    fn before(&self, paths: &[&Path], opens: bool) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        state.note(&self.disk);
        state.service.turn(&self.disk);
        state.note(&self.disk);
        if paths.iter().any(|path| state.service.hides(path)) {
            return Err(ErrorKind::NotFound.into());
        }
        if opens && let Some(error) = paths.iter().find_map(|path| state.service.holds(path)) {
            return Err(io::Error::from_raw_os_error(error));
        }
        Ok(state)
    }
}

impl State {
    /// Remembers what is in the book's place.
    fn note(&mut self, disk: &TestDisk) {
        if let Some(bytes) = disk.bytes(book())
            && self.last.as_deref() != Some(&bytes)
        {
            self.been.insert(*blake3::hash(&bytes).as_bytes());
            self.last = Some(bytes.into());
        }
    }

    /// A save begins.
    pub fn begin(&mut self) {
        self.been.clear();
        self.last = None;
    }

    /// The program takes away what is at `path`.
    fn goes(&mut self, path: &Path, bytes: Option<Vec<u8>>) {
        self.writes += 1;
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(!OWN_NAMES.contains(&name), "somebody's own {name} is taken away");
        let Some(bytes) = bytes.map(Bytes::from).filter(|bytes| !self.own.contains(bytes)) else { return };
        if self.read.as_ref().is_some_and(|(read, last)| read == path && *last == bytes) {
            self.replaced.push(bytes);
        } else {
            self.unseen += 1;
        }
    }
}

/// Where the book is, on every device.
pub fn book() -> PathBuf {
    Path::new(FOLDER).join(NAME)
}

/// Whether it is a file of the program that is not there to stay.
pub fn is_passing(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_shared(path: &Path) -> bool {
    path.parent() == Some(Path::new(FOLDER)) && !is_passing(path)
}

impl Disk for Watched {
    fn about(&self, path: &Path) -> io::Result<About> {
        let _state = self.before(&[path], false)?;
        self.disk.about(path)
    }

    fn about_itself(&self, path: &Path) -> io::Result<About> {
        let _state = self.before(&[path], false)?;
        self.disk.about_itself(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let _state = self.before(&[path], false)?;
        self.disk.resolve(path)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut state = self.before(&[path], true)?;
        let bytes = self.disk.read(path, most)?;
        if is_shared(path) && most > bytes.len() as u64 {
            let whole = Bytes::from(bytes.as_slice());
            if path == book() && !state.own.contains(&whole) {
                state.heard.insert(Arc::clone(&whole));
            }
            state.read = Some((path.to_owned(), whole));
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let _state = self.before(&[folder], false)?;
        self.disk.list(folder)
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        assert!(!folder.starts_with(FOLDER), "the shared folder is never made");
        self.disk.create_folders(folder)
    }

    fn create(&self, path: &Path, permissions: Option<&Permissions>) -> io::Result<Box<dyn NewFile>> {
        let _state = self.before(&[path], true)?;
        let file = self.disk.create(path, permissions)?;
        Ok(Box::new(WatchedFile { file, disk: self.clone() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.before(&[from, to], true)?;
        let (new, old) = (self.disk.bytes(from), self.disk.bytes(to));
        self.disk.rename(from, to)?;
        if is_shared(to) {
            state.goes(to, old);
            state.own.insert(new.unwrap().into());
            state.note(&self.disk);
        } else if to.components().any(|part| part.as_os_str() == "backups") {
            state.kept.insert(*blake3::hash(&new.unwrap()).as_bytes());
        }
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.disk.bytes(to).is_some() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.before(&[path], true)?;
        let old = self.disk.bytes(path);
        self.disk.remove(path)?;
        if is_shared(path) {
            state.goes(path, old);
        }
        Ok(())
    }

    fn to_bin(&self, path: &Path, bin: &Bin) -> io::Result<()> {
        let mut state = self.before(&[path], true)?;
        let old = self.disk.bytes(path);
        self.disk.to_bin(path, bin)?;
        state.goes(path, old);
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let _state = self.before(&[folder], false)?;
        self.disk.sync_folder(folder)
    }
}

#[derive(Debug)]
struct WatchedFile {
    file: Box<dyn NewFile>,
    disk: Watched,
}

impl NewFile for WatchedFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        drop(self.disk.before(&[], false)?);
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        drop(self.disk.before(&[], false)?);
        self.file.sync()
    }
}
