//! One window a book.

use std::{
    fs::{File, TryLockError},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{path_key::key_of, places::Places, private, problem::Problem};

/// The right to have a book open; given back when dropped, and by the system when the program ends.
#[derive(Debug)]
pub struct BookLock {
    _file: File,
}

impl BookLock {
    /// Takes the lock of the book at `path`, which need not exist yet.
    ///
    /// The lock lies in app data, so that sync tools never see it.
    ///
    /// # Errors
    /// [`Problem::LockedByOther`] when another window has it; otherwise why the lock file could not be made.
    pub fn take(places: &Places, path: &Path) -> Result<Self, Problem> {
        Self::take_key(places, &key_of(path))
    }

    /// Takes the lock of the book whose path has this key.
    pub(super) fn take_key(places: &Places, key: &str) -> Result<Self, Problem> {
        let path = file_of_key(places, key);
        Self::take_file(places, &path).map_err(|problem| match problem {
            Problem::LockedByOther => problem,
            why => why.of_own_place(&path),
        })
    }

    fn take_file(places: &Places, path: &Path) -> Result<Self, Problem> {
        private::create_folders(&folder(places))?;
        let file = private::open(path, File::options().write(true).create(true).truncate(false))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Problem::LockedByOther),
            // A home on a network disk may know no locks; that is no reason not to open a book.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                log::warn!("no locks here: {error}");
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        Ok(Self { _file: file })
    }
}

/// The lock file of the book at `path`.
pub(super) fn file_of(places: &Places, path: &Path) -> PathBuf {
    file_of_key(places, &key_of(path))
}

fn file_of_key(places: &Places, key: &str) -> PathBuf {
    folder(places).join(format!("{key}.lock"))
}

fn folder(places: &Places) -> PathBuf {
    places.data.join("locks")
}
