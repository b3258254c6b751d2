//! The machine's own file dialogs, away from the window's thread.

use std::{path::PathBuf, sync::mpsc};

use egui::Context;

use super::action::Browse;
use crate::app::words::Words;

/// A file dialog that is open, or may never have opened.
#[derive(Debug)]
pub struct Dialog(mpsc::Receiver<Option<PathBuf>>);

impl Dialog {
    /// Opens one. On Linux it may not come at all; the sheet that asks always has a field for the path too.
    pub fn open(browse: Browse, words: &Words, file_name: &str, ctx: &Context) -> Self {
        let (sender, receiver) = mpsc::channel();
        let dialog = rfd::AsyncFileDialog::new();
        let dialog = match browse {
            Browse::Open | Browse::Join | Browse::Copy => {
                dialog.add_filter(words.say("file-kind"), &["kleurboek", "ron"])
            }
            Browse::Export(_) => dialog.add_filter(words.say("export-file-kind"), &["txt"]),
        };
        let ctx = ctx.clone();
        // The future is built here, as macOS wants, and waited for elsewhere: a hung portal never answers.
        let chosen = match browse {
            Browse::Open | Browse::Join => {
                Box::pin(dialog.pick_file()) as std::pin::Pin<Box<dyn Future<Output = _> + Send>>
            }
            Browse::Copy | Browse::Export(_) => Box::pin(dialog.set_file_name(file_name).save_file()),
        };
        let waiting = std::thread::Builder::new().name("kleurboek-dialog".to_owned()).spawn(move || {
            let path = pollster::block_on(chosen).map(|file| file.path().to_owned());
            // Nobody listens any more when the sheet was closed.
            let _ = sender.send(path);
            ctx.request_repaint();
        });
        if let Err(error) = waiting {
            log::warn!("no thread for a file dialog: {error}");
        }
        Self(receiver)
    }

    /// The path that was chosen; none while nothing was, or when it was called off.
    pub fn chosen(&self) -> Option<PathBuf> {
        self.0.try_recv().ok().flatten()
    }
}
