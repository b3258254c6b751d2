//! The commands for scripts, and for checking without a window.

mod merge;
pub mod request;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use self::request::Request;
use super::{
    clock::Clock,
    earning::{Earning, figure_line},
    errand::{
        guest::{self, NoAnswer},
        host::kept,
    },
    file_question,
    ids::Ids,
    opening::{self, OpenBook},
    preparing,
    problem_words::{self, told},
    saver::SaveStatus,
    words::Words,
};
use crate::{
    domain::{
        Day, amount,
        book::{Book, Language},
        example,
    },
    storage::{
        disk::RealDisk, just_earned::JustEarned, machine::Machine, open, places::Places, problem::Problem,
        save::BookFile,
    },
};

/// Does a command; the line to print. What should be said besides, of a book that is not as it should be, goes to `aside`.
///
/// # Errors
/// The line that says what went wrong and what to do, in the language of the book where there is one.
pub fn run(
    request: Request,
    places: &Places,
    words: &Words,
    aside: &mut impl FnMut(&str),
) -> Result<String, String> {
    match request {
        Request::Help | Request::Window { .. } => Ok(words.say("cli-help")),
        Request::Version => Ok(format!("kleurboek {}", env!("CARGO_PKG_VERSION"))),
        Request::Today { book, on } => today(&the_book(book, places, words)?, on, places, words, aside),
        Request::Earned { amount, client, on, again, book } => {
            let path = the_book(book, places, words)?;
            let amount = amount::parse_positive(&amount)
                .map_err(|error| problem_words::amount_sentence(error, &words_of(&path, words)))?;
            earned(&Earning { cents: amount.get(), client, on }, again, &path, places, words)
        }
        Request::Check { book } => check(&book, words),
        Request::Merge { books: [one, other], out } => {
            merge::merge([&one, &other], &out, places, words, aside)
        }
        Request::Example { file, language, years } => write_example(&file, language, years, places, words),
    }
}

/// The book that was named, the one opened last, or the one in the usual place.
fn the_book(named: Option<PathBuf>, places: &Places, words: &Words) -> Result<PathBuf, String> {
    opening::which_book(named, &Machine::load(places), places).ok_or_else(|| words.say("cli-no-book"))
}

fn read(path: &Path, words: &Words) -> Result<open::Opened, String> {
    open::open(path).map_err(|problem| told(&problem, path, &words_of(path, words)))
}

fn today(
    path: &Path,
    on: Option<Day>,
    places: &Places,
    words: &Words,
    aside: &mut impl FnMut(&str),
) -> Result<String, String> {
    let opened = read(path, words)?;
    let said = if opened.loaded.is_edited_by_hand() {
        Some(by_hand(path, &Words::new(opened.loaded.book.house.language)))
    } else {
        older_at(path, &opened, places)
    };
    if let Some(said) = said {
        aside(&said);
    }
    let book = opened.loaded.book;
    // The day that is asked for is today, as in a window.
    let today = Clock::maybe_frozen(on).today();
    Ok(figure_line(&book, today, today))
}

/// Adds income by the same way as the window: under the lock, as a command, written by the saver. When a window has
/// the book open, that window does it. The same once more within a minute is another try, unless it is `again`.
fn earned(
    earning: &Earning,
    again: bool,
    path: &Path,
    places: &Places,
    words: &Words,
) -> Result<String, String> {
    // The machine's own today, whatever day is asked for: nothing is earned on a day still to come.
    let clock = Clock::of_the_machine();
    let words = &words_of(path, words);
    let what = earning.to_text(clock.today());
    let just = JustEarned::at(Clock::moment(), places);
    if !again && just.holds(path, &what) {
        return Err(words.say("cli-earned-already"));
    }
    let open = opening::once_settled(|| match OpenBook::for_command(path, places, clock) {
        Ok(open) => Ok(Ok(open)),
        Err(Problem::LockedByOther) => guest::earn(places, path, earning, words).map(Err),
        Err(problem) => Err(NoAnswer::Refused(told(&problem, path, words))),
    });
    let line = match open.map_err(|why| why.say(path, words))? {
        Ok(open) => earned_here(open, earning, path)?,
        Err(line) => line,
    };
    if let Err(problem) = just.add(path, &what) {
        log::warn!("another try of the same would not be noticed: {problem}");
    }
    Ok(line)
}

/// The sentences in the language of the book at `path`, also of one that does not open; those at hand when there is none.
fn words_of(path: &Path, words: &Words) -> Words {
    open::language(path).map_or_else(|| words.clone(), Words::new)
}

fn earned_here(mut open: OpenBook, earning: &Earning, path: &Path) -> Result<String, String> {
    let words = open.session.words().clone();
    // Nobody can be asked: an older file is taken as it is, and that is said.
    let older = open.take_as_it_is().map_err(|problem| told(&problem, path, &words))?;
    let mut session = open.session;
    earning.note(&mut session, path, open.read_only_because.as_ref())?;
    let today = session.today();
    let (status, book) = session.close_as_it_is();
    let more = kept(&status, path, &words)?;
    let line = figure_line(&book, earning.on.unwrap_or(today), today);
    Ok(with_more(with_more(line, older), more))
}

fn check(path: &Path, words: &Words) -> Result<String, String> {
    let loaded = read(path, words)?.loaded;
    if let Some(problem) = &loaded.read_only_because {
        return Err(told(problem, path, words));
    }
    let words = Words::new(loaded.book.house.language);
    if loaded.is_edited_by_hand() {
        return Err(by_hand(path, &words));
    }
    let counts = counts(&loaded.book, &words);
    Ok(words.with("cli-sound", &[("counts", (&counts).into())]))
}

/// That the book at `path` was edited by hand.
fn by_hand(path: &Path, words: &Words) -> String {
    format!("{}: {}", path.display(), words.say("notice-by-hand"))
}

/// What to say when the book at `path` is older than what was last known of it here.
fn older_at(path: &Path, opened: &open::Opened, places: &Places) -> Option<String> {
    let last = preparing::newer_than(opened, path, places)?;
    let book = &opened.loaded.book;
    Some(file_question::sentence(book, &last, "cli-older", &Words::new(book.house.language)))
}

/// How much is in a book: “1 klant, 12 bedragen”.
fn counts(book: &Book, words: &Words) -> String {
    let values = [("clients", book.clients.len().into()), ("incomes", book.incomes.len().into())];
    words.with("cli-counts", &values)
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
    let mut book = match years {
        None => example::atelier_noor(language),
        Some(years) if (1..=example::MOST_YEARS).contains(&years) => example::large(language, years),
        Some(_) => return Err(words.with("cli-bad-years", &[("most", example::MOST_YEARS.into())])),
    };
    // Each is a book of its own.
    book.id = Ids.new_id().map_err(|why| told(&why.into(), file, words))?;
    let more = write_new(&book, file, places, words)?;
    Ok(with_more(words.with("cli-written", &[("file", (&name).into())]), more))
}

/// Writes a book in a new file; what to say besides.
fn write_new(book: &Book, file: &Path, places: &Places, words: &Words) -> Result<Option<String>, String> {
    let mut new = BookFile::create_new(file, Arc::new(RealDisk));
    let status = match new.save(book, places, Clock::of_the_machine().now()) {
        Ok(_) => SaveStatus::Clean,
        Err(problem) if new.holds(book) => SaveStatus::Unproven(problem),
        Err(problem) => SaveStatus::Failed(problem),
    };
    kept(&status, file, words)
}

fn with_more(line: String, more: Option<String>) -> String {
    std::iter::once(line).chain(more).collect::<Vec<_>>().join("\n")
}
