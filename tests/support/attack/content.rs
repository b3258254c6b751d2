//! What is in a book, so that it can be told what was lost, and what came to it.

use std::{collections::BTreeMap, path::Path};

use kleurboek::{domain::book::Book, storage::open::open};

/// Clients that the attacks add, each with one income, and how much that is in cents.
pub const ADDED: [(&str, i64); 4] = [(REQUESTED, 6500), (NEXT, 1000), (FAILED, 2000), (ELSEWHERE, 3000)];
/// Added by the run that is attacked.
pub const REQUESTED: &str = "Bistro Nieuw";
/// Added by the start after it.
pub const NEXT: &str = "Café Daarna";
/// Added by a run that failed before it.
pub const FAILED: &str = "Mislukt en zo";
/// Added on another device.
pub const ELSEWHERE: &str = "Van elders";

/// What is in a book, in lines; ids left out, as new ones are random.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// What was there before the attack.
    pub lines: Vec<String>,
    /// The incomes of each client that an attack added.
    pub added: BTreeMap<&'static str, Vec<i64>>,
}

impl Content {
    pub fn of(book: &Book) -> Self {
        let mut added: BTreeMap<&'static str, Vec<i64>> = BTreeMap::new();
        let added_name = |name: &str| ADDED.iter().map(|(added, _)| *added).find(|added| *added == name);
        let mut lines = vec![format!(
            "{} {:?} {:?} {:?} {:?} {:?} {:?}",
            book.house.name,
            book.plan.living,
            book.plan.saving,
            book.plan.costs,
            book.plan.days_off,
            book.plan.week,
            book.plan.start,
        )];
        for client in book.clients.iter() {
            match added_name(&client.name) {
                // Twice the same client is not what was asked for, either.
                Some(name) if !added.contains_key(name) => drop(added.insert(name, Vec::new())),
                _ => lines.push(format!(
                    "{} {:?} {} {:?} {:?} {} {} {}",
                    client.name,
                    client.people,
                    client.address,
                    client.fit,
                    client.gut,
                    client.met.words,
                    client.notes,
                    client.archived
                )),
            }
        }
        for income in book.incomes.iter() {
            let name = book.client_name(income.client).unwrap_or_default();
            match added_name(name) {
                Some(name) => added.entry(name).or_default().push(income.amount.get()),
                None => lines.push(format!(
                    "{name} {} {:?} {:?} {:?} {:?}",
                    income.label, income.amount, income.earned, income.due, income.paid
                )),
            }
        }
        lines.sort();
        Self { lines, added }
    }

    /// What is in the book at `path`, which has to be as the program wrote it.
    pub fn at(path: &Path) -> Result<Self, String> {
        let opened = open(path).map_err(|problem| format!("{} does not open: {problem}", path.display()))?;
        let loaded = opened.loaded;
        if loaded.is_edited_by_hand() || loaded.read_only_because.is_some() {
            return Err(format!("{} is not as it was written", path.display()));
        }
        let content = Self::of(&loaded.book);
        for (name, amounts) in &content.added {
            let expected = ADDED.iter().find(|(added, _)| added == name).map(|(_, amount)| *amount);
            if amounts.iter().copied().ne(expected) {
                return Err(format!("{} has {name} with {amounts:?}", path.display()));
            }
        }
        Ok(content)
    }
}
