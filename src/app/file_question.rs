//! A file that somebody has to say something about first: it is older than what was last known of the book in its place,
//! or it was edited by hand. It opens as what it is, and nothing is written before there is an answer.

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
    storage::{hand_edit::HandEdit, problem::Problem},
};

/// Why somebody has to say first what to do with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileQuestion {
    /// It is older than what was last known here: a backup that was put back, or a sync that went back.
    Older(Box<LastKnown>),
    /// It was edited by hand, or damaged; with what else is known here, such as what a crash kept.
    ByHand(Box<HandEdit>, Option<Box<Book>>),
}

/// What to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileChoice {
    /// The book says what the file says. That is a change like any other: it can be undone, and copies of the book on other
    /// devices follow it.
    Take,
    /// The book says what was known here. An older file has nothing new, so that is both in one.
    Known,
    /// Go on with the file as it is.
    AsItIs,
}

/// What is kept of such a file until somebody chose.
#[derive(Debug)]
pub(super) struct AskedFile {
    pub(super) question: FileQuestion,
    pub(super) place: Place,
    pub(super) actor: Actor,
}

/// What came of a choice.
struct Chosen {
    book: Book,
    deed: Deed,
    /// What of it can be undone.
    change: Change,
    /// What is not taken, and stands nowhere yet.
    left: Option<Book>,
}

impl FileQuestion {
    /// What was known here, to look at instead of the file; none when nothing is.
    pub fn known(&self) -> Option<&Book> {
        match self {
            Self::Older(last) => Some(&last.book),
            Self::ByHand(edit, _) => edit.before.as_ref(),
        }
    }

    /// Whether it was edited by hand.
    pub const fn is_by_hand(&self) -> bool {
        matches!(self, Self::ByHand(..))
    }

    /// What a choice makes of the book, which says what is in the file.
    fn chosen(self, in_file: Book, choice: FileChoice, actor: Actor) -> Chosen {
        match self {
            Self::Older(last) => {
                let LastKnown { book: mut last, is_kept } = *last;
                let left = (choice != FileChoice::Known && !is_kept).then(|| last.clone());
                let (deed, mut change) = (Deed::OlderTaken, Change::default());
                match choice {
                    FileChoice::AsItIs => last = in_file,
                    FileChoice::Known => {}
                    FileChoice::Take => {
                        change = Change::back_to(&last, &in_file);
                        change.commit(&mut last, actor);
                    }
                }
                Chosen { book: last, deed, change, left }
            }
            Self::ByHand(edit, rest) => {
                let (book, change) = match (choice, &edit.before) {
                    (FileChoice::Known, Some(before)) => (before.clone(), Change::default()),
                    _ => edit.taken(actor),
                };
                let book = rest.map_or_else(|| book.clone(), |rest| rest.merged_with(&book));
                Chosen { book, deed: Deed::EditedByHand, change, left: None }
            }
        }
    }
}

impl OpenBook {
    /// What is asked about the file; none when nothing is.
    pub fn question(&self) -> Option<&FileQuestion> {
        self.asked.as_ref().map(|asked| &asked.question)
    }

    /// Does what was chosen, and saves from then on, as `start` begins; what was done, when that can be undone. What was not
    /// taken stays among the earlier versions.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn choose(
        &mut self,
        choice: FileChoice,
        start: impl FnOnce(Place) -> Result<Saver, Problem>,
    ) -> Result<Option<Deed>, Problem> {
        let Some(AskedFile { question, mut place, actor }) = self.asked.take() else { return Ok(None) };
        let chosen = question.chosen(self.session.book().clone(), choice, actor);
        if let Some(left) = &chosen.left {
            place.file.keep_version(left, &place.places, self.session.clock().now());
        }
        place.book = Some(chosen.book.clone());
        let saver = start(place)?;
        self.session.keep_from_now(chosen.book, saver);
        if chosen.change.is_empty() {
            return Ok(None);
        }
        self.session.note_done(chosen.deed.clone(), chosen.change);
        Ok(Some(chosen.deed))
    }

    /// Goes on with an older file as it is, as a command does, which can ask nobody; the sentence that says so.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn take_as_it_is(&mut self) -> Result<Option<String>, Problem> {
        let Some(FileQuestion::Older(last)) = self.question() else { return Ok(None) };
        let sentence = sentence(self.session.book(), &last.book, "older-taken", self.session.words());
        let clock = self.session.clock();
        self.choose(FileChoice::AsItIs, |place| Saver::without_journal(place, clock))?;
        Ok(Some(sentence))
    }
}

/// The sentence with this key about an older book, which says what it lacks beside what was last known.
pub fn sentence(older: &Book, last: &Book, key: &str, words: &Words) -> String {
    let what = summary::beside(older, last, words);
    words.with(key, &[("what", (&what).into())])
}
