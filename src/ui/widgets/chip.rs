//! Chips: small rounded choices.

use egui::{
    Color32, CornerRadius, CursorIcon, FontSelection, Response, RichText, Sense, Stroke, StrokeKind,
    TextWrapMode, Ui, WidgetInfo, WidgetText, accesskit::Role, pos2, vec2,
};

use super::{button::paint_icon, focus_ring};
use crate::ui::{
    fonts::Type,
    icon::Icon,
    right_to_left,
    tokens::{Tokens, space},
};

/// A small rounded choice that is chosen or not.
#[derive(Clone, Debug)]
#[must_use = "a chip does nothing until it is shown"]
pub struct Chip<'a> {
    text: &'a str,
    chosen: bool,
    paint: Option<(Color32, Color32, Icon)>,
    icon: Option<Icon>,
    accessible_name: Option<&'a str>,
}

impl<'a> Chip<'a> {
    /// A choice with these words.
    pub const fn new(text: &'a str, chosen: bool) -> Self {
        Self { text, chosen, paint: None, icon: None, accessible_name: None }
    }

    /// With a dot of paint before the words, and the paint's icon in it.
    pub const fn paint(mut self, fill: Color32, on: Color32, icon: Icon) -> Self {
        self.paint = Some((fill, on, icon));
        self
    }

    /// With an icon behind the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
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
        let padding = 14.0;
        let before = if self.paint.is_some() { 20.0 + space::XS } else { 0.0 };
        let after = if self.icon.is_some() { 14.0 + space::XXS } else { 0.0 };
        let most = (ui.available_width() - 2.0 * padding - before - after).max(24.0);
        let galley = WidgetText::from(RichText::new(right_to_left::as_drawn(self.text))).into_galley(
            ui,
            Some(TextWrapMode::Wrap),
            most,
            FontSelection::FontId(Type::Small.font()),
        );
        let size = vec2(galley.size().x + before + after + 2.0 * padding, (galley.size().y + 14.0).max(32.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = self.accessible_name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.chosen, name));
        if ui.is_rect_visible(rect) {
            let hot = response.hovered() || response.has_focus();
            let (fill, border, text) = if self.chosen {
                (tokens.ink, tokens.ink, tokens.on_ink)
            } else if hot {
                (tokens.rail, tokens.ink, tokens.ink)
            } else {
                (tokens.sheet, tokens.edge, tokens.ink)
            };
            ui.painter().rect(
                rect,
                CornerRadius::same(16),
                fill,
                Stroke::new(1.0, border),
                StrokeKind::Inside,
            );
            let mut at = pos2(rect.left() + padding, rect.center().y);
            if let Some((fill, on, icon)) = self.paint {
                let center = at + vec2(8.0, 0.0);
                ui.painter().circle_filled(center, 10.0, fill);
                paint_icon(ui, icon, center, 14.0, on);
                at.x += before - 2.0;
            }
            let width = galley.size().x;
            ui.painter().galley_with_override_text_color(at - vec2(0.0, galley.size().y / 2.0), galley, text);
            if let Some(icon) = self.icon {
                paint_icon(ui, icon, at + vec2(width + space::XXS + 7.0, 0.0), 14.0, text);
            }
        }
        focus_ring::paint(ui, &response, rect, 16);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// A choice between a few, as chips in a row that wraps; the new choice when one was clicked.
pub fn choice<T: Copy + PartialEq>(ui: &mut Ui, now: T, options: &[(T, String)]) -> Option<T> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (option, text) in options {
            if Chip::new(text, *option == now).show(ui).clicked() && *option != now {
                chosen = Some(*option);
            }
        }
    });
    chosen
}
