//! Opening a book. Reads only.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use super::{
    format::{self, HashLine, Loaded},
    problem::Problem,
};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// A book that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What is in it.
    pub loaded: Loaded,
    /// The file it came from.
    pub disk: OnDisk,
}

/// What a file was when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDisk {
    /// Its path, as it was asked for.
    pub path: PathBuf,
    /// The hash of all of it.
    pub hash: blake3::Hash,
    /// Whether its own last line agreed.
    pub hash_line: HashLine,
}

/// Opens the book at `path`, without touching the file.
///
/// # Errors
/// Any [`Problem`] of finding, reading or understanding it.
pub fn open(path: &Path) -> Result<Opened, Problem> {
    let bytes = read_whole(path)?;
    let hash = blake3::hash(&bytes);
    let text = String::from_utf8(bytes).map_err(|_| Problem::NotText)?;
    let loaded = format::read(&text)?;
    let disk = OnDisk { path: path.to_owned(), hash, hash_line: loaded.hash };
    Ok(Opened { loaded, disk })
}

/// Every byte of a file that is no larger than [`LARGEST_FILE`], also when it grows meanwhile.
pub(super) fn read_whole(path: &Path) -> Result<Vec<u8>, Problem> {
    // Looked at before it is opened: opening a pipe would wait for somebody to write to it.
    let about = fs::metadata(path).map_err(|error| missing(path, error.into()))?;
    if about.is_dir() {
        return Err(Problem::IsAFolder);
    }
    if !about.is_file() {
        return Err(Problem::Other("not an ordinary file".to_owned()));
    }
    if about.len() > LARGEST_FILE {
        return Err(Problem::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    let file = File::open(path).map_err(|error| missing(path, error.into()))?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
        return Err(Problem::TooLarge);
    }
    Ok(bytes)
}

/// Tells a missing file from a missing folder.
pub(super) fn missing(path: &Path, problem: Problem) -> Problem {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder_gone = || {
        folder.is_some_and(|folder| {
            fs::metadata(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound)
        })
    };
    if problem == Problem::NotFound && folder_gone() { Problem::FolderGone } else { problem }
}
