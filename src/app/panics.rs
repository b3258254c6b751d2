//! What happens when the program itself makes a mistake: the journal is written first, then the log, then it is said.

use std::{
    backtrace::Backtrace,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use super::{journaller, log_file, words::Words};
use crate::storage::{log_place, places::Places};

/// How long a panic waits for the journal.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// Whether the journals had everything at the last panic.
static IS_SAFE: AtomicBool = AtomicBool::new(true);

/// From now on a panic, on any thread, writes the journals of all open books and then the log.
pub fn watch() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_safe = journaller::flush_all(LONGEST_WAIT);
        IS_SAFE.store(is_safe, Ordering::SeqCst);
        log::error!("panic: {panic}\n{}", Backtrace::force_capture());
        if !is_safe {
            log::error!("not everything could be written in the journal");
        }
        // A person gets a sentence; only where there is no log this is all there is.
        if log_file::path().is_none() {
            usual(panic);
        }
    }));
}

/// What to say when a panic ended the window.
pub fn last_words(places: &Places, words: &Words) -> String {
    let work = if IS_SAFE.load(Ordering::SeqCst) { "stopped-safe" } else { "stopped-unsafe" };
    let log = log_place::path(places).display().to_string();
    [words.say("stopped"), words.say(work), words.with("stopped-log", &[("log", (&log).into())])].join("\n")
}
