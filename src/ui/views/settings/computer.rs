//! "Deze computer": how it looks here.

use egui::Ui;

use super::row;
use crate::{
    storage::machine::{Machine, ThemeChoice},
    ui::{
        action::{Action, MachineEdit},
        fonts::Type,
        scene::Scene,
        widgets::{
            button::Button,
            chip::{self, Chip},
            hairline, label,
        },
    },
};

/// One click makes text this much larger, in percent.
const TEXT_STEP: u16 = 10;

/// Draws the card.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::section(ui, &scene.say("computer-title"), |ui| {
        theme(ui, scene);
        hairline::show(ui);
        text_size(ui, scene);
        hairline::show(ui);
        let calm = scene.machine.calm_motion;
        switch(ui, scene, "computer-calm", calm, MachineEdit::CalmMotion);
        hairline::show(ui);
        let hidden = scene.machine.start_hidden;
        switch(ui, scene, "computer-hidden", hidden, MachineEdit::StartHidden);
    });
}

fn theme(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::row(ui, &scene.say("computer-theme"), None, |ui| {
        let options = [
            (ThemeChoice::Follow, scene.say("computer-theme-follow")),
            (ThemeChoice::Light, scene.say("computer-theme-light")),
            (ThemeChoice::Dark, scene.say("computer-theme-dark")),
        ];
        if let Some(theme) = chip::choice(ui, scene.machine.theme, &options) {
            scene.push(Action::Machine(MachineEdit::Theme(theme)));
        }
    });
}

fn text_size(ui: &mut Ui, scene: &mut Scene<'_>) {
    let now = scene.machine.text_size;
    row::row(ui, &scene.say("computer-text"), None, |ui| {
        ui.horizontal_wrapped(|ui| {
            let mut after = now;
            if Button::quiet("A\u{2212}").named(&scene.say("computer-text-smaller")).show(ui).clicked() {
                after = now.saturating_sub(TEXT_STEP).max(Machine::SMALLEST_TEXT);
            }
            label::ink(ui, Type::Strong, format!("{now}\u{a0}%"));
            if Button::quiet("A+").named(&scene.say("computer-text-larger")).show(ui).clicked() {
                after = now.saturating_add(TEXT_STEP).min(Machine::LARGEST_TEXT);
            }
            if now != 100 {
                let usual = scene.say("computer-text-usual");
                if Chip::new(&usual, false).show(ui).clicked() {
                    after = 100;
                }
            }
            if after != now {
                scene.push(Action::Machine(MachineEdit::TextSize(after)));
            }
        });
    });
}

fn switch(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, now: bool, edit: fn(bool) -> MachineEdit) {
    let (name, help) = (scene.say(key), scene.say(&format!("{key}-help")));
    let off_on = [scene.say("switch-off"), scene.say("switch-on")];
    row::row(ui, &name, Some(&help), |ui| {
        if let Some(on) = row::switch(ui, &name, now, &off_on) {
            scene.push(Action::Machine(edit(on)));
        }
    });
}
