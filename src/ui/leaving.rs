//! Going away from an open book: only once everything of it is written, or the person was told that it cannot be.

use std::{
    path::PathBuf,
    sync::{Arc, atomic::Ordering},
};

use egui::{Context, ViewportCommand};

use super::{
    action::{Action, SheetKind},
    app::{App, Stage},
    views::notice_bar::Notice,
};
use crate::app::{problem_words, saver::SaveStatus};

/// Where one goes from an open book.
#[derive(Clone, Debug)]
pub(super) enum Leaving {
    /// Out of the window.
    Window,
    /// To another book.
    ForBook(PathBuf),
}

impl App {
    fn save_status(&self) -> SaveStatus {
        match &self.stage {
            Stage::Book(open) => open.session.save_status().unwrap_or_default(),
            Stage::Welcome(_) | Stage::Trouble(_) | Stage::Opening(_) => SaveStatus::Clean,
        }
    }

    /// Goes away from the open book, once everything of it is written.
    pub(super) fn leave(&mut self, ctx: &Context, leaving: Leaving) {
        self.back_to_now();
        if let Stage::Book(open) = &self.stage {
            open.session.hurry();
        }
        self.leaving = Some(leaving);
        self.go_on_leaving(ctx);
    }

    fn go_on_leaving(&mut self, ctx: &Context) {
        let Some(leaving) = self.leaving.clone() else { return };
        let status = self.save_status();
        if status.is_safe() {
            self.leaving = None;
            match leaving {
                Leaving::Window => ctx.send_viewport_cmd(ViewportCommand::Close),
                // What is open stays until the other book is there.
                Leaving::ForBook(path) => self.open_book(ctx, &path),
            }
        } else if status.problem().is_some() || status == SaveStatus::Asking {
            // Going away later, by itself, is not what anybody asked for.
            self.leaving = None;
            self.stuck = Some(leaving);
            self.act(ctx, Action::Open(SheetKind::NotSaved));
        }
    }

    /// What asks this window to end, from any thread: nobody is there to answer a question then.
    pub fn asked_to_end(&self, ctx: Context) -> impl Fn() + Send + 'static + use<> {
        let is_ending = Arc::clone(&self.is_ending);
        move || {
            is_ending.store(true, Ordering::Release);
            ctx.request_repaint();
        }
    }

    /// Closing waits for the last write, and says so when that fails.
    pub(super) fn closing(&mut self, ctx: &Context) {
        if self.is_ending.swap(false, Ordering::AcqRel) {
            // Leaving the book writes what is left, and what cannot be written stays in the journal.
            self.close_anyway = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let requested = ctx.input(|input| input.viewport().close_requested());
        if requested && !self.close_anyway && !self.save_status().is_safe() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave(ctx, Leaving::Window);
        } else {
            self.go_on_leaving(ctx);
        }
    }

    /// Says once what became of the file, when that is more than that it was saved.
    pub(super) fn tell_status(&mut self) {
        let Stage::Book(open) = &mut self.stage else { return };
        let status = open.session.save_status();
        if status == self.shown_status {
            return;
        }
        let words = open.session.words().clone();
        if let Some(problem) = status.as_ref().and_then(SaveStatus::problem) {
            let why = problem_words::sentence(problem, &words);
            self.notice.say(Notice::NotKept(words.with("saved-not", &[("why", (&why).into())])));
        }
        self.shown_status = status;
    }
}
