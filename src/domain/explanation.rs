//! Why this figure: every line of the sum, ready to be said.

use super::{
    Day,
    book::Book,
    figure::{DailyFigure, DayState},
    holidays::Holiday,
    money::Cents,
    month::Month,
    plan::FigureStyle,
    pots::{self, Pots},
};

/// One line of the sum. Amounts are as shown: whole euros that add up, except where a name says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What the month asks, with the pots it is made of.
    Need {
        /// The month.
        month: Month,
        /// All of it.
        total: Cents,
        /// Its parts.
        pots: Pots,
        /// In the first month: from which day, how many working days of how many.
        first_month: Option<FirstMonth>,
    },
    /// What was earned before today.
    EarnedBefore(Cents),
    /// What is left to earn.
    Left(Cents),
    /// That, over the working days left; the amount to the cent.
    OverDaysLeft {
        /// Working days left, today included.
        days: u32,
        /// One day's share, to the cent.
        share: Cents,
    },
    /// The need over all working days of the month (steady); the amount to the cent.
    OverAllDays {
        /// Working days that count this month.
        days: u32,
        /// One day's share, to the cent.
        share: Cents,
    },
    /// The cap is at work.
    Capped {
        /// The most one day may ask, to the cent.
        cap: Cents,
        /// What does not fit in this month any more.
        left_out: Cents,
    },
    /// The figure.
    RoundedUp {
        /// Rounded up to a multiple of this.
        step: Cents,
        /// The figure.
        figure: Cents,
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

/// Why today asks what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The lines, in order.
    pub lines: Vec<Line>,
    /// The days from today to the end of the month.
    pub days: Vec<DayTile>,
    /// The most a day ever asks, as shown; none when there is no cap, or the figure is steady.
    pub never_above: Option<Cents>,
    /// The figure it explains.
    pub daily: DailyFigure,
}

impl Explanation {
    /// Explains the figure of `today`; `first_shown` is what stood there first today.
    pub fn of(book: &Book, today: Day, first_shown: Option<Cents>) -> Self {
        let daily = DailyFigure::of(book, today);
        let month = Month::of(today);
        let plan = &book.plan;
        let need = &daily.need;
        let total: Cents = pots::sizes(need).into_iter().sum::<Cents>().to_whole_euros();
        let earned = daily.earned_before.to_whole_euros();
        let mut lines = vec![Line::Need {
            month,
            total,
            pots: Pots::filled(need, need.total),
            first_month: need.is_first_month.then(|| FirstMonth {
                start: need.counts_from,
                working_days: need.working_days,
                of: plan.count_working_days(month.days()),
            }),
        }];
        match plan.style {
            FigureStyle::Adapting => {
                lines.push(Line::EarnedBefore(earned));
                lines.push(Line::Left(total.minus_to_zero(earned)));
                let left = need.total.minus_to_zero(daily.earned_before);
                if daily.days_left > 0 {
                    let share = Cents::from_wide(super::money::divide_half_up(
                        left.wide(),
                        i128::from(daily.days_left),
                    ));
                    lines.push(Line::OverDaysLeft { days: daily.days_left, share });
                }
                if let Some(cap) = daily.cap.filter(|_| daily.left_out > Cents::ZERO) {
                    lines.push(Line::Capped { cap, left_out: daily.left_out.to_whole_euros() });
                }
            }
            FigureStyle::Steady => {
                if need.working_days > 0 {
                    lines.push(Line::OverAllDays { days: need.working_days, share: daily.exact.to_cents() });
                }
            }
        }
        if !matches!(daily.state, DayState::NoWorkWeek | DayState::Free { .. }) {
            lines.push(Line::RoundedUp { step: plan.rounding, figure: daily.figure });
        }
        if let Some(first_shown) = first_shown.filter(|shown| *shown != daily.figure) {
            lines.push(Line::MovedToday { first_shown });
        }
        let days = month
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
            FigureStyle::Adapting => daily.rounded_cap(plan),
            FigureStyle::Steady => None,
        };
        Self { lines, days, never_above, daily }
    }
}
