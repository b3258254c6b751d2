//! Opens the window: with OpenGL, and where that fails with what else there is.

use std::{
    any::Any,
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    rc::Rc,
};

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use super::{
    app::Start,
    rehearsal::Rehearsal,
    watched::{Progress, Watched},
    window_icon, window_place,
};
use crate::{
    app::{ending, no_window::Obstacle},
    storage::machine::Machine,
};

/// Which renderers to try, in order. Linux has only OpenGL; elsewhere the machine's own comes first, as OpenGL fails
/// over a remote desktop.
#[cfg(any(windows, target_os = "macos"))]
const RENDERERS: &[Renderer] = &[Renderer::Wgpu, Renderer::Glow];
#[cfg(not(any(windows, target_os = "macos")))]
const RENDERERS: &[Renderer] = &[Renderer::Glow];

/// Why there is no window, or no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// None could be opened: what stood in the way, and the error of the first try.
    NotOpened(Obstacle, String),
    /// There was one, and a mistake of the program ended it.
    Stopped,
}

impl NoWindow {
    /// What stood in the way of a first window, and the error.
    pub fn not_opened(&self) -> Option<(Obstacle, &str)> {
        match self {
            Self::NotOpened(obstacle, error) => Some((*obstacle, error)),
            Self::Stopped => None,
        }
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// [`NoWindow`].
pub fn run(start: &Start, machine: &Machine) -> Result<(), NoWindow> {
    #[cfg(target_os = "macos")]
    super::finder::listen();
    let rehearsal = Rc::new(Cell::new(None));
    let mut first = None;
    for renderer in RENDERERS {
        match open(start.clone(), machine.clone(), Rc::clone(&rehearsal), *renderer) {
            Ok(()) => return Ok(()),
            Err(NoWindow::Stopped) => return Err(NoWindow::Stopped),
            Err(why @ NoWindow::NotOpened(..)) => {
                log::error!("no window with {renderer}: {why:?}");
                first.get_or_insert(why);
            }
        }
    }
    if let Some(rehearsal) = rehearsal.take() {
        rehearsal.let_go();
    }
    let why = first.unwrap_or(NoWindow::Stopped);
    #[cfg(not(any(windows, target_os = "macos")))]
    {
        super::second_try::start_anew(&why);
        if let (NoWindow::NotOpened(obstacle, _), Some(error)) = (&why, super::second_try::first_error()) {
            return Err(NoWindow::NotOpened(*obstacle, error));
        }
    }
    Err(why)
}

fn open(
    start: Start,
    machine: Machine,
    rehearsals: Rc<Cell<Option<Rehearsal>>>,
    renderer: Renderer,
) -> Result<(), NoWindow> {
    let mut viewport = ViewportBuilder::default()
        .with_title("Kleurboek")
        .with_app_id("kleurboek")
        .with_icon(window_icon::load());
    viewport = window_place::ask_for(viewport, machine.window.unwrap_or_default(), machine.zoom());
    // That of a renderer that failed, unless it took it along.
    let rehearsal = rehearsals.take().unwrap_or_else(|| Rehearsal::new(&machine));
    let ctx = rehearsal.ctx().clone();
    rehearsals.set(Some(rehearsal));
    let begin = {
        let (rehearsals, start, machine) = (Rc::clone(&rehearsals), start.clone(), machine.clone());
        move |viewport| {
            if let Some(mut rehearsal) = rehearsals.take() {
                rehearsal.begin(&start, &machine);
                rehearsals.set(Some(rehearsal));
            }
            viewport
        }
    };
    let options = NativeOptions {
        viewport,
        renderer,
        persist_window: false,
        // For gradients, of which there are none; without a graphics card it takes a fifth of the time of a picture.
        dithering: false,
        // Ours come at need.
        system_font_fallback: false,
        // Not before: to connect to the X server, a program with one thread needs half the time of one with two.
        window_builder: Some(Box::new(begin)),
        ..NativeOptions::default()
    };
    let progress = Rc::new(Cell::new(Progress::default()));
    let watched = Rc::clone(&progress);
    let run = || {
        eframe::run_native_ext(
            "kleurboek",
            options,
            Some(ctx),
            Box::new(move |creation| {
                if let Some(window) = creation.winit_window() {
                    window_place::put(&creation.egui_ctx, window, machine.window.unwrap_or_default());
                }
                let rehearsal = rehearsals.take().unwrap_or_else(|| Rehearsal::new(&machine));
                let ctx = creation.egui_ctx.clone();
                let app = || {
                    let app = rehearsal.app(start, machine);
                    ending::watch(app.asked_to_end(ctx));
                    app
                };
                Ok(Box::new(Watched::new(watched, app)))
            }),
        )
    };
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(result) => result.map_err(|error| NoWindow::NotOpened(obstacle(&error), error.to_string())),
        Err(_) if progress.get().is_ours() => Err(NoWindow::Stopped),
        // What draws can panic instead of saying that it cannot.
        Err(panic) => Err(NoWindow::NotOpened(Obstacle::Graphics, text_of(panic.as_ref()).to_owned())),
    }
}

fn obstacle(error: &eframe::Error) -> Obstacle {
    match error {
        eframe::Error::WinitEventLoop(_) => Obstacle::Screen,
        _ => Obstacle::Graphics,
    }
}

/// What a panic said.
fn text_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic")
}
