//! "Mijn potjes": what the month's income is for.

use egui::{Id, Theme, Ui, vec2};

use crate::{
    domain::{
        Day,
        money::Cents,
        money_share,
        month::Month,
        pots::{self, Pots},
    },
    ui::{
        day_words::capital,
        fonts::Type,
        icon::Icon,
        kept::Kept,
        paint::{pot_icon, pot_key},
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, on_pot, space},
        widgets::{at_right::at_right, button, card, label, pot},
    },
};

/// Which month the pots show.
#[derive(Debug, Default)]
pub struct PotsState {
    month: Option<Month>,
    /// Worked out once a change, a day and a month: a large book has many incomes.
    pots: Kept<(u64, Day, Month), Pots>,
}

impl PotsState {
    /// Draws the card.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let this_month = Month::of(scene.today());
        let month = self.month.filter(|month| *month < this_month).unwrap_or(this_month);
        let (book, today) = (scene.book(), scene.today());
        let key = (scene.session.revision(), today, month);
        let pots = self.pots.get(key, || Pots::of(book, month, today));
        let margin = if ui.available_width() > 420.0 { 22 } else { 14 };
        card::card(ui, margin, |ui| {
            ui.set_width(ui.available_width());
            self.head(ui, scene, month, this_month);
            ui.add_space(space::XS);
            let width = ((ui.available_width() - 3.0 * space::XXS) / 4.0).min(112.0);
            let gap = (ui.available_width() - 4.0 * width) / 3.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                // Only what is added pours; another month is simply there.
                ui.push_id(month, |ui| {
                    for pot in &pots.pots {
                        pot_ui(ui, scene, pot, width);
                    }
                });
            });
            let need = book.plan.need(month);
            if need.is_first_month && !scene.hides(Private::Amount) {
                let day = scene.day_long(need.counts_from);
                label::soft(ui, Type::Small, scene.with("pots-first-month", &[("day", (&day).into())]));
            }
            if let Some(words) = how_it_went(scene, &pots).filter(|_| !scene.hides(Private::Verdict)) {
                // Under all of them: it is in none.
                ui.vertical_centered(|ui| label::soft(ui, Type::Small, words));
            }
        });
    }

    fn head(&mut self, ui: &mut Ui, scene: &Scene<'_>, month: Month, this_month: Month) {
        ui.horizontal(|ui| {
            label::ink(ui, Type::Heading, scene.say("pots-title"));
            at_right(ui, Id::unique("pots month"), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                // The name before both arrows, so that these stay in their place whatever the month is called.
                label::soft(ui, Type::Body, scene.month(month));
                if button::icon_button(ui, Icon::CaretLeft, &scene.say("month-earlier")).clicked() {
                    self.month = Some(month.previous());
                }
                let later = scene.say("month-later");
                if button::icon_button_enabled(ui, Icon::CaretRight, &later, month < this_month).clicked() {
                    self.month = Some(month.next());
                }
            });
        });
    }
}

/// "November: alle potjes vol, € 310 extra." of a month that is over, else what is extra by now; none when there is
/// nothing to be glad of.
fn how_it_went(scene: &Scene<'_>, pots: &Pots) -> Option<String> {
    let amount = scene.amount(pots.extra);
    let extra = pots.extra > Cents::ZERO;
    if pots.is_full && pots.month.last() <= scene.today() {
        let month = capital(&scene.month(pots.month));
        let values = [("month", (&month).into()), ("amount", (&amount).into())];
        return Some(scene.with(if extra { "pots-month-extra" } else { "pots-month-full" }, &values));
    }
    extra.then(|| scene.with("pots-extra", &[("amount", (&amount).into())]))
}

fn pot_ui(ui: &mut Ui, scene: &Scene<'_>, shown: &pots::Pot, width: f32) {
    let tokens = Tokens::of(ui);
    let theme = if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light };
    let name = scene.say(pot_key(shown.kind));
    let held = scene.amount(shown.held);
    let size = scene.amount(shown.size);
    let of = scene.with("pot-of", &[("amount", (&size).into())]);
    let sentence = scene
        .with("pot-sentence", &[("pot", (&name).into()), ("held", (&held).into()), ("size", (&size).into())]);
    // How full a pot is says an amount too.
    let filled = if scene.hides(Private::Amount) || shown.size == Cents::ZERO {
        0.0
    } else {
        money_share(shown.held, shown.size)
    };
    let pot = pot::Pot {
        paint: tokens.pot(shown.kind),
        on_paint: on_pot(theme),
        icon: pot_icon(shown.kind),
        filled,
        name: &name,
        held: &held,
        of: &of,
        sentence: &sentence,
    };
    ui.allocate_ui(vec2(width, pot::HEIGHT), |ui| {
        pot.show(ui, width);
    });
}
