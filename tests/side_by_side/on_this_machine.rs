//! What both versions keep on this machine beside the settings: journals, earlier versions, where books were.

use std::{fs, path::PathBuf, sync::Arc};

use kleurboek::{
    domain::{book::Language, example},
    storage::{
        backups::Backups,
        disk::{Disk, RealDisk},
        format::{self, HashLine},
        journal::{Header, Journal},
        line::Line,
    },
};

use crate::desk::{Desk, Newer, add, book_at, clock, has};

/// A journal of the book that a crash left, with these entries; where it is.
fn left_journal(desk: &Desk, entries: &[String]) -> PathBuf {
    let header = Header::new(example::atelier_noor(Language::Dutch).id, &desk.path, None, 1);
    let mut journal = Journal::begin(Arc::new(RealDisk), &desk.places, header);
    for entry in entries {
        journal.append(entry).unwrap();
    }
    journal.sync().unwrap();
    journal.files().next().unwrap().to_owned()
}

/// What a change adds, as the journal has it.
fn entry(desk: &Desk, name: &str) -> String {
    let other = Desk::new();
    let mut open = other.open().unwrap();
    add(&mut open, name);
    let book = open.session.book().clone();
    drop((open, desk));
    format::write_part(&book).unwrap()
}

#[test]
fn a_journal_of_the_newer_one_waits_for_it() {
    let desk = Desk::new();
    let path = left_journal(&desk, &[entry(&desk, "Jo")]);
    // Its first line says a newer format; the checksum is over what stands there.
    let text = fs::read_to_string(&path).unwrap();
    let (header, rest) = text.split_once('\n').unwrap();
    let header = header.split_once(' ').unwrap().1.replacen("format:1", "format:2", 1);
    assert!(header.contains("format:2"));
    let checksum = &blake3::hash(format!(" {header}").as_bytes()).to_hex()[..16];
    let theirs = format!("{checksum} {header}\n{rest}");
    fs::write(&path, &theirs).unwrap();

    let mut open = desk.open().unwrap();
    assert!(!has(open.session.book(), "Jo") && open.found.is_empty());
    add(&mut open, "Annelies");
    drop(open);
    assert!(has(&book_at(&desk.path), "Annelies"));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn entries_that_only_the_newer_one_knows_stay_for_it_and_the_others_are_rescued() {
    for of_newer in ["(format: 3, reads_from: 3, odd: 1)".to_owned(), {
        let known = entry(&Desk::new(), "Unknown");
        known.replacen("generation:", "moods:3,generation:", 1)
    }] {
        let desk = Desk::new();
        let path = left_journal(&desk, &[entry(&desk, "Jo"), of_newer.clone()]);
        let theirs = fs::read(&path).unwrap();
        let open = desk.open().unwrap();
        assert!(has(open.session.book(), "Jo"), "{of_newer}");
        assert!(!has(open.session.book(), "Unknown"), "{of_newer}");
        drop(open);
        assert!(has(&book_at(&desk.path), "Jo"));
        assert_eq!(fs::read(&path).unwrap(), theirs, "it is not put away");
        // And what is in the book already is not rescued anew each time.
        assert!(desk.open().unwrap().found.is_empty());
    }
}

#[test]
fn earlier_versions_of_the_newer_one_stay_and_do_not_come_back_as_an_older_book() {
    let desk = Desk::new();
    let book = example::atelier_noor(Language::Dutch);
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let line = Line::claim(&disk, &desk.places, &desk.path, book.id, None).unwrap();
    let backups = Backups::of(disk, &desk.places, &line);
    let text = Newer::Readable.text(&fs::read_to_string(&desk.path).unwrap());
    backups.keep(text.as_bytes(), 90, clock().now(), HashLine::Right).unwrap();
    let [version] = &backups.list().unwrap()[..] else { panic!("there is one") };
    let folder = version.path.parent().unwrap();
    fs::write(folder.join("index-2.ron"), "of the newer one").unwrap();

    let mut open = desk.open().unwrap();
    assert!(open.found.is_empty(), "it is not taken for what was lost");
    add(&mut open, "Jo");
    drop(open);
    assert_eq!(fs::read_to_string(&version.path).unwrap(), text);
    assert_eq!(fs::read_to_string(folder.join("index-2.ron")).unwrap(), "of the newer one");
}

#[test]
fn what_the_newer_one_wrote_about_a_place_is_left_alone() {
    let desk = Desk::new();
    drop(desk.open().unwrap());
    let record = fs::read_dir(desk.places.data.join("lines")).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&record).unwrap().replacen("format: 1", "format: 2", 1);
    fs::write(&record, &text).unwrap();
    let mut open = desk.open().unwrap();
    add(&mut open, "Jo");
    drop(open);
    assert_eq!(fs::read_to_string(&record).unwrap(), text);
    assert!(Backups::at(Arc::new(RealDisk), &desk.places, &desk.path).is_some());
}
