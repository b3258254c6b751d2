//! Two versions at the door of an open book.

use std::{
    fs,
    io::{Read as _, Write as _},
    sync::Arc,
    thread,
};

use interprocess::local_socket::{
    ConnectOptions, GenericFilePath, GenericNamespaced, Stream, ToFsName as _, ToNsName as _,
};
use kleurboek::{
    app::{
        earning::Earning,
        errand::guest::{self, NoAnswer},
        opening::OpenBook,
        words::Words,
    },
    domain::book::Language,
    storage::{
        door::{Door, file_of},
        lock::BookLock,
    },
};

use crate::desk::{Desk, LONG, book_at, clock};

/// The window of a book with its door open; told when somebody asks.
fn window(desk: &Desk) -> (OpenBook, std::sync::mpsc::Receiver<()>) {
    let (sender, woken) = std::sync::mpsc::channel();
    let mut open = OpenBook::open(&desk.path, &desk.places, clock(), || {}).unwrap();
    open.open_door(&desk.places, move || sender.send(()).unwrap_or_default());
    (open, woken)
}

/// The token and the place in the side file.
fn address(desk: &Desk) -> (String, String) {
    let text = fs::read_to_string(file_of(&desk.places, &desk.path)).unwrap();
    let mut lines = text.lines().skip(1).map(str::to_owned);
    (lines.next().unwrap(), lines.next().unwrap())
}

fn connect(place: &str) -> Stream {
    let name = if cfg!(windows) {
        place.to_ns_name::<GenericNamespaced>().unwrap()
    } else {
        place.to_fs_name::<GenericFilePath>().unwrap()
    };
    ConnectOptions::new().name(name).connect_sync().unwrap()
}

#[test]
fn what_the_newer_one_asks_and_this_one_does_not_know_is_answered_and_not_done() {
    let desk = Desk::new();
    let before = book_at(&desk.path);
    let (mut open, woken) = window(&desk);
    let (token, place) = address(&desk);
    let earn = "what:Earn((cents:6500,client:None,on:None";
    for line in [
        format!("kleurboek 1 {token} (number:1,until:99999999999999,what:Dance(3))"),
        format!("kleurboek 1 {token} (number:2,until:99999999999999,{earn},tax:21)))"),
        format!("kleurboek 1 {token} (number:3,until:99999999999999,{earn})),unless:\"it rains\")"),
        format!("kleurboek 1 {token} something else"),
        format!("kleurboek 2 {token} (number:4,until:99999999999999,{earn})))"),
    ] {
        let mut stream = connect(&place);
        stream.write_all(format!("{line}\n").as_bytes()).unwrap();
        woken.recv_timeout(LONG).unwrap();
        assert_eq!(open.serve(0), [], "{line}");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        let sentence = Words::new(Language::Dutch).say("cli-window-other-version");
        assert_eq!(answer.trim_end(), format!("Refused({sentence:?})"), "{line}");
    }
    drop(open);
    assert_eq!(book_at(&desk.path), before);
}

#[test]
fn an_answer_of_the_newer_one_that_is_not_known_here_is_said_and_nothing_is_claimed() {
    let desk = Desk::new();
    let _lock = BookLock::take(&desk.places, &desk.path).unwrap();
    let (sender, woken) = std::sync::mpsc::channel();
    let wake = Arc::new(move || sender.send(()).unwrap_or_default());
    let door = Door::open(&desk.places, &desk.path, wake).unwrap();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let earning = Earning { cents: 6500, client: None, on: None };
    let guest = thread::spawn(move || guest::earn(&places, &path, &earning, &Words::new(Language::Dutch)));
    woken.recv_timeout(LONG).unwrap();
    door.asked().next().unwrap().answer("Later(minutes:5)");
    let Err(answer) = guest.join().unwrap() else { panic!("that is no good answer") };
    assert_eq!(answer, NoAnswer::NotUnderstood);
    let words = Words::new(Language::Dutch);
    assert_eq!(answer.say(&desk.path, &words), words.say("cli-window-not-understood"));
}

#[test]
fn a_door_of_the_newer_one_is_left_alone() {
    let desk = Desk::new();
    let _lock = BookLock::take(&desk.places, &desk.path).unwrap();
    let file = file_of(&desk.places, &desk.path);
    fs::write(&file, "kleurboek door 2\nsomething else\n").unwrap();
    assert_eq!(guest::bring_forward(&desk.places, &desk.path), Err(NoAnswer::NoDoor));
    assert_eq!(fs::read_to_string(&file).unwrap(), "kleurboek door 2\nsomething else\n");
    // And its lock is the same.
    assert!(desk.open().is_err());
}
