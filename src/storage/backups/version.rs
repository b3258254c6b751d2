//! One earlier version, and what its name says of it.

use std::{
    cmp::Ordering,
    path::{Path, PathBuf},
};

use chrono::{NaiveDateTime, Timelike};

/// How the time stands in a name.
const TIME: &str = "%Y%m%dT%H%M%S";
const ENDING: &str = ".kleurboek";
const EDITED: &str = "-edited";
const BESIDE: &str = "-beside";
/// The digits of the hash that stand in a name.
const DIGITS: usize = 8;

/// An earlier version of a book, by the name of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// How many times the book had been saved.
    pub generation: u64,
    /// When it was kept, by the clock of that moment, in whole seconds.
    pub at: NaiveDateTime,
    /// Its file.
    pub path: PathBuf,
    /// Whether it was edited by hand, or damaged.
    pub is_edited: bool,
    /// Whether it lay beside the book, as a copy in conflict.
    pub is_beside: bool,
    /// The first digits of the hash of all its bytes.
    pub hash_start: String,
}

impl Version {
    /// The version a file is, by its name; none when it is none of ours.
    pub fn at(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
        let (name, is_beside) = without(name, BESIDE);
        let (name, is_edited) = without(name, EDITED);
        let mut parts = name.split('-');
        let generation = parts.next()?.parse().ok()?;
        let at = NaiveDateTime::parse_from_str(parts.next()?, TIME).ok()?;
        let hash_start = parts.next().filter(|digits| digits.len() == DIGITS)?.to_owned();
        let is_all = parts.next().is_none();
        is_all.then_some(Self { generation, at, path, is_edited, is_beside, hash_start })
    }

    /// Whether the book itself was this, as this program wrote it.
    pub const fn is_good(&self) -> bool {
        !self.is_edited && !self.is_beside
    }

    /// The version that `bytes` are, in its place.
    pub(super) fn in_folder(
        folder: &Path,
        bytes: &[u8],
        generation: u64,
        at: NaiveDateTime,
        [is_edited, is_beside]: [bool; 2],
    ) -> Self {
        let hash_start = start_of(blake3::hash(bytes));
        let edited = if is_edited { EDITED } else { "" };
        let beside = if is_beside { BESIDE } else { "" };
        let name = format!("{generation:08}-{}-{hash_start}{edited}{beside}{ENDING}", at.format(TIME));
        let at = at.with_nanosecond(0).unwrap_or(at);
        Self { generation, at, path: folder.join(name), is_edited, is_beside, hash_start }
    }

    /// Whether its bytes may have this hash.
    pub fn may_have(&self, hash: blake3::Hash) -> bool {
        self.hash_start == start_of(hash)
    }

    /// By generation; the clock only settles what that leaves open.
    pub(super) fn newest_first(&self, other: &Self) -> Ordering {
        let key = |version: &Self| (version.generation, version.at);
        key(other).cmp(&key(self)).then_with(|| self.path.cmp(&other.path))
    }
}

/// A name without a mark at its end, and whether it had that.
fn without<'a>(name: &'a str, mark: &str) -> (&'a str, bool) {
    name.strip_suffix(mark).map_or((name, false), |name| (name, true))
}

fn start_of(hash: blake3::Hash) -> String {
    hash.to_hex().chars().take(DIGITS).collect()
}
