//! Erasing a client for ever, and what comes after it.

use egui::Context;

use super::{
    app::{App, Stage},
    views::notice_bar::Notice,
};
use crate::{
    app::{
        erasing::{Erasing, OfBook, ToTell},
        problem_words,
    },
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
        let (Some(backups), Some(line)) = (open.backups(&self.places), &open.line) else { return };
        let of = OfBook { session: &open.session, line, backups: &backups, places: &self.places };
        let told = self.erasing.go_on(of, move || waker.request_repaint());
        let words = open.session.words();
        let notice = match told {
            None => return,
            Some(ToTell::NotForgotten { name: Some(name), .. }) => {
                Notice::Said(words.with("erase-not-everywhere", &[("client", (&name).into())]))
            }
            Some(ToTell::NotForgotten { name: None, .. }) => {
                Notice::Said(words.say("erase-not-everywhere-still"))
            }
            Some(ToTell::StillIn { name, copies }) => {
                let files: Vec<String> = copies.iter().map(|copy| copy.display().to_string()).collect();
                let files = files.join(", ");
                let values = [("client", (&name).into()), ("file", (&files).into())];
                let Some(first) = copies.into_iter().next() else { return };
                Notice::StillIn(words.with("erase-still-in", &values), first)
            }
        };
        self.notice.say(notice);
    }
}
