//! Where a page lies in the window.

use egui::Ui;

/// The widest that the page gets, in points.
const WIDEST: f32 = 1600.0;

/// Draws with a margin at either side. On a very wide screen the page lies in the middle, so that no line is too long to
/// follow.
pub fn in_the_middle(ui: &mut Ui, above: f32, contents: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let least = if width < 700.0 { 18.0 } else { 34.0 };
    let side = ((width - WIDEST) / 2.0).max(least);
    ui.add_space(above);
    ui.horizontal_top(|ui| {
        let space = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 0.0);
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = space;
            ui.set_width(width - 2.0 * side);
            contents(ui);
        });
    });
}
