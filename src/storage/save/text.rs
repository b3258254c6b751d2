//! All of the text of a book.

use std::sync::Arc;

use crate::{
    domain::book::Book,
    storage::{
        format::{self, HashLine},
        open::{LARGEST_FILE, Opened},
        problem::Problem,
    },
};

/// All of the text of a book, as it was read or is to be written.
#[derive(Clone, Debug)]
pub(super) struct WholeText {
    /// The book in it.
    pub book: Book,
    /// The text itself.
    pub bytes: Arc<Vec<u8>>,
    /// Its hash.
    pub hash: blake3::Hash,
    /// How many times the book was saved.
    pub generation: u64,
    /// What its last line says of it.
    pub hash_line: HashLine,
}

impl WholeText {
    /// As it was read.
    pub fn read(opened: &Opened) -> Self {
        Self {
            book: opened.loaded.book.clone(),
            bytes: Arc::clone(&opened.disk.bytes),
            hash: opened.disk.hash,
            generation: opened.loaded.generation,
            hash_line: opened.disk.hash_line,
        }
    }

    /// As it is to be written, once it is certain that it reads as the same book.
    pub fn of(book: &Book, generation: u64) -> Result<Self, Problem> {
        Self::checked(book, generation, format::write(book, generation)?)
    }

    /// A copy, which says that it is one.
    pub fn copy_of(book: &Book, generation: u64) -> Result<Self, Problem> {
        Self::checked(book, generation, format::write_copy(book, generation)?)
    }

    fn checked(book: &Book, generation: u64, text: String) -> Result<Self, Problem> {
        if u64::try_from(text.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
            return Err(Problem::TooLarge);
        }
        let read = format::read(&text)?;
        let same = read.book == *book
            && read.generation == generation
            && read.hash == HashLine::Right
            && read.read_only_because.is_none()
            && read.repaired.is_empty();
        if !same {
            return Err(Problem::ReadBackDiffers);
        }
        let hash = read.hash_of_text;
        let bytes = Arc::new(text.into_bytes());
        Ok(Self { book: book.clone(), bytes, hash, generation, hash_line: HashLine::Right })
    }
}
