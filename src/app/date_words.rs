//! Days and months as they are said.

use chrono::{Datelike, Locale, Weekday};

use crate::domain::{Day, book::Language, month::Month};

const fn locale(language: Language) -> Locale {
    match language {
        Language::Dutch => Locale::nl_BE,
        Language::English => Locale::en_GB,
    }
}

/// "zaterdag 21 november", with the year when it is not that of `today`.
pub fn long(day: Day, today: Day, language: Language) -> String {
    let pattern = if day.year() == today.year() { "%A %-d %B" } else { "%A %-d %B %Y" };
    day.format_localized(pattern, locale(language)).to_string()
}

/// "zaterdag 21 november 2026".
pub fn full(day: Day, language: Language) -> String {
    day.format_localized("%A %-d %B %Y", locale(language)).to_string()
}

/// "di 24 nov", with the year when it is not that of `today`.
pub fn short(day: Day, today: Day, language: Language) -> String {
    format!("{} {}", weekday_short(day.weekday(), language), short_without_weekday(day, today, language))
}

/// "24 nov", with the year when it is not that of `today`.
pub fn short_without_weekday(day: Day, today: Day, language: Language) -> String {
    let month = month_short(day, language);
    if day.year() == today.year() {
        format!("{} {month}", day.day())
    } else {
        format!("{} {month} {}", day.day(), day.year())
    }
}

/// "november", with the year when it is not that of `today`.
pub fn month(month: Month, today: Day, language: Language) -> String {
    let pattern = if month.first().year() == today.year() { "%B" } else { "%B %Y" };
    month.first().format_localized(pattern, locale(language)).to_string()
}

/// "zaterdag".
pub fn weekday(weekday: Weekday, language: Language) -> String {
    some_day_on(weekday).format_localized("%A", locale(language)).to_string()
}

/// "za".
pub fn weekday_short(weekday: Weekday, language: Language) -> String {
    some_day_on(weekday).format_localized("%a", locale(language)).to_string()
}

/// The day as typed and read back: "24-11-2026" or "24/11/2026".
pub fn typed(day: Day, language: Language) -> String {
    let pattern = match language {
        Language::Dutch => "%-d-%-m-%Y",
        Language::English => "%-d/%-m/%Y",
    };
    day.format(pattern).to_string()
}

fn month_short(day: Day, language: Language) -> String {
    // Glibc's Dutch abbreviation of March is "mrt"; a trailing full stop of other locales is not wanted.
    day.format_localized("%b", locale(language)).to_string().trim_end_matches('.').to_owned()
}

fn some_day_on(weekday: Weekday) -> Day {
    // 1 January 2024 was a Monday.
    Day::from_ymd_opt(2024, 1, 1)
        .and_then(|monday| {
            monday.checked_add_days(chrono::Days::new(u64::from(weekday.num_days_from_monday())))
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_in_the_pictures() {
        let today = Day::from_ymd_opt(2026, 11, 21).unwrap();
        let tuesday = Day::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(long(today, today, Language::Dutch), "zaterdag 21 november");
        assert_eq!(long(today, today, Language::English), "Saturday 21 November");
        assert_eq!(short(tuesday, today, Language::Dutch), "di 24 nov");
        assert_eq!(short(tuesday, today, Language::English), "Tue 24 Nov");
        let other_year = Day::from_ymd_opt(2027, 3, 1).unwrap();
        assert_eq!(short(other_year, today, Language::Dutch), "ma 1 mrt 2027");
        assert_eq!(month(Month::of(today), today, Language::Dutch), "november");
    }
}
