//! Whose public holidays are free, and which of them are worked all the same.

use chrono::Datelike;
use egui::Ui;

use super::row;
use crate::{
    app::{
        command::{Command, PlanEdit},
        value_words::holiday_key,
    },
    domain::{
        Day,
        holidays::{Holiday, HolidayCalendar},
    },
    ui::{
        fonts::Type,
        icon::Icon,
        scene::Scene,
        tokens::space,
        widgets::{
            chip::{self, Chip},
            label,
        },
    },
};

/// Draws the setting.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let plan = &scene.book().plan;
    row::row(ui, &scene.say("holidays"), Some(&scene.say("holidays-help")), |ui| {
        let options = [
            (HolidayCalendar::None, scene.say("holidays-none")),
            (HolidayCalendar::Netherlands, scene.say("holidays-netherlands")),
            (HolidayCalendar::Belgium, scene.say("holidays-belgium")),
        ];
        if let Some(calendar) = chip::choice(ui, plan.holidays, &options) {
            scene.send(Command::EditPlan(PlanEdit::Holidays(calendar)));
        }
        if plan.holidays == HolidayCalendar::None {
            return;
        }
        ui.add_space(space::XXS);
        label::soft(ui, Type::Small, scene.say("holidays-strike"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            for holiday in plan.holidays.holidays() {
                one(ui, scene, *holiday, !plan.struck_holidays.contains(holiday));
            }
        });
    });
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, holiday: Holiday, free: bool) {
    let name = scene.say(holiday_key(holiday, scene.book().plan.holidays));
    let text = match next(holiday, scene.today()) {
        Some(day) => format!("{name} · {}", scene.day_short(day)),
        None => name,
    };
    let mut chip = Chip::new(&text, free);
    if free {
        chip = chip.icon(Icon::Check);
    }
    if chip.show(ui).clicked() {
        scene.send(Command::EditPlan(PlanEdit::Holiday(holiday, !free)));
    }
}

/// When it comes next, today included.
fn next(holiday: Holiday, today: Day) -> Option<Day> {
    let this_year = holiday.day_in(today.year())?;
    if this_year >= today { Some(this_year) } else { holiday.day_in(today.year() + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::words::Words, domain::book::Language};

    #[test]
    fn a_holiday_that_is_over_is_shown_for_next_year() {
        let day = |year, month, day| Day::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(next(Holiday::Christmas, day(2026, 12, 25)), Some(day(2026, 12, 25)));
        assert_eq!(next(Holiday::NewYear, day(2026, 12, 25)), Some(day(2027, 1, 1)));
    }

    #[test]
    fn every_holiday_has_a_name_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language);
            for holiday in Holiday::ALL {
                for calendar in [HolidayCalendar::Netherlands, HolidayCalendar::Belgium] {
                    let key = holiday_key(holiday, calendar);
                    assert!(words.has(key), "{holiday:?} of {calendar:?} in {language:?}");
                }
            }
        }
    }

    #[test]
    fn a_holiday_is_called_as_people_there_call_it() {
        let words = Words::new(Language::Dutch);
        let name = |holiday, calendar| words.say(holiday_key(holiday, calendar));
        assert_eq!(name(Holiday::EasterMonday, HolidayCalendar::Netherlands), "Tweede paasdag");
        assert_eq!(name(Holiday::EasterMonday, HolidayCalendar::Belgium), "Paasmaandag");
        assert_eq!(name(Holiday::WhitMonday, HolidayCalendar::Netherlands), "Tweede pinksterdag");
        assert_eq!(name(Holiday::Assumption, HolidayCalendar::Belgium), "O.-L.-V.-Hemelvaart");
    }
}
