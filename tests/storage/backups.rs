//! Earlier versions: which are kept, and that what is read from them is what was put there.

use std::{fs, path::PathBuf, sync::Arc};

use chrono::{NaiveDateTime, TimeDelta};
use kleurboek::storage::{
    backups::{Backups, Version, last_good_copy, thin},
    disk::{Disk, RealDisk},
    format::{self, HashLine},
    line::Line,
    places::Places,
    problem::Problem,
};

use crate::books::{day, renamed, small_book};

fn noon() -> NaiveDateTime {
    day(2026, 11, 23).and_hms_opt(12, 0, 0).unwrap()
}

fn version(generation: u64, at: NaiveDateTime) -> Version {
    let path = PathBuf::from(format!("{generation:08}"));
    Version { generation, at, path, is_edited: false, is_beside: false, hash_start: "00000000".to_owned() }
}

/// Versions that were kept at these times, the first one first, thinned at every one.
fn kept(times: impl IntoIterator<Item = NaiveDateTime>) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for (number, at) in times.into_iter().enumerate() {
        versions.push(version(number as u64, at));
        let gone = thin(&versions);
        versions.retain(|version| !gone.contains(version));
    }
    versions
}

fn every(step: TimeDelta, times: i32, last: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + Clone {
    (0..times).rev().map(move |number| last - step * number)
}

fn of_last(versions: &[Version], age: TimeDelta) -> usize {
    let newest = versions.iter().map(|version| version.at).max().unwrap();
    versions.iter().filter(|version| newest - version.at < age).count()
}

#[test]
fn ten_versions_are_never_too_many() {
    assert_eq!(kept(every(TimeDelta::seconds(1), 10, noon())).len(), 10);
    assert_eq!(kept([noon(); 50]).len(), 10);
    assert!(thin(&[]).is_empty());
}

#[test]
fn the_last_three_are_always_kept() {
    let versions = kept(every(TimeDelta::seconds(20), 1000, noon()));
    let last: Vec<u64> = versions.iter().rev().take(3).map(|version| version.generation).collect();
    assert_eq!(last, [999, 998, 997]);
}

#[test]
fn a_day_of_saving_every_minute_leaves_one_in_ten_minutes() {
    let versions = kept(every(TimeDelta::minutes(1), 24 * 60, noon()));
    // 144 spans of ten minutes, one of them cut in two by the beginning, and the last three.
    assert!((144..=147).contains(&versions.len()), "{}", versions.len());
    let gaps = versions.windows(2).map(|pair| pair[1].at - pair[0].at);
    assert!(gaps.into_iter().all(|gap| gap <= TimeDelta::minutes(10)));
}

#[test]
fn years_of_saving_leave_days_weeks_and_months() {
    let versions = kept(every(TimeDelta::hours(6), 4 * 365 * 3, noon()));
    let days = of_last(&versions, TimeDelta::days(31));
    assert!((30..=38).contains(&days), "{days} in the last month");
    let weeks = of_last(&versions, TimeDelta::days(366)) - days;
    assert!((46..=50).contains(&weeks), "{weeks} in the year before");
    let months = versions.len() - days - weeks;
    assert!((23..=26).contains(&months), "{months} in the two years before that");
}

#[test]
fn saving_once_a_week_is_never_thinned_within_the_year() {
    assert_eq!(kept(every(TimeDelta::weeks(1), 52, noon())).len(), 52);
}

#[test]
fn a_clock_that_jumps_wipes_nothing() {
    let years = || every(TimeDelta::hours(6), 4 * 365, noon());
    let before = kept(years());
    for wrong in [noon() + TimeDelta::days(30_000), noon() - TimeDelta::days(20_000)] {
        // Once, for a while, and back again.
        let once = kept(years().chain([wrong]));
        let a_while = kept(years().chain(every(TimeDelta::minutes(1), 30, wrong)));
        let back = kept(years().chain([wrong]).chain(every(TimeDelta::minutes(1), 30, noon())));
        for after in [once, a_while, back] {
            let left = before.iter().filter(|version| after.contains(version)).count();
            // Another day went by, as after any other save.
            assert!(left + 8 >= before.len(), "{left} of {} are left", before.len());
        }
    }
}

#[test]
fn an_edited_version_never_takes_the_place_of_a_good_one() {
    let good: Vec<Version> = every(TimeDelta::minutes(10), 20, noon())
        .enumerate()
        .map(|(number, at)| version(number as u64, at))
        .collect();
    let edited = good.iter().map(|version| Version { is_edited: true, ..version.clone() });
    let all: Vec<Version> = good.iter().cloned().chain(edited).collect();
    assert!(thin(&all).iter().all(|version| version.is_edited || thin(&good).contains(version)));
}

#[test]
fn a_copy_from_beside_the_book_never_takes_the_place_of_a_good_version() {
    let good: Vec<Version> = every(TimeDelta::minutes(10), 20, noon())
        .enumerate()
        .map(|(number, at)| version(number as u64, at))
        .collect();
    let beside = good.iter().map(|version| Version { is_beside: true, ..version.clone() });
    let all: Vec<Version> = good.iter().cloned().chain(beside).collect();
    assert!(thin(&all).iter().all(|version| version.is_beside || thin(&good).contains(version)));
}

/// A machine of its own with the backups of the small book.
fn backups() -> (tempfile::TempDir, Places, Backups) {
    let root = tempfile::tempdir().unwrap();
    let places = Places::under(root.path());
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let path = root.path().join("boek.kleurboek");
    let line = Line::claim(&disk, &places, &path, small_book(0).id, None).unwrap();
    (root, places.clone(), Backups::of(disk, &places, &line))
}

fn text(name: &str, generation: u64) -> Vec<u8> {
    format::write(&renamed(&small_book(1), name), generation).unwrap().into_bytes()
}

#[test]
fn a_version_is_kept_once_and_reads_back() {
    let (_root, _, backups) = backups();
    assert_eq!(backups.list(), Ok(Vec::new()));
    let (one, two) = (text("one", 1), text("two", 2));
    for bytes in [&one, &one, &two, &one] {
        let generation = if *bytes == one { 1 } else { 2 };
        backups.keep(bytes, generation, noon(), HashLine::Right).unwrap();
    }
    let versions = backups.list().unwrap();
    assert_eq!(versions.iter().map(|version| version.generation).collect::<Vec<_>>(), [2, 1]);
    assert!(versions.iter().all(|version| version.at == noon() && !version.is_edited));
    assert_eq!(backups.read(&versions[1]), Ok(one.clone()));
    assert_eq!(backups.find(blake3::hash(&one)).unwrap().as_ref(), Some(&versions[1]));
    assert_eq!(backups.newest_good().as_ref(), Some(&versions[0]));
}

#[test]
fn a_damaged_version_is_not_offered_and_can_be_kept_again() {
    let (_root, _, backups) = backups();
    let (one, two) = (text("one", 1), text("two", 2));
    backups.keep(&one, 1, noon(), HashLine::Right).unwrap();
    backups.keep(&two, 2, noon(), HashLine::Right).unwrap();
    let newest = backups.newest_good().unwrap();
    fs::write(&newest.path, &two[..two.len() - 1]).unwrap();
    assert_eq!(backups.read(&newest), Err(Problem::ReadBackDiffers));
    assert_eq!(backups.newest_good().unwrap().generation, 1);
    backups.keep(&two, 2, noon(), HashLine::Right).unwrap();
    assert_eq!(backups.read(&newest), Ok(two));
}

#[test]
fn a_version_is_rewritten_in_its_place() {
    let (_root, _, backups) = backups();
    backups.keep(&text("with Kaap", 1), 1, noon(), HashLine::Right).unwrap();
    let before = backups.newest_good().unwrap();
    let after = backups.rewrite(&before, &text("without", 1)).unwrap();
    assert_eq!(backups.list().as_deref(), Ok(std::slice::from_ref(&after)));
    assert_eq!(backups.read(&after), Ok(text("without", 1)));
    assert_eq!((after.generation, after.at), (before.generation, before.at));
    assert!(!before.path.exists());
}

#[test]
fn the_path_of_a_book_leads_to_its_versions() {
    let (root, places, backups) = backups();
    let path = root.path().join("boek.kleurboek");
    assert_eq!(last_good_copy(&places, &path), None);
    backups.keep(&text("one", 1), 1, noon(), HashLine::Right).unwrap();
    assert_eq!(last_good_copy(&places, &path), Some(backups.newest_good().unwrap().path));
    assert_eq!(last_good_copy(&places, &root.path().join("elsewhere.kleurboek")), None);
}

#[test]
fn what_version_0_1_kept_by_the_id_of_a_book_is_listed_and_never_the_newest() {
    let (root, places, backups) = backups();
    let old = places.data.join("backups").join(small_book(0).id.to_string());
    fs::create_dir_all(&old).unwrap();
    let kept = text("of 0.1", 3);
    let name = format!("00000003-20261120T120000-{}.kleurboek", &blake3::hash(&kept).to_hex()[..8]);
    fs::write(old.join(name), &kept).unwrap();
    assert_eq!((backups.list().unwrap().len(), backups.newest_good()), (0, None));
    let listed = backups.list_with_older().unwrap();
    assert_eq!(backups.read(&listed[0]), Ok(kept));
    // It can be brought back where there is no line yet, by the pointer that 0.1 left.
    let elsewhere = root.path().join("of 0.1.kleurboek");
    let pointer = places
        .data
        .join("places")
        .join(blake3::hash(elsewhere.as_os_str().as_encoded_bytes()).to_hex().as_str());
    fs::create_dir_all(pointer.parent().unwrap()).unwrap();
    fs::write(&pointer, format!("{}\n", small_book(0).id)).unwrap();
    assert_eq!(last_good_copy(&places, &elsewhere), Some(listed[0].path.clone()));
}

#[test]
fn an_older_copy_that_was_put_back_counts_on_from_the_newest() {
    let (root, places, backups) = backups();
    let path = root.path().join("boek.kleurboek");
    backups.keep(&text("newest", 40), 40, noon(), HashLine::Right).unwrap();
    fs::write(&path, text("put back", 7)).unwrap();
    let opened = kleurboek::storage::open::open(&path).unwrap();
    let mut file = kleurboek::storage::save::BookFile::of(&opened, Arc::new(RealDisk));
    file.save(&renamed(&opened.loaded.book, "after"), &places, noon()).unwrap();
    file.keep(&places, noon());
    assert_eq!(file.generation(), 41);
    assert_eq!(fs::read(backups.newest_good().unwrap().path).unwrap(), fs::read(&path).unwrap());
}
