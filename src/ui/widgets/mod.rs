//! The pieces that screens are made of. Each knows how it looks, none knows the book.

pub mod amount_field;
pub mod at_right;
pub mod bar;
pub mod button;
pub mod card;
pub mod chip;
pub mod client_tile;
pub mod draft;
pub mod fan;
pub mod field;
pub mod focus_ring;
pub mod foot;
pub mod hairline;
pub mod label;
pub mod list_row;
pub mod menu;
pub mod month_calendar;
pub mod own_typing;
pub mod page;
pub mod pot;
pub mod scroll;
pub mod sheet;
pub mod soft_shadow;
pub mod spoken;
pub mod swatch;
pub mod week_tiles;
