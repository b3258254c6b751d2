//! Closing while something could not be written: why, and what can be done.

use egui::{Context, Id};

use crate::{
    app::{journaller::JournalStatus, problem_words, saver::SaveStatus},
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
        // The next start brings back what the journal has.
        let is_kept = scene.session.journal_status() == Some(JournalStatus::Safe);
        let [help, leave] = if is_kept {
            ["not-saved-kept", "not-saved-close-kept"]
        } else {
            ["not-saved-help", "not-saved-close"]
        };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                if Button::quiet(&scene.say(leave)).show(ui).clicked() {
                    scene.push(Action::LeaveAnyway);
                }
                if Button::main(&scene.say("copy-title")).show(ui).clicked() {
                    scene.open(SheetKind::SaveCopy);
                }
                return;
            }
            let status = scene.session.save_status().unwrap_or_default();
            let why = match status.problem() {
                Some(problem) => Some(problem_words::sentence(problem, scene.words())),
                None if status == SaveStatus::Asking => Some(scene.say("saved-asking")),
                None => None,
            };
            if let Some(why) = why {
                label::ink(ui, Type::Body, why);
            }
            label::soft(ui, Type::Body, scene.say(help));
        })
    }
}
