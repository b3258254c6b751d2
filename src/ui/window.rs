//! Opens the window: with OpenGL, and where that fails with what else there is.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind},
    rc::Rc,
};

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use super::{
    app::{App, Start},
    arriving::{AT_ONCE, Early},
    window_icon,
};
use crate::{
    app::{clock::Clock, opening},
    storage::machine::Machine,
};

/// The size of the window at first, in points.
const SIZE: [f32; 2] = [1280.0, 860.0];
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
    /// None could be opened: why, from the first renderer that was tried.
    NotOpened(String),
    /// There was one, and a mistake of the program ended it.
    Stopped,
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// [`NoWindow`].
pub fn run(start: &Start) -> Result<(), NoWindow> {
    #[cfg(target_os = "macos")]
    super::finder::listen();
    let machine = Machine::load(&start.places);
    // Read while the window is being made.
    let book = opening::which_book(start.book.clone(), &machine, &start.places);
    let early =
        Rc::new(Cell::new(book.map(|path| Early::begin(path, &start.places, Clock::maybe_frozen(start.on)))));
    let mut first_error = None;
    for renderer in RENDERERS {
        match open(start.clone(), machine.clone(), Rc::clone(&early), *renderer) {
            Ok(()) => return Ok(()),
            Err(NoWindow::Stopped) => return Err(NoWindow::Stopped),
            Err(NoWindow::NotOpened(error)) => {
                log::warn!("no window with {renderer}: {error}");
                first_error.get_or_insert(error);
            }
        }
    }
    Err(NoWindow::NotOpened(first_error.unwrap_or_default()))
}

/// Says that the window ended by a mistake, in a message of the machine's own where it can show one.
pub fn tell_that_it_stopped(sentence: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Kleurboek")
        .set_description(sentence)
        .show();
}

/// Says something when there is no window to say it in: in a message of the machine's own, where there is one.
#[cfg(any(windows, target_os = "macos"))]
pub fn tell_without_window(sentence: &str) {
    rfd::MessageDialog::new().set_title("Kleurboek").set_description(sentence).show();
}

/// Says something when there is no window to say it in. On Linux that is the terminal, which the caller does.
#[cfg(not(any(windows, target_os = "macos")))]
pub const fn tell_without_window(_sentence: &str) {}

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
        .with_min_inner_size(SMALLEST)
        .with_inner_size(SIZE);
    if let Some(size) = machine.window {
        viewport = viewport.with_inner_size([size.width.max(SMALLEST[0]), size.height.max(SMALLEST[1])]);
    }
    let options = NativeOptions {
        viewport,
        renderer,
        persist_window: false,
        // For gradients, of which there are none; without a graphics card it takes a fifth of the time of a picture.
        dithering: false,
        ..NativeOptions::default()
    };
    let is_open = Rc::new(Cell::new(false));
    let opened = Rc::clone(&is_open);
    let run = || {
        eframe::run_native(
            "kleurboek",
            options,
            Box::new(move |creation| {
                opened.set(true);
                Ok(Box::new(App::with(&creation.egui_ctx, start, machine, early.take(), AT_ONCE)))
            }),
        )
    };
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(result) => result.map_err(|error| NoWindow::NotOpened(error.to_string())),
        Err(_) if is_open.get() => Err(NoWindow::Stopped),
        // Without any display the window's own library can panic instead of saying so.
        Err(_) => Err(NoWindow::NotOpened("the window's renderer failed to start".to_owned())),
    }
}
