//! A file that is older than what was last known of the book in its place: a backup that was put back, or a sync that
//! went back. It opens as what it is, and nothing is written before somebody chose.

use super::{
    deed::Deed,
    opening::OpenBook,
    preparing::LastKnown,
    saver::{Place, Saver},
    summary,
    words::Words,
};
use crate::{
    domain::{book::Book, change::Change, stamp::Actor},
    storage::problem::Problem,
};

/// What to do with an older file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OlderChoice {
    /// The book says again what the older file says. That is a change like any other: it can be undone, and copies of
    /// the book on other devices follow it.
    TakeOlder,
    /// Both in one, which is what was last known here, as there is nothing new in an older file.
    Join,
    /// Go on with the file as it is.
    AsItIs,
}

/// What is kept of an older file until somebody chose.
#[derive(Debug)]
pub(super) struct OlderFile {
    pub(super) last: Box<LastKnown>,
    pub(super) place: Place,
    pub(super) actor: Actor,
}

impl OpenBook {
    /// What was last known of the book here, while it is asked what to do with the older file that is shown.
    pub fn last_known(&self) -> Option<&Book> {
        self.older.as_ref().map(|older| &older.last.book)
    }

    /// Does what was chosen, and saves from then on, as `start` begins. What was not taken stays among the earlier
    /// versions.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn choose(
        &mut self,
        choice: OlderChoice,
        start: impl FnOnce(Place) -> Result<Saver, Problem>,
    ) -> Result<(), Problem> {
        let Some(OlderFile { last, mut place, actor }) = self.older.take() else { return Ok(()) };
        let then = self.session.book().clone();
        let clock = self.session.clock();
        if choice != OlderChoice::Join && !last.is_kept {
            place.file.keep_version(&last.book, &place.places, clock.now());
        }
        let (mut book, mut change) = (last.book, Change::default());
        match choice {
            OlderChoice::AsItIs => book = then,
            OlderChoice::Join => {}
            OlderChoice::TakeOlder => {
                change = Change::back_to(&book, &then);
                change.commit(&mut book, actor);
            }
        }
        place.book = Some(book.clone());
        let saver = start(place)?;
        self.session.keep_from_now(book, saver);
        if !change.is_empty() {
            self.session.note_done(Deed::OlderTaken, change);
        }
        Ok(())
    }

    /// Goes on with an older file as it is, as a command does, which can ask nobody; the sentence that says so.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn take_as_it_is(&mut self) -> Result<Option<String>, Problem> {
        let Some(last) = self.last_known() else { return Ok(None) };
        let sentence = sentence(self.session.book(), last, "older-taken", self.session.words());
        let clock = self.session.clock();
        self.choose(OlderChoice::AsItIs, |place| Saver::without_journal(place, clock))?;
        Ok(Some(sentence))
    }
}

/// The sentence with this key about an older book, which says what it lacks beside what was last known.
pub fn sentence(older: &Book, last: &Book, key: &str, words: &Words) -> String {
    let what = summary::beside(older, last, words);
    words.with(key, &[("what", (&what).into())])
}
