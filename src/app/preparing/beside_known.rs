//! What is made of a file beside everything else that is known of the book here.

use std::{path::Path, sync::Arc};

use super::{Both, Found, LastKnown};
use crate::{
    app::{file_question::FileQuestion, part::Part},
    domain::{book::Book, id::Id},
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        hand_edit::HandEdit,
        journal::{Leftover, leftover},
        open::Opened,
        places::Places,
        save::BookFile,
    },
};

/// What is made of a file that can be written.
pub(super) struct Read {
    pub(super) book: Book,
    pub(super) found: Option<Found>,
    pub(super) question: Option<FileQuestion>,
}

impl Read {
    /// Of a file that is as it was written.
    pub(super) fn sound(
        mut book: Book,
        opened: &Opened,
        backups: &Backups,
        leftovers: &[Leftover],
        file: &mut BookFile,
    ) -> Self {
        let (mut found, mut question) = (None, None);
        // Mostly the last version is just this one; of a large book a person would notice that it is read again.
        let last = if backups.newest_is(&opened.disk) { None } else { newest(backups, &book) };
        // What a crash kept goes into the file it was meant for; another one is compared with all that is known.
        let is_ours = last.is_none() || leftovers.iter().any(|left| builds_on(left, opened.disk.hash));
        let rescued = with_leftovers(last.as_ref().filter(|_| !is_ours).unwrap_or(&book), leftovers);
        let is_rescued = rescued.is_some();
        if is_rescued {
            log::info!("rescued what a crash had kept from the book");
        }
        let last = match rescued {
            Some(after) if is_ours => {
                found = Some(Found::Rescued(Box::new(Both { before: book, after: after.clone() })));
                book = after;
                last
            }
            Some(known) => Some(known),
            None => last,
        };
        match last.map(|last| Standing::of(&book, last)) {
            None | Some(Standing::Newer) => {}
            Some(Standing::LacksMuch(last)) => {
                // As if another program changed it while it was open: so it is asked about in the same way.
                file.was(&last);
                book = last;
            }
            Some(Standing::Older(last)) => {
                book = last.allowed_back(&book);
                let last = LastKnown { book: last, is_kept: !is_rescued };
                question = Some(FileQuestion::Older(Box::new(last)));
            }
            Some(Standing::Parted(joined)) => {
                let both = Box::new(Both { before: book, after: joined.clone() });
                let is_told = is_rescued && !is_ours;
                found = Some(if is_told { Found::Rescued(both) } else { Found::Merged(both) });
                book = joined;
            }
        }
        Self { book, found, question }
    }

    /// Of a file that was edited by hand: nothing of it is taken unasked.
    pub(super) fn edited(in_file: Book, generation: u64, backups: &Backups, leftovers: &[Leftover]) -> Self {
        let last = newest(backups, &in_file);
        let edit = HandEdit::of(in_file, generation, Some(backups), last.as_ref());
        let known = last.or_else(|| edit.before.clone());
        let rest = match &known {
            Some(known) => with_leftovers(known, leftovers).or_else(|| Some(known.clone())),
            // The versions are gone, and what a crash kept is not.
            None => parts_of_book(leftovers, edit.edited.id).reduce(|all, part| all.merged_with(&part)),
        };
        let book = rest.as_ref().map_or_else(|| edit.edited.clone(), |rest| rest.allowed_back(&edit.edited));
        if !edit.differs() {
            // The same words in another order: there is nothing to choose.
            let book = rest.unwrap_or(book);
            return Self { book, found: Some(Found::EditedByHand), question: None };
        }
        let question = FileQuestion::ByHand(Box::new(edit), rest.map(Box::new));
        Self { book, found: None, question: Some(question) }
    }
}

/// What a file is beside what was last known of the book in its place.
enum Standing {
    /// All of that is in it.
    Newer,
    /// So much of that would go that somebody is asked.
    LacksMuch(Book),
    /// All of it is in that, and more.
    Older(Book),
    /// Each has something that the other does not know; both in one.
    Parted(Book),
}

impl Standing {
    fn of(book: &Book, last: Book) -> Self {
        let joined = last.merged_with(book);
        let gone = last.gone_in(book, &joined);
        if last.is_much(gone.len()) {
            Self::LacksMuch(last)
        } else if book.has_all_of(&last) {
            Self::Newer
        } else if last.has_all_of(book) {
            Self::Older(last)
        } else {
            Self::Parted(joined)
        }
    }
}

/// What was last known of the book at `path`, when the file that was read is older than that. For who only reads it.
pub fn newer_than(opened: &Opened, path: &Path, places: &Places) -> Option<Book> {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let backups = Backups::at(Arc::clone(&disk), places, path)?;
    let book = &opened.loaded.book;
    if opened.loaded.read_only_because.is_some() || backups.newest_is(&opened.disk) {
        return None;
    }
    let leftovers = leftover(disk.as_ref(), places, path, Some(book.id)).unwrap_or_default();
    if leftovers.iter().any(|left| builds_on(left, opened.disk.hash)) {
        return None;
    }
    match Standing::of(book, newest(&backups, book)?) {
        Standing::Older(last) => Some(last),
        Standing::Newer | Standing::LacksMuch(_) | Standing::Parted(_) => None,
    }
}

/// Whether what a crash left was meant for the file with this hash, or for one nobody knows.
fn builds_on(leftover: &Leftover, hash: blake3::Hash) -> bool {
    leftover.header.as_ref().is_none_or(|header| header.base.is_none_or(|base| base == hash))
}

/// The version of the same book that was last known here.
fn newest(backups: &Backups, book: &Book) -> Option<Book> {
    let version = backups.newest_good()?;
    backups.book(&version).filter(|last| last.id == book.id)
}

/// The book with what a crash kept from it; none when there was nothing new.
fn with_leftovers(book: &Book, leftovers: &[Leftover]) -> Option<Book> {
    let after = parts_of_book(leftovers, book.id).fold(book.clone(), |book, part| book.merged_with(&part));
    (!book.has_all_of(&after)).then_some(after)
}

/// What a crash kept of the book with this id.
fn parts_of_book(leftovers: &[Leftover], id: Id) -> impl Iterator<Item = Book> {
    leftovers.iter().flat_map(parts_of).map(|Part(part)| part).filter(move |part| part.id == id)
}

/// Whether all of it was taken over. What a newer version wrote stays for that one.
pub(super) fn is_understood(leftover: &Leftover) -> bool {
    parts_of(leftover).count() == leftover.entries.len()
}

pub(super) fn parts_of(leftover: &Leftover) -> impl Iterator<Item = Part> {
    leftover.entries.iter().map_while(|text| {
        Part::read(text).inspect_err(|problem| log::warn!("an entry of a journal is no part: {problem}")).ok()
    })
}
