//! The settings of this machine, which every version and every window saves.

use std::{fs, path::PathBuf};

use kleurboek::storage::{
    machine::{FirstFigure, Machine, ThemeChoice},
    places::Places,
};
use tempfile::TempDir;

struct Home(TempDir, Places);

impl Home {
    fn with(settings: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        let places = Places::under(root.path());
        fs::create_dir_all(&places.config).unwrap();
        fs::write(places.config.join("machine.ron"), settings).unwrap();
        Self(root, places)
    }

    fn text(&self) -> String {
        assert!(self.0.path().exists());
        fs::read_to_string(self.1.config.join("machine.ron")).unwrap()
    }

    /// As a window does: it starts, something changes, it saves.
    fn changes(&self, change: impl FnOnce(&mut Machine)) -> Machine {
        let before = Machine::load(&self.1);
        let mut machine = before.clone();
        change(&mut machine);
        machine.save(&before, &self.1).unwrap();
        machine
    }
}

const NEWER: &str = "(theme: Sepia(2), text_size: 125, window: (width: 900, height: 700, tiled: Left), \
                     recent_books: [\"/boek\"], pinned: {\"a)\": [1, (2)]}, language: \"nl\")";

#[test]
fn what_the_newer_one_wrote_stays_and_the_rest_is_used() {
    let home = Home::with(NEWER);
    let machine = Machine::load(&home.1);
    assert_eq!((machine.theme, machine.text_size), (ThemeChoice::Follow, 125));
    assert_eq!(machine.recent_books, [PathBuf::from("/boek")]);
    assert_eq!(machine.window.map(|window| (window.width, window.height)), Some((900.0, 700.0)));

    home.changes(|machine| machine.calm_motion = true);
    let text = home.text();
    for kept in
        ["theme: Sepia(2)", "tiled: Left", "pinned: {\"a)\": [1, (2)]}", "calm_motion: true", "\"/boek\""]
    {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(!home.1.config.join("machine.ron.unreadable").exists());
}

#[test]
fn what_the_person_chooses_here_goes_over_what_the_newer_one_wrote() {
    let home = Home::with(NEWER);
    home.changes(|machine| machine.theme = ThemeChoice::Dark);
    assert!(home.text().contains("theme: Dark") && !home.text().contains("Sepia"), "{}", home.text());
    assert_eq!(Machine::load(&home.1).theme, ThemeChoice::Dark);
}

#[test]
fn what_another_window_saved_meanwhile_stays() {
    let home = Home::with("(text_size: 100, recent_books: [\"/oud\"])");
    let before = Machine::load(&home.1);
    home.changes(|other| {
        other.text_size = 150;
        other.recent_books.insert(0, PathBuf::from("/van de ander"));
    });
    let mut ours = before.clone();
    ours.theme = ThemeChoice::Dark;
    ours.recent_books.insert(0, PathBuf::from("/van ons"));
    ours.save(&before, &home.1).unwrap();
    let together = Machine::load(&home.1);
    assert_eq!((together.theme, together.text_size), (ThemeChoice::Dark, 150));
    assert_eq!(together.recent_books, ["/van ons", "/oud", "/van de ander"].map(PathBuf::from));
}

#[test]
fn the_first_figures_of_each_book_are_those_of_its_own_window() {
    let figure = |book: &str, cents| FirstFigure {
        book: book.to_owned(),
        day: kleurboek::domain::example::example_day(),
        cents,
    };
    let home = Home::with("()");
    home.changes(|machine| machine.first_figures = vec![figure("a", 1), figure("b", 1)]);
    let before = Machine::load(&home.1);
    home.changes(|other| other.first_figures = vec![figure("b", 2), figure("a", 1)]);
    let mut ours = before.clone();
    ours.first_figures = vec![figure("a", 3), figure("b", 1)];
    ours.save(&before, &home.1).unwrap();
    assert_eq!(Machine::load(&home.1).first_figures, [figure("a", 3), figure("b", 2)]);
}

#[test]
fn settings_of_the_first_version_are_read() {
    let home = Home::with(
        "(\n  theme: Light,\n  text_size: 100,\n  calm_motion: false,\n  start_hidden: false,\n  window: Some((\n    \
         width: 1000.0,\n    height: 700.0,\n  )),\n  recent_books: [\n    \"/boek\",\n  ],\n  language: None,\n  \
         first_figures: [],\n)\n",
    );
    let machine = Machine::load(&home.1);
    let window = machine.window.unwrap();
    assert_eq!((window.width, window.height, window.at, window.is_maximized), (1000.0, 700.0, None, false));
    assert_eq!((machine.theme, machine.recent_books.len()), (ThemeChoice::Light, 1));
}
