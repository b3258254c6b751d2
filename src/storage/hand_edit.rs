//! A version of a book that was edited outside the program, or damaged: its last line does not fit. Nothing of it is
//! taken before a person said so.

use super::backups::Backups;
use crate::domain::{book::Book, change::Change, stamp::Actor};

/// A version that was edited outside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandEdit {
    /// What it says.
    pub edited: Book,
    /// What it is compared with; none when nothing else is known of the book.
    pub before: Option<Book>,
}

impl HandEdit {
    /// The edited version, beside the one it was made of: that with the same `generation` among the backups. When there is
    /// none, it is compared with `known`.
    pub fn of(edited: Book, generation: u64, backups: Option<&Backups>, known: Option<&Book>) -> Self {
        let base = backups.and_then(|backups| {
            let versions = backups.list_with_older().unwrap_or_default();
            let same = versions.iter().filter(|one| !one.is_edited && one.generation == generation);
            same.filter_map(|one| backups.book(one))
                .find(|base| base.id == edited.id && knows_all(base, &edited))
        });
        let before = base.or_else(|| known.cloned());
        Self { edited, before }
    }

    /// Whether anything differs that a person can see.
    pub fn differs(&self) -> bool {
        self.before.as_ref().is_none_or(|before| !Change::back_to(before, &self.edited).is_empty())
    }

    /// The book in which it is taken: as a change by `actor`, who made none before, so that what was taken out by hand is
    /// removed everywhere. The change is empty when it is not known what exactly was edited: then both are in one.
    pub fn taken(&self, actor: Actor) -> (Book, Change) {
        match &self.before {
            Some(before) if knows_all(before, &self.edited) => {
                let mut book = before.clone();
                let change = Change::back_to(before, &self.edited);
                change.commit(&mut book, actor);
                (book, change)
            }
            before => {
                let mut book = self.edited.clone();
                // Records that were typed in are known to nobody; they count as new.
                book.hold_on_to_new(actor);
                let book = before.as_ref().map_or_else(|| book.clone(), |before| before.merged_with(&book));
                (book, Change::default())
            }
        }
    }
}

/// Whether what an edited version says beyond `before` was edited in it.
fn knows_all(before: &Book, edited: &Book) -> bool {
    // What was taken out by hand may have been all that showed some of what it had seen.
    before.lineage.seen.covers(&edited.lineage.seen)
}
