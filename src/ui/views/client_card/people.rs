//! Who to reach at a client, and where they are.

use egui::{CursorIcon, Id, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::{
    app::command::{ClientEdit, Command},
    domain::client::{Client, Person},
    ui::{
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::{Tokens, radius, space},
        widgets::{
            button::{Button, icon_button, icon_button_in_line},
            card,
            field::Field,
            focus_ring, label, tip,
        },
    },
};

/// The least height of a line, in points.
const LINE: f32 = 28.0;

/// The people of the card: a line of them, or fields.
#[derive(Debug, Default)]
pub struct People {
    editing: bool,
    /// Whether there is an empty row under those in the book; it goes to the book once something is typed in it.
    one_more: bool,
    /// Whether the fields were opened in the frame before.
    opened: bool,
    copied: Option<String>,
    count: usize,
}

impl People {
    /// Draws them.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
        if std::mem::take(&mut self.opened) {
            ui.memory_mut(|memory| memory.request_focus(field_id(client, 0, 0)));
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = 26.0;
            self.lines(ui, scene, client);
        });
        if self.editing {
            ui.add_space(space::XS);
            card::quiet_box(ui, |ui| self.fields(ui, scene, client));
        }
    }

    fn lines(&mut self, ui: &mut Ui, scene: &Scene<'_>, client: &Client) {
        let address = one_line(&client.address);
        let known = client.people.iter().any(|person| !person.is_empty()) || !address.is_empty();
        let pencil = scene.say("card-people-edit");
        let mut edit = false;
        for (place, person) in client.people.iter().filter(|person| !person.is_empty()).enumerate() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XXS, 0.0);
                if !person.name.is_empty() {
                    label::soft(ui, Type::Body, person.name.as_str());
                }
                for (index, text) in [&person.phone, &person.email].into_iter().enumerate() {
                    if text.is_empty() {
                        continue;
                    }
                    let first = person.name.is_empty() && (index == 0 || person.phone.is_empty());
                    if !first {
                        label::soft_over(ui, Type::Body, "·");
                    }
                    self.copyable(ui, scene, text, text);
                }
                if place == 0 {
                    ui.add_space(space::XXS);
                    edit |= icon_button_in_line(ui, Icon::Pencil, &pencil, LINE).clicked();
                }
                self.say_copied(ui, scene, &[&person.phone, &person.email]);
            });
        }
        let nobody = client.people.iter().all(Person::is_empty);
        if !address.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XXS, 0.0);
                self.copyable(ui, scene, &address, &client.address);
                if nobody {
                    edit |= icon_button_in_line(ui, Icon::Pencil, &pencil, LINE).clicked();
                }
                self.say_copied(ui, scene, &[&client.address]);
            });
        }
        if !known && !self.editing {
            ui.horizontal_wrapped(|ui| {
                label::soft(ui, Type::Body, scene.say("card-people-none"));
                edit |= Button::quiet(&scene.say("card-people-add")).small().show(ui).clicked();
            });
        }
        if edit {
            self.editing = !self.editing;
            self.one_more = client.people.is_empty();
            self.count = client.people.len();
            self.opened = self.editing;
            // A field lets go of the keyboard in the frame of a click elsewhere, and this is one.
            ui.ctx().request_repaint();
        }
    }

    /// Text that a click copies.
    fn copyable(&mut self, ui: &mut Ui, scene: &Scene<'_>, text: &str, copy: &str) {
        let tokens = Tokens::of(ui);
        let mut job = egui::text::LayoutJob::simple(
            text.to_owned(),
            Type::Body.font(),
            tokens.soft,
            ui.max_rect().width(),
        );
        job.wrap.max_rows = 2;
        let galley = ui.painter().layout_job(job);
        let (rect, response) =
            ui.allocate_exact_size(vec2(galley.size().x, galley.size().y.max(LINE)), Sense::click());
        let said = scene.with("card-copy", &[("text", text.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        let color = if response.hovered() || response.has_focus() { tokens.ink } else { tokens.soft };
        let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, galley, color);
        focus_ring::paint(ui, &response, rect, radius::SMALL);
        let response = tip::show(response.on_hover_cursor(CursorIcon::Copy), &said);
        if response.clicked() {
            ui.ctx().copy_text(copy.to_owned());
            self.copied = Some(copy.to_owned());
        }
    }

    /// Says at the end of a line that something of it was copied, so that nothing in it moves.
    fn say_copied(&self, ui: &mut Ui, scene: &Scene<'_>, texts: &[&String]) {
        if texts.iter().any(|text| self.copied.as_ref() == Some(*text)) {
            label::soft(ui, Type::Small, scene.say("card-copied"));
        }
    }

    fn fields(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, client: &Client) {
        label::ink(ui, Type::Strong, scene.say("card-people"));
        if client.people.len() > self.count {
            // What was the empty row is in the book now.
            self.one_more = false;
        }
        self.count = client.people.len();
        let extra = Person::default();
        let rows = client.people.iter().chain(self.one_more.then_some(&extra));
        for (index, person) in rows.enumerate() {
            if let Some(people) = row(ui, scene, client, index, person) {
                self.one_more &= index < client.people.len();
                scene.send(Command::EditClient(client.id, ClientEdit::People(people)));
            }
        }
        if !self.one_more
            && Button::quiet(&scene.say("card-person-add")).small().icon(Icon::Plus).show(ui).clicked()
        {
            self.one_more = true;
        }
        ui.add_space(space::S);
        let address = scene.say("card-address");
        label::over(ui, Type::Strong, &address);
        let id = Id::unique(("client address", client.id));
        if let Some((text, visit)) = Field::text(&address, 3).show_draft(ui, id, &client.address) {
            scene.send_typed(Command::EditClient(client.id, ClientEdit::Address(text)), visit);
        }
        ui.add_space(space::XS);
        if Button::quiet(&scene.say("card-done")).small().show(ui).clicked() {
            self.editing = false;
            self.one_more = false;
            if client.people.iter().any(Person::is_empty) {
                let people = client.people.iter().filter(|person| !person.is_empty()).cloned().collect();
                scene.send(Command::EditClient(client.id, ClientEdit::People(people)));
            }
        }
    }
}

/// The fields of one person; everyone who stays, when this one was taken away.
fn row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    client: &Client,
    index: usize,
    person: &Person,
) -> Option<Vec<Person>> {
    let width = ui.available_width();
    let wide = width >= 560.0;
    let each = if wide { (width - 36.0 - 3.0 * space::XS) / 3.0 } else { width };
    let names =
        [scene.say("card-person-name"), scene.say("card-person-phone"), scene.say("card-person-email")];
    let mut removed = false;
    let contents = |ui: &mut Ui| {
        for (part, name) in names.iter().enumerate() {
            let id = field_id(client, index, part);
            let now = match part {
                0 => &person.name,
                1 => &person.phone,
                _ => &person.email,
            };
            // Beside others of its kind, a field says of whom it is.
            let whose = match (part, index) {
                (0, 0) => name.clone(),
                (0, _) => format!("{name}, {}", index + 1),
                _ if person.name.is_empty() => name.clone(),
                _ => format!("{name}, {}", person.name),
            };
            let field = Field::line(&whose).hint(name).width(each);
            let typed = ui
                .allocate_ui(vec2(each, 40.0), |ui| {
                    ui.set_width(each);
                    field.show_draft(ui, id, now)
                })
                .inner;
            if let Some((text, visit)) = typed {
                let mut person = person.clone();
                match part {
                    0 => person.name = text,
                    1 => person.phone = text,
                    _ => person.email = text,
                }
                let mut people = client.people.clone();
                match people.get_mut(index) {
                    Some(place) => *place = person,
                    None => people.push(person),
                }
                scene.send_typed(Command::EditClient(client.id, ClientEdit::People(people)), visit);
            }
        }
        let who = if person.name.is_empty() { (index + 1).to_string() } else { person.name.clone() };
        let remove = scene.with("card-person-remove", &[("name", (&who).into())]);
        removed = icon_button(ui, Icon::Trash, &remove).clicked();
    };
    if wide {
        ui.horizontal(contents);
    } else {
        ui.vertical(contents);
    }
    removed.then(|| {
        client
            .people
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != index)
            .map(|(_, person)| person.clone())
            .collect()
    })
}

fn one_line(address: &str) -> String {
    address.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The field of a part of a person: name, telephone, e-mail.
fn field_id(client: &Client, person: usize, part: usize) -> Id {
    Id::unique(("client person", client.id, person, part))
}
