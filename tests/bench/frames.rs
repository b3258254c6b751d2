//! What building one frame costs the processor, without the graphics card: the layout of everything and its triangles.
//! Prints what it measured; how fast this machine is proves nothing.
//!
//! `cargo bench --bench frames`, or with the years in the book: `-- 100`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark"
)]

use std::{
    fs,
    time::{Duration, Instant},
};

use eframe::{App as _, Frame};
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase,
    accesskit::{Node, Role},
    vec2,
};
use kleurboek::{
    domain::{book::Language, example},
    storage::{format, places::Places},
    ui::app::{App, Start},
};
use tempfile::TempDir;

/// First frames, each of a window of its own.
const FIRSTS: usize = 20;
/// Frames of each kind.
const FRAMES: usize = 1000;

/// Frames of a book of so many years.
type Measure = fn(u32) -> Vec<Duration>;

/// The app, a frame at a time.
struct Window {
    ctx: Context,
    app: App,
    time: f64,
    _home: TempDir,
}

impl Window {
    fn new(years: u32) -> Self {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        let path = home.path().join("boek.kleurboek");
        let book = example::large(Language::Dutch, years);
        fs::write(&path, format::write(&book, 1).unwrap()).unwrap();
        let on = Some(example::example_day());
        let start = Start { book: Some(path), on, places, locale: Some("nl-BE".to_owned()) };
        let ctx = Context::default();
        let app = App::new(&ctx, start);
        Self { ctx, app, time: 0.0, _home: home }
    }

    /// Once everything that moves at the start is at rest.
    fn at_rest(years: u32) -> Self {
        let mut window = Self::new(years);
        for _ in 0..60 {
            window.frame(Vec::new());
        }
        window
    }

    /// Builds a frame after `events`; how long that took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 860.0))),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let mut frame = Frame::_new_kittest();
        let begin = Instant::now();
        let output = self.ctx.run_ui(input, |ui| {
            self.app.logic(ui.ctx(), &mut frame);
            self.app.ui(ui, &mut frame);
        });
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = begin.elapsed();
        std::hint::black_box(triangles);
        let mut textures = output.textures_delta;
        textures.clear();
        took
    }

    /// Where everything is that a screen reader finds in this role and with this in its name.
    fn find(&mut self, wanted: Role, name: &str) -> Vec<Pos2> {
        self.ctx.enable_accesskit();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 860.0))),
            time: Some(self.time),
            ..RawInput::default()
        };
        let mut frame = Frame::_new_kittest();
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui, &mut frame));
        self.ctx.disable_accesskit();
        output.textures_delta.clear();
        let is_wanted =
            |node: &Node| node.role() == wanted && node.label().is_some_and(|label| label.contains(name));
        let nodes = output.platform_output.accesskit_update.unwrap().nodes;
        let middle = |node: &Node| {
            let bounds = node.bounds()?;
            #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
            let middle = Pos2::new(
                f64::midpoint(bounds.x0, bounds.x1) as f32,
                f64::midpoint(bounds.y0, bounds.y1) as f32,
            );
            Some(middle)
        };
        nodes.iter().filter(|(_, node)| is_wanted(node)).filter_map(|(_, node)| middle(node)).collect()
    }

    fn click(&mut self, place: Pos2) -> Vec<Duration> {
        let button = |pressed| Event::PointerButton {
            pos: place,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        vec![self.frame(vec![Event::PointerMoved(place), button(true)]), self.frame(vec![button(false)])]
    }

    fn press(&mut self, key: Key) -> Duration {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![event(true), event(false)])
    }
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index"
        )]
        let index = (times.len() as f64 * share) as usize;
        times.get(index).or(times.last()).copied().unwrap_or_default()
    };
    println!(
        "{what:24} median {:9.2?}, p99 {:9.2?}, worst {:9.2?} of {}",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let years = words.iter().find_map(|word| word.parse().ok()).unwrap_or(10);
    let named: Vec<&String> =
        words.iter().filter(|word| !word.starts_with('-') && word.parse::<u32>().is_err()).collect();
    println!("one frame, a book of {years} years");
    let kinds: [(&str, Measure); 5] =
        [("first", first), ("rest", rest), ("scrolling", scrolling), ("typing", typing), ("cards", cards)];
    for (name, measure) in kinds {
        if named.is_empty() || named.iter().any(|word| *word == name) {
            report(name, measure(years));
        }
    }
}

/// The very first frame of a window.
fn first(years: u32) -> Vec<Duration> {
    (0..FIRSTS).map(|_| Window::new(years).frame(Vec::new())).collect()
}

/// Frames in which nothing happens.
fn rest(years: u32) -> Vec<Duration> {
    let mut window = Window::at_rest(years);
    (0..FRAMES).map(|_| window.frame(Vec::new())).collect()
}

/// Up and down over all the swatches.
fn scrolling(years: u32) -> Vec<Duration> {
    let mut window = Window::at_rest(years);
    window.frame(vec![Event::PointerMoved(Pos2::new(700.0, 600.0))]);
    let wheel = |number: usize| Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if number % 400 < 200 { -80.0 } else { 80.0 }),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    (0..FRAMES).map(|number| window.frame(vec![wheel(number)])).collect()
}

/// A name in the search field, a letter a frame, and out again.
fn typing(years: u32) -> Vec<Duration> {
    let mut window = Window::at_rest(years);
    let search = window.find(Role::TextInput, "")[0];
    window.click(search);
    assert!(window.ctx.text_edit_focused(), "the search field has the keyboard");
    let keys = |number: usize| match number % 10 {
        letter @ 0..=4 => Ok(["a", "n", "n", "e", " "][letter]),
        _ => Err(Key::Backspace),
    };
    (0..FRAMES)
        .map(|number| match keys(number) {
            Ok(letter) => window.frame(vec![Event::Text(letter.to_owned())]),
            Err(key) => window.press(key),
        })
        .collect()
}

/// Swatches that are opened and closed, in turn.
fn cards(years: u32) -> Vec<Duration> {
    let mut window = Window::at_rest(years);
    let mut cards = window.find(Role::Button, "nog te krijgen");
    cards.retain(|place| {
        Rect::from_min_max(Pos2::new(150.0, 420.0), Pos2::new(1280.0, 800.0)).contains(*place)
    });
    let mut times = Vec::new();
    while times.len() < FRAMES {
        for place in &cards {
            times.extend(window.click(*place));
            times.extend((0..12).map(|_| window.frame(Vec::new())));
            assert!(window.ctx.memory(|memory| memory.top_modal_layer().is_some()), "the card is open");
            times.push(window.press(Key::Escape));
            times.push(window.frame(Vec::new()));
        }
    }
    times
}
