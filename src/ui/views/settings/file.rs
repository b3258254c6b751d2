//! "Mijn boek": its language, where it is, copies of it, and what was done to it.

use std::time::Duration;

use egui::Ui;

use super::row;
use crate::{
    app::{
        command::{Command, HouseEdit},
        words::Words,
    },
    domain::book::Language,
    ui::{
        action::SheetKind,
        fonts::Type,
        icon::Icon,
        scene::Scene,
        views::recent_list,
        widgets::{button::Button, chip, hairline, label},
    },
};

/// How long it says that the place was copied, in seconds.
const SAYS_COPIED: f64 = 3.0;

/// What the card remembers.
#[derive(Debug, Default)]
pub struct FileState {
    /// When the place was copied, in the window's own time.
    copied: Option<f64>,
}

/// Draws the card.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut FileState) {
    row::section(ui, &scene.say("file-title"), |ui| {
        language(ui, scene);
        hairline::show(ui);
        if scene.is_example {
            label::ink(ui, Type::Body, scene.say("file-example"));
        } else if let Some(path) = scene.path {
            let path = path.display().to_string();
            row::row(ui, &scene.say("file-place"), None, |ui| {
                label::ink(ui, Type::Body, &path);
                copy(ui, scene, state, &path);
            });
            hairline::show(ui);
            row::row(ui, &scene.say("file-copy"), Some(&scene.say("file-copy-help")), |ui| {
                sheet_button(ui, scene, "file-copy-button", None, SheetKind::SaveCopy);
            });
            hairline::show(ui);
            row::row(ui, &scene.say("join-title"), Some(&scene.say("join-row-help")), |ui| {
                sheet_button(ui, scene, "join-button", None, SheetKind::JoinBook);
            });
            hairline::show(ui);
            row::row(ui, &scene.say("versions-title"), Some(&scene.say("versions-kept")), |ui| {
                sheet_button(ui, scene, "versions-look", None, SheetKind::Versions);
            });
        }
        if !scene.book().lineage.removed_clients.is_empty() {
            hairline::show(ui);
            row::row(ui, &scene.say("removed-title"), Some(&scene.say("removed-row")), |ui| {
                sheet_button(ui, scene, "removed-look", None, SheetKind::RemovedClients);
            });
        }
        hairline::show(ui);
        row::row(ui, &scene.say("file-other"), None, |ui| {
            sheet_button(ui, scene, "file-other-button", None, SheetKind::OpenBook);
        });
        if !scene.recent.is_empty() {
            hairline::show(ui);
            row::row(ui, &scene.say("recent-title"), None, |ui| {
                let mut actions = Vec::new();
                recent_list::show(ui, scene.words(), scene.recent, &mut actions);
                for action in actions {
                    scene.push(action);
                }
            });
        }
        hairline::show(ui);
        row::row(ui, &scene.say("file-more"), None, |ui| {
            ui.horizontal_wrapped(|ui| {
                sheet_button(ui, scene, "changes-title", Some(Icon::ClockBack), SheetKind::Changes);
                sheet_button(ui, scene, "keys-title", Some(Icon::Keyboard), SheetKind::Keys);
            });
        });
    });
}

fn language(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::row(ui, &scene.say("file-language"), Some(&scene.say("file-language-help")), |ui| {
        // Each says its own name, so that it is found by whoever reads only that one.
        let options = Language::ALL.map(|language| (language, Words::new(language).say("language-name")));
        if let Some(language) = chip::choice(ui, scene.language(), &options) {
            scene.send(Command::EditHouse(HouseEdit::Language(language)));
        }
    });
}

fn copy(ui: &mut Ui, scene: &Scene<'_>, state: &mut FileState, path: &str) {
    let now = ui.input(|input| input.time);
    let left = state.copied.map(|at| at + SAYS_COPIED - now).filter(|left| *left > 0.0);
    let words = scene.say(if left.is_some() { "file-copied" } else { "file-copy-place" });
    if let Some(left) = left {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    if Button::quiet(&words).small().show(ui).clicked() {
        ui.ctx().copy_text(path.to_owned());
        state.copied = Some(now);
    }
}

fn sheet_button(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, icon: Option<Icon>, sheet: SheetKind) {
    let words = scene.say(key);
    let mut button = Button::quiet(&words);
    if let Some(icon) = icon {
        button = button.icon(icon);
    }
    if button.show(ui).clicked() {
        scene.open(sheet);
    }
}
