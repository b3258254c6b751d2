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
    app::{App, Start},
    arriving::{AT_ONCE, Early},
    watched::{Progress, Watched},
    window_icon, window_place,
};
use crate::{
    app::{clock::Clock, no_window::Obstacle, opening},
    storage::machine::Machine,
};

/// The smallest a window can be made, in points.
const SMALLEST: [f32; 2] = [640.0, 480.0];

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
    // Read while the window is being made.
    let early = Rc::new(Cell::new(first_book(start, machine)));
    let mut first = None;
    for renderer in RENDERERS {
        match open(start.clone(), machine.clone(), Rc::clone(&early), *renderer) {
            Ok(()) => return Ok(()),
            Err(NoWindow::Stopped) => return Err(NoWindow::Stopped),
            Err(why @ NoWindow::NotOpened(..)) => {
                log::error!("no window with {renderer}: {why:?}");
                first.get_or_insert(why);
            }
        }
    }
    if let Some(early) = early.take() {
        early.let_go();
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

/// The book to start with, which is read from now on.
fn first_book(start: &Start, machine: &Machine) -> Option<Early> {
    let path = opening::which_book(start.book.clone(), machine, &start.places)?;
    Some(Early::begin(path, &start.places, Clock::maybe_frozen(start.on)))
}

fn open(
    start: Start,
    machine: Machine,
    early: Rc<Cell<Option<Early>>>,
    renderer: Renderer,
) -> Result<(), NoWindow> {
    let mut viewport = ViewportBuilder::default()
        .with_title("Kleurboek")
        .with_app_id("kleurboek")
        .with_icon(window_icon::load())
        .with_min_inner_size(SMALLEST);
    viewport = window_place::ask_for(viewport, machine.window.unwrap_or_default(), SMALLEST);
    let options = NativeOptions {
        viewport,
        renderer,
        persist_window: false,
        // For gradients, of which there are none; without a graphics card it takes a fifth of the time of a picture.
        dithering: false,
        ..NativeOptions::default()
    };
    let progress = Rc::new(Cell::new(Progress::default()));
    let watched = Rc::clone(&progress);
    let run = || {
        eframe::run_native(
            "kleurboek",
            options,
            Box::new(move |creation| {
                if let Some(window) = creation.winit_window() {
                    window_place::put(&creation.egui_ctx, window, machine.window.unwrap_or_default());
                }
                // A renderer that failed may have taken it along.
                let early = early.take().or_else(|| first_book(&start, &machine));
                let app = || App::with(&creation.egui_ctx, start, machine, early, AT_ONCE);
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
