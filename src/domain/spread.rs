//! Splitting an amount so that the parts add up.

use super::money::Cents;

/// Splits `total` in proportion to `weights`, in whole multiples of `unit`, by largest remainder.
///
/// The parts add up to `total` exactly when `total` is a multiple of `unit`. No weights, or none
/// above nothing, gives parts of nothing. Source: Hamilton's method of largest remainders.
pub fn in_proportion(total: Cents, weights: &[i128], unit: Cents) -> Vec<Cents> {
    let sum: i128 = weights.iter().map(|weight| (*weight).max(0)).sum();
    let unit = unit.wide().max(1);
    if sum <= 0 || total <= Cents::ZERO {
        return vec![Cents::ZERO; weights.len()];
    }
    let units = total.wide() / unit;
    let mut parts: Vec<(i128, i128)> = weights
        .iter()
        .map(|weight| {
            let share = units.saturating_mul((*weight).max(0));
            (share.div_euclid(sum), share.rem_euclid(sum))
        })
        .collect();
    let given: i128 = parts.iter().map(|(whole, _)| whole).sum();
    let mut left = units - given;
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|index| {
        let remainder = parts.get(*index).map_or(0, |(_, remainder)| *remainder);
        (-remainder, *index)
    });
    for index in order {
        if left <= 0 {
            break;
        }
        if let Some((whole, _)) = parts.get_mut(index) {
            *whole += 1;
            left -= 1;
        }
    }
    parts.into_iter().map(|(whole, _)| Cents::from_wide(whole.saturating_mul(unit))).collect()
}

/// Whole euros that add up to the rounded sum, each within a euro of the amount it stands for.
pub fn whole_euros(amounts: &[Cents]) -> Vec<Cents> {
    let total: Cents = amounts.iter().copied().sum();
    let weights: Vec<i128> = amounts.iter().map(|amount| amount.wide()).collect();
    let rounded = total.to_whole_euros();
    if total <= Cents::ZERO {
        return amounts.iter().map(|amount| amount.to_whole_euros()).collect();
    }
    // Only the cents are given out, so no part moves further than to the next euro.
    let floors: Vec<Cents> =
        amounts.iter().map(|amount| Cents::from_wide(amount.wide().div_euclid(100) * 100)).collect();
    let given: Cents = floors.iter().copied().sum();
    let mut left = rounded.minus(given).get() / 100;
    let mut order: Vec<(i128, usize)> =
        weights.iter().enumerate().map(|(index, weight)| (-(weight.rem_euclid(100)), index)).collect();
    order.sort_unstable();
    let mut parts = floors;
    for (_, index) in order {
        if left <= 0 {
            break;
        }
        if let Some(part) = parts.get_mut(index) {
            *part = part.plus(Cents::euros(1));
            left -= 1;
        }
    }
    parts
}
