//! The one place where what views ask for is done.

use std::path::Path;

use egui::{Context, ViewportCommand};

use super::{
    action::{Action, Browse, MachineEdit, Screen, SheetKind},
    app::{App, Stage},
    dialogs::Dialog,
    leaving::Leaving,
    privacy::Eye,
    scene::Scene,
    views::{notice_bar::Notice, trouble::Trouble, welcome::Welcome},
};
use crate::{
    app::{
        command::{Command, Refusal},
        deed::Deed,
        history::Visit,
        opening::{self, OpenBook},
        problem_words,
        session::{Outcome, Step},
    },
    domain::{book::Language, plan::Plan},
    storage::machine::Machine,
};

/// A window lower than this has no room for a sheet and the bar at the bottom, in points.
const LOW: f32 = 480.0;

impl App {
    pub(super) fn act(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Do(command, visit) => {
                self.execute(&command, visit);
            }
            Action::DoAndClose(command) => {
                if self.execute(&command, None) {
                    self.sheets.close(ctx);
                }
            }
            // What was done is not that of the version that is looked at.
            Action::Undo | Action::Redo if self.looking_back.is_some() => {}
            Action::Undo => self.step_back(),
            Action::Redo => self.step_forward(),
            Action::Show(screen) => self.screen = screen,
            Action::Open(kind) => self.open_sheet(ctx, kind),
            Action::AddClient(name) => self.add_client(ctx, name),
            Action::Close => self.sheets.close(ctx),
            Action::TogglePrivacy => self.hidden = !self.hidden,
            Action::Search => self.today.clients.focus_search(),
            Action::Machine(edit) => self.edit_machine(ctx, edit),
            Action::Begin(plan, language) => self.begin(ctx, *plan, language),
            Action::NewBook => self.stage = Stage::Welcome(Box::new(Welcome::new(self.language()))),
            Action::LookAround(language) => self.enter(ctx, OpenBook::example(language)),
            Action::LeaveExample => self.leave_example(ctx),
            Action::Browse(browse) => {
                let name = self.file_name(browse);
                self.dialog = Some(Dialog::open(browse, &self.words(), &name, ctx));
            }
            Action::OpenBook(path) => self.leave(ctx, Leaving::ForBook(path)),
            Action::TakeBackCopy { copy, original } => self.take_back_copy(ctx, &copy, &original),
            Action::LookBack(then, at) => self.look_back(ctx, *then, Some(at)),
            Action::BackToNow => self.back_to_now(),
            Action::TakeBackVersion => self.take_version_back(),
            Action::SaveCopy(path) => self.save_copy(ctx, &path),
            Action::Answer { asked, keep_all } => self.answer(ctx, &asked, keep_all),
            Action::LookAtKnown => self.look_at_known(ctx),
            Action::ChooseFile(choice) => self.choose_file(ctx, choice),
            Action::ReadToJoin(path) => self.read_to_join(ctx, &path),
            Action::Join(theirs) => self.join(ctx, &theirs),
            Action::ExportClient(client, path) => self.export_client(ctx, client, &path),
            Action::Erase(client) => self.erase(ctx, client),
            Action::LeaveAnyway => self.leave_anyway(ctx),
        }
    }

    pub(super) fn say(&mut self, sentence: String) {
        match &mut self.stage {
            Stage::Welcome(welcome) => welcome.say(sentence),
            Stage::Trouble(trouble) => trouble.say(sentence),
            Stage::Opening(_) | Stage::Book(_) => self.notice.say(Notice::Said(sentence)),
        }
    }

    /// Says it where the person is: on the sheet that asks for a place, which stays open, or else as always.
    pub(super) fn say_in_place(&mut self, sentence: String) {
        match self.sheets.file_place() {
            Some(sheet) => sheet.say(sentence),
            None => self.say(sentence),
        }
    }

    pub(super) fn execute(&mut self, command: &Command, visit: Option<Visit>) -> bool {
        if self.refuse_while_looking_back() {
            return false;
        }
        let Stage::Book(open) = &mut self.stage else { return false };
        match open.session.execute(command, visit) {
            Ok(outcome) => {
                self.tell_outcome(outcome, visit);
                true
            }
            Err(refusal) => {
                let sentence = problem_words::refusal_sentence(refusal, open.session.words());
                match refusal {
                    Refusal::ReadOnly => self.notice.say(Notice::NotKept(sentence)),
                    _ => self.say(sentence),
                }
                false
            }
        }
    }

    /// Says what was done, once; what is typed in a field only when that is left.
    pub(super) fn tell_outcome(&mut self, outcome: Outcome, visit: Option<Visit>) {
        match (outcome, visit) {
            (Outcome::Unchanged, _) => {}
            (Outcome::CameToNothing, _) => self.typing = None,
            (Outcome::Done(deed), Some(_)) => self.typing = Some(deed),
            (Outcome::Done(deed), None) if self.looking_back.is_some() => self.tell_only(&deed),
            (Outcome::Done(deed), None) => self.notice.say(Notice::Done(deed)),
        }
    }

    fn step_back(&mut self) {
        let Stage::Book(open) = &mut self.stage else { return };
        match open.session.undo() {
            Some(Step::Taken(deed)) => self.notice.say(Notice::Undone(deed)),
            Some(Step::Overtaken(deed)) => self.tell_overtaken(&deed),
            None => {}
        }
    }

    fn step_forward(&mut self) {
        let Stage::Book(open) = &mut self.stage else { return };
        match open.session.redo() {
            Some(Step::Taken(deed)) => self.notice.say(Notice::Done(deed)),
            Some(Step::Overtaken(deed)) => self.tell_overtaken(&deed),
            None => {}
        }
    }

    fn tell_overtaken(&mut self, deed: &Deed) {
        let Stage::Book(open) = &self.stage else { return };
        let session = &open.session;
        let sentence = if self.hidden {
            session.words().say("overtaken-hidden")
        } else {
            let deed = deed.say(session.words(), &session.book().house.fit_words, session.today());
            session.words().with("overtaken", &[("deed", (&deed).into())])
        };
        self.say(sentence);
    }

    pub(super) fn open_sheet(&mut self, ctx: &Context, kind: SheetKind) {
        if matches!(kind, SheetKind::Earn(_) | SheetKind::AddClient) && self.refuse_while_looking_back() {
            return;
        }
        let Stage::Book(open) = &self.stage else { return };
        let looking = self.looking_back.as_ref();
        let session = looking.map_or(&open.session, |looking| &looking.session);
        // In a low window the bar would leave a sheet no room to be read.
        if ctx.content_rect().height() < LOW {
            self.notice.give_way();
        }
        let mut scene = Scene::new(session, &self.machine);
        scene.eye = Eye::new(self.hidden);
        scene.path = open.path.as_deref();
        scene.backups = open.backups(&self.places);
        scene.question = open.question();
        self.sheets.open(ctx, kind, &scene);
    }

    fn add_client(&mut self, ctx: &Context, name: String) {
        let Stage::Book(open) = &self.stage else { return };
        let Ok(id) = open.session.ids().new_id() else { return };
        if self.execute(&Command::AddClient(id, name), None) {
            self.sheets.close(ctx);
            self.open_sheet(ctx, SheetKind::Client(id));
        }
    }

    fn edit_machine(&mut self, ctx: &Context, edit: MachineEdit) {
        match edit {
            MachineEdit::Theme(theme) => self.machine.theme = theme,
            MachineEdit::TextSize(percent) => {
                self.machine.text_size = percent.clamp(Machine::SMALLEST_TEXT, Machine::LARGEST_TEXT);
            }
            MachineEdit::CalmMotion(calm) => self.machine.calm_motion = calm,
            MachineEdit::StartHidden(hidden) => self.machine.start_hidden = hidden,
            MachineEdit::Language(language) => self.machine.language = Some(language.code().to_owned()),
        }
        self.apply_machine(ctx);
        self.keep_machine();
    }

    fn begin(&mut self, ctx: &Context, plan: Plan, language: Language) {
        let path = opening::free_place(&self.places);
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        match OpenBook::begin(plan, language, &path, &self.places, self.clock, wake) {
            Ok(open) => {
                self.remember_book(&path);
                self.enter(ctx, open);
            }
            // The answers stay where they are.
            Err(problem) => self.not_opened(&path, problem),
        }
    }

    pub(super) fn entered(&mut self, ctx: &Context, open: OpenBook, path: &Path) {
        self.remember_book(path);
        let words = open.session.words().clone();
        let read_only =
            open.read_only_because.as_ref().map(|problem| problem_words::sentence(problem, &words));
        self.enter(ctx, open);
        if let Some(why) = read_only {
            self.notice.say(Notice::NotKept(words.with("notice-read-only", &[("why", (&why).into())])));
        }
        self.tell_found(ctx);
    }

    fn take_back_copy(&mut self, ctx: &Context, copy: &Path, original: &Path) {
        match opening::take_back_copy(copy, original, &self.places, self.clock.today()) {
            Ok(path) => self.open_book(ctx, &path),
            Err(problem) => {
                let trouble = Trouble::new(original.to_owned(), problem, self.language(), &self.places);
                self.stage = Stage::Trouble(Box::new(trouble));
            }
        }
    }

    pub(super) fn remember_book(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if self.machine.recent_books.first() == Some(&path) {
            return;
        }
        self.machine.recent_books.retain(|recent| *recent != path);
        self.machine.recent_books.insert(0, path);
        self.machine.recent_books.truncate(Machine::MOST_BOOKS);
        self.keep_machine();
    }

    fn enter(&mut self, ctx: &Context, mut open: OpenBook) {
        let waker = ctx.clone();
        open.open_door(&self.places, move || waker.request_repaint());
        self.stage = Stage::Book(Box::new(open));
        self.looking_back = None;
        self.screen = Screen::Today;
        self.today = super::views::today::TodayState::default();
        self.settings = super::views::settings::SettingsState::default();
        self.sheets.clear();
        self.notice.clear();
        self.typing = None;
        self.look_for_erased();
    }

    /// Back to one's own book, or to the three questions when there is none yet.
    fn leave_example(&mut self, ctx: &Context) {
        let language = self.language();
        self.sheets.clear();
        self.notice.clear();
        self.stage = Stage::Welcome(Box::new(Welcome::new(language)));
        if let Some(path) = self.machine.recent_books.first().cloned() {
            self.open_book(ctx, &path);
        }
    }

    fn file_name(&self, browse: Browse) -> String {
        let Stage::Book(open) = &self.stage else { return String::new() };
        let today = self.clock.today();
        if let Browse::Export(client) = browse {
            let name = open.session.book().client_name(Some(client)).unwrap_or_default();
            return opening::export_name(name, today);
        }
        let place = open.path.as_deref().map(|path| opening::copy_place(path, today));
        place.as_deref().and_then(Path::file_name).map_or_else(
            || format!("kleurboek {today}.kleurboek"),
            |name| name.to_string_lossy().into_owned(),
        )
    }

    /// Gives up what could not be written, which the person was told of, and goes where they were going.
    fn leave_anyway(&mut self, ctx: &Context) {
        match self.stuck.take() {
            Some(Leaving::ForBook(path)) => {
                self.sheets.clear();
                self.open_book(ctx, &path);
            }
            Some(Leaving::Window) | None => {
                self.close_anyway = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}
