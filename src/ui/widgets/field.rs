//! Fields for words.

use egui::{CornerRadius, Frame, Id, Margin, Response, Stroke, TextEdit, Ui, Vec2};

use super::{draft::Draft, focus_ring};
use crate::{
    app::history::Visit,
    domain::client::{LONGEST_LINE, LONGEST_TEXT},
    ui::{
        fonts::Type,
        tokens::{Tokens, radius},
    },
};

/// How a field looks and is called.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// What a screen reader calls it.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// How wide, in points; never wider than there is room.
    pub width: f32,
    /// The least height, in points.
    pub height: f32,
    /// One line, or this many.
    pub rows: usize,
}

impl<'a> Field<'a> {
    /// A field of one line over the whole width.
    pub const fn line(name: &'a str) -> Self {
        Self { name, hint: "", width: f32::INFINITY, height: 40.0, rows: 1 }
    }

    /// A field of several lines over the whole width.
    pub const fn text(name: &'a str, rows: usize) -> Self {
        Self { name, hint: "", width: f32::INFINITY, height: 40.0, rows }
    }

    /// With words that stand in it while it is empty.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// At least this high.
    #[must_use]
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Of a width.
    #[must_use]
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows a field over a text that the screen itself keeps.
    pub fn show(self, ui: &mut Ui, id: Id, text: &mut String) -> Response {
        let tokens = Tokens::of(ui);
        let width = self.width.min(ui.available_width());
        let multiline = self.rows > 1;
        let edit = if multiline { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
        let focused = ui.memory(|memory| memory.has_focus(id));
        let border = if focused { Stroke::new(2.0, tokens.ink) } else { Stroke::new(1.0, tokens.edge) };
        let edge = i8::from(!focused);
        let frame = Frame::new()
            .fill(tokens.sheet)
            .stroke(border)
            .corner_radius(CornerRadius::same(radius::SWATCH))
            .inner_margin(Margin { left: 13 + edge, right: 13 + edge, top: 8 + edge, bottom: 8 + edge });
        let response = ui.add(
            edit.id(id)
                .frame(frame)
                .font(Type::Body.font())
                .text_color(tokens.ink)
                .hint_text(egui::RichText::new(self.hint.to_owned()).color(tokens.soft))
                .desired_width(width)
                .desired_rows(self.rows)
                .align(if multiline { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
                .min_size(Vec2::new(width.min(60.0), self.height))
                .char_limit(if multiline { LONGEST_TEXT } else { LONGEST_LINE }),
        );
        focus_ring::paint(ui, &response, response.rect, radius::SWATCH);
        response.accessible_name(self.name)
    }

    /// Shows a field over something in the book; the new text, and the visit it belongs to, when it was typed in.
    pub fn show_draft(self, ui: &mut Ui, id: Id, now: &str) -> Option<(String, Visit)> {
        let mut draft = Draft::load(ui, id, now);
        let response = self.show(ui, id, &mut draft.text);
        draft.store(ui, id, response.has_focus(), response.changed())
    }

    /// As [`Self::show_draft`], for a text that not everything can be: `read` makes of it what goes to the book, or none.
    /// What was refused stays in the field, and is true at the end.
    pub fn show_read<T>(
        self,
        ui: &mut Ui,
        id: Id,
        now: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> (Option<(T, Visit)>, bool) {
        let mut draft = Draft::load(ui, id, now);
        let response = self.show(ui, id, &mut draft.text);
        let read = read(&draft.text);
        let is_refused = read.is_none();
        if is_refused {
            draft.refuse();
        }
        let sent = draft.store(ui, id, response.has_focus(), response.changed() && !is_refused);
        (read.zip(sent.map(|(_, visit)| visit)), is_refused)
    }
}
