//! What the tests share.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

pub mod app;
pub mod commands;
pub mod cpu_renderer;
pub mod earlier;
pub mod two_people;

use kleurboek::domain::Day;

/// A day, for tests.
pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).expect("a day that exists")
}
