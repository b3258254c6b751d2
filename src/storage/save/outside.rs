//! What happens when another program changed the file of an open book.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDateTime;

use super::{BookFile, Saved, WholeText, refused};
use crate::{
    domain::book::Book,
    storage::{
        atomic::{self, Over},
        places::Places,
        problem::Problem,
    },
};

/// Names tried for a file beside the book before giving up.
const MOST_NAMES: usize = 100;

impl BookFile {
    /// What to do when the file at `target` holds `_bytes`, which are not ours; none when they are too many to read.
    pub(super) fn outside(
        &mut self,
        book: &Book,
        _bytes: Option<&[u8]>,
        target: &Path,
        places: &Places,
        at: NaiveDateTime,
    ) -> Result<Saved, Problem> {
        // It is no longer on the disk, so this is the last of it.
        self.keep(places, at);
        let disk = Arc::clone(&self.disk);
        let text = WholeText::of(book, self.next_generation())?;
        let permissions = disk.about(target).ok().map(|about| about.permissions);
        let permissions = permissions.filter(|mode| !mode.readonly());
        for number in 1..=MOST_NAMES {
            let path = path_beside(target, at, number);
            let written = atomic::write_near(disk.as_ref(), target, &text.bytes, permissions.as_ref())?;
            match atomic::rename(written, &path, Over::Nothing) {
                Ok(()) => {
                    self.path.clone_from(&path);
                    self.finish(&path, text)?;
                    return Ok(Saved::Beside(path));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(refused(error)),
            }
        }
        Err(Problem::Other("every name beside the book is taken".to_owned()))
    }
}

/// `Book (2026-11-21 14.03.00).kleurboek` beside `Book.kleurboek`, with a number from the second on.
fn path_beside(target: &Path, at: NaiveDateTime, number: usize) -> PathBuf {
    let mut name = target.file_stem().unwrap_or_default().to_owned();
    name.push(format!(" ({})", at.format("%Y-%m-%d %H.%M.%S")));
    if number > 1 {
        name.push(format!(" {number}"));
    }
    name.push(".");
    name.push(target.extension().unwrap_or("kleurboek".as_ref()));
    target.with_file_name(name)
}
