//! A disk in memory that fails at a chosen call, and forgets at a power cut what was not synced.

use std::{
    collections::BTreeMap,
    fmt, fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard,
        mpsc::{self, Receiver, Sender},
    },
};

use kleurboek::storage::{
    bin::Bin,
    disk::{About, Disk, Kind, NewFile},
};

/// What is in one file.
#[derive(Clone, Debug, Default)]
struct Content {
    /// What every program sees.
    seen: Vec<u8>,
    /// How much of that outlives a power cut for certain.
    synced: usize,
    /// A sync of it failed: the disk no longer says the truth about it.
    is_broken: bool,
}

type File = Arc<Mutex<Content>>;

#[derive(Debug, Default)]
struct Inside {
    names: BTreeMap<PathBuf, File>,
    /// The names that outlive a power cut.
    synced_names: BTreeMap<PathBuf, File>,
    calls: usize,
    fails: Option<Fails>,
    syncs: Option<Sender<()>>,
}

/// Which calls fail.
#[derive(Clone, Copy, Debug)]
pub struct Fails {
    pub from: usize,
    pub upto: usize,
    pub with: ErrorKind,
}

/// What a power cut leaves of what was not synced.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// Only a program that ended: all of it.
    Nothing,
    /// None of it.
    All,
    /// New content half, new names all.
    Half,
}

#[derive(Clone, Default)]
pub struct BreakingDisk(Arc<Mutex<Inside>>);

impl fmt::Debug for BreakingDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BreakingDisk")
    }
}

impl BreakingDisk {
    pub fn fail(&self, fails: Option<Fails>) {
        self.0.lock().unwrap().fails = fails;
    }

    /// Says when a file was synced.
    pub fn tell_syncs(&self) -> Receiver<()> {
        let (sender, receiver) = mpsc::channel();
        self.0.lock().unwrap().syncs = Some(sender);
        receiver
    }

    /// No call comes back until what this gives is dropped.
    pub fn hang(&self) -> impl Drop + '_ {
        struct Hanging<'a>(#[expect(dead_code, reason = "held")] MutexGuard<'a, Inside>);
        impl Drop for Hanging<'_> {
            fn drop(&mut self) {}
        }
        Hanging(self.0.lock().unwrap())
    }

    pub fn calls(&self) -> usize {
        self.0.lock().unwrap().calls
    }

    pub fn count_files(&self) -> usize {
        self.0.lock().unwrap().names.len()
    }

    /// A disk as it would be when the machine stopped now.
    pub fn after(&self, cut: Cut) -> Self {
        let inside = self.0.lock().unwrap();
        let names = match cut {
            Cut::Nothing | Cut::Half => &inside.names,
            Cut::All => &inside.synced_names,
        };
        let names: BTreeMap<_, _> = names
            .iter()
            .map(|(path, file)| {
                let content = file.lock().unwrap();
                let kept = match cut {
                    Cut::Nothing => content.seen.len(),
                    Cut::All => content.synced,
                    Cut::Half => usize::midpoint(content.synced, content.seen.len()),
                };
                let content = Content { seen: content.seen[..kept].to_vec(), synced: kept, is_broken: false };
                (path.clone(), Arc::new(Mutex::new(content)))
            })
            .collect();
        Self(Arc::new(Mutex::new(Inside { synced_names: names.clone(), names, ..Inside::default() })))
    }

    /// Counts a call; it fails when it is its turn.
    fn call(&self) -> io::Result<()> {
        let mut inside = self.0.lock().unwrap();
        inside.calls += 1;
        match inside.fails {
            Some(fails) if (fails.from..fails.upto).contains(&inside.calls) => Err(fails.with.into()),
            _ => Ok(()),
        }
    }

    fn file(&self, path: &Path) -> io::Result<File> {
        self.0.lock().unwrap().names.get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Disk for BreakingDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        self.about_itself(path)
    }

    fn about_itself(&self, path: &Path) -> io::Result<About> {
        self.call()?;
        let size = self.file(path)?.lock().unwrap().seen.len();
        let permissions = fs::metadata(env!("CARGO_MANIFEST_DIR"))?.permissions();
        Ok(About { kind: Kind::File, size: u64::try_from(size).unwrap(), modified: None, permissions })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.call()?;
        let mut bytes = self.file(path)?.lock().unwrap().seen.clone();
        bytes.truncate(usize::try_from(most).unwrap());
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call()?;
        let inside = self.0.lock().unwrap();
        Ok(inside.names.keys().filter(|path| path.parent() == Some(folder)).cloned().collect())
    }

    fn create_folders(&self, _folder: &Path) -> io::Result<()> {
        self.call()
    }

    fn create(&self, path: &Path, _permissions: Option<&fs::Permissions>) -> io::Result<Box<dyn NewFile>> {
        self.call()?;
        let mut inside = self.0.lock().unwrap();
        if inside.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let file = File::default();
        inside.names.insert(path.to_owned(), Arc::clone(&file));
        Ok(Box::new(Handle { disk: self.clone(), file }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        let file = self.file(from)?;
        let mut inside = self.0.lock().unwrap();
        inside.names.remove(from);
        inside.names.insert(to.to_owned(), file);
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        let mut inside = self.0.lock().unwrap();
        inside.names.remove(path).map(|_| ()).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn to_bin(&self, path: &Path, _bin: &Bin) -> io::Result<()> {
        self.remove(path)
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        self.call()?;
        let mut inside = self.0.lock().unwrap();
        inside.synced_names = inside.names.clone();
        Ok(())
    }
}

#[derive(Debug)]
struct Handle {
    disk: BreakingDisk,
    file: File,
}

impl NewFile for Handle {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let result = self.disk.call();
        // A write that fails may have written a part.
        let written = if result.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        self.file.lock().unwrap().seen.extend(written);
        result
    }

    fn sync(&mut self) -> io::Result<()> {
        let result = self.disk.call();
        let mut content = self.file.lock().unwrap();
        content.is_broken |= result.is_err();
        // After one that failed, the next says yes and does nothing.
        if !content.is_broken {
            content.synced = content.seen.len();
        }
        drop(content);
        if let Some(syncs) = &self.disk.0.lock().unwrap().syncs {
            // The test may have heard enough.
            let _ = syncs.send(());
        }
        result
    }
}
