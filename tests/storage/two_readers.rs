//! What this program writes is read by a reader of its own, which is fast, and everything else as RON: which of the two
//! read a book cannot be told from it.

use kleurboek::storage::{
    format::{self, Loaded, RecordKind},
    problem::Problem,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::books::any_book;

const GOLDEN: &str = include_str!("../books/format-1.kleurboek");
const GOLDEN_2: &str = include_str!("../books/format-2.kleurboek");

/// What was read, but for what new random ids change.
fn told(read: Result<Loaded, Problem>) -> Option<impl PartialEq + std::fmt::Debug> {
    let loaded = read.ok()?;
    let repaired: Vec<(RecordKind, String)> =
        loaded.repaired.into_iter().map(|repaired| (repaired.kind, repaired.name)).collect();
    let book = repaired.is_empty().then_some(loaded.book);
    Some((book, repaired, loaded.generation, loaded.read_only_because, loaded.is_copy))
}

/// Only RON knows comments of this kind.
fn as_ron(text: &str) -> Result<Loaded, Problem> {
    format::read(&format!("/**/{text}"))
}

/// `text` with some of its pieces left out, doubled or replaced.
fn changed(text: &str, changes: &[(usize, usize, usize)]) -> String {
    const PIECES: [&str; 30] = [
        "(", ")", "[", "]", "{", "}", ":", ",", "\"", "\\", "\\u{e9}", "\\x41", "None", "Some(1)", "r#",
        "r#None", "-", "0", "1_0", "0x1", "+1", "1.5", " ", "\n", "//", "true", "é", "id", "x: 1,", "\u{b}",
    ];
    let mut text = text.to_owned();
    for (at, length, piece) in changes {
        let at = text.floor_char_boundary(at % text.len().max(1));
        let end = text.floor_char_boundary((at + length).min(text.len()));
        let piece = if *piece == PIECES.len() { text[at..end].repeat(2) } else { PIECES[*piece].to_owned() };
        text.replace_range(at..end, &piece);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_read_any_book_alike(book in any_book()) {
        let text = format::write(&book, 3).unwrap();
        prop_assert_eq!(told(format::read(&text)), told(as_ron(&text)));
        let line = format::write_part(&book).unwrap();
        prop_assert_eq!(told(format::read(&line)), told(as_ron(&line)));
    }

    #[test]
    fn both_read_a_changed_book_alike(
        golden in select(vec![GOLDEN, GOLDEN_2]),
        changes in vec((any::<usize>(), 0_usize..4, 0_usize..=30), 1..4),
    ) {
        let text = changed(golden, &changes);
        prop_assert_eq!(told(format::read(&text)), told(as_ron(&text)));
    }

    #[test]
    fn both_read_changed_values_alike(
        value in select(vec!["180000", "\"2026-05-01\"", "Month", "true", "None", "\"Bram Decock\"", "[]", "7"]),
        other in select(vec![
            "01", "-0", "18446744073709551616", "-1", "1.0", "1e3", "\"2016-1-1\"", "\"2016-02-30\"", "r#None",
            "r# None", "r#Month", "r#\nMonth",
            "r#\"x\"#", "Some(1)", "Some(\"x\")", "Some", "Nothing", "'x'", "\"\\x41\"", "\"\\u{110000}\"",
            "\"\\u{0000e9}\"", "\"\\é\"", "\"a\nb\"", "(,)", "[,]", "[1,,2]", "(a: 1)", "{}", "true", "True", "None()",
            "Month()", "()", "\"\"", "inf", "b\"x\"", "\"x\" \"y\"", "1 2", "/* x */ 1", "1 // x",
        ]),
        which in any::<usize>(),
    ) {
        let places: Vec<usize> = GOLDEN.match_indices(value).map(|(at, _)| at).collect();
        prop_assert!(!places.is_empty(), "{} is in no book", value);
        let mut text = GOLDEN.to_owned();
        let at = places[which % places.len()];
        text.replace_range(at..at + value.len(), other);
        prop_assert_eq!(told(format::read(&text)), told(as_ron(&text)));
    }
}
