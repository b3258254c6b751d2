//! What the saving thread does.

use std::{
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use super::{Message, Pending, Place, Progress, SaveStatus, Told, lock};
use crate::{
    app::{clock::Clock, journaller::Journaller, memory, part::Part},
    domain::book::Book,
    storage::{
        disk::Disk,
        journal::{Header, Leftover},
        places::Places,
        save::{BookFile, PutAway, Saved},
    },
};

/// A change is written after this long without another.
const REST: Duration = Duration::from_millis(700);
/// And after this long when changes keep coming.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// A failed write is tried again after this long.
const RETRY: Duration = Duration::from_secs(5);
/// The disk is looked at this often, for what other programs do.
const LOOK: Duration = Duration::from_secs(30);

/// What is only tidying waits this long at the start.
const WINDOW_FIRST: Duration = Duration::from_millis(500);

/// The saving thread.
pub(super) struct Writer {
    file: BookFile,
    /// What was handed over last, and what is on the disk since.
    latest: Option<Pending>,
    header: Header,
    leftovers: Vec<Leftover>,
    disk: Arc<dyn Disk>,
    places: Places,
    clock: Clock,
    progress: Arc<Mutex<Progress>>,
    journal: Option<Arc<Journaller<Part>>>,
    wake: Box<dyn Fn() + Send>,
}

/// What is to be done next.
enum Next {
    Write,
    Rest,
    End,
}

impl Writer {
    pub(super) fn new(
        place: Place,
        clock: Clock,
        progress: Arc<Mutex<Progress>>,
        journal: Option<Arc<Journaller<Part>>>,
        wake: Box<dyn Fn() + Send>,
    ) -> Self {
        let Place { file, book, header, leftovers, disk, places } = place;
        let latest = book.map(|book| Pending { book, number: 0, noted: 0 });
        Self { file, latest, header, leftovers, disk, places, clock, progress, journal, wake }
    }

    pub(super) fn run(&mut self, messages: &Receiver<Message>) {
        // The window comes first.
        let mut first = Some(messages.recv_timeout(WINDOW_FIRST));
        self.file.prepare(&self.places, self.clock.now());
        self.look();
        memory::give_back();
        loop {
            let message = match first.take().unwrap_or_else(|| messages.recv_timeout(LOOK)) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => Message::Look,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let mut open = true;
            let mut next = match message {
                Message::Save(pending) => {
                    self.latest = Some(*pending);
                    open = self.rest(messages);
                    Next::Write
                }
                Message::Agree(theirs) => {
                    self.file.agree(&theirs);
                    Next::Write
                }
                // What is taken of it follows with the book.
                Message::Answered(edit) => {
                    self.file.answered(&edit);
                    Next::Rest
                }
                Message::Look => {
                    self.look();
                    Next::Rest
                }
                Message::Now => Next::Rest,
            };
            while matches!(next, Next::Write) {
                next = if self.write() {
                    Next::Rest
                } else if open {
                    open = self.wait_to_retry(messages);
                    Next::Write
                } else {
                    // The last chance: what was being written may be there now.
                    self.write();
                    Next::End
                };
            }
            if !open || matches!(next, Next::End) {
                return;
            }
        }
    }

    /// Looks whether another program changed the book, without reading it when nothing seems to have changed.
    fn look(&mut self) {
        if self.latest.is_some() && self.file.may_have_changed() {
            self.write();
        }
    }

    /// Waits until it makes sense to try again; false when nothing more will come.
    fn wait_to_retry(&mut self, messages: &Receiver<Message>) -> bool {
        match messages.recv_timeout(RETRY) {
            Ok(Message::Save(newer)) => {
                self.latest = Some(*newer);
                self.rest(messages)
            }
            Ok(Message::Agree(theirs)) => {
                self.file.agree(&theirs);
                true
            }
            Ok(Message::Answered(edit)) => {
                self.file.answered(&edit);
                self.wait_to_retry(messages)
            }
            Ok(Message::Now | Message::Look) | Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Waits until nothing changed for a while, keeping the newest; false when nothing more will come.
    fn rest(&mut self, messages: &Receiver<Message>) -> bool {
        let latest = Instant::now() + LONGEST_WAIT;
        loop {
            let wait = REST.min(latest.saturating_duration_since(Instant::now()));
            match messages.recv_timeout(wait) {
                Ok(Message::Save(newer)) => self.latest = Some(*newer),
                Ok(Message::Agree(theirs)) => self.file.agree(&theirs),
                Ok(Message::Answered(edit)) => self.file.answered(&edit),
                Ok(Message::Look) => {}
                Ok(Message::Now) | Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    /// Writes what was handed over last; whether that needs no other try.
    fn write(&mut self) -> bool {
        let Some(pending) = self.latest.clone() else { return true };
        let now = self.clock.now();
        let saved = self.file.save(&pending.book, &self.places, now);
        let mut told = Vec::new();
        let status = match saved {
            Ok(Saved::Unchanged) if pending.number == 0 => SaveStatus::Clean,
            Ok(Saved::InPlace | Saved::Unchanged) => SaveStatus::Saved(now.time()),
            Ok(Saved::OverOlder) => {
                told.push(Told::OlderReplaced);
                SaveStatus::Saved(now.time())
            }
            Ok(Saved::Merged(book)) => {
                self.latest = Some(Pending { book: Book::clone(&book), ..pending.clone() });
                told.push(Told::Merged(book, pending.number));
                SaveStatus::Saved(now.time())
            }
            Ok(Saved::Asks(asked)) => {
                let is_saved = asked.is_saved;
                told.push(Told::Asks(asked, pending.number));
                if is_saved { SaveStatus::Saved(now.time()) } else { SaveStatus::Asking }
            }
            Ok(Saved::Beside(path)) => {
                self.header = self.header.at(&path, self.file.generation());
                told.push(Told::Moved(path.clone()));
                SaveStatus::Beside(path)
            }
            Ok(Saved::BackHome(path, book)) => {
                self.latest = Some(Pending { book: Book::clone(&book), ..pending.clone() });
                self.header = self.header.at(&path, self.file.generation());
                told.extend([Told::Merged(book, pending.number), Told::BackHome(path)]);
                SaveStatus::Saved(now.time())
            }
            Err(problem) => {
                log::warn!("could not save: {problem}");
                if self.file.holds(&pending.book) {
                    SaveStatus::Unproven(problem)
                } else {
                    SaveStatus::Failed(problem)
                }
            }
        };
        let put_away = self.file.put_away();
        if put_away != PutAway::default() {
            told.push(Told::PutAway(put_away));
        }
        let needs_no_retry = status.is_safe() || status == SaveStatus::Asking;
        if status.is_safe() {
            self.told_journal(pending.noted);
        }
        self.show(status, told, pending.number);
        // Nobody waits for the copy.
        self.file.keep(&self.places, now);
        memory::give_back();
        needs_no_retry
    }

    /// What is in the book now need not be in a journal.
    fn told_journal(&mut self, noted: u64) {
        let (base, generation) = self.file.base();
        self.header = self.header.clone().on(base, generation);
        if let Some(journal) = &self.journal {
            journal.saved(noted, self.header.clone());
        }
        for leftover in self.leftovers.drain(..) {
            // One of a book at another place is that one's to put away, should it come back.
            if leftover.is_moved {
                continue;
            }
            if let Err(problem) = leftover.archive(self.disk.as_ref()) {
                log::warn!("a rescued journal stays: {problem}");
            }
        }
    }

    fn show(&self, status: SaveStatus, told: Vec<Told>, number: u64) {
        let mut progress = lock(&self.progress);
        let is_news = !told.is_empty() || progress.status != status;
        // Something newer may have been handed over meanwhile; then not everything is safe yet.
        let is_newest = progress.asked == number;
        progress.status = match status {
            SaveStatus::Saved(_) | SaveStatus::Clean if !is_newest => SaveStatus::Waiting,
            // A look that found nothing new is no later save.
            SaveStatus::Saved(_)
                if matches!(progress.status, SaveStatus::Saved(_)) && told.is_empty() && number == 0 =>
            {
                progress.status.clone()
            }
            status => status,
        };
        for told in told {
            let is_same = |older: &Told| std::mem::discriminant(older) == std::mem::discriminant(&told);
            let older = progress.told.iter().position(is_same).map(|place| progress.told.remove(place));
            progress.told.push(match older {
                Some(older) => told.after(older),
                None => told,
            });
        }
        drop(progress);
        if is_news {
            (self.wake)();
        }
    }
}
