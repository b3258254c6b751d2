//! Draws the state and sends commands; changes nothing itself.

pub mod action;
pub mod app;
mod arriving;
mod copying;
pub mod dialogs;
pub mod doing;
mod erasing;
#[cfg(target_os = "macos")]
mod finder;
pub mod fonts;
pub mod icon;
pub mod kept;
pub mod keys;
mod leaving;
mod looking_back;
mod news;
pub mod paint;
pub mod scene;
pub mod sheets;
pub mod theme;
pub mod tokens;
pub mod views;
mod visitors;
pub mod widgets;
pub mod window;
mod window_icon;
