//! Every single bit flip and every truncation of the book of fourteen clients is refused or reported: none loads in
//! silence as another book.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr, reason = "tests")]

use std::time::Instant;

use kleurboek::{
    domain::{book::Language, example},
    storage::format,
};

/// What became of a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It does not open.
    Refused,
    /// It opens, and the person is told that it is not as it was written.
    Reported,
    Silent,
}

fn outcome(bytes: &[u8]) -> Outcome {
    match std::str::from_utf8(bytes).map(format::read) {
        Err(_) | Ok(Err(_)) => Outcome::Refused,
        Ok(Ok(loaded)) if loaded.is_edited_by_hand() => Outcome::Reported,
        Ok(Ok(_)) => Outcome::Silent,
    }
}

fn is_full() -> bool {
    std::env::var_os("KLEURBOEK_FULL").is_some_and(|value| value == "1")
}

/// Damages a copy of `text` in each of the ways numbered from 0 to `ways`, every `step`th of them, on every core.
fn damage_everywhere(what: &str, ways: usize, step: usize, damage: impl Fn(&mut Vec<u8>, usize) + Sync) {
    let start = Instant::now();
    let text = format::write(&example::atelier_noor(Language::Dutch), 1).unwrap();
    assert_eq!(outcome(text.as_bytes()), Outcome::Silent, "the book itself is sound");
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let count = |first: usize| {
        let (mut refused, mut reported) = (0, 0);
        let mut bytes = text.clone().into_bytes();
        for way in (first * step..ways).step_by(step * threads) {
            damage(&mut bytes, way);
            match outcome(&bytes) {
                Outcome::Refused => refused += 1,
                Outcome::Reported => reported += 1,
                Outcome::Silent => assert_eq!(way, ways, "{what} {way} loads in silence"),
            }
            bytes.clear();
            bytes.extend_from_slice(text.as_bytes());
        }
        (refused, reported)
    };
    let (mut refused, mut reported) = (0, 0);
    std::thread::scope(|scope| {
        let count = &count;
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || count(first))).collect();
        for thread in running {
            let counted = thread.join().unwrap();
            refused += counted.0;
            reported += counted.1;
        }
    });
    assert_eq!(refused + reported, ways.div_ceil(step));
    eprintln!(
        "{what}: {} of {ways} tried, {refused} refused, {reported} reported, 0 in silence; {:.1} s",
        refused + reported,
        start.elapsed().as_secs_f32()
    );
}

fn length() -> usize {
    format::write(&example::atelier_noor(Language::Dutch), 1).unwrap().len()
}

#[test]
fn every_single_bit_flip_is_noticed() {
    let step = if is_full() { 1 } else { 101 };
    damage_everywhere("bit flip", length() * 8, step, |bytes, way| bytes[way / 8] ^= 1 << (way % 8));
}

#[test]
fn every_truncation_is_noticed() {
    let step = if is_full() { 1 } else { 23 };
    damage_everywhere("truncation", length(), step, Vec::truncate);
}

/// Not in the table, but just as likely: a block of the disk that was never written.
#[test]
fn every_block_of_nothing_is_noticed() {
    let step = if is_full() { 1 } else { 23 };
    let length = length();
    damage_everywhere("512 zeros", length, step, |bytes, way| bytes[way..(way + 512).min(length)].fill(0));
}
