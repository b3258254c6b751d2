//! What was worked out from the book, kept until the book changes.

use std::rc::Rc;

/// Something worked out, with what it was worked out from.
#[derive(Debug)]
pub struct Kept<K, T>(Option<(K, Rc<T>)>);

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, T> Kept<K, T> {
    /// What was worked out from `key`, or what `work_out` makes of it now.
    pub fn get(&mut self, key: K, work_out: impl FnOnce() -> T) -> Rc<T> {
        if let Some((kept, value)) = &self.0
            && *kept == key
        {
            return Rc::clone(value);
        }
        let value = Rc::new(work_out());
        self.0 = Some((key, Rc::clone(&value)));
        value
    }
}
