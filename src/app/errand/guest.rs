//! The other side: asks something of the window that has a book open.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use super::{Errand, Reply, What, from_line, to_line};
use crate::{
    app::{clock::Clock, earning::Earning, ids::Ids, problem_words, words::Words},
    storage::{
        door::{Call, Silence},
        places::Places,
        problem::Problem,
    },
};

/// A window that is awake answers within this.
const TO_ANSWER: Duration = Duration::from_secs(10);
/// And does nothing any more after this, so that nobody is told "no" of what is done a moment later.
const TO_BE_DONE: Duration = Duration::from_secs(8);
/// What it took is saved within this.
const TO_BE_SAVED: Duration = Duration::from_secs(30);

/// Why there is no good answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// There is no door, or nobody behind it.
    NoDoor,
    /// The window does not answer. Nothing was done.
    Silent,
    /// The window answered something that only another version understands.
    NotUnderstood,
    /// The window's sentence that says why not.
    Refused(String),
}

impl NoAnswer {
    /// What went wrong with the book at `path`, and what to do.
    pub fn say(&self, path: &Path, words: &Words) -> String {
        let key = match self {
            Self::NoDoor => return problem_words::told(&Problem::LockedByOther, path, words),
            Self::Refused(sentence) => return sentence.clone(),
            Self::Silent => "cli-window-silent",
            Self::NotUnderstood => "cli-window-not-understood",
        };
        words.say(key)
    }
}

/// Brings forward the window that has the book at `path` open.
///
/// # Errors
/// [`NoAnswer`] says why that did not work.
pub fn bring_forward(places: &Places, path: &Path) -> Result<(), NoAnswer> {
    ask(places, path, What::Come).map(drop)
}

/// Notes an income in the window that has the book at `path` open; the line to print once it is saved.
///
/// # Errors
/// [`NoAnswer`] says why that did not work.
pub fn earn(places: &Places, path: &Path, earning: &Earning, words: &Words) -> Result<String, NoAnswer> {
    // The window has it, and its journal; that it says no more does not undo that.
    let done = ask(places, path, What::Earn(earning.clone()))?;
    Ok(done.unwrap_or_else(|| words.say("cli-window-not-saved")))
}

/// What was answered; none when it was taken, and no more was heard.
fn ask(places: &Places, path: &Path, what: What) -> Result<Option<String>, NoAnswer> {
    let number = Ids.new_id().map_err(|_| NoAnswer::NoDoor)?.bits();
    let until = Clock::moment().saturating_add(u64::try_from(TO_BE_DONE.as_millis()).unwrap_or_default());
    let line = to_line(&Errand { number, until, what }).ok_or(NoAnswer::NoDoor)?;
    let start = Instant::now();
    let call = Call::place(places, path, &line).map_err(|error| {
        log::warn!("no window behind the door of {}: {error}", path.display());
        NoAnswer::NoDoor
    })?;
    let mut taken = false;
    loop {
        let within = if taken { TO_BE_SAVED } else { TO_ANSWER };
        match call.next(within.saturating_sub(start.elapsed())) {
            Ok(answer) => match from_line(&answer) {
                Some(Reply::Taken) => taken = true,
                Some(Reply::Done(line)) => return Ok(Some(line)),
                Some(Reply::Refused(sentence)) => return Err(NoAnswer::Refused(sentence)),
                None if taken => return Ok(None),
                None => return Err(NoAnswer::NotUnderstood),
            },
            Err(_) if taken => return Ok(None),
            Err(Silence::TooLong) => return Err(NoAnswer::Silent),
            Err(Silence::HungUp) => return Err(NoAnswer::NoDoor),
        }
    }
}
