//! The start: reads what was asked for on the command line, and does it or opens the window.

use std::{ffi::OsString, process::ExitCode};

use crate::{
    app::{
        cli::{self, request::Request},
        log_file, opening, panics,
        words::Words,
    },
    domain::book::Language,
    storage::{machine::Machine, places::Places},
    ui::{
        app::Start,
        window::{self, NoWindow},
    },
};

/// Does what the arguments ask; the first is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    console::attach();
    let locale = sys_locale::get_locale();
    let words = Words::new(locale.as_deref().map_or(Language::Dutch, Language::of_locale));
    let request = match Request::read(arguments) {
        Ok(request) => request,
        Err(error) => return fail(&error.say(&words)),
    };
    let Some(places) = Places::of_this_machine() else {
        return fail(&words.say("cli-no-places"));
    };
    log_file::start(&places);
    panics::watch();
    match request {
        Request::Window { book, on } => {
            let machine = Machine::load(&places);
            if let Some(path) = opening::which_book(book.clone(), &machine, &places) {
                match opening::came_forward(&path, &places) {
                    Ok(false) => {}
                    Ok(true) => return ExitCode::SUCCESS,
                    Err(why) => {
                        let sentence = why.say(&path, &words);
                        window::tell_without_window(&sentence);
                        return fail(&sentence);
                    }
                }
            }
            let start = Start { book, on, places, locale };
            match window::run(&start) {
                Ok(()) => ExitCode::SUCCESS,
                Err(NoWindow::Stopped) => {
                    let words = machine
                        .language
                        .as_deref()
                        .map_or(words, |code| Words::new(Language::of_locale(code)));
                    let sentence = panics::last_words(&start.places, &words);
                    window::tell_that_it_stopped(&sentence);
                    fail(&sentence)
                }
                Err(NoWindow::NotOpened(why)) => {
                    log::error!("no window: {why}");
                    let sentence = words.say("cli-no-window");
                    window::tell_without_window(&sentence);
                    fail(&sentence)
                }
            }
        }
        command => match cli::run(command, &places, &words) {
            Ok(line) => {
                // Scripts look for plain spaces.
                say(&line.replace('\u{a0}', " "));
                ExitCode::SUCCESS
            }
            Err(line) => fail(&line),
        },
    }
}

#[expect(clippy::print_stdout, reason = "the command line answers here")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "the command line says here what went wrong")]
fn fail(line: &str) -> ExitCode {
    eprintln!("{line}");
    ExitCode::FAILURE
}

/// A program for windows has no console of its own on Windows; it can use the one it was started from.
mod console {
    #[cfg(windows)]
    #[expect(unsafe_code, reason = "Windows offers no safe call to use the console one was started from")]
    pub fn attach() {
        use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
        // SAFETY: takes no pointers; failing (no console) is fine and changes nothing.
        unsafe {
            AttachConsole(ATTACH_PARENT_PROCESS);
        }
    }

    #[cfg(not(windows))]
    pub const fn attach() {}
}
