//! The two lowest layers of the program, compiled for fuzzing, and what the targets share.

#[path = "../../tests/support/counting.rs"]
pub mod counting;
#[path = "../../src/domain/mod.rs"]
pub mod domain;
pub mod example;
pub mod memory_disk;
pub mod promises;
#[path = "../../src/storage/mod.rs"]
pub mod storage;
