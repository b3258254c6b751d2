//! Attacks on the real program: killed, refused and lied to at a chosen system call.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::zombie_processes,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests, which also play the other programs that write the files, and wait for processes by themselves"
)]

pub mod calls;
pub mod content;
pub mod lab;
pub mod tally;
pub mod tracer;
mod watchdog;

/// Whether everything is tried, and not a sample.
pub fn is_full() -> bool {
    std::env::var_os("KLEURBOEK_FULL").is_some_and(|value| value == "1")
}

/// About `most` of `all`, spread evenly.
pub fn spread<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let step = all.len().div_ceil(most.max(1)).max(1);
    all.into_iter().step_by(step).collect()
}

/// That what went wrong is said in one sentence, and by no panic.
pub fn one_sentence(err: &str) -> Result<(), String> {
    let line = err.strip_suffix('\n').unwrap_or(err);
    let is_one =
        !line.is_empty() && !line.contains('\n') && line.ends_with('.') && !line.contains("panicked");
    if is_one { Ok(()) } else { Err(format!("no sentence: {err:?}")) }
}
