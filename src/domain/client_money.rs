//! What a client still has to pay, and what they did.

use std::sync::Arc;

use super::{Day, book::Book, id::Id, income::Income, money::Cents};

/// The money of one client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientMoney {
    /// Everything, what is still to get first (soonest first), then what came, latest first.
    pub incomes: Vec<Arc<Income>>,
    /// What is still to get.
    pub to_get: Cents,
}

impl ClientMoney {
    /// The money of `client`.
    pub fn of(book: &Book, client: Id) -> Self {
        let mut incomes: Vec<Arc<Income>> = book.incomes_of(client).cloned().collect();
        incomes.sort_by_key(|income| {
            let day = income.shown_day();
            if income.is_still_to_get() {
                (false, income.due.or(day), None, income.id)
            } else {
                (true, None, Some(std::cmp::Reverse(day)), income.id)
            }
        });
        let to_get =
            incomes.iter().filter(|income| income.is_still_to_get()).map(|income| income.amount).sum();
        Self { incomes, to_get }
    }

    /// What is still to get, soonest first.
    pub fn still_to_get(&self) -> impl Iterator<Item = &Arc<Income>> {
        self.incomes.iter().filter(|income| income.is_still_to_get())
    }
}

/// What the latest income of a client was for, of those that say it.
pub fn last_label(book: &Book, client: Id) -> Option<String> {
    let labelled = book.incomes_of(client).filter(|income| !income.label.is_empty());
    labelled.max_by_key(|income| (income.shown_day(), income.id)).map(|income| income.label.clone())
}

/// Something still to get, for the list of all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillToGet {
    /// The income.
    pub income: Arc<Income>,
    /// Since when it is waited for: the earned day.
    pub since: Option<Day>,
}

/// Everything still to get in the whole book, longest waited for first.
pub fn all_still_to_get(book: &Book) -> Vec<StillToGet> {
    let mut all: Vec<StillToGet> = book
        .incomes
        .iter()
        .filter(|income| income.is_still_to_get())
        .map(|income| StillToGet { income: Arc::clone(income), since: income.earned })
        .collect();
    all.sort_by_key(|item| (item.since.or(item.income.due), item.income.id));
    all
}
