//! From a book to text and back, whatever version wrote it.

use serde::Deserialize;

pub use super::hash_line::HashLine;
use super::{format1, hash_line, problem::Problem};
use crate::domain::book::Book;

/// The newest format this version reads and writes.
///
/// Format 2 is format 1 with actors of 64 bits, which that one cannot name, and with only that in `seen` which the stamps
/// do not show. A book without such actors is still written in format 1, so that the versions that know no other may read
/// it.
pub const FORMAT: u32 = 2;

/// What some editors put in front.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// A book as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The book.
    pub book: Book,
    /// How many times it was saved.
    pub generation: u64,
    /// Whether the text is as it was written.
    pub hash: HashLine,
    /// The hash of all of the text, without a byte-order mark.
    pub hash_of_text: blake3::Hash,
    /// Why it may be looked at but not written: [`Problem::NewerFormat`] or [`Problem::UnknownFields`].
    pub read_only_because: Option<Problem>,
    /// Records that had to get a new id.
    pub repaired: Vec<Repaired>,
    /// Whether it is a copy that the person asked for: never merged unasked.
    pub is_copy: bool,
}

impl Loaded {
    /// Whether the file was edited by hand, or damaged, since it was last written.
    pub fn is_edited_by_hand(&self) -> bool {
        self.hash != HashLine::Right || !self.repaired.is_empty()
    }
}

/// A record whose id was missing, unreadable or not its own, and got a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// What kind of record.
    pub kind: RecordKind,
    /// Its name or label; may be empty.
    pub name: String,
    /// The line of its id, from 1.
    pub line: Option<usize>,
}

/// The kinds of records that have an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// A client.
    Client,
    /// An income.
    Income,
    /// A cost of the plan.
    Cost,
}

/// What every version has at the top, so that it is known which one to read.
#[derive(Deserialize)]
pub(super) struct Probe {
    pub format: u32,
    pub reads_from: Option<u32>,
    pub writes_from: Option<u32>,
}

/// Reads a book from the text of a file.
///
/// # Errors
/// [`Problem::Empty`], [`Problem::NotABook`] or [`Problem::NewerFormat`]. Never panics, whatever the text.
pub fn read(text: &str) -> Result<Loaded, Problem> {
    // It means nothing in UTF-8.
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    // A book of this format, as nearly all are, is not read twice: of a large one a person would notice.
    let read = format1::read(text).map_err(|problem| why_unreadable(text, problem))?;
    let Probe { format, reads_from, writes_from } = read.probe;
    let needs = reads_from.unwrap_or(format);
    if needs > FORMAT {
        return Err(Problem::NewerFormat { needs });
    }
    let needs_to_write = writes_from.unwrap_or(format);
    let newer = (needs_to_write > FORMAT).then_some(Problem::NewerFormat { needs: needs_to_write });
    let (hash, hash_of_text) = hash_line::check_and_hash(text);
    Ok(Loaded {
        book: read.book,
        generation: read.generation,
        hash,
        hash_of_text,
        read_only_because: newer.or(read.unknown),
        repaired: read.repaired,
        is_copy: read.is_copy,
    })
}

/// A newer format need not look like this one at all, but for the numbers at its top.
fn why_unreadable(text: &str, problem: Problem) -> Problem {
    match format1::options().from_str(text) {
        Ok(Probe { format, reads_from, .. }) if reads_from.unwrap_or(format) > FORMAT => {
            Problem::NewerFormat { needs: reads_from.unwrap_or(format) }
        }
        _ => problem,
    }
}

/// The text of a file with this book.
///
/// # Errors
/// [`Problem::Other`] when the book cannot be put in words, which does not happen.
pub fn write(book: &Book, generation: u64) -> Result<String, Problem> {
    let text = format1::write(book, generation, false)?;
    Ok(hash_line::with_hash_line(text))
}

/// The text of a file with a copy of this book.
///
/// # Errors
/// As [`write()`].
pub fn write_copy(book: &Book, generation: u64) -> Result<String, Problem> {
    let text = format1::write(book, generation, true)?;
    Ok(hash_line::with_hash_line(text))
}

/// The text of a part of a book, on one line; [`read`] reads it.
///
/// # Errors
/// As [`write()`].
pub fn write_part(part: &Book) -> Result<String, Problem> {
    format1::write_line(part)
}
