//! Taking in the copies in conflict that lie beside a book, and putting them away.

use std::{ops::AddAssign, path::PathBuf};

use chrono::NaiveDateTime;

use super::{Asked, BookFile};
use crate::{
    domain::book::Book,
    storage::{
        conflicts::{self, Conflict, Glance, Went},
        places::Places,
        problem::Problem,
    },
};

/// What became of copies in conflict, once everything in them was in the book.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PutAway {
    /// So many went to the bin.
    pub to_bin: usize,
    /// So many had to stay where they are.
    pub stayed: usize,
}

impl AddAssign for PutAway {
    fn add_assign(&mut self, more: Self) {
        self.to_bin += more.to_bin;
        self.stayed += more.stayed;
    }
}

/// The copies beside a book, in one save.
#[derive(Debug, Default)]
pub(super) struct Copies {
    taken_in: Vec<TakenIn>,
    unread: Vec<PathBuf>,
    /// What one of them takes away, that the person is asked about.
    pub asked: Option<Asked>,
}

/// A copy of which everything is in the book.
#[derive(Debug)]
struct TakenIn {
    conflict: Conflict,
    /// Whether any of that is new.
    is_new: bool,
    /// Whether it is in the backups.
    is_kept: bool,
}

impl BookFile {
    /// What became of copies in conflict since this was last asked.
    pub const fn put_away(&mut self) -> PutAway {
        std::mem::replace(&mut self.put_away, PutAway { to_bin: 0, stayed: 0 })
    }

    /// Merges what is new in the copies beside the book, once they are in the backups. One from which nothing new comes is
    /// left alone, but for one that is in the backups already: then a save took it in and was ended before it was put
    /// away, or it was brought again.
    ///
    /// # Errors
    /// Any [`Problem`] of finding the place of the book.
    pub(super) fn take_in(
        &mut self,
        merged: &mut Book,
        places: &Places,
        at: NaiveDateTime,
    ) -> Result<Copies, Problem> {
        self.find_line(merged.id, places);
        let disk = self.disk.as_ref();
        let beside = conflicts::find(disk, places, &self.target()?, merged.id, self.left.as_deref());
        let (Some(line), Some(backups)) = (&self.line, self.backups(places)) else {
            return Ok(Copies::default());
        };
        let mut copies = Copies { unread: beside.unread, ..Copies::default() };
        for conflict in beside.conflicts {
            let (file, loaded) = (&conflict.opened.disk, &conflict.opened.loaded);
            let theirs = &loaded.book;
            // This program wrote it there, while something else was in the book's place.
            let is_left = self.left.as_ref() == Some(&file.path) || line.wrote_beside(disk, &file.path);
            let is_edited = loaded.is_edited_by_hand();
            // What is taken of a hand edit comes by its answer.
            let both = if is_edited { merged.clone() } else { merged.merged_with(theirs) };
            let is_new = conflict.is_named_by_a_tool() && (is_edited || both != *merged);
            let bytes = self.may_keep(&file.bytes);
            let is_known = || bytes.as_ref().is_ok_and(|bytes| backups.has_beside(blake3::hash(bytes)));
            if !is_new && !is_left && !is_known() {
                continue;
            }
            let kept =
                bytes.and_then(|bytes| backups.keep_beside(&bytes, self.generation, at, file.hash_line));
            if let Err(problem) = &kept {
                log::warn!("no copy of {}: {problem}", file.path.display());
            }
            let asks = if is_edited {
                self.asks_by_hand(self.hand_edit(theirs.clone(), loaded.generation, merged, places))
            } else {
                self.asks(merged, theirs, &both)
            };
            if let Some(asks) = asks {
                copies.asked = Some(Asked { is_saved: true, ..asks });
            } else {
                *merged = both;
                copies.taken_in.push(TakenIn { conflict, is_new, is_kept: kept.is_ok() });
            }
        }
        Ok(copies)
    }

    /// Puts away the copies that are in the saved book now. In `glance`, those that are to be looked at again are as new.
    pub(super) fn put_them_away(&mut self, copies: &Copies, places: &Places, glance: &mut Glance) {
        for TakenIn { conflict, is_new, is_kept } in &copies.taken_in {
            let path = &conflict.opened.disk.path;
            let went =
                if *is_kept { conflict.put_away(self.disk.as_ref(), &places.bin) } else { Went::Nowhere };
            match went {
                Went::ToBin => {
                    self.put_away.to_bin += 1;
                    self.left.take_if(|left| left == path);
                    glance.forget(path);
                }
                Went::Nowhere => self.put_away.stayed += usize::from(*is_new),
                Went::Changed => glance.forget(path),
            }
        }
        copies.unread.iter().for_each(|path| glance.forget(path));
    }
}
