//! What is kept on this machine, not in a book.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use ron::{Options, extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{atomic, disk::RealDisk, places::Places, problem::Problem};
use crate::domain::Day;

/// Larger settings are none of ours.
const LARGEST_SETTINGS: u64 = 1024 * 1024;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the machine.
    #[default]
    Follow,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How large the window was, in points at text of 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

/// The figure that was shown first on a day, so that the explanation can say that it moved since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstFigure {
    /// The id of the book, as text.
    pub book: String,
    /// The day it was for.
    pub day: Day,
    /// The figure.
    pub cents: i64,
}

/// The settings of this machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Machine {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The size of text in percent, [`Self::SMALLEST_TEXT`] to [`Self::LARGEST_TEXT`].
    pub text_size: u16,
    /// Whether nothing should move.
    pub calm_motion: bool,
    /// Whether amounts are hidden at the start.
    pub start_hidden: bool,
    /// How large the window was.
    pub window: Option<WindowSize>,
    /// The books opened last, the latest first.
    #[serde(serialize_with = "write_paths", deserialize_with = "read_paths")]
    pub recent_books: Vec<PathBuf>,
    /// The language for when no book is open; none: that of the machine.
    pub language: Option<String>,
    /// The figures that were shown first on the last day of each book.
    pub first_figures: Vec<FirstFigure>,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_size: 100,
            calm_motion: false,
            start_hidden: false,
            window: None,
            recent_books: Vec::new(),
            language: None,
            first_figures: Vec::new(),
        }
    }
}

impl Machine {
    /// The smallest text, in percent.
    pub const SMALLEST_TEXT: u16 = 80;
    /// The largest text, in percent.
    pub const LARGEST_TEXT: u16 = 200;

    /// The settings, or the usual ones when they cannot be read; the file then is kept under another name.
    pub fn load(places: &Places) -> Self {
        let path = path(places);
        atomic::remove_leftovers(&RealDisk, &path);
        match read(&path) {
            Ok(machine) => machine.within_bounds(),
            Err(Problem::NotFound) => Self::default(),
            Err(problem) => {
                log::warn!("the settings could not be read: {problem}");
                put_aside(&path);
                Self::default()
            }
        }
    }

    /// Saves the settings. Paths that are not Unicode are left out.
    ///
    /// # Errors
    /// Why they could not be written; what was there is still there.
    pub fn save(&self, places: &Places) -> Result<(), Problem> {
        let layout = PrettyConfig::new().new_line("\n").indentor("  ");
        let mut text = options()
            .to_string_pretty(&self.clone().within_bounds(), layout)
            .map_err(|error| Problem::Other(error.to_string()))?;
        text.push('\n');
        atomic::replace(&RealDisk, &path(places), text.as_bytes())
    }

    fn within_bounds(mut self) -> Self {
        self.text_size = self.text_size.clamp(Self::SMALLEST_TEXT, Self::LARGEST_TEXT);
        // Infinite or absurd numbers would leave a window that nobody can find.
        self.window = self.window.filter(|window| {
            [window.width, window.height].iter().all(|side| (50.0..=50_000.0).contains(side))
        });
        self
    }
}

fn path(places: &Places) -> PathBuf {
    places.config.join("machine.ron")
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn read(path: &Path) -> Result<Machine, Problem> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(Problem::IsAFolder);
    }
    let mut text = String::new();
    File::open(path)?.take(LARGEST_SETTINGS).read_to_string(&mut text).map_err(|error| {
        match error.kind() {
            ErrorKind::InvalidData => Problem::NotText,
            _ => error.into(),
        }
    })?;
    options().from_str(&text).map_err(|error| Problem::NotABook {
        line: error.span.end.line,
        column: error.span.end.col,
        why: error.code.to_string(),
    })
}

fn put_aside(path: &Path) {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".unreadable");
    #[expect(clippy::disallowed_methods, reason = "this is storage; nothing is truncated")]
    if let Err(error) = fs::rename(path, aside) {
        log::warn!("the unreadable settings could not be put aside: {error}");
    }
}

fn write_paths<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().filter_map(|path| path.to_str()))
}

fn read_paths<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PathBuf>, D::Error> {
    Ok(Vec::<String>::deserialize(deserializer)?.into_iter().map(PathBuf::from).collect())
}
