//! Which change made each field of a record what it is, and what else was made without knowing of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    fields::Fields,
    stamp::{Seen, Stamp},
};

/// A value and the change that made it.
pub type Stamped<V> = (Stamp, V);

/// The stamps of one record.
///
/// Each field is a multi-value register: it holds the values that no change known here has overwritten knowingly. That
/// is one value, unless two were made without knowing of each other. So is whether the record is there at all; every
/// edit says again that it is, so an edit beats a removal that did not know of it. (Shapiro e.a., "A comprehensive study
/// of convergent and commutative replicated data types", 2011.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks<T: Fields> {
    /// The stamp of every field that has none of its own.
    pub base: Stamp,
    /// The stamps of the fields that were changed later.
    pub own: BTreeMap<T::Field, Stamp>,
    /// The fields that hold more than one value, with all of them, the lowest stamp first. Two may have the same stamp: one
    /// change puts back several values that wait, and a device of format 1 that was cloned gave one to two changes.
    pub contested: BTreeMap<T::Field, Vec<Stamped<T::Value>>>,
    /// Whether the record is there, by every change that says so last; empty when its newest value alone says it is.
    pub presence: Vec<Stamped<bool>>,
}

impl<T: Fields> Default for Marks<T> {
    fn default() -> Self {
        Self::of(Stamp::BEGINNING)
    }
}

impl<T: Fields> Marks<T> {
    /// Of a record that was made by this change.
    pub const fn of(base: Stamp) -> Self {
        Self { base, own: BTreeMap::new(), contested: BTreeMap::new(), presence: Vec::new() }
    }

    /// Whether they say nothing that a missing one would not say.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the record is there.
    pub fn is_present(&self) -> bool {
        self.presence.is_empty() || self.presence.iter().any(|(_, is_there)| *is_there)
    }

    /// Every value of a field that was not overwritten knowingly, the lowest stamp first.
    pub fn live(&self, record: &T, field: T::Field) -> Vec<Stamped<T::Value>> {
        match self.contested.get(&field) {
            Some(values) => values.clone(),
            None => vec![(self.own.get(&field).copied().unwrap_or(self.base), record.value(field))],
        }
    }

    /// The values that wait beside the one `record` shows in a field, the newest first.
    pub fn others<'a>(
        &'a self,
        record: &T,
        field: T::Field,
    ) -> impl DoubleEndedIterator<Item = &'a T::Value> + use<'a, T> {
        let shown = record.value(field);
        let values = self.contested.get(&field).into_iter().flatten().rev().map(|(_, value)| value);
        let combined = self.contested.get(&field).is_some_and(|values| {
            let newest_first: Vec<&T::Value> = values.iter().rev().map(|(_, value)| value).collect();
            T::combined(&newest_first).is_some()
        });
        // What is combined shows all of them already.
        values.filter(move |value| !combined && **value != shown)
    }

    /// Notes that a change made `after` of `before`.
    pub fn note_edit(&mut self, before: &T, after: &T, stamp: Stamp) {
        for field in T::FIELDS.iter().copied().filter(|field| !before.is_same(after, *field)) {
            self.note_value(field, &before.value(field), after.value(field), stamp);
        }
        self.presence = vec![(stamp, true)];
        self.tidy_presence();
    }

    /// Notes that a change took the record away.
    pub fn note_removal(&mut self, stamp: Stamp) {
        self.presence = vec![(stamp, false)];
    }

    /// Notes that the values beside the shown one are now these.
    pub fn note_others(&mut self, record: &T, field: T::Field, others: &[T::Value], stamps: [Stamp; 2]) {
        let [lower, stamp] = stamps;
        self.contested.remove(&field);
        self.own.insert(field, stamp);
        if !others.is_empty() {
            let mut values: Vec<_> = others.iter().map(|value| (lower, value.clone())).collect();
            values.push((stamp, record.value(field)));
            self.set_live(field, values);
        }
        self.presence = vec![(stamp, true)];
        self.tidy_presence();
    }

    /// Joins what two versions hold; each comes with what it has seen.
    pub fn join(ours: (&T, &Self, &Seen), theirs: (&T, &Self, &Seen)) -> (T, Self) {
        let (record, marks, seen) = ours;
        let (other, others, others_seen) = theirs;
        let mut joined = Self::of(marks.base.min(others.base));
        let mut shown = record.clone();
        for field in T::FIELDS.iter().copied() {
            let live = join_live((marks.live(record, field), seen), (others.live(other, field), others_seen));
            let newest_first: Vec<&T::Value> = live.iter().rev().map(|(_, value)| value).collect();
            let combined = if live.len() > 1 { T::combined(&newest_first) } else { None };
            if let Some(value) = combined.or_else(|| newest_first.first().map(|value| (*value).clone())) {
                shown.put(value);
            }
            joined.set_live(field, live);
        }
        joined.presence = join_live((marks.said_there(), seen), (others.said_there(), others_seen));
        joined.tidy_presence();
        (shown, joined)
    }

    /// A record that came back, or is said to be there once more, without another value.
    pub fn note_presence(&mut self, stamp: Stamp) {
        self.presence = vec![(stamp, true)];
        self.tidy_presence();
    }

    /// Forgets every value of a field but the newest.
    pub fn only_newest(&mut self, field: T::Field) {
        if let Some(newest) = self.contested.remove(&field).and_then(|mut values| values.pop()) {
            self.set_live(field, vec![newest]);
        }
    }

    /// Sets right what a hand edit may have made of them: the values of a field out of order, or a record that is or is
    /// not there, whatever they say.
    pub fn set_right(&mut self, is_there: bool) {
        for (field, values) in std::mem::take(&mut self.contested) {
            self.set_live(field, values);
        }
        put_in_order(&mut self.presence);
        if is_there != self.is_present() {
            self.presence = if is_there { Vec::new() } else { vec![(self.newest(), false)] };
        }
    }

    /// Every stamp in them.
    pub fn stamps(&self) -> impl Iterator<Item = Stamp> {
        let contested = self.contested.values().flatten().map(|(stamp, _)| *stamp);
        let presence = self.presence.iter().map(|(stamp, _)| *stamp);
        std::iter::once(self.base).chain(self.own.values().copied()).chain(contested).chain(presence)
    }

    fn note_value(&mut self, field: T::Field, shown: &T::Value, value: T::Value, stamp: Stamp) {
        let mut values = self.contested.remove(&field).unwrap_or_default();
        let is_swap = values.iter().any(|(_, other)| *other == value);
        if !is_swap {
            // What was shown is overwritten knowingly; what waits beside it goes on waiting.
            values.retain(|(_, other)| other != shown);
        }
        if T::combined(&[&value]).is_some() {
            values.clear();
        }
        values.retain(|(_, other)| *other != value);
        values.push((stamp, value));
        self.set_live(field, values);
    }

    fn set_live(&mut self, field: T::Field, mut live: Vec<Stamped<T::Value>>) {
        put_in_order(&mut live);
        match live.len() {
            0 => {}
            1 => {
                if let Some((stamp, _)) = live.pop() {
                    if stamp == self.base {
                        self.own.remove(&field);
                    } else {
                        self.own.insert(field, stamp);
                    }
                }
            }
            _ => {
                self.own.remove(&field);
                self.contested.insert(field, live);
            }
        }
    }

    /// Whether the record is there, spelled out.
    fn said_there(&self) -> Vec<Stamped<bool>> {
        if self.presence.is_empty() { vec![(self.newest(), true)] } else { self.presence.clone() }
    }

    /// The newest of the stamps of the fields.
    fn newest(&self) -> Stamp {
        let all_own =
            T::FIELDS.iter().all(|field| self.own.contains_key(field) || self.contested.contains_key(field));
        let base = (!all_own).then_some(self.base);
        let contested = self.contested.values().flatten().map(|(stamp, _)| *stamp);
        base.into_iter().chain(self.own.values().copied()).chain(contested).max().unwrap_or(self.base)
    }

    fn tidy_presence(&mut self) {
        if self.presence == [(self.newest(), true)] {
            self.presence.clear();
        }
    }
}

/// The values of one register that neither side has overwritten knowingly, the lowest stamp first.
fn join_live<V: Clone + Ord>(
    (ours, our_seen): (Vec<Stamped<V>>, &Seen),
    (theirs, their_seen): (Vec<Stamped<V>>, &Seen),
) -> Vec<Stamped<V>> {
    if ours == theirs {
        return ours;
    }
    // Sets, as a hostile file may have very many.
    let stamps = |values: &[Stamped<V>]| values.iter().map(|(stamp, _)| *stamp).collect::<BTreeSet<_>>();
    let survivors = |mine: &[Stamped<V>], other: &[Stamped<V>], seen: &Seen| -> Vec<Stamped<V>> {
        let other = stamps(other);
        mine.iter().filter(|(stamp, _)| other.contains(stamp) || !seen.has(*stamp)).cloned().collect()
    };
    let mut joined = survivors(&ours, &theirs, their_seen);
    joined.extend(survivors(&theirs, &ours, our_seen));
    if joined.is_empty() {
        // Stamps that contradict each other, as those of a device of format 1 that was cloned: then nothing is dropped.
        joined = ours;
        joined.extend(theirs);
    }
    put_in_order(&mut joined);
    joined
}

/// The lowest stamp first, those with the same one by their value, and each once.
fn put_in_order<V: Ord>(values: &mut Vec<Stamped<V>>) {
    values.sort_unstable();
    values.dedup();
}
