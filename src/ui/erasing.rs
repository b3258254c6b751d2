//! Erasing a client for ever, and what comes after it.

use egui::Context;

use super::app::{App, Stage};
use crate::{
    app::{erasing::Erasing, problem_words},
    domain::id::Id,
};

impl App {
    /// Erases a client: the only deed without undo.
    pub(super) fn erase(&mut self, ctx: &Context, client: Id) {
        let Stage::Book(open) = &mut self.stage else { return };
        match open.session.erase(client) {
            Ok(name) => {
                self.typing = None;
                let sentence = open.session.words().with("erase-done", &[("client", (&name).into())]);
                self.erasing.add(name);
                self.sheets.close(ctx);
                self.say(sentence);
            }
            Err(refusal) => {
                let sentence = problem_words::refusal_sentence(refusal, open.session.words());
                self.say(sentence);
            }
        }
    }

    /// What an earlier opening of this book may have left of somebody who was erased.
    pub(super) fn look_for_erased(&mut self) {
        if let Stage::Book(open) = &self.stage {
            self.erasing = Erasing::of(&open.session);
        }
    }

    /// Goes on making earlier versions forget who was erased.
    pub(super) fn go_on_erasing(&mut self, ctx: &Context) {
        let Stage::Book(open) = &self.stage else { return };
        let waker = ctx.clone();
        let Some(backups) = open.backups(&self.places) else { return };
        let left = self.erasing.go_on(&open.session, &backups, move || waker.request_repaint());
        let Some(left) = left else { return };
        let words = open.session.words();
        let sentence = match &left.name {
            Some(name) => words.with("erase-not-everywhere", &[("client", name.into())]),
            None => words.say("erase-not-everywhere-still"),
        };
        self.say(sentence);
    }
}
