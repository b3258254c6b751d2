//! What is written down of a line, in a small text file of its own.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Line, Place, is_key};
use crate::storage::{problem::Problem, volume::Volume};

/// The format this version writes.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(rename = "Line")]
struct Text {
    format: u32,
    book: String,
    place: PlaceText,
    #[serde(default)]
    beside: Vec<PlaceText>,
    #[serde(default)]
    also_at: Option<PathBuf>,
    #[serde(default)]
    before: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct PlaceText {
    key: String,
    /// None when it is not Unicode.
    path: Option<String>,
    #[serde(default)]
    volume: Option<Volume>,
}

/// The line with this key from its text; none when it is not one that this version understands.
pub(super) fn read(key: &str, text: &str) -> Option<Line> {
    let text: Text = ron::from_str(text).ok().filter(|text: &Text| text.format <= FORMAT)?;
    Some(Line {
        key: key.to_owned(),
        book: text.book.parse().ok()?,
        also_at: text.also_at,
        place: text.place.into(),
        beside: text.beside.into_iter().map(Place::from).collect(),
        // They become names of folders.
        before: text.before.into_iter().filter(|key| is_key(key)).collect(),
    })
}

pub(super) fn write(line: &Line) -> Result<String, Problem> {
    let text = Text {
        format: FORMAT,
        book: line.book.to_string(),
        place: (&line.place).into(),
        beside: line.beside.iter().map(PlaceText::from).collect(),
        also_at: line.also_at.clone().filter(|path| path.to_str().is_some()),
        before: line.before.clone(),
    };
    ron::ser::to_string_pretty(&text, ron::ser::PrettyConfig::new().new_line("\n"))
        .map(|text| text + "\n")
        .map_err(|error| Problem::Other(error.to_string()))
}

impl From<PlaceText> for Place {
    fn from(text: PlaceText) -> Self {
        Self { key: text.key, path: text.path.map(PathBuf::from), volume: text.volume }
    }
}

impl From<&Place> for PlaceText {
    fn from(place: &Place) -> Self {
        let path = place.path.as_deref().and_then(|path| path.to_str()).map(str::to_owned);
        // The drive goes with a path that can be written.
        let volume = place.volume.clone().filter(|volume| volume.inside.to_str().is_some());
        Self { key: place.key.clone(), path, volume }
    }
}
