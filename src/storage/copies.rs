//! Copies of books in app data, found by where the book is, so that they are found when it cannot be read.

use std::path::{Path, PathBuf};

use super::{atomic, format::HashLine, path_key::key_of, places::Places, problem::Problem};

/// The last version of the book at `path` that is known to be whole.
pub fn last_good_copy(places: &Places, path: &Path) -> Option<PathBuf> {
    Some(good(places, path)).filter(|copy| copy.is_file())
}

/// Keeps what stood in the book at `path`. One that may be damaged never replaces a whole one.
pub(super) fn keep(places: &Places, path: &Path, bytes: &[u8], hash: HashLine) -> Result<(), Problem> {
    let copy = match hash {
        HashLine::Right => good(places, path),
        HashLine::Missing | HashLine::Wrong => edited(places, path),
    };
    atomic::replace(&copy, bytes)
}

fn good(places: &Places, path: &Path) -> PathBuf {
    places.data.join("copies").join(format!("{}.kleurboek", key_of(path)))
}

/// For the person to find; nothing offers it yet.
fn edited(places: &Places, path: &Path) -> PathBuf {
    places.data.join("copies").join(format!("{}.edited.kleurboek", key_of(path)))
}
