//! "Mijn woorden": what the five colours are called.

use egui::{Id, Sense, Ui, vec2};

use super::row;
use crate::{
    app::{
        command::{Command, HouseEdit},
        session,
    },
    domain::fit::{Fit, FitWords},
    ui::{
        fonts::Type,
        privacy::Private,
        scene::Scene,
        widgets::{button::paint_icon, field::Field, label},
    },
};

/// Draws the card.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::section(ui, &scene.say("words-title"), |ui| {
        if scene.hides(Private::Colour) {
            label::soft(ui, Type::Body, scene.say("words-hidden"));
            return;
        }
        label::soft(ui, Type::Body, scene.say("words-help"));
        for fit in Fit::ALL {
            one(ui, scene, fit);
        }
    });
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, fit: Fit) {
    let own = &scene.book().house.fit_words;
    let usual = session::fit_word(fit, &FitWords::default(), scene.words());
    let name = scene.with("words-for", &[("colour", (&usual).into())]);
    let now = own.get(fit.index()).map_or("", String::as_str);
    ui.horizontal(|ui| {
        let paint = scene.paint(ui, fit);
        let (rect, _) = ui.allocate_exact_size(vec2(44.0, 40.0), Sense::hover());
        ui.painter().rect_filled(rect, crate::ui::tokens::radius::SMALL, paint.fill);
        paint_icon(ui, paint.icon, rect.center(), 23.0, paint.on);
        let field = Field::line(&name).hint(&usual).width(300.0);
        if let Some((text, visit)) = field.show_draft(ui, Id::unique(("word for", fit)), now) {
            let mut words = own.clone();
            if let Some(word) = words.get_mut(fit.index()) {
                *word = text;
                scene.send_typed(Command::EditHouse(HouseEdit::FitWords(words)), visit);
            }
        }
    });
}
