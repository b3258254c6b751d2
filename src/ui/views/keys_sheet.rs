//! The sheet of keys.

use egui::{Context, CornerRadius, Id, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::{
    fonts::Type,
    keys::{HELP, KeyHelp},
    scene::Scene,
    tokens::{Tokens, radius, space},
    widgets::{label, sheet::Sheet},
};

/// The room for the name of a key, in points.
const KEY: f32 = 148.0;

/// The keys and what they are for.
#[derive(Debug, Default)]
pub struct KeysSheet;

impl KeysSheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("keys-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("keys"), title: Some(&title), close: &close, width: 620.0 };
        sheet.show(ctx, |ui| {
            label::soft(ui, Type::Body, scene.say("keys-intro"));
            ui.add_space(space::XS);
            for help in &HELP {
                row(ui, scene, help);
            }
        })
    }
}

fn row(ui: &mut Ui, scene: &Scene<'_>, help: &KeyHelp) {
    let name = match &help.shortcut {
        Some(shortcut) => ui.ctx().format_shortcut(shortcut),
        None => scene.say(&format!("{}-key", help.words)),
    };
    let words = scene.say(help.words);
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(KEY, 34.0), |ui| {
            ui.set_width(KEY);
            cap(ui, &name, &words);
        });
        ui.vertical(|ui| {
            ui.add_space(space::XXS);
            label::over(ui, Type::Body, &words);
        });
    });
}

/// The name of a key on a key; a screen reader says with it what the key does.
fn cap(ui: &mut Ui, name: &str, words: &str) {
    let tokens = Tokens::of(ui);
    let galley = ui.painter().layout(name.to_owned(), Type::SmallStrong.font(), tokens.ink, KEY - 20.0);
    let size = vec2((galley.size().x + 20.0).max(32.0), (galley.size().y + 12.0).max(30.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {words}")));
    let round = CornerRadius::same(radius::SMALL);
    ui.painter().rect(rect, round, tokens.rail, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.ink);
}
