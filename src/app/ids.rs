//! New random ids, and new makers of changes.

use crate::{
    domain::{Day, id::Id, stamp::Actor},
    storage::problem::Problem,
};

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

    /// A new maker of changes, for one opening of one book on the day `today`.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn new_actor(self, today: Day) -> Result<Actor, NoRandomness> {
        getrandom::u64().map(|random| Actor::made_on(today, random)).map_err(|_| NoRandomness)
    }
}

/// The machine has no randomness to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomness;

impl From<NoRandomness> for Problem {
    fn from(NoRandomness: NoRandomness) -> Self {
        Self::Other("no randomness".to_owned())
    }
}
