//! Who comes to the door with no good in mind, or no patience.

use std::{io::Write as _, thread, time::Duration};

use interprocess::local_socket::Stream;
use kleurboek::storage::door::{Call, LONGEST_LINE, Silence};

use crate::desk::{Desk, LONG, errand, heard, next};

#[test]
fn somebody_without_the_token_is_not_heard() {
    let desk = Desk::new();
    let (door, woken) = desk.door();
    let token = desk.address().0;
    let wrong = if token.starts_with('0') { "1" } else { "0" };
    let wrong = format!("{wrong}{}", token.get(1..).unwrap());
    for line in [
        format!("kleurboek 1 {wrong} {}\n", errand(1, 9)),
        format!("kleurboek 2 {wrong} x\n"),
        format!("kleurboek {token} x\n"),
        "\n".into(),
    ] {
        let mut stranger = desk.stranger();
        stranger.write_all(line.as_bytes()).unwrap();
        assert_eq!(heard(stranger), "", "{line}");
    }
    assert!(woken.try_recv().is_err() && door.asked().next().is_none());
}

#[test]
fn half_a_message_keeps_nobody_waiting() {
    let desk = Desk::new();
    let (door, woken) = desk.door();
    let token = desk.address().0;
    let mut half = desk.stranger();
    half.write_all(format!("kleurboek 1 {token} (number: 1,").as_bytes()).unwrap();
    let silent = desk.stranger();
    let call = Call::place(&desk.places, &desk.path, "whole").unwrap();
    let asked = next(&door, &woken);
    assert_eq!(asked.body(), "whole");
    asked.answer("yes");
    assert_eq!(call.next(LONG), Ok("yes".to_owned()));
    drop((half, silent));
    assert!(door.asked().next().is_none());
}

#[test]
fn a_message_of_a_megabyte_is_not_read_to_its_end() {
    let desk = Desk::new();
    let (door, woken) = desk.door();
    let token = desk.address().0;
    let mut stranger = desk.stranger();
    let long = format!("kleurboek 1 {token} {}", "x".repeat(16 * LONGEST_LINE));
    assert!(stranger.write_all(long.as_bytes()).is_err(), "they are hung up on");
    let call = Call::place(&desk.places, &desk.path, "short").unwrap();
    assert_eq!(next(&door, &woken).body(), "short");
    assert_eq!(call.next(LONG), Err(Silence::HungUp), "who is not answered is hung up on");
}

#[test]
fn a_crowd_is_sent_away_and_the_door_stays_open() {
    let desk = Desk::new();
    let (door, woken) = desk.door();
    let crowd: Vec<Stream> = (0..100).map(|_| desk.stranger()).collect();
    drop(crowd);
    // Some who came in are still leaving.
    let call = std::iter::repeat_with(|| Call::place(&desk.places, &desk.path, "hello").unwrap())
        .find(|_| woken.recv_timeout(Duration::from_secs(1)).is_ok());
    assert_eq!(door.asked().next().unwrap().body(), "hello");
    drop(call);
}

#[test]
fn who_hangs_up_before_the_window_wakes_is_known_to_be_gone() {
    let desk = Desk::new();
    let (door, woken) = desk.door();
    let call = Call::place(&desk.places, &desk.path, "hello").unwrap();
    let asked = next(&door, &woken);
    assert!(!asked.is_gone());
    drop(call);
    while !asked.is_gone() {
        thread::yield_now();
    }
    asked.answer("too late");
}
