//! The plan: what somebody needs a month, and when they work.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::{
    Day,
    cost::Cost,
    free_day::DaysOff,
    holidays::{Holiday, HolidayCalendar},
    money::{Cents, divide_half_up},
    month::Month,
    spread,
    work_week::WorkWeek,
};

/// A share in basis points: 3000 is 30 %.
pub type BasisPoints = u16;

/// The largest reserve, in basis points.
pub const LARGEST_RESERVE: BasisPoints = 7500;

/// How the figure follows the month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureStyle {
    /// What is still needed, over the working days still to come.
    #[default]
    Adapting,
    /// The same amount every working day of the month.
    Steady,
}

/// Which day of an income counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountBy {
    /// The day it was earned, else the day it was paid.
    #[default]
    Earned,
    /// The day it was paid.
    Paid,
}

/// What somebody needs a month and when they work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The first day that counts.
    pub start: Day,
    /// To live from, a month.
    pub living: Cents,
    /// To put aside, a month.
    pub saving: Cents,
    /// What the work costs.
    pub costs: Vec<Cost>,
    /// The share of what is kept that goes to tax, 0 to [`LARGEST_RESERVE`].
    pub reserve: BasisPoints,
    /// The weekdays worked.
    pub week: WorkWeek,
    /// Days off.
    pub days_off: Vec<DaysOff>,
    /// Days worked all the same, whatever the week, the days off and the holidays say.
    pub extra_days: BTreeSet<Day>,
    /// Whose public holidays are free.
    pub holidays: HolidayCalendar,
    /// Those of them that are worked all the same.
    pub struck_holidays: BTreeSet<Holiday>,
    /// How the figure follows the month.
    pub style: FigureStyle,
    /// Which day of an income counts.
    pub count_by: CountBy,
    /// The most a day may ask, in hundredths of the ordinary day (150 = 1½ times), 100 to 300; none: no cap.
    pub cap: Option<u16>,
    /// The figure is rounded up to a multiple of this.
    pub rounding: Cents,
}

/// What a month asks, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthNeed {
    /// The month.
    pub month: Month,
    /// All of it.
    pub total: Cents,
    /// To live from.
    pub living: Cents,
    /// For the work.
    pub costs: Cents,
    /// For tax.
    pub tax: Cents,
    /// To put aside.
    pub saving: Cents,
    /// Working days of the month that count: all of them, or in the first month those from the start.
    pub working_days: u32,
    /// The first day whose income counts.
    pub counts_from: Day,
    /// Whether this is the first, shortened month.
    pub is_first_month: bool,
}

impl Plan {
    /// A plan of nothing that starts on `start`: Monday to Friday, 30 % reserve, rounded up to € 5.
    pub fn new(start: Day) -> Self {
        use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
        Self {
            start,
            living: Cents::ZERO,
            saving: Cents::ZERO,
            costs: Vec::new(),
            reserve: 3000,
            week: WorkWeek::of(&[Mon, Tue, Wed, Thu, Fri]),
            days_off: Vec::new(),
            extra_days: BTreeSet::new(),
            holidays: HolidayCalendar::None,
            struck_holidays: BTreeSet::new(),
            style: FigureStyle::default(),
            count_by: CountBy::default(),
            cap: Some(150),
            rounding: Cents::euros(5),
        }
    }

    /// Whether `day` is worked.
    pub fn is_working_day(&self, day: Day) -> bool {
        if self.extra_days.contains(&day) {
            return true;
        }
        self.week.has(day.weekday())
            && !self.days_off.iter().any(|range| range.contains(day))
            && self.holiday_on(day).is_none()
    }

    /// The public holiday that makes `day` free.
    pub fn holiday_on(&self, day: Day) -> Option<Holiday> {
        self.holidays.on(day).filter(|holiday| !self.struck_holidays.contains(holiday))
    }

    /// The working days among `days`.
    pub fn count_working_days(&self, days: impl Iterator<Item = Day>) -> u32 {
        u32::try_from(days.filter(|day| self.is_working_day(*day)).count()).unwrap_or(u32::MAX)
    }

    /// The first working day after `day`, within a year.
    pub fn next_working_day(&self, day: Day) -> Option<Day> {
        day.iter_days().skip(1).take(366).find(|next| self.is_working_day(*next))
    }

    /// The work's costs a month, rounded half up once, after summing.
    pub fn costs_a_month(&self) -> Cents {
        Cents::from_wide(divide_half_up(self.costs_a_year(), 12))
    }

    fn costs_a_year(&self) -> i128 {
        self.costs.iter().map(|cost| cost.amount.wide() * cost.every.times_a_year()).sum()
    }

    /// What `month` asks: `(living + saving) / (1 − reserve) + costs`, in the first month the share of the working days
    /// from the start, and before that nothing. Cents are rounded half up, once.
    pub fn need(&self, month: Month) -> MonthNeed {
        let is_first_month = month.contains(self.start) && self.start > month.first();
        let counts_from = if is_first_month { self.start } else { month.first() };
        let all_days = self.count_working_days(month.days());
        let working_days = self.count_working_days(month.days().filter(|day| *day >= counts_from));
        // A month without any working day asks what a month asks: there is nothing to divide it by.
        let (share, of) = if month < Month::of(self.start) {
            // Before the plan began nothing is asked.
            (0, 1)
        } else if is_first_month && all_days > 0 {
            (i128::from(working_days), i128::from(all_days))
        } else {
            (1, 1)
        };

        let kept = i128::from(10_000 - self.reserve.min(LARGEST_RESERVE));
        let net = self.living.wide() + self.saving.wide();
        // All over the common denominator 12 × kept, so that nothing is rounded on the way.
        let living = self.living.wide() * 12 * kept;
        let saving = self.saving.wide() * 12 * kept;
        let costs = self.costs_a_year() * kept;
        let tax = net * 12 * (10_000 - kept);
        let total = Cents::from_wide(divide_half_up((living + saving + costs + tax) * share, 12 * kept * of));
        let parts = spread::in_proportion(total, &[living, costs, tax, saving], Cents::new(1));
        let part = |index: usize| parts.get(index).copied().unwrap_or_default();
        MonthNeed {
            month,
            total,
            living: part(0),
            costs: part(1),
            tax: part(2),
            saving: part(3),
            working_days,
            counts_from,
            is_first_month,
        }
    }

    /// The plan with `day` made a working day or a free one.
    #[must_use]
    pub fn with_day(&self, day: Day, works: bool) -> Self {
        let mut plan = self.clone();
        if works {
            plan.days_off = plan.days_off.iter().flat_map(|range| range.without(day)).collect();
            if !plan.is_working_day(day) {
                plan.extra_days.insert(day);
            }
        } else {
            plan.extra_days.remove(&day);
            if plan.is_working_day(day) {
                plan.days_off.push(DaysOff::single(day));
                plan.days_off.sort_by_key(|range| (range.first, range.last));
            }
        }
        plan
    }
}
