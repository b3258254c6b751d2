//! The real app in a window without a screen, driven by accessible names.

use std::{path::PathBuf, sync::Arc};

use egui::{Event, Key, Modifiers, Pos2, Rect, Theme, Vec2, accesskit::Role};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use kleurboek::{
    domain::{Day, book::Book, book::Language, example},
    storage::{disk::RealDisk, machine::Machine, open, places::Places, save::BookFile},
    ui::app::{App, Start},
};
use tempfile::TempDir;

use super::cpu_renderer::CpuRenderer;

/// The app with a home of its own.
pub struct TestApp {
    pub harness: Harness<'static, App>,
    pub home: TempDir,
    start: Start,
    size: Vec2,
    theme: Theme,
}

/// How an app starts.
pub struct Options {
    pub book: Option<Book>,
    pub on: Day,
    pub size: Vec2,
    pub theme: Theme,
    pub locale: &'static str,
    pub machine: Machine,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            book: None,
            on: example::example_day(),
            size: Vec2::new(1280.0, 860.0),
            theme: Theme::Light,
            locale: "nl-BE",
            machine: Machine::default(),
        }
    }
}

impl TestApp {
    /// An app without a book.
    pub fn welcome() -> Self {
        Self::with(Options::default())
    }

    /// An app with the example as its own book, on the day of the example.
    pub fn noor() -> Self {
        Self::with(Options { book: Some(example::atelier_noor(Language::Dutch)), ..Options::default() })
    }

    /// An app with these options.
    pub fn with(options: Options) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let places = Places::under(home.path());
        options.machine.save(&Machine::default(), &places).expect("settings are written");
        let book = options.book.map(|book| {
            let path = home.path().join("boek.kleurboek");
            BookFile::create_new(&path, Arc::new(RealDisk))
                .save(&book, &places, options.on.into())
                .expect("the book is written");
            path
        });
        let start = Start { book, on: Some(options.on), places, locale: Some(options.locale.to_owned()) };
        let harness = build(&start, options.size, options.theme);
        Self { harness, home, start, size: options.size, theme: options.theme }
    }

    /// Starts it anew, as the next day would, after something happened in between.
    pub fn restart_after(self, between: impl FnOnce()) -> Self {
        let Self { harness, home, mut start, size, theme } = self;
        drop(harness);
        between();
        start.book = None;
        let harness = build(&start, size, theme);
        Self { harness, home, start, size, theme }
    }

    /// Closes the window as a person does and starts again; what was asked for the first time is not asked for again.
    pub fn restart(self) -> Self {
        // The thread that saves is waited for when the app goes.
        self.restart_after(|| {})
    }

    /// The book as it is on disk, after closing.
    pub fn book_on_disk(self) -> Book {
        let path = self.book_path();
        let Self { harness, home, .. } = self;
        drop(harness);
        let book = open::open(&path).expect("the book opens").loaded.book;
        drop(home);
        book
    }

    /// Where the book is.
    pub fn book_path(&self) -> PathBuf {
        self.start.book.clone().unwrap_or_else(|| self.start.places.default_book())
    }

    /// Clicks what has this name.
    pub fn click(&mut self, name: &str) {
        let wanted = plain(name);
        let node = self.harness.get_by(move |node| node.label().is_some_and(|label| plain(&label) == wanted));
        click_node(&node, self.in_sight(&node));
        self.settle();
    }

    /// Whether something lies in the window and not behind the bar at the bottom, for which the page and sheets make room.
    fn in_sight(&self, node: &Node<'_>) -> bool {
        let center = node.rect().center();
        let bar = self.harness.query_all_by_role(Role::Status).next();
        let place = self.harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique("notice bar")));
        let behind = bar.zip(place).is_some_and(|(bar, place)| {
            let mut above = node.accesskit_node().parent();
            let mut is_on_it = false;
            while let Some(now) = above {
                is_on_it |= now.id() == bar.accesskit_node().id();
                above = now.parent();
            }
            !is_on_it && place.expand(24.0).contains(center)
        });
        Rect::from_min_size(Pos2::ZERO, self.size).contains(center) && !behind
    }

    /// Taps what has this name: pressed and let go within one frame, as a touchpad does.
    pub fn tap(&mut self, name: &str) {
        let wanted = plain(name);
        let is_it = |text: Option<String>| text.is_some_and(|text| plain(&text) == wanted);
        let node = self.harness.get_by(|node| is_it(node.label()) || is_it(node.value()));
        let pos = node.rect().center();
        self.tap_at(pos);
    }

    /// Taps a place.
    pub fn tap_at(&mut self, pos: Pos2) {
        let button = egui::PointerButton::Primary;
        let tap = [true, false].map(|pressed| Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        self.harness.event(Event::PointerMoved(pos));
        self.harness.step();
        self.harness.input_mut().events.extend(tap);
        self.settle();
    }

    /// Clicks the button with this name, where other things are called so too.
    pub fn click_button(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.settle();
    }

    /// Clicks the last of what has this name: that on top.
    pub fn click_last(&mut self, name: &str) {
        let node = self.harness.get_all_by_label(name).last();
        node.unwrap_or_else(|| panic!("nothing is called {name}")).click();
        self.settle();
    }

    /// Clicks the first of what has this in its name.
    pub fn click_containing(&mut self, part: &str) {
        let node = self.harness.get_all_by_label_contains(part).next();
        node.unwrap_or_else(|| panic!("nothing is called …{part}…")).click();
        self.settle();
    }

    /// Goes to a field and types, after what stands in it.
    pub fn type_in(&mut self, field: &str, text: &str) {
        self.focus_field(field);
        self.settle();
        self.type_text(text);
    }

    /// Goes to a field and types instead of what stands in it.
    pub fn retype_in(&mut self, field: &str, text: &str) {
        self.focus_field(field);
        self.settle();
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    fn focus_field(&self, field: &str) {
        let field = field.to_owned();
        let is_field =
            |role| matches!(role, Role::TextInput | Role::MultilineTextInput | Role::PasswordInput);
        let node = self
            .harness
            .get_by(move |node| is_field(node.role()) && node.label().is_some_and(|label| label == field));
        node.focus();
    }

    /// Types where the keyboard is.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with others held.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Presses Tab until what has the keyboard is called so.
    pub fn tab_to(&mut self, name: &str) {
        for _ in 0..200 {
            if self.focused().as_deref() == Some(name) {
                return;
            }
            self.press(Key::Tab);
        }
        panic!("Tab never came to {name}; the last was {:?}", self.focused());
    }

    /// What has the keyboard is called.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is of another lifetime")]
    pub fn focused(&self) -> Option<String> {
        self.harness.query_all_by(|node| node.is_focused()).find_map(|node| name_of(&node))
    }

    /// Where what has the keyboard is.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is of another lifetime")]
    pub fn focused_rect(&self) -> Option<Rect> {
        self.harness.query_all_by(|node| node.is_focused()).map(|node| node.rect()).next_back()
    }

    /// Whether something with this in its name is on the screen.
    pub fn shows(&self, part: &str) -> bool {
        let part = plain(part);
        self.harness
            .query_all_by(move |node| {
                node.label().is_some_and(|label| plain(&label).contains(&part))
                    || node.value().is_some_and(|value| plain(&value).contains(&part))
            })
            .next()
            .is_some()
    }

    /// Fails unless something with this in its name is on the screen.
    #[track_caller]
    pub fn must_show(&self, part: &str) {
        assert!(self.shows(part), "“{part}” is not on the screen:\n{}", self.everything().join("\n"));
    }

    /// Fails when something with this in its name is on the screen.
    #[track_caller]
    pub fn must_not_show(&self, part: &str) {
        assert!(!self.shows(part), "“{part}” is on the screen:\n{}", self.everything().join("\n"));
    }

    /// Every name on the screen.
    pub fn everything(&self) -> Vec<String> {
        self.harness.query_all_by(|_| true).filter_map(|node| name_of(&node)).collect()
    }

    /// Waits for the thread that saves to have saved this many times, so that a picture does not depend on when it did.
    /// The window's own time stands still meanwhile: what it shows for some seconds is still there.
    pub fn wait_until_saved(&mut self, times: u64) {
        let path = self.book_path();
        while open::open(&path).map_or(0, |opened| opened.loaded.generation) < times {
            std::thread::yield_now();
        }
        while !self.shows("Bewaard om 14:03") {
            std::thread::yield_now();
            self.harness.step();
        }
        self.settle();
    }

    /// Draws until nothing moves.
    pub fn settle(&mut self) {
        self.harness.run();
    }
}

/// No-break spaces read as spaces.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn build(start: &Start, size: Vec2, theme: Theme) -> Harness<'static, App> {
    let start = start.clone();
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        // Small steps, so that what stays for some seconds is still there after a few dozen.
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(60)
        .with_render_cursor(false)
        .renderer(CpuRenderer::new())
        .build_eframe(move |creation| App::new(&creation.egui_ctx, start))
}

fn name_of(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value())
}

/// Clicks with the pointer, or as a screen reader does what lies out of sight.
fn click_node(node: &Node<'_>, in_sight: bool) {
    if in_sight {
        node.click();
    } else {
        node.click_accesskit();
    }
}
