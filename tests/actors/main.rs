//! Who made a change: an actor of its own for each start, so that no two changes ever share a stamp.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which play whoever copies files"
)]

mod opening;
mod seen;

use chrono::{Days, NaiveDate};
use kleurboek::{
    domain::{
        Day,
        book::{Book, Language},
        change::Change,
        client::Client,
        example,
        id::Id,
        stamp::{Actor, NotAStamp, Stamp},
    },
    storage::format,
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The example, with a client that `actor` added.
fn changed_by(actor: Actor) -> Book {
    let mut book = example::atelier_noor(Language::Dutch);
    let id = Id::from_bits(1);
    Change::default().client(&book, id, Some(Client::named(id, "Jo".to_owned()))).commit(&mut book, actor);
    book
}

#[test]
fn an_actor_knows_the_day_it_was_made_on() {
    for text in ["2000-01-02", "2026-11-21", "2099-12-31", "2179-06-06"] {
        assert_eq!(Actor::made_on(day(text), u64::MAX).day(), Some(day(text)), "{text}");
    }
    let nearest = |text| Actor::made_on(day(text), 7).day();
    assert_eq!(nearest("1970-01-01"), Some(day("2000-01-02")));
    assert_eq!(nearest("2500-01-01"), Some(day("2000-01-01") + Days::new(65_535)));
    assert_eq!(Actor::made_on(NaiveDate::MIN, 7), Actor::made_on(day("1999-12-31"), 7));
    assert_eq!(Actor::from_bits(u32::MAX.into()).day(), None, "a device of format 1 has none");
}

#[test]
fn actors_of_one_day_differ_by_their_48_random_bits_and_are_no_device() {
    let [one, other] = [0, 1].map(|random| Actor::made_on(day("2000-01-01"), random));
    assert_ne!(one, other);
    assert!(!one.is_device() && Actor::from_bits(u32::MAX.into()).is_device());
    assert_eq!(Actor::made_on(day("2026-11-21"), 1 << 48), Actor::made_on(day("2026-11-21"), 0));
}

#[test]
fn each_is_written_in_one_way_only() {
    let stamp = |actor| Stamp { n: 12, actor }.to_string();
    assert_eq!(stamp(Actor::from_bits(0x3f2a_9c01)), "3f2a9c01:12");
    assert_eq!(stamp(Actor::made_on(day("2026-11-21"), 0x3f2a_9c01)), "265d00003f2a9c01:12");
    for text in ["3f2a9c01:12", "265d3f2a9c01d07e:12"] {
        assert_eq!(text.parse::<Stamp>().unwrap().to_string(), text);
    }
    for text in
        ["000000003f2a9c01:12", "3f2a9c0:12", "265d3f2a9c01d07:1", "265d3f2a9c01d07e", "+6553f2a9c01d07e:1"]
    {
        assert_eq!(text.parse::<Stamp>(), Err(NotAStamp), "{text}");
    }
}

#[test]
fn what_an_older_program_cannot_name_makes_the_book_one_for_a_newer_program() {
    let top = |book: &Book| {
        let text = format::write(book, 1).unwrap();
        text.lines().skip(1).take(3).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    let of_format = |format| ["format", "reads_from", "writes_from"].map(|name| format!("{name}: {format},"));
    assert_eq!(top(&example::atelier_noor(Language::Dutch)), of_format(1));
    assert_eq!(top(&changed_by(Actor::from_bits(0xa))), of_format(1));
    let actor = Actor::made_on(day("2026-11-21"), 0xa);
    assert_eq!(top(&changed_by(actor)), of_format(2));
    let mut only_seen = example::atelier_noor(Language::Dutch);
    only_seen.lineage.seen.see(Stamp { n: 3, actor });
    assert_eq!(top(&only_seen), of_format(2));
}
