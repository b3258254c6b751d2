//! The three days of an income: earned, expected, paid.

use egui::{Id, Ui, vec2};

use crate::{
    domain::{Day, fields::IncomeField, income::Income, other_values::Waiting},
    ui::{
        day_words::capital,
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::space,
        views::others,
        widgets::{chip::Chip, label, month_calendar::MonthCalendar},
    },
};

/// Which of the three days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Earned,
    Due,
    Paid,
}

/// Which calendar is unfolded.
#[derive(Debug, Default)]
pub struct Days {
    unfolded: Option<Which>,
    all_others: bool,
}

/// Whether a day lies after today.
pub fn after_today(day: Option<Day>, scene: &Scene<'_>) -> bool {
    day.is_some_and(|day| day > scene.today())
}

impl Days {
    /// Draws the three.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, income: &mut Income) {
        let today = scene.today();
        let yesterday = today.pred_opt().unwrap_or(today);
        let (day_today, day_yesterday) = (scene.say("correct-today"), scene.say("correct-yesterday"));

        let mut earned = vec![(Some(today), day_today.clone()), (Some(yesterday), day_yesterday)];
        if income.earned.is_none() {
            earned.insert(0, (None, scene.say("correct-earned-none")));
        }
        self.one(ui, scene, income, Which::Earned, &earned);

        let term = scene.book().house.payment_term;
        let mut due = Vec::new();
        // Without any day it would be nowhere in the book.
        if income.earned.is_some() || income.paid.is_some() || income.due.is_none() {
            due.push((None, scene.say("correct-due-none")));
        }
        let start = income.earned.unwrap_or(today);
        if let Some(day) = start.checked_add_days(chrono::Days::new(term.into())) {
            let words = scene.with("correct-due-term", &[("days", u32::from(term).into())]);
            due.push((Some(day), words));
        }
        // What was paid is no longer expected; what another copy says of it still waits for a choice.
        let waits = scene.overview.is_waiting(Waiting::Income(income.id, IncomeField::Due));
        if income.paid.is_none() || waits {
            self.one(ui, scene, income, Which::Due, &due);
        }

        let mut paid = Vec::new();
        if income.earned.is_some() || income.due.is_some() || income.paid.is_none() {
            paid.push((None, scene.say("correct-paid-none")));
        }
        paid.push((Some(today), day_today));
        if let Some(day) = income.earned.filter(|day| *day < today) {
            paid.push((
                Some(day),
                scene.with("correct-paid-earned", &[("day", (&scene.day_plain(day)).into())]),
            ));
        }
        self.one(ui, scene, income, Which::Paid, &paid);
    }

    fn one(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        income: &mut Income,
        which: Which,
        quick: &[(Option<Day>, String)],
    ) {
        let (key, now, field) = match which {
            Which::Earned => ("correct-earned", income.earned, IncomeField::Earned),
            Which::Due => ("correct-due", income.due, IncomeField::Due),
            Which::Paid => ("correct-paid", income.paid, IncomeField::Paid),
        };
        let name = scene.say(key);
        let mut chosen = now;
        label::over(ui, Type::Strong, &name);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for (day, words) in quick {
                let said = format!("{name} {words}");
                if Chip::new(&capital(words), now == *day).named(&said).show(ui).clicked() {
                    chosen = *day;
                    self.unfolded = None;
                }
            }
            let other = now.filter(|day| !quick.iter().any(|(quick, _)| *quick == Some(*day)));
            let words = other.map_or_else(|| scene.say("correct-other-day"), |day| scene.day_short(day));
            let said = format!("{name} {words}");
            if Chip::new(&words, other.is_some()).icon(Icon::CaretDown).named(&said).show(ui).clicked() {
                self.unfolded = if self.unfolded == Some(which) { None } else { Some(which) };
            }
        });
        if self.unfolded == Some(which) {
            ui.add_space(space::XXS);
            let calendar = MonthCalendar {
                id: Id::unique(("correct day", income.id, key)),
                chosen: now,
                today: scene.today(),
                latest: (which != Which::Due).then(|| scene.today()),
                words: scene.words(),
            };
            if let Some(day) = calendar.show(ui) {
                chosen = Some(day);
                self.unfolded = None;
            }
        }
        if which != Which::Due && after_today(chosen, scene) {
            label::ink(ui, Type::Small, scene.say("refused-day-after-today"));
        }
        others::under(ui, scene, Waiting::Income(income.id, field), &mut self.all_others);
        ui.add_space(space::S);
        match which {
            Which::Earned => income.earned = chosen,
            Which::Due => income.due = chosen,
            Which::Paid => income.paid = chosen,
        }
    }
}
