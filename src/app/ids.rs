//! New random ids.

use crate::domain::id::Id;

/// Where new ids come from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ids;

impl Ids {
    /// A new random id.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn new_id(self) -> Result<Id, NoRandomness> {
        getrandom::u64().map(Id::from_bits).map_err(|_| NoRandomness)
    }
}

/// The machine has no randomness to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomness;
