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

/// How long ago a day was, in the largest unit that still says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ago {
    /// Up to two months.
    Days(u32),
    /// Up to two years.
    Months(u32),
    /// Longer.
    Years(u32),
}

impl Ago {
    /// From `day`, which is not after it, to `today`.
    pub fn between(day: Day, today: Day) -> Self {
        let months = (today.year() - day.year()) * 12 + today.month().cast_signed()
            - day.month().cast_signed()
            - i32::from(today.day() < day.day());
        match u32::try_from(months).unwrap_or_default() {
            ..2 => Self::Days(u32::try_from((today - day).num_days()).unwrap_or_default()),
            months @ 2..24 => Self::Months(months),
            months => Self::Years(months / 12),
        }
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
    fn long_ago_is_said_in_months_and_years() {
        let ago = |year, month, day| {
            let today = Day::from_ymd_opt(2026, 11, 21).unwrap();
            Ago::between(Day::from_ymd_opt(year, month, day).unwrap(), today)
        };
        assert_eq!(ago(2026, 11, 9), Ago::Days(12));
        assert_eq!(ago(2026, 9, 22), Ago::Days(60));
        assert_eq!(ago(2026, 9, 21), Ago::Months(2));
        assert_eq!(ago(2024, 11, 22), Ago::Months(23));
        assert_eq!(ago(2024, 11, 21), Ago::Years(2));
        assert_eq!(ago(2017, 8, 31), Ago::Years(9));
    }

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
