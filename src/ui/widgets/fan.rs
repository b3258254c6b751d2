//! The five swatches fanned out: the sign of the house.

use egui::{CornerRadius, Rect, Sense, Shape, Ui, epaint::RectShape, pos2, vec2};

use crate::{domain::fit::Fit, ui::tokens::Tokens};

/// Five swatches fanned out, as a paint chart is.
pub fn show(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(120.0, 48.0), Sense::hover());
    let order = [Fit::Top, Fit::Fine, Fit::New, Fit::Watch, Fit::LetGo];
    for (place, fit) in (0_u8..).zip(order) {
        let middle = f32::from(place) - 2.0;
        let center = pos2(rect.left() + 16.0 + 22.0 * f32::from(place), rect.center().y);
        let swatch = Rect::from_center_size(center, vec2(26.0, 40.0));
        let shape = RectShape::filled(swatch, CornerRadius::same(6), tokens.fit(fit))
            .with_angle(middle * 0.11 - if place == 0 { 0.06 } else { 0.0 });
        ui.painter().add(Shape::Rect(shape));
    }
}
