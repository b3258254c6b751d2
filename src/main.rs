//! Starts Kleurboek: a command for scripts, or the window.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    kleurboek::start::run(std::env::args_os())
}
