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
    joined(lines(before, after, words), words)
}

fn joined(mut lines: Vec<String>, words: &Words) -> String {
    match (lines.pop(), lines.is_empty()) {
        (Some(last), true) => last,
        (Some(last), false) => {
            words.with("summary-and", &[("first", (&lines.join(", ")).into()), ("last", (&last).into())])
        }
        (None, _) => String::new(),
    }
}

/// What a version has less, more or otherwise than `other`: "1 klant minder en 3 bedragen minder". People who were erased
/// from either are not counted.
pub fn beside(version: &Book, other: &Book, words: &Words) -> String {
    let (version, other) = (&other.allowed_back(version), &version.allowed_back(other));
    let mut counts = [[0_usize; 3]; 2];
    let (mut plan, mut house) = (false, false);
    let mut count = |kind: usize, before: bool, after: bool| {
        let column = match (before, after) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => 2,
        };
        if let Some(count) = counts.get_mut(kind).and_then(|row| row.get_mut(column)) {
            *count += 1;
        }
    };
    for edit in &Change::between(version, other).edits {
        match edit {
            Edit::Client(_, edit) => count(0, edit.before.is_some(), edit.after.is_some()),
            Edit::Income(_, edit) => count(1, edit.before.is_some(), edit.after.is_some()),
            Edit::House(_) => house = true,
            Edit::Plan(_) => plan = true,
            Edit::Others(..) => {}
        }
    }
    let keys = [
        ["beside-clients-less", "beside-clients-more", "beside-clients-other"],
        ["beside-incomes-less", "beside-incomes-more", "beside-incomes-other"],
    ];
    let all = keys.into_iter().flatten().zip(counts.into_iter().flatten()).filter(|(_, count)| *count > 0);
    let mut lines: Vec<String> =
        all.map(|(key, count)| words.with(key, &[("count", count.into())])).collect();
    lines.extend(plan.then(|| words.say("beside-plan")));
    lines.extend(house.then(|| words.say("beside-house")));
    if lines.is_empty() { words.say("beside-details") } else { joined(lines, words) }
}
