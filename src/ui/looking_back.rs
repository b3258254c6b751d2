//! Looking at an earlier version of the open book, which meanwhile stays open, locked and saved.

use chrono::NaiveDateTime;
use egui::Context;

use super::{
    action::Screen,
    app::{App, Stage},
    views::{notice_bar::Notice, today::TodayState},
};
use crate::{
    app::{
        command::{Command, Refusal},
        deed::Deed,
        file_question::{FileChoice, FileQuestion},
        problem_words,
        saver::Saver,
        session::{Keeping, Session},
    },
    domain::book::Book,
};

/// An earlier version that is looked at.
#[derive(Debug)]
pub(super) struct LookingBack {
    /// What it says; it cannot be changed.
    pub session: Session,
    /// When it was kept; none for what was known, beside a file that is asked about.
    pub at: Option<NaiveDateTime>,
    /// Its first screen.
    pub today: TodayState,
}

impl App {
    /// Shows an earlier version instead of the book of now.
    pub(super) fn look_back(&mut self, ctx: &Context, then: Book, at: Option<NaiveDateTime>) {
        let Stage::Book(open) = &self.stage else { return };
        let session = Session::new(then, Keeping::ReadOnly, open.session.clock());
        self.looking_back = Some(Box::new(LookingBack { session, at, today: TodayState::default() }));
        self.sheets.clear_but_questions();
        self.notice.clear();
        self.typing = None;
        ctx.request_repaint();
    }

    /// Shows what was known of the book, instead of the file in its place that is asked about.
    pub(super) fn look_at_known(&mut self, ctx: &Context) {
        if let Stage::Book(open) = &self.stage
            && let Some(known) = open.question().and_then(FileQuestion::known).cloned()
        {
            self.look_back(ctx, known, None);
        }
    }

    /// Does what was chosen with a file in the book's place that is asked about.
    pub(super) fn choose_file(&mut self, ctx: &Context, choice: FileChoice) {
        self.back_to_now();
        let Stage::Book(open) = &mut self.stage else { return };
        let waker = ctx.clone();
        let clock = open.session.clock();
        let wake = move || waker.request_repaint();
        let is_by_hand = open.question().is_some_and(FileQuestion::is_by_hand);
        let chosen = open.choose(choice, |place| Saver::start(place, clock, wake));
        let words = open.session.words().clone();
        self.sheets.close(ctx);
        match chosen {
            Ok(Some(deed)) => self.notice.say(Notice::Done(deed)),
            Ok(None) if !is_by_hand => self.say(words.say("older-joined")),
            Ok(None) => self.say(words.say(answered_key(choice == FileChoice::Known))),
            Err(problem) => {
                let why = problem_words::sentence(&problem, &words);
                self.say(words.with("saved-not", &[("why", (&why).into())]));
            }
        }
    }

    /// Shows the book of now again.
    pub(super) fn back_to_now(&mut self) {
        if self.looking_back.take().is_some() {
            self.sheets.clear_but_questions();
            self.notice.clear();
        }
    }

    /// Makes the book of now say again what the version that is looked at says.
    pub(super) fn take_version_back(&mut self) {
        let Some(looking) = self.looking_back.as_ref() else { return };
        let Some(at) = looking.at else { return };
        let (then, day) = (looking.session.book().clone(), at.date());
        self.back_to_now();
        let Stage::Book(open) = &self.stage else { return };
        if open.session.book().says_the_same(&then) {
            let sentence = open.session.words().say("version-same");
            self.say(sentence);
        } else {
            self.screen = Screen::Today;
            self.execute(&Command::TakeBack(Box::new(then), day), None);
        }
    }

    /// Says that nothing can be changed while an earlier version is looked at; whether one is.
    pub(super) fn refuse_while_looking_back(&mut self) -> bool {
        let Some(looking) = self.looking_back.as_ref() else { return false };
        let sentence = problem_words::refusal_sentence(Refusal::ReadOnly, looking.session.words());
        self.say(sentence);
        true
    }

    /// Says what was done to the book of now, by another start of the program; it can be undone there.
    pub(super) fn tell_only(&mut self, deed: &Deed) {
        let Stage::Book(open) = &self.stage else { return };
        let (session, fit_words) = (&open.session, &open.session.book().house.fit_words);
        let sentence = if self.hidden {
            session.words().say("notice-hidden")
        } else {
            deed.say(session.words(), fit_words, session.today())
        };
        self.say(sentence);
    }
}

/// What is said once a hand edit was put back, or taken where nobody knows what exactly was edited.
pub(super) const fn answered_key(is_put_back: bool) -> &'static str {
    if is_put_back { "by-hand-is-back" } else { "by-hand-is-taken" }
}
