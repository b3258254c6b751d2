//! One window a book: another start of the program reaches the window that has it open, and nobody else does.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "tests")]

mod desk;
mod errands;
mod in_the_window;
// Elsewhere the places of a person cannot be moved by the environment.
#[cfg(target_os = "linux")]
mod program;
mod side_file;
mod strangers;
#[path = "../support/mod.rs"]
mod support;

#[cfg(not(target_os = "linux"))]
#[test]
fn the_program_itself_is_tested_on_linux() {
    eprintln!("SKIPPED: the program itself is tested on Linux only, where a test can have a home of its own");
}
