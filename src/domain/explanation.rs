//! Why this figure: every line of the sum, ready to be said.

use super::{
    Day,
    book::Book,
    figure::{DailyFigure, DayState},
    holidays::Holiday,
    money::{Cents, divide_half_up},
    month::Month,
    plan::{FigureStyle, Plan},
    pots::{self, PotKind},
};

/// One line of the sum. Amounts are to the cent, so that the lines add up on anybody's calculator, except where a name
/// says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What the month asks, with the pots it is made of.
    Need {
        /// The month.
        month: Month,
        /// All of it.
        total: Cents,
        /// Its parts.
        parts: [(PotKind, Cents); 4],
        /// In the first month: from which day, how many working days of how many.
        first_month: Option<FirstMonth>,
    },
    /// What was earned before the day that is explained.
    Earned {
        /// All of it that counts.
        amount: Cents,
        /// Whether that of today is in it.
        with_today: bool,
    },
    /// What is left to earn.
    Left(Cents),
    /// That, over the working days left.
    OverDaysLeft {
        /// Working days left.
        days: u32,
        /// Whether today is one of them.
        with_today: bool,
        /// One day's share.
        share: Cents,
    },
    /// The need over all working days of the month (steady).
    OverAllDays {
        /// Working days that count this month.
        days: u32,
        /// One day's share.
        share: Cents,
    },
    /// The cap is at work.
    Capped {
        /// The month in which it is.
        month: Month,
        /// The most one day may ask.
        cap: Cents,
        /// What does not fit in this month any more, in whole euros.
        left_out: Cents,
    },
    /// The figure.
    RoundedUp {
        /// Rounded up to a multiple of this.
        step: Cents,
        /// The figure.
        figure: Cents,
    },
    /// The month has what it asks.
    Enough {
        /// What came in more than that.
        extra: Cents,
    },
    /// The figure was another one earlier today.
    MovedToday {
        /// What was shown first.
        first_shown: Cents,
    },
}

/// How the first month is shortened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstMonth {
    /// The first day that counts.
    pub start: Day,
    /// Working days from then on.
    pub working_days: u32,
    /// Working days of the whole month.
    pub of: u32,
}

/// A day tile under the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTile {
    /// The day.
    pub day: Day,
    /// Whether it is worked.
    pub works: bool,
    /// Whether it is today.
    pub is_today: bool,
    /// The public holiday that makes it free.
    pub holiday: Option<Holiday>,
}

/// Why today asks what it asks. On a free day: what the next working day asks, if nothing more comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The lines, in order; none when nobody knows which days are worked.
    pub lines: Vec<Line>,
    /// The days from today to the end of the month.
    pub days: Vec<DayTile>,
    /// The most a day ever asks, as shown; none when there is no cap, or the figure is steady.
    pub never_above: Option<Cents>,
    /// The figure of today; its state says what the lines are about.
    pub daily: DailyFigure,
}

impl Explanation {
    /// Explains the figure of `today`; `first_shown` is what stood there first today.
    pub fn of(book: &Book, today: Day, first_shown: Option<Cents>) -> Self {
        let plan = &book.plan;
        let daily = DailyFigure::of(book, today);
        let explained = daily.explained(plan);
        let mut lines = match daily.state {
            DayState::NoWorkWeek | DayState::Free { next: None } => Vec::new(),
            _ => lines(plan, &explained, today),
        };
        let asks = matches!(daily.state, DayState::ToEarn { .. } | DayState::EnoughToday);
        if let Some(first_shown) = first_shown.filter(|shown| asks && *shown != daily.figure) {
            lines.push(Line::MovedToday { first_shown });
        }
        let days = Month::of(today)
            .days()
            .filter(|day| *day >= today)
            .map(|day| DayTile {
                day,
                works: plan.is_working_day(day),
                is_today: day == today,
                holiday: plan.holiday_on(day),
            })
            .collect();
        let never_above = match plan.style {
            FigureStyle::Adapting => explained.rounded_cap(plan),
            FigureStyle::Steady => None,
        };
        Self { lines, days, never_above, daily }
    }
}

/// The sum of the figure of a working day, said on `today`.
fn lines(plan: &Plan, explained: &DailyFigure, today: Day) -> Vec<Line> {
    let need = &explained.need;
    let is_today = explained.day == today;
    let mut lines = vec![Line::Need {
        month: need.month,
        total: need.total,
        parts: pots::parts(need),
        first_month: need.is_first_month.then(|| FirstMonth {
            start: need.counts_from,
            working_days: need.working_days,
            of: plan.count_working_days(need.month.days()),
        }),
    }];
    // Of a month still to come nothing can be earned yet.
    let with_today = !is_today && need.month.contains(today);
    if explained.state == DayState::EnoughThisMonth {
        let amount = explained.earned_before.plus(explained.earned_today);
        let with_today = with_today || explained.earned_today > Cents::ZERO;
        lines.push(Line::Earned { amount, with_today });
        lines.push(Line::Enough { extra: amount.minus_to_zero(need.total) });
        return lines;
    }
    match plan.style {
        FigureStyle::Adapting => {
            let left = need.total.minus_to_zero(explained.earned_before);
            if is_today || with_today {
                lines.push(Line::Earned { amount: explained.earned_before, with_today });
                lines.push(Line::Left(left));
            }
            let days = explained.days_left;
            let share = Cents::from_wide(divide_half_up(left.wide(), i128::from(days.max(1))));
            lines.push(Line::OverDaysLeft { days, with_today: is_today, share });
            if let Some(cap) = explained.cap.filter(|_| explained.left_out > Cents::ZERO) {
                let left_out = explained.left_out.to_whole_euros();
                lines.push(Line::Capped { month: need.month, cap, left_out });
            }
        }
        FigureStyle::Steady => {
            let share = explained.exact.to_cents();
            lines.push(Line::OverAllDays { days: need.working_days, share });
        }
    }
    lines.push(Line::RoundedUp { step: plan.rounding, figure: explained.figure });
    lines
}
