//! A small log on this machine, for when something went wrong that nobody saw.

use std::{
    fs::File,
    path::PathBuf,
    sync::{Mutex, OnceLock},
};

use log::{LevelFilter, Log, Metadata, Record};

use super::clock::Clock;
use crate::storage::{disk::NewFile, log_place, places::Places};

static LOGGER: OnceLock<FileLog> = OnceLock::new();

struct FileLog {
    file: Mutex<File>,
    path: PathBuf,
}

impl Log for FileLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // What the libraries find worth a warning is; the rest of theirs is noise.
        metadata.target().starts_with("kleurboek") || metadata.level() <= log::Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let clock = Clock::of_the_machine();
        let line = format!(
            "{} {} {} {}: {}\n",
            clock.today(),
            clock.time().format("%H:%M:%S"),
            record.level(),
            record.target(),
            record.args()
        );
        if let Ok(mut file) = self.file.lock() {
            // There is nowhere left to say that the log itself cannot be written.
            let _ = NewFile::write_all(&mut *file, line.as_bytes());
        }
    }

    fn flush(&self) {}
}

/// Starts the log. Without a place to write, there is none.
pub fn start(places: &Places) {
    let Some(file) = log_place::open(places) else { return };
    let logger = LOGGER.get_or_init(|| FileLog { file: Mutex::new(file), path: log_place::path(places) });
    if log::set_logger(logger).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

/// Where the log is; none when it could not be started.
pub fn path() -> Option<PathBuf> {
    LOGGER.get().map(|logger| logger.path.clone())
}
