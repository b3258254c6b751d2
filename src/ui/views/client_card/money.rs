//! What a client still has to pay, and what they paid.

use std::sync::Arc;

use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::{
    app::command::Command,
    domain::{client_money::ClientMoney, id::Id as RecordId, income::Income, money::Cents},
    ui::{
        action::SheetKind,
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            button::Button,
            client_tile::elided,
            label,
            list_row::{ListRow, only_near, right},
        },
    },
};

/// How many are shown before all are asked for.
const FIRST: usize = 12;
/// From this width on a row is one line, in points.
const WIDE: f32 = 560.0;
/// The room for the amounts.
const AMOUNTS: f32 = 110.0;
/// Where the days begin, from the right.
const DAYS: f32 = 350.0;
/// The width of the button, with the room at its right.
const BUTTON: f32 = 172.0;

/// Draws the money of a client.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, client: RecordId, money: &ClientMoney, show_all: &mut bool) {
    head(ui, scene, client, money);
    ui.add_space(space::XS);
    if money.incomes.is_empty() {
        label::soft(ui, Type::Body, scene.say("card-money-none"));
        return;
    }
    let wide = ui.available_width() >= WIDE;
    let all = money.incomes.len();
    let count = if *show_all { all } else { all.min(FIRST) };
    let shown = money.incomes.get(..count).unwrap_or_default();
    only_near(ui, shown, |income| height(income, wide), |ui, income| row(ui, scene, income, wide));
    if count < all {
        ui.add_space(space::S);
        let words = scene.with("card-money-all", &[("count", all.into())]);
        if Button::quiet(&words).small().show(ui).clicked() {
            *show_all = true;
        }
    }
}

fn head(ui: &mut Ui, scene: &mut Scene<'_>, client: RecordId, money: &ClientMoney) {
    let add = scene.say("card-earn");
    let contents = |ui: &mut Ui, scene: &mut Scene<'_>| {
        if Button::quiet(&add).icon(Icon::Plus).show(ui).clicked() {
            scene.open(SheetKind::Earn(Some(client)));
        }
        if money.to_get > Cents::ZERO {
            ui.add_space(space::XS);
            let amount = scene.amount(money.to_get);
            if ui.layout().prefer_right_to_left() {
                label::ink(ui, Type::Strong, &amount);
                label::ink(ui, Type::Body, scene.say("card-to-get"));
            } else {
                label::ink(ui, Type::Body, scene.say("card-to-get"));
                label::ink(ui, Type::Strong, &amount);
            }
        }
    };
    if ui.available_width() < 400.0 {
        label::ink(ui, Type::Heading, scene.say("card-money"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            contents(ui, scene);
        });
        return;
    }
    ui.horizontal(|ui| {
        label::ink(ui, Type::Heading, scene.say("card-money"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            contents(ui, scene);
        });
    });
}

fn height(income: &Income, wide: bool) -> f32 {
    match (wide, income.is_still_to_get()) {
        (true, true) => 57.0,
        (true, false) => 45.0,
        (false, true) => 112.0,
        (false, false) => 66.0,
    }
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, income: &Arc<Income>, wide: bool) {
    let tokens = Tokens::of(ui);
    let amount = scene.amount(income.amount);
    let words = when(scene, income);
    let sentence = [amount.as_str(), &income.label, &words.day, &words.after]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let waiting = income.is_still_to_get();
    let row = ListRow {
        id: Id::unique(("income row", income.id)),
        height: height(income, wide),
        tinted: income.is_late(scene.today()),
        sentence: &sentence,
    };
    let response = row.show(ui, |ui, rect| {
        let (left, end) = (rect.left() + 14.0, rect.right() - 14.0);
        if wide {
            let y = rect.center().y;
            let days = end + 14.0 - DAYS;
            elided(ui, pos2(left, y), AMOUNTS - 8.0, Type::Strong, &amount, tokens.ink);
            elided(
                ui,
                pos2(rect.left() + AMOUNTS, y),
                days - rect.left() - AMOUNTS - 12.0,
                Type::Body,
                &income.label,
                tokens.ink,
            );
            let room = if waiting { DAYS - BUTTON - 8.0 } else { DAYS - 110.0 };
            if waiting && !words.after.is_empty() {
                elided(ui, pos2(days, y - 9.0), room, Type::Body, &words.day, tokens.soft);
                elided(ui, pos2(days, y + 11.0), room, Type::Small, &words.after, tokens.soft);
            } else {
                elided(ui, pos2(days, y), room, Type::Body, &words.day, tokens.soft);
            }
            if !waiting {
                right(ui, pos2(end, y), 100.0, Type::Body, &words.after, tokens.soft);
            }
        } else {
            let (first, second) = (rect.top() + 20.0, rect.top() + 44.0);
            elided(ui, pos2(left, first), AMOUNTS, Type::Strong, &amount, tokens.ink);
            let days = [words.day.as_str(), &words.after].map(str::to_owned);
            let days = days.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            right(ui, pos2(end, first), (end - left - AMOUNTS).max(20.0), Type::Small, &days, tokens.soft);
            elided(ui, pos2(left, second), end - left, Type::Body, &income.label, tokens.ink);
        }
    });
    if response.clicked() {
        scene.open(SheetKind::CorrectIncome(income.id));
    }
    if waiting {
        let rect = response.rect;
        let place = if wide {
            Rect::from_min_max(
                pos2(rect.right() - BUTTON, rect.top()),
                pos2(rect.right() - 14.0, rect.bottom()),
            )
        } else {
            Rect::from_min_size(pos2(rect.left() + 14.0, rect.top() + 66.0), vec2(158.0, 36.0))
        };
        is_paid(ui, scene, income, place, &amount);
    }
}

/// "Is betaald", on a row.
pub fn is_paid(ui: &mut Ui, scene: &mut Scene<'_>, income: &Income, place: Rect, amount: &str) {
    let paid = scene.say("card-is-paid");
    let what =
        if income.label.is_empty() { amount.to_owned() } else { format!("{amount}, {}", income.label) };
    let said = scene.with("card-is-paid-what", &[("what", (&what).into())]);
    let layout = Layout::right_to_left(Align::Center);
    let builder = UiBuilder::new().id_salt(("is paid", income.id)).max_rect(place).layout(layout);
    let mut child = ui.new_child(builder);
    if Button::quiet(&paid).small().named(&said).show(&mut child).clicked() {
        scene.send(Command::IsPaid(income.id));
    }
}

/// The day of a row, and what there is to say after it.
struct When {
    day: String,
    after: String,
}

fn when(scene: &Scene<'_>, income: &Income) -> When {
    let today = scene.today();
    if let Some(paid) = income.paid {
        return When {
            day: scene.day_plain(income.earned.unwrap_or(paid)),
            after: scene.say("card-received"),
        };
    }
    let Some(due) = income.due else {
        let day =
            income.earned.map(|day| scene.with("card-since", &[("day", (&scene.day_plain(day)).into())]));
        return When { day: day.unwrap_or_default(), after: String::new() };
    };
    let day = scene.with("card-expected", &[("day", (&scene.day_plain(due)).into())]);
    let after = if income.is_late(today) {
        let days = u32::try_from((today - due).num_days()).unwrap_or_default();
        scene.with("card-days-ago", &[("days", days.into())])
    } else {
        String::new()
    };
    When { day, after }
}
