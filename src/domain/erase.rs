//! Erasing somebody for ever.

use std::sync::Arc;

use super::{
    book::Book,
    change::Change,
    client::{Client, Met},
    id::Id,
    income::Income,
    stamp::Actor,
};

impl Book {
    /// Erases a client: everything about them, also what was removed before and what waits beside a field. Their incomes
    /// stay, without name or label. Only their id is kept, so that no copy ever brings them back.
    ///
    /// Not a [`Change`], as there is no way back.
    pub fn erase(&mut self, client: Id, actor: Actor) {
        let mut change = Change::default();
        for other in self.clients.iter().filter(|other| other.met.through == Some(client)) {
            let without = Client { met: Met { through: None, ..other.met.clone() }, ..Client::clone(other) };
            change = change.client(self, other.id, Some(without));
        }
        for income in self.incomes_of(client) {
            // Their id stays with it: so a label that another copy gives it meanwhile is known to be about them.
            let without = Income { label: String::new(), ..Income::clone(income) };
            change = change.income(self, income.id, Some(without));
        }
        change.commit(self, actor);
        Arc::make_mut(&mut self.lineage.erased).insert(client);
        self.forget_erased();
        let stamp = self.lineage.seen.next(actor);
        self.lineage.seen.see(stamp);
    }
    /// Leaves out of an earlier version what was erased since. That is no change, so it gets no stamp.
    pub fn forget(&mut self, clients: impl IntoIterator<Item = Id>) {
        Arc::make_mut(&mut self.lineage.erased).extend(clients);
        self.forget_erased();
    }
}
