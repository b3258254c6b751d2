//! When was it, and is it paid already?

use chrono::Days;
use egui::{Id, Ui, vec2};

use crate::{
    app::command::Payment,
    domain::Day,
    ui::{
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::space,
        widgets::{chip::Chip, label, month_calendar::MonthCalendar, spoken},
    },
};

/// The day and the payment as chosen.
#[derive(Debug, Default)]
pub struct When {
    other_day: Option<Day>,
    choosing_day: bool,
    to_get: bool,
    due: Option<Day>,
    choosing_due: bool,
}

impl When {
    /// The day it was earned.
    pub fn day(&self, today: Day) -> Day {
        self.other_day.unwrap_or(today)
    }

    /// Whether anything of it was chosen.
    pub const fn is_touched(&self) -> bool {
        self.other_day.is_some() || self.to_get
    }

    /// Whether it was received already.
    pub const fn received(&self) -> bool {
        !self.to_get
    }

    /// What is known of the payment.
    pub fn payment(&self, scene: &Scene<'_>) -> Payment {
        if self.to_get { Payment::StillToGet(self.due(scene)) } else { Payment::Received }
    }

    /// The chosen due day, else the usual term after the day.
    fn due(&self, scene: &Scene<'_>) -> Option<Day> {
        let term = Days::new(u64::from(scene.book().house.payment_term));
        self.due.or_else(|| self.day(scene.today()).checked_add_days(term))
    }

    /// Draws the choices.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let wide = ui.available_width() > 640.0;
        if wide {
            let half = (ui.available_width() - space::L) / 2.0;
            ui.horizontal_top(|ui| {
                ui.allocate_ui(vec2(half, 0.0), |ui| ui.vertical(|ui| self.day_ui(ui, scene)));
                ui.add_space((half + space::L - ui.min_rect().width()).max(0.0));
                ui.vertical(|ui| self.payment_ui(ui, scene));
            });
        } else {
            self.day_ui(ui, scene);
            ui.add_space(space::XS);
            self.payment_ui(ui, scene);
        }
    }

    fn day_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let today = scene.today();
        let yesterday = today.pred_opt().unwrap_or(today);
        let day = self.day(today);
        question(ui, &scene.say("earn-when"), |ui| {
            if Chip::new(&scene.say("day-today"), day == today).show(ui).clicked() {
                self.choose_day(None);
            }
            if Chip::new(&scene.say("day-yesterday"), day == yesterday).show(ui).clicked() {
                self.choose_day(Some(yesterday));
            }
            let other = day != today && day != yesterday;
            let words = if other { scene.day_short(day) } else { scene.say("day-other") };
            if Chip::new(&words, other).icon(Icon::CaretDown).show(ui).clicked() {
                self.choosing_day = !self.choosing_day;
            }
        });
        if self.choosing_day {
            let calendar = MonthCalendar {
                id: Id::unique("earn day"),
                chosen: Some(day),
                today,
                latest: Some(today),
                words: scene.words(),
            };
            if let Some(day) = calendar.show(ui) {
                self.choose_day(Some(day));
            }
        }
    }

    fn choose_day(&mut self, day: Option<Day>) {
        self.other_day = day;
        self.choosing_day = false;
    }

    fn payment_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        question(ui, &scene.say("earn-paid"), |ui| {
            if Chip::new(&scene.say("earn-received"), !self.to_get).show(ui).clicked() {
                self.to_get = false;
            }
            if Chip::new(&scene.say("earn-to-get"), self.to_get).show(ui).clicked() {
                self.to_get = true;
            }
            if self.to_get
                && let Some(due) = self.due(scene)
            {
                let words = scene.with("earn-due", &[("day", (&scene.day_short(due)).into())]);
                if Chip::new(&words, false).icon(Icon::CaretDown).show(ui).clicked() {
                    self.choosing_due = !self.choosing_due;
                }
            }
        });
        if self.to_get && self.choosing_due {
            let calendar = MonthCalendar {
                id: Id::unique("earn due"),
                chosen: self.due(scene),
                today: scene.today(),
                latest: None,
                words: scene.words(),
            };
            if let Some(day) = calendar.show(ui) {
                self.due = Some(day);
                self.choosing_due = false;
            }
        }
    }
}

/// A question with its choices in a row.
fn question(ui: &mut Ui, words: &str, choices: impl FnOnce(&mut Ui)) {
    label::soft_over(ui, Type::Small, words);
    spoken::group(ui, words, |ui| ui.horizontal_wrapped(choices));
}
