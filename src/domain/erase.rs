//! Erasing somebody for ever.

use std::sync::Arc;

use super::{
    book::Book,
    change::Change,
    client::{Client, Met},
    id::Id,
    stamp::Device,
};

impl Book {
    /// Erases a client: everything about them, also what was removed before and what waits beside a field. Their incomes
    /// stay, without name or label. Only their id is kept, so that no copy ever brings them back.
    ///
    /// Not a [`Change`], as there is no way back.
    pub fn erase(&mut self, client: Id, device: Device) {
        let brought: Vec<Id> = self
            .clients
            .iter()
            .filter(|other| other.met.through == Some(client))
            .map(|other| other.id)
            .collect();
        for id in brought {
            if let Some(other) = self.clients.get(id) {
                let without =
                    Client { met: Met { through: None, ..other.met.clone() }, ..Client::clone(other) };
                Change::default().client(self, id, Some(without)).commit(self, device);
            }
        }
        Arc::make_mut(&mut self.lineage.erased).insert(client);
        self.forget_erased();
        let stamp = self.lineage.seen.next(device);
        self.lineage.seen.see(stamp);
    }
}
