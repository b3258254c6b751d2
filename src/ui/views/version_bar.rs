//! The bar that says which version is looked at, with the ways on: an earlier one, a file in the book's place that is
//! asked about, or what was known of the book instead.

use chrono::NaiveDateTime;
use egui::{Frame, Id, Key, Margin, Panel, Popup, Ui};

use crate::{
    app::file_question::FileQuestion,
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        scene::Scene,
        tokens::Tokens,
        widgets::{at_right::at_right, button::Button, foot, label},
    },
};

/// From this width on, everything is on one line, in points.
const WIDE: f32 = 760.0;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// An earlier version, kept at this time.
    Version(NaiveDateTime),
    /// The file in the book's place, about which something is asked.
    File {
        /// Whether it was edited by hand, or else is older than what was last known.
        is_by_hand: bool,
        /// Whether there is something to look at instead.
        has_known: bool,
    },
    /// What was known, instead of that file; whether that was edited by hand.
    Known(bool),
}

impl Shown {
    /// For what was known, instead of the file about which this is asked.
    pub fn known(question: Option<&FileQuestion>) -> Self {
        Self::Known(question.is_some_and(FileQuestion::is_by_hand))
    }

    /// For the file about which this is asked.
    pub fn of_file(question: &FileQuestion) -> Self {
        Self::File { is_by_hand: question.is_by_hand(), has_known: question.known().is_some() }
    }
}

/// Draws the bar at the top of the window; Esc goes back to what is open, unless a sheet lies over it or something is
/// typed.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, shown: Shown, is_on_top: bool) {
    let is_free = is_on_top
        && !matches!(shown, Shown::File { .. })
        && !ui.text_edit_focused()
        && !Popup::is_any_open(ui);
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
        Shown::File { is_by_hand, .. } => scene.say(if is_by_hand { "by-hand-bar" } else { "older-bar" }),
        Shown::Known(is_by_hand) => scene.say(if is_by_hand { "by-hand-last-bar" } else { "older-last-bar" }),
    };
    Panel::top("version").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        if ui.available_width() >= WIDE {
            ui.horizontal(|ui| {
                label::ink(ui, Type::Body, words);
                at_right(ui, Id::unique("buttons of the version"), |ui| buttons(ui, scene, shown));
            });
        } else {
            label::ink(ui, Type::Body, words);
            foot::show(ui, Id::unique("buttons of the version"), |ui| buttons(ui, scene, shown));
        }
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, shown: Shown) {
    let choose = || Action::Open(SheetKind::FileQuestion);
    let [main, other] = match shown {
        Shown::Version(_) => [
            Some(("version-take-back", Action::TakeBackVersion)),
            Some(("version-back-to-now", Action::BackToNow)),
        ],
        Shown::File { is_by_hand, has_known } => {
            let look = if is_by_hand { "by-hand-look-last" } else { "older-look-last" };
            [Some(("older-choose", choose())), has_known.then_some((look, Action::LookAtKnown))]
        }
        Shown::Known(is_by_hand) => {
            let look = if is_by_hand { "by-hand-look-file" } else { "older-look-older" };
            [Some(("older-choose", choose())), Some((look, Action::BackToNow))]
        }
    };
    for (shown, is_main) in [(other, false), (main, true)] {
        let Some((key, action)) = shown else { continue };
        let words = scene.say(key);
        let button = if is_main { Button::main(&words) } else { Button::quiet(&words) };
        if button.small().show(ui).clicked() {
            scene.push(action);
        }
    }
}
