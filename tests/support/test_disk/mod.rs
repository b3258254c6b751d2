//! A disk in memory that fails, tears, lies and loses what it was not told to keep, by a plan and a seed.
//!
//! It keeps what POSIX promises and no more: the bytes of a file last once that file was synced, a name once its
//! folder was. A sync that failed may say yes the next time without having done anything.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod calls;
pub mod chance;

use std::{
    collections::BTreeMap,
    fs::Permissions,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

use chance::Chance;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The call says so; what it was to do may have been done all the same, or half.
    Fails(ErrorKind),
    /// A write does half of it and says it did all. Other calls are honest.
    Lies,
    /// The power is cut, before or after the call did its work.
    PowerCut,
}

/// When it goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the call, from 1.
    pub at: u64,
    /// What then happens.
    pub what: Trouble,
    /// Whether to every call after it too.
    pub for_ever: bool,
}

/// The disk. A clone is the same disk.
#[derive(Clone, Debug)]
pub struct TestDisk(Arc<Mutex<State>>);

#[derive(Clone, Debug)]
struct State {
    chance: Chance,
    calls: u64,
    faults: Vec<Fault>,
    /// Calls by their name that always say no.
    refused: Vec<(&'static str, ErrorKind)>,
    /// The file another program writes in whenever it was read.
    growing: Option<PathBuf>,
    is_off: bool,
    files: Vec<FileData>,
    /// The names as programs see them.
    names: Names,
    /// The names that are certain to be there after a power cut.
    lasting: Names,
    /// What was done to names since, in order.
    pending: Vec<Pending>,
}

type Names = BTreeMap<PathBuf, Node>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Clone, Debug)]
struct FileData {
    bytes: Vec<u8>,
    /// The bytes that are certain to be there after a power cut; none when even that it is empty is not.
    lasting: Vec<u8>,
    is_lasting: bool,
    /// A sync of it failed: from then on syncs do nothing and say yes.
    is_spoilt: bool,
    permissions: Permissions,
    written: u64,
}

#[derive(Clone, Debug)]
struct Pending {
    folder: PathBuf,
    doing: Doing,
    /// A sync of the folder failed with this in it: the next one does not do it again.
    is_spoilt: bool,
}

#[derive(Clone, Debug)]
enum Doing {
    Put(PathBuf, Node),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf, Node),
}

/// Whether a call does its work, and what it then says.
struct Turn {
    does_nothing: bool,
    does_it: bool,
    lies: bool,
    says: io::Result<()>,
}

impl TestDisk {
    /// An empty disk with these folders.
    pub fn new(seed: u64, folders: &[&str]) -> Self {
        let names: Names = folders
            .iter()
            .flat_map(|folder| Path::new(folder).ancestors())
            .map(|path| (path.into(), Node::Folder))
            .collect();
        Self::of(State {
            chance: Chance::new(seed),
            calls: 0,
            faults: Vec::new(),
            refused: Vec::new(),
            growing: None,
            is_off: false,
            files: Vec::new(),
            lasting: names.clone(),
            names,
            pending: Vec::new(),
        })
    }

    fn of(state: State) -> Self {
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Another disk that is the same so far, but not what chance brings.
    pub fn copy(&self, seed: u64) -> Self {
        Self::of(State { chance: Chance::new(seed), ..self.state().clone() })
    }

    /// What goes wrong from now on, counted from the next call.
    pub fn plan(&self, faults: &[Fault]) {
        let mut state = self.state();
        state.calls = 0;
        state.faults = faults.to_vec();
    }

    /// From now on the call with this name always says no, and does nothing.
    pub fn refuse(&self, call: &'static str, kind: ErrorKind) {
        self.state().refused.push((call, kind));
    }

    /// From now on nothing is refused.
    pub fn allow_all(&self) {
        self.state().refused.clear();
    }

    /// From now on another program writes in this file whenever it was read.
    pub fn let_grow(&self, path: impl Into<PathBuf>) {
        self.state().growing = Some(path.into());
    }

    /// How many calls there were since the last plan.
    pub fn calls(&self) -> u64 {
        self.state().calls
    }

    /// All paths of files, in order.
    pub fn files(&self) -> Vec<PathBuf> {
        let state = self.state();
        state.names.iter().filter(|(_, node)| **node != Node::Folder).map(|(path, _)| path.clone()).collect()
    }

    /// What a file holds.
    pub fn bytes(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        let state = self.state();
        state.file(path.as_ref()).ok().map(|file| file.bytes.clone())
    }

    /// Another program writes a file, whatever was there, and has it synced.
    pub fn put(&self, path: impl AsRef<Path>, bytes: &[u8]) {
        let mut state = self.state();
        let node = state.new_file(private());
        let Node::File(number) = node else { return };
        state.files[number].lasting = bytes.to_vec();
        state.files[number].bytes = bytes.to_vec();
        state.do_and_keep(&Doing::Put(path.as_ref().to_owned(), node));
    }

    /// Another program says that a file was last written at this moment, in seconds.
    pub fn date(&self, path: impl AsRef<Path>, written: u64) {
        let mut state = self.state();
        if let Some(Node::File(number)) = state.names.get(path.as_ref()).copied() {
            state.files[number].written = written;
        }
    }

    /// Another program takes a file away.
    pub fn take(&self, path: impl AsRef<Path>) {
        self.state().do_and_keep(&Doing::Remove(path.as_ref().to_owned()));
    }

    /// Another program gives a file another name, whatever had that name.
    pub fn move_file(&self, from: impl AsRef<Path>, to: impl AsRef<Path>) {
        let mut state = self.state();
        if let Some(node) = state.names.get(from.as_ref()).copied() {
            state.do_and_keep(&Doing::Rename(from.as_ref().to_owned(), to.as_ref().to_owned(), node));
        }
    }

    /// What the disk may be when the power comes back: one of the many possibilities, chosen by the seed.
    pub fn crash(&self, seed: u64) -> Self {
        let state = self.state();
        let mut chance = Chance::new(seed);
        let mut pending: Vec<&Pending> = match chance.below(4) {
            0 => Vec::new(),
            1 => state.pending.iter().collect(),
            _ => state.pending.iter().filter(|_| chance.is_one_in(2)).collect(),
        };
        if chance.is_one_in(4) {
            chance.shuffle(&mut pending);
        }
        let mut names = state.lasting.clone();
        for pending in pending {
            pending.doing.apply(&mut names);
        }
        let folders: Vec<PathBuf> =
            names.iter().filter(|(_, node)| **node == Node::Folder).map(|(path, _)| path.clone()).collect();
        names.retain(|path, _| {
            path.ancestors().skip(1).all(|above| folders.iter().any(|folder| folder == above))
        });
        let mut files = state.files.clone();
        for file in &mut files {
            if !file.is_lasting {
                file.bytes = chance.torn(&file.lasting, &file.bytes);
            }
            file.lasting.clone_from(&file.bytes);
            (file.is_lasting, file.is_spoilt) = (true, false);
        }
        Self::of(State {
            chance,
            calls: 0,
            faults: Vec::new(),
            refused: Vec::new(),
            growing: None,
            is_off: false,
            files,
            lasting: names.clone(),
            names,
            pending: Vec::new(),
        })
    }
}

impl State {
    fn turn(&mut self, call: &str) -> Turn {
        let power = || io::Error::other("the power is off");
        if self.is_off {
            return Turn { does_nothing: true, does_it: false, lies: false, says: Err(power()) };
        }
        self.calls += 1;
        if let Some((_, kind)) = self.refused.iter().find(|(name, _)| *name == call) {
            return Turn { does_nothing: true, does_it: false, lies: false, says: Err((*kind).into()) };
        }
        let calls = self.calls;
        let due = |fault: &&Fault| fault.at == calls || (fault.for_ever && fault.at < calls);
        match self.faults.iter().find(due).map(|fault| fault.what) {
            None => Turn { does_nothing: false, does_it: true, lies: false, says: Ok(()) },
            Some(Trouble::Lies) => Turn { does_nothing: false, does_it: true, lies: true, says: Ok(()) },
            Some(Trouble::Fails(kind)) => Turn {
                does_nothing: false,
                does_it: self.chance.is_one_in(4),
                lies: false,
                says: Err(kind.into()),
            },
            Some(Trouble::PowerCut) => {
                self.is_off = true;
                Turn {
                    does_nothing: false,
                    does_it: self.chance.is_one_in(2),
                    lies: false,
                    says: Err(power()),
                }
            }
        }
    }

    fn file(&self, path: &Path) -> io::Result<&FileData> {
        match self.names.get(path) {
            Some(Node::File(number)) => Ok(&self.files[*number]),
            Some(Node::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn new_file(&mut self, permissions: Permissions) -> Node {
        // Never the same moment as another file, also after some writes.
        let written = self.files.len() as u64 * 1000;
        self.files.push(FileData {
            bytes: Vec::new(),
            lasting: Vec::new(),
            is_lasting: true,
            is_spoilt: false,
            permissions,
            written,
        });
        Node::File(self.files.len() - 1)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.names.get(path) == Some(&Node::Folder)
    }

    fn do_now(&mut self, doing: Doing) {
        doing.apply(&mut self.names);
        let folder = doing.target().parent().unwrap().to_owned();
        self.pending.push(Pending { folder, doing, is_spoilt: false });
    }

    fn do_and_keep(&mut self, doing: &Doing) {
        doing.apply(&mut self.names);
        doing.apply(&mut self.lasting);
        self.pending.retain(|pending| !pending.doing.is_about_same(doing));
    }

    fn sync_folder(&mut self, folder: &Path) {
        let (done, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.pending)
            .into_iter()
            .partition(|pending| pending.folder == folder && !pending.is_spoilt);
        self.pending = left;
        for done in done {
            done.doing.apply(&mut self.lasting);
            // A name that was put there later for certain is not undone by what is in doubt.
            self.pending.retain(|pending| !pending.doing.is_about_same(&done.doing));
        }
    }
}

impl Doing {
    fn target(&self) -> &Path {
        match self {
            Self::Put(path, _) | Self::Remove(path) | Self::Rename(_, path, _) => path,
        }
    }

    const fn makes_folder(&self) -> bool {
        matches!(self, Self::Put(_, Node::Folder))
    }

    fn is_about_same(&self, later: &Self) -> bool {
        self.target() == later.target()
    }

    fn apply(&self, names: &mut Names) {
        match self {
            Self::Put(path, node) => {
                names.insert(path.clone(), *node);
            }
            Self::Remove(path) => {
                names.remove(path);
            }
            Self::Rename(from, to, node) => {
                if names.get(from) == Some(node) {
                    names.remove(from);
                }
                names.insert(to.clone(), *node);
            }
        }
    }
}

/// Only for the person themselves.
fn private() -> Permissions {
    #[cfg(unix)]
    return std::os::unix::fs::PermissionsExt::from_mode(0o600);
    #[cfg(not(unix))]
    return std::fs::metadata(".").unwrap().permissions();
}
