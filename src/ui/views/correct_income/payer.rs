//! From whom an income is.

use egui::{Id, Key, Ui};

use crate::{
    domain::{
        id::Id as RecordId,
        income::Income,
        search::{self, Meant},
        swatches::Swatch,
    },
    ui::{
        day_words::capital,
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{chip::Chip, client_tile, field::Field, label, spoken},
    },
};

/// How many clients are shown to choose from.
const SHOWN: usize = 6;

/// The field in which a client is searched for.
pub fn search_id(income: &Income) -> Id {
    Id::unique(("correct client", income.id))
}

/// What is searched for.
#[derive(Debug, Default)]
pub struct Payer {
    query: String,
    /// Whether it has to be said whom the typed name means.
    asked: bool,
}

impl Payer {
    /// Takes the one whom the typed name means; false when only the person knows who that is, which is asked then.
    pub fn settle(&mut self, scene: &Scene<'_>, income: &mut Income) -> bool {
        match self.meant(scene) {
            Meant::Nothing => {}
            Meant::One(id) => self.choose(income, Some(id)),
            Meant::Unsure => self.asked = true,
        }
        !self.asked
    }

    /// Whether something is being searched for.
    pub fn is_searching(&self) -> bool {
        !self.query.trim().is_empty()
    }

    fn meant(&self, scene: &Scene<'_>) -> Meant {
        search::meant(scene.overview.swatches.iter().map(|swatch| swatch.client.as_ref()), &self.query)
    }

    fn choose(&mut self, income: &mut Income, client: Option<RecordId>) {
        income.client = client;
        *self = Self::default();
    }

    /// Draws the choice; whether Enter just chose somebody.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, income: &mut Income) -> bool {
        let question = scene.say("correct-client");
        label::over(ui, Type::Strong, &question);
        spoken::group(ui, &question, |ui| self.choices(ui, scene, income))
    }

    fn choices(&mut self, ui: &mut Ui, scene: &Scene<'_>, income: &mut Income) -> bool {
        let overview = std::sync::Arc::clone(&scene.overview);
        let known = income.client.filter(|id| scene.client(*id).is_some());
        let mut entered = false;
        let search = scene.say("correct-client-search");
        ui.horizontal_wrapped(|ui| {
            let nobody = known.is_none() && !self.is_searching();
            if Chip::new(&capital(&scene.say("no-client")), nobody).show(ui).clicked() {
                self.choose(income, None);
            }
            if !overview.swatches.is_empty() {
                let id = search_id(income);
                let width = ui.available_width().min(260.0);
                let response = Field::line(&search).hint(&search).width(width).show(ui, id, &mut self.query);
                self.asked &= !response.changed();
                entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            }
        });
        let query = search::fold(&self.query);
        let looking = !query.trim().is_empty();
        if entered && looking {
            self.settle(scene, income);
        }
        let found: Vec<&Swatch> = if self.is_searching() {
            overview
                .swatches
                .iter()
                .filter(|swatch| search::matches(&swatch.searchable, &query))
                .take(SHOWN)
                .collect()
        } else {
            shown(&overview.last_used(), &overview.swatches, income.client)
        };
        if self.asked {
            let words = scene.with("correct-client-who", &[("name", self.query.trim().into())]);
            label::ink(ui, Type::Body, words);
        } else if found.is_empty() && looking {
            label::soft(ui, Type::Small, scene.say("correct-client-none"));
        }
        // A name that means one client counts as it stands there.
        let now = match self.meant(scene) {
            Meant::Nothing => income.client,
            Meant::One(id) => Some(id),
            Meant::Unsure => None,
        };
        if let Some(chosen) = tiles(ui, scene, &found, now) {
            self.choose(income, Some(chosen));
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
