//! The first picture, laid out while the window is being made: the book is read by then, its letters are drawn, and the
//! window has only to paint it.

use std::{
    num::NonZeroUsize,
    panic::resume_unwind,
    sync::Arc,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use egui::{Context, Pos2, RawInput, Rect, ViewportId, ViewportInfo, vec2};

use super::{
    app::{App, Start},
    arriving::{AT_ONCE, Early},
    fonts,
};
use crate::{
    app::{
        aside::{Aside, Processor},
        clock::Clock,
        memory, opening,
    },
    domain::Day,
    storage::machine::{Machine, WindowPlace},
};

/// The width of the picture with all letters, in pixels: what every graphics card can draw. The same in every picture,
/// or the letters would be drawn anew.
pub(super) const LETTERS: usize = 2048;
/// Layouts of one frame: a second when the first finds that something is wider than thought.
const MOST_PASSES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);
/// What fonts and the first picture take, in megabytes.
const ROOM: usize = 2;
/// An app that nobody needs is waited for this long.
const LET_GO: Duration = Duration::from_secs(2);
/// Between two looks whether it is there.
const GLANCE: Duration = Duration::from_millis(5);

/// An app that is being started on a thread of its own.
pub(super) struct Rehearsal {
    /// Where the app is shown.
    ctx: Context,
    app: Option<JoinHandle<App>>,
}

impl Rehearsal {
    /// Makes room for it; nothing is begun.
    pub fn new(machine: &Machine) -> Self {
        let ctx = Context::default();
        // As eframe has it.
        ctx.set_embed_viewports(false);
        ctx.options_mut(|options| {
            options.max_passes = MOST_PASSES;
            // From now on: the size of the window is asked for while the app is already at work.
            options.zoom_factor = machine.zoom();
        });
        Self { ctx, app: None }
    }

    /// Where the app is shown.
    pub const fn ctx(&self) -> &Context {
        &self.ctx
    }

    /// Begins, unless it was begun before.
    pub fn begin(&mut self, start: &Start, machine: &Machine) {
        if self.app.is_some() {
            return;
        }
        let (ctx, start, machine) = (self.ctx.clone(), start.clone(), machine.clone());
        // Asked on this thread: on a new one it would wait, under Linux, until the libraries of the window are loaded.
        let today = Clock::maybe_frozen(start.on).today();
        let of_window = Processor::of_this_thread();
        let begun = thread::Builder::new().name("kleurboek-start".to_owned()).spawn(move || {
            let aside = Aside::of(of_window);
            memory::make_room(ROOM);
            let mut app = make(&ctx, start, machine, today, Some(aside));
            app.rehearse(&ctx);
            app
        });
        self.app = begun.inspect_err(|error| log::warn!("no thread to start on: {error}")).ok();
    }

    /// The app, once it is there. A panic of its thread is one here.
    pub fn app(self, start: Start, machine: Machine) -> App {
        match self.app.map(JoinHandle::join) {
            Some(Ok(app)) => app,
            Some(Err(panic)) => resume_unwind(panic),
            None => {
                let today = Clock::maybe_frozen(start.on).today();
                make(&self.ctx, start, machine, today, None)
            }
        }
    }

    /// There will be no window: waits a moment, so that nothing is left half written.
    pub fn let_go(self) {
        let Some(app) = self.app else { return };
        let begun = Instant::now();
        while !app.is_finished() && begun.elapsed() < LET_GO {
            thread::sleep(GLANCE);
        }
        if app.is_finished() {
            drop(app.join());
        }
    }
}

/// Starts the app with the first book, which is read meanwhile; keeps aside until it is.
fn make(ctx: &Context, start: Start, machine: Machine, today: Day, aside: Option<Aside>) -> App {
    #[cfg(target_os = "macos")]
    let path = super::finder::starting(ctx);
    #[cfg(not(target_os = "macos"))]
    let path = None;
    let path = path.or_else(|| opening::which_book(start.book.clone(), &machine, &start.places));
    let early = path.map(|path| Early::begin(ctx, path, &start.places, today, aside));
    ctx.add_font_provider(Arc::new(fonts::of_this_machine()));
    App::with(ctx, start, machine, early, AT_ONCE)
}

impl App {
    /// Lays the first picture out as in a window where the last one was. Where the window turns out otherwise, only its
    /// letters are of use.
    fn rehearse(&mut self, ctx: &Context) {
        let place = self.machine.window.unwrap_or_default();
        let mut output = ctx.run_ui(input(place, ctx.zoom_factor()), |ui| self.frame(ui));
        // What was drawn goes to the window with its own first picture.
        let textures = ctx.tex_manager();
        let mut textures = textures.write();
        output.textures_delta.set.drain().for_each(|(id, deltas)| {
            deltas.into_iter().for_each(|delta| textures.set(id, delta));
        });
        drop(textures);
        for (id, viewport) in output.viewport_output {
            viewport.commands.into_iter().for_each(|command| ctx.send_viewport_cmd_to(id, command));
        }
    }
}

/// What a window at `place` tells before anything was done in it.
fn input(place: WindowPlace, zoom: f32) -> RawInput {
    let viewport = ViewportInfo { native_pixels_per_point: Some(place.scale), ..ViewportInfo::default() };
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(place.width, place.height) / zoom)),
        viewports: [(ViewportId::ROOT, viewport)].into_iter().collect(),
        max_texture_side: Some(LETTERS),
        time: Some(0.0),
        ..RawInput::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{book::Language, example},
        storage::{disk::RealDisk, places::Places, save::BookFile},
    };

    #[test]
    fn the_first_picture_in_the_window_has_its_letters_and_is_laid_out_once() -> std::io::Result<()> {
        let home = tempfile::tempdir()?;
        let path = home.path().join("boek.kleurboek");
        let places = Places::under(home.path());
        let (book, day) = (example::atelier_noor(Language::Dutch), example::example_day());
        let saved = BookFile::create_new(&path, Arc::new(RealDisk)).save(&book, &places, day.into());
        assert!(saved.is_ok(), "{saved:?}");
        let on = Some(day);
        let start = Start { book: Some(path), on, places, locale: Some("nl-BE".to_owned()) };
        for text_size in [100, 200] {
            let machine = Machine { text_size, ..Machine::default() };
            let mut rehearsal = Rehearsal::new(&machine);
            let ctx = rehearsal.ctx().clone();
            rehearsal.begin(&start, &machine);
            let mut app = rehearsal.app(start.clone(), machine.clone());
            let mut output = ctx.run_ui(input(WindowPlace::default(), machine.zoom()), |ui| app.frame(ui));
            let pictures: Vec<_> = output.textures_delta.set.drain().flat_map(|(_, deltas)| deltas).collect();
            // First the whole picture with letters, as it was drawn before; then perhaps what has changed since.
            assert!(
                pictures.first().is_some_and(|letters| letters.pos.is_none() && letters.image.height() > 32)
            );
            assert_eq!(output.platform_output.num_completed_passes, 1);
        }
        Ok(())
    }
}
