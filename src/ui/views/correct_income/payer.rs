//! From whom an income is.

use egui::{Id, Key, Ui};

use crate::{
    domain::{id::Id as RecordId, income::Income, search, swatches::Swatch},
    ui::{
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{chip::Chip, client_tile, field::Field, label},
    },
};

/// How many clients are shown to choose from.
const SHOWN: usize = 6;

/// What is searched for.
#[derive(Debug, Default)]
pub struct Payer {
    query: String,
}

impl Payer {
    /// Draws the choice; whether Enter just chose somebody.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, income: &mut Income) -> bool {
        label::ink(ui, Type::Strong, scene.say("correct-client"));
        let overview = std::sync::Arc::clone(&scene.overview);
        let known = income.client.filter(|id| scene.client(*id).is_some());
        let mut entered = false;
        let search = scene.say("correct-client-search");
        ui.horizontal_wrapped(|ui| {
            if Chip::new(&scene.say("no-client"), known.is_none()).show(ui).clicked() {
                income.client = None;
            }
            if !overview.swatches.is_empty() {
                let id = Id::unique(("correct client", income.id));
                let width = ui.available_width().min(260.0);
                let response = Field::line(&search).hint(&search).width(width).show(ui, id, &mut self.query);
                entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            }
        });
        let query = search::fold(&self.query);
        let looking = !query.trim().is_empty();
        let found: Vec<&Swatch> = if looking {
            overview
                .swatches
                .iter()
                .filter(|swatch| search::matches(&swatch.searchable, &query))
                .take(SHOWN)
                .collect()
        } else {
            shown(&overview.last_used(), &overview.swatches, known)
        };
        if entered
            && looking
            && let Some(first) = found.first()
        {
            income.client = Some(first.client.id);
            self.query.clear();
        }
        if found.is_empty() && looking {
            label::soft(ui, Type::Small, scene.say("correct-client-none"));
        }
        if let Some(chosen) = tiles(ui, scene, &found, income.client) {
            income.client = Some(chosen);
            self.query.clear();
        }
        entered
    }
}

/// The chosen client first, then those last used.
fn shown<'a>(last_used: &[&'a Swatch], all: &'a [Swatch], known: Option<RecordId>) -> Vec<&'a Swatch> {
    let chosen = all.iter().find(|swatch| Some(swatch.client.id) == known);
    let others = last_used.iter().copied().filter(|swatch| Some(swatch.client.id) != known);
    chosen.into_iter().chain(others).take(SHOWN).collect()
}

fn tiles(ui: &mut Ui, scene: &Scene<'_>, swatches: &[&Swatch], now: Option<RecordId>) -> Option<RecordId> {
    let all = ui.available_width();
    let (columns, count) = if all >= 560.0 {
        (3, 3.0)
    } else if all >= 380.0 {
        (2, 2.0)
    } else {
        (1, 1.0)
    };
    let width = (all - (count - 1.0) * space::XS) / count;
    let mut clicked = None;
    for row in swatches.chunks(columns) {
        ui.horizontal(|ui| {
            for swatch in row {
                let client = &swatch.client;
                let chosen = now == Some(client.id);
                if client_tile::show(ui, width, &client.name, &scene.paint(ui, client.fit), chosen).clicked()
                {
                    clicked = Some(client.id);
                }
            }
        });
    }
    clicked
}
