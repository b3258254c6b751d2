//! Text.

use egui::{Color32, Label, Response, Ui};

use super::spoken;
use crate::ui::{fonts::Type, right_to_left, tokens::Tokens};

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

/// Text in a colour, wrapped; what looks like a heading is one.
pub fn coloured(ui: &mut Ui, kind: Type, text: impl Into<String>, color: Color32) -> Response {
    let text = text.into();
    let drawn = right_to_left::as_drawn(&text);
    let turned = drawn != text;
    let response = ui.add(Label::new(kind.text(drawn).color(color)).wrap());
    if matches!(kind, Type::Title | Type::Heading) {
        spoken::heading(ui, &response, &text);
    } else if turned {
        spoken::words(ui, &response, &text);
    }
    response
}

/// The words of a field or a group of choices, which a screen reader says with those.
pub fn over(ui: &mut Ui, kind: Type, text: impl Into<String>) -> Response {
    let response = ink(ui, kind, text);
    spoken::only_for_eyes(ui, &response);
    response
}

/// As [`over`], in second text.
pub fn soft_over(ui: &mut Ui, kind: Type, text: impl Into<String>) -> Response {
    let response = soft(ui, kind, text);
    spoken::only_for_eyes(ui, &response);
    response
}

/// Text in ink on one line, cut off with an ellipsis when it does not fit.
pub fn one_line(ui: &mut Ui, kind: Type, text: impl Into<String>) -> Response {
    let color = Tokens::of(ui).ink;
    ui.add(Label::new(kind.text(text).color(color)).truncate())
}
