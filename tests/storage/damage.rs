//! Damage never loads in silence; every bit and every length is in `tests/every_bit.rs`.

use kleurboek::storage::{
    format::{self, HashLine},
    open::open,
    problem::Problem,
};

use crate::books::small_book;

/// Whether the bytes are refused, or at least known not to be as they were written.
fn is_noticed(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .map_or(true, |text| format::read(text).map_or(true, |loaded| loaded.hash != HashLine::Right))
}

#[test]
fn anything_behind_the_hash_is_noticed() {
    let text = format::write(&small_book(1), 1).unwrap();
    assert!(is_noticed(format!("{text}\n").as_bytes()));
    assert!(is_noticed(format!("{text}// more").as_bytes()));
    assert!(is_noticed(text.replace('\n', "\r\n").as_bytes()));
    assert_eq!(format::read(&format!("{text}\n")).unwrap().hash, HashLine::Wrong);
    assert_eq!(format::read(&text.replace("// blake3", "// black")).unwrap().hash, HashLine::Missing);
}

#[test]
fn nesting_without_end_is_refused() {
    for (open, times) in [("(", 200_000), ("[", 200_000), ("Some(", 100_000), ("{", 100_000), ("/*", 200_000)]
    {
        let nest = open.repeat(times);
        assert!(format::read(&nest).is_err(), "{open}");
        let inside = format!("(format: 1, id: \"0000000000000001\", clients: [], incomes: [], x: {nest}");
        assert!(format::read(&inside).is_err(), "{open} in an unknown field");
    }
}

#[test]
fn files_that_are_no_book_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.kleurboek");
    assert_eq!(open(&path), Err(Problem::NotFound));
    assert_eq!(open(&folder.path().join("gone").join("book.kleurboek")), Err(Problem::FolderGone));
    assert_eq!(open(folder.path()), Err(Problem::IsAFolder));

    std::fs::write(&path, b"(format: 1, \xff").unwrap();
    assert_eq!(open(&path), Err(Problem::NotText));
    std::fs::write(&path, b"").unwrap();
    assert_eq!(open(&path), Err(Problem::Empty));
    std::fs::File::create(&path).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    assert_eq!(open(&path), Err(Problem::TooLarge));
}

#[test]
fn what_the_system_says_becomes_one_reason() {
    use std::io::{Error, ErrorKind};
    for (kind, problem) in [
        (ErrorKind::StorageFull, Problem::DiskFull),
        (ErrorKind::QuotaExceeded, Problem::DiskFull),
        (ErrorKind::PermissionDenied, Problem::NoPermission),
        (ErrorKind::ReadOnlyFilesystem, Problem::ReadOnlyPlace),
        (ErrorKind::NetworkDown, Problem::FolderGone),
        (ErrorKind::ResourceBusy, Problem::HeldByAnother),
    ] {
        assert_eq!(Problem::from(Error::from(kind)), problem);
    }
}

#[cfg(unix)]
#[test]
fn a_device_that_never_ends_is_not_read() {
    assert_eq!(open("/dev/zero".as_ref()), Err(Problem::NotAFile));
}
