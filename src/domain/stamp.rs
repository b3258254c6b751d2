//! When a value was last changed: not by a clock, but by counting.

use std::{fmt, str::FromStr, sync::Arc};

use chrono::Days;

use super::Day;

/// Whoever makes changes: one opening of one book by the program.
///
/// It is made anew for each and never used again. So whatever is copied, cloned or put back (a book, a home, a whole
/// machine), two different changes never get one stamp: what happens after the copying is done by another actor.
///
/// The upper 16 bits are the day it was made on, so that one that was long forgotten elsewhere can be forgotten here too.
/// The lower 48 are random. That suffices, as two actors are the same only when they are of one book and of one day: with
/// a thousand starts in a day the chance of that is one in five hundred million.
///
/// In format 1 it was a device, 32 bits made of the machine and the place of the book. Those have no day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor(u64);

/// How many of its bits are random.
const RANDOM_BITS: u32 = 48;

impl Actor {
    /// One that is made on `day`, with 48 random bits; what else is in `random` is left out.
    ///
    /// Days count from 1 January 2000; one before it, or more than 179 years after it, is taken for the nearest that fits.
    pub fn made_on(day: Day, random: u64) -> Self {
        let days = day.signed_duration_since(first_day()).num_days().clamp(1, i64::from(u16::MAX));
        let random = random & ((1 << RANDOM_BITS) - 1);
        Self(days.unsigned_abs() << RANDOM_BITS | random)
    }

    /// With these bits: a device of format 1 when there are no more than 32.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Whether format 1 can name it: a device, which has no day.
    pub fn is_device(self) -> bool {
        u32::try_from(self.0).is_ok()
    }

    /// The day it was made on; none of a device of format 1.
    pub fn day(self) -> Option<Day> {
        let days = self.0 >> RANDOM_BITS;
        if days == 0 { None } else { first_day().checked_add_days(Days::new(days)) }
    }
}

/// The day that days are counted from, which is none of them.
fn first_day() -> Day {
    Day::from_ymd_opt(2000, 1, 1).unwrap_or_default()
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(bits) = self;
        if self.is_device() { write!(f, "{bits:08x}") } else { write!(f, "{bits:016x}") }
    }
}

impl FromStr for Actor {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        if !matches!(text.len(), 8 | 16) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAStamp);
        }
        let actor = u64::from_str_radix(text, 16).map(Self).map_err(|_| NotAStamp)?;
        // Each is written in one way only.
        let is_long = text.len() == 16;
        if is_long == actor.is_device() { Err(NotAStamp) } else { Ok(actor) }
    }
}

/// The change that made a value what it is; written as `265d3f2a9c01d07e:12`.
///
/// A change gets a number above every number its book has seen (Lamport, 1978), so the highest stamp is never the one
/// that was overwritten knowingly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Counts up.
    pub n: u64,
    /// Who made it.
    pub actor: Actor,
}

impl Stamp {
    /// What was there from the beginning, and everybody has seen.
    pub const BEGINNING: Self = Self { n: 0, actor: Actor(0) };
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.actor, self.n)
    }
}

/// The text is not a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStamp;

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let (actor, n) = text.split_once(':').ok_or(NotAStamp)?;
        Ok(Self { n: n.parse().map_err(|_| NotAStamp)?, actor: actor.parse()? })
    }
}

/// Every change that a version of a book knows of: for each actor the number of its last one.
///
/// Ordered by actor, side by side: there may be thousands, and the first change after a book was handed over copies them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(Arc<Vec<(Actor, u64)>>);

impl Seen {
    /// Whether it knows of this change.
    pub fn has(&self, stamp: Stamp) -> bool {
        stamp.n == 0 || self.last(stamp.actor).is_some_and(|last| stamp.n <= last)
    }

    /// Whether it knows of everything that `other` knows of.
    pub fn covers(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || other.iter().all(|stamp| self.has(stamp))
    }

    /// From now on it knows of this change, and of those before it by the same actor.
    pub fn see(&mut self, stamp: Stamp) {
        if self.has(stamp) {
            return;
        }
        let all = Arc::make_mut(&mut self.0);
        let place = all.partition_point(|(actor, _)| *actor < stamp.actor);
        match all.get_mut(place) {
            Some((actor, n)) if *actor == stamp.actor => *n = stamp.n,
            _ => all.insert(place, (stamp.actor, stamp.n)),
        }
    }

    /// What both know of.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        if self.covers(other) { self.clone() } else { self.iter().chain(other.iter()).collect() }
    }

    /// The stamp of the next change by `actor`.
    pub fn next(&self, actor: Actor) -> Stamp {
        let last = self.0.iter().map(|(_, n)| *n).max().unwrap_or_default();
        Stamp { n: last.saturating_add(1), actor }
    }

    /// The last change of each actor.
    pub fn iter(&self) -> impl Iterator<Item = Stamp> {
        self.0.iter().map(|(actor, n)| Stamp { n: *n, actor: *actor })
    }

    /// The day of the newest actor; none when there are only devices of format 1.
    pub fn newest_day(&self) -> Option<Day> {
        // They are ordered by their day first.
        self.0.last().and_then(|(actor, _)| actor.day())
    }

    /// The last change of an actor.
    fn last(&self, actor: Actor) -> Option<u64> {
        let place = self.0.binary_search_by_key(&actor, |(actor, _)| *actor).ok()?;
        self.0.get(place).map(|(_, n)| *n)
    }
}

impl FromIterator<Stamp> for Seen {
    fn from_iter<I: IntoIterator<Item = Stamp>>(stamps: I) -> Self {
        let stamps = stamps.into_iter().filter(|stamp| stamp.n > 0);
        let mut all: Vec<(Actor, u64)> = stamps.map(|Stamp { n, actor }| (actor, n)).collect();
        all.sort_unstable();
        all.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            if is_same {
                *kept = *later;
            }
            is_same
        });
        Self(Arc::new(all))
    }
}
