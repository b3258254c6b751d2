//! A copy of the book in another file.

use std::{io::ErrorKind, path::Path};

use super::{BookFile, WholeText, read_back, refused};
use crate::{
    domain::book::Book,
    storage::{
        atomic::{self, Over},
        disk::Kind,
        path_key::canonical,
        problem::Problem,
    },
};

impl BookFile {
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
        let disk = self.disk.as_ref();
        let target = canonical(to);
        if target == canonical(&self.path) {
            return Err(Problem::IsTheOpenBook);
        }
        match disk.about_itself(&target) {
            Ok(about) if about.kind == Kind::Folder => return Err(Problem::IsAFolder),
            Ok(_) => return Err(Problem::ExistsAlready),
            Err(_) => {}
        }
        let text = WholeText::copy_of(book, self.generation)?;
        let written = atomic::write_near(disk, &target, &text.bytes, None)?;
        // Another program may have made it since we looked.
        atomic::rename(written, &target, Over::Nothing).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Problem::ExistsAlready,
            _ => refused(error),
        })?;
        atomic::sync_folder(disk, &target)?;
        read_back(disk, &target, text.hash)
    }
}
