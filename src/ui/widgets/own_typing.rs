//! What a person types themselves while the eye is closed stays readable while they do.

use egui::{Id, Ui};

/// Whether the text of the field `id` is what was typed in this visit to it, with nothing of what was there when it was
/// found or when the eye was closed. To be asked every frame.
pub fn is_own(ui: &Ui, id: Id, text: &str, hidden: bool) -> bool {
    let found_as = id.with("as it was found");
    if !hidden || !ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<String>(found_as));
        return false;
    }
    let found = ui.data_mut(|data| data.get_temp_mut_or_insert_with(found_as, || text.to_owned()).clone());
    found.is_empty() || !(text.contains(&found) || found.contains(text))
}
