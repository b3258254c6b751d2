//! The figure, its bar and the two buttons.

use egui::{Align, Layout, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    domain::{figure::DayState, money::Cents, month::Month},
    ui::{
        action::{Action, Screen, SheetKind},
        day_words,
        fonts::Type,
        icon::Icon,
        privacy::Private,
        scene::Scene,
        tokens::{Tokens, radius, space},
        widgets::{
            bar,
            button::{self, Button},
            focus_ring, label, tip,
        },
    },
};

/// Draws the figure of today.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let overview = std::sync::Arc::clone(&scene.overview);
    let daily = &overview.daily;
    let figure = scene.amount(daily.figure);
    match daily.state {
        DayState::NoWorkWeek => {
            large(ui, &scene.say("figure-no-week"), "", true);
            label::soft(ui, Type::Body, scene.say("figure-no-week-help"));
            ui.add_space(space::XS);
            if Button::quiet(&scene.say("figure-choose-days")).show(ui).clicked() {
                scene.push(Action::Show(Screen::Settings));
            }
        }
        DayState::Free { next } => {
            large(ui, &scene.say("figure-free"), "", true);
            if let Some(next) = next {
                label::soft(ui, Type::Body, day_words::next_day(scene, next));
            }
            ui.add_space(space::XS);
            if daily.earned_today > Cents::ZERO {
                earned_line(ui, scene, daily.earned_today, "");
            }
        }
        // Whether it is enough, and how much there is to go, is nobody else's business.
        DayState::EnoughThisMonth | DayState::EnoughToday | DayState::ToEarn { .. }
            if scene.hides(Private::Verdict) =>
        {
            large(ui, &figure, &scene.say("figure-needed"), false);
            progress(ui, scene, 0.0, daily.earned_today, "");
        }
        DayState::EnoughThisMonth => {
            let month = scene.month(Month::of(daily.day));
            large(
                ui,
                &scene.say("figure-enough"),
                &scene.with("figure-enough-month", &[("month", (&month).into())]),
                true,
            );
            progress(ui, scene, daily.filled(), daily.earned_today, "");
        }
        DayState::EnoughToday => {
            large(ui, &figure, &scene.say("figure-needed"), false);
            let enough = scene.say("figure-enough-today");
            progress(ui, scene, 1.0, daily.earned_today, &enough);
        }
        DayState::ToEarn { left } => {
            large(ui, &figure, &scene.say("figure-needed"), false);
            let left = scene.with("figure-left", &[("amount", (&scene.amount(left)).into())]);
            progress(ui, scene, daily.filled(), daily.earned_today, &left);
        }
    }
    buttons(ui, scene);
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, space::XS);
        let words = scene.say("earn-button");
        let earn = Button::main(&words).icon(Icon::Plus).enabled(!scene.is_read_only());
        if earn.show(ui).clicked() {
            scene.open(SheetKind::Earn(None));
        }
        if Button::quiet(&scene.say(why_key(scene))).show(ui).clicked() {
            scene.open(SheetKind::Why);
        }
    });
    // Close under the buttons: so the figure is no higher than the pots.
    ui.spacing_mut().item_spacing.y = 0.0;
    let month = Month::of(scene.today());
    let words = scene.with("figure-month", &[("month", (&scene.month(month)).into())]);
    if button::link(ui, &words).clicked() {
        scene.open(SheetKind::MonthIncome(month));
    }
}

/// What the explanation is called: it is about an amount only where one is shown.
fn why_key(scene: &Scene<'_>) -> &'static str {
    let is_enough = match scene.overview.daily.state {
        DayState::NoWorkWeek | DayState::Free { next: None } => return "why-button-none",
        DayState::Free { next: Some(next) } => next.is_enough,
        state => state == DayState::EnoughThisMonth,
    };
    if is_enough && !scene.hides(Private::Verdict) { "why-button-enough" } else { "why-button" }
}

/// The largest thing on the screen, with a few words behind it, or under it where there is no room.
fn large(ui: &mut Ui, figure: &str, behind: &str, in_words: bool) {
    let tokens = Tokens::of(ui);
    let room = ui.available_width();
    let wanted = if in_words { 54.0 } else { Type::Figure.size() };
    let layout = |size: f32| {
        ui.painter().layout_no_wrap(figure.to_owned(), Type::Figure.font_of_size(size), tokens.ink)
    };
    let natural = layout(wanted);
    let galley = if natural.size().x > room { layout(wanted * room / natural.size().x) } else { natural };
    let words = ui.painter().layout(behind.to_owned(), Type::Body.font_of_size(20.5), tokens.soft, room);
    let beside = behind.is_empty() || galley.size().x + space::M + words.size().x <= room;
    // Lexend's line is much taller than its digits; the air above and below is taken off.
    let trim = galley.size().y * 0.14;
    let height = galley.size().y - 2.0 * trim + if beside { 0.0 } else { words.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
    let sentence = format!("{figure} {behind}");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, sentence.trim()));
    let left = rect.left() - galley.size().y * 0.02;
    let bottom = rect.top() + galley.size().y - 2.0 * trim;
    ui.painter().galley(pos2(left, rect.top() - trim), std::sync::Arc::clone(&galley), tokens.ink);
    let at = if beside {
        pos2(left + galley.size().x + space::M, bottom - galley.size().y * 0.06 - words.size().y)
    } else {
        pos2(rect.left(), bottom)
    };
    ui.painter().galley(at, words, tokens.soft);
    ui.add_space(space::XS);
}

fn progress(ui: &mut Ui, scene: &mut Scene<'_>, filled: f32, earned: Cents, right: &str) {
    let earned_words = scene.amount(earned);
    let sentence = scene.with(
        "bar-sentence",
        &[("earned", (&earned_words).into()), ("left", (&day_words::capital(right)).into())],
    );
    bar::show(ui, filled, &sentence);
    earned_line(ui, scene, earned, right);
}

/// "€ 120 verdiend", which opens the month's income, and at the right what is left.
fn earned_line(ui: &mut Ui, scene: &mut Scene<'_>, earned: Cents, right: &str) {
    let amount = scene.amount(earned);
    let word = scene.say("figure-earned");
    ui.horizontal(|ui| {
        if earned_button(ui, &amount, &word, &scene.say("figure-earned-hint")).clicked() {
            scene.open(SheetKind::MonthIncome(Month::of(scene.today())));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            // The bar says it too.
            if matches!(scene.overview.daily.state, DayState::EnoughToday) {
                label::over(ui, Type::Strong, right);
            } else {
                label::soft_over(ui, Type::Body, right);
            }
        });
    });
}

fn earned_button(ui: &mut Ui, amount: &str, word: &str, hint: &str) -> Response {
    let tokens = Tokens::of(ui);
    let strong = ui.painter().layout_no_wrap(amount.to_owned(), Type::Strong.font(), tokens.ink);
    let plain = ui.painter().layout_no_wrap(format!(" {word}"), Type::Body.font(), tokens.ink);
    let size = vec2(strong.size().x + plain.size().x, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{amount} {word}")));
    let y = rect.center().y - strong.size().y / 2.0;
    let split = rect.left() + strong.size().x;
    ui.painter().galley(pos2(rect.left(), y), strong, tokens.ink);
    ui.painter().galley(pos2(split, y), plain, tokens.ink);
    if response.hovered() {
        ui.painter().hline(rect.x_range(), rect.bottom() - 4.0, egui::Stroke::new(1.0, tokens.ink));
    }
    focus_ring::paint(ui, &response, rect, radius::SMALL);
    tip::show(response.on_hover_cursor(egui::CursorIcon::PointingHand), hint)
}
