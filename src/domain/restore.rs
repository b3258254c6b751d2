//! Taking an earlier version of a book back.

use std::sync::Arc;

use super::{
    book::Book,
    change::Change,
    client::{Client, Met},
    id::Id,
    income::Income,
};

impl Book {
    /// What may come back in this book of a `then` that it was: everything but the people who were erased since, and the
    /// words with their incomes.
    #[must_use]
    pub fn allowed_back(&self, then: &Self) -> Self {
        let mut book = Self { id: self.id, ..then.clone() };
        if !self.lineage.erased.is_subset(&then.lineage.erased) {
            Arc::make_mut(&mut book.lineage.erased).extend(self.lineage.erased.iter().copied());
        }
        let erased = Arc::clone(&book.lineage.erased);
        if erased.is_empty() {
            return book;
        }
        // An income may have been given to them later than this version.
        let theirs: Vec<Arc<Income>> = self
            .incomes
            .iter()
            .chain(self.lineage.removed_incomes.iter())
            .filter(|income| income.client.is_some_and(|client| erased.contains(&client)))
            .filter_map(|income| book.incomes.get(income.id).cloned())
            .collect();
        for income in theirs {
            let without = Income { label: String::new(), ..Income::clone(&income) };
            book.incomes.put(income.id, Arc::new(without));
        }
        let through = |client: &&Arc<Client>| client.met.through.is_some_and(|id: Id| erased.contains(&id));
        let brought: Vec<Arc<Client>> = book.clients.iter().filter(through).cloned().collect();
        for client in brought {
            let met = Met { through: None, ..client.met.clone() };
            book.clients.put(client.id, Arc::new(Client { met, ..Client::clone(&client) }));
        }
        book.forget_erased();
        book
    }
}

impl Change {
    /// What makes `now` say again what it said `then`, people who were erased since excepted.
    pub fn back_to(now: &Book, then: &Book) -> Self {
        Self::between(now, &now.allowed_back(then))
    }
}
