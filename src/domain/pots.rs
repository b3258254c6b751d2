//! The paint pots: what a month's income is for.

use super::{Day, book::Book, money::Cents, month::Month, plan::MonthNeed, spread};

/// One of the four pots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PotKind {
    /// To live from.
    Living,
    /// For the work.
    Work,
    /// For tax.
    Taxes,
    /// To put aside.
    Saving,
}

impl PotKind {
    /// The four, as they stand on the shelf.
    pub const ALL: [Self; 4] = [Self::Living, Self::Work, Self::Taxes, Self::Saving];
}

/// A pot with what is in it, in whole euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pot {
    /// Which one.
    pub kind: PotKind,
    /// What is in it.
    pub held: Cents,
    /// What goes into it this month.
    pub size: Cents,
}

/// The four pots of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pots {
    /// The month.
    pub month: Month,
    /// The pots, in the order of [`PotKind::ALL`].
    pub pots: [Pot; 4],
    /// What came in more than the pots hold, in whole euros.
    pub extra: Cents,
    /// Whether they hold all that they can.
    pub is_full: bool,
}

impl Pots {
    /// The pots of `month`, filled in proportion with what counts in it up to `today`.
    pub fn of(book: &Book, month: Month, today: Day) -> Self {
        let need = book.plan.need(month);
        let income = Cents::from_wide(
            book.counted_incomes()
                .filter(|(day, _)| month.contains(*day) && *day >= need.counts_from && *day <= today)
                .map(|(_, amount)| amount.wide())
                .sum(),
        );
        Self::filled(&need, income)
    }

    /// The pots of a need with `income` in them.
    pub fn filled(need: &MonthNeed, income: Cents) -> Self {
        let exact = parts(need).map(|(_, size)| size);
        let shown = spread::whole_euros(&exact);
        let held = income.min(need.total);
        let weights: Vec<i128> = exact.iter().map(|size| size.wide()).collect();
        let full = held == need.total;
        let parts = if full {
            shown.clone()
        } else {
            spread::in_proportion(held.to_whole_euros(), &weights, Cents::euros(1))
        };
        let at = |list: &[Cents], index: usize| list.get(index).copied().unwrap_or_default();
        let pots = std::array::from_fn(|index| Pot {
            kind: PotKind::ALL.get(index).copied().unwrap_or(PotKind::Living),
            held: at(&parts, index).min(at(&shown, index)),
            size: at(&shown, index),
        });
        let extra = income.minus_to_zero(need.total).to_whole_euros();
        Self { month: need.month, pots, extra, is_full: full && need.total > Cents::ZERO }
    }
}

/// What goes into each pot, in the order of [`PotKind::ALL`], to the cent.
pub fn parts(need: &MonthNeed) -> [(PotKind, Cents); 4] {
    PotKind::ALL.map(|kind| {
        let size = match kind {
            PotKind::Living => need.living,
            PotKind::Work => need.costs,
            PotKind::Taxes => need.tax,
            PotKind::Saving => need.saving,
        };
        (kind, size)
    })
}
