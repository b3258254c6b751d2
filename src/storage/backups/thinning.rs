//! Which earlier versions are too many.

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike};

use super::version::Version;

/// The last ones are always kept.
const ALWAYS: usize = 3;
/// Never fewer than this are left, when there were as many.
const FEWEST: usize = 10;

const DAY: TimeDelta = TimeDelta::days(1);
const MONTH: TimeDelta = TimeDelta::days(31);
const YEAR: TimeDelta = TimeDelta::days(366);
/// Of two months in a row, the first of one and the last of the other may be what is left.
const MOST_PASSED: TimeDelta = TimeDelta::days(62);

/// The versions to remove: all but the last 3, then the last of every 10 minutes for a day, of every day for a month,
/// of every week for a year, and of every month. At least 10 stay.
///
/// Their order is that of the generations. Age is counted from version to version: a step back of the clock counts as
/// nothing, a step of more than two months as a day. So no jump of a clock makes a whole history old at once.
///
/// Edited versions, and copies that lay beside the book, are thinned apart, so that they never take the place of a good
/// one.
pub fn thin(versions: &[Version]) -> Vec<Version> {
    let (beside, own): (Vec<_>, Vec<_>) = versions.iter().partition(|version| version.is_beside);
    let (edited, good) = own.into_iter().partition(|version| version.is_edited);
    [good, edited, beside].into_iter().flat_map(too_many).collect()
}

fn too_many(mut versions: Vec<&Version>) -> Vec<Version> {
    versions.sort_by(|one, other| one.newest_first(other));
    let mut age = TimeDelta::zero();
    let mut newer: Option<&Version> = None;
    let mut remove = Vec::new();
    for (place, version) in versions.iter().enumerate() {
        if let Some(newer) = newer {
            age += passed(version.at, newer.at);
            // Compared with the next newer one, not with all: a clock set back makes no two spans one.
            if place >= ALWAYS && span(version.at, age) == span(newer.at, age) {
                remove.push(*version);
            }
        }
        newer = Some(version);
    }
    let most = versions.len().saturating_sub(FEWEST);
    // The oldest of them first, when not all may go.
    let spared = remove.len().saturating_sub(most);
    remove.into_iter().skip(spared).cloned().collect()
}

/// The time that passed between two versions, as far as it can be believed.
fn passed(from: NaiveDateTime, to: NaiveDateTime) -> TimeDelta {
    let passed = to - from;
    if passed > MOST_PASSED { DAY } else { passed.max(TimeDelta::zero()) }
}

/// The span of time of which one version of this age is kept.
fn span(at: NaiveDateTime, age: TimeDelta) -> (i32, u32) {
    let days = at.num_days_from_ce();
    if age < DAY {
        (days, at.num_seconds_from_midnight() / 600)
    } else if age < MONTH {
        (days, 0)
    } else if age < YEAR {
        // Day 1 of the common era was a Monday.
        ((days - 1).div_euclid(7), 0)
    } else {
        (at.year(), at.month())
    }
}
