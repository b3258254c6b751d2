//! What scrolls.

use egui::{ScrollArea, Ui};

use super::spoken;

/// Shows what scrolls up and down. A screen reader scrolls by itself, so it hears nothing of the bar.
pub fn show<R>(ui: &mut Ui, area: ScrollArea, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = area.show(ui, contents);
    if shown.content_size.y > shown.inner_rect.height() {
        // The bar of the second direction.
        spoken::hide(ui, shown.id.with(1_usize));
    }
    shown.inner
}
