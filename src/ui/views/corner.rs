//! The corner at the top right: whether the book is safe, undo, redo, the list, the eye.

use egui::{Align, Id, Layout, Ui, vec2};

use crate::{
    app::{problem_words, saver::SaveStatus, session::Keeping},
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{at_right::at_right, button, label},
    },
};

/// Draws the head of a screen: words at the left, the corner at the right.
pub fn head(ui: &mut Ui, scene: &mut Scene<'_>, title: &str) {
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        let (wide, roomy) = (ui.available_width() > 560.0, ui.available_width() > 1050.0);
        let title = egui::RichText::new(title).font(Type::Body.font_of_size(19.0)).color(Tokens::of(ui).soft);
        let room = vec2((ui.available_width() - 4.0 * 40.0).max(60.0), 36.0);
        let title = egui::Label::new(title).truncate();
        if wide {
            ui.add(title);
        } else {
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| ui.add(title));
        }
        at_right(ui, Id::unique("corner"), |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            // What stands in the way of saving can be a long sentence; the bar below or a sheet says all of it.
            let fits = |text: &str| text.chars().count() < if roomy { 90 } else { 30 };
            if let Some(text) = safety(scene).filter(|_| wide) {
                let is_safe = scene.session.save_status().is_none_or(|status| status.is_safe());
                let short = if is_safe { "saved" } else { "saved-not-yet" };
                label::soft(ui, Type::Small, if fits(&text) { text } else { scene.say(short) });
                ui.add_space(space::XXS);
            }
            buttons(ui, scene);
        });
    });
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
    let (eye, words) = if scene.hidden {
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
