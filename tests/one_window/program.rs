//! The same through the program itself.

use std::{
    ffi::OsString,
    process::{Command, Output},
};

use std::{fs, sync::mpsc};

use kleurboek::{
    app::{clock::Clock, command::Refusal, errand::host::Served, problem_words, words::Words},
    domain::book::Language,
    storage::{bin::Bin, places::Places},
};

use crate::desk::{Desk, Event, earned};

/// A desk whose places are where the program looks for them.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let home = desk.root.path().join("home");
    fs::create_dir_all(&home).unwrap();
    desk.places = Places {
        documents: home.clone(),
        data: home.join("data").join("kleurboek"),
        config: home.join("config").join("kleurboek"),
        bin: Bin::OfTheSystem,
    };
    desk
}

fn start(desk: &Desk, arguments: &[&str]) -> impl FnOnce() -> Output + Send + 'static {
    let home = desk.root.path().join("home");
    let mut arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
    arguments.push(desk.path.clone().into());
    move || {
        Command::new(env!("CARGO_BIN_EXE_kleurboek"))
            .args(arguments)
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("LC_ALL", "nl_BE.UTF-8")
            .env_remove("LANGUAGE")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .output()
            .unwrap()
    }
}

fn said(output: &Output) -> (Option<i32>, &str, &str) {
    let text = |bytes| std::str::from_utf8(bytes).unwrap().trim_end();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn earned_reaches_the_open_window() {
    let desk = desk();
    let before = desk.earned_on_disk();
    let program = start(&desk, &["earned", "65", "--client", "Bistro Loo"]);
    let (output, served, open) = desk.meet(0, program);
    let line = "€ 185 vandaag nodig · € 185 verdiend · Genoeg voor vandaag";
    assert_eq!(said(&output), (Some(0), line, ""));
    assert_eq!((served.len(), earned(open.session.book())), (1, before + 6500));
    assert_eq!(desk.earned_on_disk(), before + 6500);
}

#[test]
fn earned_is_refused_in_the_words_of_the_window() {
    let desk = desk();
    let before = desk.earned_on_disk();
    let program = start(&desk, &["earned", "65", "--on", "2026-11-22"]);
    let (output, served, _open) = desk.meet(0, program);
    let words = Words::new(Language::Dutch);
    let sentence = problem_words::refusal_sentence(Refusal::DayAfterToday, &words);
    assert_eq!(said(&output), (Some(1), "", sentence.as_str()));
    assert_eq!((served, desk.earned_on_disk()), (vec![], before));
}

#[test]
fn a_second_start_says_nothing_and_goes() {
    let desk = desk();
    let program = start(&desk, &[]);
    let (output, served, _open) = desk.meet(0, program);
    assert_eq!(said(&output), (Some(0), "", ""));
    assert_eq!(served, [Served::ComeForward]);
}

#[test]
fn a_window_that_hangs_is_said_and_does_nothing_when_it_wakes() {
    if std::env::var_os("KLEURBOEK_FULL").is_none() {
        eprintln!("SKIPPED: ten seconds of a window that hangs; set KLEURBOEK_FULL=1");
        return;
    }
    let desk = desk();
    let before = desk.earned_on_disk();
    let (sender, _events) = mpsc::channel::<Event<()>>();
    let mut open = desk.window(&sender);
    let output = start(&desk, &["earned", "65"])();
    let sentence = Words::new(Language::Dutch).say("cli-window-silent");
    assert_eq!(said(&output), (Some(1), "", sentence.as_str()));
    assert_eq!(open.serve(Clock::moment()), []);
    assert_eq!(earned(open.session.book()), before);
}
