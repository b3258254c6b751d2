//! The bar that says which earlier version is looked at, with the two ways on.

use chrono::NaiveDateTime;
use egui::{Frame, Key, Margin, Panel, Popup, Ui};

use crate::ui::{
    action::Action,
    fonts::Type,
    scene::Scene,
    tokens::{Tokens, space},
    widgets::{button::Button, label},
};

/// From this width on, everything is on one line, in points.
const WIDE: f32 = 760.0;

/// Draws the bar at the top of the window; Esc goes back to now, unless a sheet lies over it or something is typed.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, at: NaiveDateTime, is_on_top: bool) {
    let is_free = is_on_top && !ui.text_edit_focused() && !Popup::is_any_open(ui);
    if is_free && ui.input(|input| input.key_pressed(Key::Escape)) {
        scene.push(Action::BackToNow);
    }
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.track).inner_margin(Margin::symmetric(18, 8));
    let (day, time) = (scene.day_long(at.date()), at.format("%H:%M").to_string());
    let words = scene.with("version-bar", &[("day", (&day).into()), ("time", (&time).into())]);
    Panel::top("version").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        if ui.available_width() >= WIDE {
            ui.horizontal(|ui| {
                label::ink(ui, Type::Body, words);
                ui.add_space(space::M);
                buttons(ui, scene);
            });
        } else {
            label::ink(ui, Type::Body, words);
            ui.horizontal_wrapped(|ui| buttons(ui, scene));
        }
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    if Button::main(&scene.say("version-take-back")).small().show(ui).clicked() {
        scene.push(Action::TakeBackVersion);
    }
    if Button::quiet(&scene.say("version-back-to-now")).small().show(ui).clicked() {
        scene.push(Action::BackToNow);
    }
}
