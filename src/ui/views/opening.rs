//! A large book, or one on a slow disk, that is being read.

use egui::{Ui, accesskit::Role};

use crate::{
    app::words::Words,
    ui::{
        fonts::Type,
        widgets::{label, spoken},
    },
};

/// Draws the quiet screen before it.
pub fn ui(ui: &mut Ui, words: &Words) {
    spoken::panel(ui, Role::Main, "Kleurboek");
    ui.add_space(ui.available_height() * 0.4);
    ui.vertical_centered(|ui| {
        label::soft(ui, Type::Heading, words.say("opening-book"));
    });
}
