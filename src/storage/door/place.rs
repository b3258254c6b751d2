//! The side file that says where the door is, and the private place of its socket.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::{Address, call::connect};
use crate::storage::disk::{Disk as _, RealDisk};

/// The first line of a side file.
const HEAD: &str = "kleurboek door 1";
/// A side file is a head, a path and a token.
const LARGEST_FILE: u64 = 4096;
/// What the private folder of a socket is called at first; the rest is random.
const FOLDER: &str = "kleurboek-";
/// What the socket is called in it.
const SOCKET: &str = "door";
/// A socket's path has room for this many bytes everywhere (macOS: 103).
const LONGEST_PLACE: usize = 100;

/// A place nobody else has, and the folder around it that goes with it.
pub(super) fn new_address() -> io::Result<(Address, Option<TempDir>)> {
    let token = random()?;
    if cfg!(windows) {
        return Ok((Address { place: format!("{FOLDER}{}", random()?), token }, None));
    }
    let mut last = io::Error::from(ErrorKind::NotFound);
    for base in bases() {
        match private_folder(&base) {
            Ok(folder) => {
                let socket = folder.path().join(SOCKET);
                if let Some(place) = socket.to_str().filter(|place| place.len() <= LONGEST_PLACE) {
                    return Ok((Address { place: place.to_owned(), token }, Some(folder)));
                }
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// A new folder that only this person can look into.
fn private_folder(base: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(FOLDER);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(base)
}

/// Where such a folder can be, best first.
fn bases() -> Vec<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_absolute());
    runtime.into_iter().chain([std::env::temp_dir(), PathBuf::from("/tmp")]).collect()
}

/// 128 random bits, in hexadecimal digits.
fn random() -> io::Result<String> {
    let (high, low) = (getrandom::u64(), getrandom::u64());
    match (high, low) {
        (Ok(high), Ok(low)) => Ok(format!("{high:016x}{low:016x}")),
        _ => Err(io::Error::other("no randomness")),
    }
}

/// Writes the side file, which only this person can read.
pub(super) fn write(file: &Path, address: &Address) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        RealDisk.create_folders(folder)?;
    }
    let text = format!("{HEAD}\n{}\n{}\n", address.token, address.place);
    RealDisk.create(file, None)?.write_all(text.as_bytes())
}

/// Reads a side file; half of one is none.
pub(super) fn read(file: &Path) -> io::Result<Address> {
    let bytes = RealDisk.read(file, LARGEST_FILE)?;
    let text = String::from_utf8(bytes).unwrap_or_default();
    let mut lines = text.split('\n');
    match (lines.next(), lines.next(), lines.next(), lines.next()) {
        (Some(HEAD), Some(token), Some(place), Some("")) if token.len() == 32 && !place.is_empty() => {
            Ok(Address { place: place.to_owned(), token: token.to_owned() })
        }
        _ => Err(ErrorKind::InvalidData.into()),
    }
}

/// Clears away what a window that ended without closing its door left behind. Only for who holds the lock.
///
/// # Errors
/// When a window is still there after all: a home on a network disk may know no locks.
pub(super) fn sweep(file: &Path) -> io::Result<()> {
    if let Ok(address) = read(file) {
        if address.name().and_then(connect).is_ok() {
            return Err(ErrorKind::AddrInUse.into());
        }
        let socket = Path::new(&address.place);
        let folder = socket.parent().unwrap_or(socket);
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // The folder goes only when nothing else is in it.
        if name.starts_with(FOLDER) && socket.file_name().is_some_and(|name| name == SOCKET) {
            let _ = RealDisk.remove(socket);
            let _ = fs::remove_dir(folder);
        }
    }
    match RealDisk.remove(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
