//! The first screen: one figure, the pots, the swatches.

use egui::{ScrollArea, Ui, vec2};

use super::{clients::ClientsState, corner, figure, pots};
use crate::ui::{
    scene::Scene,
    tokens::space,
    widgets::{focus_ring, page::in_the_middle, scroll},
};

/// What the first screen remembers: what is chosen and searched for, and which month the pots show.
#[derive(Debug, Default)]
pub struct TodayState {
    /// The clients.
    pub clients: ClientsState,
    /// The pots.
    pub pots: pots::PotsState,
}

/// Draws the screen.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut TodayState) {
    in_the_middle(ui, 8.0, |ui| {
        let date = scene.day_long(scene.today());
        corner::head(ui, scene, &date);
    });
    scroll::show(ui, ScrollArea::vertical().auto_shrink(false), |ui| {
        in_the_middle(ui, 0.0, |ui| {
            top(ui, scene, state);
            ui.add_space(space::L);
            state.clients.ui(ui, scene);
            ui.add_space(96.0);
        });
        ui.add_space(focus_ring::REACH);
    });
}

/// The figure and the pots: side by side where there is room, else one under the other.
fn top(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut TodayState) {
    let width = ui.available_width();
    if width < 700.0 {
        figure::ui(ui, scene);
        ui.add_space(space::L);
        state.pots.ui(ui, scene);
        return;
    }
    let pots_width = if width > 1000.0 { 474.0 } else { 360.0 };
    let figure_width = (width - pots_width - space::L).min(560.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(vec2(figure_width, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(figure_width);
                ui.spacing_mut().item_spacing.x = space::XS;
                figure::ui(ui, scene);
            });
        });
        ui.add_space(width - figure_width - pots_width);
        ui.allocate_ui(vec2(pots_width, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(pots_width);
                ui.spacing_mut().item_spacing.x = space::XS;
                state.pots.ui(ui, scene);
            });
        });
    });
}
