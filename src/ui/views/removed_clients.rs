//! Clients who were taken out of the book: they can be brought back, or erased for ever.

use egui::{Context, Id, Ui};

use crate::{
    app::command::Command,
    domain::{book::Book, client::Client, search},
    ui::{
        action::SheetKind,
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, hairline, label, sheet::Sheet},
    },
};

/// The list of them.
#[derive(Debug)]
pub struct RemovedClientsSheet;

/// Those who were taken out, by name.
pub fn removed(book: &Book) -> Vec<&Client> {
    let mut clients: Vec<&Client> = book.lineage.removed_clients.iter().map(AsRef::as_ref).collect();
    clients.sort_by_cached_key(|client| (search::fold(&client.name), client.id));
    clients
}

impl RemovedClientsSheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("removed-title"), scene.say("close"));
        let sheet =
            Sheet { id: Id::unique("removed clients"), title: Some(&title), close: &close, width: 680.0 };
        sheet.show(ctx, |ui| {
            let clients = removed(scene.session.book());
            let key = if clients.is_empty() { "removed-none" } else { "removed-help" };
            label::soft(ui, Type::Body, scene.say(key));
            ui.add_space(space::S);
            for (index, client) in clients.into_iter().enumerate() {
                if index > 0 {
                    ui.add_space(space::XXS);
                    hairline::show(ui);
                    ui.add_space(space::XXS);
                }
                line(ui, scene, client);
            }
        })
    }
}

fn line(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    let incomes = scene.book().incomes_of(client.id).count();
    label::ink(ui, Type::Strong, &client.name);
    if incomes > 0 {
        label::soft(ui, Type::Small, scene.with("removed-incomes", &[("count", incomes.into())]));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let name = [("client", (&client.name).into())];
        let (back, back_name) = (scene.say("removed-back"), scene.with("removed-back-name", &name));
        if Button::quiet(&back).small().named(&back_name).show(ui).clicked() {
            scene.send(Command::BringBack(client.id));
        }
        let (erase, erase_name) = (scene.say("removed-erase"), scene.with("removed-erase-name", &name));
        if Button::quiet(&erase).small().named(&erase_name).show(ui).clicked() {
            scene.open(SheetKind::EraseClient(client.id));
        }
    });
}
