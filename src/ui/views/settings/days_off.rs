//! Days off: a list, and two months to choose the first and the last day in.

use egui::{Id, Ui, vec2};

use super::row;
use crate::{
    app::command::{Command, PlanEdit},
    domain::{Day, free_day::DaysOff, month::Month},
    ui::{
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::space,
        widgets::{
            button::{Button, icon_button},
            card,
            field::Field,
            label,
            month_calendar::MonthCalendar,
            scroll,
        },
    },
};

/// From this width on a run of days takes one line, in points.
const ONE_LINE: f32 = 520.0;
/// The room for the days of it, in points.
const DAYS: f32 = 250.0;
/// The width of a month, in points.
const CALENDAR: f32 = 292.0;

/// What the list remembers.
#[derive(Debug, Default)]
pub struct DaysOffState {
    adding: Option<Adding>,
    with_past: bool,
}

/// The days off that are being added.
#[derive(Debug, Default)]
struct Adding {
    first: Option<Day>,
    last: Option<Day>,
    label: String,
}

impl Adding {
    fn range(&self) -> Option<DaysOff> {
        let first = self.first?;
        Some(DaysOff { first, last: self.last.unwrap_or(first), label: self.label.clone() })
    }
}

/// Draws the list and what is being added to it.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut DaysOffState) {
    let all = &scene.book().plan.days_off;
    let today = scene.today();
    let past = all.iter().filter(|range| range.last < today).count();
    row::row(ui, &scene.say("days-off"), Some(&scene.say("days-off-help")), |ui| {
        if past == all.len() && !state.with_past {
            label::soft(ui, Type::Body, scene.say("days-off-none"));
        }
        for (index, range) in all.iter().enumerate() {
            if state.with_past || range.last >= today {
                one(ui, scene, index, range);
            }
        }
        ui.horizontal_wrapped(|ui| {
            if state.adding.is_none()
                && Button::quiet(&scene.say("days-off-add")).icon(Icon::Plus).show(ui).clicked()
            {
                state.adding = Some(Adding::default());
                forget_months(ui);
            }
            if past > 0 {
                let key = if state.with_past { "days-off-without-past" } else { "days-off-with-past" };
                let words = scene.with(key, &[("count", past.into())]);
                if Button::bare(&words).show(ui).clicked() {
                    state.with_past = !state.with_past;
                }
            }
        });
    });
    if let Some(adding) = &mut state.adding
        && scroll::opened(ui, Id::unique("days off: adding"), |ui| add(ui, scene, adding))
    {
        state.adding = None;
    }
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, range: &DaysOff) {
    let days = days_of(scene, range);
    let wide = ui.available_width() >= ONE_LINE;
    ui.horizontal_top(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let room = ui.available_width() - 36.0 - gap;
        if wide {
            ui.allocate_ui(vec2(DAYS, 40.0), |ui| {
                ui.set_width(DAYS);
                ui.vertical(|ui| {
                    ui.add_space(space::XS);
                    label::ink(ui, Type::Body, &days);
                });
            });
            word(ui, scene, index, range, &days, room - DAYS - gap);
        } else {
            ui.allocate_ui(vec2(room, 36.0), |ui| {
                ui.set_width(room);
                ui.vertical(|ui| {
                    ui.add_space(space::XS);
                    label::ink(ui, Type::Body, &days);
                });
            });
        }
        let name = scene.with("days-off-remove", &[("days", (&days).into())]);
        if icon_button(ui, Icon::Trash, &name).clicked() {
            let mut after = scene.book().plan.days_off.clone();
            if index < after.len() {
                after.remove(index);
                scene.send(Command::EditPlan(PlanEdit::DaysOff(after)));
            }
        }
    });
    if !wide {
        let width = ui.available_width();
        word(ui, scene, index, range, &days, width);
        ui.add_space(space::XS);
    }
}

/// What the days are for.
fn word(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, range: &DaysOff, days: &str, width: f32) {
    let name = scene.with("days-off-word-for", &[("days", days.into())]);
    let hint = scene.say("days-off-word-hint");
    let id = Id::unique(("days off word", index, range.first, range.last));
    if let Some((text, visit)) = Field::line(&name).hint(&hint).width(width).show_draft(ui, id, &range.label)
    {
        let mut after = scene.book().plan.days_off.clone();
        if let Some(range) = after.get_mut(index) {
            range.label = text;
            scene.send_typed(Command::EditPlan(PlanEdit::DaysOff(after)), visit);
        }
    }
}

/// Draws what is being added; whether that is over.
fn add(ui: &mut Ui, scene: &mut Scene<'_>, adding: &mut Adding) -> bool {
    let mut over = false;
    framed(ui, |ui| {
        calendars(ui, scene, adding);
        ui.add_space(space::XS);
        let name = scene.say("days-off-word");
        label::soft_over(ui, Type::Small, &name);
        let hint = scene.say("days-off-word-hint");
        let field = Field::line(&name).hint(&hint).width(2.0 * CALENDAR + space::L);
        field.show(ui, Id::unique("days off: new word"), &mut adding.label);
        let command = adding.range().map(|range| {
            let mut after = scene.book().plan.days_off.clone();
            after.push(range);
            Command::EditPlan(PlanEdit::DaysOff(after))
        });
        let sentence = match (&adding.range(), &command) {
            (Some(range), Some(command)) => {
                let becomes = scene.today_becomes(command).map(|text| format!(" {text}"));
                let days = days_of(scene, range);
                let free = scene.with("days-off-will", &[("days", (&days).into())]);
                format!("{free}{}", becomes.unwrap_or_default())
            }
            _ => scene.say("days-off-choose"),
        };
        label::ink(ui, Type::Body, sentence);
        ui.horizontal_wrapped(|ui| {
            let ready = command.is_some();
            if Button::quiet(&scene.say("days-off-done")).enabled(ready).show(ui).clicked()
                && let Some(command) = command
            {
                scene.send(command);
                over = true;
            }
            if Button::bare(&scene.say("days-off-cancel")).show(ui).clicked() {
                over = true;
            }
        });
    });
    ui.add_space(space::S);
    over
}

/// A quiet box, where a month still fits in one.
fn framed(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    if ui.available_width() >= CALENDAR + 2.0 * space::L {
        card::quiet_box(ui, contents);
    } else {
        contents(ui);
    }
}

fn calendars(ui: &mut Ui, scene: &Scene<'_>, adding: &mut Adding) {
    let (first_id, last_id) = month_ids();
    let calendar =
        |id, chosen| MonthCalendar { id, chosen, today: scene.today(), latest: None, words: scene.words() };
    let first = |ui: &mut Ui, adding: &mut Adding| {
        label::ink(ui, Type::Strong, scene.say("days-off-first"));
        if let Some(day) = calendar(first_id, adding.first).show(ui) {
            adding.first = Some(day);
            if adding.last.is_none_or(|last| last < day) {
                adding.last = Some(day);
            }
            // The last day is mostly near: its month comes along.
            let month = adding.last.map_or_else(|| Month::of(day), Month::of);
            ui.data_mut(|data| data.insert_temp(last_id, month));
        }
    };
    let last = |ui: &mut Ui, adding: &mut Adding| {
        label::ink(ui, Type::Strong, scene.say("days-off-last"));
        if let Some(day) = calendar(last_id, adding.last).show(ui) {
            adding.last = Some(day);
            if adding.first.is_none_or(|first| first > day) {
                adding.first = Some(day);
                ui.data_mut(|data| data.insert_temp(first_id, Month::of(day)));
            }
        }
    };
    if ui.available_width() >= 2.0 * CALENDAR + space::L {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(CALENDAR);
                first(ui, adding);
            });
            ui.add_space(space::M);
            ui.vertical(|ui| {
                ui.set_width(CALENDAR);
                last(ui, adding);
            });
        });
    } else {
        first(ui, adding);
        ui.add_space(space::XS);
        last(ui, adding);
    }
}

fn month_ids() -> (Id, Id) {
    (Id::unique("days off: first"), Id::unique("days off: last"))
}

/// Both months start again at today.
fn forget_months(ui: &Ui) {
    let (first, last) = month_ids();
    ui.data_mut(|data| {
        data.remove::<Month>(first);
        data.remove::<Month>(last);
    });
}

fn days_of(scene: &Scene<'_>, range: &DaysOff) -> String {
    let first = scene.day_short(range.first);
    if range.first == range.last {
        return first;
    }
    let last = scene.day_short(range.last);
    scene.with("days-off-range", &[("first", (&first).into()), ("last", (&last).into())])
}
