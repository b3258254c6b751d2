//! A month's income by day.

use std::{collections::BTreeMap, sync::Arc};

use super::{Day, book::Book, income::Income, money::Cents, month::Month};

/// One day's income.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayIncome {
    /// The day on which it counts.
    pub day: Day,
    /// What came, largest first.
    pub incomes: Vec<Arc<Income>>,
    /// All of it.
    pub total: Cents,
}

/// The days of `month` on which something counts, last day first.
pub fn by_day(book: &Book, month: Month) -> Vec<DayIncome> {
    let mut days: BTreeMap<Day, Vec<Arc<Income>>> = BTreeMap::new();
    for income in book.incomes.iter() {
        if let Some(day) = income.counting_day(book.plan.count_by)
            && month.contains(day)
        {
            days.entry(day).or_default().push(Arc::clone(income));
        }
    }
    days.into_iter()
        .rev()
        .map(|(day, mut incomes)| {
            incomes.sort_by_key(|income| (-income.amount, income.id));
            let total = incomes.iter().map(|income| income.amount).sum();
            DayIncome { day, incomes, total }
        })
        .collect()
}
