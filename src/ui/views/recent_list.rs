//! The books opened last, each one click away.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    app::words::Words,
    ui::{
        action::Action,
        fonts::Type,
        recent_books::RecentBook,
        tokens::{Tokens, space},
        widgets::{client_tile::elided_galley, label, list_row::ListRow, tip},
    },
};

/// The height of a row, in points.
const HEIGHT: f32 = 56.0;

/// Draws them under a heading; nothing when there are none.
pub fn titled(ui: &mut Ui, words: &Words, books: &[RecentBook], actions: &mut Vec<Action>) {
    if !books.is_empty() {
        label::ink(ui, Type::Strong, words.say("recent-title"));
        show(ui, words, books, actions);
        ui.add_space(space::M);
    }
}

/// Draws them.
pub fn show(ui: &mut Ui, words: &Words, books: &[RecentBook], actions: &mut Vec<Action>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        for book in books {
            row(ui, words, book, actions);
        }
    });
}

fn row(ui: &mut Ui, words: &Words, book: &RecentBook, actions: &mut Vec<Action>) {
    let (name, folder) = (book.name(), book.folder());
    let place = if book.is_gone { words.say("recent-gone") } else { folder.clone() };
    let key = if book.is_gone { "recent-not-there" } else { "recent-open" };
    let sentence = words.with(key, &[("book", (&name).into()), ("folder", (&folder).into())]);
    let id = Id::unique(("recent book", &book.path));
    let tokens = Tokens::of(ui);
    let ink = if book.is_gone { tokens.soft } else { tokens.ink };
    let width = ui.available_width() - 2.0 * space::S;
    let above = elided_galley(ui, width, Type::Body, &name, ink);
    let below = elided_galley(ui, width, Type::Small, &place, tokens.soft);
    // Only what cannot be read without it is shown when pointed at.
    let is_cut = book.is_gone || above.elided || below.elided;
    let paint = |ui: &Ui, rect: Rect| {
        let (left, middle) = (rect.left() + space::S, rect.center().y + 2.0);
        ui.painter().galley(pos2(left, middle - above.size().y), above, ink);
        ui.painter().galley(pos2(left, middle), below, tokens.soft);
    };
    let response = if book.is_gone {
        // Nothing to click: it is on a stick that is out, or it was moved.
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
        paint(ui, rect);
        response
    } else {
        ListRow { id, height: HEIGHT, tinted: false, sentence: &sentence }.show(ui, paint)
    };
    if response.clicked() {
        actions.push(Action::OpenBook(book.path.clone()));
    }
    if is_cut {
        tip::show(response, book.path.display().to_string());
    }
}
