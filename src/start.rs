//! The start: reads what was asked for on the command line, and does it or opens the window.

mod console;

use std::{
    ffi::OsString,
    io::{self, ErrorKind, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
};

use crate::{
    app::{
        cli::{self, request::Request},
        ending, log_file, memory, no_window, opening, panics, problem_words,
        words::Words,
    },
    domain::book::Language,
    storage::{machine::Machine, places::Places},
    ui::{
        app::Start,
        message,
        window::{self, NoWindow},
    },
};

/// Does what the arguments ask; the first is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let locale = sys_locale::get_locale();
    let language = locale.as_deref().map_or(Language::Dutch, Language::of_locale);
    let request = match Request::read(arguments) {
        Ok(request) => request,
        Err(error) => return fail(&error.say(&Words::new(language))),
    };
    let Some(places) = Places::of_this_machine() else {
        let sentence = Words::new(language).say("cli-no-places");
        if matches!(request, Request::Window { .. }) {
            message::show(&sentence);
        }
        return fail(&sentence);
    };
    ending::outlive_large_files();
    log_file::start(&places);
    panics::watch();
    match request {
        Request::Window { book, on } => {
            memory::keep_large_apart();
            let machine = Machine::load(&places);
            // Mostly nothing has to be said before the window is there.
            let words = || Words::new(machine.language.as_deref().map_or(language, Language::of_locale));
            if let Some(path) = opening::which_book(book.clone(), &machine, &places) {
                match opening::came_forward(&path, &places) {
                    Ok(false) => {}
                    Ok(true) => return ExitCode::SUCCESS,
                    Err(why) => return tell(&why.say(&path, &words())),
                }
            }
            let start = Start { book, on, places, locale };
            match window::run(&start, &machine) {
                Ok(()) => ExitCode::SUCCESS,
                Err(NoWindow::Stopped) => tell(&panics::last_words(&start.places, &words())),
                Err(NoWindow::NotOpened(obstacle, error)) => {
                    tell(&no_window::sentences(obstacle, &error, &words()))
                }
            }
        }
        command => {
            let words = Words::new(language);
            match catch_unwind(AssertUnwindSafe(|| cli::run(command, &places, &words, &mut complain))) {
                Ok(Ok(line)) => {
                    // Scripts look for plain spaces.
                    say(&line.replace('\u{a0}', " "), &words);
                    ExitCode::SUCCESS
                }
                Ok(Err(line)) => fail(&line),
                Err(_) => fail(&panics::last_words(&places, &words)),
            }
        }
    }
}

/// Says in a message of the machine's own, and in the terminal, why there is no window.
fn tell(sentences: &str) -> ExitCode {
    message::show(sentences);
    fail(sentences)
}

/// Says what was asked for. What was done stays done when nobody hears it, so that is no error: a closed pipe is not
/// worth a word, and a full disk behind it is said where errors go.
fn say(line: &str, words: &Words) {
    console::reach(console::Stream::Output);
    if let Err(error) = write_line(&mut io::stdout().lock(), line)
        && error.kind() != ErrorKind::BrokenPipe
    {
        let why = problem_words::sentence(&error.into(), words);
        complain(&words.with("cli-not-heard", &[("why", (&why).into())]));
    }
}

fn fail(line: &str) -> ExitCode {
    complain(line);
    ExitCode::FAILURE
}

/// Says what went wrong, to whoever still listens.
fn complain(line: &str) {
    console::reach(console::Stream::Errors);
    let _ = write_line(&mut io::stderr().lock(), line);
}

/// Not by `println!`, which panics when nobody listens.
fn write_line(to: &mut impl Write, line: &str) -> io::Result<()> {
    to.write_all(format!("{line}\n").as_bytes())?;
    to.flush()
}
