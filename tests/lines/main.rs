//! Copies of a book are somebody's own: which file it is on this machine, and that nothing flows between two of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests, which also play the person's file manager"
)]

mod copies;
mod desk;
mod drives;
mod erased;
mod histories;
mod in_the_window;
mod older;
// Elsewhere the places of a person cannot be moved by the environment.
#[cfg(target_os = "linux")]
mod program;
#[path = "../support/mod.rs"]
mod support;

#[cfg(not(target_os = "linux"))]
#[test]
fn the_program_itself_is_tested_on_linux() {
    eprintln!("SKIPPED: the program itself is tested on Linux only, where a test can have a home of its own");
}
