//! When a value was last changed: not by a clock, but by counting.

use std::{collections::BTreeMap, fmt, str::FromStr, sync::Arc};

/// One place where a book is changed: a file on a machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Device(u32);

impl Device {
    /// From 32 random bits.
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl FromStr for Device {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAStamp);
        }
        u32::from_str_radix(text, 16).map(Self).map_err(|_| NotAStamp)
    }
}

/// The change that made a value what it is; written as `3f2a9c01:12`.
///
/// A change gets a number above every number its book has seen (Lamport, 1978), so the highest stamp is never the one
/// that was overwritten knowingly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Counts up.
    pub n: u64,
    /// Where it was made.
    pub device: Device,
}

impl Stamp {
    /// What was there from the beginning, and everybody has seen.
    pub const BEGINNING: Self = Self { n: 0, device: Device(0) };
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.device, self.n)
    }
}

/// The text is not a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStamp;

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let (device, n) = text.split_once(':').ok_or(NotAStamp)?;
        Ok(Self { n: n.parse().map_err(|_| NotAStamp)?, device: device.parse()? })
    }
}

/// Every change that a version of a book knows of: for each device the number of its last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(Arc<BTreeMap<Device, u64>>);

impl Seen {
    /// Whether it knows of this change.
    pub fn has(&self, stamp: Stamp) -> bool {
        stamp.n == 0 || self.0.get(&stamp.device).is_some_and(|last| stamp.n <= *last)
    }

    /// Whether it knows of everything that `other` knows of.
    pub fn covers(&self, other: &Self) -> bool {
        other.iter().all(|stamp| self.has(stamp))
    }

    /// From now on it knows of this change, and of those before it on the same device.
    pub fn see(&mut self, stamp: Stamp) {
        if !self.has(stamp) {
            Arc::make_mut(&mut self.0).insert(stamp.device, stamp.n);
        }
    }

    /// What both know of.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut seen = self.clone();
        other.iter().for_each(|stamp| seen.see(stamp));
        seen
    }

    /// The stamp of the next change on `device`.
    pub fn next(&self, device: Device) -> Stamp {
        let last = self.0.values().max().copied().unwrap_or_default();
        Stamp { n: last.saturating_add(1), device }
    }

    /// The last change of each device.
    pub fn iter(&self) -> impl Iterator<Item = Stamp> {
        self.0.iter().map(|(device, n)| Stamp { n: *n, device: *device })
    }
}

impl FromIterator<Stamp> for Seen {
    fn from_iter<I: IntoIterator<Item = Stamp>>(stamps: I) -> Self {
        let mut seen = Self::default();
        stamps.into_iter().for_each(|stamp| seen.see(stamp));
        seen
    }
}
