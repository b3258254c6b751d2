//! The corner at the top right: whether the book is safe, undo, redo, the list, the eye.

use egui::{Align, Layout, Ui};

use crate::{
    app::{problem_words, saver::SaveStatus, session::Keeping},
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{button, label},
    },
};

/// Draws the head of a screen: words at the left, the corner at the right.
pub fn head(ui: &mut Ui, scene: &mut Scene<'_>, title: &str) {
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            buttons(ui, scene);
            ui.add_space(space::XS);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let safe = safety(scene);
                let wide = ui.available_width() > 420.0;
                let soft = Tokens::of(ui).soft;
                let title = egui::RichText::new(title).font(Type::Body.font_of_size(19.0)).color(soft);
                ui.add(egui::Label::new(title).truncate());
                if wide && let Some(text) = safe {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        label::soft(ui, Type::Small, text);
                    });
                }
            });
        });
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    // From right to left; Tab goes the same way as they are added, so they are few.
    let (eye, eye_words) = if scene.hidden {
        (Icon::EyeSlash, scene.say("corner-show"))
    } else {
        (Icon::Eye, scene.say("corner-hide"))
    };
    if button::icon_button(ui, eye, &eye_words).clicked() {
        scene.push(Action::TogglePrivacy);
    }
    let history = scene.session.history();
    let (can_undo, can_redo) = (!history.done().is_empty(), !history.undone().is_empty());
    if can_undo || can_redo {
        let words = scene.say("corner-changes");
        if button::icon_button(ui, Icon::ClockBack, &words).clicked() {
            scene.open(SheetKind::Changes);
        }
    }
    if can_redo {
        let words = scene.say("corner-redo");
        if button::icon_button(ui, Icon::Redo, &words).clicked() {
            scene.push(Action::Redo);
        }
    }
    let words = scene.say("corner-undo");
    if button::icon_button_enabled(ui, Icon::Undo, &words, can_undo).clicked() {
        scene.push(Action::Undo);
    }
}

/// "Bewaard om 14:03", or what stands in the way of it.
fn safety(scene: &Scene<'_>) -> Option<String> {
    match scene.session.keeping() {
        Keeping::Nowhere => None,
        Keeping::ReadOnly => Some(scene.say("saved-read-only")),
        Keeping::File(saver) => Some(match saver.status() {
            SaveStatus::Clean => scene.say("saved"),
            SaveStatus::Saved(at) => {
                scene.with("saved-at", &[("time", (&at.format("%H:%M").to_string()).into())])
            }
            SaveStatus::Waiting => scene.say("saved-waiting"),
            SaveStatus::Failed(problem) => {
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
