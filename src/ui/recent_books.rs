//! The books opened last: which are still there is looked up away from the window's thread, as a disk may hang.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, Sender},
};

use egui::Context;

/// No more of them are shown.
const MOST: usize = 5;

/// A book that was opened before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentBook {
    /// Its file.
    pub path: PathBuf,
    /// Whether it is certainly not there now. While its disk has not answered, it may be.
    pub is_gone: bool,
}

impl RecentBook {
    /// What it is called.
    pub fn name(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The folder it is in.
    pub fn folder(&self) -> String {
        self.path.parent().unwrap_or(Path::new("")).display().to_string()
    }
}

/// The books opened last, without the one at hand.
#[derive(Debug)]
pub struct RecentBooks {
    books: Vec<RecentBook>,
    is_shown: bool,
    /// Of which the disk has not answered yet.
    asked: Vec<PathBuf>,
    sender: Sender<(PathBuf, bool)>,
    answers: Receiver<(PathBuf, bool)>,
}

impl Default for RecentBooks {
    fn default() -> Self {
        let (sender, answers) = mpsc::channel();
        Self { books: Vec::new(), is_shown: false, asked: Vec::new(), sender, answers }
    }
}

impl RecentBooks {
    /// What is known of them now.
    pub fn books(&self) -> &[RecentBook] {
        &self.books
    }

    /// Keeps it up to date while it `is_shown`: `paths` are the books opened last, `at_hand` the one that is open or
    /// could not be. Touches no disk itself.
    pub(super) fn follow(
        &mut self,
        ctx: &Context,
        is_shown: bool,
        paths: &[PathBuf],
        at_hand: Option<&Path>,
    ) {
        let was_shown = std::mem::replace(&mut self.is_shown, is_shown);
        if !is_shown {
            return;
        }
        let at_hand = at_hand.and_then(|path| std::path::absolute(path).ok());
        let wanted = || paths.iter().filter(|path| Some(*path) != at_hand.as_ref()).take(MOST);
        if !was_shown || !wanted().eq(self.books.iter().map(|book| &book.path)) {
            let known = std::mem::take(&mut self.books);
            let is_gone = |path: &PathBuf| known.iter().any(|book| book.path == *path && book.is_gone);
            self.books =
                wanted().map(|path| RecentBook { path: path.clone(), is_gone: is_gone(path) }).collect();
            self.ask(ctx);
        }
        for (path, is_gone) in self.answers.try_iter() {
            self.asked.retain(|asked| *asked != path);
            for book in self.books.iter_mut().filter(|book| book.path == path) {
                book.is_gone = is_gone;
            }
        }
    }

    /// A thread each, so that a disk that hangs keeps the others waiting for nothing.
    fn ask(&mut self, ctx: &Context) {
        for book in &self.books {
            if self.asked.contains(&book.path) {
                continue;
            }
            let (path, sender, waker) = (book.path.clone(), self.sender.clone(), ctx.clone());
            let thread = std::thread::Builder::new().name("kleurboek-recent".to_owned()).spawn(move || {
                let is_gone = !path.is_file();
                // Nobody listens any more when the window is closed.
                let _ = sender.send((path, is_gone));
                waker.request_repaint();
            });
            match thread {
                Ok(_) => self.asked.push(book.path.clone()),
                Err(error) => log::warn!("no thread to look for a book: {error}"),
            }
        }
    }
}
