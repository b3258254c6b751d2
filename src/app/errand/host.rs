//! The window's side: does what another start of the program asks.

use std::{collections::VecDeque, io, path::Path, sync::Arc};

use super::{Errand, Reply, What, from_line, to_line};
use crate::{
    app::{
        earning::Earning,
        problem_words,
        saver::SaveStatus,
        session::{Outcome, Session},
        words::Words,
    },
    storage::{
        door::{Asked, Door},
        places::Places,
        problem::Problem,
    },
};

/// How many errands are remembered, to do none twice.
const REMEMBERED: usize = 256;

/// What was done at somebody's request, for the window to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Served {
    /// The window has to come forward.
    ComeForward,
    /// Something was done to the book.
    Did(Outcome),
}

/// The open door of a book, and who stands in it.
pub struct Host {
    door: Door,
    wake: Arc<dyn Fn() + Send + Sync>,
    done: VecDeque<u64>,
    /// Who waits until the book is saved, each with the line for then.
    waiting: Vec<(Asked, String)>,
}

impl Host {
    /// Opens the door of the book at `path`, whose lock the caller holds. `wake` is called when somebody asks.
    ///
    /// # Errors
    /// Why it could not be opened.
    pub fn new(places: &Places, path: &Path, wake: Arc<dyn Fn() + Send + Sync>) -> io::Result<Self> {
        let door = Door::open(places, path, Arc::clone(&wake))?;
        Ok(Self { door, wake, done: VecDeque::new(), waiting: Vec::new() })
    }

    /// Closes this door and opens that of the book at `path`; who was waiting still gets an answer.
    ///
    /// # Errors
    /// Why it could not be opened.
    pub fn moved_to(self, places: &Places, path: &Path) -> io::Result<Self> {
        let Self { door, wake, done, waiting } = self;
        drop(door);
        Ok(Self { door: Door::open(places, path, Arc::clone(&wake))?, wake, done, waiting })
    }

    /// Does what was asked meanwhile, at the moment `now`, and answers who waited for the book to be saved.
    ///
    /// `trouble` says why the book at `path` can only be looked at. Never waits.
    pub fn serve(
        &mut self,
        session: &mut Session,
        path: &Path,
        trouble: Option<&Problem>,
        now: u64,
    ) -> Vec<Served> {
        let mut served = Vec::new();
        let asked: Vec<Asked> = self.door.asked().collect();
        for asked in asked {
            let Some(errand) = from_line::<Errand>(asked.body()) else {
                log::warn!("an errand was not understood");
                answer(&asked, &Reply::Refused(session.words().say("cli-window-other-version")));
                continue;
            };
            if asked.is_gone() || now > errand.until || self.done.contains(&errand.number) {
                log::warn!("an errand came too late, or twice");
                continue;
            }
            self.done.push_front(errand.number);
            self.done.truncate(REMEMBERED);
            match errand.what {
                What::Come => {
                    answer(&asked, &Reply::Done(String::new()));
                    served.push(Served::ComeForward);
                }
                What::Earn(earning) => {
                    served.extend(self.earn(asked, &earning, session, path, trouble).map(Served::Did));
                }
            }
        }
        self.tell_who_waits(session, path);
        served
    }

    fn earn(
        &mut self,
        asked: Asked,
        earning: &Earning,
        session: &mut Session,
        path: &Path,
        trouble: Option<&Problem>,
    ) -> Option<Outcome> {
        match earning.note(session, path, trouble) {
            Ok((outcome, line)) => {
                answer(&asked, &Reply::Taken);
                session.hurry();
                self.waiting.push((asked, line));
                Some(outcome)
            }
            Err(sentence) => {
                answer(&asked, &Reply::Refused(sentence));
                None
            }
        }
    }

    fn tell_who_waits(&mut self, session: &Session, path: &Path) {
        if self.waiting.is_empty() {
            return;
        }
        let status = session.save_status().unwrap_or_default();
        if status == SaveStatus::Waiting {
            return;
        }
        for (asked, line) in self.waiting.drain(..) {
            let reply = match saved(&status, path, session.words()) {
                Ok(()) => Reply::Done(line),
                Err(sentence) => Reply::Refused(sentence),
            };
            answer(&asked, &reply);
        }
    }
}

/// Whether the book at `path` is saved where it belongs.
///
/// # Errors
/// The sentence that says why not, or where it is now.
pub(in crate::app) fn saved(status: &SaveStatus, path: &Path, words: &Words) -> Result<(), String> {
    match status {
        SaveStatus::Failed(problem) => Err(problem_words::told(problem, path, words)),
        SaveStatus::Beside(other) => {
            let file = other.display().to_string();
            Err(words.with("notice-beside", &[("file", (&file).into())]))
        }
        SaveStatus::Asking => Err(words.say("saved-asking")),
        SaveStatus::Clean | SaveStatus::Saved(_) | SaveStatus::Waiting => Ok(()),
    }
}

fn answer(asked: &Asked, reply: &Reply) {
    if let Some(line) = to_line(reply) {
        asked.answer(&line);
    }
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host")
            .field("door", &self.door)
            .field("waiting", &self.waiting)
            .finish_non_exhaustive()
    }
}
