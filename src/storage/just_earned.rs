//! What a command added in the last minute, so that trying the same again adds nothing by mistake.

use std::path::{Path, PathBuf};

use super::{
    atomic,
    disk::{Disk as _, RealDisk},
    path_key::key_of,
    places::Places,
    problem::Problem,
};

/// For so long the same again is taken for another try, in milliseconds.
const A_WHILE: u64 = 60_000;
/// A larger file is none of ours.
const LARGEST_FILE: u64 = 64 * 1024;

/// What was added in the last minute: the moment, and a hash that says what it was without telling anybody.
#[derive(Debug)]
pub struct JustEarned {
    path: PathBuf,
    now: u64,
    added: Vec<(u64, String)>,
}

impl JustEarned {
    /// What is known at the moment `now`, in milliseconds; nothing when it cannot be read.
    pub fn at(now: u64, places: &Places) -> Self {
        let path = places.data.join("just-earned");
        atomic::remove_leftovers(&RealDisk, &path);
        let text = RealDisk.read(&path, LARGEST_FILE).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let entry = |line: &str| {
            let (moment, what) = line.split_once(' ')?;
            Some((moment.parse().ok()?, what.to_owned()))
        };
        let mut added: Vec<(u64, String)> =
            text.iter().flat_map(|text| text.lines()).filter_map(entry).collect();
        added.retain(|(moment, _)| now.abs_diff(*moment) < A_WHILE);
        Self { path, now, added }
    }

    /// Whether this was added to the book at `book`.
    pub fn holds(&self, book: &Path, what: &str) -> bool {
        let wanted = hash_of(book, what);
        self.added.iter().any(|(_, added)| *added == wanted)
    }

    /// Remembers that this was added to the book at `book`.
    ///
    /// # Errors
    /// Why that was not possible.
    pub fn add(mut self, book: &Path, what: &str) -> Result<(), Problem> {
        self.added.push((self.now, hash_of(book, what)));
        let lines: Vec<String> = self.added.iter().map(|(moment, what)| format!("{moment} {what}")).collect();
        atomic::replace(&RealDisk, &self.path, lines.join("\n").as_bytes())
    }
}

fn hash_of(book: &Path, what: &str) -> String {
    blake3::hash(format!("{} {what}", key_of(book)).as_bytes()).to_hex().to_string()
}
