//! A client's card: a swatch opened, its colour at the side.

mod feeling;
mod head;
mod money;
mod people;
mod story;

pub use money::is_paid;

use egui::{Context, Id, Ui};

use crate::{
    app::command::{ClientEdit, Command},
    domain::{client::Client, client_money::ClientMoney, id::Id as RecordId},
    ui::{
        fonts::Type,
        kept::Kept,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{button::Button, label, sheet::Sheet},
    },
};

/// The card of one client, with what is being done on it.
#[derive(Debug)]
pub struct ClientSheet {
    id: RecordId,
    head: head::Head,
    people: people::People,
    story: story::Story,
    money: Kept<u64, ClientMoney>,
    show_all: bool,
}

impl ClientSheet {
    /// The card of a client.
    pub fn new(id: RecordId) -> Self {
        Self {
            id,
            head: head::Head::default(),
            people: people::People::default(),
            story: story::Story::default(),
            money: Kept::default(),
            show_all: false,
        }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        // Undo can take away the client that was just added.
        let Some(client) = scene.client(self.id) else { return true };
        let close = scene.say("close");
        let id = Id::unique(("client card", self.id));
        let sheet = Sheet { id, title: None, close: &close, width: 1060.0 };
        let mut crossed = false;
        let paint = scene.paint_in(Tokens::of_theme(ctx.theme()), client.fit);
        let closed =
            sheet.show_with_band(ctx, &paint, |ui| crossed = self.contents(ui, scene, client, &close));
        closed || crossed
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client, close: &str) -> bool {
        let crossed = self.head.ui(ui, scene, client, close);
        if client.archived {
            archived(ui, scene, client);
        }
        self.people.ui(ui, scene, client);
        ui.add_space(space::S);
        feeling::ui(ui, scene, client);
        ui.add_space(space::L);
        let money = self.money.get(scene.session.revision(), || ClientMoney::of(scene.book(), self.id));
        money::ui(ui, scene, self.id, &money, &mut self.show_all);
        ui.add_space(space::L);
        self.story.ui(ui, scene, client);
        crossed
    }
}

/// Says that they were put away, and how to take them back.
fn archived(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    ui.horizontal_wrapped(|ui| {
        label::soft(ui, Type::Body, scene.say("card-archived"));
        if Button::quiet(&scene.say("card-take-back")).small().show(ui).clicked() {
            scene.send(Command::EditClient(client.id, ClientEdit::Archived(false)));
        }
    });
}
