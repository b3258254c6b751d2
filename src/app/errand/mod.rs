//! What another start of the program asks of the window that has a book open: to come forward, or to note an income.
//!
//! [`guest`] asks, [`host`] does it. Each errand has a random number and a last moment, so that a window which was
//! busy for a while never does something late, or twice.

pub mod guest;
pub mod host;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::earning::Earning;

/// What is asked, as it is sent. One with more in it than this version knows is not done half.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errand {
    /// Chosen by the guest, so that the host knows one it did already.
    pub number: u64,
    /// After this moment it must not be done any more, in milliseconds of [`super::clock::Clock::moment`].
    pub until: u64,
    /// What to do.
    pub what: What,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Bring the window forward.
    Come,
    /// Note an income.
    Earn(Earning),
}

/// What the host answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// It was done in the window, and is being saved.
    Taken,
    /// It was done, and saved; with the line to print.
    Done(String),
    /// It was not done, or could not be saved; with the sentence that says why.
    Refused(String),
}

/// As one line.
fn to_line(message: &impl Serialize) -> Option<String> {
    ron::to_string(message).ok().filter(|line| !line.contains('\n'))
}

/// None when it is not such a message.
fn from_line<T: DeserializeOwned>(line: &str) -> Option<T> {
    ron::from_str(line).ok()
}
