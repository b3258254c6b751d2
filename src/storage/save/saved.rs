//! How a book was saved.

use std::path::PathBuf;

use crate::{
    domain::{book::Book, lineage::RecordId},
    storage::hand_edit::HandEdit,
};

/// How a book was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It already was: nothing differs.
    Unchanged,
    /// In its own file.
    InPlace,
    /// In its own file, with what other versions of it knew.
    Merged(Box<Book>),
    /// In its own file, over an older version that had come into its place.
    OverOlder,
    /// Not yet: another version of the book takes away so much, or was edited by hand, that the person is asked first.
    Asks(Box<Asked>),
    /// In this new file beside it, as another program changed the file. From now on that is the book's file.
    Beside(PathBuf),
    /// In its own place, where something else was for a while, with what both files knew. From now on that is the book's
    /// file again.
    BackHome(PathBuf, Box<Book>),
}

/// Another version of the book, of which nothing is taken before the person answered: it takes much away, or was edited
/// by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// That version.
    pub theirs: Book,
    /// The records that would go; not counted for one that was edited by hand.
    pub gone: Vec<RecordId>,
    /// What was edited in it, when it was edited by hand.
    pub by_hand: Option<HandEdit>,
    /// Whether the book is saved all the same, as that version lies beside it.
    pub is_saved: bool,
}
