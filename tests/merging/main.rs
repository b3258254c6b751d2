//! Copies of one book, changed apart and merged: nothing is lost, whatever the order.
//!
//! `KLEURBOEK_FULL=1 cargo test --release --test merging -- --nocapture` runs a million histories, and 300 000
//! of homes and books that are copied.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "tests"
)]

mod checks;
mod dice;
mod history;
mod homes;
mod rules;
mod truth;

use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use history::History;
use homes::Homes;

/// How many histories there are in the quick form, and in the full one.
const HISTORIES: [u64; 2] = [1_000, 1_000_000];
const HISTORIES_OF_HOMES: [u64; 2] = [400, 300_000];

/// Every history has its own seed: `KLEURBOEK_SEED=123` runs that one alone.
#[test]
fn histories_of_two_to_four_copies_keep_their_promises() {
    println!("{}: every promise kept", run_all("histories", HISTORIES, History::run));
}

#[test]
fn whatever_homes_and_books_are_copied_cloned_or_put_back_nothing_is_lost() {
    println!("{}: nothing lost", run_all("histories of homes", HISTORIES_OF_HOMES, Homes::run));
}

/// Runs one history, or as many as there are; each says how many steps it had. How many there were.
fn run_all(what: &str, [quick, full]: [u64; 2], run: fn(u64) -> u64) -> String {
    if let Some(seed) = std::env::var("KLEURBOEK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return format!("seed {seed}, {} steps", run(seed));
    }
    let all = if std::env::var_os("KLEURBOEK_FULL").is_some() { full } else { quick };
    let next = AtomicU64::new(0);
    let steps = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= all {
                        return;
                    }
                    steps.fetch_add(run(seed), Ordering::Relaxed);
                }
            });
        }
    });
    format!("{all} {what}, {} steps", steps.into_inner())
}
