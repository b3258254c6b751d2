//! Does this money belong to something that was still to get? So that nothing is counted twice.

use std::sync::Arc;

use egui::{Ui, vec2};

use crate::{
    domain::{client_money::ClientMoney, id::Id, income::Income, money::Cents},
    ui::{
        fonts::Type,
        scene::Scene,
        tokens::space,
        widgets::{card, chip::Chip, label, spoken},
    },
};

/// The answer so far.
#[derive(Clone, Debug)]
pub struct Belongs {
    client: Id,
    revision: u64,
    open: Vec<Arc<Income>>,
    /// What it belongs to; none: it stands apart.
    pub to: Option<Id>,
    answered: bool,
}

/// Asks, when there is something to ask; the answer so far.
pub fn ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    client: Option<Id>,
    amount: Option<Cents>,
    before: Option<Belongs>,
) -> Option<Belongs> {
    let client = client?;
    let revision = scene.session.revision();
    let mut belongs =
        before.filter(|before| before.client == client && before.revision == revision).unwrap_or_else(|| {
            let open = ClientMoney::of(scene.book(), client).still_to_get().cloned().collect();
            Belongs { client, revision, open, to: None, answered: false }
        });
    if belongs.open.is_empty() {
        return None;
    }
    // The very amount that is waited for hardly is anything else; until the person says so.
    if !belongs.answered {
        belongs.to = amount
            .and_then(|amount| belongs.open.iter().find(|income| income.amount == amount))
            .map(|income| income.id);
    }
    card::quiet_box(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            question(ui, scene, client, amount, &mut belongs);
        });
    });
    Some(belongs)
}

fn question(ui: &mut Ui, scene: &Scene<'_>, client: Id, amount: Option<Cents>, belongs: &mut Belongs) {
    let owed: Cents = belongs.open.iter().map(|income| income.amount).sum();
    let (owed, name) = (scene.amount(owed), scene.payer(Some(client)));
    let one = belongs.open.len() == 1;
    let key = if one { "belongs-one" } else { "belongs-many" };
    let words = scene.with(key, &[("client", (&name).into()), ("amount", (&owed).into())]);
    label::over(ui, Type::Body, &words);
    spoken::answers(ui, &words);
    for income in belongs.open.clone() {
        let words = if one { answer(scene, &income, amount) } else { named(scene, &income) };
        if Chip::new(&words, belongs.to == Some(income.id)).show(ui).clicked() {
            belongs.to = Some(income.id);
            belongs.answered = true;
        }
    }
    let apart = scene.say("belongs-apart");
    if Chip::new(&apart, belongs.to.is_none()).show(ui).clicked() {
        belongs.to = None;
        belongs.answered = true;
    }
}

/// "Ja, een deel ervan"
fn answer(scene: &Scene<'_>, income: &Income, amount: Option<Cents>) -> String {
    match amount {
        Some(amount) if amount < income.amount => scene.say("belongs-part"),
        Some(amount) if amount > income.amount => {
            let extra = scene.amount(amount.minus(income.amount));
            scene.with("belongs-more", &[("amount", (&extra).into())])
        }
        _ => scene.say("belongs-whole"),
    }
}

/// "Affiche, € 900"
fn named(scene: &Scene<'_>, income: &Income) -> String {
    let amount = scene.amount(income.amount);
    if income.label.is_empty() { amount } else { format!("{}, {amount}", income.label) }
}
