//! One key for a book's place, whichever way its path is written.

use std::{
    fs,
    path::{Path, PathBuf, absolute},
};

/// Links followed by hand before giving up, as many as Linux follows.
const MOST_LINKS: usize = 40;

/// The key of the file at `path`; the same before the file exists, and when it can no longer be read.
pub fn key_of(path: &Path) -> String {
    blake3::hash(canonical(path).as_os_str().as_encoded_bytes()).to_hex().to_string()
}

/// `path` without links, as far as it exists.
pub fn canonical(path: &Path) -> PathBuf {
    let mut path = absolute(path).unwrap_or_else(|_| path.to_owned());
    for _ in 0..MOST_LINKS {
        if let Ok(canonical) = fs::canonicalize(&path) {
            return canonical;
        }
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return path;
        };
        // A link to a file that is gone still names that file.
        let Ok(target) = fs::read_link(&path) else {
            return canonical(parent).join(name);
        };
        path = parent.join(target);
    }
    path
}
