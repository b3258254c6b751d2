//! Opening a book whose disk may be slow: the window goes on while it is read.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use egui::Context;

use super::{
    app::{App, Stage},
    leaving::Leaving,
    views::trouble::Trouble,
};
use crate::{
    app::{
        aside::Aside,
        opening::OpenBook,
        problem_words,
        reading::{Answer, Reading},
    },
    domain::Day,
    storage::{places::Places, problem::Problem},
};

/// Waited for without drawing, so that what is seen first is the book; in any but a very large one it is there by then.
pub(super) const AT_ONCE: Duration = Duration::from_millis(250);
/// After so many seconds of the window's own time the disk is said not to answer.
const SLOW: f64 = 8.0;

/// A book that was not there at once.
#[derive(Debug)]
pub(super) struct Arriving {
    reading: Reading,
    /// Since when, in seconds of the window's own time; none before its first frame.
    since: Option<f64>,
    is_told: bool,
}

/// A book that is being read, or why not.
#[derive(Debug)]
pub(super) struct Early {
    reading: Result<Reading, (PathBuf, Problem)>,
    /// Kept by who waits for it.
    aside: Option<Aside>,
}

impl Early {
    /// Begins to read, and to work out what the book shows on the day `today`; wakes the window of `ctx`, which need not
    /// be there yet, when it is there. `aside` is let go once it is waited for.
    pub(super) fn begin(
        ctx: &Context,
        path: PathBuf,
        places: &Places,
        today: Day,
        aside: Option<Aside>,
    ) -> Self {
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        let reading = Reading::begin(&path, places, today, wake).map_err(|problem| (path, problem));
        Self { reading, aside }
    }
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
        self.open_early(ctx, Early::begin(ctx, path.to_owned(), &self.places, self.clock.today(), None));
    }

    /// Opens the book that is being read.
    pub(super) fn open_early(&mut self, ctx: &Context, early: Early) {
        match early.reading {
            Err((path, problem)) => self.not_opened(&path, problem),
            Ok(reading) => {
                let answer = reading.wait(self.patience);
                // Before a book starts threads of its own, which would stay aside.
                drop(early.aside);
                if let Some(answer) = answer {
                    self.arrived(ctx, reading.path(), answer);
                    return;
                }
                if !self.keeps_what_is_shown(reading.path()) {
                    self.stage = Stage::Opening(Box::new(self.words()));
                }
                self.arriving = Some(Arriving { reading, since: None, is_told: false });
            }
        }
    }

    /// Shows the book once its disk has answered, and says so when that takes long.
    pub(super) fn await_book(&mut self, ctx: &Context) {
        let Some(mut arriving) = self.arriving.take() else { return };
        match arriving.reading.answer() {
            Some(answer) if matches!(self.stage, Stage::Book(_)) => {
                // The one that is open is left as always; then this one opens at once.
                drop(answer);
                self.leave(ctx, Leaving::ForBook(arriving.reading.path().to_owned()));
            }
            Some(answer) => self.arrived(ctx, arriving.reading.path(), answer),
            None => {
                let now = ctx.input(|input| input.time);
                let left = *arriving.since.get_or_insert(now) + SLOW - now;
                if left > 0.0 {
                    ctx.request_repaint_after(Duration::from_secs_f64(left));
                } else if !arriving.is_told {
                    arriving.is_told = true;
                    self.tell_no_answer(arriving.reading.path());
                }
                self.arriving = Some(arriving);
            }
        }
    }

    fn tell_no_answer(&mut self, path: &Path) {
        if self.keeps_what_is_shown(path) {
            self.not_opened(path, Problem::NoAnswer);
        } else {
            // Without looking at that disk itself.
            let trouble = Trouble::waiting(path.to_owned(), self.language());
            self.stage = Stage::Trouble(Box::new(trouble));
        }
    }

    fn arrived(&mut self, ctx: &Context, path: &Path, answer: Answer) {
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        match answer.and_then(|prepared| OpenBook::of(prepared, self.clock, wake)) {
            Ok(open) => self.entered(ctx, open, path),
            Err(problem) => self.not_opened(path, problem),
        }
    }

    /// Whether a book that does not open leaves what is there now as it is: an open book, answers that were given, or
    /// what was said about another book.
    fn keeps_what_is_shown(&self, path: &Path) -> bool {
        match &self.stage {
            Stage::Book(_) => true,
            Stage::Opening(_) => false,
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
            self.say_in_place(sentence);
            return;
        }
        let trouble = Trouble::new(path.to_owned(), problem, self.language(), &self.places);
        self.stage = Stage::Trouble(Box::new(trouble));
    }
}
