//! The bar of today.

use egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::tokens::{MOTION, Tokens};

/// A bar filled from 0 to 1, over the whole width; `sentence` is what a screen reader says.
pub fn show(ui: &mut Ui, filled: f32, sentence: &str) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, sentence));
    let time = ui.style().animation_time.min(MOTION);
    let filled = ui.ctx().animate_value_with_time(response.id, filled.clamp(0.0, 1.0), time);
    let round = CornerRadius::same(13);
    let painter = ui.painter();
    painter.rect_filled(rect, round, tokens.track);
    if filled > 0.0 {
        let width = (rect.width() * filled).max(rect.height());
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(width, rect.height())), round, tokens.bar);
    }
    painter.rect_stroke(rect, round, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
}
