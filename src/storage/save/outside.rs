//! What happens when another program changed the file of an open book.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDateTime;

use super::{Asked, BookFile, Saved, WholeText, refused};
use crate::{
    domain::{book::Book, id::Id},
    storage::{
        atomic::{self, Over},
        beside_name::path_beside,
        conflicts::Glance,
        format::{self, Loaded},
        hand_edit::HandEdit,
        lock::BookLock,
        open::{Opened, open_on},
        places::Places,
        problem::Problem,
    },
};

/// Names tried for a file beside the book before giving up.
const MOST_NAMES: usize = 100;

/// What came of one attempt to save.
pub(super) enum Attempt {
    /// It is done.
    Done(Saved),
    /// There is another version of the book on the disk, which is in the backups now.
    Other(Box<Book>),
    /// The same, and it was edited by hand.
    Edited(Box<HandEdit>),
}

impl BookFile {
    /// What to do when the file at `target` holds `bytes`, which are not ours; none when they are too many to read.
    ///
    /// Another version of this book is to be merged. Anything else stays, and the book goes to a new file beside it.
    pub(super) fn outside(
        &mut self,
        book: &Book,
        bytes: Option<&[u8]>,
        target: &Path,
        places: &Places,
        at: NaiveDateTime,
    ) -> Result<Attempt, Problem> {
        // It is no longer on the disk, so this is the last of it.
        self.keep(places, at);
        // Written by a newer program: never over it, and not beside it either, as that one may be right.
        let read = bytes.map(read).transpose()?.flatten();
        let Some((bytes, loaded)) = bytes.zip(read) else {
            let hash = bytes.map(blake3::hash);
            if hash.is_some() && self.unreadable != hash {
                // Perhaps it is still being written: it has to be the same the next time.
                self.unreadable = hash;
                return Err(Problem::BeingWritten);
            }
            return self.save_beside(book, target, places, at).map(Attempt::Done);
        };
        self.unreadable = None;
        let is_edited = loaded.is_edited_by_hand();
        if loaded.book.id != book.id || loaded.read_only_because.is_some() {
            return self.save_beside(book, target, places, at).map(Attempt::Done);
        }
        let text = WholeText {
            hash: blake3::hash(bytes),
            bytes: Arc::new(bytes.to_vec()),
            generation: loaded.generation,
            hash_line: loaded.hash,
            book: loaded.book,
        };
        let (theirs, generation) = (text.book.clone(), text.generation);
        self.is_there(text);
        // Somebody else's sync tool put it there; whether it reached the disk is not ours to prove.
        self.unproven = false;
        self.keep(places, at);
        Ok(if is_edited {
            Attempt::Edited(Box::new(self.hand_edit(theirs, generation, book, places)))
        } else {
            Attempt::Other(Box::new(theirs))
        })
    }

    /// Whether taking over `theirs` would take away so much that the person is asked first.
    pub(super) fn asks(&self, book: &Book, theirs: &Book, merged: &Book) -> Option<Asked> {
        let gone = book.gone_in(theirs, merged);
        let is_agreed = self.agreed.iter().any(|agreed| agreed.has_all_of(theirs));
        (book.is_much(gone.len()) && !is_agreed).then(|| Asked {
            theirs: theirs.clone(),
            gone,
            by_hand: None,
            is_saved: false,
        })
    }

    /// What was edited by hand in a version, beside the one it was made of, or else beside `book`.
    pub(super) fn hand_edit(&self, edited: Book, generation: u64, book: &Book, places: &Places) -> HandEdit {
        HandEdit::of(edited, generation, self.backups(places).as_ref(), Some(book))
    }

    /// What to ask about a hand edit; none once that was answered, or when nothing in it differs.
    pub(super) fn asks_by_hand(&self, edit: HandEdit) -> Option<Asked> {
        let is_open = edit.differs() && !self.answered.contains(&edit.edited);
        is_open.then(|| Asked {
            theirs: edit.edited.clone(),
            gone: Vec::new(),
            by_hand: Some(edit),
            is_saved: false,
        })
    }

    /// Goes back to the book's own place when a version of it is there again: a sync tool may have left half of it there
    /// for a moment. The file beside is then one of the versions to merge.
    pub(super) fn go_home(&mut self, book: Id, places: &Places) {
        let holds_it = |home: &mut PathBuf| {
            let opened = open_on(self.disk.as_ref(), home);
            opened.is_ok_and(|Opened { loaded, .. }| {
                loaded.book.id == book && !loaded.is_copy && loaded.read_only_because.is_none()
            }) && BookLock::take(places, home).is_ok()
        };
        if let Some(home) = self.home.take_if(holds_it) {
            self.left = Some(std::mem::replace(&mut self.path, home));
            self.known = Some(blake3::hash(b"another version"));
            self.glance = Glance::default();
        }
    }

    fn save_beside(
        &mut self,
        book: &Book,
        target: &Path,
        places: &Places,
        at: NaiveDateTime,
    ) -> Result<Saved, Problem> {
        // While it is at its own place still.
        self.find_line(book.id, places);
        let disk = Arc::clone(&self.disk);
        let text = WholeText::of(book, self.next_generation())?;
        let permissions = disk.about(target).ok().map(|about| about.permissions);
        let permissions = permissions.filter(|mode| !mode.readonly());
        for number in 1..=MOST_NAMES {
            let path = path_beside(target, at, number);
            let written =
                atomic::write_near(disk.as_ref(), target, &places.key(), &text.bytes, permissions.as_ref())?;
            match atomic::rename(written, &path, Over::Nothing) {
                Ok(()) => {
                    let home = std::mem::replace(&mut self.path, path.clone());
                    self.home.get_or_insert(home);
                    if let Some(line) = &mut self.line
                        && let Err(problem) = line.goes_on_beside(disk.as_ref(), places, &path)
                    {
                        log::warn!("nobody will know whose file this is: {problem}");
                    }
                    self.finish(&path, text)?;
                    self.keep(places, at);
                    return Ok(Saved::Beside(path));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(refused(error)),
            }
        }
        Err(Problem::Other("every name beside the book is taken".to_owned()))
    }
}

/// None when it cannot be read.
///
/// # Errors
/// [`Problem::NewerFormat`].
fn read(bytes: &[u8]) -> Result<Option<Loaded>, Problem> {
    let Ok(text) = str::from_utf8(bytes) else { return Ok(None) };
    match format::read(text) {
        Ok(Loaded { read_only_because: Some(problem @ Problem::NewerFormat { .. }), .. })
        | Err(problem @ Problem::NewerFormat { .. }) => Err(problem),
        Ok(loaded) => Ok(Some(loaded)),
        Err(problem) => {
            log::warn!("another program left something unreadable in the book's place: {problem}");
            Ok(None)
        }
    }
}
