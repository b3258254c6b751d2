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
    domain::{
        client::Client, client_money::ClientMoney, fields::ClientField, id::Id as RecordId,
        other_values::Waiting,
    },
    ui::{
        fonts::Type,
        kept::Kept,
        scene::Scene,
        tokens::{Tokens, space},
        views::others,
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
    /// Its incomes beside which another version waits.
    other_incomes: Kept<u64, Vec<RecordId>>,
    all_others: bool,
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
            other_incomes: Kept::default(),
            all_others: false,
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
        let closed = sheet.show_with_band(ctx, &paint, &client.name, self.story.is_searching(), |ui| {
            crossed = self.contents(ui, scene, client, &close);
        });
        closed || crossed
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client, close: &str) -> bool {
        let crossed = self.head.ui(ui, scene, client, close);
        self.others(ui, scene, &[ClientField::Name]);
        if client.archived {
            archived(ui, scene, client);
        }
        self.others(ui, scene, &[ClientField::Archived]);
        self.people.ui(ui, scene, client);
        self.others(ui, scene, &[ClientField::People, ClientField::Address]);
        ui.add_space(space::S);
        feeling::ui(ui, scene, client);
        self.others(ui, scene, &[ClientField::Fit, ClientField::Gut]);
        ui.add_space(space::L);
        let money = self.money.get(scene.session.revision(), || ClientMoney::of(scene.book(), self.id));
        money::ui(ui, scene, self.id, &money, &mut self.show_all);
        let incomes = self.other_incomes.get(scene.session.revision(), || others::incomes_of(scene, self.id));
        others::of_incomes(ui, scene, &incomes, &mut self.all_others);
        ui.add_space(space::L);
        self.story.ui(ui, scene, client);
        self.others(ui, scene, &[ClientField::Met]);
        crossed
    }

    /// What waits beside these fields.
    fn others(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, fields: &[ClientField]) {
        for field in fields {
            others::under(ui, scene, Waiting::Client(self.id, *field), &mut self.all_others);
        }
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
