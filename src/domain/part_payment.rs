//! Money that comes for something that was still to get.

use super::{Day, id::Id, income::Income, money::Cents};

/// What an arrived amount does to an income that was still to get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The part that is paid now.
    pub paid: Income,
    /// The rest, still to get; none when all of it came.
    pub rest: Option<Income>,
    /// What came on top of it; nothing when the amount was not larger.
    pub surplus: Cents,
}

/// Splits `income` by an `amount` that came on `day`.
///
/// The rest keeps the id, the label, the earned day and the due day; the part that is paid gets `part_id`. All of it
/// keeps its earned day, so that nothing counts twice.
pub fn settle(income: &Income, amount: Cents, day: Day, part_id: Id) -> Settled {
    if amount >= income.amount {
        return Settled {
            paid: Income { paid: Some(day), ..income.clone() },
            rest: None,
            surplus: amount.minus(income.amount),
        };
    }
    Settled {
        paid: Income { id: part_id, amount, paid: Some(day), ..income.clone() },
        rest: Some(Income { amount: income.amount.minus(amount), ..income.clone() }),
        surplus: Cents::ZERO,
    }
}
