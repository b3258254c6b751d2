//! `kleurboek merge`: two versions of a book in one new file.

use std::path::Path;

use super::{counts, with_more, write_new};
use crate::{
    app::{problem_words::told, words::Words},
    domain::{book::Book, other_values, stamp::Device},
    storage::{places::Places, problem::Problem},
};

/// Merges the books at two paths into a new file; the line to print.
pub(super) fn merge(
    one: &Path,
    other: &Path,
    out: &Path,
    places: &Places,
    words: &Words,
) -> Result<String, String> {
    let name = out.display().to_string();
    if out.symlink_metadata().is_ok() {
        return Err(words.with("cli-exists", &[("file", (&name).into())]));
    }
    let (ours, theirs) = (read(one, words)?, read(other, words)?);
    if ours.id != theirs.id {
        return Err(words.say("cli-other-book"));
    }
    let book = ours.merged_with(&theirs);
    let more = write_new(&book, out, places, words)?;
    let words = Words::new(book.house.language);
    let (counts, waiting) = (counts(&book, &words), other_values::waiting(&book).len());
    let values = [("file", (&name).into()), ("counts", (&counts).into()), ("others", waiting.into())];
    Ok(with_more(words.with("cli-merged", &values), more))
}

fn read(path: &Path, words: &Words) -> Result<Book, String> {
    let loaded = super::read(path, words)?.loaded;
    if let Some(problem) = &loaded.read_only_because {
        return Err(told(problem, path, words));
    }
    let mut book = loaded.book;
    if loaded.hash != crate::storage::format::HashLine::Right {
        // A hand edit may have records that no version knows of; they count as new.
        let bits = getrandom::u32().map_err(|error| told(&Problem::Other(error.to_string()), path, words))?;
        book.hold_on_to_new(Device::from_bits(bits));
    }
    Ok(book)
}
