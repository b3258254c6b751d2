//! What should stand in a file where something else stands.

use std::{fmt, str::FromStr};

/// What should stand in a file where something else stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A whole number.
    Whole,
    /// A whole number of cents.
    Cents,
    /// A whole number from one to another.
    Within(i64, i64),
    /// A whole number of cents, from one to another.
    CentsWithin(i64, i64),
    /// A day.
    Day,
    /// The id of a record in the book.
    Id,
    /// A stamp, such as `"3f2a9c01:12"`.
    Stamp,
    /// Words between quotes.
    Text,
    /// Yes or no.
    YesOrNo,
    /// One of these words.
    OneOf(Vec<String>),
    /// This field, which is missing.
    Field(String),
    /// This field once, not twice.
    Once(String),
    /// This sign, such as a bracket or a comma.
    Mark(char),
    /// More text: it ends before a bracket or a quote is closed.
    More,
    /// A last day that is not before the first.
    Order,
    /// Fewer empty records.
    Fewer,
    /// Fewer brackets within each other.
    Shallower,
    /// What was there before somebody changed it.
    AsItWas,
}

/// What serde carries from a value that is read is a message in words; this one can be read back.
impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(low, high) => write!(f, "wanted within {low} {high}"),
            Self::Day => f.write_str("wanted day"),
            Self::Id => f.write_str("wanted id"),
            Self::Stamp => f.write_str("wanted stamp"),
            // No value asks for these.
            other => write!(f, "{other:?}"),
        }
    }
}

impl FromStr for Wanted {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut words = text.split(' ');
        let number = |words: &mut std::str::Split<'_, char>| words.next()?.parse().ok();
        match (words.next(), words.next()) {
            (Some("wanted"), Some("within")) => {
                let (low, high) = (number(&mut words), number(&mut words));
                low.zip(high).map(|(low, high)| Self::Within(low, high)).ok_or(())
            }
            (Some("wanted"), Some("day")) => Ok(Self::Day),
            (Some("wanted"), Some("id")) => Ok(Self::Id),
            (Some("wanted"), Some("stamp")) => Ok(Self::Stamp),
            _ => Err(()),
        }
    }
}
