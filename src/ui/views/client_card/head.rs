//! The name of a client, to change in place, and the menu.

use egui::{Align, CursorIcon, Id, Key, Layout, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    app::command::{ClientEdit, Command},
    domain::client::Client,
    ui::{
        action::{Action, SheetKind},
        fonts::Type,
        icon::Icon,
        right_to_left,
        scene::Scene,
        tokens::{Tokens, radius},
        widgets::{
            button::{Button, icon_button, paint_icon},
            field::Field,
            focus_ring, hairline, label, menu,
        },
    },
};

/// The size of the name, in points.
const NAME: f32 = 30.0;
/// What the three dots and the cross take.
const CORNER: f32 = 96.0;
/// What the pencil behind the name takes.
const PENCIL: f32 = 34.0;

/// How far the name is with being changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Naming {
    /// It stands there.
    #[default]
    Shown,
    /// Its field still has to get the keyboard.
    Begins,
    /// Its field has the keyboard.
    Typed,
}

/// The head of the card.
#[derive(Debug, Default)]
pub struct Head {
    naming: Naming,
    empty: bool,
}

impl Head {
    /// Draws it; whether the cross was clicked.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client, close: &str) -> bool {
        let top = ui.ctx().memory(egui::Memory::top_modal_layer) == Some(ui.layer_id());
        if top && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::F2)) {
            self.naming = Naming::Begins;
        }
        let width = ui.available_width();
        let mut crossed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| {
                ui.set_width((width - CORNER).max(60.0));
                self.name(ui, scene, client);
            });
            ui.allocate_ui_with_layout(vec2(CORNER, 40.0), Layout::left_to_right(Align::Min), |ui| {
                ui.add_space(CORNER - 2.0 * 36.0 - 10.0);
                more(ui, scene, client);
                ui.add_space(10.0);
                crossed = icon_button(ui, Icon::Close, close).clicked();
            });
        });
        crossed
    }

    fn name(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
        let button = Id::unique(("client name button", client.id));
        if self.naming == Naming::Shown {
            if shown(ui, scene, client, button) {
                self.naming = Naming::Begins;
                ui.ctx().request_repaint();
            }
            return;
        }
        let id = Id::unique(("client name", client.id));
        if self.naming == Naming::Begins {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.empty = false;
        }
        let name = scene.say("card-name");
        if let Some((text, visit)) = Field::line(&name).show_draft(ui, id, &client.name) {
            self.empty = text.trim().is_empty();
            if !self.empty {
                scene.send_typed(Command::EditClient(client.id, ClientEdit::Name(text)), visit);
            }
        }
        if self.empty {
            label::soft(ui, Type::Small, scene.say("card-name-empty"));
        }
        // Esc leaves the field first; the sheet stays.
        let escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        let entered = ui.input(|input| input.key_pressed(Key::Enter));
        let focused = ui.memory(|memory| memory.has_focus(id));
        if escaped || (self.naming == Naming::Typed && !focused) {
            self.naming = Naming::Shown;
            if escaped || entered {
                ui.memory_mut(|memory| memory.request_focus(button));
            }
        } else {
            self.naming = Naming::Typed;
        }
    }
}

/// The name as a button with a pencil; whether it was clicked.
fn shown(ui: &mut Ui, scene: &Scene<'_>, client: &Client, id: Id) -> bool {
    let tokens = Tokens::of(ui);
    let mut job = egui::text::LayoutJob::single_section(
        right_to_left::as_drawn(&client.name).into_owned(),
        egui::TextFormat::simple(Type::Title.font_of_size(NAME), tokens.ink),
    );
    job.wrap.max_width = (ui.available_width() - PENCIL).max(40.0);
    job.wrap.max_rows = 3;
    let galley = ui.painter().layout_job(job);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x + PENCIL, galley.size().y.max(40.0)));
    let response = ui.interact(rect, id, Sense::click());
    let said = scene.with("card-rename", &[("name", (&client.name).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.hovered() || response.has_focus() {
        paint_icon(ui, Icon::Pencil, pos2(rect.right() - 14.0, rect.top() + 20.0), 20.0, tokens.soft);
    }
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    focus_ring::paint(ui, &response, rect, radius::SMALL);
    response.on_hover_cursor(CursorIcon::Text).clicked()
}

fn more(ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
    let response = icon_button(ui, Icon::Dots, &scene.say("card-more"));
    let name = scene.with("swatch-menu", &[("name", (&client.name).into())]);
    menu::under(&response, &name, |ui| {
        ui.set_width(284.0);
        let archive = scene.say(if client.archived { "card-take-back" } else { "card-archive" });
        if Button::bare(&archive).small().show(ui).clicked() {
            scene.send(Command::EditClient(client.id, ClientEdit::Archived(!client.archived)));
            ui.close();
        }
        if Button::bare(&scene.say("card-remove")).small().icon(Icon::Trash).show(ui).clicked() {
            scene.push(Action::DoAndClose(Command::RemoveClient(client.id)));
            ui.close();
        }
        ui.horizontal_top(|ui| {
            ui.add_space(14.0);
            label::soft(ui, Type::Small, scene.say("card-remove-help"));
        });
        hairline::show(ui);
        if Button::bare(&scene.say("card-export")).small().show(ui).clicked() {
            scene.open(SheetKind::ExportClient(client.id));
            ui.close();
        }
        if Button::bare(&scene.say("card-erase")).small().show(ui).clicked() {
            scene.open(SheetKind::EraseClient(client.id));
            ui.close();
        }
    });
}
