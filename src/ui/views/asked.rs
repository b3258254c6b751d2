//! Another version of the book takes much away: what to do with that.

use egui::{Context, Id};

use crate::{
    storage::save::Asked,
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, label, sheet::Sheet},
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
        sheet.show(ctx, |ui| {
            ui.add_space(space::S);
            let gone = self.asked.gone.len();
            label::ink(ui, Type::Body, scene.with("asked-help", &[("gone", gone.into())]));
            label::soft(ui, Type::Body, scene.say("asked-choice"));
            ui.add_space(space::L);
            ui.horizontal_wrapped(|ui| {
                for (keep_all, button) in [
                    (true, Button::main(&scene.say("asked-keep"))),
                    (false, Button::quiet(&scene.say("asked-drop"))),
                ] {
                    if button.show(ui).clicked() {
                        scene.push(Action::Answer { asked: self.asked.clone(), keep_all });
                    }
                }
            });
        })
    }
}
