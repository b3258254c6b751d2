//! Any bytes as a journal that a crash left: as they are after a `!`, else each line with its right checksum, so that
//! what is in the lines is reached as well.
#![no_main]

use std::{path::Path, sync::LazyLock};

use kleurboek_fuzz::{
    counting::{allowed, peak_of},
    domain::book::Book,
    example::small_example,
    memory_disk::MemoryDisk,
    promises::{agree, can_be_shown, comes_back, read},
    storage::{
        journal::{self, Header, Journal, Journals},
        places::Places,
    },
};
use libfuzzer_sys::fuzz_target;

/// Where nothing is.
const BOOK: &str = "/nowhere/book.kleurboek";

struct World {
    example: Book,
    places: Places,
    /// With one journal in it.
    disk: MemoryDisk,
    journal: std::path::PathBuf,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let example = small_example();
    let places = Places::under(Path::new("/nowhere"));
    let disk = MemoryDisk::default();
    let header = Header::new(example.id, Path::new(BOOK), None, 1);
    let mut journal = Journal::begin(disk.shared(), &places, header);
    journal.append("()").expect("the memory takes it");
    let journal = journal.files().next().expect("one file").to_owned();
    World { example, places, disk, journal }
});

fuzz_target!(|bytes: &[u8]| {
    let file = match bytes.strip_prefix(b"!") {
        Some(raw) => raw.to_vec(),
        None => with_checksums(bytes),
    };
    let size = file.len();
    let World { example, places, disk, journal } = &*WORLD;
    let disk = disk.with(journal, file);
    let (found, peak) = peak_of(|| journal::leftover(&disk, places, Path::new(BOOK), Some(example.id)));
    assert!(peak <= allowed(size), "{peak} bytes of memory for {size} bytes");
    let (mut book, mut agreed) = (example.clone(), true);
    for leftover in &found.expect("the folder can be read") {
        for part in leftover.entries.iter().map_while(|text| read(text).ok()) {
            // As when changes are joined before they are written, and as when they are rescued.
            let mut joined = book.clone();
            joined.add_part(&part.book);
            agreed &= agree(&book, &part.book);
            book = book.merged_with(&part.book);
        }
        leftover.archive(&disk).expect("it can be put away");
    }
    if book != *example {
        comes_back(&book);
        can_be_shown(&book);
    }
    if agreed && agree(&book, example) {
        assert!(book.merged_with(example) == book, "the book that was there adds something");
    }
    let _ = Journals::of_book(&disk, places, &Header::new(example.id, Path::new(BOOK), None, 1));
});

fn with_checksums(bytes: &[u8]) -> Vec<u8> {
    let (mut file, mut last) = (Vec::new(), String::new());
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let mut hasher = blake3::Hasher::new();
        hasher.update(last.as_bytes()).update(b" ").update(line);
        last = hasher.finalize().to_hex().chars().take(16).collect();
        file.extend_from_slice(last.as_bytes());
        file.push(b' ');
        file.extend_from_slice(line);
        file.push(b'\n');
    }
    file
}
