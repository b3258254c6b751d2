//! A calendar month.

use chrono::{Datelike, Days, Months};

use super::Day;

/// A calendar month of a year, known by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Day);

impl Month {
    /// The month that `day` lies in.
    pub fn of(day: Day) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// The first day.
    pub fn first(self) -> Day {
        self.0
    }

    /// The last day.
    pub fn last(self) -> Day {
        self.next().0.checked_sub_days(Days::new(1)).unwrap_or(self.0)
    }

    /// The month after this one; the last month there is stays itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The month before this one; the first month there is stays itself.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.checked_sub_months(Months::new(1)).unwrap_or(self.0))
    }

    /// Whether `day` lies in this month.
    pub fn contains(self, day: Day) -> bool {
        Self::of(day) == self
    }

    /// Every day of the month, in order.
    pub fn days(self) -> impl Iterator<Item = Day> {
        let last = self.last();
        self.0.iter_days().take_while(move |day| *day <= last)
    }
}
