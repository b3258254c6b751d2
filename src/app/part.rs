//! What the journal keeps of a change: the records it touched, with their stamps.

use super::journaller::Entry;
use crate::{
    domain::book::Book,
    storage::{format, problem::Problem},
};

/// The records that a change touched, as they are after it.
#[derive(Clone, Debug)]
pub struct Part(pub Book);

impl Entry for Part {
    fn join(&mut self, later: Self) {
        self.0.add_part(&later.0);
    }

    fn text(&self) -> Result<String, Problem> {
        format::write_part(&self.0)
    }
}

impl Part {
    /// Reads what [`Entry::text`] wrote.
    ///
    /// # Errors
    /// Why it is no part of a book, or only a newer version knows all that is in it.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let loaded = format::read(text)?;
        loaded.read_only_because.map_or(Ok(Self(loaded.book)), Err)
    }
}
