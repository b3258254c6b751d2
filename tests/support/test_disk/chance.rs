//! Chance that is the same every time, by a seed.

/// Numbers that look random (splitmix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when that is 0.
    pub const fn below(&mut self, end: u64) -> u64 {
        if end == 0 { 0 } else { self.next() % end }
    }

    pub const fn is_one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for place in (1..things.len()).rev() {
            let other = self.below(place as u64 + 1);
            things.swap(place, usize::try_from(other).unwrap_or_default());
        }
    }

    /// What may be left of a file that held `before` for certain, and then `after` without a sync.
    pub fn torn(&mut self, before: &[u8], after: &[u8]) -> Vec<u8> {
        let length = usize::try_from(self.below(after.len() as u64 + 1)).unwrap_or_default();
        match self.below(5) {
            0 => before.to_vec(),
            1 => after.to_vec(),
            2 => after.iter().take(length).copied().collect(),
            // The length is there, the bytes are not.
            3 => vec![0; length],
            _ => {
                let block = if self.is_one_in(2) { 512 } else { 4096 };
                let mut left = after.to_vec();
                for block in left.chunks_mut(block) {
                    match self.below(4) {
                        0 => block.fill(0),
                        1 => block.iter_mut().for_each(|byte| *byte = byte.wrapping_mul(167) ^ 0x5a),
                        _ => {}
                    }
                }
                left
            }
        }
    }
}
