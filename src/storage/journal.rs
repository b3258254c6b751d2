//! The journal: what was changed since the book was last saved, on this machine, so that a crash or a power cut loses
//! at most the last second.
//!
//! One file a span between two saves, in app data and never in a synced folder; written only at its end. A save that is
//! proven begins a new one, and only then the older ones go: at every moment what is not in the book is in one of them.

mod files;
mod header;
mod leftover;
mod lines;

pub use self::{
    files::Journals,
    header::Header,
    leftover::{Leftover, leftover},
};

use std::{
    fmt,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

use self::{files::Name, lines::Chain};
use super::{
    disk::{Disk, NewFile},
    open::LARGEST_FILE,
    places::Places,
    problem::Problem,
};

/// The journal of one open book. Files are made when there is something to write in them.
///
/// Only whoever holds the book's lock may have one: the lock is what tells a living journal from one left by a crash.
pub struct Journal {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    header: Header,
    /// The file that is being written; none when there is nothing yet, or when it failed.
    part: Option<Part>,
    /// Files written before it, which still count.
    older: Vec<PathBuf>,
    /// Files of which everything is in the book, still to be removed.
    done: Vec<PathBuf>,
}

/// One file of a journal, open at its end.
struct Part {
    path: PathBuf,
    file: Box<dyn NewFile>,
    chain: Chain,
    /// In bytes.
    size: u64,
    /// Whether a change in it is certainly on the disk.
    holds_something: bool,
}

impl Journal {
    /// The journal of a book, on top of what `header` says. Touches no disk yet.
    pub fn begin(disk: Arc<dyn Disk>, places: &Places, header: Header) -> Self {
        Self { disk, folder: files::folder(places), header, part: None, older: Vec::new(), done: Vec::new() }
    }

    /// What it builds on.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The files that count, the oldest first.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.older.iter().chain(self.part.as_ref().map(|part| &part.path)).map(PathBuf::as_path)
    }

    /// Writes one entry at the end. It counts from the next [`Self::sync`] that succeeds.
    ///
    /// # Errors
    /// Why it could not be written. Then everything since the last good sync has to be appended again; that goes to a
    /// new file.
    pub fn append(&mut self, text: &str) -> Result<(), Problem> {
        if self
            .part
            .as_ref()
            .is_some_and(|part| part.size.saturating_add(lines::longest(text)) > LARGEST_FILE)
        {
            self.sync()?;
            self.set_aside();
        }
        let mut part = match self.part.take() {
            Some(part) => part,
            None => Part::create(&self.disk, &self.folder, &self.header)?,
        };
        let appended = part.append(text);
        self.part = Some(part);
        appended.inspect_err(|_| self.set_aside()).map_err(Problem::from)
    }

    /// Puts what was appended on the disk itself.
    ///
    /// # Errors
    /// As for [`Self::append`].
    pub fn sync(&mut self) -> Result<(), Problem> {
        let Some(part) = &mut self.part else { return Ok(()) };
        match part.file.sync() {
            Ok(()) => {
                part.holds_something = true;
                Ok(())
            }
            Err(error) => {
                self.set_aside();
                Err(error.into())
            }
        }
    }

    /// After a save that is proven: starts anew on `header` with only the entries that are not in the book yet, and
    /// takes the older files away.
    ///
    /// # Errors
    /// Why the entries to carry over could not be written. Then it is what it was.
    pub fn rotate<'a>(
        &mut self,
        header: Header,
        carried: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Problem> {
        let mut carried = carried.into_iter().peekable();
        let part = if carried.peek().is_some() {
            let mut part = Part::create(&self.disk, &self.folder, &header)?;
            let written = carried.try_for_each(|text| part.append(text)).and_then(|()| part.file.sync());
            if let Err(error) = written {
                part.discard(&self.disk);
                return Err(error.into());
            }
            part.holds_something = true;
            Some(part)
        } else {
            None
        };
        self.remove_all();
        self.header = header;
        self.part = part;
        Ok(())
    }

    /// Ends it after everything reached the book: nothing of it stays.
    pub fn remove(mut self) {
        self.remove_all();
    }

    /// A file that failed is never written again; what was synced in it counts.
    fn set_aside(&mut self) {
        if let Some(part) = self.part.take() {
            if part.holds_something {
                self.older.push(part.path);
            } else {
                part.discard(&self.disk);
            }
        }
    }

    /// Those that cannot be removed now are tried again with the next ones.
    fn remove_all(&mut self) {
        self.done.append(&mut self.older);
        // Dropped with its file: an open one cannot be removed everywhere.
        self.done.extend(self.part.take().map(|part| part.path));
        self.done.retain(|path| match self.disk.remove(path) {
            Ok(()) => false,
            Err(error) if error.kind() == ErrorKind::NotFound => false,
            Err(error) => {
                log::warn!("an older journal could not be removed: {error}");
                true
            }
        });
    }
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").field("files", &self.files().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

impl Part {
    /// A new file with its header, certainly on the disk.
    fn create(disk: &Arc<dyn Disk>, folder: &Path, header: &Header) -> Result<Self, Problem> {
        let text = header.to_text()?;
        disk.create_folders(folder)?;
        let mut name = Name::next(disk.as_ref(), folder, header)?;
        let (path, file) = loop {
            let path = folder.join(name.to_string());
            match disk.create(&path, None) {
                Ok(file) => break (path, file),
                // The same book at another place has its own window.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => name.number += 1,
                Err(error) => return Err(error.into()),
            }
        };
        let mut part = Self { path, file, chain: Chain::default(), size: 0, holds_something: false };
        let written = part
            .append(&text)
            .and_then(|()| part.file.sync())
            .and_then(|()| files::sync_folder(disk.as_ref(), folder));
        match written {
            Ok(()) => Ok(part),
            Err(error) => {
                part.discard(disk);
                Err(error.into())
            }
        }
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        let line = self.chain.line(text);
        let size = self.size.saturating_add(u64::try_from(line.len()).unwrap_or(u64::MAX));
        if size > LARGEST_FILE {
            // It would not be read back.
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.file.write_all(line.as_bytes())?;
        self.size = size;
        Ok(())
    }

    /// Nothing that counts is in it.
    fn discard(self, disk: &Arc<dyn Disk>) {
        // An open file cannot be removed everywhere.
        drop(self.file);
        if let Err(error) = disk.remove(&self.path) {
            log::warn!("an unfinished journal could not be removed: {error}");
        }
    }
}
