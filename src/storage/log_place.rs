//! Where the log is written.

use std::fs::{self, File, OpenOptions};

use super::places::Places;

/// A log above this size is started anew, the old one kept beside it.
const LARGEST_LOG: u64 = 1024 * 1024;

/// Opens the log at its end; none when that is not possible.
#[expect(clippy::disallowed_methods, reason = "the old log is set aside here")]
pub fn open(places: &Places) -> Option<File> {
    let folder = places.data.join("logs");
    fs::create_dir_all(&folder).ok()?;
    let path = folder.join("kleurboek.log");
    if fs::metadata(&path).is_ok_and(|about| about.len() > LARGEST_LOG) {
        let _ = fs::rename(&path, folder.join("kleurboek.old.log"));
    }
    OpenOptions::new().create(true).append(true).open(path).ok()
}
