//! "Laatste wijzigingen": what was done since the book was opened, the latest first.

use egui::{Context, Id, Ui, vec2};

use crate::{
    app::history::Entry,
    ui::{
        action::{Action, SheetKind},
        day_words::capital,
        fonts::Type,
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, space},
        views::others,
        widgets::{button::Button, hairline, label, sheet::Sheet},
    },
};

/// How many are shown at first, and how many more with each click.
const PAGE: usize = 50;
/// How many other versions are shown at first, and how many more with each click.
const OTHERS: usize = 10;
/// The room for the time, in points.
const TIME: f32 = 52.0;
/// The room for a button, in points.
const BUTTON: f32 = 170.0;

/// The list.
#[derive(Debug)]
pub struct ChangesSheet {
    /// How many of what was done are shown.
    shown: usize,
    /// How many fields are shown beside which another version waits.
    others_shown: usize,
    all_others: bool,
}

impl Default for ChangesSheet {
    fn default() -> Self {
        Self { shown: PAGE, others_shown: OTHERS, all_others: false }
    }
}

impl ChangesSheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("changes-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("changes"), title: Some(&title), close: &close, width: 680.0 };
        sheet.show(ctx, |ui| {
            self.contents(ui, scene);
            if scene.path.is_some() {
                ui.add_space(space::M);
                if Button::quiet(&scene.say("versions-look")).small().show(ui).clicked() {
                    scene.open(SheetKind::Versions);
                }
            }
        })
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.others(ui, scene);
        let history = scene.session.history();
        if history.done().is_empty() && history.undone().is_empty() {
            label::soft(ui, Type::Body, scene.say("changes-none"));
            return;
        }
        label::soft(ui, Type::Body, scene.say("changes-help"));
        ui.add_space(space::XS);
        // What was undone last comes next, and lies nearest to what is still done.
        let undone = history.undone();
        let far = undone.len().saturating_sub(PAGE);
        for (index, entry) in undone.iter().enumerate().skip(far) {
            let next = index + 1 == undone.len();
            row(ui, scene, entry, true, next.then_some(("redo", &Action::Redo)));
        }
        for (index, entry) in history.done().iter().rev().enumerate().take(self.shown) {
            row(ui, scene, entry, false, (index == 0).then_some(("undo", &Action::Undo)));
        }
        let more = history.done().len().saturating_sub(self.shown);
        if more > 0 {
            ui.add_space(space::XS);
            let words = scene.with("changes-more", &[("count", more.into())]);
            if Button::quiet(&words).small().show(ui).clicked() {
                self.shown += PAGE;
            }
        }
    }

    /// Every other version in the whole book, so that none waits unseen.
    fn others(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let overview = std::sync::Arc::clone(&scene.overview);
        let waiting = &overview.waiting;
        if waiting.is_empty() {
            return;
        }
        label::ink(ui, Type::Heading, scene.say("others-title"));
        label::soft(ui, Type::Body, scene.say("others-help"));
        ui.add_space(space::XS);
        let count = waiting.len().min(self.others_shown);
        others::list(ui, scene, waiting.get(..count).unwrap_or_default(), &mut self.all_others);
        let more = waiting.len() - count;
        if more > 0 {
            let words = scene.with("other-more", &[("count", more.into())]);
            if Button::quiet(&words).small().show(ui).clicked() {
                self.others_shown += OTHERS;
            }
        }
        ui.add_space(space::L);
    }
}

/// One thing that was done or undone, with the button that belongs to it.
fn row(ui: &mut Ui, scene: &mut Scene<'_>, entry: &Entry, undone: bool, button: Option<(&str, &Action)>) {
    let tokens = Tokens::of(ui);
    hairline::show(ui);
    let all = ui.available_width();
    let wide = all >= 420.0;
    let gap = ui.spacing().item_spacing.x;
    ui.horizontal_top(|ui| {
        ui.set_min_height(40.0);
        ui.allocate_ui(vec2(TIME, 40.0), |ui| {
            ui.set_width(TIME);
            ui.vertical(|ui| {
                ui.add_space(10.0);
                label::soft(ui, Type::Small, entry.at.format("%H:%M").to_string());
            });
        });
        let beside = if button.is_some() && wide { BUTTON + gap } else { 0.0 };
        let room = (all - TIME - gap - beside).max(60.0);
        ui.allocate_ui(vec2(room, 40.0), |ui| {
            ui.set_width(room);
            ui.vertical(|ui| {
                ui.add_space(space::XS);
                let color = if undone { tokens.soft } else { tokens.ink };
                label::coloured(ui, Type::Body, say(scene, entry, undone), color);
                if let Some((key, action)) = button.filter(|_| !wide) {
                    show(ui, scene, key, action);
                }
                ui.add_space(space::XXS);
            });
        });
        if let Some((key, action)) = button.filter(|_| wide) {
            ui.vertical(|ui| {
                ui.add_space(space::XXS);
                show(ui, scene, key, action);
            });
        }
    });
}

fn show(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, action: &Action) {
    if Button::quiet(&scene.say(key)).small().show(ui).clicked() {
        scene.push(action.clone());
    }
}

fn say(scene: &Scene<'_>, entry: &Entry, undone: bool) -> String {
    let deed = if scene.hides(Private::Deed) {
        scene.say("notice-hidden")
    } else {
        entry.deed.say(scene.words(), &scene.book().house.fit_words, scene.today())
    };
    // Grey alone would not say it.
    if undone { scene.with("changes-undone", &[("deed", (&deed).into())]) } else { capital(&deed) }
}
