//! Which device a change is made on: a place of a book on a machine.

use std::path::Path;

use super::{atomic, disk::RealDisk, open::read_whole, path_key::key_of, places::Places, problem::Problem};
use crate::domain::{id::Id, stamp::Device};

/// The device that changes to the book at `path` are made on.
///
/// Made of a random number of this machine and the book's place, so that two copies of a book on one machine never give
/// the same stamp to different changes.
///
/// # Errors
/// When the number can be neither read nor kept, or the machine has no randomness to give.
pub fn device(places: &Places, path: &Path) -> Result<Device, Problem> {
    let machine = machine(places)?;
    let hash = blake3::hash(format!("{machine} {}", key_of(path)).as_bytes());
    let [a, b, c, d, ..] = *hash.as_bytes();
    Ok(Device::from_bits(u32::from_be_bytes([a, b, c, d])))
}

fn machine(places: &Places) -> Result<Id, Problem> {
    let path = places.data.join("machine");
    let read = || {
        let bytes = read_whole(&RealDisk, &path).ok()?;
        // What a newer version may write under it is not ours.
        str::from_utf8(&bytes).ok()?.lines().next()?.parse().ok()
    };
    if let Some(machine) = read() {
        return Ok(machine);
    }
    // A crash may have kept an earlier start from making it.
    atomic::remove_leftovers(&RealDisk, &path);
    let machine = getrandom::u64().map(Id::from_bits).map_err(|error| Problem::Other(error.to_string()))?;
    atomic::replace(&RealDisk, &path, format!("{machine}\n").as_bytes())?;
    // Another start may have made one at the same moment; the last one counts for both.
    Ok(read().unwrap_or(machine))
}
