//! What went wrong and what to do, in the person's language.

use std::path::Path;

use super::{command::Refusal, words::Words};
use crate::{
    domain::amount::AmountError,
    storage::{problem::Problem, wanted::Wanted},
};

/// Why a book could not be read or written, and what to do, in the person's language.
pub fn sentence(problem: &Problem, words: &Words) -> String {
    let line = |line: &Option<usize>| line.map_or_else(|| "?".to_owned(), |line| line.to_string());
    match problem {
        Problem::DiskFull => words.say("problem-disk-full"),
        Problem::FileLimit => words.say("problem-file-limit"),
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
        Problem::Empty => words.say("problem-empty"),
        // Whatever else a book says, the line on which it begins is hardly ever what is damaged.
        Problem::NotABook { line: Some(1), .. } => words.say("problem-foreign"),
        Problem::NotABook { line: Some(line), .. } => {
            words.with("problem-damaged", &[("line", (&line.to_string()).into())])
        }
        Problem::NotABook { line: None, .. } => words.say("problem-damaged-somewhere"),
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
        Problem::AnotherBook => words.say("problem-another-book"),
        Problem::EditedByHand => words.say("problem-edited-by-hand"),
        Problem::ExistsAlready => words.say("problem-exists"),
        Problem::ReadBackDiffers => words.say("problem-read-back"),
        Problem::NoAnswer => words.say("problem-no-answer"),
        Problem::WouldLose { records } => words.with("problem-would-lose", &[("records", (*records).into())]),
        Problem::OwnPlace { path, why } => {
            let (place, why) = (path.display().to_string(), sentence(why, words));
            words.with("problem-own-place", &[("place", (&place).into()), ("why", (&why).into())])
        }
        Problem::Other(why) => words.with("problem-other", &[("why", why.into())]),
    }
}

/// What exactly is wrong with a damaged book, for who mends it by hand; none for other problems.
pub fn details(problem: &Problem, words: &Words) -> Option<String> {
    let Problem::NotABook { line, found, wanted } = problem else { return None };
    let key = if found.is_empty() { "problem-not-a-book" } else { "problem-wrong-line" };
    let line = line.map_or_else(|| "?".to_owned(), |line| line.to_string());
    let wanted = wanted_sentence(wanted, words);
    let values = [("line", (&line).into()), ("found", found.into()), ("wanted", (&wanted).into())];
    Some(words.with(key, &values))
}

/// What should stand in a file.
fn wanted_sentence(wanted: &Wanted, words: &Words) -> String {
    let within = |key: &str, low: i64, high: i64| {
        let (low, high) = (low.to_string(), high.to_string());
        words.with(key, &[("low", (&low).into()), ("high", (&high).into())])
    };
    match wanted {
        Wanted::Whole => words.say("wanted-whole"),
        Wanted::Cents => words.say("wanted-cents"),
        Wanted::Within(low, high) => within("wanted-within", *low, *high),
        Wanted::CentsWithin(low, high) => within("wanted-cents-within", *low, *high),
        Wanted::Day => words.say("wanted-day"),
        Wanted::Id => words.say("wanted-id"),
        Wanted::Stamp | Wanted::AsItWas => words.say("wanted-as-it-was"),
        Wanted::Text => words.say("wanted-text"),
        Wanted::YesOrNo => words.say("wanted-yes-or-no"),
        Wanted::OneOf(all) => words.with("wanted-one-of", &[("words", (&all.join(", ")).into())]),
        Wanted::Field(field) => words.with("wanted-field", &[("field", field.into())]),
        Wanted::Once(field) => words.with("wanted-once", &[("field", field.into())]),
        Wanted::Mark(mark) => words.with("wanted-mark", &[("mark", (&mark.to_string()).into())]),
        Wanted::More => words.say("wanted-more"),
        Wanted::Order => words.say("wanted-order"),
        Wanted::Fewer => words.say("wanted-fewer"),
        Wanted::Shallower => words.say("wanted-shallower"),
    }
}

/// The same in full, with which file it is about.
pub fn told(problem: &Problem, path: &Path, words: &Words) -> String {
    if let Problem::OwnPlace { .. } = problem {
        // It says itself where, and the book has no part in it.
        return sentence(problem, words);
    }
    let said = details(problem, words).unwrap_or_else(|| sentence(problem, words));
    format!("{}: {said}", path.display())
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
        Refusal::AnswerFirst => "refused-answer-first",
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
