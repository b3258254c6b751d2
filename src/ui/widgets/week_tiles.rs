//! The seven days of the week as tiles.

use egui::{
    Align2, CornerRadius, CursorIcon, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2,
};

use super::focus_ring;
use crate::{
    app::{date_words, words::Words},
    domain::work_week::WorkWeek,
    ui::{
        fonts::Type,
        tokens::{Tokens, radius},
    },
};

/// The seven days as tiles; the week as it is after a click.
pub fn show(ui: &mut Ui, week: WorkWeek, words: &Words) -> WorkWeek {
    let mut after = week;
    let gap = 6.0;
    let width = ((ui.available_width() - 6.0 * gap) / 7.0).clamp(24.0, 52.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for day in WorkWeek::DAYS {
            let works = week.has(day);
            let short = date_words::weekday_short(day, words.language());
            let long = date_words::weekday(day, words.language());
            let tokens = Tokens::of(ui);
            let (rect, response) = ui.allocate_exact_size(vec2(width, 50.0), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, works, &long));
            let (fill, text) = if works { (tokens.ink, tokens.on_ink) } else { (tokens.track, tokens.ink) };
            let corner = radius::SWATCH;
            ui.painter().rect_filled(rect, CornerRadius::same(corner), fill);
            if !works {
                let edge = Stroke::new(1.0, tokens.edge);
                ui.painter().rect_stroke(rect, CornerRadius::same(corner), edge, StrokeKind::Inside);
            }
            // Two letters are enough to know a day by, where there is no room for three.
            let short: String = short.chars().take(if width < 34.0 { 2 } else { 3 }).collect();
            let size = if width < 30.0 { 12.5 } else { 15.5 };
            ui.painter().text(
                rect.center(),
                Align2::CENTER_CENTER,
                short,
                Type::Strong.font_of_size(size),
                text,
            );
            focus_ring::paint(ui, &response, rect, corner);
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                after = after.with(day, !works);
            }
        }
    });
    after
}
