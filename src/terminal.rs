//! `terminal\kleurboek.exe` on Windows: a prompt does not wait for a program with a window, but it waits for this one.
//! It starts the `kleurboek.exe` in the folder above with the same arguments, and ends as that ends.

use std::{
    env,
    io::{self, Write as _},
    process::Command,
};

fn main() {
    let code = match run() {
        Ok(code) => code,
        Err(error) => say(&error),
    };
    std::process::exit(code);
}

/// What the program ended with.
fn run() -> io::Result<i32> {
    let own = env::current_exe()?;
    let program = own.ancestors().nth(2).unwrap_or(&own).join("kleurboek.exe");
    let status = Command::new(&program)
        .args(env::args_os().skip(1))
        .status()
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", program.display())))?;
    Ok(status.code().unwrap_or(1))
}

/// Not by `eprintln!`, which panics when nobody listens.
fn say(error: &io::Error) -> i32 {
    let _ = writeln!(io::stderr(), "{error}");
    1
}
