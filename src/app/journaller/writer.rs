//! What the journal's thread does.

use std::{
    collections::VecDeque,
    path::Path,
    sync::{Arc, PoisonError, mpsc::Sender},
    time::Instant,
};

use super::{Entry, Rests, Shared};
use crate::storage::{
    disk::Disk,
    journal::{Header, Journal, Journals},
    places::Places,
    problem::Problem,
};

/// Handed over, and not certainly on the disk yet.
struct Unsafe<E> {
    entry: E,
    /// The number of the last change in it.
    upto: u64,
}

/// On the disk, and not certainly in the book yet.
struct Kept {
    text: String,
    upto: u64,
}

/// The journal's thread.
pub(super) struct Writer<E: Entry> {
    shared: Arc<Shared<E>>,
    journal: Journal,
    disk: Arc<dyn Disk>,
    places: Places,
    rests: Rests,
    wake: Box<dyn Fn() + Send>,
    waiting: Option<Unsafe<E>>,
    kept: VecDeque<Kept>,
    /// A proven save that the journal has not followed yet.
    saved: Option<(u64, Header)>,
    /// When what is to be done may be done.
    due: Option<Instant>,
}

/// What the owner asked for.
struct Taken {
    /// The number of the last change handed over.
    upto: u64,
    hurries: u64,
    forget: Vec<Sender<Result<(), Problem>>>,
    ending: Option<bool>,
}

impl<E: Entry> Writer<E> {
    pub(super) fn new(
        shared: Arc<Shared<E>>,
        journal: Journal,
        disk: Arc<dyn Disk>,
        places: Places,
        rests: Rests,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let wake = Box::new(wake);
        let (waiting, kept, saved, due) = (None, VecDeque::new(), None, None);
        Self { shared, journal, disk, places, rests, wake, waiting, kept, saved, due }
    }

    /// Works until its owner ends it.
    pub(super) fn run(mut self) {
        let ended = Ended(Arc::clone(&self.shared));
        let is_clean = loop {
            let taken = self.rest();
            if taken.ending == Some(true) {
                // All of it is in the book.
                self.waiting = None;
                self.kept.clear();
            }
            let written = self.write();
            self.follow();
            let failed = written.is_err();
            // What failed, or could not be followed, is tried again after a while.
            let again = failed || self.saved.is_some();
            self.due = again.then(|| Instant::now() + self.rests.retry);
            self.tell(written.err(), &taken);
            for answer in taken.forget {
                let forgotten = if again {
                    Err(Problem::Other("the journal is behind".to_owned()))
                } else {
                    self.forget_others()
                };
                // Whoever asked may be gone.
                let _ = answer.send(forgotten);
            }
            if let Some(is_clean) = taken.ending {
                break is_clean;
            }
        };
        if is_clean {
            self.journal.remove();
        }
        drop(ended);
    }

    /// Waits until something is to be done, and takes it.
    fn rest(&mut self) -> Taken {
        let shared = Arc::clone(&self.shared);
        let mut state = shared.lock();
        loop {
            let is_pressed = state.hurries > state.hurried || state.ending.is_some();
            let is_noted = !state.noted.is_empty();
            if is_noted && self.due.is_none() {
                self.due = Some(Instant::now() + self.rests.first);
            }
            let left = self.due.map(|due| due.saturating_duration_since(Instant::now()));
            // A save is followed at once, unless the journal is failing.
            let is_asked = state.saved.is_some() && self.saved.is_none() || !state.forget.is_empty();
            if is_pressed || is_asked || left.is_some_and(|left| left.is_zero()) {
                self.saved = state.saved.take().or_else(|| self.saved.take());
                let noted = std::mem::take(&mut state.noted);
                let taken = Taken {
                    upto: state.asked,
                    hurries: state.hurries,
                    forget: std::mem::take(&mut state.forget),
                    ending: state.ending,
                };
                drop(state);
                self.join(noted, taken.upto);
                return taken;
            }
            state = match left {
                Some(left) => shared.work.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                None => shared.work.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// The changes of a while go into one entry. Not while the owner has to wait for it.
    fn join(&mut self, noted: Vec<E>, upto: u64) {
        for entry in noted {
            match &mut self.waiting {
                Some(waiting) => waiting.entry.join(entry),
                waiting => *waiting = Some(Unsafe { entry, upto }),
            }
        }
        if let Some(waiting) = &mut self.waiting {
            waiting.upto = upto;
        }
    }

    fn write(&mut self) -> Result<(), Problem> {
        // What is in the book already need not be in the journal.
        let in_book = self.saved.as_ref().map_or(0, |(upto, _)| *upto);
        self.waiting.take_if(|waiting| waiting.upto <= in_book);
        let Some(waiting) = &self.waiting else { return Ok(()) };
        let upto = waiting.upto;
        let text = waiting.entry.text()?;
        self.journal.append(&text)?;
        self.journal.sync()?;
        self.kept.push_back(Kept { text, upto });
        self.waiting = None;
        Ok(())
    }

    /// Starts anew on what was saved.
    fn follow(&mut self) {
        let Some((upto, header)) = self.saved.take() else { return };
        let carried = self.kept.iter().filter(|kept| kept.upto > upto).map(|kept| kept.text.as_str());
        match self.journal.rotate(header.clone(), carried) {
            Ok(()) => self.kept.retain(|kept| kept.upto > upto),
            Err(problem) => {
                log::warn!("the journal stays on an older version of the book: {problem}");
                self.saved = Some((upto, header));
            }
        }
    }

    fn forget_others(&self) -> Result<(), Problem> {
        let all = Journals::of_book(self.disk.as_ref(), &self.places, self.journal.header())?;
        all.remove_all_but(&self.journal, self.disk.as_ref(), &self.places)
    }

    fn tell(&self, failure: Option<Problem>, taken: &Taken) {
        if let Some(problem) = &failure {
            log::warn!("the journal could not be written: {problem}");
        }
        let mut state = self.shared.lock();
        state.files = self.journal.files().map(Path::to_owned).collect();
        let is_awaited = taken.hurries > state.hurried;
        state.hurried = taken.hurries;
        if self.waiting.is_none() {
            state.safe = taken.upto;
        }
        let has_turned = state.failure.is_some() != failure.is_some();
        state.failure = failure;
        drop(state);
        self.shared.done.notify_all();
        if has_turned || is_awaited {
            (self.wake)();
        }
    }
}

/// Says that the thread ended, also when it panicked.
struct Ended<E: Entry>(Arc<Shared<E>>);

impl<E: Entry> Drop for Ended<E> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.has_ended = true;
        if std::thread::panicking() {
            state.failure = Some(Problem::Other("the journal's thread has ended".to_owned()));
        }
        drop(state);
        self.0.done.notify_all();
    }
}
