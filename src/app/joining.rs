//! A version of a book in a file of its own, to be put in one with another: nothing flows between two places unasked.

use std::path::Path;

use super::ids::Ids;
use crate::{
    domain::{Day, book::Book},
    storage::{open, problem::Problem},
};

/// A version that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadVersion {
    /// What it says.
    pub book: Book,
    /// Whether it was edited by hand.
    pub is_edited: bool,
}

/// Reads the version at `path`, on the day `today`.
///
/// # Errors
/// Why it cannot be read, or that only a newer version of the program knows all that is in it.
pub fn read(path: &Path, today: Day) -> Result<ReadVersion, Problem> {
    let loaded = open::open(path)?.loaded;
    if let Some(problem) = loaded.read_only_because {
        return Err(problem);
    }
    let is_edited = loaded.is_edited_by_hand();
    let mut book = loaded.book;
    if is_edited {
        // A hand edit may have records that no version knows of; they count as new.
        book.hold_on_to_new(Ids.new_actor(today)?);
    }
    Ok(ReadVersion { book, is_edited })
}

/// The same, when it is a version of `book`.
///
/// # Errors
/// As [`read`], or [`Problem::AnotherBook`].
pub fn read_version_of(book: &Book, path: &Path, today: Day) -> Result<Book, Problem> {
    read(path, today)
        .map(|read| read.book)
        .and_then(|theirs| if theirs.id == book.id { Ok(theirs) } else { Err(Problem::AnotherBook) })
}
