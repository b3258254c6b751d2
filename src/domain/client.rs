//! A client.

use super::{fit::Fit, id::Id};

/// The longest name, label or line a person can type, in characters.
pub const LONGEST_LINE: usize = 200;
/// The longest notes or address, in characters.
pub const LONGEST_TEXT: usize = 10_000;

/// Somebody to reach at a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their telephone number, as typed.
    pub phone: String,
    /// Their e-mail address, as typed.
    pub email: String,
}

impl Person {
    /// Whether nothing was filled in.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.phone.is_empty() && self.email.is_empty()
    }

    /// What is known, in one line: name · phone · e-mail.
    pub fn line(&self) -> String {
        [&self.name, &self.phone, &self.email]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// How somebody became a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Met {
    /// The client who brought them.
    pub through: Option<Id>,
    /// Or how it went, in words.
    pub words: String,
}

/// How it feels to work for somebody, from heavy to delightful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GutFeeling {
    /// 1
    Heavy,
    /// 2
    Chafing,
    /// 3
    Ordinary,
    /// 4
    Good,
    /// 5
    Delightful,
}

impl GutFeeling {
    /// The five, from heavy to delightful.
    pub const ALL: [Self; 5] = [Self::Heavy, Self::Chafing, Self::Ordinary, Self::Good, Self::Delightful];
}

/// Somebody the person works for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Stable for as long as the book lives.
    pub id: Id,
    /// What they are called. Never empty.
    pub name: String,
    /// Who to reach there.
    pub people: Vec<Person>,
    /// Where they are; lines.
    pub address: String,
    /// Their colour.
    pub fit: Fit,
    /// How it feels.
    pub gut: Option<GutFeeling>,
    /// How we met.
    pub met: Met,
    /// Anything else; lines.
    pub notes: String,
    /// Put away, but kept.
    pub archived: bool,
}

impl Client {
    /// A new client of whom only the name is known.
    pub fn named(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            people: Vec::new(),
            address: String::new(),
            fit: Fit::New,
            gut: None,
            met: Met::default(),
            notes: String::new(),
            archived: false,
        }
    }
}
