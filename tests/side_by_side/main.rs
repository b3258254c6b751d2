//! Two versions of the program side by side, on one machine and with one book: neither harms what the other wrote.
//!
//! The newer one is played by the tests: it writes what this version cannot know.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "tests")]

mod desk;
mod door;
mod on_this_machine;
mod settings;
mod the_book;
mod while_open;
