//! Things at the right end of a row, that Tab still goes through from left to right.

use egui::{Id, Ui};

/// More room than is needed, in points.
const SLACK: f32 = 64.0;

/// Draws `contents` at the right end of what is left of the row.
///
/// How wide they are is known from the frame before; a frame in which that changed is drawn again.
pub fn at_right(ui: &mut Ui, id: Id, contents: impl FnOnce(&mut Ui)) {
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    // Measured with all the room there is: with none, words would wrap, and the first picture be drawn by that.
    let room = known.map_or(0.0, |known| ui.available_width() - known);
    ui.add_space(room.max(0.0));
    let width = ui
        .horizontal(|ui| {
            // Exactly enough room is a rounding error away from too little, and what wraps for want of it would be
            // measured so.
            ui.set_max_width(ui.available_width() + SLACK);
            contents(ui);
        })
        .response
        .rect
        .width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("something at the right got another width");
    }
}
