//! The file that says where the door is, and what is left of it.

#[cfg(unix)]
use std::path::{Path, PathBuf};
use std::{fs, io::ErrorKind, sync::Arc};

use kleurboek::{
    app::errand::guest::{self, NoAnswer},
    storage::door::{Call, Door},
};

use crate::desk::{Desk, next, write};

#[test]
fn without_the_side_file_there_is_no_door() {
    let desk = Desk::new();
    let (_door, _woken) = desk.door();
    #[expect(clippy::disallowed_methods, reason = "plays somebody who tidies up")]
    fs::remove_file(desk.door_file()).unwrap();
    assert_eq!(guest::bring_forward(&desk.places, &desk.path), Err(NoAnswer::NoDoor));
    for half in ["", "kleurboek door 1\n", "kleurboek door 1\n0123\n/tmp/x\n", "\u{0}"] {
        write(&desk.door_file(), half);
        assert_eq!(guest::bring_forward(&desk.places, &desk.path), Err(NoAnswer::NoDoor), "{half:?}");
    }
}

#[test]
fn only_this_person_can_read_the_token_and_reach_the_socket() {
    let desk = Desk::new();
    let (door, _woken) = desk.door();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&desk.door_file()), 0o600);
        let socket = PathBuf::from(desk.address().1);
        let folder = socket.parent().unwrap();
        assert_eq!(mode(folder), 0o700);
        assert!(socket.as_os_str().len() < 104, "it fits in a socket's address");
        drop(door);
        assert!(!folder.exists(), "the socket goes when the window does");
    }
    #[cfg(not(unix))]
    drop(door);
    assert!(!desk.door_file().exists());
}

#[cfg(unix)]
#[test]
fn what_a_crash_left_behind_is_cleared_by_the_next_window() {
    let desk = Desk::new();
    let left = tempfile::Builder::new().prefix("kleurboek-").tempdir_in(desk.root.path()).unwrap();
    let socket = left.path().join("door");
    drop(std::os::unix::net::UnixListener::bind(&socket).unwrap());
    let text = format!("kleurboek door 1\n{}\n{}\n", "0".repeat(32), socket.display());
    fs::create_dir_all(desk.door_file().parent().unwrap()).unwrap();
    write(&desk.door_file(), &text);
    assert_eq!(guest::bring_forward(&desk.places, &desk.path), Err(NoAnswer::NoDoor));
    let (door, woken) = desk.door();
    assert!(!left.path().exists());
    let _call = Call::place(&desk.places, &desk.path, "hello").unwrap();
    assert_eq!(next(&door, &woken).body(), "hello");
}

#[cfg(unix)]
#[test]
fn a_side_file_that_points_elsewhere_takes_nothing_away() {
    let desk = Desk::new();
    let folder = desk.root.path().join("kleurboek-mine");
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(desk.door_file().parent().unwrap()).unwrap();
    let (theirs, beside) = (folder.join("letter"), desk.root.path().join("door"));
    for place in [&theirs, &beside] {
        write(place, "mine");
        let text = format!("kleurboek door 1\n{}\n{}\n", "0".repeat(32), place.display());
        write(&desk.door_file(), &text);
        drop(desk.door());
        assert!(place.exists(), "{}", place.display());
    }
}

#[test]
fn a_window_that_is_there_keeps_its_door_where_there_are_no_locks() {
    let desk = Desk::new();
    let (door, woken) = desk.door();
    let second = Door::open(&desk.places, &desk.path, Arc::new(|| {}));
    assert_eq!(second.unwrap_err().kind(), ErrorKind::AddrInUse);
    let _call = Call::place(&desk.places, &desk.path, "hello").unwrap();
    assert_eq!(next(&door, &woken).body(), "hello");
}
