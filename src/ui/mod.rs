//! Draws the state and sends commands; changes nothing itself.

pub mod action;
pub mod app;
mod arriving;
mod copying;
pub mod day_words;
pub mod dialogs;
pub mod doing;
mod dropping;
mod erasing;
#[cfg(target_os = "macos")]
mod finder;
pub mod fonts;
pub mod icon;
mod joining;
pub mod kept;
pub mod keys;
mod leaving;
mod looking_back;
pub mod message;
mod news;
pub mod paint;
pub mod privacy;
pub mod recent_books;
mod rehearsal;
pub mod right_to_left;
mod round_boxes;
pub mod scene;
#[cfg(not(any(windows, target_os = "macos")))]
mod second_try;
pub mod sheets;
pub mod theme;
pub mod tokens;
pub mod views;
mod visitors;
mod watched;
pub mod widgets;
pub mod window;
mod window_icon;
mod window_place;
