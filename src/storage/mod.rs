//! The file: reading and writing a book so that nothing in it is ever lost. No drawing, no clock, no words on screen.
//!
//! [`open`] reads, [`save`] writes, [`journal`] keeps what is not saved yet, [`mod@format`] is what stands in the file,
//! [`problem`] is why it did not work.

#[cfg(unix)]
mod access;
mod atomic;
pub mod backups;
mod beside_name;
pub mod bin;
pub mod conflicts;
pub mod disk;
pub mod door;
pub mod erased;
pub mod file_link;
pub mod format;
mod format1;
pub mod hand_edit;
mod hash_line;
pub mod journal;
pub mod just_earned;
pub mod line;
pub mod lock;
pub mod log_place;
pub mod machine;
pub mod new_file;
pub mod open;
mod path_key;
pub mod places;
mod private;
pub mod problem;
pub mod save;
mod settings_text;
mod source_line;
pub mod sync_names;
pub mod volume;
pub mod wanted;
