//! What scrolls.

use egui::{Id, Rect, ScrollArea, Ui};

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

/// Since which pass something is there, and in which it was last.
#[derive(Clone, Copy, Debug)]
struct Open {
    first: u64,
    last: u64,
}

/// After this many passes what opened has its size.
const SETTLED: u64 = 3;

/// Shows a part that can be opened; once it opens, it scrolls into view.
pub fn opened<R>(ui: &mut Ui, id: Id, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = ui.scope(contents);
    reveal(ui, id, shown.response.rect.expand(8.0));
    shown.inner
}

/// Scrolls to what just came there. To be asked every frame in which it is there.
pub fn reveal(ui: &Ui, id: Id, rect: Rect) {
    let id = id.with("opened");
    let now = ui.ctx().cumulative_pass_nr();
    let known: Option<Open> = ui.data(|data| data.get_temp(id));
    let first = known.filter(|open| open.last + 2 >= now).map_or(now, |open| open.first);
    if now - first < SETTLED {
        ui.scroll_to_rect(rect, None);
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, Open { first, last: now }));
}
