//! Keeping what a save replaces, and removing what a crash left.

use std::{borrow::Cow, collections::BTreeSet, path::Path, sync::Arc};

use chrono::NaiveDateTime;

use super::{BookFile, WholeText};
use crate::{
    domain::{book::Book, id::Id},
    storage::{
        atomic,
        backups::Backups,
        erased::{self, MayKeep},
        line::Line,
        places::Places,
        problem::Problem,
    },
};

impl BookFile {
    /// Does what needs doing once the book is open and locked: removes what a crash left, and keeps what was opened.
    pub fn prepare(&mut self, places: &Places, at: NaiveDateTime) {
        if self.to_keep.is_some()
            && let Ok(target) = self.target()
        {
            self.tidy(&target, places);
        }
        self.keep(places, at);
    }

    /// Looks up which file it is, once. Without an answer it is saved all the same.
    pub(super) fn find_line(&mut self, book: Id, places: &Places) {
        if self.line.is_none() {
            match Line::claim(&self.disk, places, &self.path, book, self.known) {
                Ok(line) => self.is_on(line),
                Err(problem) => log::warn!("the book's place on this machine is not written down: {problem}"),
            }
        }
    }

    pub(super) fn is_on(&mut self, line: Line) {
        if !line.wrote_beside(self.disk.as_ref(), &self.path) {
            // Somebody's own file, whatever it is called.
            self.home = None;
        }
        self.line = Some(line);
    }

    pub(super) fn backups(&self, places: &Places) -> Option<Backups> {
        let line = self.line.as_ref()?;
        Some(Backups::of(Arc::clone(&self.disk), places, line))
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
        self.find_line(text.book.id, places);
        let (Some(line), Some(backups)) = (&self.line, self.backups(places)) else {
            return Err(Problem::FolderGone);
        };
        if !self.is_line_tidy {
            line.remove_leftovers(self.disk.as_ref(), places);
            backups.remove_leftovers();
            self.is_line_tidy = true;
        }
        match self.may_keep(&text.bytes) {
            Ok(bytes) => backups.keep(&bytes, text.generation, at, text.hash_line)?,
            // For ever: another try would find the same.
            Err(problem) => log::info!("a version is not kept: {problem}"),
        }
        self.newest_kept = backups.newest_name().map_or(0, |version| version.generation);
        Ok(())
    }

    /// From now on nothing of these people is kept.
    pub(super) fn leave_out(&mut self, erased: &Arc<BTreeSet<Id>>) {
        if !erased.is_subset(&self.erased) {
            Arc::make_mut(&mut self.erased).extend(erased.iter().copied());
        }
    }

    /// What of a version may be kept: it is without the people who were erased.
    ///
    /// # Errors
    /// When they are in it, and it cannot be written without them.
    pub(super) fn may_keep<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, Problem> {
        match erased::may_keep(bytes, &self.erased, &[])? {
            MayKeep::All => Ok(Cow::Borrowed(bytes)),
            MayKeep::Without(text) => Ok(Cow::Owned(text.into_bytes())),
            MayKeep::Nothing => Err(Problem::Other("it holds somebody who was erased".to_owned())),
        }
    }

    /// Puts a book that never stood in the file among its earlier versions. That it cannot is no reason to stop.
    pub fn keep_version(&self, book: &Book, places: &Places, at: NaiveDateTime) {
        let kept = self.backups(places).map_or(Err(Problem::FolderGone), |backups| {
            let generation = backups.newest_name().map_or(0, |version| version.generation).saturating_add(1);
            let text = WholeText::of(book, generation)?;
            backups.keep(&text.bytes, generation, at, text.hash_line)
        });
        if let Err(problem) = kept {
            log::warn!("a version of the book is not kept: {problem}");
        }
    }

    /// Removes what a crash left, once.
    pub(super) fn tidy(&mut self, target: &Path, places: &Places) {
        if !self.is_tidy {
            atomic::remove_leftovers(self.disk.as_ref(), target);
            atomic::remove_leftovers_of(self.disk.as_ref(), target, &places.key());
            self.is_tidy = true;
        }
    }
}
