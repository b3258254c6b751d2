//! Leaving people who were erased out of what is kept.

use std::{collections::BTreeSet, path::Path};

use super::{disk::Disk, format, open::read_whole, problem::Problem};
use crate::domain::id::Id;

/// What of a version may be kept once people were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MayKeep {
    /// All of it: they are not in it.
    All,
    /// This, without them.
    Without(String),
    /// Nothing: they are in it, and it cannot be written anew.
    Nothing,
}

/// Whether one of these names is in a file; not when that cannot be read.
pub fn names_one(disk: &dyn Disk, path: &Path, names: &[String]) -> bool {
    let bytes = read_whole(disk, path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    names.iter().any(|name| text.contains(name.as_str()))
}

/// What of a version may be kept without the people with these ids. One that cannot be read, or was edited by hand, may
/// not when they, one of their ids or one of their `names` is in it.
///
/// # Errors
/// Why it cannot be written without them.
pub fn may_keep(bytes: &[u8], erased: &BTreeSet<Id>, names: &[String]) -> Result<MayKeep, Problem> {
    if erased.is_empty() {
        return Ok(MayKeep::All);
    }
    let text = String::from_utf8_lossy(bytes);
    let ids: Vec<Id> = erased.iter().filter(|id| text.contains(&id.to_string())).copied().collect();
    let holds_name = || names.iter().any(|name| text.contains(name.as_str()));
    let readable = format::read(&text).ok().filter(|loaded| loaded.read_only_because.is_none());
    let Some(loaded) = readable else {
        return Ok(if ids.is_empty() && !holds_name() { MayKeep::All } else { MayKeep::Nothing });
    };
    let mut book = loaded.book.clone();
    book.forget(ids);
    let is_free = book == loaded.book;
    if loaded.is_edited_by_hand() {
        return Ok(if is_free && !holds_name() { MayKeep::All } else { MayKeep::Nothing });
    }
    Ok(if is_free { MayKeep::All } else { MayKeep::Without(format::write(&book, loaded.generation)?) })
}
