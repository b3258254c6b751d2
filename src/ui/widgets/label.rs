//! Text.

use egui::{Color32, Label, Response, Ui};

use crate::ui::{fonts::Type, tokens::Tokens};

/// Text in ink.
pub fn ink(ui: &mut Ui, kind: Type, text: impl Into<String>) -> Response {
    let color = Tokens::of(ui).ink;
    coloured(ui, kind, text, color)
}

/// Second text.
pub fn soft(ui: &mut Ui, kind: Type, text: impl Into<String>) -> Response {
    let color = Tokens::of(ui).soft;
    coloured(ui, kind, text, color)
}

/// Text in a colour, wrapped.
pub fn coloured(ui: &mut Ui, kind: Type, text: impl Into<String>, color: Color32) -> Response {
    ui.add(Label::new(kind.text(text).color(color)).wrap())
}

/// Text in ink on one line, cut off with an ellipsis when it does not fit.
pub fn one_line(ui: &mut Ui, kind: Type, text: impl Into<String>) -> Response {
    let color = Tokens::of(ui).ink;
    ui.add(Label::new(kind.text(text).color(color)).truncate())
}
