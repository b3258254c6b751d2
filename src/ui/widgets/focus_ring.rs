//! The ring around what the keyboard is at.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::tokens::Tokens;

const GAP: f32 = 3.0;
const WIDTH: f32 = 3.0;

/// How far the ring reaches outside of what it is around, in points.
pub const REACH: f32 = GAP + WIDTH;

/// Paints a 3-point ink ring with a 3-point gap around `rect` when the response has the keyboard, and scrolls to it
/// when it just got it.
pub fn paint(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if !response.has_focus() {
        return;
    }
    scroll_to(ui, response, rect);
    paint_always(ui, rect, corner);
}

/// Scrolls to what just got the keyboard. Also for what is out of sight, so never only while it is painted.
pub fn scroll_to(ui: &Ui, response: &Response, rect: Rect) {
    if response.gained_focus() {
        ui.scroll_to_rect(rect.expand(REACH + 2.0), None);
    }
}

/// Paints the ring.
pub fn paint_always(ui: &Ui, rect: Rect, corner: u8) {
    let tokens = Tokens::of(ui);
    // The ring may lie in the margin of what it is in, but never over another layer.
    let clip = ui.clip_rect().expand(REACH);
    ui.painter().with_clip_rect(clip).rect_stroke(
        rect.expand(GAP),
        CornerRadius::same(corner.saturating_add(3)),
        Stroke::new(WIDTH, tokens.ink),
        StrokeKind::Outside,
    );
}
