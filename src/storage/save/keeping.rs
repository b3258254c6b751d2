//! Keeping what a save replaces, and removing what a crash left.

use std::{path::Path, sync::Arc};

use chrono::NaiveDateTime;

use super::{BookFile, WholeText};
use crate::{
    domain::id::Id,
    storage::{
        atomic,
        backups::{Backups, Version},
        places::Places,
        problem::Problem,
    },
};

impl BookFile {
    /// Does what needs doing once the book is open and locked: removes what a crash left, and keeps what was opened.
    pub fn prepare(&mut self, places: &Places, at: NaiveDateTime) {
        if let Some(text) = &self.to_keep
            && let (book, Ok(target)) = (text.book.id, self.target())
        {
            self.tidy(&target, places, book);
        }
        self.keep(places, at);
    }

    /// Puts what is on the disk in the backups, unless it is there. That it cannot is no reason not to save.
    pub fn keep(&mut self, places: &Places, at: NaiveDateTime) {
        let Some(text) = self.to_keep.take() else { return };
        if let Err(problem) = self.try_to_keep(&text, places, at) {
            log::warn!("no copy of the book as it was: {problem}");
            self.to_keep = Some(text);
        }
    }

    fn try_to_keep(&mut self, text: &WholeText, places: &Places, at: NaiveDateTime) -> Result<(), Problem> {
        if self.remembered.as_ref() != Some(&self.path) {
            Backups::remember(self.disk.as_ref(), places, &self.path, text.book.id)?;
            self.remembered = Some(self.path.clone());
        }
        let backups = Backups::of(Arc::clone(&self.disk), places, text.book.id);
        backups.keep(&text.bytes, text.generation, at, text.hash_line)?;
        let newest = backups.list()?.into_iter().find(Version::is_good);
        self.newest_kept = newest.map_or(0, |version| version.generation);
        Ok(())
    }

    /// Removes what a crash left, once.
    pub(super) fn tidy(&mut self, target: &Path, places: &Places, book: Id) {
        if !self.is_tidy {
            atomic::remove_leftovers(self.disk.as_ref(), target);
            Backups::of(Arc::clone(&self.disk), places, book).remove_leftovers();
            self.is_tidy = true;
        }
    }
}
