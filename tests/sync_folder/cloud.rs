//! What the sync service keeps for everybody.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

/// The bytes of a file.
pub type Bytes = Arc<[u8]>;

/// The folder every device has a copy of, here and on each disk.
pub const FOLDER: &str = "/home/noor/cloud";
/// The name of the book in it.
pub const NAME: &str = "boek.kleurboek";
/// The names that people gave their own copies of it.
pub const OWN_NAMES: [&str; 4] =
    ["boek - kopie.kleurboek", "boek (1).kleurboek", "boek 2.kleurboek", "boek.oud"];

/// What is in the cloud. A clone is the same cloud.
#[derive(Clone, Debug, Default)]
pub struct Cloud(pub Arc<Mutex<Files>>);

#[derive(Debug, Default)]
pub struct Files {
    /// The files in it now.
    pub now: BTreeMap<String, Bytes>,
    /// Every version of the book that was ever uploaded.
    pub versions: Vec<Bytes>,
    /// Conflicted copies there once were.
    pub copies: Vec<(String, Bytes)>,
    /// Counts them, for their names.
    pub conflicts: u64,
}

impl Files {
    /// Takes in a file of a device.
    pub fn upload(&mut self, name: &str, bytes: &Bytes) {
        if name == NAME && !self.versions.contains(bytes) {
            self.versions.push(Arc::clone(bytes));
        }
        self.now.insert(name.to_owned(), Arc::clone(bytes));
    }

    /// The name of the next conflicted copy, as one of the services gives it.
    pub fn conflicted_name(&mut self, device: u32) -> String {
        self.conflicts += 1;
        let number = self.conflicts;
        let stem = NAME.trim_end_matches(".kleurboek");
        match number % 5 {
            0 => format!("{stem} (Bram {number}'s conflicted copy 2026-11-21).kleurboek"),
            1 => format!("{stem}.sync-conflict-20261121-{number:06}-DEVICE{device}.kleurboek"),
            2 => format!("{stem}-DESKTOP-{device}X{number:05}.kleurboek"),
            3 => format!("{stem} (conflicted copy 2026-11-21 {number:06}).kleurboek"),
            _ => format!("{stem} (Exemplaar met conflict van Noor {number} 2026-11-21).kleurboek"),
        }
    }
}
