//! A new client: only a name, the rest comes later on the card.

use egui::{Context, Id, Key, Ui};

use crate::{
    domain::{id::Id as RecordId, search},
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{
            button::Button,
            client_tile,
            field::Field,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// What was typed so far.
#[derive(Debug, Default)]
pub struct AddClientSheet {
    name: String,
    focused: bool,
    asked: bool,
    known: Option<RecordId>,
}

impl AddClientSheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("add-client-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("add client"), title: Some(&title), close: &close, width: 520.0 };
        let mut cancelled = false;
        let holds = !self.name.trim().is_empty();
        let mut entered = false;
        let closed = sheet.show_with_foot(ctx, holds, |ui, part| match part {
            Part::Middle => entered = self.contents(ui, scene),
            Part::Foot => cancelled = self.buttons(ui, scene, entered),
        });
        closed || cancelled
    }

    /// Draws the field; whether Enter was pressed in it.
    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let name = scene.say("add-client-name");
        let hint = scene.say("add-client-hint");
        label::soft_over(ui, Type::Small, &name);
        let response = Field::line(&name).hint(&hint).show(ui, field_id(), &mut self.name);
        if !std::mem::replace(&mut self.focused, true) {
            response.request_focus();
        }
        if response.changed() {
            let folded = search::fold(self.name.trim());
            self.known = (!folded.is_empty())
                .then(|| {
                    scene.overview.swatches.iter().find(|swatch| search::fold(&swatch.client.name) == folded)
                })
                .flatten()
                .map(|swatch| swatch.client.id);
            self.asked = false;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let known = self.known.and_then(|id| scene.client(id));
        if let Some(client) = known {
            ui.add_space(space::XS);
            label::ink(ui, Type::Body, scene.with("add-client-known", &[("name", (&client.name).into())]));
            let paint = scene.paint(ui, client.fit);
            if client_tile::show(ui, ui.available_width(), &client.name, &paint, false).clicked() {
                scene.push(Action::Close);
                scene.open(SheetKind::Client(client.id));
            }
        } else if self.asked {
            label::ink(ui, Type::Small, scene.say("add-client-empty"));
        }
        entered
    }

    /// Draws the buttons; whether it was called off.
    fn buttons(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, entered: bool) -> bool {
        let is_known = self.known.is_some_and(|id| scene.client(id).is_some());
        let add = scene.say(if is_known { "add-client-still" } else { "add-client-add" });
        let cancelled = Button::quiet(&scene.say("not-now")).show(ui).clicked();
        let clicked = Button::main(&add).show(ui).clicked();
        // Enter never makes a second client of the same name by accident.
        if clicked || (entered && !is_known) {
            if self.name.trim().is_empty() {
                self.asked = true;
                ui.memory_mut(|memory| memory.request_focus(field_id()));
            } else {
                scene.push(Action::AddClient(self.name.clone()));
            }
        }
        cancelled
    }
}

fn field_id() -> Id {
    Id::unique("new client")
}
