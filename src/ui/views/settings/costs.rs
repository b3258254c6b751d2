//! What the work costs, as a list.

use egui::{Id, Ui};

use crate::{
    app::command::{Command, PlanEdit},
    domain::{
        cost::{Cost, Period},
        id::Id as RecordId,
        money::Cents,
    },
    ui::{
        fonts::Type,
        icon::Icon,
        paint::period_key,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{
            amount_field::AmountField,
            button::{Button, icon_button},
            chip::Chip,
            field::Field,
            label,
        },
    },
};

/// From this width on a cost takes one line, in points.
const ONE_LINE: f32 = 690.0;
const AMOUNT: f32 = 128.0;
/// The room for the three periods, in points.
const PERIODS: f32 = 300.0;
/// The room for the button that takes it away, in points.
const REMOVE: f32 = 36.0;

/// What the list remembers.
#[derive(Debug, Default)]
pub struct CostsState {
    /// The cost that was just added: the keyboard goes to its words.
    added: Option<RecordId>,
}

/// Draws the list.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut CostsState) {
    let plan = &scene.book().plan;
    ui.add_space(space::S);
    label::ink(ui, Type::Strong, scene.say("plan-costs"));
    label::soft(ui, Type::Small, scene.say("plan-costs-help"));
    for (index, cost) in plan.costs.iter().enumerate() {
        ui.add_space(space::XXS);
        one(ui, scene, state, index, cost);
        if ui.available_width() < ONE_LINE {
            ui.add_space(space::XS);
        }
    }
    ui.add_space(space::XXS);
    ui.horizontal_wrapped(|ui| {
        let add = scene.say("plan-cost-add");
        if Button::quiet(&add).icon(Icon::Plus).show(ui).clicked()
            && let Ok(id) = scene.session.ids().new_id()
        {
            let mut costs = plan.costs.clone();
            costs.push(Cost { id, label: String::new(), amount: Cents::ZERO, every: Period::Month });
            scene.send(Command::EditPlan(PlanEdit::Costs(costs)));
            state.added = Some(id);
        }
        ui.add_space(space::XS);
        let sum = scene.amount(plan.costs_a_month());
        label::ink(ui, Type::Strong, scene.with("plan-costs-sum", &[("amount", (&sum).into())]));
    });
    ui.add_space(space::S);
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut CostsState, index: usize, cost: &Cost) {
    let all = ui.available_width();
    if all >= ONE_LINE {
        ui.horizontal_top(|ui| {
            let gaps = 3.0 * ui.spacing().item_spacing.x + space::XS;
            words(ui, scene, state, index, cost, all - AMOUNT - PERIODS - REMOVE - gaps);
            ui.vertical(|ui| {
                ui.set_width(AMOUNT);
                ui.add_space(space::XXS);
                amount(ui, scene, index, cost);
            });
            ui.add_space(space::XS);
            ui.vertical(|ui| {
                ui.set_width(PERIODS);
                ui.add_space(space::XXS);
                period(ui, scene, index, cost);
            });
            remove(ui, scene, index, cost);
        });
    } else {
        ui.horizontal_top(|ui| {
            let width = all - REMOVE - ui.spacing().item_spacing.x;
            words(ui, scene, state, index, cost, width);
            remove(ui, scene, index, cost);
        });
        amount(ui, scene, index, cost);
        period(ui, scene, index, cost);
    }
}

fn words(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut CostsState, index: usize, cost: &Cost, width: f32) {
    let id = Id::unique(("cost words", cost.id));
    if state.added == Some(cost.id) {
        state.added = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let name = format!("{}, {}", scene.say("plan-cost-label"), scene.amount(cost.amount));
    let hint = scene.say("plan-cost-hint");
    let field = Field::line(&name).hint(&hint).width(width);
    if let Some((label, visit)) = field.show_draft(ui, id, &cost.label)
        && let Some(edit) = changed(scene, index, |cost| cost.label = label)
    {
        scene.send_typed(edit, visit);
    }
}

fn amount(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, cost: &Cost) {
    let name = about(scene, "plan-cost-amount", cost);
    let field = AmountField { name: &name, size: 20.0, width: AMOUNT, hidden: scene.hides(Private::Amount) };
    let id = Id::unique(("cost amount", cost.id));
    if let Some((amount, visit)) = field.show_draft(ui, id, cost.amount, scene.words())
        && let Some(edit) = changed(scene, index, |cost| cost.amount = amount)
    {
        scene.send_typed(edit, visit);
    }
}

fn period(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, cost: &Cost) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        for every in Period::ALL {
            let text = scene.say(period_key(every));
            let said = format!("{}: {text}", label_of(scene, cost));
            let chosen = cost.every == every;
            if Chip::new(&text, chosen).named(&said).show(ui).clicked()
                && !chosen
                && let Some(edit) = changed(scene, index, |cost| cost.every = every)
            {
                scene.send(edit);
            }
        }
    });
}

fn remove(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, cost: &Cost) {
    let name = about(scene, "plan-cost-remove", cost);
    if icon_button(ui, Icon::Trash, &name).clicked() {
        let mut costs = scene.book().plan.costs.clone();
        if index < costs.len() {
            costs.remove(index);
            scene.send(Command::EditPlan(PlanEdit::Costs(costs)));
        }
    }
}

/// The list with one of it changed.
fn changed(scene: &Scene<'_>, index: usize, change: impl FnOnce(&mut Cost)) -> Option<Command> {
    let mut costs = scene.book().plan.costs.clone();
    change(costs.get_mut(index)?);
    Some(Command::EditPlan(PlanEdit::Costs(costs)))
}

fn about(scene: &Scene<'_>, key: &str, cost: &Cost) -> String {
    scene.with(key, &[("cost", (&label_of(scene, cost)).into())])
}

fn label_of(scene: &Scene<'_>, cost: &Cost) -> String {
    if cost.label.is_empty() { scene.say("plan-cost-unnamed") } else { cost.label.clone() }
}
