//! What becomes of copies beside the book: somebody's own, and those of a sync tool.

use std::{io::ErrorKind, sync::Arc};

use kleurboek::{
    domain::book::Book,
    storage::{
        backups::{Backups, Version},
        disk::Disk,
        line::Line,
        save::{PutAway, Saved},
    },
};

use super::{
    commands::first_book,
    rules::{ANNA, BRAM, Desk, beside, has, text, with},
    test_disk::{Fault, Trouble},
    watched::book,
};

const BY_DROPBOX: &str = "boek (Bram's conflicted copy 2026-11-21).kleurboek";
const BY_RESILIO: &str = "boek.Conflict.kleurboek";

/// A book as Bram has it, with something that is in no other.
fn brams() -> Book {
    with(&first_book(), BRAM, "Bram's")
}

fn backups(desk: &Desk) -> Backups {
    let disk: Arc<dyn Disk> = Arc::new(desk.disk.clone());
    let line = Line::claim(&disk, &desk.places(), &book(), first_book().id, None).unwrap();
    Backups::of(disk, &desk.places(), &line)
}

fn kept_from_beside(desk: &Desk) -> Vec<Version> {
    backups(desk).list().unwrap().into_iter().filter(|version| version.is_beside).collect()
}

#[test]
fn copies_of_somebodys_own_stay_where_they_are_and_out_of_the_book() {
    let mut desk = Desk::new();
    let names = [
        "boek kopie",
        "boek-oud",
        "boek backup",
        "boek - Copy",
        "boek - kopie",
        "Kopie van boek",
        "boek (1)",
        "boek 2",
        "boek archief",
        "boek samengevoegd",
        "boek 2026-11-21",
        "boek (2026-11-21 14.03.00)",
        "boek (november)",
        "boek-LAPTOP",
    ];
    let copies: Vec<_> = names
        .iter()
        .map(|name| (beside(&format!("{name}.kleurboek")), text(&with(&first_book(), BRAM, name))))
        .collect();
    for (path, bytes) in &copies {
        desk.disk.put(path, bytes);
    }
    let looked = desk.look(first_book());
    assert_eq!(looked, first_book());
    let anna = with(&looked, ANNA, "Anna's");
    assert_eq!(desk.save(&anna), Ok(Saved::InPlace));
    desk.restart();
    assert_eq!(desk.look(anna.clone()), anna);
    for (path, bytes) in &copies {
        assert_eq!(desk.disk.bytes(path).as_deref(), Some(&bytes[..]), "{}", path.display());
    }
    assert!(desk.in_bin().is_empty() && desk.file.put_away() == PutAway::default());
}

#[test]
fn a_copy_of_a_sync_tool_is_taken_in_kept_and_put_in_the_bin_and_that_is_told_once() {
    let mut desk = Desk::new();
    desk.disk.put(beside(BY_DROPBOX), &text(&brams()));
    let looked = desk.look(first_book());
    assert!(has(&looked, "Bram's"));
    assert_eq!(desk.in_file(), looked);
    assert_eq!((desk.names(), desk.in_bin()), (vec!["boek.kleurboek".into()], vec![BY_DROPBOX.into()]));
    assert_eq!(desk.file.put_away(), PutAway { to_bin: 1, stayed: 0 });
    assert_eq!(desk.file.put_away(), PutAway::default());
    assert_eq!(kept_from_beside(&desk).len(), 1);
}

#[test]
fn a_copy_from_which_nothing_new_comes_is_left_alone() {
    let mut desk = Desk::new();
    let path = beside(BY_DROPBOX);
    for copy in [text(&first_book()), desk.disk.bytes(super::watched::book()).unwrap().into()] {
        desk.disk.put(&path, &copy);
        let anna = with(&first_book(), ANNA, "Anna's");
        assert_eq!(desk.look(anna.clone()), anna);
        assert_eq!(desk.disk.bytes(&path).as_deref(), Some(&copy[..]));
    }
    assert_eq!(desk.file.put_away(), PutAway::default());
    assert!(desk.in_bin().is_empty() && kept_from_beside(&desk).is_empty());
}

#[test]
fn where_there_is_no_bin_a_copy_stays_and_is_not_taken_in_again() {
    let mut desk = Desk::new();
    desk.disk.refuse("to_bin", ErrorKind::Unsupported);
    desk.disk.put(beside(BY_DROPBOX), &text(&brams()));
    let looked = desk.look(first_book());
    assert!(has(&looked, "Bram's"));
    assert_eq!(desk.file.put_away(), PutAway { to_bin: 0, stayed: 1 });
    for _ in 0..2 {
        assert_eq!(desk.names().len(), 2);
        assert!(!desk.file.may_have_changed(), "it is not looked at again");
        desk.restart();
        assert_eq!(desk.save(&looked), Ok(Saved::Unchanged));
        assert_eq!(desk.file.put_away(), PutAway::default(), "it is told once");
    }
    // Anna takes away what Bram made: it does not come back from the copy.
    let mut without = looked.clone();
    let id = looked.clients.iter().find(|client| client.name == "Bram's").unwrap().id;
    kleurboek::domain::change::Change::default().client(&looked, id, None).commit(&mut without, ANNA);
    assert_eq!(desk.save(&without), Ok(Saved::InPlace));
    desk.restart();
    assert!(!has(&desk.look(without), "Bram's"));
}

#[test]
fn what_the_bin_refused_goes_there_at_the_next_start() {
    let mut desk = Desk::new();
    desk.disk.refuse("to_bin", ErrorKind::ResourceBusy);
    desk.disk.put(beside(BY_DROPBOX), &text(&brams()));
    let looked = desk.look(first_book());
    desk.disk.allow_all();
    desk.restart();
    assert_eq!(desk.save(&looked), Ok(Saved::Unchanged));
    assert_eq!((desk.names().len(), desk.in_bin()), (1, vec![BY_DROPBOX.to_owned()]));
}

#[test]
fn a_copy_of_resilio_is_taken_in_but_never_taken_away() {
    let mut desk = Desk::new();
    desk.disk.put(beside(BY_RESILIO), &text(&brams()));
    let looked = desk.look(first_book());
    assert!(has(&looked, "Bram's"));
    assert_eq!(desk.names(), [BY_RESILIO, "boek.kleurboek"]);
    assert_eq!(desk.file.put_away(), PutAway { to_bin: 0, stayed: 1 });
}

#[test]
fn wherever_the_power_goes_the_next_start_has_it_all_and_puts_the_copy_away() {
    let theirs = text(&brams());
    for call in 1.. {
        let mut desk = Desk::new();
        desk.disk.put(beside(BY_DROPBOX), &theirs);
        desk.disk.plan(&[Fault { at: call, what: Trouble::PowerCut, for_ever: false }]);
        let saved = desk.save(&first_book());
        let was_cut = desk.disk.calls() >= call;
        for seed in 0..4 {
            let mut next = desk.after_a_crash(seed);
            let newest = backups(&next).newest_good();
            assert!(newest.is_none_or(|newest| !newest.is_beside), "call {call}: it is not the book itself");
            let looked = next.look(next.in_file());
            assert!(has(&looked, "Bram's"), "call {call}, seed {seed}");
            assert_eq!(next.in_file(), looked, "call {call}, seed {seed}");
            assert_eq!(next.names(), ["boek.kleurboek"], "call {call}, seed {seed}");
            assert_eq!(kept_from_beside(&next).len(), 1, "call {call}, seed {seed}");
        }
        if !was_cut {
            assert!(saved.is_ok());
            break;
        }
    }
}
