//! A part of a book: only the records that some changes touched. The journal is made of these.

use std::sync::Arc;

use super::{
    book::Book,
    change::{Change, Edit},
    id::Id,
    lineage::Lineage,
    other_values::Waiting,
    table::Table,
};

impl Book {
    /// The book with only the records that a change touches. Merged with a version that has the others, nothing is
    /// missing.
    pub(super) fn touched_by(&self, change: &Change) -> Self {
        let mut part = Self {
            clients: Table::default(),
            incomes: Table::default(),
            lineage: Lineage {
                clients: Table::default(),
                incomes: Table::default(),
                removed_clients: Table::default(),
                removed_incomes: Table::default(),
                ..self.lineage.clone()
            },
            ..self.clone()
        };
        for edit in &change.edits {
            match edit {
                Edit::House(_) | Edit::Plan(_) | Edit::Others(Waiting::House(_) | Waiting::Plan(_), ..) => {}
                Edit::Client(id, _) | Edit::Others(Waiting::Client(id, _), ..) => part.take_client(self, *id),
                Edit::Income(id, _) | Edit::Others(Waiting::Income(id, _), ..) => part.take_income(self, *id),
            }
        }
        part
    }

    /// Puts the records of a later part over those of this one.
    pub fn add_part(&mut self, later: &Self) {
        let ids: Vec<Id> = later.lineage.clients.entries().map(|(id, _)| id).collect();
        for id in ids {
            self.take_client(later, id);
        }
        let ids: Vec<Id> = later.lineage.incomes.entries().map(|(id, _)| id).collect();
        for id in ids {
            self.take_income(later, id);
        }
        (self.house, self.plan) = (Arc::clone(&later.house), Arc::clone(&later.plan));
        self.lineage.house = Arc::clone(&later.lineage.house);
        self.lineage.plan = Arc::clone(&later.lineage.plan);
        self.lineage.seen = self.lineage.seen.with(&later.lineage.seen);
        self.lineage.erased = Arc::clone(&later.lineage.erased);
    }

    fn take_client(&mut self, from: &Self, id: Id) {
        take(&mut self.clients, &from.clients, id);
        take(&mut self.lineage.clients, &from.lineage.clients, id);
        take(&mut self.lineage.removed_clients, &from.lineage.removed_clients, id);
    }

    fn take_income(&mut self, from: &Self, id: Id) {
        take(&mut self.incomes, &from.incomes, id);
        take(&mut self.lineage.incomes, &from.lineage.incomes, id);
        take(&mut self.lineage.removed_incomes, &from.lineage.removed_incomes, id);
    }
}

fn take<T>(to: &mut Table<T>, from: &Table<T>, id: Id) {
    match from.get(id) {
        Some(record) => to.put(id, Arc::clone(record)),
        None => to.remove(id),
    }
}
