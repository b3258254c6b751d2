//! Where the log is written.

use std::{
    fs::{self, File, OpenOptions},
    path::PathBuf,
};

use super::{places::Places, private};

/// A log above this size is started anew, the old one kept beside it.
const LARGEST_LOG: u64 = 1024 * 1024;

/// Where the log is.
pub fn path(places: &Places) -> PathBuf {
    places.data.join("logs").join("kleurboek.log")
}

/// Opens the log at its end; none when that is not possible.
#[expect(clippy::disallowed_methods, reason = "the old log is set aside here")]
pub fn open(places: &Places) -> Option<File> {
    let path = path(places);
    let folder = path.parent()?;
    private::create_folders(folder).ok()?;
    if fs::metadata(&path).is_ok_and(|about| about.len() > LARGEST_LOG) {
        let _ = fs::rename(&path, folder.join("kleurboek.old.log"));
    }
    private::open(&path, OpenOptions::new().create(true).append(true)).ok()
}
