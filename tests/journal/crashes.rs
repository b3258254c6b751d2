//! Whichever call fails, and wherever the power is cut: what was synced and is not in the book is in a journal.

use std::{collections::BTreeSet, io::ErrorKind, sync::Arc};

use kleurboek::storage::journal::Journal;

use super::{
    Machine,
    breaking_disk::{BreakingDisk, Cut, Fails},
};

/// A window on a disk that may fail, as the journal's thread works.
struct Window {
    machine: Machine,
    disk: BreakingDisk,
    journal: Journal,
    /// Not certainly in the journal.
    waiting: Vec<String>,
    /// Certainly in the journal, and not in the book.
    promised: Vec<String>,
    in_book: BTreeSet<String>,
    noted: usize,
}

impl Window {
    fn open() -> Self {
        let machine = Machine::new();
        let disk = BreakingDisk::default();
        let journal = Journal::begin(Arc::new(disk.clone()), &machine.places, machine.header());
        Self {
            machine,
            disk,
            journal,
            waiting: Vec::new(),
            promised: Vec::new(),
            in_book: BTreeSet::new(),
            noted: 0,
        }
    }

    fn note(&mut self) {
        self.noted += 1;
        self.waiting.push(format!("change {}", self.noted));
        let journal = &mut self.journal;
        let mut written = self.waiting.iter().try_for_each(|text| journal.append(text));
        if written.is_ok() {
            written = journal.sync();
        }
        if written.is_ok() {
            self.promised.append(&mut self.waiting);
        }
        self.check();
    }

    /// The book has all but the last of what is in the journal.
    fn save(&mut self) {
        let split = self.promised.len().saturating_sub(1);
        self.in_book.extend(self.promised[..split].iter().cloned());
        let header = self.machine.header().on(Some(blake3::hash(b"saved")), 1);
        let carried = &self.promised[split..];
        if self.journal.rotate(header, carried.iter().map(String::as_str)).is_ok() {
            self.promised.drain(..split);
        }
        self.check();
    }

    fn check(&self) {
        for cut in [Cut::Nothing, Cut::Half, Cut::All] {
            let rescued = self.machine.rescued(&self.disk.after(cut));
            let missing: Vec<_> = self
                .promised
                .iter()
                .filter(|text| !self.in_book.contains(*text) && !rescued.contains(text))
                .collect();
            assert!(missing.is_empty(), "{cut:?}: {missing:?} lost; there is {rescued:?}");
            for text in &rescued {
                let number: usize = text.strip_prefix("change ").expect(text).parse().expect(text);
                assert!(number <= self.noted, "{text} was never written");
            }
        }
    }

    fn live(&mut self) {
        for step in 0..12 {
            self.note();
            if step % 3 == 2 {
                self.save();
            }
        }
    }
}

#[test]
fn no_single_failing_call_loses_what_was_written() {
    let mut whole = Window::open();
    whole.live();
    let calls = whole.disk.calls();
    assert!(calls > 60, "{calls}");
    for from in 1..=calls {
        for (count, with) in [
            (1, ErrorKind::StorageFull),
            (1, ErrorKind::Other),
            (2, ErrorKind::Other),
            (7, ErrorKind::StorageFull),
        ] {
            let mut window = Window::open();
            window.disk.fail(Some(Fails { from, upto: from + count, with }));
            window.live();
            window.disk.fail(None);
            window.note();
            assert!(window.waiting.is_empty(), "a disk that works again has everything");
        }
    }
}

#[test]
fn a_disk_that_stays_full_keeps_what_it_has_and_is_not_littered() {
    let mut window = Window::open();
    window.live();
    let files = window.disk.count_files();
    let from = window.disk.calls() + 1;
    window.disk.fail(Some(Fails { from, upto: usize::MAX, with: ErrorKind::StorageFull }));
    for _ in 0..5 {
        window.note();
        window.save();
    }
    assert_eq!(window.waiting.len(), 5);
    assert_eq!(window.disk.count_files(), files);
    window.disk.fail(None);
    window.note();
    window.save();
    assert_eq!(window.disk.count_files(), 1);
}

#[test]
fn a_clean_end_leaves_nothing() {
    let mut window = Window::open();
    window.live();
    window.journal.remove();
    assert_eq!(window.disk.count_files(), 0);
}

#[test]
fn a_journal_that_grows_too_large_to_read_goes_on_in_a_next_file() {
    let mut window = Window::open();
    let large = "x".repeat(24 * 1024 * 1024);
    for _ in 0..3 {
        window.journal.append(&large).unwrap();
        window.journal.sync().unwrap();
    }
    assert_eq!(window.journal.files().count(), 3);
    assert_eq!(window.machine.rescued(&window.disk.after(Cut::All)).len(), 3);
    assert!(window.journal.append(&"x".repeat(64 * 1024 * 1024)).is_err(), "it could never be read back");
    window.journal.append("small").unwrap();
    window.journal.sync().unwrap();
    assert_eq!(window.machine.rescued(&window.disk.after(Cut::All)).last().unwrap(), "small");
    window.journal.rotate(window.machine.header(), ["small"]).unwrap();
    assert_eq!(window.machine.rescued(&window.disk), ["small"]);
    assert_eq!(window.disk.count_files(), 1);
}
