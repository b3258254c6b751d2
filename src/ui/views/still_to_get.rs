//! Everything still to get.

use egui::{Context, Id, Rect, Ui, pos2, vec2};

use super::client_card::is_paid;
use crate::{
    domain::client_money::{StillToGet, all_still_to_get},
    ui::{
        action::SheetKind,
        fonts::Type,
        kept::Kept,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            client_tile::elided,
            label,
            list_row::{ListRow, only_near, right},
            sheet::Sheet,
        },
    },
};

/// From this width on the button stands beside the words, in points.
const WIDE: f32 = 560.0;
/// The width of the button, with the room at its right.
const BUTTON: f32 = 172.0;

/// Everything still to get.
#[derive(Debug, Default)]
pub struct StillToGetSheet {
    all: Kept<u64, Vec<StillToGet>>,
}

impl StillToGetSheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("get-title"), scene.say("close"));
        let sheet =
            Sheet { id: Id::unique("still to get"), title: Some(&title), close: &close, width: 860.0 };
        sheet.show(ctx, |ui| self.contents(ui, scene))
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let all = self.all.get(scene.session.revision(), || all_still_to_get(scene.book()));
        if all.is_empty() {
            ui.add_space(space::XS);
            label::soft(ui, Type::Body, scene.say("get-none"));
            ui.add_space(space::L);
            return;
        }
        let total = scene.amount(scene.overview.to_get);
        let words = scene.with("get-total", &[("amount", (&total).into())]);
        label::soft(ui, Type::Body, words);
        ui.add_space(space::S);
        let wide = ui.available_width() >= WIDE;
        let height = if wide { 66.0 } else { 128.0 };
        only_near(ui, &all, |_| height, |ui, item| row(ui, scene, item, height, wide));
    }
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, item: &StillToGet, height: f32, wide: bool) {
    let tokens = Tokens::of(ui);
    let income = &item.income;
    let amount = scene.amount(income.amount);
    let who = scene.payer(income.client);
    let since = item.since.map(|day| scene.with("get-since", &[("day", (&scene.day_plain(day)).into())]));
    let due = income.due.map(|day| scene.with("card-expected", &[("day", (&scene.day_plain(day)).into())]));
    let days = [since, due].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let sentence = [who.as_str(), &amount, &income.label, &days]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let row =
        ListRow { id: Id::unique(("to get row", income.id)), height, tinted: false, sentence: &sentence };
    let response = row.show(ui, |ui, rect| {
        let left = rect.left() + 14.0;
        let end = if wide { rect.right() - BUTTON - space::S } else { rect.right() - 14.0 };
        let (first, second) = (rect.top() + 22.0, rect.top() + 45.0);
        let money = 124.0;
        elided(ui, pos2(left, first), end - left - money - space::S, Type::Strong, &who, tokens.ink);
        right(ui, pos2(end, first), money, Type::Strong, &amount, tokens.ink);
        if wide {
            let half = (end - left) * 0.45;
            elided(ui, pos2(left, second), half - space::S, Type::Small, &income.label, tokens.soft);
            right(ui, pos2(end, second), end - left - half, Type::Small, &days, tokens.soft);
        } else {
            elided(ui, pos2(left, second), end - left, Type::Small, &income.label, tokens.soft);
            elided(ui, pos2(left, second + 20.0), end - left, Type::Small, &days, tokens.soft);
        }
    });
    if response.clicked() {
        match income.client.filter(|client| scene.client(*client).is_some()) {
            Some(client) => scene.open(SheetKind::Client(client)),
            None => scene.open(SheetKind::CorrectIncome(income.id)),
        }
    }
    let rect = response.rect;
    let place = if wide {
        Rect::from_min_max(pos2(rect.right() - BUTTON, rect.top()), pos2(rect.right() - 14.0, rect.bottom()))
    } else {
        Rect::from_min_size(pos2(rect.left() + 14.0, rect.bottom() - 46.0), vec2(158.0, 36.0))
    };
    is_paid(ui, scene, income, place, &amount);
}
