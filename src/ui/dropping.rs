//! A book that is dropped on the window opens, whatever the window shows.

use std::path::{Path, PathBuf};

use egui::{Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, Stroke, StrokeKind, vec2};

use super::{
    action::Action,
    app::App,
    fonts::Type,
    theme,
    tokens::{Tokens, radius, space},
    widgets::label,
};

impl App {
    /// What to do with what was dropped; of several files, the first book opens.
    pub(super) fn dropped(&mut self, ctx: &Context) -> Option<Action> {
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            hint(ctx, &self.words().say("drop-hint"));
        }
        let paths: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let first = paths.first()?;
        if let Some(book) = paths.iter().find(|path| is_named_as_a_book(path)) {
            return Some(Action::OpenBook(book.clone()));
        }
        // By its name alone: what it holds may be large, or on a disk that hangs.
        let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.say(self.words().with("drop-not-a-book", &[("file", (&name).into())]));
        None
    }
}

fn is_named_as_a_book(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ["kleurboek", "ron"].iter().any(|book| ending.eq_ignore_ascii_case(book))
}

/// What happens when it is let go, while it hangs over the window.
fn hint(ctx: &Context, sentence: &str) {
    let tokens = Tokens::of_theme(ctx.theme());
    let screen = ctx.content_rect();
    let area = Area::new(Id::unique("drop hint")).order(Order::Tooltip).interactable(false);
    // Under the words, over everything else.
    let over_all = ctx.layer_painter(area.layer());
    over_all.rect_filled(screen, CornerRadius::ZERO, tokens.veil);
    let edge = screen.shrink(space::S);
    let corner = CornerRadius::same(radius::SHEET);
    over_all.rect_stroke(edge, corner, Stroke::new(3.0, tokens.ink), StrokeKind::Inside);
    area.anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)).show(ctx, |ui| {
        Frame::new()
            .fill(tokens.sheet)
            .corner_radius(corner)
            .shadow(theme::shadow(tokens))
            .inner_margin(Margin::symmetric(28, 20))
            .show(ui, |ui| label::ink(ui, Type::Heading, sentence));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_is_known_by_the_end_of_its_name() {
        for name in ["Mijn kleurboek.kleurboek", "/a.b/BOEK.KLEURBOEK", "oud.ron"] {
            assert!(is_named_as_a_book(Path::new(name)), "{name}");
        }
        for name in ["", "foto.jpg", "kleurboek", ".kleurboek", "boek.kleurboek.zip", "map.kleurboek/foto"] {
            assert!(!is_named_as_a_book(Path::new(name)), "{name}");
        }
    }
}
