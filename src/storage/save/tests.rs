//! Saving when looking back fails, which only happens on a failing disk.
#![allow(clippy::disallowed_methods, reason = "plays the failing disk")]

use super::*;
use crate::domain::{book::Language, example};

#[test]
fn what_could_not_be_read_back_is_written_again() {
    let root = tempfile::tempdir().unwrap();
    let (places, path) = (Places::under(root.path()), root.path().join("book.kleurboek"));
    let mut book = example::atelier_noor(Language::Dutch);
    let mut file = BookFile::create_new(&path);
    assert_eq!(file.save(&book, &places, ""), Ok(Saved::InPlace));

    std::sync::Arc::make_mut(&mut book.house).name = "later".to_owned();
    let text = checked_text(&book, 2).unwrap();
    // It was put there, but could not be looked at afterwards.
    fs::remove_file(&path).unwrap();
    assert_eq!(file.finish(&path, blake3::hash(text.as_bytes())), Err(Problem::NotFound));
    fs::write(&path, &text).unwrap();

    assert_eq!(file.save(&book, &places, ""), Ok(Saved::InPlace), "it is not called saved unseen");
    assert_eq!(format::read(&fs::read_to_string(&path).unwrap()).unwrap().generation, 3);
    assert_eq!(file.save(&book, &places, ""), Ok(Saved::Unchanged), "now it was seen");
}
