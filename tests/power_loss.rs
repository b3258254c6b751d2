//! A cut of the power, or a failing disk, at any moment: the book is the last one that was called saved, or a newer one.
//!
//! `KLEURBOEK_FULL=1 cargo test --release --test power_loss` looks at a million states of the disk.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test, which says what it counted"
)]

#[path = "support/test_disk/mod.rs"]
mod test_disk;

use std::{
    io::ErrorKind,
    path::Path,
    sync::{Arc, LazyLock},
};

use chrono::NaiveDateTime;
use kleurboek::{
    domain::{
        Day,
        book::{Book, Language},
        client::Client,
        id::Id,
    },
    storage::{
        backups::Backups,
        disk::Disk,
        format::HashLine,
        open::open_on,
        places::Places,
        problem::Problem,
        save::{BookFile, Saved},
    },
};
use test_disk::{Fault, TestDisk, Trouble, chance::Chance};

const BOOK: &str = "/home/noor/boeken/boek.kleurboek";
const ID: Id = Id::from_bits(0xb00c);
/// Saves in a life of the program, and calls in one, about.
const SAVES: usize = 4;
const LIVES: u64 = 3;
const CALLS_IN_A_LIFE: u64 = 160;
const MOST_VERSIONS: usize = 32;
const STATES_AFTER_A_CUT: u64 = 6;

/// Small ones, as a state of the disk costs what its book costs to read.
static VERSIONS: LazyLock<Vec<Book>> = LazyLock::new(|| {
    let mut book = Book::new(ID, Language::Dutch, day());
    let client = Client::named(Id::from_bits(1), "Café Zuid".to_owned());
    book.clients.put(client.id, Arc::new(client));
    (0..MOST_VERSIONS)
        .map(|number| {
            Arc::make_mut(&mut book.house).name = format!("versie {number}");
            book.clone()
        })
        .collect()
});

fn is_full() -> bool {
    std::env::var_os("KLEURBOEK_FULL").is_some()
}

fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 21).unwrap()
}

fn at() -> NaiveDateTime {
    day().and_hms_opt(14, 3, 0).unwrap()
}

fn places() -> Places {
    Places::under("/home/noor/.kleurboek")
}

fn disk(seed: u64) -> TestDisk {
    TestDisk::new(seed, &["/home/noor"])
}

fn shared(disk: &TestDisk) -> Arc<dyn Disk> {
    Arc::new(disk.clone())
}

fn number_of(book: &Book) -> usize {
    book.house.name.strip_prefix("versie ").unwrap().parse().unwrap()
}

/// The version on the disk; none when there is no file. Anything else is half a book.
fn version_on(disk: &TestDisk) -> Option<usize> {
    match open_on(disk, Path::new(BOOK)) {
        Ok(opened) => {
            assert_eq!(opened.loaded.hash, HashLine::Right);
            let number = number_of(&opened.loaded.book);
            assert_eq!(opened.loaded.book, VERSIONS[number]);
            Some(number)
        }
        Err(Problem::NotFound | Problem::FolderGone) => None,
        Err(problem) => panic!("half a book: {problem}"),
    }
}

/// The file of the book as it is found at the start of the program.
fn start(disk: &TestDisk) -> Result<BookFile, Problem> {
    let mut file = match open_on(disk, Path::new(BOOK)) {
        Ok(opened) => BookFile::of(&opened, shared(disk)),
        Err(Problem::NotFound | Problem::FolderGone) => BookFile::create_new(BOOK, shared(disk)),
        Err(problem) => return Err(problem),
    };
    file.prepare(&places(), at());
    Ok(file)
}

fn save(file: &mut BookFile, number: usize) -> Result<Saved, Problem> {
    let saved = file.save(&VERSIONS[number], &places(), at());
    file.keep(&places(), at());
    saved
}

/// On a disk without faults the next start finds a book, saves, and leaves nothing else lying about.
fn next_start_goes_well(disk: &TestDisk, number: usize) {
    let mut file = start(disk).unwrap();
    assert_eq!(save(&mut file, number), Ok(Saved::InPlace));
    assert_eq!(version_on(disk), Some(number));
    let half: Vec<_> =
        disk.files().into_iter().filter(|path| path.extension() == Some("tmp".as_ref())).collect();
    assert!(half.is_empty(), "left behind: {half:?}");
}

fn every_backup_is_whole(disk: &TestDisk) {
    let Some(backups) = Backups::at(shared(disk), &places(), BOOK.as_ref()) else { return };
    for version in backups.list().unwrap() {
        assert!(backups.read(&version).is_ok(), "half a backup: {version:?}");
    }
}

/// A few lives of the program on one disk, each ended by a cut of the power; how many states were looked at.
fn history(seed: u64) -> u64 {
    let mut chance = Chance::new(seed);
    let mut disk = disk(chance.next());
    // The last version that was called saved, and the last that was tried.
    let (mut proven, mut tried) = (None, None::<usize>);
    let mut states = 0;
    for _ in 0..=chance.below(LIVES) {
        let cut = 1 + chance.below(CALLS_IN_A_LIFE);
        let mut faults = vec![Fault { at: cut, what: Trouble::PowerCut, for_ever: false }];
        for kind in [ErrorKind::Other, ErrorKind::StorageFull] {
            if chance.is_one_in(3) {
                let fault = Fault { at: 1 + chance.below(cut), what: Trouble::Fails(kind), for_ever: false };
                faults.push(fault);
            }
        }
        disk.plan(&faults);
        if let Ok(mut file) = start(&disk) {
            for _ in 0..SAVES {
                // After a failure the same book may well be tried again.
                let number = match tried {
                    Some(tried) if Some(tried) != proven && chance.is_one_in(2) => tried,
                    _ => tried.map_or(0, |tried| tried + 1),
                };
                tried = Some(number);
                match save(&mut file, number) {
                    Ok(Saved::InPlace | Saved::Unchanged) => proven = tried,
                    Ok(other) => panic!("{other:?}"),
                    Err(_) => {}
                }
            }
        }
        for _ in 0..STATES_AFTER_A_CUT {
            let after = disk.crash(chance.next());
            let found = version_on(&after);
            assert!(found >= proven && found <= tried, "{found:?}, not {proven:?} to {tried:?}");
            if states % 8 == 0 {
                every_backup_is_whole(&after);
            }
            next_start_goes_well(&after, MOST_VERSIONS - 1);
            states += 1;
        }
        disk = disk.crash(chance.next());
        // What is on the disk now is what the next life starts from.
        proven = version_on(&disk);
    }
    states
}

#[test]
fn a_cut_of_the_power_loses_nothing_that_was_called_saved() {
    let wanted = if is_full() { 1_000_000 } else { 2_000 };
    let (mut states, mut seed) = (0, 0);
    while states < wanted {
        let Ok(seen) = std::panic::catch_unwind(|| history(seed)) else { panic!("seed {seed}") };
        states += seen;
        seed += 1;
    }
    eprintln!("{states} states of the disk after a cut of the power, {seed} histories, 0 bad");
}

/// What a call to the system may say: ENOSPC, EIO, EACCES, EROFS, EDQUOT, EINTR.
const KINDS: [ErrorKind; 6] = [
    ErrorKind::StorageFull,
    ErrorKind::Other,
    ErrorKind::PermissionDenied,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::QuotaExceeded,
    ErrorKind::Interrupted,
];
/// What it may say besides.
const MORE_KINDS: [ErrorKind; 4] =
    [ErrorKind::Unsupported, ErrorKind::InvalidInput, ErrorKind::TimedOut, ErrorKind::StaleNetworkFileHandle];

/// What was done before the save that goes wrong.
#[derive(Clone, Copy, Debug)]
enum Before {
    Nothing,
    AStart,
    ASave,
    AFailedSave,
}

impl Before {
    const ALL: [Self; 4] = [Self::Nothing, Self::AStart, Self::ASave, Self::AFailedSave];

    /// A disk on which version 0 was saved, unless nothing was, and the file as the program then knows it.
    fn play(self, seed: u64) -> (TestDisk, BookFile) {
        let disk = disk(seed);
        if matches!(self, Self::Nothing) {
            let file = start(&disk).unwrap();
            return (disk, file);
        }
        next_start_goes_well(&disk, 0);
        let mut file = start(&disk).unwrap();
        match self {
            Self::Nothing | Self::AStart => {}
            Self::ASave => assert_eq!(save(&mut file, 1), Ok(Saved::InPlace)),
            Self::AFailedSave => {
                disk.plan(&[Fault { at: 1, what: Trouble::Fails(ErrorKind::Other), for_ever: true }]);
                assert!(save(&mut file, 1).is_err());
                disk.plan(&[]);
            }
        }
        (disk, file)
    }
}

/// One save in which a call goes wrong; whether there was such a call.
fn one_call_goes_wrong(before: Before, fault: Fault) -> bool {
    let (disk, mut file) = before.play(fault.at);
    let old = version_on(&disk);
    disk.plan(&[fault]);
    let said = save(&mut file, 2);
    let was_reached = disk.calls() >= fault.at;
    disk.plan(&[]);
    let found = version_on(&disk);
    match said {
        Ok(Saved::InPlace) => {
            assert_eq!(found, Some(2));
            // A folder that cannot be synced for these reasons never can be: the best there is was done.
            let is_best = matches!(
                fault.what,
                Trouble::Fails(
                    ErrorKind::PermissionDenied | ErrorKind::Unsupported | ErrorKind::InvalidInput
                )
            );
            if !is_best {
                assert_eq!(version_on(&disk.crash(fault.at)), Some(2));
            }
        }
        Ok(other) => panic!("{other:?}"),
        Err(_) => {
            assert!(found == old || found == Some(2), "{found:?}");
            assert!(matches!(save(&mut file, 2), Ok(Saved::InPlace)), "it is tried again");
            assert_eq!(version_on(&disk.crash(fault.at)), Some(2));
        }
    }
    assert!(matches!(save(&mut file, 3), Ok(Saved::InPlace)), "it saves again");
    assert_eq!(version_on(&disk), Some(3));
    assert_eq!(version_on(&disk.crash(fault.at)), Some(3));
    next_start_goes_well(&disk, 4);
    was_reached
}

#[test]
fn any_call_that_goes_wrong_is_never_called_saved() {
    let mut troubles: Vec<Trouble> = KINDS.map(Trouble::Fails).to_vec();
    troubles.push(Trouble::Lies);
    if is_full() {
        troubles.extend(MORE_KINDS.map(Trouble::Fails));
    }
    let mut saves = 0;
    for before in Before::ALL {
        for what in &troubles {
            // Most say the same for ever as they say once.
            let is_quick =
                !is_full() && !matches!(what, Trouble::Fails(ErrorKind::StorageFull | ErrorKind::Other));
            for for_ever in if is_quick { &[false][..] } else { &[false, true] } {
                let for_ever = *for_ever;
                for at in 1.. {
                    let fault = Fault { at, what: *what, for_ever };
                    let Ok(was_reached) = std::panic::catch_unwind(|| one_call_goes_wrong(before, fault))
                    else {
                        panic!("{before:?}, {fault:?}");
                    };
                    saves += 1;
                    if !was_reached {
                        break;
                    }
                }
            }
        }
    }
    eprintln!("{saves} saves with a call that went wrong, 0 bad");
}

#[test]
fn the_test_disk_loses_what_it_was_not_told_to_keep() {
    let path = Path::new("/home/noor/los");
    let mut seen = [0; 4];
    for seed in 0..200 {
        let disk = disk(seed);
        let mut file = disk.create(path, None).unwrap();
        file.write_all(&[7; 2000]).unwrap();
        match disk.crash(seed).bytes(path) {
            None => seen[0] += 1,
            Some(bytes) if bytes.is_empty() => seen[1] += 1,
            Some(bytes) if bytes == [7; 2000] => seen[2] += 1,
            Some(_) => seen[3] += 1,
        }
        file.sync().unwrap();
        disk.sync_folder(path.parent().unwrap()).unwrap();
        assert_eq!(disk.crash(seed).bytes(path), Some(vec![7; 2000]), "synced is kept");
    }
    assert!(seen.iter().all(|times| *times > 10), "{seen:?}");
}

#[test]
fn a_sync_that_failed_on_the_test_disk_does_nothing_the_second_time() {
    let path = Path::new("/home/noor/los");
    let disk = disk(1);
    let mut file = disk.create(path, None).unwrap();
    disk.sync_folder(path.parent().unwrap()).unwrap();
    file.write_all(b"text").unwrap();
    disk.plan(&[Fault { at: 1, what: Trouble::Fails(ErrorKind::Other), for_ever: false }]);
    assert!(file.sync().is_err());
    assert!(file.sync().is_ok());
    assert!((0..50).any(|seed| disk.crash(seed).bytes(path) != Some(b"text".to_vec())));
}
