//! Kleurboek: one figure for today, and your clients as coloured swatches.

pub mod domain;
pub mod storage;
