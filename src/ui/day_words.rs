//! What a day asks, in a sentence: the next working day, and what a change makes of today.

use chrono::Datelike;

use super::{privacy::Private, scene::Scene};
use crate::{
    app::date_words,
    domain::{
        Day,
        figure::{DailyFigure, DayState, NextDay},
        month::Month,
    },
};

/// "Maandag werk je weer: ongeveer € 145."
pub fn next_day(scene: &Scene<'_>, next: NextDay) -> String {
    let day = day_to_come(scene, next.day);
    if next.is_enough && !scene.hides(Private::Verdict) {
        let month = scene.month(Month::of(next.day));
        return scene.with("next-day-enough", &[("day", (&day).into()), ("month", (&month).into())]);
    }
    let amount = scene.amount(next.figure);
    scene.with("next-day", &[("day", (&day).into()), ("amount", (&amount).into())])
}

/// As [`becomes`]; nothing when the day asks what it asked, or amounts are hidden.
pub fn becomes_another(scene: &Scene<'_>, now: &DailyFigure, then: &DailyFigure) -> Option<String> {
    let asks = |state| matches!(state, DayState::EnoughToday | DayState::ToEarn { .. });
    let same =
        if asks(now.state) && asks(then.state) { now.figure == then.figure } else { now.state == then.state };
    (!same && !scene.hides(Private::Preview)).then(|| becomes(scene, now, then))
}

/// What today becomes, or the next working day where today is free: "Vandaag wordt € 190 in plaats van € 185."
pub fn becomes(scene: &Scene<'_>, now: &DailyFigure, then: &DailyFigure) -> String {
    let amount = scene.amount(then.figure);
    match (now.state, then.state) {
        (_, DayState::NoWorkWeek) => scene.say("becomes-no-week"),
        (_, DayState::Free { next: None }) => scene.say("becomes-no-day"),
        (DayState::Free { next: before }, DayState::Free { next: Some(next) }) => {
            if before == Some(next) {
                let day = day_to_come(scene, next.day);
                return scene.with("next-day-stays", &[("day", (&day).into())]);
            }
            next_day(scene, next)
        }
        (_, DayState::Free { .. }) => scene.say("becomes-free"),
        (before, DayState::EnoughThisMonth) => {
            let key = if before == then.state { "becomes-still-enough" } else { "becomes-enough" };
            scene.with(key, &[("month", (&scene.month(then.need.month)).into())])
        }
        (DayState::EnoughToday | DayState::ToEarn { .. }, _) if now.figure == then.figure => {
            scene.with("becomes-same", &[("amount", (&amount).into())])
        }
        (DayState::EnoughToday | DayState::ToEarn { .. }, _) => {
            let was = scene.amount(now.figure);
            scene.with("becomes", &[("amount", (&amount).into()), ("was", (&was).into())])
        }
        (_, DayState::EnoughToday | DayState::ToEarn { .. }) => {
            scene.with("today-becomes", &[("amount", (&amount).into())])
        }
    }
}

/// Why income of a day from before the plan moves nothing; none for a later day.
pub fn before_plan(scene: &Scene<'_>, day: Option<Day>) -> Option<String> {
    let start = scene.book().plan.start;
    day.filter(|day| *day < start)
        .map(|_| scene.with("before-plan", &[("start", (&scene.day_long(start)).into())]))
}

/// "Maandag" within a week, else "Maandag 7 december".
fn day_to_come(scene: &Scene<'_>, day: Day) -> String {
    let near = (day - scene.today()).num_days() < 7;
    capital(&if near { date_words::weekday(day.weekday(), scene.language()) } else { scene.day_long(day) })
}

/// As it stands at the head of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
