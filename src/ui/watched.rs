//! Whose fault a panic is: the program's own, or that of what draws its first picture.

use std::{cell::Cell, rc::Rc};

use egui::{Context, RawInput, Ui, Visuals};

/// How far a window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// The program's own code is running.
    is_inside: bool,
    /// How many pictures were begun.
    begun: u64,
}

impl Progress {
    /// Whether a panic now is the program's own mistake; in the first picture it may well be the driver's.
    pub const fn is_ours(self) -> bool {
        self.is_inside || self.begun > 1
    }
}

/// An app of which it is known how far it is.
pub(super) struct Watched<A> {
    app: A,
    progress: Rc<Cell<Progress>>,
}

impl<A> Watched<A> {
    /// Makes the app.
    pub fn new(progress: Rc<Cell<Progress>>, make: impl FnOnce() -> A) -> Self {
        let app = inside(&progress, make);
        Self { app, progress }
    }
}

fn inside<T>(progress: &Cell<Progress>, run: impl FnOnce() -> T) -> T {
    progress.set(Progress { is_inside: true, ..progress.get() });
    let done = run();
    progress.set(Progress { is_inside: false, ..progress.get() });
    done
}

impl<A: eframe::App> eframe::App for Watched<A> {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        inside(&self.progress, || self.app.logic(ctx, frame));
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let begun = self.progress.get().begun.saturating_add(1);
        self.progress.set(Progress { begun, ..self.progress.get() });
        inside(&self.progress, || self.app.ui(ui, frame));
    }

    fn raw_input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.app.raw_input_hook(ctx, input);
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        inside(&self.progress, || self.app.on_exit(gl));
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn a_panic_is_ours_inside_and_after_the_first_picture() {
        let progress = Cell::new(Progress::default());
        assert!(!progress.get().is_ours());
        inside(&progress, || assert!(progress.get().is_ours()));
        assert!(!progress.get().is_ours());
        let panicked = catch_unwind(AssertUnwindSafe(|| inside(&progress, || panic!("on purpose"))));
        assert!(panicked.is_err() && progress.get().is_ours());
        assert!(!Progress { is_inside: false, begun: 1 }.is_ours());
        assert!(Progress { is_inside: false, begun: 2 }.is_ours());
    }
}
