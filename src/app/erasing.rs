//! After somebody was erased from the book: the earlier versions on this machine forget them too.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver, TryRecvError},
    },
    thread::JoinHandle,
    time::Duration,
};

use crate::{
    domain::id::Id,
    storage::{
        backups::{Backups, Version},
        disk::RealDisk,
        erased::{self, MayKeep},
        line::Line,
        places::Places,
        problem::Problem,
    },
};

use super::session::Session;

/// The journals are waited for at most so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is still to be forgotten of the people who were erased from the open book.
///
/// It begins once a save without them is proven: until then the file itself still has them. What does not work is done
/// again at the next opening.
#[derive(Debug, Default)]
pub struct Erasing {
    /// What they were called, as far as that is known: those erased since the book was opened.
    names: Vec<String>,
    waits: bool,
    running: Option<Running>,
}

/// The thread that makes them forget.
#[derive(Debug)]
struct Running {
    result: Receiver<Result<Vec<PathBuf>, Problem>>,
    thread: JoinHandle<()>,
}

/// What a person should hear of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToTell {
    /// It did not work.
    NotForgotten {
        /// Who; none when they were erased before the book was opened.
        name: Option<String>,
        /// Why.
        problem: Problem,
    },
    /// They are still in copies of the book that live apart on this machine.
    StillIn {
        /// Who.
        name: String,
        /// Where those are, one at least.
        copies: Vec<PathBuf>,
    },
}

/// The book of which everything else forgets them.
#[derive(Clone, Copy, Debug)]
pub struct OfBook<'a> {
    /// The open book.
    pub session: &'a Session,
    /// Which file it is.
    pub line: &'a Line,
    /// Its earlier versions.
    pub backups: &'a Backups,
    /// Where things are kept on this machine.
    pub places: &'a Places,
}

impl Erasing {
    /// What earlier openings of the book may have left.
    pub fn of(session: &Session) -> Self {
        Self { waits: !session.book().lineage.erased.is_empty(), ..Self::default() }
    }

    /// Somebody was erased just now.
    pub fn add(&mut self, name: String) {
        self.names.push(name);
        self.waits = true;
    }

    /// Goes on, on a thread of its own that calls `wake` when it is done; says what of it should be heard.
    pub fn go_on(&mut self, of: OfBook<'_>, wake: impl Fn() + Send + 'static) -> Option<ToTell> {
        if let Some(running) = &self.running {
            let result = match running.result.try_recv() {
                Ok(result) => result,
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => Err(Problem::Other("the thread has ended".to_owned())),
            };
            self.running = None;
            match result {
                Ok(copies) if copies.is_empty() => {}
                Ok(copies) => {
                    let name = self.names.last().cloned().unwrap_or_default();
                    return Some(ToTell::StillIn { name, copies });
                }
                Err(problem) => {
                    log::warn!("somebody who was erased is still in an earlier version: {problem}");
                    return Some(ToTell::NotForgotten { name: self.names.last().cloned(), problem });
                }
            }
        }
        if !self.waits || !of.session.save_status().is_some_and(|status| status.is_safe()) {
            return None;
        }
        self.waits = false;
        self.begin(of, wake)
    }

    /// Waits for what is being done, when the window is gone.
    pub fn finish(&mut self) {
        if let Some(Running { thread, .. }) = self.running.take()
            && thread.join().is_err()
        {
            log::error!("the thread that makes earlier versions forget has panicked");
        }
    }

    /// The save without them is proven: from here on everything else forgets them.
    fn begin(&mut self, of: OfBook<'_>, wake: impl Fn() + Send + 'static) -> Option<ToTell> {
        let (sender, result) = mpsc::channel();
        let (erased, names) = (Arc::clone(&of.session.book().lineage.erased), self.names.clone());
        let (backups, line, places) = (of.backups.clone(), of.line.clone(), of.places.clone());
        let journals = of.session.forget_journals();
        let thread = std::thread::Builder::new().name("kleurboek-erasing".to_owned()).spawn(move || {
            let forgotten = forget(&backups, &erased, &names);
            let journals = journals.map_or(Ok(()), |journals| {
                journals.recv_timeout(PATIENCE).unwrap_or_else(|error| Err(Problem::Other(error.to_string())))
            });
            // Nobody listens any more when the window was closed.
            let _ = sender.send(forgotten.and(journals).map(|()| still_in(&line, &places, &names)));
            wake();
        });
        match thread {
            Ok(thread) => {
                self.running = Some(Running { result, thread });
                None
            }
            Err(error) => {
                let problem = Problem::from(error);
                Some(ToTell::NotForgotten { name: self.names.last().cloned(), problem })
            }
        }
    }
}

/// The copies of the book that live apart on this machine, and in which one of these names is found.
fn still_in(line: &Line, places: &Places, names: &[String]) -> Vec<PathBuf> {
    if names.is_empty() {
        return Vec::new();
    }
    let others = line.others(&RealDisk, places).unwrap_or_else(|problem| {
        log::warn!("nobody can tell which copies of the book there are: {problem}");
        Vec::new()
    });
    others.into_iter().filter(|path| erased::names_one(&RealDisk, path, names)).collect()
}

/// Takes the people with these ids out of every earlier version. One that cannot be read, or was edited by hand, goes
/// when it holds one of their ids or `names`.
///
/// # Errors
/// Why not, of the first where it did not work; the others are done.
pub fn forget(backups: &Backups, erased: &BTreeSet<Id>, names: &[String]) -> Result<(), Problem> {
    let mut result = Ok(());
    for version in backups.list_with_older()? {
        result = result.and(forget_in(backups, &version, erased, names));
    }
    result
}

fn forget_in(
    backups: &Backups,
    version: &Version,
    erased: &BTreeSet<Id>,
    names: &[String],
) -> Result<(), Problem> {
    let bytes = match backups.read_any(version) {
        Err(Problem::NotFound) => return Ok(()),
        bytes => bytes?,
    };
    match erased::may_keep(&bytes, erased, names)? {
        MayKeep::All => Ok(()),
        MayKeep::Without(text) => backups.rewrite(version, text.as_bytes()).map(|_| ()),
        MayKeep::Nothing => backups.remove(version),
    }
}
