//! A row of a list that is one large button, and lists of thousands of rows.

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::{
    client_tile::{elided_galley, tell_whole},
    focus_ring,
};
use crate::ui::{
    fonts::Type,
    tokens::{Tokens, radius},
};

/// How far out of sight rows are still drawn, so that the keyboard can walk on.
const NEAR: f32 = 400.0;

/// A row of a list that is one large button.
#[derive(Clone, Copy, Debug)]
pub struct ListRow<'a> {
    /// Its place in egui's memory.
    pub id: Id,
    /// Its height, in points.
    pub height: f32,
    /// Whether it asks attention.
    pub tinted: bool,
    /// What a screen reader says.
    pub sentence: &'a str,
}

impl ListRow<'_> {
    /// Shows it over the whole width; `paint` puts the words in it. What lies on it can be a button of its own.
    pub fn show(self, ui: &mut Ui, paint: impl FnOnce(&Ui, Rect)) -> Response {
        let tokens = Tokens::of(ui);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.height));
        let response = ui.interact(rect, self.id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.sentence));
        if ui.is_rect_visible(rect) {
            let hot = response.hovered() || response.has_focus();
            let fill = match (hot, self.tinted) {
                (true, _) => tokens.rail,
                (false, true) => tokens.tint,
                (false, false) => Color32::TRANSPARENT,
            };
            ui.painter().rect_filled(rect, CornerRadius::same(radius::SMALL), fill);
            ui.painter().hline(
                rect.x_range().shrink(radius::SMALL.into()),
                rect.bottom(),
                Stroke::new(1.0, tokens.line),
            );
            paint(ui, rect);
        }
        focus_ring::paint(ui, &response, rect, radius::SMALL);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// One line of text that ends at a point at its right middle; how wide it is.
pub fn right(ui: &Ui, right_middle: egui::Pos2, width: f32, kind: Type, text: &str, color: Color32) -> f32 {
    let galley = elided_galley(ui, width, kind, text, color);
    let place = Align2::RIGHT_CENTER.anchor_size(pos2(right_middle.x, right_middle.y), galley.size());
    tell_whole(ui, place, &galley);
    ui.painter().galley(place.min, galley, color);
    place.width()
}

/// Shows only the items near to what is in sight, and leaves the room of the others free.
pub fn only_near<T>(ui: &mut Ui, items: &[T], height: impl Fn(&T) -> f32, mut show: impl FnMut(&mut Ui, &T)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let sight = ui.clip_rect().y_range().expand(NEAR);
        let mut top = ui.cursor().top();
        let mut skipped = 0.0;
        for item in items {
            let tall = height(item);
            if top + tall < sight.min || top > sight.max {
                skipped += tall;
            } else {
                ui.add_space(std::mem::take(&mut skipped));
                show(ui, item);
            }
            top += tall;
        }
        ui.add_space(skipped);
    });
}
