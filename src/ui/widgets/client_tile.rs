//! A client as a small tile with a patch of paint: to choose from.

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
    accesskit::Role,
    pos2,
    text::{LayoutJob, TextWrapping},
    vec2,
};

use super::{button::paint_icon, focus_ring, tip};
use crate::ui::{
    fonts::Type,
    icon::Icon,
    right_to_left,
    tokens::{Tokens, radius, space},
};

/// The paint on a tile or swatch: its colour, what lies on it, its icon and its word.
#[derive(Clone, Debug)]
pub struct Paint {
    /// The colour.
    pub fill: Color32,
    /// Text and icon on it.
    pub on: Color32,
    /// The icon.
    pub icon: Icon,
    /// The word; empty while hidden.
    pub word: String,
}

/// The height of a tile, in points.
pub const HEIGHT: f32 = 56.0;

/// Shows a client's tile, `width` points wide, with a check mark when chosen.
pub fn show(ui: &mut Ui, width: f32, name: &str, paint: &Paint, chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    let said = if paint.word.is_empty() { name.to_owned() } else { format!("{name}, {}", paint.word) };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &said));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let round = CornerRadius::same(radius::SWATCH);
        let hot = response.hovered() || response.has_focus();
        painter.rect_filled(rect, round, if hot { tokens.rail } else { tokens.sheet });
        let patch = Rect::from_min_size(rect.min, vec2(50.0, HEIGHT));
        painter.rect_filled(patch, CornerRadius { ne: 0, se: 0, ..round }, paint.fill);
        paint_icon(ui, paint.icon, patch.center(), 24.0, paint.on);
        let border = if chosen { Stroke::new(3.0, tokens.ink) } else { Stroke::new(1.0, tokens.edge) };
        painter.rect_stroke(rect, round, border, StrokeKind::Inside);
        let left = patch.right() + space::S;
        // The check mark stands on the lower line, so that it takes no room from the name where there are two.
        let (upper, lower) = match paint.word.as_str() {
            "" => (rect.center().y, rect.center().y),
            _ => (rect.center().y - 9.0, rect.center().y + 10.0),
        };
        let room = |y: f32| {
            let check = if chosen && y >= lower { 34.0 } else { space::S };
            (rect.right() - check - left).max(10.0)
        };
        elided(ui, pos2(left, upper), room(upper), Type::Strong, name, tokens.ink);
        elided(ui, pos2(left, lower), room(lower), Type::Small, &paint.word, tokens.soft);
        if chosen {
            paint_icon(ui, Icon::Check, pos2(rect.right() - 22.0, lower), 18.0, tokens.ink);
        }
    }
    focus_ring::paint(ui, &response, rect, radius::SWATCH);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// One line of text from a point at its left middle, cut off with an ellipsis when it is too long; where it ends.
pub fn elided(ui: &Ui, left_middle: egui::Pos2, width: f32, kind: Type, text: &str, color: Color32) -> f32 {
    elided_rows(ui, left_middle, width, 1, kind, text, color).right()
}

/// At most so many lines of text from a point at their left middle, cut off with an ellipsis when it is too long; where
/// they are.
pub fn elided_rows(
    ui: &Ui,
    left_middle: egui::Pos2,
    width: f32,
    rows: usize,
    kind: Type,
    text: &str,
    color: Color32,
) -> Rect {
    let galley = galley_of_rows(ui, width, rows, kind, text, color);
    let place = Align2::LEFT_CENTER.anchor_size(left_middle, galley.size());
    tell_whole(ui, place, &galley);
    ui.painter().galley(place.min, galley, color);
    place
}

/// One line of text laid out, cut off with an ellipsis when it is too long.
pub fn elided_galley(ui: &Ui, width: f32, kind: Type, text: &str, color: Color32) -> Arc<Galley> {
    galley_of_rows(ui, width, 1, kind, text, color)
}

/// At most so many lines of text laid out, cut off with an ellipsis when it is too long.
pub fn galley_of_rows(
    ui: &Ui,
    width: f32,
    rows: usize,
    kind: Type,
    text: &str,
    color: Color32,
) -> Arc<Galley> {
    let line = |text: &str| {
        LayoutJob::simple_singleline(right_to_left::as_drawn(text).into_owned(), kind.font(), color)
    };
    let mut job = line(text);
    // egui breaks lines from left to right only.
    let is_turned = right_to_left::has_right_to_left(text);
    if is_turned {
        // The end of a name from right to left is at its left, where egui cuts nothing off.
        let mut kept = text.trim_end();
        while ui.painter().layout_job(job.clone()).size().x > width
            && let Some((shorter, _)) = kept.rsplit_once(' ')
        {
            kept = shorter;
            job = line(&format!("… {kept}"));
        }
    }
    job.wrap = if rows == 1 || is_turned {
        TextWrapping::truncate_at_width(width)
    } else {
        TextWrapping { max_width: width, max_rows: rows, ..TextWrapping::default() }
    };
    ui.painter().layout_job(job)
}

/// What was cut off is shown whole when pointed at.
pub fn tell_whole(ui: &Ui, place: Rect, galley: &Galley) {
    if galley.elided {
        // By its place: the same words can stand twice on a screen.
        let id = ui.scope_id().with(("cut off", place.min.x.to_bits(), place.min.y.to_bits()));
        tip::show(ui.interact(place, id, Sense::hover()), galley.text());
    }
}
