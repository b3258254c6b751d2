//! Writing the book without a Save button, from a thread of its own.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use chrono::NaiveTime;

use crate::{
    domain::book::Book,
    storage::{
        places::Places,
        problem::Problem,
        save::{BookFile, Saved},
    },
};

use super::clock::Clock;

/// A change is written after this long without another.
const REST: Duration = Duration::from_millis(700);
/// And after this long when changes keep coming.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// A failed write is tried again after this long.
const RETRY: Duration = Duration::from_secs(5);

/// How safe the book is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    /// All of it is on disk, since it was opened.
    #[default]
    Clean,
    /// All of it is on disk, written at this time.
    Saved(NaiveTime),
    /// Something is still to be written.
    Waiting,
    /// The last write failed; it is tried again.
    Failed(Problem),
    /// The file was changed by something else; ours now lives in this new file.
    Beside(PathBuf),
}

impl SaveStatus {
    /// Whether everything is on disk.
    pub const fn is_safe(&self) -> bool {
        matches!(self, Self::Clean | Self::Saved(_) | Self::Beside(_))
    }
}

/// A book to write, and its number among those handed over.
struct Pending {
    book: Book,
    number: u64,
}

enum Message {
    Save(Box<Pending>),
    Now,
}

/// The thread that writes the book. Dropping it writes what is left and waits for that.
#[derive(Debug)]
pub struct Saver {
    messages: Option<Sender<Message>>,
    progress: Arc<Mutex<Progress>>,
    thread: Option<JoinHandle<()>>,
}

/// How far saving is.
#[derive(Debug, Default)]
struct Progress {
    /// How many books were handed over.
    asked: u64,
    status: SaveStatus,
}

impl Saver {
    /// Starts it. `wake` is called whenever the status changes.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn start(
        file: BookFile,
        places: Places,
        clock: Clock,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, Problem> {
        let (sender, receiver) = mpsc::channel();
        let progress = Arc::new(Mutex::new(Progress::default()));
        let shared = Arc::clone(&progress);
        let mut writer = Writer { file, places, clock, progress: shared, wake: Box::new(wake) };
        let thread = std::thread::Builder::new()
            .name("kleurboek-saver".to_owned())
            .spawn(move || writer.run(&receiver))
            .map_err(Problem::from)?;
        Ok(Self { messages: Some(sender), progress, thread: Some(thread) })
    }

    /// Hands over the book as it is now. Never waits.
    pub fn save(&self, book: Book) {
        let number = {
            let mut progress = lock(&self.progress);
            progress.asked += 1;
            progress.status = SaveStatus::Waiting;
            progress.asked
        };
        self.send(Message::Save(Box::new(Pending { book, number })));
    }

    /// Asks to write now what is still waiting.
    pub fn hurry(&self) {
        self.send(Message::Now);
    }

    /// How safe the book is.
    pub fn status(&self) -> SaveStatus {
        lock(&self.progress).status.clone()
    }

    /// Writes what is left, waits for it, and says how it went.
    pub fn finish(mut self) -> SaveStatus {
        self.stop();
        self.status()
    }

    fn send(&self, message: Message) {
        if let Some(messages) = &self.messages
            && messages.send(message).is_err()
        {
            log::error!("the saving thread has ended");
            self.ended();
        }
    }

    fn ended(&self) {
        let problem = Problem::Other("the saving thread has ended".to_owned());
        lock(&self.progress).status = SaveStatus::Failed(problem);
    }

    fn stop(&mut self) {
        // Hanging up tells the thread to write what is left and to end.
        self.messages = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            self.ended();
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A panic elsewhere leaves nothing half done here.
fn lock(progress: &Mutex<Progress>) -> MutexGuard<'_, Progress> {
    progress.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Writer {
    file: BookFile,
    places: Places,
    clock: Clock,
    progress: Arc<Mutex<Progress>>,
    wake: Box<dyn Fn() + Send>,
}

impl Writer {
    fn run(&mut self, messages: &Receiver<Message>) {
        self.file.prepare(&self.places, self.clock.now());
        loop {
            let Ok(message) = messages.recv() else { return };
            let Message::Save(mut pending) = message else { continue };
            let mut open = rest(&mut pending, messages);
            while !self.write(&pending) && open {
                // Newer changes, or a wish to hurry, try again at once; else after a while.
                match messages.recv_timeout(RETRY) {
                    Ok(Message::Save(newer)) => {
                        pending = newer;
                        open = rest(&mut pending, messages);
                    }
                    Ok(Message::Now) | Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => {
                        self.write(&pending);
                        return;
                    }
                }
            }
            if !open {
                return;
            }
        }
    }

    fn write(&mut self, pending: &Pending) -> bool {
        let now = self.clock.now();
        let status = match self.file.save(&pending.book, &self.places, now) {
            Ok(Saved::InPlace | Saved::Unchanged) => SaveStatus::Saved(self.clock.time()),
            Ok(Saved::Beside(path)) => SaveStatus::Beside(path),
            Err(problem) => {
                log::warn!("could not save: {problem}");
                SaveStatus::Failed(problem)
            }
        };
        let safe = status.is_safe();
        let mut progress = lock(&self.progress);
        // Something newer may have been handed over meanwhile; then not everything is safe yet.
        let newest = progress.asked == pending.number;
        progress.status = match status {
            SaveStatus::Saved(_) if !newest => SaveStatus::Waiting,
            status => status,
        };
        drop(progress);
        (self.wake)();
        // Nobody waits for the copy.
        self.file.keep(&self.places, now);
        safe
    }
}

/// Waits until nothing changed for a while, keeping the newest; false when nothing more will come.
fn rest(pending: &mut Box<Pending>, messages: &Receiver<Message>) -> bool {
    let latest = Instant::now() + LONGEST_WAIT;
    loop {
        let wait = REST.min(latest.saturating_duration_since(Instant::now()));
        match messages.recv_timeout(wait) {
            Ok(Message::Save(newer)) => *pending = newer,
            Ok(Message::Now) | Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}
