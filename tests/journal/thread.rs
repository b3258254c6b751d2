//! The journal's thread: takes changes without waiting, writes them soon, and follows what was saved.

use std::{
    io::ErrorKind,
    sync::{Arc, mpsc},
    time::Duration,
};

use kleurboek::{
    app::journaller::{Entry, JournalStatus, Journaller, Rests},
    storage::{
        disk::{Disk, RealDisk},
        problem::Problem,
    },
};

use super::{
    Machine,
    breaking_disk::{BreakingDisk, Cut, Fails},
};

/// Long enough for any machine; nothing waits for all of it unless the test fails.
const PATIENCE: Duration = Duration::from_mins(1);
/// The thread writes only when it is asked to.
const ONLY_WHEN_ASKED: Rests = Rests { first: Duration::from_hours(1), retry: Duration::from_hours(1) };
const AT_ONCE: Rests = Rests { first: Duration::ZERO, retry: Duration::ZERO };

/// A change that is a few letters.
struct Letters(String);

impl Entry for Letters {
    fn join(&mut self, later: Self) {
        self.0.push('+');
        self.0.push_str(&later.0);
    }

    fn text(&self) -> Result<String, Problem> {
        Ok(self.0.clone())
    }
}

fn letters(text: &str) -> Letters {
    Letters(text.to_owned())
}

fn start(machine: &Machine, disk: impl Disk + 'static, rests: Rests) -> Journaller<Letters> {
    Journaller::start(Arc::new(disk), &machine.places, machine.header(), rests, || {}).unwrap()
}

#[test]
fn changes_of_a_while_are_written_as_one() {
    let machine = Machine::new();
    let journaller = start(&machine, RealDisk, ONLY_WHEN_ASKED);
    assert_eq!(journaller.status(), JournalStatus::Safe);
    assert_eq!([journaller.note(letters("a")), journaller.note(letters("b"))], [1, 2]);
    assert_eq!(journaller.status(), JournalStatus::Waiting);
    assert!(machine.rescued(&RealDisk).is_empty());
    assert!(journaller.flush_now(PATIENCE));
    assert_eq!(journaller.status(), JournalStatus::Safe);
    assert_eq!(machine.rescued(&RealDisk), ["a+b"]);
    journaller.note(letters("c"));
    assert!(journaller.flush_now(PATIENCE));
    assert_eq!(machine.rescued(&RealDisk), ["a+b", "c"]);
}

#[test]
fn a_change_is_written_without_being_asked() {
    let machine = Machine::new();
    let disk = BreakingDisk::default();
    let synced = disk.tell_syncs();
    let journaller = start(&machine, disk.clone(), AT_ONCE);
    journaller.note(letters("a"));
    // The header, then the change.
    synced.recv_timeout(PATIENCE).expect("the header is written");
    synced.recv_timeout(PATIENCE).expect("the change is written");
    assert_eq!(machine.rescued(&disk.after(Cut::All)), ["a"]);
    drop(journaller);
}

#[test]
fn the_usual_rest_leaves_time_to_write_within_a_second() {
    assert!(Rests::default().first <= Duration::from_millis(200));
}

#[test]
fn what_is_in_the_book_leaves_the_journal_and_the_rest_stays() {
    let machine = Machine::new();
    let journaller = start(&machine, RealDisk, ONLY_WHEN_ASKED);
    for text in ["a", "b", "c"] {
        journaller.note(letters(text));
        assert!(journaller.flush_now(PATIENCE));
    }
    journaller.saved(2, machine.header().on(Some(blake3::hash(b"a and b")), 1));
    journaller.note(letters("d"));
    assert!(journaller.flush_now(PATIENCE));
    let [left] = machine.leftover(&machine.book()).try_into().expect("one");
    assert_eq!(left.entries, ["c", "d"]);
    let header = left.header.unwrap();
    assert_eq!((header.base, header.generation), (Some(blake3::hash(b"a and b")), 1));
    journaller.saved(journaller.last(), machine.header());
    journaller.forget_others().recv_timeout(PATIENCE).unwrap().unwrap();
    assert!(machine.leftover(&machine.book()).is_empty());
    assert!(journaller.files().is_empty());
}

#[test]
fn a_change_half_in_the_book_stays_whole() {
    let machine = Machine::new();
    let journaller = start(&machine, RealDisk, ONLY_WHEN_ASKED);
    let first = journaller.note(letters("a"));
    journaller.note(letters("b"));
    assert!(journaller.flush_now(PATIENCE));
    journaller.saved(first, machine.header());
    assert_eq!(journaller.close(false), JournalStatus::Safe);
    assert_eq!(machine.rescued(&RealDisk), ["a+b"]);
}

#[test]
fn a_clean_close_leaves_nothing_and_any_other_leaves_everything() {
    let machine = Machine::new();
    let journaller = start(&machine, RealDisk, ONLY_WHEN_ASKED);
    journaller.note(letters("a"));
    assert!(journaller.flush_now(PATIENCE));
    journaller.note(letters("b"));
    assert_eq!(journaller.close(false), JournalStatus::Safe);
    assert_eq!(machine.rescued(&RealDisk), ["a", "b"]);
    for left in machine.leftover(&machine.book()) {
        left.remove(&RealDisk).unwrap();
    }
    let journaller = start(&machine, RealDisk, ONLY_WHEN_ASKED);
    journaller.note(letters("c"));
    assert!(journaller.flush_now(PATIENCE));
    journaller.note(letters("d"));
    assert_eq!(journaller.close(true), JournalStatus::Safe);
    assert!(machine.leftover(&machine.book()).is_empty());
    drop(start(&machine, RealDisk, ONLY_WHEN_ASKED));
    assert!(machine.leftover(&machine.book()).is_empty(), "nothing was changed");
}

#[test]
fn a_full_disk_is_said_and_tried_again_with_everything() {
    let machine = Machine::new();
    let disk = BreakingDisk::default();
    let (wake, woken) = mpsc::channel();
    let journaller = Journaller::start(
        Arc::new(disk.clone()),
        &machine.places,
        machine.header(),
        ONLY_WHEN_ASKED,
        move || {
            let _ = wake.send(());
        },
    )
    .unwrap();
    journaller.note(letters("a"));
    assert!(journaller.flush_now(PATIENCE));
    let from = disk.calls() + 1;
    disk.fail(Some(Fails { from, upto: usize::MAX, with: ErrorKind::StorageFull }));
    journaller.note(letters("b"));
    assert!(!journaller.flush_now(PATIENCE));
    woken.recv_timeout(PATIENCE).expect("the window is told");
    assert_eq!(journaller.status(), JournalStatus::Failed(Problem::DiskFull));
    journaller.note(letters("c"));
    assert!(!journaller.flush_now(PATIENCE));
    assert_eq!(machine.rescued(&disk.after(Cut::All)), ["a"]);
    disk.fail(None);
    assert!(journaller.flush_now(PATIENCE));
    assert_eq!(journaller.status(), JournalStatus::Safe);
    woken.recv_timeout(PATIENCE).expect("the window is told");
    assert_eq!(machine.rescued(&disk.after(Cut::All)), ["a", "b+c"]);
}

#[test]
fn a_disk_that_hangs_holds_nobody_up() {
    let machine = Machine::new();
    let disk = BreakingDisk::default();
    let journaller = start(&machine, disk.clone(), AT_ONCE);
    let hanging = disk.hang();
    for number in 0..100 {
        assert_eq!(journaller.note(letters(".")), number + 1);
    }
    assert_eq!(journaller.status(), JournalStatus::Waiting);
    assert!(!journaller.flush_now(Duration::from_millis(1)));
    drop(hanging);
    assert!(journaller.flush_now(PATIENCE));
    let dots: usize = machine.rescued(&disk).iter().map(|text| text.matches('.').count()).sum();
    assert_eq!(dots, 100);
}

#[test]
fn a_failing_journal_is_tried_again_without_being_asked() {
    let machine = Machine::new();
    let disk = BreakingDisk::default();
    disk.fail(Some(Fails { from: 1, upto: 40, with: ErrorKind::Other }));
    let (wake, woken) = mpsc::channel();
    let journaller =
        Journaller::start(Arc::new(disk.clone()), &machine.places, machine.header(), AT_ONCE, move || {
            let _ = wake.send(());
        })
        .unwrap();
    journaller.note(letters("a"));
    woken.recv_timeout(PATIENCE).expect("it fails");
    woken.recv_timeout(PATIENCE).expect("it works again");
    assert_eq!(machine.rescued(&disk.after(Cut::All)), ["a"]);
}
