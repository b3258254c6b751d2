//! What the command line asks for.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{
    Arg::{Long, Short, Value},
    Parser,
};

use crate::{
    app::words::Words,
    domain::{Day, book::Language},
    storage::file_link::path_of,
};

/// What the command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is in the help text")]
pub enum Request {
    Window { book: Option<PathBuf>, on: Option<Day> },
    Today { book: Option<PathBuf>, on: Option<Day> },
    Earned { amount: String, client: Option<String>, on: Option<Day>, again: bool, book: Option<PathBuf> },
    Check { book: PathBuf },
    Merge { books: [PathBuf; 2], out: PathBuf },
    Example { file: PathBuf, language: Option<Language>, years: Option<u32> },
    Help,
    Version,
}

/// What was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says itself in the .ftl files")]
pub enum BadRequest {
    Day(String),
    Years,
    Language,
    MissingBook,
    MissingFile,
    MissingAmount,
    MissingMerge,
    MissingValue(String),
    Other(String),
}

impl BadRequest {
    /// What was not understood, and what to do.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Day(day) => words.with("cli-bad-day", &[("day", day.into())]),
            Self::Years => {
                words.with("cli-bad-years", &[("most", crate::domain::example::MOST_YEARS.into())])
            }
            Self::Language => words.say("cli-bad-language"),
            Self::MissingBook => words.say("cli-missing-book"),
            Self::MissingFile => words.say("cli-missing-file"),
            Self::MissingAmount => words.say("cli-missing-amount"),
            Self::MissingMerge => words.say("cli-missing-merge"),
            Self::MissingValue(option) => words.with("cli-missing-value", &[("option", option.into())]),
            Self::Other(what) => words.with("cli-bad-use", &[("what", what.into())]),
        }
    }
}

impl From<lexopt::Error> for BadRequest {
    fn from(error: lexopt::Error) -> Self {
        use lexopt::Error;
        match error {
            Error::MissingValue { option: Some(option) } => Self::MissingValue(option),
            Error::UnexpectedOption(what) | Error::UnexpectedValue { option: what, .. } => Self::Other(what),
            Error::UnexpectedArgument(what) | Error::NonUnicodeValue(what) => Self::Other(text(what)),
            other => Self::Other(other.to_string()),
        }
    }
}

/// The arguments as they stand, before it is known which go together.
#[derive(Default)]
struct Arguments {
    values: Vec<OsString>,
    on: Option<Day>,
    client: Option<String>,
    again: bool,
    language: Option<Language>,
    years: Option<u32>,
    out: Option<PathBuf>,
}

impl Request {
    /// Reads the arguments; the first is the program's own name.
    ///
    /// # Errors
    /// [`BadRequest`] says what was not understood.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, BadRequest> {
        let mut parser = Parser::from_iter(arguments);
        let mut all = Arguments::default();
        loop {
            if let Some(below) = below_nothing(&mut parser) {
                all.values.push(below);
                continue;
            }
            let Some(argument) = parser.next()? else { break };
            match argument {
                Long("help") | Short('h') => return Ok(Self::Help),
                Long("version") | Short('V') => return Ok(Self::Version),
                Long("on") => all.on = Some(day(&text(parser.value()?))?),
                Long("again") => all.again = true,
                Long("client") => all.client = Some(text(parser.value()?)),
                Long("lang") => all.language = Some(language(&text(parser.value()?))?),
                Long("years") => {
                    all.years = Some(text(parser.value()?).parse().map_err(|_| BadRequest::Years)?);
                }
                Long("output") | Short('o') => all.out = Some(file(parser.value()?)),
                Value(value) => all.values.push(value),
                other => return Err(other.unexpected().into()),
            }
        }
        all.request()
    }
}

impl Arguments {
    fn request(mut self) -> Result<Request, BadRequest> {
        let verb = self.values.first().and_then(|verb| verb.to_str()).unwrap_or_default().to_owned();
        let is_command = matches!(verb.as_str(), "today" | "earned" | "check" | "merge" | "example");
        let mut rest = std::mem::take(&mut self.values).into_iter().skip(usize::from(is_command));
        let request = match verb.as_str() {
            "today" => Request::Today { book: rest.next().map(file), on: self.on.take() },
            "earned" => Request::Earned {
                amount: rest.next().map(text).ok_or(BadRequest::MissingAmount)?,
                client: self.client.take(),
                on: self.on.take(),
                again: std::mem::take(&mut self.again),
                book: rest.next().map(file),
            },
            "check" => Request::Check { book: rest.next().map(file).ok_or(BadRequest::MissingBook)? },
            "merge" => match (rest.next(), rest.next(), self.out.take()) {
                (Some(one), Some(other), Some(out)) => {
                    Request::Merge { books: [file(one), file(other)], out }
                }
                _ => return Err(BadRequest::MissingMerge),
            },
            "example" => Request::Example {
                file: rest.next().map(file).ok_or(BadRequest::MissingFile)?,
                language: self.language.take(),
                years: self.years.take(),
            },
            _ => Request::Window { book: rest.next().map(file), on: self.on.take() },
        };
        if let Some(extra) = rest.next() {
            return Err(BadRequest::Other(text(extra)));
        }
        let left = [
            self.on.map(|_| "--on"),
            self.client.map(|_| "--client"),
            self.again.then_some("--again"),
            self.language.map(|_| "--lang"),
            self.years.map(|_| "--years"),
            self.out.map(|_| "-o"),
        ];
        match left.into_iter().flatten().next() {
            Some(option) => Err(BadRequest::Other(option.to_owned())),
            None => Ok(request),
        }
    }
}

/// An amount such as `-50`, which is no option: it is refused as what it is.
fn below_nothing(parser: &mut Parser) -> Option<OsString> {
    let mut raw = parser.try_raw_args()?;
    let rest = raw.peek()?.to_str()?.strip_prefix(['-', '−'])?;
    let is_amount = rest.trim_start().starts_with(|first: char| first.is_ascii_digit() || first == '€');
    if is_amount { raw.next() } else { None }
}

/// The file that an argument names.
fn file(value: OsString) -> PathBuf {
    match value.to_str() {
        Some(text) => path_of(text),
        None => value.into(),
    }
}

fn text(value: OsString) -> String {
    value.into_string().unwrap_or_else(|value| value.to_string_lossy().into_owned())
}

fn day(text: &str) -> Result<Day, BadRequest> {
    let wrong = || BadRequest::Day(text.to_owned());
    let day: Day = text.parse().map_err(|_| wrong())?;
    // Far outside of this no calendar is sure of itself.
    if (1900..=9000).contains(&chrono::Datelike::year(&day)) { Ok(day) } else { Err(wrong()) }
}

fn language(text: &str) -> Result<Language, BadRequest> {
    Language::ALL.into_iter().find(|language| language.code() == text).ok_or(BadRequest::Language)
}
