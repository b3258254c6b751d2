//! Amounts as they are written.

use std::fmt::Write as _;

use crate::domain::{book::Language, money::Cents};

/// Between the sign and the digits, so that a line never breaks there.
const NO_BREAK_SPACE: char = '\u{a0}';

/// An amount in words of the language: `€ 1.250` or `€1,250`; cents only where there are cents.
pub fn amount(cents: Cents, language: Language) -> String {
    let mut text = String::new();
    if cents < Cents::ZERO {
        text.push('\u{2212}');
        if language == Language::Dutch {
            text.push(NO_BREAK_SPACE);
        }
    }
    text.push('€');
    if language == Language::Dutch {
        text.push(NO_BREAK_SPACE);
    }
    text.push_str(&digits(cents, language));
    text
}

/// An amount without its sign, as it stands in a field: `1.250` or `1,250.50`.
pub fn digits(cents: Cents, language: Language) -> String {
    let (thousands, decimal) = match language {
        Language::Dutch => ('.', ','),
        Language::English => (',', '.'),
    };
    let absolute = cents.get().unsigned_abs();
    let euros = (absolute / 100).to_string();
    let mut text = String::with_capacity(euros.len() + euros.len() / 3 + 3);
    for (place, digit) in euros.chars().enumerate() {
        if place > 0 && (euros.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    let rest = absolute % 100;
    if rest > 0 {
        text.push(decimal);
        // Writing to a String never fails.
        let _ = write!(text, "{rest:02}");
    }
    text
}

/// "1½", from hundredths.
pub fn times(hundredths: u16, language: Language) -> String {
    let whole = hundredths / 100;
    match hundredths % 100 {
        0 => whole.to_string(),
        25 => format!("{whole}¼"),
        50 => format!("{whole}½"),
        75 => format!("{whole}¾"),
        _ => digits(Cents::new(i64::from(hundredths)), language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_each_language_writes_them() {
        let cases = [
            (0, "€\u{a0}0", "€0"),
            (12_000, "€\u{a0}120", "€120"),
            (18_495, "€\u{a0}184,95", "€184.95"),
            (125_000, "€\u{a0}1.250", "€1,250"),
            (999_999_900, "€\u{a0}9.999.999", "€9,999,999"),
            (-5, "\u{2212}\u{a0}€\u{a0}0,05", "\u{2212}€0.05"),
        ];
        for (cents, dutch, english) in cases {
            assert_eq!(amount(Cents::new(cents), Language::Dutch), dutch);
            assert_eq!(amount(Cents::new(cents), Language::English), english);
        }
    }
}
