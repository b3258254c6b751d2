//! How a setting lies on the page: a card a subject, a label and its control.

use egui::{Ui, vec2};

use crate::ui::{
    fonts::Type,
    tokens::space,
    widgets::{card, chip::Chip, label, spoken},
};

/// From this width on a label stands to the left of its control, in points.
const SIDE_BY_SIDE: f32 = 560.0;
/// The width of such a label, in points.
const LABEL: f32 = 232.0;

/// A card with a heading.
pub fn section(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui)) {
    let margin = if ui.available_width() < SIDE_BY_SIDE { 18 } else { 28 };
    card::card(ui, margin, |ui| {
        ui.set_width(ui.available_width());
        label::ink(ui, Type::Heading, title);
        ui.add_space(space::XS);
        contents(ui);
    });
    ui.add_space(space::S);
}

/// A question with what it is about, and the choices or buttons that answer it: beside each other where there is room,
/// else one under the other.
pub fn row(ui: &mut Ui, name: &str, help: Option<&str>, control: impl FnOnce(&mut Ui)) {
    field(ui, name, help, |ui| spoken::group(ui, name, control));
}

/// As [`row`], for a control that says its name itself.
pub fn field(ui: &mut Ui, name: &str, help: Option<&str>, control: impl FnOnce(&mut Ui)) {
    let words = |ui: &mut Ui| {
        label::over(ui, Type::Strong, name);
        if let Some(help) = help {
            label::soft(ui, Type::Small, help);
        }
    };
    ui.add_space(space::S);
    if ui.available_width() < SIDE_BY_SIDE {
        words(ui);
        ui.add_space(space::XXS);
        control(ui);
    } else {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(LABEL, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(LABEL);
                    ui.spacing_mut().item_spacing.y = space::XXS;
                    ui.add_space(space::XXS);
                    words(ui);
                });
            });
            ui.add_space(space::M);
            ui.vertical(control);
        });
    }
    ui.add_space(space::S);
}

/// A choice between a few that each need a sentence; the new choice when one was clicked.
pub fn explained<T: Copy + PartialEq>(ui: &mut Ui, now: T, options: &[(T, String, String)]) -> Option<T> {
    let mut chosen = None;
    for (option, text, sentence) in options {
        if Chip::new(text, *option == now).show(ui).clicked() && *option != now {
            chosen = Some(*option);
        }
        label::soft(ui, Type::Small, sentence);
        ui.add_space(space::XXS);
    }
    chosen
}

/// Off or on, as two chips that a screen reader tells apart by `name`; the new choice when one was clicked.
pub fn switch(ui: &mut Ui, name: &str, now: bool, off_on: &[String; 2]) -> Option<bool> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for (option, text) in [false, true].into_iter().zip(off_on) {
            let said = format!("{name}: {text}");
            if Chip::new(text, option == now).named(&said).show(ui).clicked() && option != now {
                chosen = Some(option);
            }
        }
    });
    chosen
}
