//! The least a window of this toolkit costs: ours without anything in it.

use eframe::{App, Frame, NativeOptions, Renderer};
use egui::{CentralPanel, Ui, ViewportBuilder};
use kleurboek::ui::theme;

/// The word that asks for it.
pub const ASKED: &str = "empty-window";

struct Empty;

impl App for Empty {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        CentralPanel::default().show(ui, |_| {});
    }
}

/// Opens it and stays until it is closed.
pub fn window() {
    let viewport = ViewportBuilder::default().with_title("Kleurboek").with_inner_size([1280.0, 860.0]);
    let options = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        dithering: false,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let ran = eframe::run_native(
        "empty",
        options,
        Box::new(|creation| {
            theme::install(&creation.egui_ctx);
            Ok(Box::new(Empty))
        }),
    );
    if let Err(error) = ran {
        eprintln!("no window: {error}");
    }
}
