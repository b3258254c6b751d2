//! Putting another version of the book in one with it: read away from the window's thread, shown first, then done.

use std::{path::Path, sync::mpsc::Receiver};

use egui::Context;

use super::{
    action::SheetKind,
    app::{App, Stage},
};
use crate::{
    app::{joining, problem_words},
    domain::book::Book,
    storage::problem::Problem,
};

/// A version that is being read.
pub(super) type Joining = Receiver<Result<Book, Problem>>;

impl App {
    /// Begins to read the version at `path`.
    pub(super) fn read_to_join(&mut self, ctx: &Context, path: &Path) {
        let Stage::Book(open) = &self.stage else { return };
        let (book, path, today) = (open.session.book().clone(), path.to_owned(), self.clock.today());
        let (sender, receiver) = std::sync::mpsc::channel();
        let waker = ctx.clone();
        let thread = std::thread::Builder::new().name("kleurboek-join".to_owned()).spawn(move || {
            // Nobody listens any more when the window was closed.
            let _ = sender.send(joining::read_version_of(&book, &path, today));
            waker.request_repaint();
        });
        match thread {
            Ok(_) => self.joining = Some(receiver),
            Err(error) => self.not_joined(&Problem::from(error)),
        }
    }

    /// Shows what a version that was read would change.
    pub(super) fn show_what_joins(&mut self, ctx: &Context) {
        let Some(Ok(read)) = self.joining.as_ref().map(Receiver::try_recv) else { return };
        self.joining = None;
        let Stage::Book(open) = &self.stage else { return };
        match read {
            Ok(theirs) if open.session.book().has_all_of(&theirs) => {
                let sentence = open.session.words().say("join-nothing");
                self.sheets.close(ctx);
                self.say(sentence);
            }
            Ok(theirs) => {
                self.sheets.close(ctx);
                self.open_sheet(ctx, SheetKind::Join(Box::new(theirs)));
            }
            // The path stays where it was typed.
            Err(problem) => self.not_joined(&problem),
        }
    }

    /// Does it, once it was shown.
    pub(super) fn join(&mut self, ctx: &Context, theirs: &Book) {
        if self.refuse_while_looking_back() {
            return;
        }
        let Stage::Book(open) = &mut self.stage else { return };
        match open.session.join(theirs) {
            Ok(outcome) => {
                self.sheets.close(ctx);
                self.tell_outcome(outcome, None);
            }
            Err(refusal) => {
                let sentence = problem_words::refusal_sentence(refusal, open.session.words());
                self.say(sentence);
            }
        }
    }

    fn not_joined(&mut self, problem: &Problem) {
        let words = self.words();
        let why = problem_words::sentence(problem, &words);
        self.say_in_place(words.with("join-failed", &[("why", (&why).into())]));
    }
}
