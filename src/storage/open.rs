//! Opening a book. Reads only.

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    disk::{About, Disk, Kind, RealDisk},
    format::{self, HashLine, Loaded},
    path_key::canonical,
    problem::Problem,
};
use crate::domain::{book::Language, id::Id};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// As much of a file as says which book it is, in bytes.
const HEAD: u64 = 4096;

/// Times a file that changes while it is read is read anew.
const MOST_READS: usize = 4;

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
    /// All of it.
    pub bytes: Arc<Vec<u8>>,
    /// The hash of all of it.
    pub hash: blake3::Hash,
    /// Whether its own last line agreed.
    pub hash_line: HashLine,
}

/// Opens the book at `path` on this machine's disk, without touching the file.
///
/// # Errors
/// Any [`Problem`] of finding, reading or understanding it.
pub fn open(path: &Path) -> Result<Opened, Problem> {
    open_on(&RealDisk, path)
}

/// Opens the book at `path` on a disk, without touching the file.
///
/// # Errors
/// Any [`Problem`] of finding, reading or understanding it.
pub fn open_on(disk: &dyn Disk, path: &Path) -> Result<Opened, Problem> {
    let bytes = read_whole(disk, path)?;
    let text = str::from_utf8(&bytes).map_err(|_| Problem::NotText)?;
    let loaded = format::read(text)?;
    let is_all = !text.starts_with(format::BYTE_ORDER_MARK);
    let disk = OnDisk {
        path: path.to_owned(),
        hash: if is_all { loaded.hash_of_text } else { blake3::hash(&bytes) },
        hash_line: loaded.hash,
        bytes: bytes.into(),
    };
    Ok(Opened { loaded, disk })
}

/// The language that the book at `path` is in, also when it does not open otherwise; none when it does not say.
pub fn language(path: &Path) -> Option<Language> {
    let bytes = read_whole(&RealDisk, path).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (_, said) = text.split_once("language: ")?;
    match said.split(|letter: char| !letter.is_ascii_alphabetic()).next()? {
        "Dutch" => Some(Language::Dutch),
        "English" => Some(Language::English),
        _ => None,
    }
}

/// Every byte of a file that is no larger than [`LARGEST_FILE`], and that nobody is writing in.
pub(super) fn read_whole(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, Problem> {
    let mut before = look(disk, path)?;
    let mut previous = None;
    for _ in 0..MOST_READS {
        let bytes = disk.read(path, LARGEST_FILE + 1).map_err(|error| missing(disk, path, error.into()))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
            return Err(Problem::TooLarge);
        }
        let after = look(disk, path)?;
        // Some network disks tell the time of writing late; the same bytes twice are as good.
        if before == after || previous.as_ref() == Some(&bytes) {
            return Ok(bytes);
        }
        (before, previous) = (after, Some(bytes));
    }
    Err(Problem::BeingWritten)
}

/// Whether a file is a version of the book `id`, by its beginning alone.
pub(super) fn is_version_of(disk: &dyn Disk, path: &Path, id: Id) -> io::Result<bool> {
    // Opening a pipe would wait for somebody to write to it.
    if disk.about(path)?.kind != Kind::File {
        return Ok(false);
    }
    let head = disk.read(path, HEAD)?;
    Ok(String::from_utf8_lossy(&head).contains(&format!("id: \"{id}\"")))
}

/// Looked at before it is opened: opening a pipe would wait for somebody to write to it.
fn look(disk: &dyn Disk, path: &Path) -> Result<About, Problem> {
    let about = disk.about(path).map_err(|error| missing(disk, path, error.into()))?;
    match about.kind {
        Kind::Folder => Err(Problem::IsAFolder),
        Kind::Link | Kind::Other => Err(Problem::NotAFile),
        Kind::File if about.size > LARGEST_FILE => Err(Problem::TooLarge),
        Kind::File => Ok(about),
    }
}

/// Tells a missing file from a missing folder, and from a link to what is not there.
pub(super) fn missing(disk: &dyn Disk, path: &Path, problem: Problem) -> Problem {
    if problem != Problem::NotFound {
        return problem;
    }
    let is_link = disk.about_itself(path).is_ok_and(|about| about.kind == Kind::Link);
    let file = if is_link { canonical(path) } else { path.to_owned() };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder_gone = folder
        .is_some_and(|folder| disk.about(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound));
    match (folder_gone, is_link) {
        (true, _) => Problem::FolderGone,
        (false, true) => Problem::LinkToNothing,
        (false, false) => Problem::NotFound,
    }
}
