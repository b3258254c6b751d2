//! A copy of the book in another file.

use std::path::Path;

use super::{BookFile, WholeText};
use crate::{
    domain::book::Book,
    storage::{new_file::write_new, path_key::canonical, problem::Problem},
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
        let text = WholeText::copy_of(book, self.generation)?;
        write_new(disk, &target, &text.bytes)
    }
}
