//! Reading an amount the way people type it.

use super::money::Cents;

/// Why a typed amount was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Nothing was typed.
    Empty,
    /// Not an amount in any of the known ways.
    NotAnAmount,
    /// Below nothing.
    Negative,
    /// Nothing, where something is needed.
    Zero,
    /// Above [`Cents::LARGEST`].
    TooLarge,
}

/// Reads a typed amount that may be nothing, such as a month's costs.
///
/// One separator with one or two digits behind it at the end is a decimal ("12,50", "12.5"); groups of exactly
/// three are thousands, with a full stop, a comma or a space ("1.800", "1,800.00", "€ 1 800,00"), and never begin with a
/// zero; "1.800,-" is 1800. The euro may stand before or behind, as a sign or in letters ("EUR 12", "12 euro").
///
/// # Errors
/// [`AmountError`] says why it was refused; never [`AmountError::Zero`].
pub fn parse(text: &str) -> Result<Cents, AmountError> {
    let text = without_currency(text);
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    if text.chars().count() > 40 {
        return Err(AmountError::TooLarge);
    }
    if let Some(rest) = text.strip_prefix(['-', '−', '–']) {
        return Err(match parse(rest) {
            Ok(_) => AmountError::Negative,
            Err(error) => error,
        });
    }
    let text =
        [",-", ".-", ",–", ",—", ".–"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
    let (whole, decimals) = split_decimals(text)?;
    let euros = read_groups(whole)?;
    let cents = match decimals {
        None => 0,
        Some(digits) if digits.len() == 1 => read_digits(digits)? * 10,
        Some(digits) => read_digits(digits)?,
    };
    let total =
        euros.checked_mul(100).and_then(|value| value.checked_add(cents)).ok_or(AmountError::TooLarge)?;
    let amount = Cents::new(total);
    if amount > Cents::LARGEST {
        return Err(AmountError::TooLarge);
    }
    Ok(amount)
}

/// Reads a typed amount that must be more than nothing, such as an income.
///
/// # Errors
/// As [`parse`], and [`AmountError::Zero`] for nothing.
pub fn parse_positive(text: &str) -> Result<Cents, AmountError> {
    match parse(text)? {
        Cents::ZERO => Err(AmountError::Zero),
        amount => Ok(amount),
    }
}

/// Without the euro before or behind.
fn without_currency(text: &str) -> &str {
    let text = text.trim();
    for name in ["€", "euro", "eur"] {
        let at = |start: usize| text.get(start..).zip(text.get(..start));
        if let Some((rest, said)) = at(name.len())
            && said.eq_ignore_ascii_case(name)
            // "euro" has "eur" in it, and neither is part of another word.
            && !rest.starts_with(char::is_alphabetic)
        {
            return rest.trim_start();
        }
        if let Some((said, rest)) = text.len().checked_sub(name.len()).and_then(at)
            && said.eq_ignore_ascii_case(name)
            && !rest.ends_with(char::is_alphabetic)
        {
            return rest.trim_end();
        }
    }
    text
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '’') || is_space(letter)
}

/// Splits off one or two digits behind a last full stop or comma.
fn split_decimals(text: &str) -> Result<(&str, Option<&str>), AmountError> {
    let Some(at) = text.rfind(['.', ',']) else {
        return Ok((text, None));
    };
    let (whole, rest) = text.split_at(at);
    let digits = rest.get(1..).unwrap_or_default();
    match digits.len() {
        1 | 2 if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let mark = rest.chars().next();
            // "1.8.50": the mark of the decimals does not come twice.
            if whole.is_empty() || whole.chars().any(|letter| Some(letter) == mark) {
                return Err(AmountError::NotAnAmount);
            }
            Ok((whole, Some(digits)))
        }
        _ => Ok((text, None)),
    }
}

/// Reads digits, or groups of exactly three behind a first group of one to three, all with the same sign between.
fn read_groups(text: &str) -> Result<i64, AmountError> {
    let Some(mark) = text.chars().find(|letter| is_separator(*letter)) else {
        return read_digits(text);
    };
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or_default();
    // A thousand is never written "0.125".
    if first.is_empty() || first.len() > 3 || first.starts_with('0') {
        return Err(AmountError::NotAnAmount);
    }
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return Err(AmountError::NotAnAmount);
        }
        digits.push_str(group);
    }
    read_digits(&digits)
}

fn read_digits(text: &str) -> Result<i64, AmountError> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AmountError::NotAnAmount);
    }
    text.parse().map_err(|_| AmountError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_the_way_people_type_them() {
        for (text, cents) in [
            ("12,50", 1250),
            ("12.5", 1250),
            ("1.800", 180_000),
            ("1,800", 180_000),
            ("1,800.00", 180_000),
            ("€ 1 800,00", 180_000),
            ("1\u{a0}800", 180_000),
            ("1.800,-", 180_000),
            ("1800", 180_000),
            ("€1.234.567,89", 123_456_789),
            ("0", 0),
            (" 65 € ", 6500),
            ("007", 700),
            ("12 euro", 1200),
            ("12euro", 1200),
            ("12,50 Euro", 1250),
            ("EUR 12", 1200),
            ("eur12,5", 1250),
            ("12 EUR", 1200),
            ("12,-", 1200),
            ("€ 12,-", 1200),
            ("0,50", 50),
        ] {
            assert_eq!(parse(text), Ok(Cents::new(cents)), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_a_reason() {
        for (text, error) in [
            ("", AmountError::Empty),
            ("€", AmountError::Empty),
            ("€ -5", AmountError::Negative),
            ("-5", AmountError::Negative),
            ("- € 5", AmountError::Negative),
            ("EUR -5", AmountError::Negative),
            ("-5 euro", AmountError::Negative),
            ("euro", AmountError::Empty),
            ("0,001", AmountError::NotAnAmount),
            ("0.125", AmountError::NotAnAmount),
            ("00.125", AmountError::NotAnAmount),
            ("12 euros", AmountError::NotAnAmount),
            ("12 dollar", AmountError::NotAnAmount),
            ("euro 12 euro", AmountError::NotAnAmount),
            ("abc", AmountError::NotAnAmount),
            ("1.80.00", AmountError::NotAnAmount),
            ("1,2345", AmountError::NotAnAmount),
            ("12,", AmountError::NotAnAmount),
            (",50", AmountError::NotAnAmount),
            ("1 8", AmountError::NotAnAmount),
            ("5 + 5", AmountError::NotAnAmount),
            ("1e5", AmountError::NotAnAmount),
            ("٣", AmountError::NotAnAmount),
            ("🎨", AmountError::NotAnAmount),
            ("10.000.000,01", AmountError::TooLarge),
            ("99999999999999999999999", AmountError::TooLarge),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
        assert_eq!(parse(&"9".repeat(100_000)), Err(AmountError::TooLarge));
        assert_eq!(parse_positive("0,00"), Err(AmountError::Zero));
    }
}
