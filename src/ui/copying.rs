//! Writing something beside the book, away from the window's thread: a copy, or everything about a client.

use std::{path::Path, sync::mpsc::Receiver};

use egui::Context;

use super::{
    app::{App, Stage},
    views::notice_bar::Notice,
};
use crate::{
    app::{client_export, problem_words},
    domain::id::Id,
    storage::{disk::RealDisk, new_file, problem::Problem, save::BookFile},
};

/// Something that is being written.
#[derive(Debug)]
pub(super) struct Copying {
    result: Receiver<Result<(), Problem>>,
    /// What to say when it is done.
    done: String,
    /// What to say when it is not; why is put in it.
    failed: &'static str,
}

impl App {
    /// Writes a copy of the book.
    pub(super) fn save_copy(&mut self, ctx: &Context, to: &Path) {
        let Stage::Book(open) = &self.stage else { return };
        let book = open.session.book().clone();
        let done = open.session.words().say("notice-copied");
        let (to, own) = (to.to_owned(), open.path.clone());
        self.write_aside(ctx, done, "notice-not-copied", move || {
            BookFile::create_new(own.unwrap_or_default(), std::sync::Arc::new(RealDisk)).save_copy(&book, &to)
        });
    }

    /// Writes everything about a client.
    pub(super) fn export_client(&mut self, ctx: &Context, client: Id, to: &Path) {
        let Stage::Book(open) = &self.stage else { return };
        let (book, words) = (open.session.book(), open.session.words());
        let Some(text) = client_export::text(book, client, open.session.today(), words) else { return };
        let name = book.client_name(Some(client)).unwrap_or_default();
        let done = words.with("export-done", &[("client", name.into())]);
        let to = to.to_owned();
        self.write_aside(ctx, done, "export-failed", move || {
            new_file::write_new(&RealDisk, &to, text.as_bytes())
        });
    }

    fn write_aside(
        &mut self,
        ctx: &Context,
        done: String,
        failed: &'static str,
        write: impl FnOnce() -> Result<(), Problem> + Send + 'static,
    ) {
        if self.copying.is_some() {
            return;
        }
        let waker = ctx.clone();
        let (sender, result) = std::sync::mpsc::channel();
        let thread = std::thread::Builder::new().name("kleurboek-copy".to_owned()).spawn(move || {
            // Nobody listens any more when the window was closed.
            let _ = sender.send(write());
            waker.request_repaint();
        });
        match thread {
            Ok(_) => self.copying = Some(Copying { result, done, failed }),
            Err(error) => self.not_written(failed, &Problem::from(error)),
        }
    }

    /// Says once how it went.
    pub(super) fn told_of_copy(&mut self, ctx: &Context) {
        let Some(copying) = &self.copying else { return };
        let Ok(result) = copying.result.try_recv() else { return };
        let Some(Copying { done, failed, .. }) = self.copying.take() else { return };
        match result {
            Ok(()) => {
                if self.sheets.file_place().is_some() {
                    self.sheets.close(ctx);
                }
                self.notice.say(Notice::Said(done));
            }
            Err(problem) => self.not_written(failed, &problem),
        }
    }

    fn not_written(&mut self, failed: &str, problem: &Problem) {
        let words = self.words();
        let why = problem_words::sentence(problem, &words);
        self.say_in_place(words.with(failed, &[("why", (&why).into())]));
    }
}
