//! The living book: commands, undo, saving in the background, words. Draws nothing.

pub mod amount_words;
pub mod cli;
pub mod client_export;
pub mod clock;
pub mod command;
pub mod date_words;
pub mod deed;
pub mod earning;
pub mod erasing;
pub mod errand;
pub mod field_place;
pub mod history;
pub mod ids;
pub mod journaller;
pub mod log_file;
pub mod opening;
pub mod overview;
pub mod panics;
pub mod problem_words;
pub mod saver;
pub mod session;
pub mod value_words;
pub mod words;
