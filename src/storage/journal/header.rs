//! The first line of a journal: which book it belongs to, and what it builds on.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::super::{line::Line, path_key::key_of, problem::Problem};
use crate::domain::id::Id;

/// The format this version writes.
const FORMAT: u32 = 1;

/// Which book a journal belongs to, and what it builds on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The book.
    pub book: Id,
    /// Where it was kept; empty when read back from a path that is not Unicode.
    pub path: PathBuf,
    /// The key of its line. Version 0.1 had no lines, and took the key of the path.
    pub(super) key: String,
    /// The hash of the whole book file it builds on; none when there was none yet.
    pub base: Option<blake3::Hash>,
    /// The generation of that file.
    pub generation: u64,
}

impl Header {
    /// For a journal on top of the book at `path`, when that has no line yet. Looks at the path, so never on a thread that must not wait for the
    /// book's disk.
    pub fn new(book: Id, path: &Path, base: Option<blake3::Hash>, generation: u64) -> Self {
        Self { book, path: path.to_owned(), key: key_of(path), base, generation }
    }

    /// For the journal of a line, which is at `path` now.
    pub fn of_line(line: &Line, path: &Path, base: Option<blake3::Hash>, generation: u64) -> Self {
        Self { book: line.book, path: path.to_owned(), key: line.key.clone(), base, generation }
    }

    /// On top of the same book in a file at `path`.
    #[must_use]
    pub fn at(&self, path: &Path, generation: u64) -> Self {
        Self { path: path.to_owned(), base: None, generation, ..self.clone() }
    }

    /// On top of a newer version of the same file.
    #[must_use]
    pub fn on(&self, base: Option<blake3::Hash>, generation: u64) -> Self {
        Self { base, generation, ..self.clone() }
    }

    pub(super) fn to_text(&self) -> Result<String, Problem> {
        let text = Text {
            format: FORMAT,
            book: self.book.to_string(),
            path: self.path.to_str().map(str::to_owned),
            base: self.base.map(|hash| hash.to_hex().to_string()),
            generation: self.generation,
        };
        ron::to_string(&text).map_err(|error| Problem::Other(error.to_string()))
    }

    /// From a first line, in a file with `key` in its name.
    pub(super) fn of_text(text: &str, key: &str) -> Result<Self, NoHeader> {
        let probe: Probe = ron::from_str(text).map_err(|_| NoHeader::Damaged)?;
        if probe.format > FORMAT {
            return Err(NoHeader::Newer);
        }
        let text: Text = ron::from_str(text).map_err(|_| NoHeader::Damaged)?;
        let base = text.base.map(blake3::Hash::from_hex).transpose().map_err(|_| NoHeader::Damaged)?;
        Ok(Self {
            book: text.book.parse().map_err(|_| NoHeader::Damaged)?,
            path: text.path.map(PathBuf::from).unwrap_or_default(),
            key: key.to_owned(),
            base,
            generation: text.generation,
        })
    }
}

/// Why a first line is no header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoHeader {
    /// Not what was written.
    Damaged,
    /// Written by a newer version, which will know what to do with it.
    Newer,
}

#[derive(Deserialize)]
struct Probe {
    format: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Journal")]
struct Text {
    format: u32,
    book: String,
    path: Option<String>,
    base: Option<String>,
    generation: u64,
}
