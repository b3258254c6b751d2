//! The buttons below what they answer.

use egui::{Id, Ui};

use super::at_right::at_right;

/// Draws buttons at the right end of a row, the main one last; one under the other where they do not fit.
pub fn show(ui: &mut Ui, id: Id, contents: impl FnOnce(&mut Ui)) {
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    if known.is_some_and(|known| known > ui.available_width()) {
        ui.horizontal_wrapped(contents);
        return;
    }
    ui.horizontal(|ui| {
        at_right(ui, id, |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            contents(ui);
        });
    });
}
