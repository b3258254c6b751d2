//! Numbers that look random and are the same every time.
//!
//! Source: `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).

use crate::domain::id::Id;

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Scrambles 64 bits; two different inputs never give the same output.
const fn scramble(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// What an id is for, so that no two records share one.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A book.
    Book = 1,
    /// A cost of the plan.
    Cost,
    /// A client.
    Client,
    /// An income.
    Income,
}

/// The id of the record with this number.
pub const fn id(kind: Kind, number: u64) -> Id {
    Id::from_bits(scramble(((kind as u64) << 48) ^ number))
}

/// A row of pseudo-random numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The row that belongs to `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, from nothing up to but not including `below`; nothing when that is nothing.
    pub fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        // The high bits of the product: every number is as likely, near enough for examples.
        let wide = (u128::from(scramble(self.0)) * u128::from(below)) >> 64;
        u64::try_from(wide).unwrap_or_default()
    }

    /// One of `items`.
    pub fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let length = u64::try_from(items.len()).unwrap_or_default();
        let index = usize::try_from(self.below(length)).unwrap_or_default();
        items.get(index).copied().unwrap_or_default()
    }
}
