//! What differs between two versions of a book, in a few words.

use std::collections::BTreeSet;

use super::words::Words;
use crate::domain::{book::Book, change::Change, change::Edit, id::Id};

/// Names said before the rest are only counted.
const MOST_NAMES: usize = 3;

/// What differs, a line each: "Bistro Loo", "2 bedragen", "je plan"; none when both say the same.
///
/// People who were erased are no part of it, nor what goes with them: they are neither named nor counted.
pub fn lines(before: &Book, after: &Book, words: &Words) -> Vec<String> {
    let before = &after.allowed_back(before);
    let change = Change::between(before, after);
    let mut clients: BTreeSet<Id> = BTreeSet::new();
    let (mut incomes, mut plan, mut house) = (0_usize, false, false);
    for edit in &change.edits {
        match edit {
            Edit::House(_) => house = true,
            Edit::Plan(_) => plan = true,
            Edit::Client(id, _) => {
                clients.insert(*id);
            }
            Edit::Income(..) => incomes += 1,
            Edit::Others(..) => {}
        }
    }
    let name = |id: &Id| {
        let removed = || {
            let name = before.client_name(Some(*id))?;
            Some(words.with("summary-removed", &[("client", name.into())]))
        };
        after.client_name(Some(*id)).map(str::to_owned).or_else(removed)
    };
    let mut lines: Vec<String> = clients.iter().filter_map(name).take(MOST_NAMES).collect();
    let more = clients.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        lines.push(words.with("summary-more-clients", &[("count", more.into())]));
    }
    if incomes > 0 {
        lines.push(words.with("summary-incomes", &[("count", incomes.into())]));
    }
    if plan {
        lines.push(words.say("summary-plan"));
    }
    if house {
        lines.push(words.say("summary-house"));
    }
    lines
}

/// The same in one line: "Bistro Loo, 2 bedragen en je plan".
pub fn sentence(before: &Book, after: &Book, words: &Words) -> String {
    let mut lines = lines(before, after, words);
    match (lines.pop(), lines.is_empty()) {
        (Some(last), true) => last,
        (Some(last), false) => {
            words.with("summary-and", &[("first", (&lines.join(", ")).into()), ("last", (&last).into())])
        }
        (None, _) => String::new(),
    }
}
