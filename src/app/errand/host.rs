//! The window's side: does what another start of the program asks.

use std::{collections::VecDeque, io, path::Path, sync::Arc};

use super::{Errand, Reply, What, from_line, to_line};
use crate::{
    app::{
        deed::Deed,
        earning::Earning,
        journaller::JournalStatus,
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
    /// Something that was done is undone again, as it could be kept nowhere.
    TookBack(Deed),
}

/// Who waits until the book is saved.
#[derive(Debug)]
struct Waiting {
    asked: Asked,
    /// What to say then.
    line: String,
    /// The number of what was done, among all that was.
    number: u64,
}

/// The open door of a book, and who stands in it.
pub struct Host {
    door: Door,
    wake: Arc<dyn Fn() + Send + Sync>,
    done: VecDeque<u64>,
    /// Who waits until the book is saved.
    waiting: Vec<Waiting>,
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
        served.extend(self.tell_who_waits(session, path));
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
                let number = session.history().done().last().map_or(0, |entry| entry.number);
                self.waiting.push(Waiting { asked, line, number });
                Some(outcome)
            }
            Err(sentence) => {
                answer(&asked, &Reply::Refused(sentence));
                None
            }
        }
    }

    /// What cannot be kept in the book is still kept when the journal has it, as this window and the next start try
    /// again. What is kept nowhere is taken back, so that a "no" is one.
    fn tell_who_waits(&mut self, session: &mut Session, path: &Path) -> Vec<Served> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        let status = session.save_status().unwrap_or_default();
        let kept = kept(&status, path, session.words());
        let journal = session.journal_status();
        if status == SaveStatus::Waiting || kept.is_err() && journal == Some(JournalStatus::Waiting) {
            return Vec::new();
        }
        let is_safe = journal == Some(JournalStatus::Safe);
        let for_later = |why: String| {
            let sentence = session.words().with("cli-kept-for-later", &[("why", (&why).into())]);
            if is_safe { Ok(Some(sentence)) } else { Err(why) }
        };
        let kept = kept.or_else(for_later);
        let mut served = Vec::new();
        for Waiting { asked, line, number } in self.waiting.drain(..) {
            match &kept {
                Ok(more) => {
                    let lines: Vec<&str> = std::iter::once(&line).chain(more).map(String::as_str).collect();
                    answer(&asked, &Reply::Done(lines.join("\n")));
                }
                Err(why) => {
                    served.extend(session.take_out(number).map(Served::TookBack));
                    answer(&asked, &Reply::Refused(why.clone()));
                }
            }
        }
        served
    }
}

/// What to say besides, when everything is in the book at `path` or in a file beside it.
///
/// # Errors
/// The sentence that says why it is not.
pub(in crate::app) fn kept(
    status: &SaveStatus,
    path: &Path,
    words: &Words,
) -> Result<Option<String>, String> {
    match status {
        SaveStatus::Failed(problem) => Err(problem_words::told(problem, path, words)),
        SaveStatus::Asking => Err(words.say("saved-asking")),
        SaveStatus::Unproven(problem) => {
            let why = problem_words::told(problem, path, words);
            Ok(Some(words.with("cli-kept-unproven", &[("why", (&why).into())])))
        }
        SaveStatus::Beside(other) => {
            let file = other.display().to_string();
            Ok(Some(words.with("notice-beside", &[("file", (&file).into())])))
        }
        SaveStatus::Clean | SaveStatus::Saved(_) | SaveStatus::Waiting => Ok(None),
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
