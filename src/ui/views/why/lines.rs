//! One line of the sum: its number, its words, its amount, its pencil.

use egui::{Align, Label, Layout, RichText, Stroke, Ui, text::LayoutJob, vec2};

use super::need_bar;
use crate::{
    domain::explanation::Line,
    ui::{
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{button, label, spoken},
    },
};

/// The room for the number of a line, in points.
pub const NUMBER: f32 = 18.0 + space::XS;

/// Draws a line; whether its pencil was clicked.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, number: usize, line: &Line, pencil: bool) -> bool {
    let tokens = Tokens::of(ui);
    if number > 1 {
        let y = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, tokens.line));
        ui.add_space(2.0);
    }
    // What stood here earlier is no step of the sum.
    let moved = matches!(line, Line::MovedToday { .. });
    let shown_number = if moved { String::new() } else { number.to_string() };
    let (words, strong) = words(scene, line);
    let amount = amount(scene, line);
    let large = matches!(line, Line::RoundedUp { .. } | Line::Enough { .. });
    let mut clicked = false;
    let narrow = ui.available_width() < 460.0;
    ui.horizontal(|ui| {
        ui.set_min_height(if large { 44.0 } else { 36.0 });
        ui.spacing_mut().item_spacing.x = space::XS;
        let spoken_line = if moved { words.clone() } else { format!("{number}. {words}") };
        let first = Label::new(Type::Strong.text(shown_number).color(tokens.ink));
        let first = ui.add_sized(vec2(18.0, 20.0), first);
        // The whole line is heard where it begins, before its pencil, which is drawn first as it stands at the right end.
        spoken::words(ui, &first, &format!("{spoken_line}: {amount}"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if pencil {
                let name = scene.with("why-change", &[("line", (&words).into())]);
                clicked = button::icon_button(ui, Icon::Pencil, &name).clicked();
            } else {
                ui.add_space(36.0 + space::XS);
            }
            let size = if large { 25.0 } else { 17.0 };
            let font = if large { Type::Title.font() } else { Type::Strong.font_of_size(size) };
            let amount = ui.add(Label::new(RichText::new(amount).font(font).color(tokens.ink)).extend());
            spoken::only_for_eyes(ui, &amount);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = ui.add(Label::new(job(ui, &words, strong.as_deref(), narrow)).wrap());
                spoken::only_for_eyes(ui, &words);
            });
        });
    });
    if let Line::Need { parts, first_month, .. } = line {
        ui.horizontal(|ui| {
            ui.add_space(NUMBER);
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - 44.0).max(60.0));
                if let Some(first) = first_month {
                    let start = scene.day_long(first.start);
                    let values = [
                        ("start", (&start).into()),
                        ("days", first.working_days.into()),
                        ("of", first.of.into()),
                    ];
                    label::soft(ui, Type::Small, scene.with("why-first-month", &values));
                }
                need_bar::ui(ui, scene, parts);
            });
        });
    }
    clicked
}

/// The words of a line, with the part that is said with weight.
fn words(scene: &Scene<'_>, line: &Line) -> (String, Option<String>) {
    match line {
        Line::Need { month, .. } => {
            (scene.with("why-need", &[("month", (&scene.month(*month)).into())]), None)
        }
        Line::Earned { with_today: false, .. } => (scene.say("why-earned"), None),
        Line::Earned { with_today: true, .. } => (scene.say("why-earned-today"), None),
        Line::Left(_) => (scene.say("why-left"), None),
        Line::OverDaysLeft { days: 1, with_today: true, .. } => (scene.say("why-divided-last-today"), None),
        Line::OverDaysLeft { days: 1, with_today: false, .. } => (scene.say("why-divided-last"), None),
        Line::OverDaysLeft { days, with_today, .. } => {
            let strong = scene.with("why-work-days", &[("days", (*days).into())]);
            let key = if *with_today { "why-divided-today" } else { "why-divided" };
            (scene.with(key, &[("count", (&strong).into())]), Some(strong))
        }
        Line::OverAllDays { days: 1, .. } => (scene.say("why-divided-only"), None),
        Line::OverAllDays { days, .. } => {
            let strong = scene.with("why-work-days", &[("days", (*days).into())]);
            (scene.with("why-divided-all", &[("count", (&strong).into())]), Some(strong))
        }
        Line::Capped { month, left_out, .. } => {
            let month = scene.month(*month);
            let amount = scene.amount(*left_out);
            (scene.with("why-capped", &[("amount", (&amount).into()), ("month", (&month).into())]), None)
        }
        Line::RoundedUp { step, .. } => {
            (scene.with("why-rounded", &[("step", (&scene.amount(*step)).into())]), None)
        }
        Line::Enough { .. } => (scene.say("why-extra"), None),
        Line::MovedToday { .. } => (scene.say("why-moved"), None),
    }
}

/// Whether a line says how it goes, and so stays out of sight while amounts are hidden.
pub const fn is_verdict(line: &Line) -> bool {
    matches!(line, Line::Enough { .. } | Line::Capped { .. } | Line::MovedToday { .. })
}

fn amount(scene: &Scene<'_>, line: &Line) -> String {
    match line {
        Line::Need { total, .. } => scene.amount(*total),
        Line::Earned { amount, .. } => format!("–\u{a0}{}", scene.amount(*amount)),
        Line::Left(amount) => scene.amount(*amount),
        Line::OverDaysLeft { share, .. } | Line::OverAllDays { share, .. } => scene.amount(*share),
        Line::Capped { cap, .. } => scene.amount(*cap),
        Line::RoundedUp { figure, .. } => scene.amount(*figure),
        Line::Enough { extra } => scene.amount(*extra),
        Line::MovedToday { first_shown } => scene.amount(*first_shown),
    }
}

/// The words with their weighty part in semibold.
fn job(ui: &Ui, words: &str, strong: Option<&str>, narrow: bool) -> LayoutJob {
    let color = Tokens::of(ui).ink;
    let size = if narrow { 14.5 } else { 16.5 };
    let plain = |text: &str, job: &mut LayoutJob| {
        job.append(text, 0.0, egui::TextFormat::simple(Type::Body.font_of_size(size), color));
    };
    let mut job = LayoutJob::default();
    match strong.and_then(|strong| Some((strong, words.split_once(strong)?))) {
        Some((strong, (before, after))) => {
            plain(before, &mut job);
            job.append(strong, 0.0, egui::TextFormat::simple(Type::Strong.font_of_size(size), color));
            plain(after, &mut job);
        }
        None => plain(words, &mut job),
    }
    job
}
