//! Earlier versions of the example, in the backups of an app.

use std::sync::Arc;

use chrono::{Days, NaiveDateTime, TimeDelta};
use kleurboek::{
    domain::{
        book::{Book, Language},
        example,
        money::Cents,
        plan::Plan,
    },
    storage::{
        backups::{Backups, Version},
        disk::RealDisk,
        format::{self, HashLine},
        places::Places,
    },
};

use super::app::TestApp;

/// What the example was before its last `incomes` were noted and its last `clients` came.
pub fn younger(clients: usize, incomes: usize) -> Book {
    let mut book = example::atelier_noor(Language::Dutch);
    let mut counted: Vec<_> =
        book.incomes.iter().filter_map(|income| Some((income.earned?, income.id))).collect();
    counted.sort();
    for (_, id) in counted.into_iter().rev().take(incomes) {
        book.incomes.remove(id);
    }
    let mut ids: Vec<_> = book.clients.entries().map(|(id, _)| id).collect();
    ids.reverse();
    for id in ids.into_iter().take(clients) {
        book.clients.remove(id);
    }
    book
}

/// The example while it asked something else to live from.
pub fn living_from(euros: i32) -> Book {
    let mut book = example::atelier_noor(Language::Dutch);
    book.plan = Arc::new(Plan { living: Cents::euros(euros), ..Plan::clone(&book.plan) });
    book
}

/// `days` before the day of the example, at this time.
pub fn ago(days: u64, hour: u32, minute: u32) -> NaiveDateTime {
    (example::example_day() - Days::new(days)).and_hms_opt(hour, minute, 0).expect("a time")
}

/// Where the versions of the example are.
pub fn backups(app: &TestApp) -> Backups {
    Backups::at(Arc::new(RealDisk), &Places::under(app.home.path()), &app.book_path()).expect("it was saved")
}

/// Keeps a version from before the app was started; where it is.
pub fn keep(app: &TestApp, book: &Book, at: NaiveDateTime, hash_line: HashLine) -> Version {
    wait_until_kept(app);
    let bytes = format::write(book, 0).expect("a book can be written").into_bytes();
    backups(app).keep(&bytes, 0, at, hash_line).expect("a version is kept");
    backups(app).find(blake3::hash(&bytes)).expect("a list").expect("the version")
}

/// Empties a version, as a failing disk may.
pub fn damage(version: &Version) {
    std::fs::File::create(&version.path).expect("a version is emptied");
}

/// Keeps so many versions, eleven minutes apart.
pub fn keep_many(app: &TestApp, count: i32) {
    for number in 0..count {
        let at = ago(0, 14, 0) - TimeDelta::minutes(11 * i64::from(number));
        keep(app, &living_from(1000 + number), at, HashLine::Right);
    }
}

/// Waits for the thread that saves to have kept the version that was opened.
pub fn wait_until_kept(app: &TestApp) {
    while !backups(app).list().expect("a list").iter().any(|version| version.generation == 1) {
        std::thread::yield_now();
    }
}

/// Opens "Eerdere versies" in the settings, and waits for the whole list.
pub fn open_list(app: &mut TestApp) {
    wait_until_kept(app);
    app.click("Instellingen");
    app.click("Eerdere versies bekijken");
    wait_for_list(app);
}

/// Waits for the whole list.
pub fn wait_for_list(app: &mut TestApp) {
    while app.shows("Even zoeken…") {
        std::thread::yield_now();
        app.harness.step();
    }
    app.settle();
    // What found its place in the last frames is at rest after these.
    app.harness.run_steps(4);
}

/// Clicks a version by what it says, and waits until it is there to look at.
pub fn look_at(app: &mut TestApp, part: &str) {
    app.click_containing(part);
    wait_until_looking(app);
}

/// Waits until an earlier version is there to look at.
pub fn wait_until_looking(app: &mut TestApp) {
    while !app.shows("Deze versie terugzetten") {
        std::thread::yield_now();
        app.harness.step();
    }
    app.settle();
    // What found its place in the last frames is at rest after these.
    app.harness.run_steps(4);
}
