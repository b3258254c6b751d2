//! The settings: one calm page of cards, and always in sight what today is by them.

mod computer;
mod costs;
mod days;
mod days_off;
mod figure;
mod file;
mod holidays;
mod own_words;
mod plan;
mod row;
mod stepper;

use egui::{ScrollArea, Ui};

use super::{corner, others};
use crate::{
    domain::figure::DayState,
    ui::{
        day_words,
        fonts::Type,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{focus_ring, label, page::in_the_middle, scroll},
    },
};

/// The widest that a card gets, in points.
const WIDEST: f32 = 860.0;

/// What the page remembers: what is being added, and what was just copied.
#[derive(Debug, Default)]
pub struct SettingsState {
    costs: costs::CostsState,
    days_off: days_off::DaysOffState,
    file: file::FileState,
}

impl SettingsState {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        in_the_middle(ui, 10.0, |ui| {
            let title = scene.say("settings-title");
            corner::head(ui, scene, &title);
            label::ink(ui, Type::Strong, today_line(scene));
            others::waiting(ui, scene);
            ui.add_space(space::XS);
        });
        scroll::show(ui, ScrollArea::vertical().id_salt("settings").auto_shrink(false), |ui| {
            in_the_middle(ui, 8.0, |ui| {
                ui.scope(|ui| {
                    ui.set_max_width(ui.available_width().min(WIDEST));
                    ui.spacing_mut().item_spacing.y = space::XS;
                    plan::ui(ui, scene, &mut self.costs);
                    days::ui(ui, scene, &mut self.days_off);
                    figure::ui(ui, scene);
                    own_words::ui(ui, scene);
                    computer::ui(ui, scene);
                    file::ui(ui, scene, &mut self.file);
                });
                ui.add_space(96.0);
            });
            ui.add_space(focus_ring::REACH);
        });
    }
}

/// What today is now, so that each change is felt at once.
fn today_line(scene: &Scene<'_>) -> String {
    let daily = &scene.overview.daily;
    match daily.state {
        DayState::NoWorkWeek => scene.say("settings-today-no-week"),
        DayState::Free { next } => {
            let free = scene.say("settings-today-free");
            next.map_or_else(|| free.clone(), |next| format!("{free} {}", day_words::next_day(scene, next)))
        }
        DayState::EnoughThisMonth if !scene.hides(Private::Verdict) => {
            let month = scene.month(daily.need.month);
            scene.with("settings-today-enough", &[("month", (&month).into())])
        }
        DayState::EnoughThisMonth | DayState::EnoughToday | DayState::ToEarn { .. } => {
            scene.with("settings-today", &[("amount", (&scene.amount(daily.figure)).into())])
        }
    }
}
