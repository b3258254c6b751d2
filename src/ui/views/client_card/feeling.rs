//! The colour of a client and how it feels to work for them.

use egui::{
    Align2, CornerRadius, CursorIcon, Rect, Response, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use crate::{
    app::command::{ClientEdit, Command},
    domain::{
        client::{Client, GutFeeling},
        fit::Fit,
    },
    ui::{
        fonts::Type,
        paint::{gut_icon, gut_key},
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, radius, space},
        widgets::{button::paint_icon, client_tile::elided_galley, focus_ring, label, spoken},
    },
};

/// The width of a patch of paint, in points.
const PATCH: Vec2 = vec2(64.0, 44.0);
/// The room of one choice with its word under it, in points.
const CHOICE: Vec2 = vec2(74.0, 66.0);

/// Draws both, side by side where there is room.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    if scene.hides(Private::Colour) || scene.hides(Private::Feeling) {
        label::soft(ui, Type::Body, scene.say("card-feeling-hidden"));
        return;
    }
    let width = ui.available_width();
    if width < 5.0 * CHOICE.x * 2.0 + space::L {
        colours(ui, scene, client);
        ui.add_space(space::S);
        feelings(ui, scene, client);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.set_width(416.0_f32.min(width / 2.0));
            colours(ui, scene, client);
        });
        ui.vertical(|ui| feelings(ui, scene, client));
    });
}

fn colours(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    row(ui, &scene.say("card-colour"), |ui, room| {
        for fit in Fit::ALL {
            let paint = scene.paint(ui, fit);
            let chosen = client.fit == fit;
            let (rect, response) = choice(ui, room, chosen, &paint.word);
            let patch = Rect::from_min_size(rect.min, vec2(PATCH.x.min(rect.width() - 8.0), PATCH.y));
            ui.painter().rect_filled(patch, CornerRadius::same(radius::SMALL), paint.fill);
            paint_icon(ui, paint.icon, patch.center(), 24.0, paint.on);
            if chosen {
                focus_ring::paint_always(ui, patch.shrink(1.0), radius::SMALL);
            }
            word(ui, rect, patch.center().x, &paint.word, chosen);
            if response.clicked() && !chosen {
                scene.send(Command::EditClient(client.id, ClientEdit::Fit(fit)));
            }
        }
    });
}

fn feelings(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    row(ui, &scene.say("card-gut"), |ui, room| {
        let tokens = Tokens::of(ui);
        for gut in GutFeeling::ALL {
            let said = scene.say(gut_key(gut));
            let chosen = client.gut == Some(gut);
            // The faces stand a little closer than the patches.
            let (rect, response) = choice(ui, room.min(59.0), chosen, &said);
            let center = pos2(rect.left() + 22.0, rect.top() + 22.0);
            let hot = response.hovered();
            let (fill, on) = match (chosen, hot) {
                (true, _) => (tokens.ink, tokens.on_ink),
                (false, true) => (tokens.line, tokens.ink),
                (false, false) => (tokens.track, tokens.ink),
            };
            ui.painter().circle_filled(center, 22.0, fill);
            paint_icon(ui, gut_icon(gut), center, 28.0, on);
            word(ui, rect, center.x, &said, chosen);
            if response.clicked() {
                // The chosen one again takes it away.
                let gut = (!chosen).then_some(gut);
                scene.send(Command::EditClient(client.id, ClientEdit::Gut(gut)));
            }
        }
    });
}

/// A question, and five choices beside each other, however narrow it is.
fn row(ui: &mut Ui, question: &str, contents: impl FnOnce(&mut Ui, f32)) {
    label::soft_over(ui, Type::Body, question);
    ui.add_space(space::XXS);
    let room = CHOICE.x.min(ui.available_width() / 5.0);
    spoken::group(ui, question, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            contents(ui, room);
        });
    });
}

fn choice(ui: &mut Ui, room: f32, chosen: bool, said: &str) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(vec2(room, CHOICE.y), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, said));
    // Around the word too, so that it differs from the ring of the chosen one.
    focus_ring::paint(ui, &response, rect.expand2(vec2(-2.0, 3.0)).translate(vec2(-5.0, 0.0)), radius::SMALL);
    (rect, response.on_hover_cursor(CursorIcon::PointingHand))
}

fn word(ui: &Ui, rect: Rect, middle: f32, text: &str, chosen: bool) {
    let tokens = Tokens::of(ui);
    let color = if chosen { tokens.ink } else { tokens.soft };
    let galley = elided_galley(ui, rect.width() - 4.0, Type::Small, text, color);
    let place = Align2::CENTER_CENTER.anchor_size(pos2(middle, rect.bottom() - 10.0), galley.size());
    ui.painter().galley(place.min, galley, color);
}
