//! Copies of one book, changed apart and merged: nothing is lost, whatever the order.
//!
//! `KLEURBOEK_FULL=1 cargo test --release --test merging -- --nocapture` runs a million histories.
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
mod rules;
mod truth;

use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use history::History;

const QUICK: u64 = 1_000;
const FULL: u64 = 1_000_000;

/// Every history has its own seed: `KLEURBOEK_SEED=123` runs that one alone.
#[test]
fn histories_of_two_to_four_copies_keep_their_promises() {
    if let Some(seed) = std::env::var("KLEURBOEK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        History::run(seed);
        return;
    }
    let all = if std::env::var_os("KLEURBOEK_FULL").is_some() { FULL } else { QUICK };
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
                    steps.fetch_add(History::run(seed), Ordering::Relaxed);
                }
            });
        }
    });
    println!("{all} histories, {} steps: every promise kept", steps.into_inner());
}
