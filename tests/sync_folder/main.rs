//! A sync folder that misbehaves while the book in it is saved: it replaces, deletes, makes again, copies, holds,
//! halves and back-dates the file between any two calls to the disk. Nothing that was saved is lost.
//!
//! `KLEURBOEK_FULL=1 cargo test --release --test sync_folder -- --nocapture` plays ten thousand histories, each with its
//! own seed; `KLEURBOEK_SEED=123` plays that one alone.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test, which says what it counted"
)]

#[path = "../merging/checks.rs"]
#[allow(dead_code, reason = "the test of merging uses all of it")]
mod checks;
mod cloud;
mod commands;
mod copies;
mod device;
mod history;
mod rules;
mod service;
#[path = "../support/test_disk/mod.rs"]
mod test_disk;
#[path = "../merging/truth.rs"]
mod truth;
mod watched;

use std::{
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use history::{History, Tally};

const QUICK: u64 = 150;
const FULL: u64 = 10_000;

#[test]
fn a_sync_folder_that_misbehaves_loses_nothing() {
    if let Some(seed) = std::env::var("KLEURBOEK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        eprintln!("seed {seed}: {}", History::play(seed));
        return;
    }
    let all = if std::env::var_os("KLEURBOEK_FULL").is_some() { FULL } else { QUICK };
    let next = AtomicU64::new(0);
    let tally = Mutex::new(Tally::default());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= all {
                        return;
                    }
                    let Ok(played) = std::panic::catch_unwind(|| History::play(seed)) else {
                        panic!("seed {seed}");
                    };
                    tally.lock().unwrap().add(&played);
                }
            });
        }
    });
    eprintln!("{all} interleavings: {}; 0 lost", tally.into_inner().unwrap());
}
