//! Saving a book: never over something we do not know, never half.

#[cfg(test)]
mod tests;

use std::{
    fs::{self, Permissions},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    atomic::{self, Over},
    copies,
    format::{self, HashLine},
    open::{LARGEST_FILE, Opened, missing, read_whole},
    path_key::canonical,
    places::Places,
    problem::Problem,
};
use crate::domain::book::Book;

/// Names tried for a file beside the book before giving up.
const MOST_NAMES: usize = 100;

/// The file of an open book, and what is known of it.
#[derive(Clone, Debug)]
pub struct BookFile {
    path: PathBuf,
    generation: u64,
    /// What was on the disk when we last read or wrote; none for a new book.
    known: Option<blake3::Hash>,
    /// What we last tried to put there: a rename may succeed and still say it failed.
    tried: Option<(blake3::Hash, u64)>,
    /// Whether what we last put there was not read back since, or may not have reached the disk itself.
    unproven: bool,
    /// What the file as it was opened said of itself, until it was copied.
    to_copy: Option<HashLine>,
    read_only_because: Option<Problem>,
}

/// How a book was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It already was: nothing differs.
    Unchanged,
    /// In its own file.
    InPlace,
    /// In this new file beside it, as another program changed the file. From now on that is the book's file.
    Beside(PathBuf),
}

/// What is on the disk now.
enum Found {
    Nothing,
    Known(Vec<u8>),
    Changed,
}

impl BookFile {
    /// The file of a new book. Made at the first save, with its folder; never over a file that is there by then.
    pub fn create_new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            generation: 0,
            known: None,
            tried: None,
            unproven: false,
            to_copy: None,
            read_only_because: None,
        }
    }

    /// The file of a book that was opened.
    pub fn of(opened: &Opened) -> Self {
        Self {
            path: opened.disk.path.clone(),
            generation: opened.loaded.generation,
            known: Some(opened.disk.hash),
            tried: None,
            unproven: false,
            to_copy: Some(opened.disk.hash_line),
            read_only_because: opened.loaded.read_only_because.clone(),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many times the book was saved.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Why it can be looked at only.
    pub const fn read_only_because(&self) -> Option<&Problem> {
        self.read_only_because.as_ref()
    }

    /// Saves the book.
    ///
    /// When another program changed the file, the book goes to a new file beside it, named after it with `beside`
    /// behind, such as `(2026-11-21 14.03.00)`.
    ///
    /// # Errors
    /// Any [`Problem`]. The file on the disk then is what it was before, unless it was only the check or the sync after
    /// the rename that failed: then it is the new one, and [`Self::path`] says where.
    pub fn save(&mut self, book: &Book, places: &Places, beside: &str) -> Result<Saved, Problem> {
        if let Some(problem) = &self.read_only_because {
            return Err(problem.clone());
        }
        let unchanged = match self.known {
            Some(known) => blake3::hash(format::write(book, self.generation)?.as_bytes()) == known,
            None => false,
        };
        let target = self.target()?;
        let before = match self.look(&target)? {
            Found::Changed => return self.save_beside(book, &target, beside),
            Found::Nothing => None,
            // Nothing to write, but only while it is still there and certainly on the disk.
            Found::Known(_) if unchanged && !self.unproven => return Ok(Saved::Unchanged),
            Found::Known(bytes) => {
                self.copy_once(places, &bytes);
                Some(writable_permissions(&target)?)
            }
        };
        let over = if before.is_some() { Over::Existing } else { Over::Nothing };
        let text = checked_text(book, self.generation + 1)?;
        let written = atomic::write_near(&target, text.as_bytes(), before)?;
        // Once more, as writing may have taken long.
        if matches!(self.look(&target)?, Found::Changed) {
            drop(written);
            return self.save_beside(book, &target, beside);
        }
        let hash = blake3::hash(text.as_bytes());
        self.tried = Some((hash, self.generation + 1));
        match atomic::rename(written, &target, over) {
            Err(error) if over == Over::Nothing && error.kind() == ErrorKind::AlreadyExists => {
                return self.save_beside(book, &target, beside);
            }
            result => result?,
        }
        self.finish(&target, hash)?;
        Ok(Saved::InPlace)
    }

    /// Saves a copy in a new file elsewhere; this stays the book's own file.
    ///
    /// # Errors
    /// [`Problem::IsTheOpenBook`] when it is the book's own file, [`Problem::ExistsAlready`] when it is another one;
    /// otherwise any [`Problem`]. Nothing that was there is changed.
    pub fn save_copy(&self, book: &Book, to: &Path) -> Result<(), Problem> {
        if let Some(problem) = &self.read_only_because {
            // Fields this version does not know would be missing from the copy.
            return Err(problem.clone());
        }
        let target = canonical(to);
        if target == canonical(&self.path) {
            return Err(Problem::IsTheOpenBook);
        }
        match fs::symlink_metadata(&target) {
            Ok(about) if about.is_dir() => return Err(Problem::IsAFolder),
            Ok(_) => return Err(Problem::ExistsAlready),
            Err(_) => {}
        }
        let text = checked_text(book, self.generation)?;
        let written = atomic::write_near(&target, text.as_bytes(), None)?;
        // Another program may have made it since we looked.
        atomic::rename(written, &target, Over::Nothing).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Problem::ExistsAlready,
            _ => error.into(),
        })?;
        atomic::sync_folder(&target)?;
        read_back(&target, blake3::hash(text.as_bytes()))
    }

    /// The file itself, behind any links.
    fn target(&self) -> Result<PathBuf, Problem> {
        match fs::symlink_metadata(&self.path) {
            Ok(about) if about.is_symlink() => {
                fs::canonicalize(&self.path).map_err(|error| missing(&canonical(&self.path), error.into()))
            }
            Ok(about) if about.is_dir() => Err(Problem::IsAFolder),
            Ok(_) => Ok(self.path.clone()),
            Err(error) if error.kind() == ErrorKind::NotFound && self.known.is_none() => {
                if let Some(folder) = self.path.parent() {
                    fs::create_dir_all(folder)?;
                }
                Ok(self.path.clone())
            }
            // Never a new one in its place: the disk may only be away for a while.
            Err(error) => Err(missing(&self.path, error.into())),
        }
    }

    fn look(&mut self, target: &Path) -> Result<Found, Problem> {
        let bytes = match read_whole(target) {
            Ok(bytes) => bytes,
            Err(Problem::NotFound) if self.known.is_none() => return Ok(Found::Nothing),
            Err(Problem::TooLarge) => return Ok(Found::Changed),
            Err(problem) => return Err(problem),
        };
        let hash = blake3::hash(&bytes);
        if let Some((tried, generation)) = self.tried
            && tried == hash
        {
            self.known = Some(hash);
            self.generation = generation;
            self.unproven = true;
        }
        Ok(if self.known == Some(hash) { Found::Known(bytes) } else { Found::Changed })
    }

    /// The first save of a session keeps what was opened. That it cannot is no reason not to save.
    fn copy_once(&mut self, places: &Places, bytes: &[u8]) {
        let Some(hash_line) = self.to_copy else {
            return;
        };
        match copies::keep(places, &self.path, bytes, hash_line) {
            Ok(()) => self.to_copy = None,
            Err(problem) => log::warn!("no copy of the book as it was: {problem}"),
        }
    }

    fn save_beside(&mut self, book: &Book, target: &Path, beside: &str) -> Result<Saved, Problem> {
        let text = checked_text(book, self.generation + 1)?;
        let hash = blake3::hash(text.as_bytes());
        for number in 1..=MOST_NAMES {
            let path = path_beside(target, beside, number);
            let permissions = fs::metadata(target).ok().map(|about| about.permissions());
            let written =
                atomic::write_near(&path, text.as_bytes(), permissions.filter(|mode| !mode.readonly()))?;
            match atomic::rename(written, &path, Over::Nothing) {
                Ok(()) => {
                    self.path.clone_from(&path);
                    self.to_copy = None;
                    self.finish(&path, hash)?;
                    return Ok(Saved::Beside(path));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Problem::Other("every name beside the book is taken".to_owned()))
    }

    /// From the rename on, what is there is ours, also when looking at it again fails. Then the next save writes it
    /// anew: a sync that failed once may well succeed the second time without having done anything.
    fn finish(&mut self, target: &Path, hash: blake3::Hash) -> Result<(), Problem> {
        self.known = Some(hash);
        self.tried = None;
        self.generation += 1;
        self.unproven = true;
        atomic::sync_folder(target)?;
        read_back(target, hash)?;
        self.unproven = false;
        Ok(())
    }
}

/// The text of the book, once it is certain that it reads as the same book.
fn checked_text(book: &Book, generation: u64) -> Result<String, Problem> {
    let text = format::write(book, generation)?;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
        return Err(Problem::TooLarge);
    }
    let read = format::read(&text)?;
    let same = read.book == *book
        && read.generation == generation
        && read.hash == HashLine::Right
        && read.read_only_because.is_none()
        && read.repaired.is_empty();
    if same { Ok(text) } else { Err(Problem::ReadBackDiffers) }
}

fn read_back(target: &Path, hash: blake3::Hash) -> Result<(), Problem> {
    if blake3::hash(&read_whole(target)?) == hash { Ok(()) } else { Err(Problem::ReadBackDiffers) }
}

/// The mode of a file. A rename would replace a read-only file too, against its owner's wish.
fn writable_permissions(target: &Path) -> Result<Permissions, Problem> {
    let permissions = fs::metadata(target)?.permissions();
    if permissions.readonly() { Err(Problem::ReadOnlyPlace) } else { Ok(permissions) }
}

/// `Book (other version).kleurboek` beside `Book.kleurboek`, with a number from the second on.
fn path_beside(target: &Path, beside: &str, number: usize) -> PathBuf {
    let mut name = target.file_stem().unwrap_or_default().to_owned();
    let suffix: String = beside
        .chars()
        // What Windows does not take in a name, nor a path of more than one step.
        .map(|letter| if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) { '-' } else { letter })
        .collect();
    name.push(" ");
    name.push(suffix);
    if number > 1 {
        name.push(format!(" {number}"));
    }
    name.push(".");
    name.push(target.extension().unwrap_or("kleurboek".as_ref()));
    target.with_file_name(name)
}
