//! The living book: commands, undo, saving in the background, words. Draws nothing.

pub mod amount_words;
pub mod cli;
pub mod clock;
pub mod command;
pub mod date_words;
pub mod deed;
pub mod earning;
pub mod errand;
pub mod history;
pub mod ids;
pub mod journaller;
pub mod log_file;
pub mod opening;
pub mod overview;
pub mod panics;
pub mod part;
pub mod preparing;
pub mod problem_words;
pub mod saver;
pub mod session;
pub mod summary;
pub mod versions;
pub mod words;
