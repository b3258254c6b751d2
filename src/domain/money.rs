//! Money in whole cents.

use std::ops::Neg;

/// An amount in whole euro cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(i64);

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount a person can type: € 10 000 000.
    pub const LARGEST: Self = Self(1_000_000_000);

    /// From whole cents.
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// From whole euros.
    pub const fn euros(euros: i32) -> Self {
        Self(euros as i64 * 100)
    }

    /// The amount in cents.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// From a wide sum; stays at the ends of what an `i64` holds.
    pub fn from_wide(cents: i128) -> Self {
        let clamped = cents.clamp(i128::from(i64::MIN), i128::from(i64::MAX));
        Self(i64::try_from(clamped).unwrap_or_default())
    }

    /// The amount, wide enough to sum without overflow.
    pub fn wide(self) -> i128 {
        i128::from(self.0)
    }

    /// Sum that stays at the ends instead of wrapping.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Difference that stays at the ends instead of wrapping.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The difference, or nothing when `other` is larger.
    #[must_use]
    pub fn minus_to_zero(self, other: Self) -> Self {
        self.minus(other).max(Self::ZERO)
    }

    /// Whether there is no cent behind the comma.
    pub const fn is_whole_euros(self) -> bool {
        self.0 % 100 == 0
    }

    /// Rounded half away from zero to whole euros.
    #[must_use]
    pub fn to_whole_euros(self) -> Self {
        Self::from_wide(divide_half_up(self.wide(), 100).saturating_mul(100))
    }

    /// Rounded up to a whole number of `step`; a step of nothing leaves it as it is.
    #[must_use]
    pub fn round_up_to(self, step: Self) -> Self {
        if step.0 <= 0 {
            return self;
        }
        let steps = divide_up(self.wide(), step.wide());
        Self::from_wide(steps.saturating_mul(step.wide()))
    }
}

impl Neg for Cents {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Self::from_wide(iter.map(Self::wide).sum())
    }
}

/// `numerator / denominator` rounded half away from zero; nothing when the denominator is not positive.
pub fn divide_half_up(numerator: i128, denominator: i128) -> i128 {
    if denominator <= 0 {
        return 0;
    }
    let half = denominator / 2;
    if numerator >= 0 {
        numerator.saturating_add(half).div_euclid(denominator)
    } else {
        -((-numerator).saturating_add(half).div_euclid(denominator))
    }
}

/// `numerator / denominator` rounded up; nothing when the denominator is not positive.
pub fn divide_up(numerator: i128, denominator: i128) -> i128 {
    if denominator <= 0 {
        return 0;
    }
    -((-numerator).div_euclid(denominator))
}
