//! The figure: what to earn today.

use super::{
    Day,
    book::Book,
    money::{Cents, divide_half_up},
    month::Month,
    plan::{FigureStyle, MonthNeed, Plan},
};

/// Everything that goes into the figure of one day, and what comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailyFigure {
    /// The day it is for.
    pub day: Day,
    /// What the month asks.
    pub need: MonthNeed,
    /// Income of this month that counts on days before this one.
    pub earned_before: Cents,
    /// Income that counts today.
    pub earned_today: Cents,
    /// Working days from today to the end of the month, today included.
    pub days_left: u32,
    /// The figure before rounding, in exact terms: `numerator / denominator` cents.
    pub exact: Exact,
    /// What one day may ask at most, rounded to the cent; none when the cap is off or nothing can be divided.
    pub cap: Option<Cents>,
    /// What the cap leaves out this month; nothing when it is not at work.
    pub left_out: Cents,
    /// The figure, rounded up. Never below nothing.
    pub figure: Cents,
    /// What the day is.
    pub state: DayState,
}

/// An amount in cents that is not rounded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    numerator: i128,
    denominator: i128,
}

impl Exact {
    const ZERO: Self = Self { numerator: 0, denominator: 1 };

    fn new(numerator: i128, denominator: i128) -> Self {
        if denominator <= 0 { Self::ZERO } else { Self { numerator, denominator } }
    }

    /// Rounded half up to the cent.
    pub fn to_cents(self) -> Cents {
        Cents::from_wide(divide_half_up(self.numerator, self.denominator))
    }

    /// Rounded up to a multiple of `step`, or to the cent for a step of nothing.
    pub fn round_up_to(self, step: Cents) -> Cents {
        let step = step.wide().max(1);
        let denominator = self.denominator.saturating_mul(step);
        Cents::from_wide(super::money::divide_up(self.numerator, denominator).saturating_mul(step))
    }

    fn is_below(self, other: Self) -> bool {
        self.numerator.saturating_mul(other.denominator) < other.numerator.saturating_mul(self.denominator)
    }
}

/// What a day is, in the order in which these are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// No weekday is worked: nothing can be divided.
    NoWorkWeek,
    /// Today is not a working day.
    Free {
        /// The next day that is one, within a year.
        next: Option<NextDay>,
    },
    /// The month has what it asks.
    EnoughThisMonth,
    /// Today has what it asks.
    EnoughToday,
    /// There is something to earn still.
    ToEarn {
        /// What is still to earn today.
        left: Cents,
    },
}

/// The next working day, as it looks on a free day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDay {
    /// The day.
    pub day: Day,
    /// Its figure, if nothing more comes in.
    pub figure: Cents,
    /// Whether its month already has what it asks.
    pub is_enough: bool,
}

impl DailyFigure {
    /// The figure of `today`.
    pub fn of(book: &Book, today: Day) -> Self {
        let month = Month::of(today);
        let need = book.plan.need(month);
        let mut earned_before = 0_i128;
        let mut earned_today = 0_i128;
        for (day, amount) in book.counted_incomes() {
            if day == today {
                earned_today += amount.wide();
            } else if day < today && day >= need.counts_from && month.contains(day) {
                earned_before += amount.wide();
            }
        }
        Self::from_sums(&book.plan, today, Cents::from_wide(earned_before), Cents::from_wide(earned_today))
    }

    /// The figure of `today` with the income already summed.
    pub fn from_sums(plan: &Plan, today: Day, earned_before: Cents, earned_today: Cents) -> Self {
        let month = Month::of(today);
        let need = plan.need(month);
        let days_left = plan.count_working_days(month.days().filter(|day| *day >= today));
        let left = need.total.minus_to_zero(earned_before);
        let ordinary = Exact::new(need.total.wide(), i128::from(need.working_days));
        let cap = plan.cap.filter(|_| need.working_days > 0).map(|hundredths| {
            Exact::new(ordinary.numerator * i128::from(hundredths), ordinary.denominator * 100)
        });

        let (exact, left_out) = match plan.style {
            FigureStyle::Steady => (ordinary, Cents::ZERO),
            FigureStyle::Adapting => {
                let spread = Exact::new(left.wide(), i128::from(days_left));
                match cap {
                    Some(cap) if cap.is_below(spread) => {
                        let fits = Exact::new(cap.numerator * i128::from(days_left), cap.denominator);
                        (cap, left.minus_to_zero(fits.to_cents()))
                    }
                    _ => (spread, Cents::ZERO),
                }
            }
        };
        let figure = exact.round_up_to(plan.rounding).max(Cents::ZERO);
        let state = if plan.week.is_empty() && plan.extra_days.is_empty() {
            DayState::NoWorkWeek
        } else if !plan.is_working_day(today) {
            let next = plan.next_working_day(today).map(|day| {
                let daily = Self::after_today(plan, &need, today, day, earned_before, earned_today);
                let is_enough = daily.state == DayState::EnoughThisMonth;
                NextDay { day, figure: daily.figure, is_enough }
            });
            DayState::Free { next }
        } else if earned_before.plus(earned_today) >= need.total {
            DayState::EnoughThisMonth
        } else if earned_today >= figure {
            DayState::EnoughToday
        } else {
            DayState::ToEarn { left: figure.minus(earned_today) }
        };
        Self {
            day: today,
            need,
            earned_before,
            earned_today,
            days_left,
            exact,
            cap: cap.map(Exact::to_cents),
            left_out,
            figure,
            state,
        }
    }

    /// The figure of a working day after `today`, if nothing more comes in.
    fn after_today(
        plan: &Plan,
        need: &MonthNeed,
        today: Day,
        day: Day,
        earned_before: Cents,
        earned_today: Cents,
    ) -> Self {
        let counted = if today >= need.counts_from { earned_today } else { Cents::ZERO };
        let same_month = need.month.contains(day);
        let earned = if same_month { earned_before.plus(counted) } else { Cents::ZERO };
        Self::from_sums(plan, day, earned, Cents::ZERO)
    }

    /// The figure that is worth explaining: on a free day that of the next working day, if nothing more comes in; else
    /// this one.
    #[must_use]
    pub fn explained(&self, plan: &Plan) -> Self {
        match self.state {
            DayState::Free { next: Some(next) } => {
                let (before, today) = (self.earned_before, self.earned_today);
                Self::after_today(plan, &self.need, self.day, next.day, before, today)
            }
            _ => self.clone(),
        }
    }

    /// How full the bar is, 0 to 1; full when nothing is asked.
    pub fn filled(&self) -> f32 {
        match self.state {
            DayState::EnoughThisMonth | DayState::EnoughToday => 1.0,
            _ => super::money_share(self.earned_today, self.figure),
        }
    }

    /// The cap as it is shown: rounded up like the figure.
    pub fn rounded_cap(&self, plan: &Plan) -> Option<Cents> {
        self.cap.map(|cap| cap.round_up_to(plan.rounding.max(Cents::new(1))))
    }
}

/// The ordinary day: what a whole month asks, over its working days, rounded up; none without a working day.
///
/// This is what the three first questions show and what the first day then asks.
pub fn ordinary_day(plan: &Plan, today: Day) -> Option<Cents> {
    let need = plan.need(Month::of(today));
    (need.working_days > 0)
        .then(|| Exact::new(need.total.wide(), i128::from(need.working_days)).round_up_to(plan.rounding))
}
