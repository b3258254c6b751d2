//! A thin line between two rows.

use egui::{Sense, Stroke, Ui, vec2};

use crate::ui::tokens::Tokens;

/// Draws it over the whole width.
pub fn show(ui: &mut Ui) {
    let color = Tokens::of(ui).line;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, color));
}
