//! Where things are kept on this machine.

use std::path::PathBuf;

use directories::{ProjectDirs, UserDirs};

use super::bin::Bin;

/// Where things are kept on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Where the person keeps their documents.
    pub documents: PathBuf,
    /// Locks, copies and logs; never in a synced folder.
    pub data: PathBuf,
    /// The settings of this machine.
    pub config: PathBuf,
    /// Where files go that the person may want back.
    pub bin: Bin,
}

impl Places {
    /// The places of the person who is logged in; none when they have no home.
    pub fn of_this_machine() -> Option<Self> {
        let own = ProjectDirs::from("", "", "Kleurboek")?;
        let person = UserDirs::new()?;
        let documents = person.document_dir().unwrap_or_else(|| person.home_dir()).to_owned();
        Some(Self {
            documents,
            data: own.data_local_dir().to_owned(),
            config: own.config_local_dir().to_owned(),
            bin: Bin::OfTheSystem,
        })
    }

    /// All places under one folder.
    pub fn under(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        Self {
            documents: root.join("documents"),
            data: root.join("data"),
            config: root.join("config"),
            bin: Bin::Folder(root.join("bin")),
        }
    }

    /// Tells this home from others that may have the same book open, such as somebody else's on a shared disk.
    pub(super) fn key(&self) -> String {
        blake3::hash(self.data.as_os_str().as_encoded_bytes()).to_hex().to_string()
    }

    /// Where a book is kept unless the person chooses another place.
    pub fn default_book(&self) -> PathBuf {
        self.documents.join("Kleurboek").join("Mijn kleurboek.kleurboek")
    }
}
