//! The file: what is written reads back the same, damage is never silent, and nothing is written over.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which also play the other program that writes the file"
)]

mod backups;
mod books;
mod damage;
mod golden;
mod hand_edits;
mod places;
mod round_trip;
mod saving;
mod sync_names;
mod two_readers;
