//! What is written reads back the same.

use kleurboek::{
    domain::{
        book::{Book, Language},
        id::Id,
    },
    storage::format::{self, HashLine},
};
use proptest::prelude::*;

use crate::books::{any_book, day, small_book};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_book_reads_back_the_same(book in any_book(), generation in any::<u64>()) {
        let text = format::write(&book, generation).unwrap();
        let loaded = format::read(&text).unwrap();
        // Two costs may share an id in a made-up book; every other one is as it was.
        prop_assert_eq!(&loaded.book, &book);
        prop_assert_eq!(loaded.generation, generation);
        prop_assert_eq!(loaded.hash, HashLine::Right);
        prop_assert_eq!(loaded.read_only_because, None);
        prop_assert!(loaded.repaired.is_empty());
        prop_assert!(!text.contains('\r'));
        prop_assert_eq!(format::write(&loaded.book, generation).unwrap(), text);
    }

    #[test]
    fn no_text_at_all_panics(text in any::<String>()) {
        let _ = format::read(&text);
    }

    #[test]
    fn no_jumble_of_what_stands_in_a_book_panics(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "(", ")", "[", "]", "{", "}", ":", ",", "format", "1", "clients", "id", "\"", "\"x\"", "Some(", "None",
            "//", "/*", "*/", "\n", "#![enable(", "r#\"", "'", "-", "1e999", "2026-02-30", "0x", "é",
        ]), 0..40),
    ) {
        let _ = format::read(&pieces.concat());
        let _ = format::read(&format!("(format: 1, id: \"0000000000000001\", clients: [], incomes: [{}", pieces.concat()));
    }
}

#[test]
fn the_text_is_meant_to_be_read() {
    let text = format::write(&small_book(1), 7).unwrap();
    for part in [
        "(\n  format: 1,\n  reads_from: 1,\n  writes_from: 1,\n  id: \"000000000000b00c\",\n  generation: 7,\n",
        "living_cents: 180000,",
        "start: \"2026-05-01\",",
        "name: \"Café n° 1\",",
        "fit: New,",
        "client: \"0000000000000001\",",
        "amount_cents: 12000,",
        "paid: None,",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let last = text.lines().last().unwrap();
    assert_eq!(last.len(), "// blake3: ".len() + 64, "{last}");
    assert!(text.ends_with('\n'));
}

#[test]
fn everything_but_ids_and_lists_may_be_left_out() {
    let loaded = format::read("(format: 1, id: \"000000000000b00c\", clients: [], incomes: [])").unwrap();
    assert_eq!(loaded.book, Book::new(Id::from_bits(0xb00c), Language::Dutch, day(1970, 1, 1)));
    assert_eq!((loaded.generation, loaded.hash), (0, HashLine::Missing));
    assert_eq!(loaded.read_only_because, None);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let text = format!("\u{feff}{}", format::write(&small_book(2), 1).unwrap());
    let loaded = format::read(&text).unwrap();
    assert_eq!((loaded.book, loaded.hash), (small_book(2), HashLine::Right));
}

#[test]
fn lists_stand_in_the_order_of_the_ids() {
    let text = format::write(&small_book(5), 1).unwrap();
    let places: Vec<usize> = (1..=5).map(|number| text.find(&format!("Café n° {number}")).unwrap()).collect();
    assert!(places.is_sorted());
}
