//! Erasing a client for ever: what goes, what stays, and that there is no way back.

use egui::{Context, Id};

use crate::{
    domain::id::Id as RecordId,
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{
            button::Button,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// The only question before a deed, as it is the only one without undo.
#[derive(Debug)]
pub struct EraseSheet {
    client: RecordId,
    started: bool,
}

impl EraseSheet {
    /// Asks about a client.
    pub const fn new(client: RecordId) -> Self {
        Self { client, started: false }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let book = scene.book();
        let known = book.clients.get(self.client).or_else(|| book.lineage.removed_clients.get(self.client));
        let Some(client) = known else { return true };
        let title = scene.with("erase-title", &[("client", (&client.name).into())]);
        let close = scene.say("close");
        let id = Id::unique(("erase client", self.client));
        let sheet = Sheet { id, title: Some(&title), close: &close, width: 600.0 };
        let mut called_off = false;
        let closed = sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                let not_now = Button::quiet(&scene.say("not-now")).show(ui);
                // Enter by mistake costs nothing.
                if !std::mem::replace(&mut self.started, true) {
                    not_now.request_focus();
                }
                called_off = not_now.clicked();
                if Button::main(&scene.say("erase-do")).show(ui).clicked() {
                    scene.push(Action::Erase(self.client));
                }
                return;
            }
            for key in ["erase-goes", "erase-goes-everywhere", "erase-copies", "erase-stays"] {
                label::ink(ui, Type::Body, scene.say(key));
                ui.add_space(space::XXS);
            }
            label::ink(ui, Type::Strong, scene.say("erase-no-undo"));
        });
        closed || called_off
    }
}
