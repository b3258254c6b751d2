//! Public holidays of the Netherlands and Belgium.

use chrono::{Datelike, Days, Weekday};

use super::Day;

/// Whose public holidays count as free days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum HolidayCalendar {
    /// None count.
    #[default]
    None,
    /// The Netherlands.
    Netherlands,
    /// Belgium.
    Belgium,
}

/// One public holiday, whatever the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter.
    GoodFriday,
    /// Easter Sunday.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 27 April, the 26th when that is a Sunday.
    KingsDay,
    /// 1 May.
    LabourDay,
    /// 5 May.
    LiberationDay,
    /// 39 days after Easter.
    Ascension,
    /// 49 days after Easter.
    WhitSunday,
    /// 50 days after Easter.
    WhitMonday,
    /// 21 July.
    BelgianNationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 26 December.
    SecondChristmasDay,
}

impl Holiday {
    /// Every holiday, in the order of the year.
    pub const ALL: [Self; 16] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::LabourDay,
        Self::LiberationDay,
        Self::Ascension,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::BelgianNationalDay,
        Self::Assumption,
        Self::AllSaints,
        Self::Armistice,
        Self::Christmas,
        Self::SecondChristmasDay,
    ];

    /// The day it falls on in `year`; none for a year the calendar does not reach.
    pub fn day_in(self, year: i32) -> Option<Day> {
        let fixed = |month, day| Day::from_ymd_opt(year, month, day);
        let after_easter = |days: u64| easter(year)?.checked_add_days(Days::new(days));
        match self {
            Self::NewYear => fixed(1, 1),
            Self::GoodFriday => easter(year)?.checked_sub_days(Days::new(2)),
            Self::EasterSunday => easter(year),
            Self::EasterMonday => after_easter(1),
            Self::KingsDay => match fixed(4, 27)? {
                day if day.weekday() == Weekday::Sun => fixed(4, 26),
                day => Some(day),
            },
            Self::LabourDay => fixed(5, 1),
            Self::LiberationDay => fixed(5, 5),
            Self::Ascension => after_easter(39),
            Self::WhitSunday => after_easter(49),
            Self::WhitMonday => after_easter(50),
            Self::BelgianNationalDay => fixed(7, 21),
            Self::Assumption => fixed(8, 15),
            Self::AllSaints => fixed(11, 1),
            Self::Armistice => fixed(11, 11),
            Self::Christmas => fixed(12, 25),
            Self::SecondChristmasDay => fixed(12, 26),
        }
    }
}

impl HolidayCalendar {
    /// The holidays of this calendar, in the order of the year.
    pub fn holidays(self) -> &'static [Holiday] {
        use Holiday as H;
        match self {
            Self::None => &[],
            Self::Netherlands => &[
                H::NewYear,
                H::GoodFriday,
                H::EasterSunday,
                H::EasterMonday,
                H::KingsDay,
                H::LiberationDay,
                H::Ascension,
                H::WhitSunday,
                H::WhitMonday,
                H::Christmas,
                H::SecondChristmasDay,
            ],
            Self::Belgium => &[
                H::NewYear,
                H::EasterMonday,
                H::LabourDay,
                H::Ascension,
                H::WhitMonday,
                H::BelgianNationalDay,
                H::Assumption,
                H::AllSaints,
                H::Armistice,
                H::Christmas,
            ],
        }
    }

    /// Those of them that are struck until the person says otherwise: not everyone has them off.
    pub fn struck_at_first(self) -> &'static [Holiday] {
        match self {
            Self::Netherlands => &[Holiday::GoodFriday, Holiday::LiberationDay],
            Self::None | Self::Belgium => &[],
        }
    }

    /// The holiday of this calendar that falls on `day`.
    pub fn on(self, day: Day) -> Option<Holiday> {
        self.holidays().iter().copied().find(|holiday| holiday.day_in(day.year()) == Some(day))
    }
}

/// Easter Sunday of a Gregorian year.
///
/// Source: the anonymous Gregorian computus ("Meeus/Jones/Butcher").
#[expect(clippy::many_single_char_names, reason = "the letters of the published rule")]
pub fn easter(year: i32) -> Option<Day> {
    let a = year.rem_euclid(19);
    let b = year.div_euclid(100);
    let c = year.rem_euclid(100);
    let d = b / 4;
    let e = b % 4;
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let i = c / 4;
    let k = c % 4;
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    Day::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in [(2000, 4, 23), (2024, 3, 31), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter(year), Day::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn kings_day_is_a_day_early_when_it_would_be_a_sunday() {
        assert_eq!(Holiday::KingsDay.day_in(2025), Day::from_ymd_opt(2025, 4, 26));
        assert_eq!(Holiday::KingsDay.day_in(2026), Day::from_ymd_opt(2026, 4, 27));
    }

    #[test]
    fn ascension_and_whit_monday_follow_easter() {
        assert_eq!(Holiday::Ascension.day_in(2026), Day::from_ymd_opt(2026, 5, 14));
        assert_eq!(Holiday::WhitMonday.day_in(2026), Day::from_ymd_opt(2026, 5, 25));
    }
}
