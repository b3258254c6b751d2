//! Buttons: one main one a screen, the others quiet.

use egui::{
    Align, Color32, CornerRadius, CursorIcon, FontSelection, Rect, Response, RichText, Sense, Stroke,
    StrokeKind, TextWrapMode, Ui, UiBuilder, Vec2, WidgetInfo, WidgetText, accesskit::Role, pos2,
    text::LayoutJob, vec2,
};

use super::{focus_ring, tip};
use crate::ui::{
    fonts::{self, Type},
    icon::Icon,
    right_to_left,
    tokens::{Tokens, radius, space},
};

/// How loud a button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loudness {
    Main,
    Quiet,
    Bare,
}

/// A button with words, and an icon before them if there is one.
#[derive(Clone, Debug)]
#[must_use = "a button does nothing until it is shown"]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    loudness: Loudness,
    small: bool,
    enabled: bool,
    accessible_name: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// The one main button of a screen.
    pub const fn main(text: &'a str) -> Self {
        Self::new(text, Loudness::Main)
    }

    /// Any other button.
    pub const fn quiet(text: &'a str) -> Self {
        Self::new(text, Loudness::Quiet)
    }

    /// A button without a border: a line of a list, something in a corner.
    pub const fn bare(text: &'a str) -> Self {
        Self::new(text, Loudness::Bare)
    }

    const fn new(text: &'a str, loudness: Loudness) -> Self {
        Self { text, icon: None, loudness, small: false, enabled: true, accessible_name: None }
    }

    /// With an icon before the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// As small as a chip.
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Greyed out when not.
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// What a screen reader says, when the words alone do not say enough.
    pub const fn named(mut self, name: &'a str) -> Self {
        self.accessible_name = Some(name);
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let (height, padding, kind): (f32, f32, Type) = match (self.small, self.loudness) {
            (true, _) => (32.0, 14.0, Type::Small),
            (false, Loudness::Main) => (44.0, 20.0, Type::Strong),
            (false, _) => (44.0, 18.0, Type::Body),
        };
        let icon_size = kind.size() + 3.0;
        let icon_room = if self.icon.is_some() { icon_size + space::XS } else { 0.0 };
        let most = (ui.available_width() - 2.0 * padding - icon_room).max(24.0);
        let galley = WidgetText::from(RichText::new(right_to_left::as_drawn(self.text))).into_galley(
            ui,
            Some(TextWrapMode::Wrap),
            most,
            FontSelection::FontId(kind.font()),
        );
        let size =
            vec2(galley.size().x + icon_room + 2.0 * padding, height.max(galley.size().y + 2.0 * space::XS));
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let name = self.accessible_name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, name));
        if ui.is_rect_visible(rect) {
            let hot = self.enabled && (response.hovered() || response.has_focus());
            let pressed = response.is_pointer_button_down_on();
            let (fill, border, text) = match self.loudness {
                Loudness::Main if !self.enabled => (tokens.track, Color32::TRANSPARENT, tokens.soft),
                Loudness::Main if hot => {
                    (tokens.ink.gamma_multiply(0.88), Color32::TRANSPARENT, tokens.on_ink)
                }
                Loudness::Main => (tokens.ink, Color32::TRANSPARENT, tokens.on_ink),
                Loudness::Quiet if !self.enabled => (Color32::TRANSPARENT, tokens.line, tokens.soft),
                Loudness::Quiet if pressed => (tokens.track, tokens.edge, tokens.ink),
                Loudness::Quiet if hot => (tokens.rail, tokens.edge, tokens.ink),
                Loudness::Quiet => (tokens.sheet, tokens.edge, tokens.ink),
                Loudness::Bare if hot => (tokens.track, Color32::TRANSPARENT, tokens.ink),
                Loudness::Bare => (Color32::TRANSPARENT, Color32::TRANSPARENT, tokens.ink),
            };
            let corner = if self.small { 16 } else { radius::BUTTON };
            ui.painter().rect(
                rect,
                CornerRadius::same(corner),
                fill,
                Stroke::new(1.0, border),
                StrokeKind::Inside,
            );
            let mut at = pos2(rect.left() + padding, rect.center().y);
            if let Some(icon) = self.icon {
                let place = Rect::from_center_size(at + vec2(icon_size / 2.0, 0.0), Vec2::splat(icon_size));
                paint_icon(ui, icon, place.center(), icon_size, text);
                at.x += icon_room;
            }
            ui.painter().galley_with_override_text_color(at - vec2(0.0, galley.size().y / 2.0), galley, text);
        }
        focus_ring::paint(ui, &response, rect, if self.small { 16 } else { radius::BUTTON });
        if self.enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }
}

/// A round button with only an icon; `name` is said by screen readers and shown when pointed at.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    icon_button_enabled(ui, icon, name, true)
}

/// As [`icon_button`], greyed out when not enabled.
pub fn icon_button_enabled(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let tokens = Tokens::of(ui);
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(36.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        if enabled && (response.hovered() || response.has_focus()) {
            ui.painter().circle_filled(rect.center(), 18.0, tokens.track);
        }
        let color = if enabled { tokens.ink } else { tokens.edge };
        paint_icon(ui, icon, rect.center(), 23.0, color);
    }
    focus_ring::paint(ui, &response, rect, 18);
    let response = if enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
    tip::show(response, name)
}

/// As [`icon_button`], within a line of text that it makes no higher than `height`.
pub fn icon_button_in_line(ui: &mut Ui, icon: Icon, name: &str, height: f32) -> Response {
    let (_, place) = ui.allocate_space(vec2(36.0, height));
    let rect = Rect::from_center_size(place.center(), Vec2::splat(36.0));
    icon_button(&mut ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect)), icon, name)
}

/// Underlined words that lead somewhere.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::single_section(
        text.to_owned(),
        egui::TextFormat {
            font_id: Type::Body.font(),
            color: tokens.ink,
            underline: Stroke::new(1.0, tokens.ink),
            valign: Align::Center,
            ..Default::default()
        },
    );
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x, galley.size().y.max(32.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    if ui.is_rect_visible(rect) {
        let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.ink);
    }
    focus_ring::paint(ui, &response, rect, radius::SMALL);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Paints an icon around a point.
pub fn paint_icon(ui: &Ui, icon: Icon, center: egui::Pos2, size: f32, color: Color32) {
    ui.painter().text(center, egui::Align2::CENTER_CENTER, icon.letter(), fonts::icons(size), color);
}
