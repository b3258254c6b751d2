//! What a crash had kept from the file, and is in the book again.

use egui::{Context, Id};

use crate::ui::{
    action::Action,
    fonts::Type,
    scene::Scene,
    tokens::space,
    widgets::{
        button::Button,
        label,
        sheet::{Part, Sheet},
    },
};

/// Says what was rescued.
#[derive(Debug)]
pub struct RescuedSheet {
    lines: Vec<String>,
}

impl RescuedSheet {
    /// For these lines.
    pub const fn new(lines: Vec<String>) -> Self {
        Self { lines }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("rescued-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("rescued"), title: Some(&title), close: &close, width: 520.0 };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                let go_on = Button::main(&scene.say("rescued-go-on")).show(ui);
                // Nothing is asked: Enter goes on.
                if ui.memory(|memory| memory.focused().is_none()) {
                    go_on.request_focus();
                }
                if go_on.clicked() {
                    scene.push(Action::Close);
                }
                return;
            }
            label::soft(ui, Type::Body, scene.say("rescued-help"));
            ui.add_space(space::S);
            for line in &self.lines {
                label::ink(ui, Type::Name, line);
            }
        })
    }
}
