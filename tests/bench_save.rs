//! What an edit costs the window, and what a whole save costs, with ten years of work in the book (one year when quick).
//! It measures and prints; how fast this machine is today proves nothing, so it asserts nothing.
#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::disallowed_methods, reason = "tests")]

use std::{
    fs,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use kleurboek::{
    app::{
        clock::Clock,
        command::{ClientEdit, Command},
        opening::OpenBook,
        saver::SaveStatus,
    },
    domain::{book::Language, example},
    storage::{disk::RealDisk, format, open::open, places::Places, save::BookFile},
};
use tempfile::TempDir;

fn is_full() -> bool {
    std::env::var_os("KLEURBOEK_FULL").is_some_and(|value| value == "1")
}

fn years() -> u32 {
    if is_full() { 10 } else { 1 }
}

fn rounds() -> usize {
    if is_full() { 200 } else { 5 }
}

fn years_of_work() -> (TempDir, PathBuf, Places) {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("boek.kleurboek");
    fs::write(&path, format::write(&example::large(Language::Dutch, years()), 1).unwrap()).unwrap();
    let places = Places::under(root.path().join("home"));
    (root, path, places)
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let worst = times.last().copied().unwrap_or_default();
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let built = if cfg!(debug_assertions) { "debug" } else { "release" };
    eprintln!("{what}: median {median:.2?}, worst {worst:.2?} of {} ({built})", times.len());
}

#[test]
fn what_an_edit_costs_the_window() {
    let (_root, path, places) = years_of_work();
    let clock = Clock::frozen_on(example::example_day());
    let mut session = OpenBook::open(&path, &places, clock, || {}).unwrap().session;
    let client = session.book().clients.iter().next().unwrap().id;
    let times = (0..rounds().max(50))
        .map(|number| {
            let notes = ClientEdit::Notes(format!("Notitie {number}. {}", "Bellen na 14 u. ".repeat(20)));
            let command = Command::EditClient(client, notes);
            let start = Instant::now();
            session.execute(&command, Some(1)).unwrap();
            start.elapsed()
        })
        .collect();
    report(&format!("one edit of notes, years of work: {}", years()), times);
    assert!(matches!(session.close(), SaveStatus::Saved(_)));
}

#[test]
fn what_a_whole_save_costs() {
    let (_root, path, places) = years_of_work();
    let opened = open(&path).unwrap();
    let mut book = opened.loaded.book.clone();
    let mut file = BookFile::of(&opened, Arc::new(RealDisk));
    let clock = Clock::frozen_on(example::example_day());
    let times = (0..rounds())
        .map(|number| {
            Arc::make_mut(&mut book.house).name = format!("Atelier {number}");
            let start = Instant::now();
            file.save(&book, &places, clock.now()).unwrap();
            start.elapsed()
        })
        .collect();
    report(&format!("one whole save until proven, years of work: {}", years()), times);
}
