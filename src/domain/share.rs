//! Reading a share the way people type it.

use super::{
    amount,
    plan::{BasisPoints, LARGEST_RESERVE},
};

/// Reads a typed reserve, from nothing to [`LARGEST_RESERVE`]: "30", "30,5", "30 %"; none for anything else.
pub fn parse(text: &str) -> Option<BasisPoints> {
    // It is typed like an amount; what are cents there are hundredths of a percent here.
    let hundredths = amount::parse(text.trim().trim_end_matches('%').trim_end()).ok()?.get();
    BasisPoints::try_from(hundredths).ok().filter(|reserve| *reserve <= LARGEST_RESERVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_within_its_bounds_and_never_moved_into_them() {
        for (text, share) in [("30", 3000), ("30,5", 3050), (" 0 %", 0), ("75%", 7500)] {
            assert_eq!(parse(text), Some(share), "{text}");
        }
        for text in ["75,01", "76", "99", "-1", "", "veel", "700"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
