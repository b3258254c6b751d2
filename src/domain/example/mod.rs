//! The example: the book of a made-up illustrator, to look around in before there is a book of one's own.
//!
//! Everyone and everything in it is invented: the streets do not exist, and the e-mail addresses end in a domain that
//! nobody can own.

mod clients;
mod incomes;
mod large;
mod mix;
mod plan;

use std::sync::Arc;

use super::{
    Day,
    book::{Book, House, Language},
    id::Id,
    lineage::Lineage,
};

pub use large::{MOST_YEARS, large};

/// The book's own id, the same in both languages.
const BOOK_ID: Id = mix::id(mix::Kind::Book, 1);

/// The day on which the example plays: Saturday 21 November 2026.
pub const fn example_day() -> Day {
    on(11, 21)
}

/// The book of Atelier Noor, an illustrator in Gent, as it is on [`example_day`].
///
/// It is the worked example of the project: € 185 needed that day and € 120 earned. Both languages hold the same
/// records with the same ids, amounts and days; only the words differ.
pub fn atelier_noor(language: Language) -> Book {
    Book {
        id: BOOK_ID,
        house: Arc::new(House { name: "Atelier Noor".to_owned(), ..House::new(language) }),
        plan: Arc::new(plan::worked_example(language, on(5, 1))),
        clients: clients::all(language),
        incomes: incomes::all(language),
        lineage: Lineage::default(),
    }
}

/// The same words in both languages.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    dutch: &'static str,
    english: &'static str,
}

/// Words in Dutch and in English.
const fn said(dutch: &'static str, english: &'static str) -> Said {
    Said { dutch, english }
}

impl Said {
    /// Nothing, in both languages.
    const NOTHING: Self = said("", "");

    /// The words in `language`.
    fn to(self, language: Language) -> String {
        match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
        }
        .to_owned()
    }
}

/// A day of the example's year; the tables below hold no day that does not exist, and a test reads them all.
const fn on(month: u32, day: u32) -> Day {
    match Day::from_ymd_opt(2026, month, day) {
        Some(day) => day,
        None => Day::MIN,
    }
}
