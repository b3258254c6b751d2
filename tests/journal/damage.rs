//! A damaged journal gives the first of its entries, or none, and never one that was not written.

use std::fs;

use super::Machine;

const ENTRIES: [&str; 4] = ["een", "twee\nregels \\ met \\n", "", "vier: € 12,50 🎨"];

/// A machine with a small journal on it, and the bytes of that.
fn small_journal() -> (Machine, std::path::PathBuf, Vec<u8>) {
    let machine = Machine::new();
    let mut journal = machine.begin();
    for entry in ENTRIES {
        journal.append(entry).unwrap();
    }
    journal.sync().unwrap();
    let path = journal.files().next().unwrap().to_owned();
    drop(journal);
    let bytes = fs::read(&path).unwrap();
    (machine, path, bytes)
}

#[test]
fn entries_come_back_in_order() {
    let (machine, path, _) = small_journal();
    let [left] = machine.leftover(&machine.book()).try_into().expect("one");
    assert_eq!(left.path, path);
    assert_eq!(left.header.as_ref(), Some(&machine.header()));
    assert_eq!(left.entries, ENTRIES);
    assert!(!left.is_torn && !left.is_moved);
}

/// Says how many of the entries the damaged bytes still gave.
fn still_read(machine: &Machine, path: &std::path::Path, bytes: &[u8]) -> usize {
    fs::write(path, bytes).unwrap();
    let [left] = machine.leftover(&machine.book()).try_into().expect("one");
    assert!(ENTRIES.starts_with(&left.entries.iter().map(String::as_str).collect::<Vec<_>>()[..]));
    assert!(left.is_torn || left.header == Some(machine.header()));
    left.entries.len()
}

/// How many entries end before this byte.
fn entries_before(bytes: &[u8], at: usize) -> usize {
    String::from_utf8_lossy(&bytes[..at]).matches('\n').count().saturating_sub(1)
}

#[test]
fn every_truncation_gives_only_the_entries_before_it() {
    let (machine, path, bytes) = small_journal();
    for length in 0..bytes.len() {
        let whole = entries_before(&bytes, length);
        let read = still_read(&machine, &path, &bytes[..length]);
        // The last line is complete without its end too.
        assert!(read == whole || read == whole + 1, "{length} bytes gave {read} entries");
    }
}

#[test]
fn every_flipped_bit_gives_only_the_entries_before_it() {
    let (machine, path, bytes) = small_journal();
    for at in 0..bytes.len() {
        let before = entries_before(&bytes, at);
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << bit;
            assert_eq!(still_read(&machine, &path, &damaged), before, "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn anything_else_in_the_folder_does_no_harm() {
    let (machine, path, bytes) = small_journal();
    let folder = path.parent().unwrap();
    fs::write(folder.join("notes.txt"), "hello").unwrap();
    fs::write(folder.join("-.journal"), &bytes).unwrap();
    fs::create_dir(folder.join(path.file_name().unwrap().to_str().unwrap().replace("-1.", "-2."))).unwrap();
    assert_eq!(machine.leftover(&machine.book()).len(), 1);
    for odd in [&b""[..], b"\n", b"\n\n\n", b"0123456789abcdef", &[0xff; 100], "é".repeat(99).as_bytes()] {
        assert_eq!(still_read(&machine, &path, odd), 0);
    }
}

#[test]
fn a_journal_of_a_newer_version_is_left_alone() {
    let (machine, path, bytes) = small_journal();
    let text = String::from_utf8(bytes).unwrap();
    let header = text.lines().next().unwrap().split_once(' ').unwrap().1.replace("format:1", "format:2");
    assert!(header.contains("format:2"));
    let sum = &blake3::hash(format!(" {header}").as_bytes()).to_hex()[..16];
    fs::write(&path, format!("{sum} {header}\n")).unwrap();
    assert!(machine.leftover(&machine.book()).is_empty());
    assert!(path.exists());
}
