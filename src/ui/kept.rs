//! What was worked out from the book, kept until the book changes.

use std::sync::Arc;

/// Something worked out, with what it was worked out from.
#[derive(Debug)]
pub struct Kept<K, T>(Option<(K, Arc<T>)>);

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, T> Kept<K, T> {
    /// What was worked out from `key`, or what `work_out` makes of it now.
    pub fn get(&mut self, key: K, work_out: impl FnOnce() -> T) -> Arc<T> {
        if let Some((kept, value)) = &self.0
            && *kept == key
        {
            return Arc::clone(value);
        }
        let value = Arc::new(work_out());
        self.0 = Some((key, Arc::clone(&value)));
        value
    }
}
