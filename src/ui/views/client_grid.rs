//! The swatches in a grid that fits any width.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Ui, vec2};

use crate::{
    app::command::{ClientEdit, Command},
    domain::{
        fit::Fit,
        money::Cents,
        swatches::{News, Swatch},
    },
    ui::{
        action::SheetKind,
        fonts::Type,
        icon::Icon,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, chip::Chip, focus_ring, hairline, label, menu, swatch},
    },
};

/// So far out of sight swatches are there all the same, in points.
const NEAR: f32 = 1000.0;

/// Draws the grid; with `waiting`, each says since when its money is waited for.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, swatches: &[&Swatch], waiting: bool) {
    let width = ui.available_width();
    let columns = columns(width);
    let gap = space::M;
    let swatch_width = (width - gap * as_points(columns - 1)) / as_points(columns);
    let rows = swatches.len().div_ceil(columns);
    let height = as_points(rows) * ROW - gap;
    let (_, area) = ui.allocate_space(vec2(width, height));
    let grid = Grid { swatches, columns, area, swatch_width, id: ui.scope_id().with("swatches") };
    grid.take_over(ui);
    for index in grid.at_hand(ui) {
        let Some((swatch, id)) = swatches.get(index).zip(grid.swatch_id(index)) else { continue };
        let response = one(ui, scene, swatch, grid.rect(index), id, waiting);
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(grid.id, Last { id, index }));
        }
        if response.has_focus() && !menu::is_open(&response) {
            grid.walk(ui, &response, index);
        }
    }
}

/// The swatches, and how they lie.
struct Grid<'a> {
    swatches: &'a [&'a Swatch],
    columns: usize,
    area: Rect,
    swatch_width: f32,
    id: Id,
}

/// The swatch that had the keyboard last.
#[derive(Clone, Copy, Debug)]
struct Last {
    id: Id,
    index: usize,
}

/// From one row of swatches to the next, in points.
const ROW: f32 = swatch::HEIGHT + space::M;

impl Grid<'_> {
    fn swatch_id(&self, index: usize) -> Option<Id> {
        self.swatches.get(index).map(|swatch| Id::unique(("swatch", swatch.client.id)))
    }

    /// When the keyboard comes back to a swatch that is gone, the one in its place takes it.
    fn take_over(&self, ui: &Ui) {
        let Some(last) = ui.data(|data| data.get_temp::<Last>(self.id)) else { return };
        let comes_back = ui.memory(egui::Memory::focused) == Some(last.id);
        let there = |swatch: &&Swatch| Id::unique(("swatch", swatch.client.id)) == last.id;
        if comes_back
            && !self.swatches.iter().any(there)
            && let Some(next) = self.swatch_id(last.index.min(self.swatches.len().saturating_sub(1)))
        {
            ui.memory_mut(|memory| memory.request_focus(next));
        }
    }

    fn rect(&self, index: usize) -> Rect {
        let (row, column) = (index / self.columns, index % self.columns);
        let place = vec2(as_points(column) * (self.swatch_width + space::M), as_points(row) * ROW);
        Rect::from_min_size(self.area.min + place, vec2(self.swatch_width, swatch::HEIGHT))
    }

    /// Those that are in sight or near it, so that Tab finds the next one, and the one that the keys went to. For a
    /// screen reader all of them, as it may go to any.
    fn at_hand(&self, ui: &Ui) -> Vec<usize> {
        let count = self.swatches.len();
        if ui.ctx().has_accesskit_node(egui::accesskit_root_id()) {
            return (0..count).collect();
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a row, not below the first"
        )]
        let row_at = |y: f32| ((y - self.area.top()) / ROW).max(0.0) as usize;
        let sight = ui.clip_rect().expand(NEAR);
        let near =
            row_at(sight.top()) * self.columns..((row_at(sight.bottom()) + 1) * self.columns).min(count);
        let walked = ui.data(|data| data.get_temp::<usize>(self.id));
        let far = walked.filter(|index| !near.contains(index) && *index < count);
        near.chain(far).collect()
    }

    /// The arrows go from swatch to swatch, Home and End to the first and the last.
    fn walk(&self, ui: &Ui, response: &Response, index: usize) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let last = self.swatches.len().saturating_sub(1);
        // Taken, not only looked at: the next swatch is drawn in this same frame, and would walk on.
        let next = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if pressed(Key::ArrowRight) {
                Some(index + 1)
            } else if pressed(Key::ArrowLeft) {
                index.checked_sub(1)
            } else if pressed(Key::ArrowDown) {
                Some(index + self.columns)
            } else if pressed(Key::ArrowUp) {
                index.checked_sub(self.columns)
            } else if pressed(Key::Home) {
                Some(0)
            } else if pressed(Key::End) {
                Some(last)
            } else {
                None
            }
        });
        if let Some((next, id)) = next.and_then(|next| Some((next, self.swatch_id(next)?))) {
            ui.data_mut(|data| data.insert_temp(self.id, next));
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.scroll_to_rect(self.rect(next).expand(focus_ring::REACH + 2.0), None);
        }
    }
}

/// As many swatches in a row as fit, one at least.
fn columns(width: f32) -> usize {
    let mut columns = 1;
    while as_points(columns + 1) * (swatch::LEAST_WIDTH + space::M) - space::M <= width {
        columns += 1;
    }
    columns
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, swatch: &Swatch, rect: Rect, id: Id, waiting: bool) -> Response {
    let paint = scene.paint(ui, swatch.client.fit);
    // What is far out of sight is only there to be reached; nothing of it needs to be worked out.
    let near = ui.is_rect_visible(rect.expand(300.0));
    let (first, day) = if near { first_line(scene, swatch, waiting) } else { Default::default() };
    let second = if near { second_line(scene, swatch, &scene.amount(swatch.to_get)) } else { String::new() };
    let shown = swatch::Swatch {
        name: &swatch.client.name,
        paint: &paint,
        is_earned: !waiting && matches!(swatch.news, News::Last { .. }),
        first_line: &first,
        first_day: &day,
        second_line: &second,
        sentence: &|| sentence(scene, swatch, &paint.word, waiting),
    };
    let response = shown.show(ui, rect, id);
    if response.clicked() {
        scene.open(SheetKind::Client(swatch.client.id));
    }
    menu_of(scene, &response, swatch);
    response
}

/// The menu of a swatch: income from them, and their colour.
fn menu_of(scene: &mut Scene<'_>, response: &Response, swatch: &Swatch) {
    let name = scene.with("swatch-menu", &[("name", (&swatch.client.name).into())]);
    menu::of(response, &name, |ui| {
        ui.set_width(190.0);
        let earn = scene.say("earn-button");
        let earn = Button::bare(&earn).small().icon(Icon::Plus);
        if earn.enabled(!scene.is_read_only()).show(ui).clicked() {
            scene.open(SheetKind::Earn(Some(swatch.client.id)));
            ui.close();
        }
        hairline::show(ui);
        if scene.hides(Private::Colour) {
            label::soft(ui, Type::Small, scene.say("card-feeling-hidden"));
            return;
        }
        label::soft(ui, Type::Small, scene.say("swatch-menu-colour"));
        for fit in Fit::ALL {
            let tokens = crate::ui::tokens::Tokens::of(ui);
            let word = scene.session.fit_word(fit);
            let chosen = swatch.client.fit == fit;
            let icon = crate::ui::paint::fit_icon(fit);
            let chip = Chip::new(&word, chosen).paint(tokens.fit(fit), tokens.on_fit(fit), icon);
            if chip.show(ui).clicked() {
                scene.send(Command::EditClient(swatch.client.id, ClientEdit::Fit(fit)));
                ui.close();
            }
        }
    });
}

/// What is due next or came last, and its day.
fn first_line(scene: &Scene<'_>, swatch: &Swatch, waiting: bool) -> (String, String) {
    if waiting && let Some(since) = swatch.waiting_since {
        return (scene.with("swatch-since", &[("day", (&scene.day_plain(since)).into())]), String::new());
    }
    let (label, day, nameless) = match &swatch.news {
        News::Nothing => return (scene.say("swatch-nothing"), String::new()),
        News::Next { label, day } => (label, scene.day_short(*day), "swatch-next"),
        News::Last { label, day } => (label, scene.day_plain(*day), "swatch-last"),
    };
    if label.is_empty() {
        return (scene.with(nameless, &[("day", (&day).into())]), String::new());
    }
    let between = if matches!(swatch.news, News::Next { .. }) { " " } else { ", " };
    (label.clone(), format!("{between}{day}"))
}

fn second_line(scene: &Scene<'_>, swatch: &Swatch, amount: &str) -> String {
    if swatch.to_get == Cents::ZERO {
        return String::new();
    }
    scene.with("swatch-to-get", &[("amount", amount.into())])
}

/// The swatch as it is read aloud: "Bistro Loo, Fijn, Menukaart dinsdag 24 november, 450 euro nog te krijgen".
fn sentence(scene: &Scene<'_>, swatch: &Swatch, word: &str, waiting: bool) -> String {
    let news = match &swatch.news {
        News::Next { label, day } if !waiting && !label.is_empty() => {
            format!("{label} {}", scene.day_long(*day))
        }
        News::Last { label, day } if !waiting && !label.is_empty() => {
            let day = scene.day_long(*day);
            scene.with("swatch-earned", &[("label", label.as_str().into()), ("day", (&day).into())])
        }
        _ => first_line(scene, swatch, waiting).0,
    };
    let to_get = second_line(scene, swatch, &scene.spoken(swatch.to_get));
    [swatch.client.name.as_str(), word, &news, &to_get]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

#[expect(clippy::cast_precision_loss, reason = "a count of rows, for drawing")]
const fn as_points(count: usize) -> f32 {
    count as f32
}
