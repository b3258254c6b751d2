//! White cards and quiet boxes.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Shape, Ui};

use super::soft_shadow;
use crate::ui::tokens::{Tokens, radius};

/// A white card with a soft shadow.
pub fn card<R>(ui: &mut Ui, margin: i8, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui);
    let shadow = ui.painter().add(Shape::Noop);
    let shown = Frame::new()
        .fill(tokens.sheet)
        .corner_radius(CornerRadius::same(radius::SHEET))
        .inner_margin(Margin::same(margin))
        .show(ui, contents);
    ui.painter().set(shadow, soft_shadow::around(tokens, shown.response.rect, radius::SHEET));
    shown
}

/// A quiet box with a word of advice or a question.
pub fn quiet_box<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.rail)
        .corner_radius(CornerRadius::same(radius::BUTTON))
        .inner_margin(Margin::symmetric(18, 12))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui)
        })
}
