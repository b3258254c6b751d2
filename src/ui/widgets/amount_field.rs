//! Fields for amounts.

use egui::{Align2, FontId, Frame, Id, Margin, Response, Stroke, TextEdit, Ui, Vec2, pos2, vec2};

use super::{draft::Draft, focus_ring, label, own_typing};
use crate::{
    app::{amount_words, history::Visit, problem_words::amount_sentence, words::Words},
    domain::{amount, money::Cents},
    ui::{
        fonts::Type,
        tokens::{Tokens, radius},
    },
};

/// The longest amount that can be typed, in characters.
const LONGEST: usize = 24;

/// How an amount field looks and is called.
#[derive(Clone, Copy, Debug)]
pub struct AmountField<'a> {
    /// What a screen reader calls it.
    pub name: &'a str,
    /// The size of the digits, in points.
    pub size: f32,
    /// How wide, in points.
    pub width: f32,
    /// Whether the digits are hidden from others.
    pub hidden: bool,
}

impl AmountField<'_> {
    /// Shows a field over a text that the screen itself keeps: large digits on a line of ink.
    pub fn show(self, ui: &mut Ui, id: Id, text: &mut String) -> Response {
        let tokens = Tokens::of(ui);
        let font = if self.size > 20.0 { Type::Amount.font_of_size(self.size) } else { Type::Strong.font() };
        let width = self.width.min(ui.available_width());
        let font = fitting(ui, font, text, width);
        let sign = ui.painter().layout_no_wrap("€".to_owned(), font.clone(), tokens.ink);
        let room = sign.size().x + font.size * 0.28;
        let height = sign.size().y.max(self.size * 1.25) + 8.0;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), egui::Sense::hover());
        ui.painter().galley(
            Align2::LEFT_CENTER.anchor_size(pos2(rect.left(), rect.center().y), sign.size()).min,
            sign,
            tokens.ink,
        );
        let own = own_typing::is_own(ui, id, text, self.hidden);
        let mut inner = rect;
        inner.min.x += room;
        let response = ui
            .place(
                inner,
                TextEdit::singleline(text)
                    .id(id)
                    .frame(Frame::NONE)
                    .margin(Margin::ZERO)
                    .font(font)
                    .text_color(tokens.ink)
                    .password(self.hidden && !own)
                    .align(Align2::LEFT_CENTER)
                    .min_size(Vec2::new(20.0, height))
                    .desired_width(inner.width())
                    .char_limit(LONGEST),
            )
            .accessible_name(self.name);
        let large = self.size > 20.0;
        let thick = if large { 3.0 } else { 1.5 };
        let line = if response.has_focus() { thick + 1.5 } else { thick };
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(line, tokens.ink));
        // Large digits on their line of ink show well enough where the keyboard is: the cursor stands in them.
        focus_ring::scroll_to(ui, &response, rect);
        if !large {
            focus_ring::paint(ui, &response, rect.expand2(vec2(4.0, 2.0)), radius::SMALL);
        }
        response
    }

    /// Shows a field over an amount in the book, with a sentence under it when what was typed is not an amount; the
    /// new amount, and the visit it belongs to, when it was typed in.
    pub fn show_draft(self, ui: &mut Ui, id: Id, now: Cents, words: &Words) -> Option<(Cents, Visit)> {
        let mut draft = Draft::load(ui, id, &amount_words::digits(now, words.language()));
        let mut changed = false;
        let mut read = Ok(now);
        ui.vertical(|ui| {
            let response = self.show(ui, id, &mut draft.text);
            changed = response.changed();
            read = amount::parse(&draft.text);
            if let Err(error) = read {
                draft.refuse();
                label::soft(ui, Type::Small, amount_sentence(error, words));
            }
        });
        let focused = ui.memory(|memory| memory.has_focus(id));
        let send = changed && read.is_ok();
        let (_, visit) = draft.store(ui, id, focused, send)?;
        Some((read.ok()?, visit))
    }
}

/// The font, smaller when the text would be wider than the field.
fn fitting(ui: &Ui, font: FontId, text: &str, width: f32) -> FontId {
    let shown: String = text.chars().take(LONGEST).collect();
    let wanted =
        ui.painter().layout_no_wrap(format!("€ {shown}"), font.clone(), egui::Color32::WHITE).size().x;
    let room = width - 12.0;
    if wanted <= room {
        return font;
    }
    FontId { size: (font.size * room / wanted).max(14.0), ..font }
}
