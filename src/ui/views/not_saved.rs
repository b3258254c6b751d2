//! Closing while something could not be written: why, and what can be done.

use egui::{Context, Id};

use crate::{
    app::{problem_words, saver::SaveStatus},
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        scene::Scene,
        widgets::{
            button::Button,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// Says why the book could not be written.
#[derive(Debug)]
pub struct NotSavedSheet;

impl NotSavedSheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("not-saved-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("not saved"), title: Some(&title), close: &close, width: 600.0 };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                if Button::quiet(&scene.say("not-saved-close")).show(ui).clicked() {
                    scene.push(Action::LeaveAnyway);
                }
                if Button::main(&scene.say("copy-title")).show(ui).clicked() {
                    scene.open(SheetKind::SaveCopy);
                }
                return;
            }
            let why = match scene.session.save_status() {
                Some(SaveStatus::Failed(problem)) => Some(problem_words::sentence(&problem, scene.words())),
                Some(SaveStatus::Asking) => Some(scene.say("saved-asking")),
                _ => None,
            };
            if let Some(why) = why {
                label::ink(ui, Type::Body, why);
            }
            label::soft(ui, Type::Body, scene.say("not-saved-help"));
        })
    }
}
