//! The window: which stage it is at, what lies on it, and one frame of it.

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use egui::{CentralPanel, Context, Frame, RawInput, ThemePreference, Ui, Visuals, accesskit::Role};

use super::{
    action::{Action, Screen},
    arriving::{Arriving, Early},
    copying::Copying,
    dialogs::Dialog,
    joining::Joining,
    keys,
    leaving::Leaving,
    looking_back::LookingBack,
    news::Slow,
    privacy::Eye,
    recent_books::RecentBooks,
    rehearsal::LETTERS,
    scene::Scene,
    sheets::Sheets,
    theme,
    views::{
        example_bar,
        notice_bar::{Notice, NoticeBar},
        opening as opening_view, rail,
        settings::SettingsState,
        today::TodayState,
        trouble::Trouble,
        version_bar::{self, Shown},
        welcome::Welcome,
    },
    visitors::Forward,
    widgets::{sheet, spoken},
};
use crate::{
    app::{
        clock::Clock,
        deed::Deed,
        erasing::Erasing,
        opening::{self, OpenBook},
        saver::SaveStatus,
        words::Words,
    },
    domain::{Day, book::Language, money::Cents},
    storage::{
        machine::{FirstFigure, Machine, ThemeChoice},
        places::Places,
    },
};

/// So many frames nothing moves, the rehearsed one among them: what is there when the window comes need not fade in.
const FIRST_SIGHT: u64 = 3;

/// What a window starts with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The book that was asked for; none: the last one, or the usual place.
    pub book: Option<PathBuf>,
    /// The day to freeze; none: the machine's own.
    pub on: Option<Day>,
    /// Where things are on this machine.
    pub places: Places,
    /// The locale of the machine, such as "nl-BE".
    pub locale: Option<String>,
}

/// Where the window is at.
#[derive(Debug)]
pub(super) enum Stage {
    /// No book yet.
    Welcome(Box<Welcome>),
    /// A book that is being read.
    Opening(Box<Words>),
    /// A book that could not be opened.
    Trouble(Box<Trouble>),
    /// An open book.
    Book(Box<OpenBook>),
}

/// The app in its window.
#[derive(Debug)]
pub struct App {
    pub(super) clock: Clock,
    pub(super) places: Places,
    pub(super) machine: Machine,
    /// The settings as they were last loaded or saved.
    kept_machine: Machine,
    pub(super) stage: Stage,
    pub(super) screen: Screen,
    pub(super) hidden: bool,
    pub(super) sheets: Sheets,
    pub(super) notice: NoticeBar,
    /// The earlier version that is looked at, if one is.
    pub(super) looking_back: Option<Box<LookingBack>>,
    /// What is being typed in a field now; said when the field is left.
    pub(super) typing: Option<Deed>,
    pub(super) today: TodayState,
    pub(super) settings: SettingsState,
    pub(super) dialog: Option<Dialog>,
    recent: RecentBooks,
    pub(super) copying: Option<Copying>,
    pub(super) joining: Option<Joining>,
    /// What earlier versions still have to forget.
    pub(super) erasing: Erasing,
    /// Where one goes once everything is written.
    pub(super) leaving: Option<Leaving>,
    /// Where one was going when something could not be written.
    pub(super) stuck: Option<Leaving>,
    pub(super) close_anyway: bool,
    /// Whether the system asked for the end; set from another thread.
    pub(super) is_ending: Arc<AtomicBool>,
    /// What was shown first on a frozen day.
    first_figures: Vec<FirstFigure>,
    pub(super) shown_status: Option<SaveStatus>,
    pub(super) slow: Slow,
    /// A book of which the disk has not answered yet.
    pub(super) arriving: Option<Arriving>,
    /// How long a book is waited for without drawing.
    pub(super) patience: Duration,
    /// The size of text when the window was last looked at.
    pub(super) window_zoom: f32,
    /// Whether it is coming forward because somebody asked.
    pub(super) forward: Option<Forward>,
}

impl App {
    /// Starts in `ctx`: opens the book that was asked for, the last one, or welcomes. For who has all the time, such as
    /// a test: it waits for every book.
    pub fn new(ctx: &Context, start: Start) -> Self {
        let machine = Machine::load(&start.places);
        let book = opening::which_book(start.book.clone(), &machine, &start.places);
        let early = book
            .map(|path| Early::begin(ctx, path, &start.places, Clock::maybe_frozen(start.on).today(), None));
        Self::with(ctx, start, machine, early, Duration::MAX)
    }

    /// Starts in `ctx` with a book that is being read already, or welcomes; it waits no longer than `patience` for a book
    /// before it draws something else.
    pub(super) fn with(
        ctx: &Context,
        start: Start,
        machine: Machine,
        early: Option<Early>,
        patience: Duration,
    ) -> Self {
        theme::install(ctx);
        let clock = Clock::maybe_frozen(start.on);
        let language = machine
            .language
            .as_deref()
            .or(start.locale.as_deref())
            .map_or(Language::Dutch, Language::of_locale);
        let mut app = Self {
            clock,
            stage: Stage::Welcome(Box::new(Welcome::new(language))),
            screen: Screen::Today,
            hidden: machine.start_hidden,
            sheets: Sheets::default(),
            notice: NoticeBar::default(),
            looking_back: None,
            typing: None,
            today: TodayState::default(),
            settings: SettingsState::default(),
            dialog: None,
            recent: RecentBooks::default(),
            copying: None,
            joining: None,
            erasing: Erasing::default(),
            leaving: None,
            stuck: None,
            first_figures: Vec::new(),
            close_anyway: false,
            is_ending: Arc::default(),
            forward: None,
            shown_status: None,
            slow: Slow::default(),
            arriving: None,
            patience,
            window_zoom: ctx.zoom_factor(),
            kept_machine: machine.clone(),
            machine,
            places: start.places,
        };
        app.apply_machine(ctx);
        if let Some(early) = early {
            app.open_early(ctx, early);
        }
        app
    }

    /// The language to speak now.
    pub(super) fn language(&self) -> Language {
        match &self.stage {
            Stage::Welcome(welcome) => welcome.language(),
            Stage::Opening(words) => words.language(),
            Stage::Trouble(trouble) => trouble.language(),
            Stage::Book(open) => open.session.words().language(),
        }
    }

    /// The sentences to speak now.
    pub(super) fn words(&self) -> Words {
        match &self.stage {
            Stage::Book(open) => open.session.words().clone(),
            Stage::Opening(words) => Words::clone(words),
            Stage::Welcome(_) | Stage::Trouble(_) => Words::new(self.language()),
        }
    }

    /// Brings theme, text size and motion in line with the settings of this machine.
    pub(super) fn apply_machine(&self, ctx: &Context) {
        ctx.set_theme(match self.machine.theme {
            ThemeChoice::Follow => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        ctx.set_zoom_factor(self.machine.zoom());
        theme::set_calm(ctx, self.machine.calm_motion || ctx.cumulative_frame_nr() < FIRST_SIGHT);
    }

    /// Keeps the settings of this machine; a failure costs a preference, so it only goes to the log.
    pub(super) fn keep_machine(&mut self) {
        match self.machine.save(&self.kept_machine, &self.places) {
            Ok(()) => self.kept_machine.clone_from(&self.machine),
            Err(problem) => log::warn!("settings of this machine not kept: {problem}"),
        }
    }

    /// The figure that was shown first today; remembers the one of now when there was none.
    fn first_figure(&mut self) -> Option<Cents> {
        let Stage::Book(open) = &self.stage else { return None };
        // Of a line: two copies of a book have a first figure each.
        let line = open.line.as_ref().filter(|_| open.question().is_none())?;
        let (book, day) = (line.key.clone(), open.session.today());
        let frozen = self.clock.is_frozen();
        // A frozen day is only looked at; what stood there first today stays what it was.
        let known = if frozen { &mut self.first_figures } else { &mut self.machine.first_figures };
        if let Some(first) = known.iter().find(|first| first.book == book && first.day == day) {
            return Some(Cents::new(first.cents));
        }
        let cents = open.session.overview().daily.figure.get();
        known.retain(|first| first.book != book);
        known.insert(0, FirstFigure { book, day, cents });
        known.truncate(Machine::MOST_BOOKS);
        if !frozen {
            self.keep_machine();
        }
        Some(Cents::new(cents))
    }

    pub(super) fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if !ctx.text_edit_focused()
            && let Some(deed) = self.typing.take()
        {
            self.notice.say(Notice::Done(deed));
        }
        let first_figure = self.first_figure();
        let (may_choose, at_hand) = match &self.stage {
            Stage::Welcome(_) => (true, None),
            Stage::Opening(_) => (false, None),
            Stage::Trouble(trouble) => (true, Some(trouble.path())),
            Stage::Book(open) => (self.screen == Screen::Settings, open.path.as_deref()),
        };
        self.recent.follow(&ctx, may_choose, &self.machine.recent_books, at_hand);
        let recent = self.recent.books();
        // The window is paper already, see `clear_color`: to paint all of it once more takes as long as all the rest.
        let paper = Frame::new();
        spoken::window(ui, "Kleurboek");
        let mut actions = match &mut self.stage {
            Stage::Welcome(welcome) => {
                CentralPanel::default()
                    .frame(paper)
                    .show(ui, |ui| welcome.ui(ui, self.clock.today(), recent))
                    .inner
            }
            Stage::Opening(words) => {
                CentralPanel::default().frame(paper).show(ui, |ui| opening_view::ui(ui, words));
                Vec::new()
            }
            Stage::Trouble(trouble) => {
                CentralPanel::default().frame(paper).show(ui, |ui| trouble.ui(ui, recent)).inner
            }
            Stage::Book(open) => {
                let (session, today, shown) = match self.looking_back.as_deref_mut() {
                    Some(looking) => {
                        let shown = looking.at.map_or(Shown::known(open.question()), Shown::Version);
                        (&looking.session, &mut looking.today, Some(shown))
                    }
                    None => (&open.session, &mut self.today, open.question().map(Shown::of_file)),
                };
                let mut scene = Scene::new(session, &self.machine);
                scene.eye = Eye::new(self.hidden);
                scene.is_slow = self.slow.is_slow;
                scene.first_figure = first_figure.filter(|_| shown.is_none());
                scene.is_example = open.is_example();
                scene.path = open.path.as_deref();
                scene.recent = recent;
                for action in keys::pressed(&ctx, !self.sheets.is_empty()) {
                    scene.push(action);
                }
                if scene.is_example {
                    example_bar::ui(ui, &mut scene);
                }
                let screen = if let Some(shown) = shown {
                    version_bar::ui(ui, &mut scene, shown, self.sheets.is_empty());
                    Screen::Today
                } else {
                    rail::ui(ui, &mut scene, self.screen, !self.sheets.is_empty());
                    self.screen
                };
                let page = ui.available_rect_before_wrap();
                let room = self.notice.make_room(ui);
                CentralPanel::default().frame(paper).show(ui, |ui| {
                    let name = scene.say(screen.words());
                    let name = scene.with("rail-screen", &[("screen", (&name).into())]);
                    spoken::panel(ui, Role::Main, &name);
                    if !self.sheets.is_empty() {
                        spoken::silent_panel(ui);
                    }
                    match screen {
                        Screen::Today => super::views::today::ui(ui, &mut scene, today),
                        Screen::Settings => self.settings.ui(ui, &mut scene),
                    }
                });
                sheet::keep_free_below(&ctx, room);
                if self.sheets.ui(&ctx, &mut scene) {
                    scene.push(Action::Close);
                }
                self.notice.ui(&ctx, &mut scene, page);
                scene.into_actions()
            }
        };
        // A path is asked for in the same way at every stage.
        actions.extend(self.path_asked(&ctx));
        actions.extend(self.dropped(&ctx));
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            self.act(&ctx, action);
        }
    }

    /// The file dialog's answer goes to the sheet or screen that asked.
    fn path_asked(&mut self, _ctx: &Context) -> Vec<Action> {
        let Some(path) = self.dialog.as_ref().and_then(Dialog::chosen) else { return Vec::new() };
        self.dialog = None;
        if matches!(self.stage, Stage::Book(_)) {
            self.sheets.chosen_path(&path);
            return Vec::new();
        }
        vec![Action::OpenBook(path)]
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        if ctx.cumulative_frame_nr() == FIRST_SIGHT {
            theme::set_calm(ctx, self.machine.calm_motion);
        }
        // First, so that who waits hears of the save before the book is left.
        self.receive(ctx);
        #[cfg(target_os = "macos")]
        self.open_from_finder(ctx);
        self.closing(ctx);
        self.await_book(ctx);
        self.attend(ctx);
        self.tell_status();
        self.told_of_copy(ctx);
        self.show_what_joins(ctx);
        self.go_on_erasing(ctx);
        if let Some(wait) = self.clock.until_next_minute() {
            ctx.request_repaint_after(wait.max(Duration::from_secs(1)));
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.remember_window(ui.ctx());
        self.frame(ui);
    }

    fn raw_input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        input.max_texture_side = input.max_texture_side.map(|most| most.min(LETTERS));
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_machine();
        self.erasing.finish();
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
