//! What should be kept, worked out another way: every change knows by name each change that was known when it was made.

use std::collections::{BTreeMap, BTreeSet};

/// A change, by its number in the history.
pub type Event = usize;

/// A place a value stands in: a record and its field.
pub type Place = (u64, &'static str);

/// What stands in places from now on, each with the values it replaces, by what they say.
pub type Values = Vec<(Place, String, Vec<String>)>;

/// Everything that happened in a history.
#[derive(Default)]
pub struct Truth {
    events: Vec<Said>,
}

struct Said {
    values: BTreeMap<Place, String>,
    /// The changes whose values it replaced knowingly, in each place.
    over: BTreeMap<Place, BTreeSet<Event>>,
    /// The records it says are there, or not.
    there: BTreeMap<u64, bool>,
    knew: BTreeSet<Event>,
}

/// What one copy knows.
#[derive(Clone, Default)]
pub struct Known(BTreeSet<Event>);

impl Known {
    pub fn learn(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }
}

impl Truth {
    /// Notes a change on a copy: new values (each with the values it replaces, by what they say), and which records are
    /// there from now on.
    pub fn note(&mut self, known: &mut Known, values: Values, there: Vec<(u64, bool)>) {
        let event = self.events.len();
        let over = values
            .iter()
            .map(|(place, _, replaced)| {
                let live = self.live(known, *place);
                let gone = live.into_iter().filter(|old| replaced.contains(&self.events[*old].values[place]));
                (*place, gone.collect())
            })
            .collect();
        let values = values.into_iter().map(|(place, value, _)| (place, value)).collect();
        let there = there.into_iter().collect();
        self.events.push(Said { values, over, there, knew: known.0.clone() });
        known.0.insert(event);
    }

    fn live(&self, known: &Known, place: Place) -> BTreeSet<Event> {
        let said = |event: &&Event| self.events[**event].values.contains_key(&place);
        let over: BTreeSet<Event> = known
            .0
            .iter()
            .filter_map(|event| self.events[*event].over.get(&place))
            .flatten()
            .copied()
            .collect();
        known.0.iter().filter(said).filter(|event| !over.contains(event)).copied().collect()
    }

    /// What stands in a place and may not be lost, as far as a copy knows.
    pub fn values(&self, known: &Known, place: Place) -> BTreeSet<String> {
        self.live(known, place).into_iter().map(|event| self.events[event].values[&place].clone()).collect()
    }

    /// Every place that was ever written, as far as a copy knows.
    pub fn places(&self, known: &Known) -> BTreeSet<Place> {
        known.0.iter().flat_map(|event| self.events[*event].values.keys().copied()).collect()
    }

    /// Whether a record is there, as far as a copy knows; none when nothing was ever said of it.
    pub fn is_there(&self, known: &Known, record: u64) -> Option<bool> {
        let said: Vec<Event> = known
            .0
            .iter()
            .filter(|event| self.events[**event].there.contains_key(&record))
            .copied()
            .collect();
        let newest =
            said.iter().filter(|event| !said.iter().any(|later| self.events[*later].knew.contains(event)));
        let answers: Vec<bool> = newest.map(|event| self.events[*event].there[&record]).collect();
        (!answers.is_empty()).then(|| answers.contains(&true))
    }
}
