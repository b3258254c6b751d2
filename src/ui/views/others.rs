//! "Andere versie": what somebody else made of a field without knowing of what it shows, until one of both is chosen.

use egui::{Sense, Ui, vec2};

use crate::{
    app::{command::Command, field_place::FieldPlace, value_words::ValueWords},
    domain::{
        id::Id as RecordId,
        other_values::{OtherValues, Waiting},
    },
    ui::{
        action::SheetKind,
        day_words::capital,
        fonts::Type,
        icon::Icon,
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            button::{Button, paint_icon},
            hairline, label,
        },
    },
};

/// How many stand there before all are asked for.
const FIRST: usize = 2;
/// The longest value on a line, in characters.
const LONGEST: usize = 160;

/// Draws what waits beside a field, right under it; nothing when nothing does.
pub fn under(ui: &mut Ui, scene: &mut Scene<'_>, place: Waiting, all: &mut bool) {
    if !scene.overview.is_waiting(place) {
        return;
    }
    ui.add_space(space::XXS);
    if Private::of(place).is_some_and(|what| scene.hides(what)) {
        line(ui, &scene.say("other-hidden"), |_| {});
        return;
    }
    let others = OtherValues::of(scene.book(), place);
    let texts = values(scene).others(&others);
    let count = if *all { texts.len() } else { texts.len().min(FIRST) };
    let field = FieldPlace::of(scene.book(), place).map(|field| field.say(scene.words())).unwrap_or_default();
    for (index, (text, value)) in texts.iter().zip(others.each()).take(count).enumerate() {
        let text = shortened(text);
        line(ui, &scene.with("other-version", &[("value", (&text).into())]), |ui| {
            let said = scene.with("other-take-what", &[("value", (&text).into())]);
            if Button::quiet(&scene.say("other-take")).small().named(&said).show(ui).clicked() {
                scene.send(Command::TakeOther(place, value));
            }
            if index + 1 < count {
                return;
            }
            let said = scene.with("other-keep-what", &[("field", (&field).into())]);
            if Button::bare(&scene.say("other-keep")).small().named(&said).show(ui).clicked() {
                scene.send(Command::SettleOthers(place));
            }
            let more = texts.len() - count;
            if more > 0 {
                let words = scene.with("other-more", &[("count", more.into())]);
                *all |= Button::bare(&words).small().show(ui).clicked();
            }
        });
    }
}

/// Draws for each of these fields what it is called, what it shows and what waits beside it.
pub fn list(ui: &mut Ui, scene: &mut Scene<'_>, places: &[Waiting], all: &mut bool) {
    for place in places.iter().copied() {
        let Some(field) = FieldPlace::of(scene.book(), place) else { continue };
        hairline::show(ui);
        ui.add_space(space::XXS);
        label::ink(ui, Type::Strong, capital(&field.say(scene.words())));
        let shown = OtherValues::shown(scene.book(), place);
        if !Private::of(place).is_some_and(|what| scene.hides(what))
            && let Some(text) = shown.and_then(|shown| values(scene).others(&shown).pop())
        {
            label::ink(ui, Type::Body, scene.with("others-now", &[("value", (&shortened(&text)).into())]));
        }
        under(ui, scene, place, all);
        ui.add_space(space::XXS);
    }
}

/// Names the incomes beside which something waits, each with the way there.
pub fn of_incomes(ui: &mut Ui, scene: &mut Scene<'_>, incomes: &[RecordId], all: &mut bool) {
    let count = if *all { incomes.len() } else { incomes.len().min(FIRST) };
    for (index, id) in incomes.iter().take(count).enumerate() {
        let Some(income) = scene.book().incomes.get(*id) else { continue };
        let amount = scene.amount(income.amount);
        let name =
            if income.label.is_empty() { amount } else { format!("{amount}, {}", shortened(&income.label)) };
        ui.add_space(space::XXS);
        line(ui, &scene.with("other-income", &[("income", (&name).into())]), |ui| {
            let said = scene.with("other-look-what", &[("income", (&name).into())]);
            if Button::quiet(&scene.say("other-look")).small().named(&said).show(ui).clicked() {
                scene.open(SheetKind::CorrectIncome(*id));
            }
            let more = incomes.len() - count;
            if more > 0 && index + 1 == count {
                let words = scene.with("other-more", &[("count", more.into())]);
                *all |= Button::bare(&words).small().show(ui).clicked();
            }
        });
    }
}

/// Says how many wait in the whole book, with the way there.
pub fn waiting(ui: &mut Ui, scene: &mut Scene<'_>) {
    let count = scene.overview.waiting.len();
    if count == 0 {
        return;
    }
    line(ui, &scene.with("others-waiting", &[("count", count.into())]), |ui| {
        if Button::quiet(&scene.say("other-look")).small().show(ui).clicked() {
            scene.open(SheetKind::Changes);
        }
    });
}

/// The incomes of a client beside which something waits.
pub fn incomes_of(scene: &Scene<'_>, client: RecordId) -> Vec<RecordId> {
    let mut incomes: Vec<RecordId> = scene
        .overview
        .waiting
        .iter()
        .filter_map(|place| match place {
            Waiting::Income(id, _) => Some(*id),
            _ => None,
        })
        .filter(|id| scene.book().incomes.get(*id).is_some_and(|income| income.client == Some(client)))
        .collect();
    incomes.dedup();
    incomes
}

/// A quiet line with an icon, and what can be done behind it.
fn line(ui: &mut Ui, text: &str, buttons: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::XXS);
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 32.0), Sense::hover());
        paint_icon(ui, Icon::User, rect.center(), 18.0, tokens.soft);
        label::soft(ui, Type::Body, text);
        buttons(ui);
    });
}

fn values<'a>(scene: &'a Scene<'_>) -> ValueWords<'a> {
    ValueWords { book: scene.book(), words: scene.words(), today: scene.today() }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{}…", start.trim_end())
}
