//! The one place that asks what time it is.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Local, NaiveDateTime, NaiveTime, Timelike};

use crate::domain::Day;

/// What day and time it is: that of the machine, or frozen on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    frozen: Option<Day>,
}

impl Clock {
    /// The clock of the machine.
    pub const fn of_the_machine() -> Self {
        Self { frozen: None }
    }

    /// A clock that stays on `day`, at 14:03.
    pub const fn frozen_on(day: Day) -> Self {
        Self { frozen: Some(day) }
    }

    /// The machine's clock, or one frozen on a day when there is one.
    pub const fn maybe_frozen(day: Option<Day>) -> Self {
        Self { frozen: day }
    }

    /// Whether it never moves.
    pub const fn is_frozen(self) -> bool {
        self.frozen.is_some()
    }

    /// Today, on the person's own calendar.
    pub fn today(self) -> Day {
        self.frozen.unwrap_or_else(|| Self::local_now().date())
    }

    /// The time of day.
    pub fn time(self) -> NaiveTime {
        match self.frozen {
            Some(_) => NaiveTime::from_hms_opt(14, 3, 0).unwrap_or_default(),
            None => Self::local_now().time(),
        }
    }

    /// The day and the time.
    pub fn now(self) -> NaiveDateTime {
        self.today().and_time(self.time())
    }

    /// How long until the minute changes; none for a frozen clock, which never moves.
    pub fn until_next_minute(self) -> Option<Duration> {
        if self.frozen.is_some() {
            return None;
        }
        Some(Duration::from_secs(u64::from(60 - self.time().second().min(59))))
    }

    /// Milliseconds since 1970 by the machine's own clock, the same in every program on it; also when frozen.
    #[expect(clippy::disallowed_methods, reason = "this is the one clock file")]
    pub fn moment() -> u64 {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one clock file")]
    fn local_now() -> NaiveDateTime {
        local(SystemTime::now())
    }
}

/// Not by `Local::now`, which panics when the machine's clock stands before 1970, as it does with an empty battery.
fn local(now: SystemTime) -> NaiveDateTime {
    DateTime::<Local>::from(now).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_is_only_wrong() {
        let day = Duration::from_hours(24);
        for long_ago in [Duration::from_nanos(1), day, day * 365 * 60] {
            let then = local(SystemTime::UNIX_EPOCH - long_ago);
            assert!(then < local(SystemTime::UNIX_EPOCH), "{then}");
            assert!(local(SystemTime::UNIX_EPOCH) - then >= chrono::TimeDelta::zero());
        }
    }
}
