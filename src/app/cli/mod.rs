//! The commands for scripts, and for checking without a window.

pub mod request;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use self::request::Request;
use super::{
    amount_words,
    clock::Clock,
    command::{Command, NewIncome, Payer, Payment, Refusal},
    opening::{self, OpenBook},
    problem_words,
    saver::SaveStatus,
    words::Words,
};
use crate::{
    domain::{
        Day, amount,
        book::{Book, Language},
        example,
        figure::{DailyFigure, DayState},
        month::Month,
    },
    storage::{disk::RealDisk, machine::Machine, open, places::Places, problem::Problem, save::BookFile},
};

/// Does a command; the line to print.
///
/// # Errors
/// The line that says what went wrong and what to do, in the language of the book where there is one.
pub fn run(request: Request, places: &Places, words: &Words) -> Result<String, String> {
    match request {
        Request::Help | Request::Window { .. } => Ok(words.say("cli-help")),
        Request::Version => Ok(format!("kleurboek {}", env!("CARGO_PKG_VERSION"))),
        Request::Today { book, on } => today(&the_book(book, places, words)?, on, words),
        Request::Earned { amount, client, on, book } => {
            earned(&amount, client, on, &the_book(book, places, words)?, places, words)
        }
        Request::Check { book } => check(&book, words),
        Request::Example { file, language, years } => write_example(&file, language, years, places, words),
    }
}

/// The book that was named, the one opened last, or the one in the usual place.
fn the_book(named: Option<PathBuf>, places: &Places, words: &Words) -> Result<PathBuf, String> {
    opening::which_book(named, &Machine::load(places), places).ok_or_else(|| words.say("cli-no-book"))
}

fn read(path: &Path, words: &Words) -> Result<open::Opened, String> {
    open::open(path).map_err(|problem| told(&problem, path, words))
}

fn told(problem: &Problem, path: &Path, words: &Words) -> String {
    format!("{}: {}", path.display(), problem_words::sentence(problem, words))
}

fn today(path: &Path, on: Option<Day>, words: &Words) -> Result<String, String> {
    let book = read(path, words)?.loaded.book;
    Ok(figure_line(&book, Clock::maybe_frozen(on).today()))
}

/// The figure in one line, in the language of the book.
fn figure_line(book: &Book, today: Day) -> String {
    let words = Words::new(book.house.language);
    let language = words.language();
    let daily = DailyFigure::of(book, today);
    let figure = amount_words::amount(daily.figure, language);
    let earned = amount_words::amount(daily.earned_today, language);
    let both = [("figure", (&figure).into()), ("earned", (&earned).into())];
    match daily.state {
        DayState::NoWorkWeek => words.say("cli-today-no-week"),
        DayState::Free { .. } => words.with("cli-today-free", &both),
        DayState::EnoughThisMonth => {
            let month = super::date_words::month(Month::of(today), today, language);
            words.with("cli-today-enough-month", &[("month", (&month).into()), ("earned", (&earned).into())])
        }
        DayState::EnoughToday => words.with("cli-today-enough", &both),
        DayState::ToEarn { left } => {
            let left = amount_words::amount(left, language);
            let values =
                [("figure", (&figure).into()), ("earned", (&earned).into()), ("left", (&left).into())];
            words.with("cli-today-to-earn", &values)
        }
    }
}

/// Adds income by the same way as the window: under the lock, as a command, written by the saver.
fn earned(
    typed: &str,
    client: Option<String>,
    on: Option<Day>,
    path: &Path,
    places: &Places,
    words: &Words,
) -> Result<String, String> {
    let amount =
        amount::parse_positive(typed).map_err(|error| problem_words::amount_sentence(error, words))?;
    // The machine's own today, whatever day is asked for: nothing is earned on a day still to come.
    let clock = Clock::of_the_machine();
    let day = on.unwrap_or_else(|| clock.today());
    let open = OpenBook::open(path, places, clock, || {}).map_err(|problem| told(&problem, path, words))?;
    let mut session = open.session;
    let words = session.words().clone();
    let command = Command::Earn(NewIncome {
        amount,
        from: client.map_or(Payer::Nobody, Payer::New),
        label: String::new(),
        day,
        payment: Payment::Received,
    });
    session.execute(&command, None).map_err(|refusal| match (refusal, &open.read_only_because) {
        (Refusal::ReadOnly, Some(problem)) => told(problem, path, &words),
        (refusal, _) => problem_words::refusal_sentence(refusal, &words),
    })?;
    let line = figure_line(session.book(), day);
    match session.close() {
        SaveStatus::Failed(problem) => Err(told(&problem, path, &words)),
        SaveStatus::Beside(other) => {
            let file = other.display().to_string();
            Err(words.with("notice-beside", &[("file", (&file).into())]))
        }
        SaveStatus::Clean | SaveStatus::Saved(_) | SaveStatus::Waiting => Ok(line),
    }
}

fn check(path: &Path, words: &Words) -> Result<String, String> {
    let loaded = read(path, words)?.loaded;
    if let Some(problem) = &loaded.read_only_because {
        return Err(told(problem, path, words));
    }
    let words = Words::new(loaded.book.house.language);
    if loaded.is_edited_by_hand() {
        return Err(format!("{}: {}", path.display(), words.say("notice-by-hand")));
    }
    let values =
        [("clients", loaded.book.clients.len().into()), ("incomes", loaded.book.incomes.len().into())];
    Ok(words.with("cli-sound", &values))
}

fn write_example(
    file: &Path,
    language: Option<Language>,
    years: Option<u32>,
    places: &Places,
    words: &Words,
) -> Result<String, String> {
    // Atelier Noor is in Gent; an English translation has to be asked for.
    let language = language.unwrap_or_default();
    let name = file.display().to_string();
    if file.symlink_metadata().is_ok() {
        return Err(words.with("cli-exists", &[("file", (&name).into())]));
    }
    let book = match years {
        None => example::atelier_noor(language),
        Some(years) if (1..=example::MOST_YEARS).contains(&years) => example::large(language, years),
        Some(_) => return Err(words.with("cli-bad-years", &[("most", example::MOST_YEARS.into())])),
    };
    let now = Clock::of_the_machine().now();
    BookFile::create_new(file, Arc::new(RealDisk))
        .save(&book, places, now)
        .map_err(|problem| told(&problem, file, words))?;
    Ok(words.with("cli-written", &[("file", (&name).into())]))
}
