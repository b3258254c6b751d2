//! What was done, in words: the label of undo and of "Laatste wijzigingen".

use crate::domain::{Day, fit::Fit, money::Cents};

use super::{amount_words, date_words, field_place::FieldPlace, session::fit_word, words::Words};

/// Something that was done to the book.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says itself in the .ftl files")]
pub enum Deed {
    IncomeAdded { amount: Cents, client: Option<String> },
    IncomeCorrected { amount: Cents, client: Option<String> },
    IncomeRemoved { amount: Cents, client: Option<String> },
    IncomePaid { amount: Cents, client: Option<String> },
    PartPaid { amount: Cents, client: Option<String> },
    ClientAdded(String),
    ClientRenamed(String),
    ClientChanged(String),
    NotesChanged(String),
    ColourChanged { client: String, fit: Fit },
    ClientArchived(String),
    ClientTakenBack(String),
    ClientRemoved(String),
    ClientBroughtBack(String),
    PlanChanged,
    WeekChanged,
    DaysOffChanged,
    HolidaysChanged,
    DayFree(Day),
    DayWorked(Day),
    LanguageChanged,
    WordsChanged,
    TermChanged,
    EditedByHand,
    VersionTakenBack(Day),
    OlderTaken,
    BookJoined,
    OtherTaken(FieldPlace),
    OthersSettled(FieldPlace),
}

impl Deed {
    /// The label, such as "€ 120 van Bistro Loo toegevoegd".
    pub fn say(&self, words: &Words, fit_words: &[String; 5], today: Day) -> String {
        let money = |key: &str, amount: Cents, client: Option<&String>| {
            let amount = amount_words::amount(amount, words.language());
            match client {
                Some(client) => words
                    .with(&format!("{key}-from"), &[("amount", (&amount).into()), ("client", client.into())]),
                None => words.with(key, &[("amount", (&amount).into())]),
            }
        };
        let client = |key: &str, name: &String| words.with(key, &[("client", name.into())]);
        let on_day = |key: &str, day: Day| {
            let day = date_words::long(day, today, words.language());
            words.with(key, &[("day", (&day).into())])
        };
        match self {
            Self::IncomeAdded { amount, client } => money("deed-income-added", *amount, client.as_ref()),
            Self::IncomeCorrected { amount, client } => {
                money("deed-income-corrected", *amount, client.as_ref())
            }
            Self::IncomeRemoved { amount, client } => money("deed-income-removed", *amount, client.as_ref()),
            Self::IncomePaid { amount, client } | Self::PartPaid { amount, client } => {
                money("deed-income-paid", *amount, client.as_ref())
            }
            Self::ClientAdded(name) => client("deed-client-added", name),
            Self::ClientRenamed(name) => client("deed-client-renamed", name),
            Self::ClientChanged(name) => client("deed-client-changed", name),
            Self::NotesChanged(name) => client("deed-notes-changed", name),
            Self::ColourChanged { client, fit } => words.with(
                "deed-colour-changed",
                &[("client", client.into()), ("colour", (&fit_word(*fit, fit_words, words)).into())],
            ),
            Self::ClientArchived(name) => client("deed-client-archived", name),
            Self::ClientTakenBack(name) => client("deed-client-taken-back", name),
            Self::ClientBroughtBack(name) => client("deed-client-brought-back", name),
            Self::ClientRemoved(name) => client("deed-client-removed", name),
            Self::PlanChanged => words.say("deed-plan-changed"),
            Self::WeekChanged => words.say("deed-week-changed"),
            Self::DaysOffChanged => words.say("deed-days-off-changed"),
            Self::HolidaysChanged => words.say("deed-holidays-changed"),
            Self::DayFree(day) => on_day("deed-day-free", *day),
            Self::DayWorked(day) => on_day("deed-day-worked", *day),
            Self::LanguageChanged => words.say("deed-language-changed"),
            Self::WordsChanged => words.say("deed-words-changed"),
            Self::TermChanged => words.say("deed-term-changed"),
            Self::EditedByHand => words.say("deed-edited-by-hand"),
            Self::BookJoined => words.say("deed-book-joined"),
            Self::OlderTaken => words.say("deed-older-taken"),
            Self::VersionTakenBack(day) => on_day("deed-version-taken-back", *day),
            Self::OtherTaken(field) => {
                words.with("deed-other-taken", &[("field", (&field.say(words)).into())])
            }
            Self::OthersSettled(field) => {
                words.with("deed-others-settled", &[("field", (&field.say(words)).into())])
            }
        }
    }
}
