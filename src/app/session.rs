//! An open book: what it is now, what was done to it, and where it is kept.

mod others;

use std::{
    cell::RefCell,
    sync::{Arc, mpsc::Receiver},
};

use crate::domain::{
    Day,
    book::Book,
    change::Change,
    fit::{Fit, FitWords},
    id::Id,
    stamp::Actor,
};
use crate::storage::problem::Problem;

pub use self::others::News;

use super::{
    clock::Clock,
    command::{Command, Refusal},
    deed::Deed,
    history::{History, Visit},
    ids::Ids,
    journaller::JournalStatus,
    overview::Overview,
    part::Part,
    saver::{SaveStatus, Saver, Told},
    words::Words,
};

/// Where an open book is kept.
#[derive(Debug)]
pub enum Keeping {
    /// In a file, by its own thread.
    File(Saver),
    /// Nowhere: the example to look around in.
    Nowhere,
    /// It can be looked at but not changed.
    ReadOnly,
    /// In a file that nothing is written to before somebody said what to do with it.
    Asking,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The book already was so.
    Unchanged,
    /// It was done.
    Done(Deed),
    /// With what was typed before in the same visit, everything is as it was.
    CameToNothing,
}

/// What came of undoing something, or of doing it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was.
    Taken(Deed),
    /// It was not: all that it changed was changed by something else since, such as a merge.
    Overtaken(Deed),
}

/// An open book.
#[derive(Debug)]
pub struct Session {
    book: Book,
    revision: u64,
    history: History,
    clock: Clock,
    ids: Ids,
    actor: Actor,
    words: Words,
    keeping: Keeping,
    overview: RefCell<Option<(u64, Day, Arc<Overview>)>>,
}

impl Session {
    /// Opens `book`.
    pub fn new(book: Book, keeping: Keeping, clock: Clock) -> Self {
        let words = Words::new(book.house.language);
        Self {
            book,
            revision: 0,
            history: History::default(),
            clock,
            ids: Ids,
            actor: Actor::default(),
            words,
            keeping,
            overview: RefCell::new(None),
        }
    }

    /// The same, with changes stamped as made by `actor`.
    #[must_use]
    pub const fn by(mut self, actor: Actor) -> Self {
        self.actor = actor;
        self
    }

    /// The same, with what its first screen shows on a day, when that was worked out already.
    #[must_use]
    pub fn with_overview(mut self, overview: Option<(Day, Arc<Overview>)>) -> Self {
        self.overview = RefCell::new(overview.map(|(day, overview)| (self.revision, day, overview)));
        self
    }

    /// The book as it is now.
    pub const fn book(&self) -> &Book {
        &self.book
    }

    /// Counts changes, so that what was worked out can be kept until the next.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The sentences in the book's language.
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.clock.today()
    }

    /// Its clock.
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// Where new ids come from.
    pub const fn ids(&self) -> Ids {
        self.ids
    }

    /// What was done.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Where it is kept.
    pub const fn keeping(&self) -> &Keeping {
        &self.keeping
    }

    /// How safe it is; none when it is kept nowhere.
    pub fn save_status(&self) -> Option<SaveStatus> {
        match &self.keeping {
            Keeping::File(saver) => Some(saver.status()),
            Keeping::Nowhere | Keeping::ReadOnly | Keeping::Asking => None,
        }
    }

    /// How safe in the journal everything is that is not in the book yet; none when there is no journal.
    pub fn journal_status(&self) -> Option<JournalStatus> {
        match &self.keeping {
            Keeping::File(saver) => saver.journal_status(),
            Keeping::Nowhere | Keeping::ReadOnly | Keeping::Asking => None,
        }
    }

    /// Writes the book as it is now, although nobody changed it: a new one, or one that something was added to while it
    /// was read.
    pub fn keep(&self) {
        if let Keeping::File(saver) = &self.keeping {
            saver.save(self.book.clone(), Some(Part(self.book.clone())));
        }
    }

    /// Notes something that was done while the book was read, so that it can be undone.
    pub fn note_done(&mut self, deed: Deed, change: Change) {
        self.history.note(deed, change, None, self.clock.time());
        self.revision += 1;
    }

    /// Asks whether another program changed the book on the disk.
    pub fn look(&self) {
        if let Keeping::File(saver) = &self.keeping {
            saver.look();
        }
    }

    /// Asks to write now what is still waiting.
    pub fn hurry(&self) {
        if let Keeping::File(saver) = &self.keeping {
            saver.hurry();
        }
    }

    /// Writes what is left, waits for it, and says how it went; a book that is kept nowhere is always fine.
    pub fn close(self) -> SaveStatus {
        self.close_as_it_is().0
    }

    /// The same, with the book as it is on the disk: what others had changed meanwhile may be in it now.
    pub fn close_as_it_is(self) -> (SaveStatus, Book) {
        let Keeping::File(saver) = self.keeping else { return (SaveStatus::Clean, self.book) };
        let (status, told) = saver.finish();
        let merged = told.into_iter().find_map(|told| match told {
            Told::Merged(book, _) => Some(*book),
            _ => None,
        });
        (status, merged.unwrap_or(self.book))
    }

    /// The person's word for a colour.
    pub fn fit_word(&self, fit: Fit) -> String {
        fit_word(fit, &self.book.house.fit_words, &self.words)
    }

    /// What the first screen shows, worked out at most once a change and a day.
    pub fn overview(&self) -> Arc<Overview> {
        let today = self.today();
        let mut kept = self.overview.borrow_mut();
        if let Some((revision, day, overview)) = kept.as_ref()
            && *revision == self.revision
            && *day == today
        {
            return Arc::clone(overview);
        }
        let overview = Arc::new(Overview::of(&self.book, today));
        *kept = Some((self.revision, today, Arc::clone(&overview)));
        overview
    }

    /// From now on it is this book, and `saver` keeps it.
    pub(super) fn keep_from_now(&mut self, book: Book, saver: Saver) {
        (self.book, self.keeping) = (book, Keeping::File(saver));
        self.renew();
        self.keep();
    }

    fn may_change(&self) -> Result<(), Refusal> {
        match self.keeping {
            Keeping::ReadOnly => Err(Refusal::ReadOnly),
            Keeping::Asking => Err(Refusal::AnswerFirst),
            Keeping::File(_) | Keeping::Nowhere => Ok(()),
        }
    }

    /// Does something to the book: all of it, or nothing.
    ///
    /// Commands of one `visit` to a field become one step of undo.
    ///
    /// # Errors
    /// [`Refusal`] says why nothing was done.
    pub fn execute(&mut self, command: &Command, visit: Option<Visit>) -> Result<Outcome, Refusal> {
        self.may_change()?;
        let (change, deed) = command.change(&self.book, self.today(), self.ids)?;
        if change.is_empty() {
            return Ok(Outcome::Unchanged);
        }
        let part = Part(change.commit(&mut self.book, self.actor));
        let left = self.history.note(deed.clone(), change, visit, self.clock.time());
        self.changed(part);
        Ok(if left { Outcome::Done(deed) } else { Outcome::CameToNothing })
    }

    /// Erases a client for ever, and with them everything that could be undone; says what they were called.
    ///
    /// # Errors
    /// [`Refusal`] says why nothing was done.
    pub fn erase(&mut self, client: Id) -> Result<String, Refusal> {
        self.may_change()?;
        let known = self.book.clients.get(client).or_else(|| self.book.lineage.removed_clients.get(client));
        let name = known.ok_or(Refusal::Gone)?.name.clone();
        self.book.erase(client, self.actor);
        self.history.purge();
        self.changed(Part(self.book.clone()));
        self.hurry();
        Ok(name)
    }

    /// Has all other journals of this book removed, once a proven save has everything; the answer comes later.
    pub fn forget_journals(&self) -> Option<Receiver<Result<(), Problem>>> {
        match &self.keeping {
            Keeping::File(saver) => saver.forget_journals(),
            Keeping::Nowhere | Keeping::ReadOnly | Keeping::Asking => None,
        }
    }

    /// What the book would be after a command; none when it would be refused.
    pub fn preview(&self, command: &Command) -> Option<Book> {
        let (change, _) = command.change(&self.book, self.today(), self.ids).ok()?;
        let mut book = self.book.clone();
        change.apply(&mut book);
        Some(book)
    }

    /// Whether a command adds an income that was added less than a minute ago: perhaps it is only tried once more.
    pub fn is_again(&self, command: &Command) -> bool {
        command
            .change(&self.book, self.today(), self.ids)
            .is_ok_and(|(change, _)| self.history.is_again(&change, self.clock.time()))
    }

    /// Undoes what was done last; says what that was.
    pub fn undo(&mut self) -> Option<Step> {
        let undone = self.history.undo(&mut self.book, self.actor);
        self.after_history(undone)
    }

    /// Undoes one thing that was done, by its number, as if it never was; says what that was.
    pub fn take_out(&mut self, number: u64) -> Option<Deed> {
        let taken = self.history.take_out(number, &mut self.book, self.actor);
        match self.after_history(taken)? {
            Step::Taken(deed) | Step::Overtaken(deed) => Some(deed),
        }
    }

    /// Does again what was undone last; says what that was.
    pub fn redo(&mut self) -> Option<Step> {
        let done = self.history.redo(&mut self.book, self.actor);
        self.after_history(done)
    }

    fn after_history(&mut self, step: Option<(Deed, Option<Part>)>) -> Option<Step> {
        let (deed, part) = step?;
        let Some(part) = part else { return Some(Step::Overtaken(deed)) };
        self.changed(part);
        Some(Step::Taken(deed))
    }

    fn changed(&mut self, part: Part) {
        self.renew();
        if let Keeping::File(saver) = &self.keeping {
            saver.save(self.book.clone(), Some(part));
        }
    }

    fn renew(&mut self) {
        self.revision += 1;
        if self.book.house.language != self.words.language() {
            self.words = Words::new(self.book.house.language);
        }
    }
}

/// The person's word for a colour, or the usual one.
pub fn fit_word(fit: Fit, own: &FitWords, words: &Words) -> String {
    match own.get(fit.index()) {
        Some(word) if !word.is_empty() => word.clone(),
        _ => words.say(match fit {
            Fit::Top => "fit-top",
            Fit::Fine => "fit-fine",
            Fit::Watch => "fit-watch",
            Fit::LetGo => "fit-let-go",
            Fit::New => "fit-new",
        }),
    }
}
