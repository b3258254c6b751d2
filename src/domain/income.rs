//! Money that is, or will be, income.

use super::{Day, id::Id, money::Cents, plan::CountBy};

/// Everything that is or will be money in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Income {
    /// Stable for as long as the book lives.
    pub id: Id,
    /// From whom; may be skipped.
    pub client: Option<Id>,
    /// What for, in the person's words; may be empty.
    pub label: String,
    /// How much. Greater than nothing.
    pub amount: Cents,
    /// The day it was earned.
    pub earned: Option<Day>,
    /// The day it should come.
    pub due: Option<Day>,
    /// The day it came.
    pub paid: Option<Day>,
}

impl Income {
    /// One cent of nobody, to put values in.
    pub const fn blank(id: Id) -> Self {
        Self {
            id,
            client: None,
            label: String::new(),
            amount: Cents::new(1),
            earned: None,
            due: None,
            paid: None,
        }
    }

    /// The day on which it counts; none while there is no such day yet.
    pub fn counting_day(&self, count_by: CountBy) -> Option<Day> {
        match count_by {
            CountBy::Earned => self.earned.or(self.paid),
            CountBy::Paid => self.paid,
        }
    }

    /// Whether it is still to get: not paid, and earned or with a due day.
    pub fn is_still_to_get(&self) -> bool {
        self.paid.is_none() && (self.earned.is_some() || self.due.is_some())
    }

    /// Whether it is late: still to get, and due before today.
    pub fn is_late(&self, today: Day) -> bool {
        self.is_still_to_get() && self.due.is_some_and(|due| due < today)
    }

    /// The day that says when it was: earned, else paid, else due.
    pub fn shown_day(&self) -> Option<Day> {
        self.earned.or(self.paid).or(self.due)
    }
}
