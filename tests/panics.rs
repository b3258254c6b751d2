//! A panic anywhere writes the journal first. Apart from other tests, as it reaches every journal of the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use kleurboek::{
    app::{
        journaller::{Entry, JournalStatus, Journaller, Rests},
        panics,
        words::Words,
    },
    domain::{book::Language, id::Id},
    storage::{
        disk::RealDisk,
        journal::{Header, leftover},
        places::Places,
        problem::Problem,
    },
};

const PATIENCE: Duration = Duration::from_mins(1);
/// The thread writes only when it is asked to.
const ONLY_WHEN_ASKED: Rests = Rests { first: Duration::from_hours(1), retry: Duration::from_hours(1) };

/// One test at a time: a panic in one would write the journal of another.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A change that panics where it is told to.
enum Change {
    Good,
    PanicsInText,
    PanicsInJoin,
}

impl Entry for Change {
    fn join(&mut self, _later: Self) {
        assert!(!matches!(self, Self::PanicsInJoin), "on purpose");
    }

    fn text(&self) -> Result<String, Problem> {
        assert!(!matches!(self, Self::PanicsInText), "on purpose");
        Ok("a".to_owned())
    }
}

struct Window {
    _folder: tempfile::TempDir,
    places: Places,
    book: std::path::PathBuf,
    journaller: Journaller<Change>,
}

impl Window {
    fn open() -> Self {
        panics::watch();
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path());
        let book = folder.path().join("book.kleurboek");
        let header = Header::new(Id::from_bits(7), &book, None, 0);
        let journaller =
            Journaller::start(Arc::new(RealDisk), &places, header, ONLY_WHEN_ASKED, || {}).unwrap();
        Self { _folder: folder, places, book, journaller }
    }

    fn last_words(&self) -> String {
        panics::last_words(&self.places, &words())
    }
}

fn words() -> Words {
    Words::new(Language::English)
}

#[test]
fn a_panic_on_another_thread_writes_the_journal_first() {
    let _alone = alone();
    let window = Window::open();
    window.journaller.note(Change::Good);
    assert_eq!(window.journaller.status(), JournalStatus::Waiting);
    assert!(thread::spawn(|| panic!("on purpose")).join().is_err());
    assert_eq!(window.journaller.status(), JournalStatus::Safe);
    let left = leftover(&RealDisk, &window.places, &window.book, None).unwrap();
    assert_eq!(left.first().expect("it is there").entries, ["a"]);
    let said = window.last_words();
    assert!(said.contains(&words().say("stopped-safe")) && said.contains("kleurboek.log"), "{said}");
}

#[test]
fn a_panic_of_the_journal_itself_is_said_and_holds_nobody_up() {
    let _alone = alone();
    for changes in [vec![Change::PanicsInText], vec![Change::PanicsInJoin, Change::Good]] {
        let window = Window::open();
        for change in changes {
            window.journaller.note(change);
        }
        assert!(!window.journaller.flush_now(PATIENCE));
        assert!(matches!(window.journaller.status(), JournalStatus::Failed(_)));
        window.journaller.note(Change::Good);
        assert!(window.last_words().contains(&words().say("stopped-unsafe")));
        assert!(matches!(window.journaller.close(false), JournalStatus::Failed(_)));
    }
}
