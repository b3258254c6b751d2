//! What is kept on this machine, not in a book.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{atomic, disk::RealDisk, places::Places, problem::Problem, settings_text::SettingsText};
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

/// Where the window was, and how large, when it filled no whole screen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// The width inside, in points at text of 100 %.
    pub width: f32,
    /// The height inside, in the same.
    pub height: f32,
    /// The left and top of its frame, in the unit in which the system places windows: pixels, on macOS points. None
    /// where windows have no place of their own, as on Wayland.
    pub at: Option<(i32, i32)>,
    /// How many pixels of that place go in a point.
    pub scale: f32,
    /// Whether it filled the screen since.
    pub is_maximized: bool,
}

impl Default for WindowPlace {
    fn default() -> Self {
        Self { width: 1280.0, height: 860.0, at: None, scale: 1.0, is_maximized: false }
    }
}

/// The figure that was shown first on a day, so that the explanation can say that it moved since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstFigure {
    /// The key of the line it is of; version 0.1 wrote the id of the book.
    pub book: String,
    /// The day it was for.
    pub day: Day,
    /// The figure.
    pub cents: i64,
}

/// The settings of this machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The size of text in percent, [`Self::SMALLEST_TEXT`] to [`Self::LARGEST_TEXT`].
    pub text_size: u16,
    /// Whether nothing should move.
    pub calm_motion: bool,
    /// Whether amounts are hidden at the start.
    pub start_hidden: bool,
    /// Where the window was.
    pub window: Option<WindowPlace>,
    /// The books opened last, the latest first.
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

    /// How many books are remembered.
    pub const MOST_BOOKS: usize = 8;

    /// How many times larger than usual everything is.
    pub fn zoom(&self) -> f32 {
        f32::from(self.text_size) / 100.0
    }

    /// The settings, each the usual one when it cannot be read. A file that is no settings at all is kept under another
    /// name.
    pub fn load(places: &Places) -> Self {
        let path = path(places);
        atomic::remove_leftovers(&RealDisk, &path);
        Self::of(&there(&path)).within_bounds()
    }

    /// Saves what changed since `before`, as it was last loaded or saved: what other windows saved meanwhile, and what
    /// only a newer version knows, stays. Paths that are not Unicode are left out.
    ///
    /// # Errors
    /// Why they could not be written; what was there is still there.
    pub fn save(&self, before: &Self, places: &Places) -> Result<(), Problem> {
        let path = path(places);
        let mut text = there(&path);
        let ours = self.with_lists_of(before, &Self::of(&text)).within_bounds();
        text.take_changes(&before.clone().within_bounds().fields()?, &ours.fields()?);
        atomic::replace(&RealDisk, &path, text.text().as_bytes())
    }

    fn of(text: &SettingsText) -> Self {
        let usual = Self::default();
        let books: Option<Vec<String>> = text.get("recent_books");
        Self {
            theme: text.get("theme").unwrap_or(usual.theme),
            text_size: text.get("text_size").unwrap_or(usual.text_size),
            calm_motion: text.get("calm_motion").unwrap_or(usual.calm_motion),
            start_hidden: text.get("start_hidden").unwrap_or(usual.start_hidden),
            window: text.get("window").unwrap_or(usual.window),
            recent_books: books.unwrap_or_default().into_iter().map(PathBuf::from).collect(),
            language: text.get("language").unwrap_or(usual.language),
            first_figures: text.get("first_figures").unwrap_or(usual.first_figures),
        }
    }

    fn fields(&self) -> Result<SettingsText, Problem> {
        let books: Vec<&str> = self.recent_books.iter().filter_map(|path| path.to_str()).collect();
        let mut text = SettingsText::default();
        text.set("theme", &self.theme)?;
        text.set("text_size", &self.text_size)?;
        text.set("calm_motion", &self.calm_motion)?;
        text.set("start_hidden", &self.start_hidden)?;
        text.set("window", &self.window)?;
        text.set("recent_books", &books)?;
        text.set("language", &self.language)?;
        text.set("first_figures", &self.first_figures)?;
        Ok(text)
    }

    /// With what another window added to the lists since `before`.
    fn with_lists_of(&self, before: &Self, there: &Self) -> Self {
        let mut ours = self.clone();
        let is_new =
            |path: &&PathBuf| !before.recent_books.contains(path) && !self.recent_books.contains(path);
        ours.recent_books.extend(there.recent_books.iter().filter(is_new).cloned());
        ours.recent_books.truncate(Self::MOST_BOOKS);
        ours.first_figures.retain(|figure| !before.first_figures.contains(figure));
        for figure in there.first_figures.iter().chain(&self.first_figures) {
            if !ours.first_figures.iter().any(|first| first.book == figure.book) {
                ours.first_figures.push(figure.clone());
            }
        }
        ours.first_figures.truncate(Self::MOST_BOOKS);
        ours
    }

    fn within_bounds(mut self) -> Self {
        self.text_size = self.text_size.clamp(Self::SMALLEST_TEXT, Self::LARGEST_TEXT);
        // Infinite or absurd numbers would leave a window that nobody can find.
        self.window = self.window.filter(|window| {
            [window.width, window.height].iter().all(|side| (50.0..=50_000.0).contains(side))
                && (0.25..=16.0).contains(&window.scale)
        });
        self
    }
}

fn path(places: &Places) -> PathBuf {
    places.config.join("machine.ron")
}

/// What is in the file; nothing when there is none, or when it is no settings.
fn there(path: &Path) -> SettingsText {
    match read(path) {
        Ok(text) => text,
        Err(Problem::NotFound) => SettingsText::default(),
        Err(problem) => {
            log::warn!("the settings could not be read: {problem}");
            put_aside(path);
            SettingsText::default()
        }
    }
}

fn read(path: &Path) -> Result<SettingsText, Problem> {
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
    SettingsText::read(&text).ok_or(Problem::NotText)
}

fn put_aside(path: &Path) {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".unreadable");
    #[expect(clippy::disallowed_methods, reason = "this is storage; nothing is truncated")]
    if let Err(error) = fs::rename(path, aside) {
        log::warn!("the unreadable settings could not be put aside: {error}");
    }
}
