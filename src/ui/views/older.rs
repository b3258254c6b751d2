//! The file in the book's place is older than what was last known here: what to do with it.

use egui::{Context, Id, Ui};

use crate::{
    app::older::{self, OlderChoice},
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, label, sheet::Sheet},
    },
};

/// Asks what to do with it.
#[derive(Debug)]
pub struct OlderSheet {
    /// What it lacks.
    sentence: String,
}

impl OlderSheet {
    /// For the older file that is open; none when it is not older.
    pub fn new(scene: &Scene<'_>) -> Option<Self> {
        let last = scene.last_known?;
        Some(Self { sentence: older::sentence(scene.book(), last, "older-help", scene.words()) })
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("older-title"), scene.say("older-look"));
        let sheet = Sheet { id: Id::unique("older"), title: Some(&title), close: &close, width: 600.0 };
        sheet.show(ctx, |ui| {
            ui.add_space(space::S);
            label::ink(ui, Type::Body, &self.sentence);
            label::soft(ui, Type::Body, scene.say("older-promise"));
            ui.add_space(space::L);
            ui.horizontal_wrapped(|ui| {
                choices(ui, scene);
                if Button::quiet(&scene.say("older-look")).show(ui).clicked() {
                    scene.push(Action::Close);
                }
            });
        })
    }
}

/// The two ways on.
fn choices(ui: &mut Ui, scene: &mut Scene<'_>) {
    if Button::main(&scene.say("older-join")).show(ui).clicked() {
        scene.push(Action::ChooseOlder(OlderChoice::Join));
    }
    if Button::quiet(&scene.say("older-take")).show(ui).clicked() {
        scene.push(Action::ChooseOlder(OlderChoice::TakeOlder));
    }
}
