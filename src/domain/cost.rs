//! What the work itself costs.

use super::{id::Id, money::Cents};

/// How often a cost comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// Every month.
    #[default]
    Month,
    /// Every three months.
    Quarter,
    /// Every year.
    Year,
}

impl Period {
    /// Every period, shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// How many times it comes in a year.
    pub const fn times_a_year(self) -> i128 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
        }
    }
}

/// One cost of the work, spread over the months.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// Stable, so that two copies of the list can be told apart.
    pub id: Id,
    /// What it is for, in the person's words; may be empty.
    pub label: String,
    /// The amount each period.
    pub amount: Cents,
    /// How often it comes.
    pub every: Period,
}
