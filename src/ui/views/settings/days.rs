//! "Mijn dagen": when is worked.

use egui::Ui;

use super::{
    days_off::{self, DaysOffState},
    holidays, row,
};
use crate::{
    app::command::{Command, PlanEdit},
    ui::{
        fonts::Type,
        icon::Icon,
        scene::Scene,
        widgets::{chip::Chip, hairline, label, week_tiles},
    },
};

/// Draws the card.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, days_off_state: &mut DaysOffState) {
    row::section(ui, &scene.say("days-title"), |ui| {
        week(ui, scene);
        hairline::show(ui);
        days_off::ui(ui, scene, days_off_state);
        extra_days(ui, scene);
        hairline::show(ui);
        holidays::ui(ui, scene);
    });
}

fn week(ui: &mut Ui, scene: &mut Scene<'_>) {
    let now = scene.book().plan.week;
    row::row(ui, &scene.say("days-week"), None, |ui| {
        let after = week_tiles::show(ui, now, scene.words());
        if after != now {
            scene.send(Command::EditPlan(PlanEdit::Week(after)));
        }
        if now.is_empty() {
            label::soft(ui, Type::Small, scene.say("days-week-none"));
        }
    });
}

/// Days to come that are worked although they would be free; there is nothing to see while there are none.
fn extra_days(ui: &mut Ui, scene: &mut Scene<'_>) {
    let plan = &scene.book().plan;
    let today = scene.today();
    let mut coming = plan.extra_days.range(today..).peekable();
    if coming.peek().is_none() {
        return;
    }
    hairline::show(ui);
    let (name, help) = (scene.say("days-extra"), scene.say("days-extra-help"));
    row::row(ui, &name, Some(&help), |ui| {
        ui.horizontal_wrapped(|ui| {
            for day in coming {
                let text = scene.day_short(*day);
                let said = scene.with("days-extra-remove", &[("day", (&scene.day_long(*day)).into())]);
                if Chip::new(&text, false).icon(Icon::Close).named(&said).show(ui).clicked() {
                    scene.send(Command::EditPlan(PlanEdit::Day(*day, false)));
                }
            }
        });
    });
}
