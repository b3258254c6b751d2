//! What a book says it has seen: in the file no more than its stamps do not show, and not for ever.

use std::sync::Arc;

use chrono::Days;
use kleurboek::{
    domain::{
        Day,
        book::{Book, House, Language},
        change::Change,
        client::Client,
        example,
        id::Id,
        income::Income,
        money::Cents,
        other_values::waiting,
        stamp::{Actor, Stamp},
    },
    storage::{
        disk::RealDisk,
        format,
        open::{self, Opened},
        places::Places,
        save::{BookFile, Saved},
    },
};

use crate::day;

/// What stands in `seen` in the file of a book, a stamp a line.
fn said(book: &Book) -> Vec<String> {
    let text = format::write(book, 1).unwrap();
    let Some((_, rest)) = text.split_once("\n  seen: [\n") else { return Vec::new() };
    let (said, _) = rest.split_once("\n  ],").unwrap();
    said.lines().map(|line| line.trim_matches([' ', '"', ',']).to_owned()).collect()
}

/// An actor of the day so many days after the example's.
fn on(days: u64) -> Actor {
    Actor::made_on(example::example_day() + Days::new(days), 0xac)
}

fn name(book: &mut Book, name: &str, actor: Actor) {
    let house = House { name: name.to_owned(), ..House::clone(&book.house) };
    Change::default().house(book, house).commit(book, actor);
}

fn add(book: &mut Book, id: u64, actor: Actor) {
    let client = Client::named(Id::from_bits(id), "Jo".to_owned());
    Change::default().client(book, client.id, Some(client)).commit(book, actor);
}

fn knows(book: &Book, actor: Actor) -> bool {
    book.lineage.seen.iter().any(|stamp| stamp.actor == actor)
}

fn read(book: &Book) -> Book {
    format::read(&format::write(book, 1).unwrap()).unwrap().book
}

#[test]
fn the_file_says_only_what_the_stamps_do_not_show_and_reads_back_equal() {
    let mut book = example::atelier_noor(Language::Dutch);
    add(&mut book, 1, on(0));
    name(&mut book, "Noor", on(0));
    name(&mut book, "Noortje", on(1));
    // The first day's client still shows that day, but not how far it went.
    assert_eq!(said(&book), [Stamp { n: 4, actor: on(0) }.to_string()]);
    assert_eq!(read(&book), book);
    name(&mut book, "Nora", on(2));
    assert_eq!(
        said(&book),
        [Stamp { n: 4, actor: on(0) }, Stamp { n: 6, actor: on(1) }].map(|s| s.to_string())
    );
    assert_eq!(read(&book), book);

    let mut older = example::atelier_noor(Language::Dutch);
    name(&mut older, "Noor", Actor::from_bits(0xa));
    assert_eq!(said(&older), ["0000000a:2"], "the program that knows only format 1 finds all of it");
}

#[test]
fn what_nothing_shows_is_forgotten_after_a_year_and_only_when_a_book_is_opened() {
    let mut book = example::atelier_noor(Language::Dutch);
    let device = Actor::from_bits(0xde01_ce00);
    name(&mut book, "apparaat", device);
    name(&mut book, "Noor", on(0));
    add(&mut book, 1, on(1));
    name(&mut book, "Noortje", on(1));
    let remembers = book.clone();
    name(&mut book, "Nora", on(366));
    let mut opened = read(&book);
    opened.forget_old_actors();
    assert_eq!(opened, book, "a year is not more than a year");

    name(&mut book, "Noor Peeters", on(367));
    let mut opened = read(&book);
    assert!(knows(&opened, on(0)), "reading forgets nothing");
    opened.forget_old_actors();
    assert!(!knows(&opened, on(0)));
    assert!(knows(&opened, on(1)) && knows(&opened, on(366)), "not older than a year");
    assert!(knows(&opened, device), "a device has no day");
    assert_eq!(opened.house, book.house);

    name(&mut book, "Noor P.", on(368));
    let mut opened = read(&book);
    opened.forget_old_actors();
    let of = |book: &Book| book.lineage.seen.iter().find(|stamp| stamp.actor == on(1)).unwrap().n;
    assert!(of(&opened) < of(&book), "a client still shows the actor, but not its last change");
    assert!(knows(&opened.merged_with(&remembers), on(0)), "merging forgets nothing");
    assert_eq!(read(&opened), opened);
}

#[test]
fn a_copy_of_more_than_a_year_ago_may_show_a_value_twice_and_loses_nothing() {
    let mut copy = example::atelier_noor(Language::Dutch);
    name(&mut copy, "Noor", on(0));
    let mut book = copy.clone();
    name(&mut book, "Nora", on(1));
    assert_eq!(waiting(&book.merged_with(&copy)), []);
    add(&mut book, 1, on(400));
    book.forget_old_actors();
    let merged = book.merged_with(&copy);
    assert_eq!(merged.house.name, "Nora");
    assert_eq!(waiting(&merged).len(), 1, "Noor waits beside it");
}

#[test]
fn that_one_version_forgot_what_another_remembers_is_nothing_new() {
    let mut book = example::atelier_noor(Language::Dutch);
    name(&mut book, "Noor", on(0));
    name(&mut book, "Nora", on(1));
    let remembers = book.clone();
    add(&mut book, 1, on(400));
    let mut forgot = book.clone();
    forgot.forget_old_actors();
    assert_ne!(forgot.lineage.seen, book.lineage.seen);
    assert!(forgot.has_all_of(&remembers) && forgot.has_all_of(&book) && book.has_all_of(&forgot));
    assert!(!remembers.has_all_of(&forgot), "the client is new");
}

#[test]
fn a_window_that_remembers_and_one_that_forgot_come_to_rest() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("boek.kleurboek");
    let [one, other] = ["one", "other"].map(|home| Places::under(root.path().join(home)));
    let at = example::example_day().into();
    let mut book = example::atelier_noor(Language::Dutch);
    name(&mut book, "Noor", on(0));
    name(&mut book, "Nora", on(1));
    add(&mut book, 1, on(400));
    BookFile::create_new(&path, Arc::new(RealDisk)).save(&book, &one, at).unwrap();

    // As it was opened before there was anything to forget.
    let mut remembering = BookFile::of(&open::open(&path).unwrap(), Arc::new(RealDisk));
    let mut remembers = book.clone();
    let mut opened: Opened = open::open(&path).unwrap();
    opened.loaded.book.forget_old_actors();
    let mut forgetting = BookFile::of(&opened, Arc::new(RealDisk));
    let mut forgets = opened.loaded.book.clone();
    assert_ne!(forgets, remembers);
    assert_eq!(forgetting.save(&forgets, &other, at).unwrap(), Saved::Unchanged, "forgetting is no change");

    add(&mut forgets, 2, on(401));
    let mut writes = 0;
    for _ in 0..3 {
        for (file, book, places) in
            [(&mut forgetting, &mut forgets, &other), (&mut remembering, &mut remembers, &one)]
        {
            match file.save(book, places, at).unwrap() {
                Saved::Unchanged => {}
                Saved::InPlace => writes += 1,
                Saved::Merged(merged) => *book = *merged,
                told => panic!("{told:?}"),
            }
        }
    }
    let before = std::fs::read(&path).unwrap();
    assert_eq!(forgetting.save(&forgets, &other, at).unwrap(), Saved::Unchanged);
    assert_eq!(remembering.save(&remembers, &one, at).unwrap(), Saved::Unchanged);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(writes <= 2, "{writes} writes of one change");
    assert!(forgets == remembers);
}

/// Two people who each start the program once a day for ten years, read what the other wrote, and add and overwrite
/// something; the book as both have it, and the largest `seen` at the end of a year, in bytes.
fn ten_years() -> (Book, usize) {
    let mut book = example::atelier_noor(Language::Dutch);
    let clients: Vec<Id> = book.clients.entries().map(|(id, _)| id).collect();
    let mut largest = 0;
    for days in 0..3_653_u64 {
        for person in 0..2_u64 {
            book.forget_old_actors();
            let actor = Actor::made_on(example::example_day() + Days::new(days), (days << 8) | person);
            if (days + person).is_multiple_of(7) {
                let income =
                    Income { amount: Cents::new(12_000), ..Income::blank(Id::from_bits(days << 8 | person)) };
                Change::default().income(&book, income.id, Some(income)).commit(&mut book, actor);
            }
            let id = clients[usize::try_from(days + person).unwrap() % clients.len()];
            let client = Client::clone(book.clients.get(id).unwrap());
            let client = Client { address: format!("Kaai {days}-{person}"), ..client };
            Change::default().client(&book, id, Some(client)).commit(&mut book, actor);
        }
        if (days + 1).is_multiple_of(365) {
            largest = largest.max(said(&book).iter().map(|stamp| stamp.len() + "    \"\",\n".len()).sum());
        }
    }
    (book, largest)
}

#[test]
fn ten_years_of_daily_use_by_two_take_less_than_32_kb_of_seen_and_a_change_little_of_the_journal() {
    let (mut book, largest) = ten_years();
    assert!(largest < 32 * 1024, "{largest} bytes");
    println!("seen takes at most {largest} bytes in ten years of daily use");
    assert_eq!(read(&book), book);
    // A start for each week's income, and those of the last year.
    assert!(book.lineage.seen.iter().count() > 1_000);
    let edit = Change::default().house(&book, House { name: "Nora".to_owned(), ..House::clone(&book.house) });
    let part = format::write_part(&edit.commit(&mut book, on(4_000))).unwrap();
    assert!(part.len() < 2_000, "an entry of the journal takes {} bytes", part.len());
}

#[test]
fn the_newest_day_is_that_of_the_newest_actor() {
    let mut book = example::atelier_noor(Language::Dutch);
    assert_eq!(book.lineage.seen.newest_day(), None);
    name(&mut book, "Noor", Actor::from_bits(0xffff_ffff));
    assert_eq!(book.lineage.seen.newest_day(), None);
    for days in [3, 1, 2] {
        name(&mut book, &format!("Noor {days}"), on(days));
    }
    let newest: Option<Day> = book.lineage.seen.newest_day();
    assert_eq!(newest, Some(day("2026-11-24")));
}
