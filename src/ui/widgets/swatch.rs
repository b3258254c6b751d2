//! A client as a swatch of a paint chart: a coloured top, a white label.

use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{
    button::paint_icon,
    client_tile::{Paint, elided, galley_of_rows, tell_whole},
    focus_ring, soft_shadow,
};
use crate::ui::{
    fonts::Type,
    icon::Icon,
    tokens::{Tokens, radius},
};

/// What stands on a swatch.
#[derive(Clone, Copy)]
pub struct Swatch<'a> {
    /// Whose.
    pub name: &'a str,
    /// The paint.
    pub paint: &'a Paint,
    /// Whether that is earned, and not only expected.
    pub is_earned: bool,
    /// What is due next or came last.
    pub first_line: &'a str,
    /// The day of it, which stays readable when the words before it are too long.
    pub first_day: &'a str,
    /// What is still to get; empty when nothing.
    pub second_line: &'a str,
    /// What a screen reader says; asked for only when there is one.
    pub sentence: &'a dyn Fn() -> String,
}

/// The least width of a swatch, in points.
pub const LEAST_WIDTH: f32 = 196.0;
/// The height of a swatch, in points.
pub const HEIGHT: f32 = 144.0;
const TOP: f32 = 58.0;

impl Swatch<'_> {
    /// Shows it in its place.
    pub fn show(&self, ui: &mut Ui, rect: Rect, id: egui::Id) -> Response {
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, (self.sentence)()));
        if ui.is_rect_visible(rect.expand(16.0)) {
            self.paint(ui, rect, &response);
        } else if response.gained_focus() {
            ui.scroll_to_rect(rect.expand(focus_ring::REACH + 2.0), None);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let tokens = Tokens::of(ui);
        let painter = ui.painter();
        let round = CornerRadius::same(radius::SWATCH);
        let lift = if response.hovered() || response.has_focus() { 2.0 } else { 0.0 };
        let rect = rect.translate(vec2(0.0, -lift));
        painter.add(soft_shadow::around(tokens, rect, radius::SWATCH));
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), TOP));
        // Only a little under the colour: what is hidden takes time without a graphics card, and white would show at the
        // round corners.
        let card = rect.with_min_y(top.bottom() - 1.0);
        painter.rect_filled(card, CornerRadius { nw: 0, ne: 0, ..round }, tokens.sheet);
        painter.rect_filled(top, CornerRadius { sw: 0, se: 0, ..round }, self.paint.fill);
        paint_icon(ui, self.paint.icon, pos2(rect.left() + 28.0, top.center().y), 28.0, self.paint.on);
        let word = painter.layout(
            self.paint.word.clone(),
            Type::SmallStrong.font(),
            self.paint.on,
            (rect.width() - 70.0).max(20.0),
        );
        let place = Align2::RIGHT_CENTER.anchor_size(pos2(rect.right() - 14.0, top.center().y), word.size());
        if word.size().y > TOP {
            painter.with_clip_rect(top.intersect(ui.clip_rect())).galley(place.min, word, self.paint.on);
        } else {
            // Cut off by nothing: what is cut off alike goes to the screen in one piece.
            painter.galley(place.min, word, self.paint.on);
        }
        let left = rect.left() + 14.0;
        let room = rect.width() - 28.0;
        // A long name takes two lines; what stands under it then moves closer together.
        let name = galley_of_rows(ui, room, 2, Type::Name, self.name, tokens.ink);
        let [middle, first, second] =
            if name.rows.len() > 1 { [25.0, 57.0, 74.0] } else { [22.0, 44.0, 65.0] };
        let place = Align2::LEFT_CENTER.anchor_size(pos2(left, top.bottom() + middle), name.size());
        tell_whole(ui, place, &name);
        painter.galley(place.min, name, tokens.ink);
        let y = top.bottom() + first;
        let day = painter.layout_no_wrap(self.first_day.to_owned(), Type::Small.font(), tokens.soft);
        let check = if self.is_earned { 17.0 } else { 0.0 };
        if self.is_earned {
            paint_icon(ui, Icon::Check, pos2(left + 6.0, y), 13.0, tokens.soft);
        }
        let words = (room - day.size().x - check).max(0.0);
        let end = elided(ui, pos2(left + check, y), words, Type::Small, self.first_line, tokens.soft);
        painter.galley(pos2(end, y - day.size().y / 2.0), day, tokens.soft);
        elided(ui, pos2(left, top.bottom() + second), room, Type::SmallStrong, self.second_line, tokens.ink);
        focus_ring::paint(ui, response, rect, radius::SWATCH);
    }
}
