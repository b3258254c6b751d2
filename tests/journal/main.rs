//! The journal: what it says is written comes back after any crash, in order, and nothing else does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which also play the disk and whoever damages the file"
)]

mod breaking_disk;
mod crashes;
mod damage;
mod thread;
mod whose;

use std::{path::Path, sync::Arc};

use kleurboek::{
    domain::id::Id,
    storage::{
        disk::{Disk, RealDisk},
        journal::{Header, Journal, Leftover, leftover},
        places::Places,
    },
};

const BOOK: Id = Id::from_bits(0x00c0_ffee);

/// A machine of its own for one test.
struct Machine {
    folder: tempfile::TempDir,
    places: Places,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::under(folder.path());
        Self { folder, places }
    }

    fn book(&self) -> std::path::PathBuf {
        self.folder.path().join("Mijn kleurboek.kleurboek")
    }

    fn header(&self) -> Header {
        Header::new(BOOK, &self.book(), None, 0)
    }

    fn begin(&self) -> Journal {
        Journal::begin(Arc::new(RealDisk), &self.places, self.header())
    }

    fn leftover(&self, path: &Path) -> Vec<Leftover> {
        leftover(&RealDisk, &self.places, path, Some(BOOK)).expect("the folder can be read")
    }

    /// The texts of all that was left for the book.
    fn rescued(&self, disk: &dyn Disk) -> Vec<String> {
        let found = leftover(disk, &self.places, &self.book(), None).expect("the folder can be read");
        found.into_iter().flat_map(|leftover| leftover.entries).collect()
    }
}
