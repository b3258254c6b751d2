//! Ids as they are read: those of a hand edit may be missing, unreadable or used twice.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{values::IdText, wrong};
use crate::{
    domain::id::Id,
    storage::{
        format::{RecordKind, Repaired},
        problem::Problem,
        source_line::line_of,
        wanted::Wanted,
    },
};

/// Lines are looked up for so many repairs only: each lookup reads the whole text.
const MOST_LINES: usize = 20;

/// Gives every record of one list an id of its own.
pub struct Ids<'a> {
    text: &'a str,
    kind: RecordKind,
    list: &'static [&'static str],
    taken: BTreeSet<Id>,
    /// Ids that somebody made up, with what they became, so that references keep pointing at them.
    made_up: BTreeMap<IdText, Id>,
    /// How many more of a record without an id there were, by the id of the first.
    again: BTreeMap<Id, u32>,
    repaired: Vec<Repaired>,
}

impl<'a> Ids<'a> {
    /// For the records of `kind` in the `list` of `text`.
    pub fn new(text: &'a str, kind: RecordKind, list: &'static [&'static str]) -> Self {
        let (taken, made_up, again) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
        Self { text, kind, list, taken, made_up, again, repaired: Vec::new() }
    }

    /// The ids of all records of the list; `said` is what each says of its id and its name.
    pub fn claim_all<R: Serialize>(
        &mut self,
        records: &[R],
        said: impl Fn(&R) -> (&IdText, &str),
    ) -> Result<Vec<Id>, Problem> {
        let claimed = records.iter().enumerate().map(|(index, record)| {
            let (id, name) = said(record);
            self.claim(index, id, name, record)
        });
        claimed.collect()
    }

    /// What comes next stands in another list; its ids are of the same kind.
    pub const fn now_in(&mut self, list: &'static [&'static str]) {
        self.list = list;
    }

    /// The id of the record at `index`: what it says, or a new one. That follows from all that the record says, so that
    /// two devices that read the same hand edit mean the same record.
    pub fn claim(
        &mut self,
        index: usize,
        said: &IdText,
        name: &str,
        record: &impl Serialize,
    ) -> Result<Id, Problem> {
        if let Some(id) = said.id()
            && self.taken.insert(id)
        {
            return Ok(id);
        }
        let id = self.new_id(record)?;
        if said.id().is_none() && *said != IdText::default() {
            self.made_up.entry(said.clone()).or_insert(id);
        }
        let line = (self.repaired.len() < MOST_LINES)
            .then(|| {
                let path: Vec<String> = self
                    .list
                    .iter()
                    .map(ToString::to_string)
                    .chain([index.to_string(), "id".to_owned()])
                    .collect();
                line_of(self.text, &path)
            })
            .flatten();
        self.repaired.push(Repaired { kind: self.kind, name: name.to_owned(), line });
        Ok(id)
    }

    /// The id that a reference means; `path` says where it stands. It need not be in the book.
    pub fn referred(&self, said: &IdText, path: impl FnOnce() -> Vec<String>) -> Result<Id, Problem> {
        said.id()
            .or_else(|| self.made_up.get(said).copied())
            .ok_or_else(|| wrong::at_line(self.text, line_of(self.text, &path()), Wanted::Id))
    }

    /// What was repaired.
    pub fn into_repaired(self) -> Vec<Repaired> {
        self.repaired
    }

    fn new_id(&mut self, record: &impl Serialize) -> Result<Id, Problem> {
        let text = ron::to_string(record).map_err(|error| Problem::Other(error.to_string()))?;
        let first = id_of(&format!("{:?} {text}", self.kind));
        let mut id = first;
        while !self.taken.insert(id) {
            // The same record may be there very often.
            let times = self.again.entry(first).or_insert(0_u32);
            *times += 1;
            id = id_of(&format!("{:?} {text} {times}", self.kind));
        }
        Ok(id)
    }
}

fn id_of(text: &str) -> Id {
    let hash = blake3::hash(text.as_bytes());
    let bits = hash.as_bytes().iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte));
    Id::from_bits(bits)
}
