//! Records by id, shared rather than copied.

use std::{collections::BTreeMap, sync::Arc};

use super::id::Id;

/// Records by id.
///
/// A clone shares every record, and an edit copies one record and the map's pointers: cheap enough to hand a whole
/// book to another thread after every change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<T>(Arc<BTreeMap<Id, Arc<T>>>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Table<T> {
    /// The record with this id.
    pub fn get(&self, id: Id) -> Option<&Arc<T>> {
        self.0.get(&id)
    }

    /// Every record, ordered by id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<T>> {
        self.0.values()
    }

    /// Every record with its id, ordered by id.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (Id, &Arc<T>)> {
        self.0.iter().map(|(id, record)| (*id, record))
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a record at an id, instead of the one that was there.
    pub fn put(&mut self, id: Id, record: Arc<T>) {
        Arc::make_mut(&mut self.0).insert(id, record);
    }

    /// Takes the record away.
    pub fn remove(&mut self, id: Id) {
        // Looked up first: taking away what is not there should not copy the map.
        if self.0.contains_key(&id) {
            Arc::make_mut(&mut self.0).remove(&id);
        }
    }
}

impl<T> FromIterator<(Id, T)> for Table<T> {
    fn from_iter<I: IntoIterator<Item = (Id, T)>>(records: I) -> Self {
        Self(Arc::new(records.into_iter().map(|(id, record)| (id, Arc::new(record))).collect()))
    }
}
