//! A book that is being read on a thread of its own: its disk may be slow, and a window can be made meanwhile.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError},
    time::Duration,
};

use crate::{
    domain::Day,
    storage::{places::Places, problem::Problem},
};

use super::{memory, preparing::Prepared};

/// What the records of some twenty years take, in megabytes.
const ROOM: usize = 8;

/// What came of reading a book.
pub type Answer = Result<Prepared, Problem>;

/// A book that is being read.
#[derive(Debug)]
pub struct Reading {
    path: PathBuf,
    answer: Receiver<Answer>,
}

impl Reading {
    /// Begins to read the book at `path`, and to work out what it shows on the day `today`; `wake` is called from the
    /// thread when there is an answer.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn begin(
        path: &Path,
        places: &Places,
        today: Day,
        wake: impl FnOnce() + Send + 'static,
    ) -> Result<Self, Problem> {
        let (sender, answer) = mpsc::channel();
        let (wanted, places) = (path.to_owned(), places.clone());
        std::thread::Builder::new().name("kleurboek-open".to_owned()).spawn(move || {
            memory::make_room(ROOM);
            let answer = Prepared::open(&wanted, &places, today);
            // Nobody listens any more when another book was chosen meanwhile.
            let _ = sender.send(answer.map(|prepared| prepared.with_overview(today)));
            wake();
        })?;
        Ok(Self { path: path.to_owned(), answer })
    }

    /// The book that is read.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The answer, once it is there; once.
    pub fn answer(&self) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(stopped())),
        }
    }

    /// The answer, if it comes in time.
    pub fn wait(&self, at_most: Duration) -> Option<Answer> {
        match self.answer.recv_timeout(at_most) {
            Ok(answer) => Some(answer),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(stopped())),
        }
    }
}

fn stopped() -> Problem {
    Problem::Other("the reading thread has ended".to_owned())
}
