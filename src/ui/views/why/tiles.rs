//! The days still to come this month: a click makes one free, or a working day again.

use egui::{
    Align2, CornerRadius, CursorIcon, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use chrono::Datelike;

use crate::{
    app::date_words,
    domain::{Day, explanation::DayTile},
    ui::{
        fonts::Type,
        scene::Scene,
        tokens::{Tokens, radius},
        widgets::{focus_ring, tip},
    },
};

const SIZE: f32 = 46.0;

/// Draws the tiles; the day that was clicked, and whether it should be worked.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, days: &[DayTile], proposed: Option<Day>) -> Option<(Day, bool)> {
    let mut clicked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for tile in days {
            if one(ui, scene, *tile, proposed == Some(tile.day)) {
                clicked = Some((tile.day, !tile.works));
            }
        }
    });
    clicked
}

fn one(ui: &mut Ui, scene: &Scene<'_>, tile: DayTile, proposed: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (area, response) = ui.allocate_exact_size(vec2(SIZE, SIZE + 20.0), Sense::click());
    let day = scene.day_long(tile.day);
    let key = if tile.works { "why-tile-works" } else { "why-tile-free" };
    let said = scene.with(key, &[("day", (&day).into())]);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, tile.works, &said));
    let rect = egui::Rect::from_min_size(pos2(area.left(), area.top() + 20.0), vec2(SIZE, SIZE));
    let painter = ui.painter();
    painter.text(
        pos2(rect.center().x, area.top() + 8.0),
        Align2::CENTER_CENTER,
        date_words::weekday_short(tile.day.weekday(), scene.language()),
        Type::Small.font_of_size(12.5),
        tokens.soft,
    );
    let round = CornerRadius::same(radius::SWATCH);
    let (fill, text) = match (tile.works, tile.is_today) {
        (true, true) => (tokens.ink, tokens.on_ink),
        (true, false) => (tokens.track, tokens.ink),
        (false, _) => (tokens.sheet, tokens.soft),
    };
    painter.rect_filled(rect, round, fill);
    if !tile.works {
        painter.extend(dashed(rect, Stroke::new(1.0, tokens.edge)));
    }
    if proposed || response.hovered() {
        painter.rect_stroke(rect, round, Stroke::new(2.0, tokens.ink), StrokeKind::Inside);
    }
    let kind = if tile.works { Type::SmallStrong } else { Type::Small };
    painter.text(rect.center(), Align2::CENTER_CENTER, tile.day.day(), kind.font_of_size(14.5), text);
    focus_ring::paint(ui, &response, rect, radius::SWATCH);
    tip::show(response.on_hover_cursor(CursorIcon::PointingHand), said).clicked()
}

/// A dashed rounded border.
fn dashed(rect: egui::Rect, stroke: Stroke) -> Vec<Shape> {
    let corner = f32::from(radius::SWATCH);
    let rect = rect.shrink(0.5);
    let mut points = Vec::new();
    let corners = [
        (pos2(rect.right() - corner, rect.top() + corner), -0.25),
        (pos2(rect.right() - corner, rect.bottom() - corner), 0.0),
        (pos2(rect.left() + corner, rect.bottom() - corner), 0.25),
        (pos2(rect.left() + corner, rect.top() + corner), 0.5),
    ];
    for (center, turn) in corners {
        for step in 0..=6_u8 {
            let angle = (turn + f32::from(step) / 24.0) * std::f32::consts::TAU;
            points.push(center + corner * vec2(angle.cos(), angle.sin()));
        }
    }
    points.extend(points.first().copied());
    Shape::dashed_line(&points, stroke, 4.0, 3.0)
}
