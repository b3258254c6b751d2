//! The notes, and how they became a client.

use egui::{Id, Ui};

use crate::{
    app::command::{ClientEdit, Command},
    domain::{
        client::{Client, Met},
        id::Id as RecordId,
        search::{self, Meant},
    },
    ui::{
        action::SheetKind,
        fonts::Type,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, client_tile, field::Field, label, own_typing},
    },
};

/// How many clients are shown to choose from.
const MATCHES: usize = 4;

/// What is being done on how they met.
#[derive(Debug, Default)]
pub struct Story {
    choosing: bool,
    query: String,
    /// Whether it has to be said whom the typed name means.
    asked: bool,
}

impl Story {
    /// Whether it is being searched through whom somebody came.
    pub fn is_searching(&self) -> bool {
        self.choosing && !self.query.trim().is_empty()
    }

    /// Draws both, side by side where there is room.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
        let width = ui.available_width();
        if width < 620.0 {
            notes(ui, scene, client);
            ui.add_space(space::L);
            self.met(ui, scene, client);
            return;
        }
        let gap = 30.0;
        let left = (width - gap) * 0.565;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| {
                ui.set_width(left);
                ui.spacing_mut().item_spacing.x = space::XS;
                notes(ui, scene, client);
            });
            ui.add_space(gap);
            ui.vertical(|ui| {
                ui.set_width(width - gap - left);
                ui.spacing_mut().item_spacing.x = space::XS;
                self.met(ui, scene, client);
            });
        });
    }

    fn met(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
        label::ink(ui, Type::Heading, scene.say("card-met"));
        ui.add_space(space::XXS);
        let through = client.met.through.and_then(|id| scene.client(id));
        if let Some(other) = through {
            let paint = scene.paint(ui, other.fit);
            if client_tile::show(ui, ui.available_width(), &other.name, &paint, false).clicked() {
                scene.open(SheetKind::Client(other.id));
            }
        } else if !client.met.words.is_empty() && !self.choosing {
            label::ink(ui, Type::Body, client.met.words.as_str());
        }
        let known = through.is_some() || !client.met.words.is_empty();
        if self.choosing {
            self.choose(ui, scene, client, known);
            return;
        }
        if !known {
            label::soft(ui, Type::Body, scene.say("card-met-none"));
        }
        let words = scene.say(if known { "card-met-change" } else { "card-met-add" });
        if Button::quiet(&words).small().show(ui).clicked() {
            *self = Self { choosing: true, ..Self::default() };
            ui.memory_mut(|memory| memory.request_focus(search_id(client)));
        }
    }

    fn choose(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client, known: bool) {
        let search = scene.say("card-met-search");
        let response = Field::line(&search).hint(&search).show(ui, search_id(client), &mut self.query);
        self.asked &= !response.changed();
        for (other, name, fit) in self.matches(scene, client) {
            let paint = scene.paint(ui, fit);
            if client_tile::show(ui, ui.available_width(), &name, &paint, false).clicked() {
                let met = Met { through: Some(other), words: String::new() };
                scene.send(Command::EditClient(client.id, ClientEdit::Met(met)));
                self.choosing = false;
            }
        }
        if self.asked {
            let words = scene.with("correct-client-who", &[("name", self.query.trim().into())]);
            label::ink(ui, Type::Body, words);
        }
        ui.add_space(space::XXS);
        let own = scene.say("card-met-words");
        let id = Id::unique(("met words", client.id));
        if let Some((words, visit)) = Field::line(&own).hint(&own).show_draft(ui, id, &client.met.words) {
            let met = Met { through: None, words };
            scene.send_typed(Command::EditClient(client.id, ClientEdit::Met(met)), visit);
        }
        ui.horizontal_wrapped(|ui| {
            if Button::quiet(&scene.say("card-done")).small().show(ui).clicked() {
                self.done(scene, client);
            }
            if known && Button::bare(&scene.say("card-met-clear")).small().show(ui).clicked() {
                scene.send(Command::EditClient(client.id, ClientEdit::Met(Met::default())));
                self.choosing = false;
            }
        });
    }

    /// Takes the client whom the typed name means, and asks when only the person knows who that is.
    fn done(&mut self, scene: &mut Scene<'_>, client: &Client) {
        let others = scene.overview.swatches.iter().map(|swatch| swatch.client.as_ref());
        match search::meant(others.filter(|other| other.id != client.id), &self.query) {
            Meant::Nothing => self.choosing = false,
            Meant::One(through) => {
                let met = Met { through: Some(through), words: String::new() };
                scene.send(Command::EditClient(client.id, ClientEdit::Met(met)));
                self.choosing = false;
            }
            Meant::Unsure => self.asked = true,
        }
    }

    fn matches(
        &self,
        scene: &Scene<'_>,
        client: &Client,
    ) -> Vec<(RecordId, String, crate::domain::fit::Fit)> {
        let query = search::fold(&self.query);
        if query.trim().is_empty() {
            return Vec::new();
        }
        scene
            .overview
            .swatches
            .iter()
            .filter(|swatch| swatch.client.id != client.id && search::matches(&swatch.searchable, &query))
            .take(MATCHES)
            .map(|swatch| (swatch.client.id, swatch.client.name.clone(), swatch.client.fit))
            .collect()
    }
}

fn notes(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    let name = scene.say("card-notes");
    label::ink(ui, Type::Heading, &name);
    ui.add_space(space::XXS);
    let hint = scene.say("card-notes-hint");
    let id = Id::unique(("client notes", client.id));
    let said = scene.with("card-notes-said", &[("client", (&client.name).into())]);
    // What one types oneself while the eye is closed stays readable while one does.
    let hides = scene.hides(Private::Notes);
    let own = own_typing::is_own(ui, id, &client.notes, hides);
    if hides && !own && !client.notes.is_empty() {
        label::soft(ui, Type::Body, scene.say("card-notes-hidden"));
        return;
    }
    if let Some((text, visit)) = Field::text(&said, 3).hint(&hint).show_draft(ui, id, &client.notes) {
        scene.send_typed(Command::EditClient(client.id, ClientEdit::Notes(text)), visit);
    }
}

/// The field in which it is searched through whom somebody came.
fn search_id(client: &Client) -> Id {
    Id::unique(("met search", client.id))
}
