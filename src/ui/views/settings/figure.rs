//! "Mijn dagbedrag": how the figure of a day is made.

use egui::{Id, Ui};

use super::{
    row,
    stepper::{self, Step, Stepper},
};
use crate::{
    app::{
        amount_words,
        command::{Command, HouseEdit, PlanEdit},
    },
    domain::{
        money::Cents,
        plan::{CountBy, FigureStyle},
    },
    ui::{
        fonts::Type,
        scene::Scene,
        widgets::{chip, hairline, label},
    },
};

/// The caps to choose from, in hundredths of the ordinary day.
const CAPS: [u16; 6] = [100, 125, 150, 200, 250, 300];
/// The steps to round up to, in euros.
const ROUNDINGS: [i32; 5] = [1, 5, 10, 25, 50];
/// The longest payment term, in days.
const LONGEST_TERM: u16 = 365;

/// Draws the card.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::section(ui, &scene.say("figure-title"), |ui| {
        style(ui, scene);
        hairline::show(ui);
        count_by(ui, scene);
        hairline::show(ui);
        cap(ui, scene);
        hairline::show(ui);
        rounding(ui, scene);
        hairline::show(ui);
        payment_term(ui, scene);
    });
}

fn style(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::row(ui, &scene.say("figure-style"), None, |ui| {
        let options = [
            (FigureStyle::Adapting, scene.say("figure-adapting"), scene.say("figure-adapting-help")),
            (FigureStyle::Steady, scene.say("figure-steady"), scene.say("figure-steady-help")),
        ];
        if let Some(style) = row::explained(ui, scene.book().plan.style, &options) {
            scene.send(Command::EditPlan(PlanEdit::Style(style)));
        }
    });
}

fn count_by(ui: &mut Ui, scene: &mut Scene<'_>) {
    row::row(ui, &scene.say("figure-count"), None, |ui| {
        let options = [
            (CountBy::Earned, scene.say("figure-count-earned"), scene.say("figure-count-earned-help")),
            (CountBy::Paid, scene.say("figure-count-paid"), scene.say("figure-count-paid-help")),
        ];
        if let Some(count_by) = row::explained(ui, scene.book().plan.count_by, &options) {
            scene.send(Command::EditPlan(PlanEdit::CountBy(count_by)));
        }
    });
}

fn cap(ui: &mut Ui, scene: &mut Scene<'_>) {
    let plan = &scene.book().plan;
    row::row(ui, &scene.say("figure-cap"), Some(&scene.say("figure-cap-help")), |ui| {
        // A cap written into the file by hand is one of the choices too.
        let mut caps: Vec<u16> = CAPS.into_iter().chain(plan.cap).collect();
        caps.sort_unstable();
        caps.dedup();
        let mut options: Vec<(Option<u16>, String)> =
            caps.into_iter().map(|cap| (Some(cap), times(cap, scene))).collect();
        options.push((None, scene.say("figure-cap-off")));
        if let Some(cap) = chip::choice(ui, plan.cap, &options) {
            scene.send(Command::EditPlan(PlanEdit::Cap(cap)));
        }
        let sentence = match (plan.style, plan.cap, scene.overview.daily.rounded_cap(plan)) {
            (FigureStyle::Steady, _, _) => scene.say("figure-cap-steady"),
            (FigureStyle::Adapting, None, _) => scene.say("figure-cap-off-help"),
            (FigureStyle::Adapting, Some(_), Some(most)) => {
                scene.with("figure-cap-now", &[("amount", (&scene.amount(most)).into())])
            }
            (FigureStyle::Adapting, Some(_), None) => return,
        };
        label::soft(ui, Type::Small, sentence);
    });
}

/// "1½×"
fn times(hundredths: u16, scene: &Scene<'_>) -> String {
    format!("{}×", amount_words::times(hundredths, scene.language()))
}

fn rounding(ui: &mut Ui, scene: &mut Scene<'_>) {
    let now = scene.book().plan.rounding;
    row::row(ui, &scene.say("figure-rounding"), Some(&scene.say("figure-rounding-help")), |ui| {
        let mut steps: Vec<Cents> = ROUNDINGS.into_iter().map(Cents::euros).chain([now]).collect();
        steps.sort_unstable();
        steps.dedup();
        let options: Vec<(Cents, String)> =
            steps.into_iter().map(|step| (step, amount_words::amount(step, scene.language()))).collect();
        if let Some(step) = chip::choice(ui, now, &options) {
            scene.send(Command::EditPlan(PlanEdit::Rounding(step)));
        }
    });
}

fn payment_term(ui: &mut Ui, scene: &mut Scene<'_>) {
    let now = scene.book().house.payment_term;
    let name = scene.say("figure-term");
    row::field(ui, &name, Some(&scene.say("figure-term-help")), |ui| {
        let written = now.to_string();
        let unit = scene.with("figure-term-days", &[("count", u32::from(now).into())]);
        let refused = scene.say("days-not-understood");
        let stepper = Stepper { name: &name, now: &written, unit: &unit, refused: &refused };
        let read = |text: &str| text.trim().parse().ok().filter(|days| *days <= LONGEST_TERM);
        let (days, visit) = match stepper.show(ui, scene, Id::unique("figure-term"), read) {
            Some(Step::Less) => (stepper::below(now, 5), None),
            Some(Step::More) => (stepper::above(now, 5).min(LONGEST_TERM), None),
            Some(Step::Typed(days, visit)) => (days, Some(visit)),
            None => return,
        };
        let command = Command::EditHouse(HouseEdit::PaymentTerm(days));
        match visit {
            Some(visit) => scene.send_typed(command, visit),
            None => scene.send(command),
        }
    });
}
