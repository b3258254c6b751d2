//! Closing while something could not be written: why, and what can be done.

use egui::{Context, Id};

use crate::{
    app::{journaller::JournalStatus, problem_words, saver::SaveStatus},
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, label, sheet::Sheet},
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
        sheet.show(ctx, |ui| {
            ui.add_space(space::S);
            let status = scene.session.save_status().unwrap_or_default();
            let why = match status.problem() {
                Some(problem) => Some(problem_words::sentence(problem, scene.words())),
                None if status == SaveStatus::Asking => Some(scene.say("saved-asking")),
                None => None,
            };
            if let Some(why) = why {
                label::ink(ui, Type::Body, why);
            }
            // The next start brings back what the journal has.
            let is_kept = scene.session.journal_status() == Some(JournalStatus::Safe);
            let [help, close] = if is_kept {
                ["not-saved-kept", "not-saved-close-kept"]
            } else {
                ["not-saved-help", "not-saved-close"]
            };
            label::soft(ui, Type::Body, scene.say(help));
            ui.add_space(space::L);
            ui.horizontal_wrapped(|ui| {
                if Button::main(&scene.say("copy-title")).show(ui).clicked() {
                    scene.open(SheetKind::SaveCopy);
                }
                if Button::quiet(&scene.say(close)).show(ui).clicked() {
                    scene.push(Action::LeaveAnyway);
                }
            });
        })
    }
}
