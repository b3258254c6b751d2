//! A book that could not be opened: why, where, and what can be done.

use std::path::{Path, PathBuf};

use egui::{ScrollArea, Ui, accesskit::Role};

use crate::{
    app::{
        problem_words::{self, sentence},
        words::Words,
    },
    domain::book::Language,
    storage::{backups, file_link::path_of, places::Places, problem::Problem},
    ui::{
        action::{Action, Browse},
        day_words::capital,
        fonts::Type,
        recent_books::RecentBook,
        tokens::space,
        views::recent_list,
        widgets::{button, button::Button, card, field::Field, foot, label, spoken},
    },
};

/// A book that could not be opened.
#[derive(Debug)]
pub struct Trouble {
    path: PathBuf,
    problem: Problem,
    words: Words,
    last_good: Option<PathBuf>,
    other: String,
    said: Option<String>,
    /// Whether it is shown what exactly is wrong.
    unfolded: bool,
}

impl Trouble {
    /// What is known of it.
    pub fn new(path: PathBuf, problem: Problem, language: Language, places: &Places) -> Self {
        // A book that is open elsewhere, or of a newer version, is fine; a copy of it would only be a second truth.
        let is_fine = matches!(problem, Problem::LockedByOther | Problem::NewerFormat { .. });
        let last_good = backups::last_good_copy(places, &path).filter(|copy| !is_fine && copy.is_file());
        Self { last_good, ..Self::about(path, problem, language) }
    }

    fn about(path: PathBuf, problem: Problem, language: Language) -> Self {
        let words = Words::new(language);
        Self { path, problem, words, last_good: None, other: String::new(), said: None, unfolded: false }
    }

    /// Its disk has not answered yet. Looks at no disk.
    pub fn waiting(path: PathBuf, language: Language) -> Self {
        Self::about(path, Problem::NoAnswer, language)
    }

    /// Where the book should be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Says why another book does not open either.
    pub fn say(&mut self, sentence: String) {
        self.said = Some(sentence);
    }

    /// The language it speaks.
    pub const fn language(&self) -> Language {
        self.words.language()
    }

    /// Draws it; what is asked for.
    pub fn ui(&mut self, ui: &mut Ui, recent: &[RecentBook]) -> Vec<Action> {
        let mut actions = Vec::new();
        let words = self.words.clone();
        spoken::panel(ui, Role::Main, &words.say("trouble-name"));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let width = ui.available_width().min(800.0) - 2.0 * space::L;
            let side = (ui.available_width() - width) / 2.0;
            ui.add_space(space::XXL);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    card::card(ui, 28, |ui| {
                        ui.set_width(ui.available_width());
                        self.contents(ui, &words, recent, &mut actions);
                    });
                });
            });
        });
        actions
    }

    fn contents(&mut self, ui: &mut Ui, words: &Words, recent: &[RecentBook], actions: &mut Vec<Action>) {
        // One that is only slow still opens by itself.
        let title = if self.problem == Problem::NoAnswer { "opening-book" } else { "trouble-title" };
        label::ink(ui, Type::Title, words.say(title));
        ui.add_space(space::XS);
        label::ink(ui, Type::Body, sentence(&self.problem, words));
        label::soft(ui, Type::Small, self.path.display().to_string());
        ui.add_space(space::XS);
        label::soft(ui, Type::Body, words.say("trouble-untouched"));
        self.details(ui, words);
        ui.add_space(space::M);
        if self.last_good.is_some() {
            label::soft(ui, Type::Body, words.say("trouble-copy-help"));
            ui.add_space(space::XXS);
        }
        let again = words.say("trouble-again");
        let mut try_again = false;
        foot::show(ui, egui::Id::unique("trouble"), |ui| {
            if Button::quiet(&words.say("trouble-new")).show(ui).clicked() {
                actions.push(Action::NewBook);
            }
            let Some(copy) = &self.last_good else {
                try_again = Button::main(&again).show(ui).clicked();
                return;
            };
            try_again = Button::quiet(&again).show(ui).clicked();
            if Button::main(&words.say("trouble-copy")).show(ui).clicked() {
                actions.push(Action::TakeBackCopy { copy: copy.clone(), original: self.path.clone() });
            }
        });
        if try_again {
            actions.push(Action::OpenBook(self.path.clone()));
        }
        ui.add_space(space::M);
        recent_list::titled(ui, words, recent, actions);
        open_other(ui, words, &mut self.other, self.said.as_deref(), actions);
        if button::link(ui, &words.say("welcome-example")).clicked() {
            actions.push(Action::LookAround(self.language()));
        }
    }

    /// What exactly is wrong, folded away: most people can do nothing with it.
    fn details(&mut self, ui: &mut Ui, words: &Words) {
        let Some(details) = problem_words::details(&self.problem, words) else { return };
        if button::link(ui, &words.say("trouble-details")).clicked() {
            self.unfolded = !self.unfolded;
        }
        if self.unfolded {
            label::soft(ui, Type::Small, capital(&details));
        }
    }
}

/// A field for the path of a book, and the machine's own dialog beside it; `said` is why the last one does not open.
pub fn open_other(
    ui: &mut Ui,
    words: &Words,
    path: &mut String,
    said: Option<&str>,
    actions: &mut Vec<Action>,
) {
    if let Some(said) = said {
        label::ink(ui, Type::Body, said);
        ui.add_space(space::XS);
    }
    label::soft_over(ui, Type::Small, words.say("open-path"));
    let id = egui::Id::unique("path of a book");
    let name = words.say("open-path");
    let response = Field::line(&name).show(ui, id, path);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.horizontal_wrapped(|ui| {
        if Button::quiet(&words.say("open-browse")).show(ui).clicked() {
            actions.push(Action::Browse(Browse::Open));
        }
        let ready = !path.trim().is_empty();
        let clicked = Button::quiet(&words.say("open-open")).enabled(ready).show(ui).clicked();
        if ready && (clicked || entered) {
            actions.push(Action::OpenBook(typed_path(path)));
        }
    });
}

/// A path or a link to a file as typed or pasted, without the quotes that some file managers copy along.
pub fn typed_path(text: &str) -> PathBuf {
    path_of(text.trim().trim_matches(|letter| letter == '"' || letter == '\''))
}
