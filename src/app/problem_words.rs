//! What went wrong and what to do, in the person's language.

use std::path::Path;

use super::{command::Refusal, words::Words};
use crate::{domain::amount::AmountError, storage::problem::Problem};

/// Why a book could not be read or written, and what to do, in the person's language.
pub fn sentence(problem: &Problem, words: &Words) -> String {
    let line = |line: &Option<usize>| line.map_or_else(|| "?".to_owned(), |line| line.to_string());
    match problem {
        Problem::DiskFull => words.say("problem-disk-full"),
        Problem::NoPermission => words.say("problem-no-permission"),
        Problem::ReadOnlyPlace => words.say("problem-read-only-place"),
        Problem::ReadOnlyFile => words.say("problem-read-only-file"),
        Problem::NotFound => words.say("problem-not-found"),
        Problem::FolderGone => words.say("problem-folder-gone"),
        Problem::LinkToNothing => words.say("problem-link-to-nothing"),
        Problem::IsAFolder => words.say("problem-is-a-folder"),
        Problem::NotAFile => words.say("problem-not-a-file"),
        Problem::BeingWritten => words.say("problem-being-written"),
        Problem::TooLarge => words.say("problem-too-large"),
        Problem::NotText => words.say("problem-not-text"),
        // Whatever else a book says, the line on which it begins is hardly ever what is damaged.
        Problem::NotABook { line: 1, .. } => words.say("problem-foreign"),
        Problem::NotABook { line, .. } | Problem::BadRecord { line: Some(line), .. } => {
            words.with("problem-damaged", &[("line", (&line.to_string()).into())])
        }
        Problem::BadRecord { line: None, .. } => words.say("problem-damaged-somewhere"),
        Problem::NewerFormat { needs } => {
            words.with("problem-newer", &[("needs", (&needs.to_string()).into())])
        }
        Problem::UnknownFields { first, line: at } => {
            words.with("problem-unknown-field", &[("field", first.into()), ("line", (&line(at)).into())])
        }
        Problem::HeldByAnother => words.say("problem-held"),
        Problem::ReplaceRefused => words.say("problem-replace-refused"),
        Problem::LockedByOther => words.say("problem-locked"),
        Problem::IsTheOpenBook => words.say("problem-is-the-open-book"),
        Problem::ExistsAlready => words.say("problem-exists"),
        Problem::ReadBackDiffers => words.say("problem-read-back"),
        Problem::NoAnswer => words.say("problem-no-answer"),
        Problem::WouldLose { records } => words.with("problem-would-lose", &[("records", (*records).into())]),
        Problem::Other(why) => words.with("problem-other", &[("why", why.into())]),
    }
}

/// What exactly is wrong with a damaged book, partly in English, for who mends it by hand; none for other problems.
pub fn details(problem: &Problem, words: &Words) -> Option<String> {
    match problem {
        Problem::NotABook { line, column, why } => Some(words.with(
            "problem-details",
            &[
                ("line", (&line.to_string()).into()),
                ("column", (&column.to_string()).into()),
                ("why", why.into()),
            ],
        )),
        Problem::BadRecord { what, .. } => Some(what.clone()),
        _ => None,
    }
}

/// The same in full, with which file it is about.
pub fn told(problem: &Problem, path: &Path, words: &Words) -> String {
    let said = format!("{}: {}", path.display(), sentence(problem, words));
    details(problem, words).map_or_else(|| said.clone(), |details| format!("{said} ({details})"))
}

/// Why something was not done, and what to do.
pub fn refusal_sentence(refusal: Refusal, words: &Words) -> String {
    words.say(match refusal {
        Refusal::AmountNotPositive => "amount-zero",
        Refusal::AmountTooLarge => "amount-too-large",
        Refusal::DayAfterToday => "refused-day-after-today",
        Refusal::NameEmpty => "refused-name-empty",
        Refusal::Gone => "refused-gone",
        Refusal::DaysOffBackwards => "refused-days-backwards",
        Refusal::ReadOnly => "refused-read-only",
        Refusal::NoRandomness => "refused-no-randomness",
    })
}

/// What is wrong with a typed amount, and what to do.
pub fn amount_sentence(error: AmountError, words: &Words) -> String {
    words.say(match error {
        AmountError::Empty => "amount-empty",
        AmountError::NotAnAmount => "amount-not-understood",
        AmountError::Negative => "amount-negative",
        AmountError::Zero => "amount-zero",
        AmountError::TooLarge => "amount-too-large",
    })
}
