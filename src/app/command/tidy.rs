//! Text as it goes into the book.

use super::Refusal;
use crate::domain::{
    book::Book,
    client::{LONGEST_LINE, LONGEST_TEXT},
    id::Id,
};

pub(super) fn name_of(book: &Book, client: Option<Id>) -> Option<String> {
    book.client_name(client).map(str::to_owned)
}

pub(super) fn tidy_name(name: &str) -> Result<String, Refusal> {
    let name = tidy_line(name);
    if name.is_empty() { Err(Refusal::NameEmpty) } else { Ok(name) }
}

/// One line, without spaces around it, as long as a line may be.
pub(super) fn tidy_line(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|letter| !letter.is_control()).take(LONGEST_LINE).collect()
}

/// Lines, as long as a text may be.
pub(super) fn tidy_text(text: &str) -> String {
    text.chars()
        .filter(|letter| *letter == '\n' || *letter == '\t' || !letter.is_control())
        .take(LONGEST_TEXT)
        .collect()
}
