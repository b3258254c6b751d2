//! The start: reads what was asked for on the command line, and does it or opens the window.

mod console;

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
    console::reach(console::Stream::Output);
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "the command line says here what went wrong")]
fn fail(line: &str) -> ExitCode {
    console::reach(console::Stream::Errors);
    eprintln!("{line}");
    ExitCode::FAILURE
}
