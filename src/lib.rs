//! Kleurboek: one figure for today, and your clients as coloured swatches.
//!
//! Four layers, each using only those before it; `tests/layers.rs` keeps them so:
//!
//! ```text
//! domain    what is true: money, days, the plan, the figure, clients, income    no drawing, files or clock
//! storage   the file: format, safe saving, lock, backups                        no drawing
//! app       the living book: commands, undo, saving in the background, words    no drawing
//! ui        draws the state and sends commands; changes nothing itself
//! ```
//!
//! A click: a view gets a [`ui::scene::Scene`] and leaves an [`ui::action::Action`]; after the frame it is done in one
//! place, a book only through [`app::session::Session::execute`]; the change goes to undo and to the saver; the next
//! frame shows it. `start` reads the command line and picks what runs.

pub mod app;
pub mod domain;
pub mod start;
pub mod storage;
pub mod ui;
