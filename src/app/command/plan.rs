//! What commands do to the plan and the owner's ways.

use super::{HouseEdit, PlanEdit, Refusal, tidy::tidy_line};
use crate::{
    app::deed::Deed,
    domain::{
        book::{Book, House},
        change::Change,
        cost::Cost,
        free_day::DaysOff,
        money::Cents,
        plan::{LARGEST_RESERVE, Plan},
    },
};

pub(super) fn edit_plan(book: &Book, edit: &PlanEdit) -> Result<(Change, Deed), Refusal> {
    let mut plan = Plan::clone(&book.plan);
    let deed = match edit {
        PlanEdit::Living(amount) => {
            plan.living = *amount;
            Deed::PlanChanged
        }
        PlanEdit::Saving(amount) => {
            plan.saving = *amount;
            Deed::PlanChanged
        }
        PlanEdit::Costs(costs) => {
            plan.costs = tidy_costs(costs);
            Deed::PlanChanged
        }
        PlanEdit::Needs { living, saving, reserve, costs } => {
            plan.living = *living;
            plan.saving = *saving;
            plan.reserve = (*reserve).min(LARGEST_RESERVE);
            plan.costs = tidy_costs(costs);
            Deed::PlanChanged
        }
        PlanEdit::Reserve(reserve) => {
            plan.reserve = (*reserve).min(LARGEST_RESERVE);
            Deed::PlanChanged
        }
        PlanEdit::Week(week) => {
            plan.week = *week;
            Deed::WeekChanged
        }
        PlanEdit::DaysOff(days) => {
            if days.iter().any(|range| range.last < range.first) {
                return Err(Refusal::DaysOffBackwards);
            }
            plan.days_off = days
                .iter()
                .map(|range| DaysOff { label: tidy_line(&range.label), ..range.clone() })
                .collect();
            plan.days_off.sort_by_key(|range| (range.first, range.last));
            Deed::DaysOffChanged
        }
        PlanEdit::Day(day, works) => {
            plan = plan.with_day(*day, *works);
            if *works { Deed::DayWorked(*day) } else { Deed::DayFree(*day) }
        }
        PlanEdit::Holidays(calendar) => {
            plan.holidays = *calendar;
            plan.struck_holidays = calendar.struck_at_first().iter().copied().collect();
            Deed::HolidaysChanged
        }
        PlanEdit::Holiday(holiday, free) => {
            if *free {
                plan.struck_holidays.remove(holiday);
            } else {
                plan.struck_holidays.insert(*holiday);
            }
            Deed::HolidaysChanged
        }
        PlanEdit::Style(style) => {
            plan.style = *style;
            Deed::PlanChanged
        }
        PlanEdit::CountBy(count_by) => {
            plan.count_by = *count_by;
            Deed::PlanChanged
        }
        PlanEdit::Cap(cap) => {
            plan.cap = cap.map(|cap| cap.clamp(100, 300));
            Deed::PlanChanged
        }
        PlanEdit::Rounding(step) => {
            plan.rounding = (*step).clamp(Cents::new(1), Cents::euros(1000));
            Deed::PlanChanged
        }
    };
    Ok((Change::default().plan(book, plan), deed))
}

fn tidy_costs(costs: &[Cost]) -> Vec<Cost> {
    costs.iter().map(|cost| Cost { label: tidy_line(&cost.label), ..cost.clone() }).collect()
}

pub(super) fn edit_house(book: &Book, edit: &HouseEdit) -> (Change, Deed) {
    let mut house = House::clone(&book.house);
    let deed = match edit {
        HouseEdit::Language(language) => {
            house.language = *language;
            Deed::LanguageChanged
        }
        HouseEdit::FitWords(words) => {
            house.fit_words = words.clone().map(|word| tidy_line(&word));
            Deed::WordsChanged
        }
        HouseEdit::PaymentTerm(days) => {
            house.payment_term = (*days).min(365);
            Deed::TermChanged
        }
    };
    (Change::default().house(book, house), deed)
}
