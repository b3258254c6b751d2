//! From whom? Those used last first; search or add another; may be skipped.

use egui::{Id, Key, Ui, vec2};

use crate::{
    app::{command::Payer, overview::Overview},
    domain::{
        client::Client,
        fit::Fit,
        id::Id as RecordId,
        search::{self, Meant},
    },
    ui::{
        fonts::Type,
        scene::Scene,
        widgets::{client_tile, field::Field, label, scroll, spoken},
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
    /// Who was known when the sheet opened.
    opened: Payer,
    chosen: Payer,
    query: String,
    /// Whether it has to be said whom the typed name means.
    asked: bool,
    /// Whether Enter chose by the name that was typed.
    by_name: bool,
}

impl PayerChoice {
    /// Nobody yet, or somebody who is known.
    pub fn new(client: Option<RecordId>) -> Self {
        let opened = client.map_or(Payer::Nobody, Payer::Client);
        Self { chosen: opened.clone(), opened, query: String::new(), asked: false, by_name: false }
    }

    /// What was chosen, or typed when that means exactly one; none while only the person knows whom it means.
    pub fn payer(&self, scene: &Scene<'_>) -> Option<Payer> {
        match self.meant(scene) {
            Meant::Nothing => Some(self.chosen.clone()),
            Meant::One(id) => Some(Payer::Client(id)),
            Meant::Unsure => None,
        }
    }

    /// Asks whom the typed name means.
    pub fn ask(&mut self, ui: &Ui) {
        self.asked = true;
        ui.memory_mut(|memory| memory.request_focus(search_id()));
    }

    /// Whether nothing is being searched for.
    pub fn settled(&self) -> bool {
        self.query.trim().is_empty()
    }

    /// Whether somebody was chosen or typed.
    pub fn is_touched(&self) -> bool {
        !self.settled() || self.chosen != self.opened
    }

    /// The client in the book, also when their name was typed as if they were new.
    pub fn client(&self, scene: &Scene<'_>) -> Option<RecordId> {
        match self.payer(scene)? {
            Payer::Nobody => None,
            Payer::Client(id) => Some(id),
            Payer::New(name) => by_name(scene, &name),
        }
    }

    fn meant(&self, scene: &Scene<'_>) -> Meant {
        search::meant(scene.overview.swatches.iter().map(|swatch| swatch.client.as_ref()), &self.query)
    }

    /// Draws the tiles and the search field; whether Enter was used to choose somebody.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let question = scene.say("earn-payer");
        label::soft_over(ui, Type::Small, &question);
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
        let row = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            // First, so that it stays where it is whatever it finds.
            let entered = self.search(ui, scene, tile);
            self.tiles(ui, scene, tile);
            entered
        };
        let entered = spoken::group(ui, &question, |ui| ui.horizontal_wrapped(row));
        if self.asked {
            let words = scene.with("earn-who", &[("name", self.query.trim().into())]);
            label::ink(ui, Type::Body, words);
        }
        entered.inner
    }

    fn tiles(&mut self, ui: &mut Ui, scene: &Scene<'_>, width: f32) {
        let overview = std::sync::Arc::clone(&scene.overview);
        let payer = self.payer(scene);
        for client in self.shown(&overview, payer.as_ref()) {
            let chosen = payer == Some(Payer::Client(client.id));
            let paint = scene.paint(ui, client.fit);
            let tile = client_tile::show(ui, width, &client.name, &paint, chosen);
            if chosen {
                self.reveal(ui, client.id, &tile);
            }
            if tile.clicked() {
                self.choose(if chosen { Payer::Nobody } else { Payer::Client(client.id) });
            }
        }
        if let Some(Payer::New(name)) = payer {
            let tile = client_tile::show(ui, width, &name, &scene.paint(ui, Fit::New), true);
            self.reveal(ui, &name, &tile);
            if tile.clicked() {
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

    /// Who was chosen by name is seen to be, also where the tiles lie below the edge.
    fn reveal(&self, ui: &Ui, who: impl egui::AsIdSalt, tile: &egui::Response) {
        if self.by_name {
            scroll::reveal(ui, egui::Id::unique("chosen by name").with(who), tile.rect.expand(8.0));
        }
    }

    /// Who stands on the tiles: what was searched for, also in the archive, else those used last; the chosen one is
    /// always among them.
    fn shown<'a>(&self, overview: &'a Overview, payer: Option<&Payer>) -> Vec<&'a Client> {
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
        if let Some(Payer::Client(id)) = payer
            && clients.iter().take(TILES).all(|client| client.id != *id)
            && let Some(chosen) = overview.swatches.iter().find(|swatch| swatch.client.id == *id)
        {
            clients.retain(|client| client.id != *id);
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
        if response.changed() {
            self.asked = false;
        }
        let entered =
            response.lost_focus() && !self.settled() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            self.choose_typed(scene);
            self.by_name = true;
            response.request_focus();
        }
        entered
    }

    /// Enter in the search field takes the one it means, or adds who is not there yet.
    fn choose_typed(&mut self, scene: &Scene<'_>) {
        let overview = std::sync::Arc::clone(&scene.overview);
        match self.meant(scene) {
            Meant::Nothing => {}
            Meant::One(id) => self.choose(Payer::Client(id)),
            Meant::Unsure if self.shown(&overview, None).is_empty() => {
                self.choose(Payer::New(self.query.trim().to_owned()));
            }
            Meant::Unsure => self.asked = true,
        }
    }

    fn choose(&mut self, payer: Payer) {
        self.chosen = payer;
        self.query.clear();
        (self.asked, self.by_name) = (false, false);
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
