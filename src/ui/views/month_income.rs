//! A month's income by day.

use egui::{Align, Context, Id, Layout, Ui, pos2, vec2};

use crate::{
    domain::{
        Day,
        income::Income,
        money::Cents,
        month::Month,
        month_income::{self, DayIncome},
    },
    ui::{
        action::SheetKind,
        fonts::Type,
        icon::Icon,
        kept::Kept,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            button::{icon_button, icon_button_enabled},
            client_tile::{elided, elided_galley},
            label,
            list_row::{ListRow, only_near, right},
            sheet::Sheet,
        },
    },
};

/// From this width on a line of the list is one line, in points.
const WIDE: f32 = 480.0;
/// The room for the amounts.
const AMOUNTS: f32 = 120.0;

/// The room to say that something was not paid yet.
const UNPAID: f32 = 116.0;

/// A month's income, with which month is looked at.
#[derive(Debug)]
pub struct MonthSheet {
    month: Month,
    days: Kept<(u64, Month), Vec<DayIncome>>,
}

/// One piece of the list.
enum Piece<'a> {
    Day(Day, Cents),
    Line(&'a Income),
}

impl MonthSheet {
    /// The income of a month.
    pub fn new(month: Month) -> Self {
        Self { month, days: Kept::default() }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("month-title"), scene.say("close"));
        let sheet =
            Sheet { id: Id::unique("month income"), title: Some(&title), close: &close, width: 760.0 };
        sheet.show(ctx, |ui| self.contents(ui, scene))
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let days = self
            .days
            .get((scene.session.revision(), self.month), || month_income::by_day(scene.book(), self.month));
        let total: Cents = days.iter().map(|day| day.total).sum();
        self.head(ui, scene, total);
        ui.add_space(space::S);
        if days.is_empty() {
            label::soft(ui, Type::Body, scene.say("month-none"));
            ui.add_space(space::L);
            return;
        }
        let wide = ui.available_width() >= WIDE;
        let mut pieces = Vec::new();
        for day in days.iter() {
            pieces.push(Piece::Day(day.day, day.total));
            pieces.extend(day.incomes.iter().map(|income| Piece::Line(income)));
        }
        let height = |piece: &Piece<'_>| match (piece, wide) {
            (Piece::Day(..), _) => 44.0,
            (Piece::Line(_), true) => 45.0,
            (Piece::Line(_), false) => 64.0,
        };
        only_near(ui, &pieces, height, |ui, piece| match piece {
            Piece::Day(day, total) => day_head(ui, scene, *day, *total, height(piece)),
            Piece::Line(income) => line(ui, scene, income, height(piece), wide),
        });
    }

    fn head(&mut self, ui: &mut Ui, scene: &Scene<'_>, total: Cents) {
        let total = scene.with("month-total", &[("amount", (&scene.amount(total)).into())]);
        let narrow = ui.available_width() < 400.0;
        ui.horizontal(|ui| {
            if icon_button(ui, Icon::CaretLeft, &scene.say("month-earlier")).clicked() {
                self.month = self.month.previous();
            }
            // Nothing counts on a day after today.
            let later = self.month < Month::of(scene.today());
            if icon_button_enabled(ui, Icon::CaretRight, &scene.say("month-later"), later).clicked() {
                self.month = self.month.next();
            }
            // The name behind both arrows, so that these stay in their place whatever the month is called.
            label::ink(ui, Type::Heading, scene.month(self.month));
            if !narrow {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    label::ink(ui, Type::Strong, &total)
                });
            }
        });
        if narrow {
            label::ink(ui, Type::Strong, &total);
        }
    }
}

fn day_head(ui: &mut Ui, scene: &Scene<'_>, day: Day, total: Cents, height: f32) {
    let tokens = Tokens::of(ui);
    let words = scene.day_long(day);
    let amount = scene.amount(total);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    let said = format!("{words}, {amount}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &said));
    let y = rect.bottom() - 13.0;
    let taken = right(ui, pos2(rect.right() - 14.0, y), 120.0, Type::Small, &amount, tokens.soft);
    let room = rect.width() - 28.0 - taken - space::S;
    // Where the whole day does not fit, the short one says which it is.
    let fits = !elided_galley(ui, room, Type::SmallStrong, &words, tokens.soft).elided;
    let words = if fits { words } else { scene.day_short(day) };
    elided(ui, pos2(rect.left() + 14.0, y), room, Type::SmallStrong, &words, tokens.soft);
}

fn line(ui: &mut Ui, scene: &mut Scene<'_>, income: &Income, height: f32, wide: bool) {
    let tokens = Tokens::of(ui);
    let amount = scene.amount(income.amount);
    let who = scene.payer(income.client);
    let unpaid = if income.is_still_to_get() { scene.say("month-unpaid") } else { String::new() };
    let sentence = [amount.as_str(), &who, &income.label, &unpaid]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let row =
        ListRow { id: Id::unique(("month row", income.id)), height, tinted: false, sentence: &sentence };
    let response = row.show(ui, |ui, rect| {
        let (left, end) = (rect.left() + 14.0, rect.right() - 14.0);
        let y = if wide { rect.center().y } else { rect.top() + 21.0 };
        let names = left + AMOUNTS;
        elided(ui, pos2(left, y), AMOUNTS - 8.0, Type::Strong, &amount, tokens.ink);
        if wide {
            let half = (end - names) / 2.0;
            elided(ui, pos2(names, y), half - space::S, Type::Body, &who, tokens.ink);
            let room = if unpaid.is_empty() { 0.0 } else { UNPAID };
            elided(ui, pos2(names + half, y), half - room, Type::Body, &income.label, tokens.soft);
            right(ui, pos2(end, y), room, Type::SmallStrong, &unpaid, tokens.ink);
        } else {
            elided(ui, pos2(names, y), end - names, Type::Body, &who, tokens.ink);
            let room = if unpaid.is_empty() { 0.0 } else { UNPAID };
            elided(ui, pos2(left, y + 23.0), end - left - room, Type::Small, &income.label, tokens.soft);
            right(ui, pos2(end, y + 23.0), room, Type::SmallStrong, &unpaid, tokens.ink);
        }
    });
    if response.clicked() {
        scene.open(SheetKind::CorrectIncome(income.id));
    }
}
