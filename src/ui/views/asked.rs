//! Another version of the book takes much away: what to do with that.

use egui::{Context, Id};

use crate::{
    storage::save::Asked,
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

/// Asks what to do with a version that takes much away.
#[derive(Debug)]
pub struct AskedSheet {
    asked: Box<Asked>,
}

impl AskedSheet {
    /// For this version.
    pub const fn new(asked: Box<Asked>) -> Self {
        Self { asked }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("asked-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("asked"), title: Some(&title), close: &close, width: 560.0 };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                for (keep_all, button) in [
                    (false, Button::quiet(&scene.say("asked-drop"))),
                    (true, Button::main(&scene.say("asked-keep"))),
                ] {
                    if button.show(ui).clicked() {
                        scene.push(Action::Answer { asked: self.asked.clone(), keep_all });
                    }
                }
                return;
            }
            let gone = self.asked.gone.len();
            label::ink(ui, Type::Body, scene.with("asked-help", &[("gone", gone.into())]));
            label::soft(ui, Type::Body, scene.say("asked-choice"));
        })
    }
}
