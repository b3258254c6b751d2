//! `kleurboek merge`: two versions of a book in one new file.

use std::path::Path;

use super::{by_hand, counts, with_more, write_new};
use crate::{
    app::{clock::Clock, joining, problem_words::told, words::Words},
    domain::other_values,
    storage::places::Places,
};

/// Merges the books at two paths into a new file; the line to print.
pub(super) fn merge(
    [one, other]: [&Path; 2],
    out: &Path,
    places: &Places,
    words: &Words,
    aside: &mut impl FnMut(&str),
) -> Result<String, String> {
    let name = out.display().to_string();
    if out.symlink_metadata().is_ok() {
        return Err(words.with("cli-exists", &[("file", (&name).into())]));
    }
    let today = Clock::of_the_machine().today();
    let mut read = |path: &Path| {
        let read = joining::read(path, today).map_err(|problem| told(&problem, path, words))?;
        if read.is_edited {
            aside(&by_hand(path, &Words::new(read.book.house.language)));
        }
        Ok::<_, String>(read.book)
    };
    let (ours, theirs) = (read(one)?, read(other)?);
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
