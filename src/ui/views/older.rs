//! The file in the book's place is older than what was last known here: what to do with it.

use egui::{Context, Id, Ui};

use crate::{
    app::file_question::{self, FileChoice, FileQuestion},
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        widgets::{
            button::Button,
            label,
            sheet::{Part, Sheet},
        },
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
        let FileQuestion::Older(last) = scene.question? else { return None };
        let sentence = file_question::sentence(scene.book(), &last.book, "older-help", scene.words());
        Some(Self { sentence })
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("older-title"), scene.say("older-look"));
        let sheet = Sheet { id: Id::unique("older"), title: Some(&title), close: &close, width: 600.0 };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                buttons(ui, scene);
                return;
            }
            label::ink(ui, Type::Body, &self.sentence);
            label::soft(ui, Type::Body, scene.say("older-promise"));
        })
    }
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    for (key, action) in [("older-look", Action::Close), ("older-take", Action::ChooseFile(FileChoice::Take))]
    {
        if Button::quiet(&scene.say(key)).show(ui).clicked() {
            scene.push(action);
        }
    }
    if Button::main(&scene.say("older-join")).show(ui).clicked() {
        scene.push(Action::ChooseFile(FileChoice::Known));
    }
}
