//! What the disk has to tell: what was rescued, what others changed, what has to be asked.

use std::path::Path;

use egui::{Context, Event};

use super::{
    action::SheetKind,
    app::{App, Stage},
    views::notice_bar::Notice,
};
use crate::{
    app::{deed::Deed, preparing::Found, session::News, summary},
    storage::save::Asked,
};

impl App {
    /// Takes in what the disk has to tell, and looks at it when the window comes forward.
    pub(super) fn attend(&mut self, ctx: &Context) {
        let Stage::Book(open) = &mut self.stage else { return };
        let came_forward =
            ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::WindowFocused(true))));
        if came_forward {
            open.session.look();
        }
        for news in open.session.attend() {
            match news {
                News::Merged(both) => {
                    let Stage::Book(open) = &self.stage else { return };
                    let words = open.session.words().clone();
                    let what = summary::sentence(&both.before, &both.after, &words);
                    self.say(words.with("notice-merged", &[("what", (&what).into())]));
                }
                News::Moved(path) => self.moved_to(&path, "notice-beside"),
                News::BackHome(path) => self.moved_to(&path, "notice-back-home"),
                News::Asks(asked) => self.open_sheet(ctx, SheetKind::Asked(asked)),
            }
        }
    }

    fn moved_to(&mut self, path: &Path, notice: &str) {
        let Stage::Book(open) = &mut self.stage else { return };
        let (words, file) = (open.session.words().clone(), path.display().to_string());
        open.moved_to(path, &self.places);
        self.remember_book(path);
        self.say(words.with(notice, &[("file", (&file).into())]));
    }

    /// Tells what was found while the book was read.
    pub(super) fn tell_found(&mut self, ctx: &Context) {
        let Stage::Book(open) = &mut self.stage else { return };
        let words = open.session.words().clone();
        for found in std::mem::take(&mut open.found) {
            match found {
                Found::Rescued(both) => {
                    let lines = summary::lines(&both.before, &both.after, &words);
                    log::info!("rescued {} things from the journal", lines.len());
                    if !lines.is_empty() {
                        self.open_sheet(ctx, SheetKind::Rescued(lines));
                    }
                }
                Found::Older(both) => {
                    let what = summary::sentence(&both.before, &both.after, &words);
                    if !what.is_empty() {
                        self.say(words.with("notice-older", &[("what", (&what).into())]));
                    }
                }
                Found::EditedByHand(change) if !change.is_empty() => {
                    self.notice.say(Notice::Done(Deed::EditedByHand));
                }
                Found::EditedByHand(_) | Found::Edited => self.say(words.say("notice-by-hand")),
            }
        }
    }

    /// Does what the person answered.
    pub(super) fn answer(&mut self, ctx: &Context, asked: &Asked, keep_all: bool) {
        if let Stage::Book(open) = &mut self.stage {
            open.session.answer(asked, keep_all);
        }
        self.sheets.close(ctx);
    }
}
