//! From whom? Those used last first; search or add another; may be skipped.

use egui::{Id, Key, Ui, vec2};

use crate::{
    app::{command::Payer, overview::Overview},
    domain::{client::Client, fit::Fit, id::Id as RecordId, search},
    ui::{
        fonts::Type,
        scene::Scene,
        widgets::{client_tile, field::Field, label},
    },
};

/// How many tiles stand before the search field.
const TILES: usize = 5;

/// The field in which a client is searched for.
pub fn search_id() -> Id {
    Id::unique("earn search")
}

/// From whom it comes.
#[derive(Debug)]
pub struct PayerChoice {
    chosen: Payer,
    query: String,
}

impl PayerChoice {
    /// Nobody yet, or somebody who is known.
    pub fn new(client: Option<RecordId>) -> Self {
        Self { chosen: client.map_or(Payer::Nobody, Payer::Client), query: String::new() }
    }

    /// What was chosen.
    pub fn payer(&self) -> Payer {
        self.chosen.clone()
    }

    /// Whether nothing is being searched for.
    pub fn settled(&self) -> bool {
        self.query.trim().is_empty()
    }

    /// The client in the book, also when their name was typed as if they were new.
    pub fn client(&self, scene: &Scene<'_>) -> Option<RecordId> {
        match &self.chosen {
            Payer::Nobody => None,
            Payer::Client(id) => Some(*id),
            Payer::New(name) => by_name(scene, name),
        }
    }

    /// Draws the tiles and the search field; whether Enter was used to choose somebody.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        label::soft(ui, Type::Small, scene.say("earn-payer"));
        let width = ui.available_width();
        let columns = if width > 620.0 {
            3.0
        } else if width > 400.0 {
            2.0
        } else {
            1.0
        };
        let gap = 10.0;
        let tile = (width - gap * (columns - 1.0)) / columns - 0.5;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            self.tiles(ui, scene, tile);
            self.search(ui, scene, tile)
        })
        .inner
    }

    fn tiles(&mut self, ui: &mut Ui, scene: &Scene<'_>, width: f32) {
        let overview = std::sync::Arc::clone(&scene.overview);
        for client in self.shown(&overview) {
            let chosen = self.chosen == Payer::Client(client.id);
            let paint = scene.paint(ui, client.fit);
            if client_tile::show(ui, width, &client.name, &paint, chosen).clicked() {
                self.choose(if chosen { Payer::Nobody } else { Payer::Client(client.id) });
            }
        }
        if let Payer::New(name) = &self.chosen {
            let name = name.clone();
            if client_tile::show(ui, width, &name, &scene.paint(ui, Fit::New), true).clicked() {
                self.choose(Payer::Nobody);
            }
        }
        let typed = self.query.trim().to_owned();
        if !typed.is_empty() && by_name(scene, &typed).is_none() {
            let words = scene.with("earn-add-client", &[("name", (&typed).into())]);
            if client_tile::show(ui, width, &words, &scene.paint(ui, Fit::New), false).clicked() {
                self.choose(Payer::New(typed));
            }
        }
    }

    /// Who stands on the tiles: what was searched for, also in the archive, else those used last; the chosen one is
    /// always among them.
    fn shown<'a>(&self, overview: &'a Overview) -> Vec<&'a Client> {
        let query = search::fold(&self.query);
        let mut swatches = overview.last_used();
        if !query.trim().is_empty() {
            swatches.extend(overview.swatches.iter().filter(|swatch| swatch.client.archived));
        }
        let mut clients: Vec<&Client> = swatches
            .into_iter()
            .filter(|swatch| search::matches(&swatch.searchable, &query))
            .map(|swatch| swatch.client.as_ref())
            .collect();
        if let Payer::Client(id) = self.chosen
            && clients.iter().take(TILES).all(|client| client.id != id)
            && let Some(chosen) = overview.swatches.iter().find(|swatch| swatch.client.id == id)
        {
            clients.retain(|client| client.id != id);
            clients.insert(0, chosen.client.as_ref());
        }
        clients.truncate(TILES);
        clients
    }

    fn search(&mut self, ui: &mut Ui, scene: &Scene<'_>, width: f32) -> bool {
        let hint = scene.say("earn-search");
        let response = ui
            .allocate_ui(vec2(width, client_tile::HEIGHT), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    Field::line(&hint).hint(&hint).height(client_tile::HEIGHT).show(
                        ui,
                        search_id(),
                        &mut self.query,
                    )
                })
                .inner
            })
            .inner;
        let entered =
            response.lost_focus() && !self.settled() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            self.choose_typed(scene);
            response.request_focus();
        }
        entered
    }

    /// Enter in the search field takes the first match, or adds who is not there yet.
    fn choose_typed(&mut self, scene: &Scene<'_>) {
        let overview = std::sync::Arc::clone(&scene.overview);
        let typed = self.query.trim().to_owned();
        let first = self.shown(&overview).first().map(|client| client.id);
        self.choose(match by_name(scene, &typed).or(first) {
            Some(id) => Payer::Client(id),
            None => Payer::New(typed),
        });
    }

    fn choose(&mut self, payer: Payer) {
        self.chosen = payer;
        self.query.clear();
    }
}

fn by_name(scene: &Scene<'_>, name: &str) -> Option<RecordId> {
    let folded = search::fold(name.trim());
    scene
        .overview
        .swatches
        .iter()
        .find(|swatch| search::fold(&swatch.client.name) == folded)
        .map(|swatch| swatch.client.id)
}
