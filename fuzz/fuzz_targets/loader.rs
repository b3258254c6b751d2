//! Any text as a book.
#![no_main]

use kleurboek_fuzz::promises::{can_be_shown, comes_back, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(loaded) = read(text) else { return };
    let book = loaded.book;
    comes_back(&book);
    can_be_shown(&book);
    assert!(book.merged_with(&book) == book);
});
