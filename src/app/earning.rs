//! An income as the command line gives it, noted in the same way whoever has the book open.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{
    amount_words,
    command::{Command, NewIncome, Payer, Payment, Refusal},
    date_words, problem_words,
    session::{Outcome, Session},
    words::Words,
};
use crate::{
    domain::{
        Day,
        book::Book,
        figure::{DailyFigure, DayState},
        money::Cents,
        month::Month,
        search,
    },
    storage::problem::Problem,
};

/// An income as the command line gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Earning {
    /// How much.
    pub cents: i64,
    /// The name of the client it is from, who may be new.
    pub client: Option<String>,
    /// The day; none for today.
    pub on: Option<Day>,
}

impl Earning {
    /// What is the same when it is tried once more.
    pub fn to_text(&self, today: Day) -> String {
        let client = self.client.as_deref().map(search::fold).unwrap_or_default();
        format!("{} {} {client}", self.cents, self.on.unwrap_or(today))
    }

    /// Notes it in the book at `path`; what was done, and the line that says how the day stands.
    ///
    /// `trouble` says why the book can only be looked at.
    ///
    /// # Errors
    /// The sentence that says why not, in the language of the book.
    pub fn note(
        &self,
        session: &mut Session,
        path: &Path,
        trouble: Option<&Problem>,
    ) -> Result<(Outcome, String), String> {
        let day = self.on.unwrap_or_else(|| session.today());
        let command = Command::Earn(NewIncome {
            amount: Cents::new(self.cents),
            from: self.client.clone().map_or(Payer::Nobody, Payer::New),
            label: String::new(),
            day,
            payment: Payment::Received,
        });
        let outcome = session.execute(&command, None).map_err(|refusal| match (refusal, trouble) {
            (Refusal::ReadOnly, Some(problem)) => problem_words::told(problem, path, session.words()),
            (refusal, _) => problem_words::refusal_sentence(refusal, session.words()),
        })?;
        Ok((outcome, figure_line(session.book(), day, session.today())))
    }
}

/// The figure of a day in one line, in the language of the book.
pub fn figure_line(book: &Book, day: Day, today: Day) -> String {
    let words = Words::new(book.house.language);
    let language = words.language();
    let daily = DailyFigure::of(book, day);
    let figure = amount_words::amount(daily.figure, language);
    let earned = amount_words::amount(daily.earned_today, language);
    let month = date_words::month(Month::of(day), today, language);
    let left = match daily.state {
        DayState::ToEarn { left } => amount_words::amount(left, language),
        _ => String::new(),
    };
    let named = date_words::long(day, today, language);
    let values = [
        ("figure", (&figure).into()),
        ("earned", (&earned).into()),
        ("left", (&left).into()),
        ("month", (&month).into()),
        ("day", (&named).into()),
    ];
    let is_today = day == today;
    let key = match daily.state {
        DayState::NoWorkWeek => return words.say("cli-today-no-week"),
        DayState::Free { .. } if is_today => "cli-today-free",
        DayState::Free { .. } => "cli-day-free",
        DayState::EnoughThisMonth if is_today => "cli-today-enough-month",
        DayState::EnoughThisMonth => "cli-day-enough-month",
        DayState::EnoughToday if is_today => "cli-today-enough",
        DayState::EnoughToday => "cli-day-enough",
        DayState::ToEarn { .. } if is_today => "cli-today-to-earn",
        DayState::ToEarn { .. } => "cli-day-to-earn",
    };
    words.with(key, &values)
}
