//! What is wrong in a text that is no book: the line, what stands there, and what should.

use ron::{Error, error::SpannedError};

use crate::storage::{problem::Problem, wanted::Wanted};

/// More of a line says nothing to a person; letters.
const LONGEST_LINE: usize = 60;

/// What RON has against `text`, and where.
pub fn problem(text: &str, error: &SpannedError) -> Problem {
    let line = error.span.end.line;
    let source = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let before: String = source.chars().take(error.span.end.col).collect();
    let wanted = wanted(&error.code, field_before(&before).unwrap_or_default(), source);
    at_line(text, Some(line), wanted)
}

/// What is wrong on a line of `text`, counted from 1; none when nobody knows which.
pub fn at_line(text: &str, line: Option<usize>, wanted: Wanted) -> Problem {
    let source = line.and_then(|line| text.lines().nth(line.saturating_sub(1))).unwrap_or_default().trim();
    let mut found: String = source.chars().take(LONGEST_LINE).collect();
    if found.len() < source.len() {
        found.push('…');
    }
    Problem::NotABook { line, found, wanted }
}

fn wanted(error: &Error, field: &str, line: &str) -> Wanted {
    let is_cents = field.ends_with("_cents");
    let whole = || if is_cents { Wanted::Cents } else { Wanted::Whole };
    let own = |text: &String| match text.parse() {
        Ok(Wanted::Within(low, high)) if is_cents => Some(Wanted::CentsWithin(low, high)),
        Ok(wanted) => Some(wanted),
        Err(()) => None,
    };
    // A decimal comma ends a number, and what follows it is taken for the name of a field.
    if let Some(field) = field_of_decimal(line) {
        return if field.ends_with("_cents") { Wanted::Cents } else { Wanted::Whole };
    }
    match error {
        Error::Message(text) => own(text).unwrap_or(Wanted::AsItWas),
        Error::InvalidValueForType { expected, .. } => own(expected).unwrap_or(Wanted::AsItWas),
        Error::ExpectedInteger
        | Error::IntegerOutOfBounds
        | Error::InvalidIntegerDigit { .. }
        | Error::ExpectedFloat
        | Error::FloatUnderscore
        | Error::UnderscoreAtBeginning => whole(),
        Error::ExpectedBoolean => Wanted::YesOrNo,
        Error::ExpectedString | Error::ExpectedChar | Error::InvalidEscape(_) => Wanted::Text,
        Error::NoSuchEnumVariant { expected, .. } => {
            Wanted::OneOf(expected.iter().map(ToString::to_string).collect())
        }
        Error::MissingStructField { field, .. } => Wanted::Field((*field).to_owned()),
        Error::DuplicateStructField { field, .. } => Wanted::Once((*field).to_owned()),
        Error::ExpectedArray => Wanted::Mark('['),
        Error::ExpectedArrayEnd => Wanted::Mark(']'),
        Error::ExpectedComma => Wanted::Mark(','),
        Error::ExpectedMap => Wanted::Mark('{'),
        Error::ExpectedMapColon => Wanted::Mark(':'),
        Error::ExpectedMapEnd => Wanted::Mark('}'),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Wanted::Mark('('),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Wanted::Mark(')'),
        Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment => Wanted::More,
        Error::ExceededRecursionLimit => Wanted::Shallower,
        _ => Wanted::AsItWas,
    }
}

/// The field on a line whose number has a decimal comma or point, such as `amount_cents: 12,50`.
fn field_of_decimal(line: &str) -> Option<&str> {
    let (field, value) = line.split_once(": ")?;
    let value = value.trim_start_matches('-');
    let after = value.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let has_digits = after.len() < value.len();
    let is_decimal = after.strip_prefix([',', '.'])?.starts_with(|letter: char| letter.is_ascii_digit());
    (has_digits && is_decimal).then(|| field.trim())
}

/// The name of the last field on a line.
fn field_before(line: &str) -> Option<&str> {
    let (before, _) = line.rsplit_once(": ")?;
    let start = before.rfind(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
    let field = before.get(start.map_or(0, |start| start + 1)..)?;
    (!field.is_empty()).then_some(field)
}
