//! Writing the journal, from a thread of its own: a book's disk that hangs does not hold up the journal, and a journal's
//! disk that hangs does not hold up the window.

mod writer;

use std::{
    fmt,
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError, Weak,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle, ThreadId},
    time::{Duration, Instant},
};

use crate::storage::{
    disk::Disk,
    journal::{Header, Journal},
    places::Places,
    problem::Problem,
};

use self::writer::Writer;

/// Something that was changed, as the journal keeps it.
pub trait Entry: Send + 'static {
    /// Takes in what was changed after it, so that both are one entry.
    fn join(&mut self, later: Self);

    /// What to write.
    ///
    /// # Errors
    /// When it cannot be written as text; the journal then fails until the book itself has it.
    fn text(&self) -> Result<String, Problem>;
}

/// How long the journal waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rests {
    /// From the first change until it is written, so that a few go together.
    pub first: Duration,
    /// From a failure until it is tried again.
    pub retry: Duration,
}

impl Default for Rests {
    fn default() -> Self {
        Self { first: Duration::from_millis(200), retry: Duration::from_secs(1) }
    }
}

/// How safe the journal is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum JournalStatus {
    /// Everything is on the disk, here or in the book.
    #[default]
    Safe,
    /// Something is still to be written.
    Waiting,
    /// Writing it failed; it is tried again.
    Failed(Problem),
}

/// The thread that writes the journal of one open book. Dropping it writes what is left and keeps the journal.
pub struct Journaller<E: Entry> {
    shared: Arc<Shared<E>>,
    thread: Option<JoinHandle<()>>,
}

impl<E: Entry> Journaller<E> {
    /// Starts it, on top of the book that `header` says. The caller has the book's lock. `wake` is called whenever the
    /// status changes to or from failing.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn start(
        disk: Arc<dyn Disk>,
        places: &Places,
        header: Header,
        rests: Rests,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, Problem> {
        let shared = Arc::new(Shared::default());
        let journal = Journal::begin(Arc::clone(&disk), places, header);
        let writer = Writer::new(Arc::clone(&shared), journal, disk, places.clone(), rests, wake);
        let thread = thread::Builder::new()
            .name("kleurboek-journal".to_owned())
            .spawn(move || writer.run())
            .map_err(Problem::from)?;
        shared.lock().thread = Some(thread.thread().id());
        let flush: Arc<dyn Flush> = Arc::<Shared<E>>::clone(&shared);
        let mut living = LIVING.lock().unwrap_or_else(PoisonError::into_inner);
        living.retain(|other| other.strong_count() > 0);
        living.push(Arc::downgrade(&flush));
        drop(living);
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Hands over what was changed. Never waits for the disk. The number counts up; [`Self::saved`] takes it.
    pub fn note(&self, entry: E) -> u64 {
        let mut state = self.shared.lock();
        state.noted.push(entry);
        state.asked += 1;
        let number = state.asked;
        // The first one wakes the thread; those after it go along.
        let is_first = state.noted.len() == 1;
        drop(state);
        if is_first {
            self.shared.work.notify_all();
        }
        number
    }

    /// The number of what was handed over last; 0 when nothing was.
    pub fn last(&self) -> u64 {
        self.shared.lock().asked
    }

    /// Says that a proven save has everything up to the entry with this number; `header` says what the book's file is
    /// now. Never waits for the disk.
    pub fn saved(&self, upto: u64, header: Header) {
        self.shared.lock().saved = Some((upto, header));
        self.shared.work.notify_all();
    }

    /// Removes all other journals of this book, those put away included, after somebody was erased and a proven save
    /// was told to [`Self::saved`]. Never waits; the answer comes later.
    pub fn forget_others(&self) -> Receiver<Result<(), Problem>> {
        let (sender, receiver) = mpsc::channel();
        self.shared.lock().forget.push(sender);
        self.shared.work.notify_all();
        receiver
    }

    /// Has everything written now, and wakes its owner once that was tried. Never waits.
    pub fn hurry(&self) {
        self.shared.lock().hurries += 1;
        self.shared.work.notify_all();
    }

    /// How safe it is.
    pub fn status(&self) -> JournalStatus {
        self.shared.lock().status()
    }

    /// Its files, the oldest first, as they were after the last writing.
    pub fn files(&self) -> Vec<PathBuf> {
        self.shared.lock().files.clone()
    }

    /// Has everything written now and waits for that, at most this long; false when it took longer or failed. Also for
    /// a thread that panics.
    pub fn flush_now(&self, timeout: Duration) -> bool {
        self.shared.flush(timeout)
    }

    /// Ends it. When `clean`, everything up to the last entry is in the book, and no journal stays; otherwise what is
    /// left is written, and it stays for the next start.
    pub fn close(mut self, clean: bool) -> JournalStatus {
        self.stop(clean);
        self.status()
    }

    fn stop(&mut self, clean: bool) {
        self.shared.lock().ending.get_or_insert(clean);
        self.shared.work.notify_all();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the journal's thread has panicked");
        }
    }
}

impl<E: Entry> Drop for Journaller<E> {
    fn drop(&mut self) {
        self.stop(false);
    }
}

impl<E: Entry> fmt::Debug for Journaller<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journaller").field("status", &self.status()).finish_non_exhaustive()
    }
}

/// The journals of all open books, for a panic.
static LIVING: Mutex<Vec<Weak<dyn Flush>>> = Mutex::new(Vec::new());

/// Has the journals of all open books written now, from any thread, also one that panics; false when one could not be
/// within this time.
pub fn flush_all(timeout: Duration) -> bool {
    let deadline = Instant::now() + timeout;
    let Some(living) = lock_until(&LIVING, deadline) else { return false };
    let journals: Vec<_> = living.iter().filter_map(Weak::upgrade).collect();
    drop(living);
    // All are asked first, so that one that hangs leaves the others their time.
    for journal in &journals {
        journal.flush(Duration::ZERO);
    }
    let failed = journals
        .iter()
        .filter(|journal| !journal.flush(deadline.saturating_duration_since(Instant::now())))
        .count();
    failed == 0
}

trait Flush: Send + Sync {
    fn flush(&self, timeout: Duration) -> bool;
}

/// What the thread and its owner share.
struct Shared<E> {
    state: Mutex<State<E>>,
    /// There is something to do.
    work: Condvar,
    /// Something was done.
    done: Condvar,
}

struct State<E> {
    /// Handed over and not taken by the thread yet; the last is number `asked`.
    noted: Vec<E>,
    /// How many were handed over.
    asked: u64,
    /// The last of them that is on the disk.
    safe: u64,
    /// The last proven save, until the thread has done what it means.
    saved: Option<(u64, Header)>,
    forget: Vec<Sender<Result<(), Problem>>>,
    /// Counts wishes not to wait.
    hurries: u64,
    /// The last of those wishes that was tried.
    hurried: u64,
    /// Whether it ends, and cleanly so.
    ending: Option<bool>,
    failure: Option<Problem>,
    files: Vec<PathBuf>,
    thread: Option<ThreadId>,
    has_ended: bool,
}

impl<E> Default for Shared<E> {
    fn default() -> Self {
        let state = State {
            noted: Vec::new(),
            asked: 0,
            safe: 0,
            saved: None,
            forget: Vec::new(),
            hurries: 0,
            hurried: 0,
            ending: None,
            failure: None,
            files: Vec::new(),
            thread: None,
            has_ended: false,
        };
        Self { state: Mutex::new(state), work: Condvar::new(), done: Condvar::new() }
    }
}

impl<E> State<E> {
    fn status(&self) -> JournalStatus {
        match &self.failure {
            Some(problem) => JournalStatus::Failed(problem.clone()),
            None if self.safe < self.asked => JournalStatus::Waiting,
            None => JournalStatus::Safe,
        }
    }
}

impl<E> Shared<E> {
    /// A panic elsewhere leaves nothing half done here.
    fn lock(&self) -> MutexGuard<'_, State<E>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<E: Entry> Flush for Shared<E> {
    fn flush(&self, timeout: Duration) -> bool {
        let deadline = Instant::now() + timeout;
        let Some(mut state) = lock_until(&self.state, deadline) else { return false };
        // The thread itself panics: nobody is left to write.
        if state.thread == Some(thread::current().id()) {
            return state.safe >= state.asked;
        }
        let wanted = state.asked;
        state.hurries += 1;
        let wish = state.hurries;
        self.work.notify_all();
        while state.safe < wanted {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || state.has_ended || state.hurried >= wish {
                return false;
            }
            state = self.done.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}

/// Without ever waiting for itself: the thread that panics may hold it.
fn lock_until<T: ?Sized>(mutex: &Mutex<T>, deadline: Instant) -> Option<MutexGuard<'_, T>> {
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => thread::yield_now(),
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}
