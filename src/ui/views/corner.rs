//! The corner at the top right: whether the book is safe, undo, redo, the list, the eye.

use egui::{Id, Ui};

use crate::{
    app::{problem_words, saver::SaveStatus, session::Keeping},
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{at_right::at_right, button, label, spoken},
    },
};

/// The room for one button of the corner, in points.
const BUTTON: f32 = 40.0;

/// Draws the head of a screen: words at the left, the corner at the right.
pub fn head(ui: &mut Ui, scene: &mut Scene<'_>, title: &str) {
    let words = title;
    let font = Type::Body.font_of_size(19.0);
    let all = ui.available_width();
    let said = safety_in(scene, all);
    let width = |text: &str, font: egui::FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x
    };
    let beside = said.as_deref().map_or(0.0, |said| width(said, Type::Small.font()) + space::XS);
    let fits = width(title, font.clone()) + space::M + beside + count(scene) * BUTTON <= all;
    let title = egui::RichText::new(title).font(font).color(Tokens::of(ui).soft);
    if fits {
        ui.horizontal(|ui| {
            ui.set_min_height(36.0);
            let title = ui.add(egui::Label::new(title).extend());
            spoken::heading(ui, &title, words);
            at_right(ui, Id::unique("corner"), |ui| {
                ui.spacing_mut().item_spacing.x = space::XXS;
                if let Some(text) = said {
                    label::soft(ui, Type::Small, text);
                    ui.add_space(space::XXS);
                }
                buttons(ui, scene);
            });
        });
        return;
    }
    // Nothing is cut off: the words take as many lines as they need.
    let room = all - count(scene) * BUTTON;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(room.max(60.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let title = ui.add(egui::Label::new(title).wrap());
            spoken::heading(ui, &title, words);
            if let Some(text) = safety_in(scene, room) {
                label::soft(ui, Type::Small, text);
            }
        });
        ui.spacing_mut().item_spacing.x = space::XXS;
        buttons(ui, scene);
    });
}

/// What is said about safety in a corner of this width. What stands in the way of saving can be a long sentence; the bar
/// below or a sheet says all of it.
fn safety_in(scene: &Scene<'_>, width: f32) -> Option<String> {
    let text = safety(scene)?;
    let fits = text.chars().count() < if width > 1050.0 { 90 } else { 30 };
    if fits {
        return Some(text);
    }
    let is_asked = matches!(scene.session.keeping(), Keeping::Asking);
    let is_safe = !is_asked && scene.session.save_status().is_none_or(|status| status.is_safe());
    Some(scene.say(if is_safe { "saved" } else { "saved-not-yet" }))
}

/// How many buttons the corner has now.
fn count(scene: &Scene<'_>) -> f32 {
    let history = scene.session.history();
    match (history.done().is_empty(), history.undone().is_empty()) {
        (true, true) => 2.0,
        (false, true) => 3.0,
        (_, false) => 4.0,
    }
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    let history = scene.session.history();
    let (can_undo, can_redo) = (!history.done().is_empty(), !history.undone().is_empty());
    let words = scene.say("corner-undo");
    if button::icon_button_enabled(ui, Icon::Undo, &words, can_undo).clicked() {
        scene.push(Action::Undo);
    }
    if can_redo {
        let words = scene.say("corner-redo");
        if button::icon_button(ui, Icon::Redo, &words).clicked() {
            scene.push(Action::Redo);
        }
    }
    if can_undo || can_redo {
        let words = scene.say("corner-changes");
        if button::icon_button(ui, Icon::ClockBack, &words).clicked() {
            scene.open(SheetKind::Changes);
        }
    }
    let (eye, words) = if scene.eye.is_closed() {
        (Icon::EyeSlash, scene.say("corner-show"))
    } else {
        (Icon::Eye, scene.say("corner-hide"))
    };
    if button::icon_button(ui, eye, &words).clicked() {
        scene.push(Action::TogglePrivacy);
    }
}

/// "Bewaard om 14:03", or what stands in the way of it.
fn safety(scene: &Scene<'_>) -> Option<String> {
    match scene.session.keeping() {
        Keeping::Nowhere => None,
        Keeping::ReadOnly => Some(scene.say("saved-read-only")),
        Keeping::Asking => Some(scene.say("saved-asking")),
        Keeping::File(saver) => Some(match saver.status() {
            SaveStatus::Clean => scene.say("saved"),
            SaveStatus::Saved(at) => {
                scene.with("saved-at", &[("time", (&at.format("%H:%M").to_string()).into())])
            }
            SaveStatus::Waiting if scene.is_slow => scene.say("saved-slow"),
            SaveStatus::Waiting => scene.say("saved-waiting"),
            SaveStatus::Asking => scene.say("saved-asking"),
            SaveStatus::Failed(problem) | SaveStatus::Unproven(problem) => {
                let why = problem_words::sentence(&problem, scene.words());
                scene.with("saved-not", &[("why", (&why).into())])
            }
            SaveStatus::Beside(path) => {
                let name =
                    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                scene.with("saved-beside", &[("file", (&name).into())])
            }
        }),
    }
}
