//! Whose journal it is, and what becomes of it.

use std::{fs, path::Path, sync::Arc};

use kleurboek::storage::{
    disk::RealDisk,
    journal::{Header, Journal, Journals},
    lock::BookLock,
};

use super::{BOOK, Machine};

fn leave(machine: &Machine, path: &Path, entry: &str) {
    let header = Header::new(BOOK, path, Some(blake3::hash(b"the book")), 7);
    let mut journal = Journal::begin(Arc::new(RealDisk), &machine.places, header);
    journal.append(entry).unwrap();
    journal.sync().unwrap();
}

#[test]
fn a_journal_is_found_when_the_book_itself_is_missing() {
    let machine = Machine::new();
    leave(&machine, &machine.book(), "one");
    leave(&machine, &machine.book(), "two");
    assert_eq!(machine.rescued(&RealDisk), ["one", "two"]);
    let found = machine.leftover(&machine.book());
    let header = found[0].header.as_ref().unwrap();
    assert_eq!((header.base, header.generation), (Some(blake3::hash(b"the book")), 7));
}

#[test]
fn a_book_that_was_moved_finds_its_journal() {
    let machine = Machine::new();
    let old = machine.folder.path().join("old.kleurboek");
    leave(&machine, &old, "one");
    let found = machine.leftover(&machine.book());
    assert_eq!(found[0].entries, ["one"]);
    assert!(found[0].is_moved);
    assert!(machine.rescued(&RealDisk).is_empty(), "only by the id of the book");
}

#[test]
fn a_copy_does_not_take_the_journal_of_the_book_it_was_made_of() {
    let machine = Machine::new();
    let original = machine.folder.path().join("original.kleurboek");
    leave(&machine, &original, "one");
    fs::write(&original, "still there").unwrap();
    assert!(machine.leftover(&machine.book()).is_empty());
    assert_eq!(machine.leftover(&original)[0].entries, ["one"]);
}

#[test]
fn the_journal_of_a_living_window_is_not_taken() {
    let machine = Machine::new();
    let other = machine.folder.path().join("other.kleurboek");
    let lock = BookLock::take(&machine.places, &other).unwrap();
    leave(&machine, &other, "one");
    assert!(machine.leftover(&machine.book()).is_empty());
    drop(lock);
    let found = machine.leftover(&machine.book());
    assert_eq!(found.len(), 1);
    // And while it is being rescued, no window can open the other place.
    assert!(BookLock::take(&machine.places, &other).is_err());
    drop(found);
    assert!(BookLock::take(&machine.places, &other).is_ok());
}

#[test]
fn a_rescued_journal_is_put_away_and_only_the_last_few_stay() {
    let machine = Machine::new();
    for number in 0..25 {
        leave(&machine, &machine.book(), &format!("{number}"));
        for left in machine.leftover(&machine.book()) {
            assert_eq!(left.entries, [format!("{number}")]);
            left.archive(&RealDisk).unwrap();
        }
    }
    assert!(machine.leftover(&machine.book()).is_empty());
    let archive = machine.places.data.join("journals").join("archive");
    let mut texts: Vec<String> = fs::read_dir(archive)
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .map(|text| text.trim_end().rsplit_once(' ').unwrap().1.to_owned())
        .collect();
    texts.sort();
    assert_eq!(texts, ["15", "16", "17", "18", "19", "20", "21", "22", "23", "24"]);
}

#[test]
fn a_removed_journal_does_not_come_back() {
    let machine = Machine::new();
    leave(&machine, &machine.book(), "one");
    machine.leftover(&machine.book())[0].remove(&RealDisk).unwrap();
    assert!(machine.leftover(&machine.book()).is_empty());
}

#[test]
fn erasing_reaches_every_journal_but_the_living_ones() {
    let machine = Machine::new();
    leave(&machine, &machine.book(), "archived");
    machine.leftover(&machine.book())[0].archive(&RealDisk).unwrap();
    leave(&machine, &machine.book(), "left here");
    leave(&machine, &machine.folder.path().join("elsewhere.kleurboek"), "left elsewhere");
    let open_elsewhere = machine.folder.path().join("open.kleurboek");
    let _lock = BookLock::take(&machine.places, &open_elsewhere).unwrap();
    leave(&machine, &open_elsewhere, "of another window");
    let mut living = machine.begin();
    living.append("ours").unwrap();
    living.sync().unwrap();

    let all = Journals::of_book(&RealDisk, &machine.places, living.header()).unwrap();
    assert_eq!(all.paths().count(), 5);
    all.remove_all_but(&living, &RealDisk, &machine.places).unwrap();
    let left = Journals::of_book(&RealDisk, &machine.places, living.header()).unwrap();
    let texts: Vec<String> = left.paths().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(texts.len(), 2);
    assert!(texts[0].ends_with("of another window\n") && texts[1].ends_with("ours\n"), "{texts:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_unicode_has_its_journal_too() {
    use std::os::unix::ffi::OsStrExt;
    let machine = Machine::new();
    let path = machine.folder.path().join(std::ffi::OsStr::from_bytes(b"b\xff.kleurboek"));
    leave(&machine, &path, "one");
    assert_eq!(machine.leftover(&path)[0].entries, ["one"]);
    assert!(machine.leftover(&machine.book()).is_empty(), "nobody can tell whether it is gone from there");
}
