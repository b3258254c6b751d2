//! The bar that says which version is looked at, with the ways on: an earlier one, an older file in the book's place, or
//! what was last known of it.

use chrono::NaiveDateTime;
use egui::{Frame, Key, Margin, Panel, Popup, Ui};

use crate::ui::{
    action::{Action, SheetKind},
    fonts::Type,
    scene::Scene,
    tokens::{Tokens, space},
    widgets::{button::Button, label},
};

/// From this width on, everything is on one line, in points.
const WIDE: f32 = 760.0;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// An earlier version, kept at this time.
    Version(NaiveDateTime),
    /// The file in the book's place, which is older than what was last known.
    Older,
    /// What was last known, instead of the older file.
    LastKnown,
}

/// Draws the bar at the top of the window; Esc goes back to what is open, unless a sheet lies over it or something is
/// typed.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, shown: Shown, is_on_top: bool) {
    let is_free = is_on_top && shown != Shown::Older && !ui.text_edit_focused() && !Popup::is_any_open(ui);
    if is_free && ui.input(|input| input.key_pressed(Key::Escape)) {
        scene.push(Action::BackToNow);
    }
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.track).inner_margin(Margin::symmetric(18, 8));
    let words = match shown {
        Shown::Version(at) => {
            let (day, time) = (scene.day_long(at.date()), at.format("%H:%M").to_string());
            scene.with("version-bar", &[("day", (&day).into()), ("time", (&time).into())])
        }
        Shown::Older => scene.say("older-bar"),
        Shown::LastKnown => scene.say("older-last-bar"),
    };
    Panel::top("version").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        if ui.available_width() >= WIDE {
            ui.horizontal(|ui| {
                label::ink(ui, Type::Body, words);
                ui.add_space(space::M);
                buttons(ui, scene, shown);
            });
        } else {
            label::ink(ui, Type::Body, words);
            ui.horizontal_wrapped(|ui| buttons(ui, scene, shown));
        }
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, shown: Shown) {
    let choose = || Action::Open(SheetKind::Older);
    let [main, other] = match shown {
        Shown::Version(_) => {
            [("version-take-back", Action::TakeBackVersion), ("version-back-to-now", Action::BackToNow)]
        }
        Shown::Older => [("older-choose", choose()), ("older-look-last", Action::LookAtLastKnown)],
        Shown::LastKnown => [("older-choose", choose()), ("older-look-older", Action::BackToNow)],
    };
    for ((key, action), is_main) in [(main, true), (other, false)] {
        let words = scene.say(key);
        let button = if is_main { Button::main(&words) } else { Button::quiet(&words) };
        if button.small().show(ui).clicked() {
            scene.push(action);
        }
    }
}
