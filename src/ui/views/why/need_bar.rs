//! What the month asks, as a bar of the four paints.

use egui::{Align2, CornerRadius, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    domain::{money::Cents, money_share, pots::PotKind},
    ui::{
        fonts::Type,
        paint::pot_key,
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, on_pot},
        widgets::label,
    },
};

/// Draws the bar; what does not fit in it stands under it.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, parts: &[(PotKind, Cents)]) {
    let tokens = Tokens::of(ui);
    let theme = if ui.visuals().dark_mode { egui::Theme::Dark } else { egui::Theme::Light };
    let total: Cents = parts.iter().map(|(_, size)| *size).sum();
    if total <= Cents::ZERO {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    let mut left = rect.left();
    let mut under = Vec::new();
    let mut said = Vec::new();
    let shown: Vec<_> = parts.iter().filter(|(_, size)| *size > Cents::ZERO).collect();
    let equal = 1.0 / f32::from(u8::try_from(shown.len()).unwrap_or(1).max(1));
    for (index, (kind, size)) in shown.iter().enumerate() {
        // The parts say amounts too.
        let share = if scene.hides(Private::Amount) { equal } else { money_share(*size, total) };
        let width = rect.width() * share;
        let part = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        left += width;
        let first = if index == 0 { 12 } else { 0 };
        let last = if index + 1 == shown.len() { 12 } else { 0 };
        let round = CornerRadius { nw: first, sw: first, ne: last, se: last };
        ui.painter().rect_filled(part, round, tokens.pot(*kind));
        let text = format!("{} {}", scene.say(pot_key(*kind)), scene.amount(*size));
        let color = on_pot(theme);
        let galley = ui.painter().layout_no_wrap(text.clone(), Type::SmallStrong.font(), color);
        if galley.size().x + 12.0 <= part.width() {
            let place = Align2::LEFT_CENTER.anchor_size(part.left_center() + vec2(8.0, 0.0), galley.size());
            ui.painter().galley(place.min, galley, color);
        } else {
            under.push(text.clone());
        }
        said.push(text);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.join(", ")));
    if !under.is_empty() {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| {
            label::soft_over(ui, Type::Small, under.join(" · "));
        });
    }
}
