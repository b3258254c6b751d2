//! "Mijn plan": what a month asks.

use egui::{Id, Ui};

use super::{
    costs::{self, CostsState},
    row,
    stepper::{self, Step, Stepper},
};
use crate::{
    app::{
        amount_words,
        command::{Command, PlanEdit},
    },
    domain::{
        money::Cents,
        plan::{BasisPoints, LARGEST_RESERVE},
        share,
    },
    ui::{
        fonts::Type,
        privacy::Private,
        scene::Scene,
        widgets::{amount_field::AmountField, hairline, label},
    },
};

/// Draws the card.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, costs_state: &mut CostsState) {
    let plan = &scene.book().plan;
    row::section(ui, &scene.say("plan-title"), |ui| {
        amount(ui, scene, "plan-living", plan.living, PlanEdit::Living);
        hairline::show(ui);
        amount(ui, scene, "plan-saving", plan.saving, PlanEdit::Saving);
        hairline::show(ui);
        costs::ui(ui, scene, costs_state);
        hairline::show(ui);
        reserve(ui, scene, plan.reserve);
    });
}

fn amount(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, now: Cents, edit: fn(Cents) -> PlanEdit) {
    let (name, help) = (scene.say(key), scene.say(&format!("{key}-help")));
    row::field(ui, &name, Some(&help), |ui| {
        let field =
            AmountField { name: &name, size: 20.0, width: 180.0, hidden: scene.hides(Private::Amount) };
        if let Some((amount, visit)) = field.show_draft(ui, Id::unique(key), now, scene.words()) {
            scene.send_typed(Command::EditPlan(edit(amount)), visit);
        }
    });
}

/// A share in basis points is written as an amount in cents is: 3350 is "33,50".
fn reserve(ui: &mut Ui, scene: &mut Scene<'_>, now: BasisPoints) {
    let name = scene.say("plan-reserve");
    let help = scene.say("plan-reserve-help");
    row::field(ui, &name, Some(&help), |ui| {
        let share = Cents::new(i64::from(now));
        let written = amount_words::digits(share, scene.language());
        let refused = scene.say("percent-not-understood");
        let stepper = Stepper { name: &name, now: &written, unit: "%", refused: &refused };
        match stepper.show(ui, scene, Id::unique("plan-reserve"), share::parse) {
            Some(Step::Less) => send_reserve(scene, stepper::below(now, 500)),
            Some(Step::More) => send_reserve(scene, stepper::above(now, 500)),
            Some(Step::Typed(points, visit)) => {
                scene.send_typed(Command::EditPlan(PlanEdit::Reserve(points)), visit);
            }
            None => {}
        }
        let each = |cents| amount_words::amount(cents, scene.language());
        let example = scene.with(
            "plan-reserve-example",
            &[("hundred", (&each(Cents::euros(100))).into()), ("share", (&each(share)).into())],
        );
        label::soft(ui, Type::Small, example);
    });
}

fn send_reserve(scene: &mut Scene<'_>, points: BasisPoints) {
    scene.send(Command::EditPlan(PlanEdit::Reserve(points.min(LARGEST_RESERVE))));
}
