//! The days of the week a person works.

use chrono::Weekday;

/// The weekdays somebody works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkWeek(u8);

impl WorkWeek {
    /// The days of the week, Monday first.
    pub const DAYS: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    /// The week in which these days are worked.
    pub fn of(days: &[Weekday]) -> Self {
        days.iter().fold(Self::default(), |week, day| week.with(*day, true))
    }

    /// Whether `day` is worked.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// The same week with `day` worked or free.
    #[must_use]
    pub fn with(self, day: Weekday, works: bool) -> Self {
        if works { Self(self.0 | Self::bit(day)) } else { Self(self.0 & !Self::bit(day)) }
    }

    /// Whether no day is worked.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The worked days, Monday first.
    pub fn worked(self) -> impl Iterator<Item = Weekday> {
        Self::DAYS.into_iter().filter(move |day| self.has(*day))
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.num_days_from_monday()
    }
}
