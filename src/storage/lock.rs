//! One window a book.

use std::{
    fs::{File, TryLockError},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{line::Line, path_key::key_of, places::Places, private, problem::Problem};

/// The right to have a book open; given back when dropped, and by the system when the program ends.
#[derive(Debug)]
pub struct BookLock {
    path: File,
    line: Option<File>,
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

    /// Takes the lock of a line too: a book that was moved while a window has it open is open still.
    ///
    /// # Errors
    /// As [`Self::take`]; then it holds what it held.
    pub fn take_line(&mut self, places: &Places, line: &Line) -> Result<(), Problem> {
        self.line = Some(take_file(places, &line.key)?);
        Ok(())
    }

    /// Takes the lock of another path instead, for the same line.
    ///
    /// # Errors
    /// As [`Self::take`]; then it holds what it held.
    pub fn moves_to(&mut self, places: &Places, path: &Path) -> Result<(), Problem> {
        self.path = take_file(places, &key_of(path))?;
        Ok(())
    }

    /// Takes the lock with this key: that of a path, or of a line.
    pub(super) fn take_key(places: &Places, key: &str) -> Result<Self, Problem> {
        Ok(Self { path: take_file(places, key)?, line: None })
    }
}

fn take_file(places: &Places, key: &str) -> Result<File, Problem> {
    let path = file_of_key(places, key);
    let locked = || {
        private::create_folders(&folder(places))?;
        let file = private::open(&path, File::options().write(true).create(true).truncate(false))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Problem::LockedByOther),
            // A home on a network disk may know no locks; that is no reason not to open a book.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                log::warn!("no locks here: {error}");
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        Ok(file)
    };
    locked().map_err(|problem| match problem {
        Problem::LockedByOther => problem,
        why => why.of_own_place(&path),
    })
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
