//! Days off, and days worked all the same.

use chrono::Days;

use super::Day;

/// A run of days off, the first and the last included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DaysOff {
    /// The first day off.
    pub first: Day,
    /// The last day off.
    pub last: Day,
    /// What for, in the person's words; may be empty.
    pub label: String,
}

impl DaysOff {
    /// One day off, without a word.
    pub fn single(day: Day) -> Self {
        Self { first: day, last: day, label: String::new() }
    }

    /// Whether `day` lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// What is left of it when `day` is taken out: nothing, one run, or two.
    pub fn without(&self, day: Day) -> Vec<Self> {
        if !self.contains(day) {
            return vec![self.clone()];
        }
        let before = day.checked_sub_days(Days::new(1)).filter(|last| self.first <= *last);
        let after = day.checked_add_days(Days::new(1)).filter(|first| *first <= self.last);
        before
            .map(|last| Self { last, ..self.clone() })
            .into_iter()
            .chain(after.map(|first| Self { first, ..self.clone() }))
            .collect()
    }
}
