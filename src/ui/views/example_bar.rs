//! The bar that says that this is an example, with the way out.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::ui::{
    action::Action,
    fonts::Type,
    scene::Scene,
    tokens::Tokens,
    widgets::{button::Button, label},
};

/// Draws the bar at the top of the window.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.track).inner_margin(Margin::symmetric(18, 8));
    Panel::top("example").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            label::ink(ui, Type::Small, scene.say("example-bar"));
            let words = scene.say("example-leave");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Button::quiet(&words).small().show(ui).clicked() {
                    scene.push(Action::LeaveExample);
                }
            });
        });
    });
}
