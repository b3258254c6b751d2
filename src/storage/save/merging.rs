//! Saving a book of which there may be other versions.

use chrono::NaiveDateTime;

use super::{BookFile, Saved, beside::Copies, outside::Attempt};
use crate::{
    domain::{book::Book, lineage::RecordId},
    storage::{conflicts::Glance, hand_edit::HandEdit, places::Places, problem::Problem},
};

/// Versions merged in one save before giving up for now: something writes without end.
const MOST_MERGES: usize = 10;

impl BookFile {
    /// From now on, versions that know what this one knows may take away as much as they do.
    pub fn agree(&mut self, theirs: &Book) {
        self.agreed.push(theirs.clone());
        // So that one beside it is looked at again.
        self.glance = Glance::default();
    }

    /// This hand edit was answered: what of it is taken is in the book from now on, and nothing else of it ever is.
    pub fn answered(&mut self, edit: &HandEdit) {
        self.answered.push(edit.edited.clone());
        self.glance = Glance::default();
    }

    /// What is in the file was edited by hand, and counts for nothing but by what is taken of it.
    pub fn is_edited(&mut self, edited: &Book) {
        self.answered.push(edited.clone());
        self.last = None;
    }

    /// What was last known to be in the file is this, not what is there now: saving then treats that as another
    /// program's version.
    pub fn was(&mut self, last: &Book) {
        self.known = Some(blake3::hash(b"another version"));
        self.last = Some(last.clone());
    }

    /// Whether the book, or something beside it, may have changed since it was last saved or looked at. Reads no file.
    pub fn may_have_changed(&self) -> bool {
        // Beside its own place, that one is read: it may be whole again.
        self.home.is_some() || Glance::at(self.disk.as_ref(), &self.path) != self.glance
    }

    /// Saves the book, with whatever other versions of it lie on the disk: changed by another program, or left beside it
    /// by a sync tool. Those are merged and kept in the backups; what lay beside it goes to the bin, or stays where there is
    /// none: [`Self::put_away`] says so.
    ///
    /// When something else is in its place, the book goes to a new file beside that, named after it with the time
    /// behind, such as `(2026-11-21 14.03.00)`.
    ///
    /// # Errors
    /// Any [`Problem`]. The file on the disk then is what it was before, unless it was only the check or the sync after
    /// the rename that failed: then it is the new one, and [`Self::path`] says where.
    pub fn save(&mut self, book: &Book, places: &Places, at: NaiveDateTime) -> Result<Saved, Problem> {
        if let Some(problem) = &self.read_only_because {
            return Err(problem.clone());
        }
        if self.home.is_some() {
            self.find_line(book.id, places);
        }
        self.go_home(book.id, places);
        self.leave_out(&book.lineage.erased);
        let mut glance = Glance::at(self.disk.as_ref(), &self.path);
        let mut merged = self.with_last(book)?;
        if let Some(heard) = &self.heard {
            merged = merged.merged_with(heard);
        }
        let is_answered = self.unanswered.as_ref().is_some_and(|theirs| book.lineage.seen.covers(theirs));
        let copies = if self.known.is_some() && (glance != self.glance || is_answered) {
            self.take_in(&mut merged, places, at)?
        } else {
            Copies::default()
        };
        let mut of_file = (self.known, self.last.clone());
        self.written = Glance::default();
        let mut is_over_older = false;
        for _ in 0..MOST_MERGES {
            match self.attempt(&merged, places, at)? {
                Attempt::Edited(edit) => {
                    if let Some(asked) = self.asks_by_hand(*edit) {
                        (self.known, self.last) = of_file;
                        return Ok(Saved::Asks(Box::new(asked)));
                    }
                    // What was taken of it is in the book already.
                    of_file.0 = self.known;
                    self.last.clone_from(&of_file.1);
                }
                Attempt::Other(theirs) => {
                    let with_theirs = merged.merged_with(&theirs);
                    if let Some(asked) = self.asks(&merged, &theirs, &with_theirs) {
                        // Not ours to write over until there is an answer.
                        (self.known, self.last) = of_file;
                        return Ok(Saved::Asks(Box::new(asked)));
                    }
                    is_over_older = *theirs != merged && merged.has_all_of(&theirs);
                    of_file = (self.known, self.last.clone());
                    // The next try may fail, and what is on the disk then need not know of this.
                    self.heard = Some(with_theirs.clone());
                    merged = with_theirs;
                }
                Attempt::Done(saved) => {
                    self.last = Some(merged.clone());
                    self.is_merged = merged != *book;
                    self.heard = None;
                    self.put_them_away(&copies, places, &mut glance);
                    // As it was before it was read: what came meanwhile is to be seen the next time.
                    glance.put(&self.written);
                    self.glance = glance;
                    // A hand edit has seen no more than the book has; its answer is told.
                    let much = copies.asked.as_ref().filter(|asked| asked.by_hand.is_none());
                    self.unanswered = much.map(|asked| asked.theirs.lineage.seen.clone());
                    if self.path != self.told {
                        self.told.clone_from(&self.path);
                        // What others knew, and what is asked, is for the next look.
                        self.glance = Glance::default();
                        return Ok(match self.home {
                            Some(_) => Saved::Beside(self.path.clone()),
                            None => Saved::BackHome(self.path.clone(), Box::new(merged)),
                        });
                    }
                    return Ok(match copies.asked {
                        Some(asked) => Saved::Asks(Box::new(asked)),
                        None if merged == *book && is_over_older => Saved::OverOlder,
                        None if merged == *book => saved,
                        None => Saved::Merged(Box::new(merged)),
                    });
                }
            }
        }
        Err(Problem::HeldByAnother)
    }

    /// The book with what is in the file already: who hands it over may not have heard of that yet.
    fn with_last(&self, book: &Book) -> Result<Book, Problem> {
        let Some(last) = &self.last else { return Ok(book.clone()) };
        // What it has seen proves enough here: `last` was read, written or merged by this very start, whose stamps are its own.
        if self.is_merged || !book.lineage.seen.covers(&last.lineage.seen) {
            return Ok(book.merged_with(last));
        }
        // Only a command takes something away, and then it says so.
        let is_removed = |record: &RecordId| match record {
            RecordId::Client(id) => book.lineage.removed_clients.get(*id).is_some(),
            RecordId::Income(id) => book.lineage.removed_incomes.get(*id).is_some(),
        };
        match last.missing_in(book).iter().filter(|record| !is_removed(record)).count() {
            0 => Ok(book.clone()),
            records => Err(Problem::WouldLose { records }),
        }
    }
}
