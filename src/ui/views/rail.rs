//! The rail at the left: only what exists.

use egui::{
    Align2, CornerRadius, CursorIcon, Frame, Margin, Panel, Rect, Response, Sense, Stroke, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use crate::ui::{
    action::{Action, Screen},
    fonts::Type,
    icon::Icon,
    scene::Scene,
    tokens::{Tokens, radius},
    widgets::{button::paint_icon, focus_ring, soft_shadow, spoken},
};

/// Draws the rail; `now` is the screen that is shown, `behind` whether a sheet lies over it.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, now: Screen, behind: bool) {
    let tokens = Tokens::of(ui);
    let narrow = ui.ctx().content_rect().width() < 760.0;
    let (width, side) = if narrow { (84.0, 3) } else { (96.0, 8) };
    let above = if narrow { 10 } else { 20 };
    let frame = Frame::new().fill(tokens.rail).inner_margin(Margin::symmetric(side, above));
    Panel::left("rail").exact_size(width).resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            spoken::panel(ui, Role::Navigation, &scene.say("rail-name"));
            if behind {
                spoken::silent_panel(ui);
            }
            let line = ui.max_rect().expand2(vec2(side.into(), above.into()));
            ui.painter().with_clip_rect(line).vline(
                line.right() - 0.5,
                line.y_range(),
                Stroke::new(1.0, tokens.line),
            );
            let mut entry = |ui: &mut Ui, rect: Rect, screen: Screen, icon: Icon| {
                let words = scene.say(screen.words());
                if tab(ui, rect, icon, &words, screen == now).clicked() {
                    scene.push(Action::Show(screen));
                }
            };
            let area = ui.max_rect();
            let height = 64.0;
            let top = Rect::from_min_size(area.min, vec2(area.width(), height));
            entry(ui, top, Screen::Today, Icon::SunHorizon);
            let bottom = Rect::from_min_size(pos2(area.left(), area.bottom() - height), top.size());
            entry(ui, bottom, Screen::Settings, Icon::Sliders);
        },
    );
}

fn tab(ui: &mut Ui, rect: Rect, icon: Icon, words: &str, chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(words), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, words));
    let round = CornerRadius::same(radius::SWATCH);
    if chosen {
        ui.painter().add(soft_shadow::around(tokens, rect, radius::SWATCH));
        ui.painter().rect_filled(rect, round, tokens.sheet);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, round, tokens.track);
    }
    paint_icon(ui, icon, rect.center() - vec2(0.0, 11.0), 25.0, tokens.ink);
    let (kind, color) = if chosen { (Type::SmallStrong, tokens.ink) } else { (Type::Small, tokens.soft) };
    ui.painter().text(
        rect.center() + vec2(0.0, 16.0),
        Align2::CENTER_CENTER,
        words,
        kind.font_of_size(12.5),
        color,
    );
    focus_ring::paint(ui, &response, rect, radius::SWATCH);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
