//! After somebody was erased from the book: the earlier versions on this machine forget them too.

use std::{
    collections::BTreeSet,
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
        format,
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
    result: Receiver<Result<(), Problem>>,
    thread: JoinHandle<()>,
}

/// What could not be forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotForgotten {
    /// Who; none when they were erased before the book was opened.
    pub name: Option<String>,
    /// Why.
    pub problem: Problem,
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

    /// Goes on, on a thread of its own that calls `wake` when it is done; says what could not be forgotten.
    pub fn go_on(
        &mut self,
        session: &Session,
        backups: &Backups,
        wake: impl Fn() + Send + 'static,
    ) -> Option<NotForgotten> {
        if let Some(running) = &self.running {
            let result = match running.result.try_recv() {
                Ok(result) => result,
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => Err(Problem::Other("the thread has ended".to_owned())),
            };
            self.running = None;
            if let Err(problem) = result {
                log::warn!("somebody who was erased is still in an earlier version: {problem}");
                return Some(NotForgotten { name: self.names.last().cloned(), problem });
            }
        }
        if !self.waits || !session.save_status().is_some_and(|status| status.is_safe()) {
            return None;
        }
        self.waits = false;
        self.begin(session, backups.clone(), wake)
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
    fn begin(
        &mut self,
        session: &Session,
        backups: Backups,
        wake: impl Fn() + Send + 'static,
    ) -> Option<NotForgotten> {
        let (sender, result) = mpsc::channel();
        let (erased, names) = (Arc::clone(&session.book().lineage.erased), self.names.clone());
        let journals = session.forget_journals();
        let thread = std::thread::Builder::new().name("kleurboek-erasing".to_owned()).spawn(move || {
            let forgotten = forget(&backups, &erased, &names);
            let journals = journals.map_or(Ok(()), |journals| {
                journals.recv_timeout(PATIENCE).unwrap_or_else(|error| Err(Problem::Other(error.to_string())))
            });
            // Nobody listens any more when the window was closed.
            let _ = sender.send(forgotten.and(journals));
            wake();
        });
        match thread {
            Ok(thread) => {
                self.running = Some(Running { result, thread });
                None
            }
            Err(error) => {
                Some(NotForgotten { name: self.names.last().cloned(), problem: Problem::from(error) })
            }
        }
    }
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
    let text = String::from_utf8_lossy(&bytes);
    let is_in = |id: &&Id| text.contains(&id.to_string());
    let ids: Vec<Id> = erased.iter().filter(is_in).copied().collect();
    let whole = format::read(&text)
        .ok()
        .filter(|loaded| !loaded.is_edited_by_hand() && loaded.read_only_because.is_none());
    let Some(loaded) = whole else {
        let holds_name = names.iter().any(|name| text.contains(name.as_str()));
        return if ids.is_empty() && !holds_name { Ok(()) } else { backups.remove(version) };
    };
    let mut book = loaded.book;
    let before = book.clone();
    book.forget(ids);
    if book == before {
        return Ok(());
    }
    let text = format::write(&book, loaded.generation)?;
    backups.rewrite(version, text.as_bytes()).map(|_| ())
}
