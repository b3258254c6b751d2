//! Text being typed: what the field shows can run ahead of what the book holds.

use egui::{Id, Ui};

use crate::app::history::Visit;

/// What a field keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What the field shows.
    pub text: String,
    /// What the book held when it was last looked at.
    seen: String,
    sent: bool,
    focused: bool,
    /// Whether what was typed cannot be: it stays until it is mended.
    refused: bool,
    visit: Visit,
}

impl Draft {
    /// The draft of a field, brought up to date with what the book holds now.
    ///
    /// Away from the keyboard the field shows the book, unless what was typed was refused. Under the keyboard it shows what was typed, which the book may
    /// hold a little tidier, until the book changes by something else, such as undo.
    pub fn load(ui: &Ui, id: Id, now: &str) -> Self {
        let mut draft: Self = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let changed = draft.seen != now;
        if (!draft.focused && !draft.refused) || (changed && !draft.sent) {
            now.clone_into(&mut draft.text);
        }
        now.clone_into(&mut draft.seen);
        draft.sent = false;
        draft.refused = false;
        draft
    }

    /// Notes that what was typed cannot be, so that it does not vanish when the field is left.
    pub const fn refuse(&mut self) {
        self.refused = true;
    }

    /// Keeps the draft for the next frame; the visit to note when the text should go to the book.
    pub fn store(mut self, ui: &Ui, id: Id, focused: bool, send: bool) -> Option<(String, Visit)> {
        if focused && !self.focused {
            // Unique enough: two visits to one field never start in one pass.
            self.visit = id.value() ^ ui.ctx().cumulative_pass_nr();
        }
        self.focused = focused;
        let sent = send.then(|| (self.text.clone(), self.visit));
        self.sent = send;
        ui.data_mut(|data| data.insert_temp(id, self));
        sent
    }
}
