//! What a client still has to pay, and what they paid.

use std::sync::Arc;

use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::{
    app::{command::Command, date_words::Ago},
    domain::{Day, client_money::ClientMoney, id::Id as RecordId, income::Income, money::Cents},
    ui::{
        action::SheetKind,
        fonts::Type,
        icon::Icon,
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            at_right::at_right,
            button::Button,
            client_tile::{elided, elided_rows},
            label,
            list_row::{ListRow, only_near, right},
            spoken,
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
const DAYS: f32 = 386.0;
/// The room a second day takes under the words of a narrow row.
const SECOND: f32 = 20.0;
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
    let today = scene.today();
    only_near(ui, shown, |income| height(income, wide, today), |ui, income| row(ui, scene, income, wide));
    if count < all {
        ui.add_space(space::S);
        let words = scene.with("card-money-all", &[("count", all.into())]);
        if Button::quiet(&words).small().show(ui).clicked() {
            *show_all = true;
        }
    }
}

fn head(ui: &mut Ui, scene: &mut Scene<'_>, client: RecordId, money: &ClientMoney) {
    let contents = |ui: &mut Ui, scene: &mut Scene<'_>| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        if money.to_get > Cents::ZERO {
            let (words, amount) = (scene.say("card-to-get"), scene.amount(money.to_get));
            let said = label::ink(ui, Type::Body, &words);
            spoken::words(ui, &said, &format!("{words} {amount}"));
            label::over(ui, Type::Strong, amount);
            ui.add_space(space::XS);
        }
        let (add, said) = (scene.say("card-earn"), scene.say("card-earn-said"));
        if Button::quiet(&add).icon(Icon::Plus).named(&said).show(ui).clicked() {
            scene.open(SheetKind::Earn(Some(client)));
        }
    };
    if ui.available_width() < 400.0 {
        label::ink(ui, Type::Heading, scene.say("card-money"));
        ui.horizontal_wrapped(|ui| contents(ui, scene));
        return;
    }
    ui.horizontal(|ui| {
        label::ink(ui, Type::Heading, scene.say("card-money"));
        at_right(ui, Id::unique(("money of", client)), |ui| contents(ui, scene));
    });
}

fn height(income: &Income, wide: bool, today: Day) -> f32 {
    let waiting = income.is_still_to_get();
    if wide {
        return if waiting || has_second_day(income, today) { 57.0 } else { 45.0 };
    }
    let second = if has_second_day(income, today) { SECOND } else { 0.0 };
    let button = if waiting { 46.0 } else { 0.0 };
    66.0 + second + button
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, income: &Arc<Income>, wide: bool) {
    let tokens = Tokens::of(ui);
    let amount = scene.amount(income.amount);
    let days = days(scene, income);
    let sentence = [amount.as_str(), &income.label, &days.first, &days.second]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let waiting = income.is_still_to_get();
    let row = ListRow {
        id: Id::unique(("income row", income.id)),
        height: height(income, wide, scene.today()),
        tinted: income.is_late(scene.today()) && !scene.hides(Private::Verdict),
        sentence: &sentence,
    };
    let response = row.show(ui, |ui, rect| {
        let (left, end) = (rect.left() + 14.0, rect.right() - 14.0);
        if wide {
            let y = rect.center().y;
            let at = rect.right() - DAYS;
            elided(ui, pos2(left, y), AMOUNTS - 8.0, Type::Strong, &amount, tokens.ink);
            let (label_at, room) = (rect.left() + AMOUNTS, at - rect.left() - AMOUNTS - 12.0);
            elided_rows(ui, pos2(label_at, y), room, 2, Type::Body, &income.label, tokens.ink);
            let room = if waiting { DAYS - BUTTON - 8.0 } else { DAYS - 14.0 };
            if days.second.is_empty() {
                elided_rows(ui, pos2(at, y), room, 2, Type::Body, &days.first, tokens.soft);
            } else {
                elided(ui, pos2(at, y - 9.0), room, Type::Body, &days.first, tokens.soft);
                elided(ui, pos2(at, y + 11.0), room, Type::Small, &days.second, tokens.soft);
            }
        } else {
            let (first, second) = (rect.top() + 20.0, rect.top() + 44.0);
            elided(ui, pos2(left, first), AMOUNTS, Type::Strong, &amount, tokens.ink);
            let room = (end - left - AMOUNTS).max(20.0);
            right(ui, pos2(end, first), room, Type::Small, &days.first, tokens.soft);
            elided(ui, pos2(left, second), end - left, Type::Body, &income.label, tokens.ink);
            right(ui, pos2(end, second + SECOND), end - left, Type::Small, &days.second, tokens.soft);
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
            Rect::from_min_size(pos2(rect.left() + 14.0, rect.bottom() - 46.0), vec2(158.0, 36.0))
        };
        is_paid(ui, scene, income, place, &amount);
    }
}

/// "Ik kreeg dit", on a row.
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

/// The days of a row: what there is to know first, and what there is to know besides.
struct Days {
    first: String,
    second: String,
}

/// Whether a row has two days to tell of.
fn has_second_day(income: &Income, today: Day) -> bool {
    match income.paid {
        Some(paid) => income.earned.is_some_and(|earned| earned != paid),
        None => income.is_late(today),
    }
}

fn days(scene: &Scene<'_>, income: &Income) -> Days {
    let today = scene.today();
    let on = |key: &str, day: Day| scene.with(key, &[("day", (&scene.day_plain(day)).into())]);
    let only = |first: String| Days { first, second: String::new() };
    match (income.paid, income.due, income.earned) {
        (Some(paid), _, Some(earned)) if earned != paid => {
            Days { first: on("card-received", paid), second: on("card-since", earned) }
        }
        (Some(paid), ..) => only(on("card-received", paid)),
        (None, Some(due), _) if income.is_late(today) && !scene.hides(Private::Verdict) => {
            Days { first: on("card-expected", due), second: ago(scene, due) }
        }
        (None, Some(due), _) => only(on("card-expected", due)),
        (None, None, earned) => only(earned.map(|day| on("card-since", day)).unwrap_or_default()),
    }
}

/// "12 dagen geleden", of a day long ago "9 jaar geleden".
fn ago(scene: &Scene<'_>, day: Day) -> String {
    let (key, unit, count) = match Ago::between(day, scene.today()) {
        Ago::Days(count) => ("card-days-ago", "days", count),
        Ago::Months(count) => ("card-months-ago", "months", count),
        Ago::Years(count) => ("card-years-ago", "years", count),
    };
    scene.with(key, &[(unit, count.into())])
}
