//! The door of an open book: how another start of the program on this machine speaks with the window that has it.
//!
//! The window that holds the book's lock listens on a socket of its own (a named pipe on Windows). A side file beside
//! the lock, which only this person can read, says where, and holds a random token that every caller must name.
//! Lines of text go over it; what they mean is for the layers above.

mod call;
mod line;
mod listen;
mod place;

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread::JoinHandle,
    time::Duration,
};

use interprocess::local_socket::{
    GenericFilePath, GenericNamespaced, ListenerOptions, Name, ToFsName as _, ToNsName as _,
};
use tempfile::{TempDir, TempPath};

pub use self::{
    call::{Call, Silence},
    listen::Asked,
};
use self::{
    listen::Listening,
    place::{new_address, read, sweep, write},
};
use super::places::Places;

/// What a line starts with: the name of these lines.
const NAME: &str = "kleurboek";
/// Their version.
const VERSION: &str = "1";

/// A line is at most this long, in bytes.
pub const LONGEST_LINE: usize = 64 * 1024;

/// How often a conversation looks whether it was given up meanwhile.
const TICK: Duration = Duration::from_millis(100);

/// Where a book's window listens, and the word that lets one in.
#[derive(Clone, PartialEq, Eq)]
struct Address {
    /// A socket's path, or the name of a pipe.
    place: String,
    /// 128 random bits, in hexadecimal digits.
    token: String,
}

impl Address {
    fn name(&self) -> io::Result<Name<'static>> {
        let place = self.place.clone();
        if cfg!(windows) {
            place.to_ns_name::<GenericNamespaced>()
        } else {
            place.to_fs_name::<GenericFilePath>()
        }
    }

    /// What every line of a caller starts with.
    fn greeting(&self) -> String {
        format!("{NAME} {VERSION} {} ", self.token)
    }
}

/// A door that is open: it listens until it is dropped.
#[derive(Debug)]
pub struct Door {
    asked: Receiver<Asked>,
    address: Address,
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    /// Gone when the door closes.
    _file: TempPath,
    _folder: Option<TempDir>,
}

impl Door {
    /// Opens the door of the book at `path`, whose lock the caller holds. `wake` is called when somebody asks.
    ///
    /// # Errors
    /// Why the machine gives no socket, no thread, or no place for them.
    pub fn open(places: &Places, path: &Path, wake: Arc<dyn Fn() + Send + Sync>) -> io::Result<Self> {
        let file = file_of(places, path);
        sweep(&file)?;
        let removed_at_the_end = TempPath::try_from_path(&file)?;
        let (address, folder) = new_address()?;
        let listener = ListenerOptions::new().name(address.name()?).create_sync()?;
        let (sender, asked) = mpsc::channel();
        let closing = Arc::new(AtomicBool::new(false));
        let listening = Listening::new(address.token.clone(), sender, wake, Arc::clone(&closing));
        let thread = std::thread::Builder::new()
            .name("kleurboek-door".to_owned())
            .spawn(move || listening.run(&listener))?;
        // Last, so that whoever finds the file finds somebody behind it.
        let written = write(&file, &address);
        let door = Self {
            asked,
            address,
            closing,
            thread: Some(thread),
            _file: removed_at_the_end,
            _folder: folder,
        };
        written.map(|()| door)
    }

    /// What was asked since the last time, oldest first. Never waits.
    pub fn asked(&self) -> impl Iterator<Item = Asked> {
        self.asked.try_iter()
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Release);
        // The thread waits for a caller: be one. Where nobody can come in any more, it ends with the program.
        let called = self.address.name().and_then(call::connect);
        if called.is_ok()
            && let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the door's thread had ended badly");
        }
    }
}

/// The side file of the book at `path`: where its window listens, while it is open.
pub fn file_of(places: &Places, path: &Path) -> PathBuf {
    super::lock::file_of(places, path).with_extension("door")
}

/// The address in the side file of the book at `path`.
fn address_of(places: &Places, path: &Path) -> io::Result<Address> {
    read(&file_of(places, path))
}

impl std::fmt::Debug for Address {
    /// Without the token, which belongs in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Address").field("place", &self.place).finish_non_exhaustive()
    }
}
