//! The name of the file a book goes to when something else is in its place.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use chrono::NaiveDateTime;

/// How the time stands in it.
const TIME: &str = "%Y-%m-%d %H.%M.%S";

/// `Book (2026-11-21 14.03.00).kleurboek` beside `Book.kleurboek`, with a number from the second on.
pub fn path_beside(target: &Path, at: NaiveDateTime, number: usize) -> PathBuf {
    let mut name = target.file_stem().unwrap_or_default().to_owned();
    name.push(format!(" ({})", at.format(TIME)));
    if number > 1 {
        name.push(format!(" {number}"));
    }
    name.push(".");
    name.push(target.extension().unwrap_or("kleurboek".as_ref()));
    target.with_file_name(name)
}

/// The place of the book that was put at `path` by [`path_beside`]; none when the name is no such name.
pub fn home_of(path: &Path) -> Option<PathBuf> {
    let name = path.file_stem()?.to_str()?;
    let (stem, rest) = name.rsplit_once(" (")?;
    let (time, number) = rest.split_once(')')?;
    NaiveDateTime::parse_from_str(time, TIME).ok()?;
    let is_numbered = number.strip_prefix(' ').is_some_and(|number| number.parse::<u32>().is_ok());
    if !number.is_empty() && !is_numbered {
        return None;
    }
    let mut home = OsString::from(stem);
    home.push(".");
    home.push(path.extension()?);
    Some(path.with_file_name(home))
}
