//! Opening a book whose disk may be slow: on a thread of its own, so that the window is there all the same.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError},
    time::Duration,
};

use egui::Context;

use super::{
    app::{App, Stage},
    leaving::Leaving,
    views::trouble::Trouble,
};
use crate::{
    app::{opening::OpenBook, preparing::Prepared, problem_words},
    storage::problem::Problem,
};

/// A disk that works is waited for, so that the first picture is the book.
const AT_ONCE: Duration = Duration::from_secs(1);

/// A book that is still being read.
#[derive(Debug)]
pub(super) struct Arriving {
    path: PathBuf,
    result: Receiver<Result<Prepared, Problem>>,
}

impl App {
    /// Opens another book. One that is open stays so when that fails: a mistyped path costs nothing.
    pub(super) fn open_book(&mut self, ctx: &Context, path: &Path) {
        // By its name alone, as its disk may be slow.
        let same = |now: &Path| std::path::absolute(now).ok() == std::path::absolute(path).ok();
        if let Stage::Book(now) = &self.stage
            && now.path.as_deref().is_some_and(same)
        {
            // It is open already.
            return;
        }
        let (sender, result) = mpsc::channel();
        let (waker, wanted, places) = (ctx.clone(), path.to_owned(), self.places.clone());
        let thread = std::thread::Builder::new().name("kleurboek-open".to_owned()).spawn(move || {
            // Nobody listens any more when another book was chosen meanwhile.
            let _ = sender.send(Prepared::open(&wanted, &places));
            waker.request_repaint();
        });
        if let Err(error) = thread {
            self.not_opened(path, error.into());
            return;
        }
        match result.recv_timeout(AT_ONCE) {
            Ok(prepared) => self.arrived(ctx, path, prepared),
            Err(RecvTimeoutError::Disconnected) => self.not_opened(path, stopped()),
            Err(RecvTimeoutError::Timeout) => {
                self.arriving = Some(Arriving { path: path.to_owned(), result });
                if self.keeps_what_is_shown(path) {
                    self.not_opened(path, Problem::NoAnswer);
                } else {
                    // Without looking at that disk itself.
                    let trouble = Trouble::waiting(path.to_owned(), self.language());
                    self.stage = Stage::Trouble(Box::new(trouble));
                }
            }
        }
    }

    /// Shows the book once its disk has answered.
    pub(super) fn await_book(&mut self, ctx: &Context) {
        let Some(arriving) = self.arriving.take() else { return };
        match arriving.result.try_recv() {
            Ok(prepared) if matches!(self.stage, Stage::Book(_)) => {
                // The one that is open is left as always; then this one opens at once.
                drop(prepared);
                self.leave(ctx, Leaving::ForBook(arriving.path));
            }
            Ok(prepared) => self.arrived(ctx, &arriving.path, prepared),
            Err(TryRecvError::Empty) => self.arriving = Some(arriving),
            Err(TryRecvError::Disconnected) => self.not_opened(&arriving.path, stopped()),
        }
    }

    fn arrived(&mut self, ctx: &Context, path: &Path, prepared: Result<Prepared, Problem>) {
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        match prepared.and_then(|prepared| OpenBook::of(prepared, self.clock, wake)) {
            Ok(open) => self.entered(ctx, open, path),
            Err(problem) => self.not_opened(path, problem),
        }
    }

    /// Whether a book that does not open leaves what is there now as it is: an open book, answers that were given, or
    /// what was said about another book.
    fn keeps_what_is_shown(&self, path: &Path) -> bool {
        match &self.stage {
            Stage::Book(_) => true,
            Stage::Welcome(welcome) => welcome.was_shown(),
            Stage::Trouble(trouble) => trouble.path() != path,
        }
    }

    pub(super) fn not_opened(&mut self, path: &Path, problem: Problem) {
        if problem == Problem::LockedByOther {
            self.bring_other_forward(path);
        }
        if self.keeps_what_is_shown(path) {
            let words = self.words();
            let (file, why) = (path.display().to_string(), problem_words::sentence(&problem, &words));
            let values = [("file", (&file).into()), ("why", (&why).into())];
            let sentence = words.with("notice-not-opened", &values);
            self.say(sentence);
            return;
        }
        let trouble = Trouble::new(path.to_owned(), problem, self.language(), &self.places);
        self.stage = Stage::Trouble(Box::new(trouble));
    }
}

fn stopped() -> Problem {
    Problem::Other("the reading thread has ended".to_owned())
}
