//! Kleurboek: one figure for today, and your clients as coloured swatches.

pub mod app;
pub mod domain;
pub mod storage;
