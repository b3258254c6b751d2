//! What the disk has to tell: what was rescued, what others changed, what has to be asked.

use std::{path::Path, time::Duration};

use egui::{Context, Event};

use super::{
    action::SheetKind,
    app::{App, Stage},
    looking_back::answered_key,
    views::notice_bar::Notice,
};
use crate::{
    app::{
        preparing::{Both, Found},
        problem_words,
        saver::SaveStatus,
        session::News,
        summary,
        words::Words,
    },
    storage::save::{Asked, PutAway},
};

/// A save that takes longer than this, in seconds of the window's own time, is no longer a matter of course.
const SLOW: f64 = 8.0;

/// Whether saving takes so long that the person should know.
#[derive(Debug, Default)]
pub(super) struct Slow {
    since: Option<f64>,
    pub(super) is_slow: bool,
}

impl Slow {
    /// Whether it became slow just now.
    fn notice(&mut self, ctx: &Context, is_waiting: bool) -> bool {
        if !is_waiting {
            *self = Self::default();
            return false;
        }
        let was_slow = self.is_slow;
        let now = ctx.input(|input| input.time);
        let left = *self.since.get_or_insert(now) + SLOW - now;
        self.is_slow = left <= 0.0;
        if !self.is_slow {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        self.is_slow && !was_slow
    }
}

impl App {
    /// Takes in what the disk has to tell, and looks at it when the window comes forward.
    pub(super) fn attend(&mut self, ctx: &Context) {
        let Stage::Book(open) = &mut self.stage else { return };
        let came_forward =
            ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::WindowFocused(true))));
        if came_forward {
            open.session.look();
        }
        let is_waiting = open.session.save_status() == Some(SaveStatus::Waiting);
        let news = open.session.attend();
        if self.slow.notice(ctx, is_waiting) {
            // In a small window the corner has no room for it.
            self.say(self.words().say("saved-slow"));
        }
        let mut said = Vec::new();
        for news in news {
            match news {
                News::Merged(both) => {
                    let Stage::Book(open) = &self.stage else { return };
                    let words = open.session.words().clone();
                    said.extend(merged(&both, &words));
                }
                News::OlderReplaced => said.push(self.words().say("notice-older-replaced")),
                News::Moved(path) => said.extend(self.moved_to(&path, "notice-beside")),
                News::BackHome(path) => said.extend(self.moved_to(&path, "notice-back-home")),
                News::PutAway(put_away) => said.extend(self.put_away_words(put_away)),
                News::Asks(asked) => {
                    // Asked again, it would take away what was opened over it.
                    if !self.sheets.asks(&asked) {
                        self.open_sheet(ctx, SheetKind::Asked(asked));
                    }
                }
            }
        }
        if !said.is_empty() {
            self.say(said.join(" "));
        }
    }

    fn moved_to(&mut self, path: &Path, notice: &str) -> Option<String> {
        let Stage::Book(open) = &mut self.stage else { return None };
        let (words, file) = (open.session.words().clone(), path.display().to_string());
        open.moved_to(path, &self.places);
        self.remember_book(path);
        Some(words.with(notice, &[("file", (&file).into())]))
    }

    /// What became of the copies beside the book, a sentence each.
    fn put_away_words(&self, put_away: PutAway) -> Vec<String> {
        let Stage::Book(open) = &self.stage else { return Vec::new() };
        [("notice-to-bin", put_away.to_bin), ("notice-stayed", put_away.stayed)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| open.session.words().with(key, &[("count", count.into())]))
            .collect()
    }

    /// Tells what was found while the book was read.
    pub(super) fn tell_found(&mut self, ctx: &Context) {
        let Stage::Book(open) = &mut self.stage else { return };
        let words = open.session.words().clone();
        let is_asked = open.question().is_some();
        let mut said = Vec::new();
        for found in std::mem::take(&mut open.found) {
            match found {
                Found::Rescued(both) => {
                    let lines = summary::lines(&both.before, &both.after, &words);
                    if !lines.is_empty() {
                        self.open_sheet(ctx, SheetKind::Rescued(lines));
                    }
                }
                Found::Merged(both) => said.extend(merged(&both, &words)),
                Found::AlsoAt(other) => {
                    let file = other.display().to_string();
                    said.push(words.with("notice-also-at", &[("file", (&file).into())]));
                    if let Stage::Book(open) = &mut self.stage {
                        open.was_told(&self.places);
                    }
                }
                Found::EditedByHand => said.push(words.say("notice-by-hand")),
            }
        }
        if !said.is_empty() {
            self.say(said.join(" "));
        }
        if is_asked {
            self.open_sheet(ctx, SheetKind::FileQuestion);
        }
    }

    /// Does what the person answered.
    pub(super) fn answer(&mut self, ctx: &Context, asked: &Asked, keep_all: bool) {
        let Stage::Book(open) = &mut self.stage else { return };
        let answered = open.session.answer(asked, keep_all);
        let words = open.session.words().clone();
        match answered {
            Ok(Some(deed)) => self.notice.say(Notice::Done(deed)),
            Ok(None) if asked.by_hand.is_some() => self.say(words.say(answered_key(keep_all))),
            Ok(None) => {}
            Err(problem) => {
                // The question stays.
                let why = problem_words::sentence(&problem, &words);
                self.say(words.with("saved-not", &[("why", (&why).into())]));
                return;
            }
        }
        self.sheets.close(ctx);
    }
}

/// What to say of another version that was put in one with the book.
fn merged(both: &Both, words: &Words) -> Vec<String> {
    let what = summary::sentence(&both.before, &both.after, words);
    let mut said = Vec::new();
    if !what.is_empty() {
        said.push(words.with("notice-merged", &[("what", (&what).into())]));
    }
    let count = both.newly_waiting();
    if count > 0 {
        said.push(words.with("notice-waiting", &[("count", count.into())]));
    }
    said
}
