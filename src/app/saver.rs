//! Writing the book without a Save button, from a thread of its own, with a journal for what is not written yet.

mod writer;

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, Sender},
    },
    thread::JoinHandle,
};

use chrono::NaiveTime;

use crate::{
    domain::book::Book,
    storage::{
        disk::Disk,
        hand_edit::HandEdit,
        journal::{Header, Leftover},
        places::Places,
        problem::Problem,
        save::{Asked, BookFile, PutAway},
    },
};

use super::{
    clock::Clock,
    journaller::{JournalStatus, Journaller, Rests},
    part::Part,
};
use writer::Writer;

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
    /// All of it is in the file, but making sure that it stays there failed; that is tried again.
    Unproven(Problem),
    /// Another version takes so much away, or was edited by hand, that the person has to say what to do first.
    Asking,
    /// Something else was in the file's place; ours now lives in this new file.
    Beside(PathBuf),
}

impl SaveStatus {
    /// Whether everything is on disk.
    pub const fn is_safe(&self) -> bool {
        matches!(self, Self::Clean | Self::Saved(_) | Self::Beside(_))
    }

    /// What went wrong with the last write.
    pub const fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Failed(problem) | Self::Unproven(problem) => Some(problem),
            _ => None,
        }
    }
}

/// What the disk has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The book as it is on the disk, with what other versions knew; the number of the book it was made from.
    Merged(Box<Book>, u64),
    /// Another version takes much away; the number of the book it takes it from.
    Asks(Box<Asked>, u64),
    /// An older version had come into the book's place; the book stands there again.
    OlderReplaced,
    /// Something else was in the file's place; from now on the book lives in this one.
    Moved(PathBuf),
    /// The book lives in its own place again.
    BackHome(PathBuf),
    /// Copies in conflict were taken in, and put away.
    PutAway(PutAway),
}

impl Told {
    /// This, when `older` of the same kind was not heard yet.
    fn after(mut self, older: Self) -> Self {
        if let (Self::PutAway(now), Self::PutAway(before)) = (&mut self, older) {
            *now += before;
        }
        self
    }
}

/// A book to write, its number among those handed over, and that of the last entry of the journal that is in it.
#[derive(Clone, Debug)]
struct Pending {
    book: Book,
    number: u64,
    noted: u64,
}

#[derive(Debug)]
enum Message {
    Save(Box<Pending>),
    Now,
    Look,
    Agree(Box<Book>),
    Answered(Box<HandEdit>),
}

/// Where a book is saved, and what is known of that place.
#[derive(Debug)]
pub struct Place {
    /// The book's file.
    pub file: BookFile,
    /// The book that is in it; none when it is new.
    pub book: Option<Book>,
    /// What the journal starts on.
    pub header: Header,
    /// Journals that a crash left, of which everything is in the book that is handed over first.
    pub leftovers: Vec<Leftover>,
    /// The disk they are on.
    pub disk: Arc<dyn Disk>,
    /// Where things are kept on this machine.
    pub places: Places,
}

/// The thread that writes the book, and the one that writes its journal. Dropping it writes what is left and waits for
/// that.
#[derive(Debug)]
pub struct Saver {
    messages: Option<Sender<Message>>,
    progress: Arc<Mutex<Progress>>,
    thread: Option<JoinHandle<()>>,
    journal: Option<Arc<Journaller<Part>>>,
}

/// How far saving is.
#[derive(Debug, Default)]
struct Progress {
    /// How many books were handed over.
    asked: u64,
    status: SaveStatus,
    told: Vec<Told>,
}

impl Saver {
    /// Starts it. `wake` is called whenever there is something to see.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn start(
        place: Place,
        clock: Clock,
        wake: impl Fn() + Clone + Send + 'static,
    ) -> Result<Self, Problem> {
        let journal = Journaller::start(
            Arc::clone(&place.disk),
            &place.places,
            place.header.clone(),
            Rests::default(),
            wake.clone(),
        )?;
        Self::with(place, clock, Some(Arc::new(journal)), Box::new(wake))
    }

    /// Starts it without a journal, for a command: what it cannot write in the book is kept nowhere.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn without_journal(place: Place, clock: Clock) -> Result<Self, Problem> {
        Self::with(place, clock, None, Box::new(|| {}))
    }

    fn with(
        place: Place,
        clock: Clock,
        journal: Option<Arc<Journaller<Part>>>,
        wake: Box<dyn Fn() + Send>,
    ) -> Result<Self, Problem> {
        let (sender, receiver) = mpsc::channel();
        let progress = Arc::new(Mutex::new(Progress::default()));
        let mut writer = Writer::new(place, clock, Arc::clone(&progress), journal.clone(), wake);
        let thread = std::thread::Builder::new()
            .name("kleurboek-saver".to_owned())
            .spawn(move || writer.run(&receiver))
            .map_err(Problem::from)?;
        Ok(Self { messages: Some(sender), progress, thread: Some(thread), journal })
    }

    /// Hands over the book as it is now, and what of it was changed. Never waits.
    pub fn save(&self, book: Book, changed: Option<Part>) {
        let noted = self.journal.as_ref().map_or(0, |journal| match changed {
            Some(part) => journal.note(part),
            None => journal.last(),
        });
        let number = {
            let mut progress = lock(&self.progress);
            progress.asked += 1;
            progress.status = SaveStatus::Waiting;
            progress.asked
        };
        self.send(Message::Save(Box::new(Pending { book, number, noted })));
    }

    /// Asks to write now what is still waiting, in the book and in the journal.
    pub fn hurry(&self) {
        self.send(Message::Now);
        if let Some(journal) = &self.journal {
            journal.hurry();
        }
    }

    /// How safe everything is that is not in the book yet; none without a journal.
    pub fn journal_status(&self) -> Option<JournalStatus> {
        self.journal.as_ref().map(|journal| journal.status())
    }

    /// Asks to look whether another program changed the book.
    pub fn look(&self) {
        self.send(Message::Look);
    }

    /// The person agrees to all that this version takes away.
    pub fn agree(&self, theirs: Book) {
        self.send(Message::Agree(Box::new(theirs)));
    }

    /// The person answered what is asked about a hand edit; what they take of it comes with the book.
    pub fn answered(&self, edit: HandEdit) {
        self.send(Message::Answered(Box::new(edit)));
    }

    /// How safe the book is.
    pub fn status(&self) -> SaveStatus {
        lock(&self.progress).status.clone()
    }

    /// What the disk had to tell since the last time; a merged book or a question only when nothing was handed over after
    /// the book it came from, such as the answer to that very question. Another one follows then.
    pub fn told(&self) -> Vec<Told> {
        let mut progress = lock(&self.progress);
        let asked = progress.asked;
        let mut told = std::mem::take(&mut progress.told);
        told.retain(|told| match told {
            Told::Merged(_, number) | Told::Asks(_, number) => *number == asked,
            Told::OlderReplaced | Told::Moved(_) | Told::BackHome(_) | Told::PutAway(_) => true,
        });
        told
    }

    /// Removes all other journals of this book, once a proven save has everything.
    pub fn forget_journals(&self) -> Option<Receiver<Result<(), Problem>>> {
        self.journal.as_ref().map(|journal| journal.forget_others())
    }

    /// Writes what is left, waits for it, and says how it went, with what the disk had to tell last.
    pub fn finish(mut self) -> (SaveStatus, Vec<Told>) {
        self.stop();
        (self.status(), self.told())
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
        // The thread is gone, so this is the last one.
        if let Some(journal) = self.journal.take().and_then(Arc::into_inner) {
            journal.close(self.status().is_safe());
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
