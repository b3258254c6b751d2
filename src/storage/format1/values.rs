//! Single values as they are written, checked as they are read, so that a wrong one is named with its line.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};

use crate::domain::{
    Day,
    book::Language,
    cost::Period,
    fit::Fit,
    holidays::{Holiday, HolidayCalendar},
    id::Id,
    money::Cents,
    plan::{CountBy, FigureStyle},
    stamp::Stamp,
};
use crate::storage::wanted::Wanted;

/// The largest amount in a file: what a person can type, a hundred times.
const LARGEST_CENTS: i64 = 100_000_000_000;

/// An amount of something, in cents.
pub type Earned = Within<1, LARGEST_CENTS>;
/// An amount that may be nothing, in cents.
pub type Amount = Within<0, LARGEST_CENTS>;

/// A whole number from `LOW` to `HIGH`.
#[derive(Clone, Copy)]
pub struct Within<const LOW: i64, const HIGH: i64>(i64);

impl<const LOW: i64, const HIGH: i64> Within<LOW, HIGH> {
    pub fn of(number: impl Into<i64>) -> Self {
        Self(number.into())
    }

    pub fn cents(self) -> Cents {
        Cents::new(self.0)
    }

    pub fn small(self) -> u16 {
        u16::try_from(self.0).unwrap_or(u16::MAX)
    }
}

impl<const LOW: i64, const HIGH: i64> From<Cents> for Within<LOW, HIGH> {
    fn from(cents: Cents) -> Self {
        Self(cents.get())
    }
}

impl<const LOW: i64, const HIGH: i64> Serialize for Within<LOW, HIGH> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de, const LOW: i64, const HIGH: i64> Deserialize<'de> for Within<LOW, HIGH> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        if (LOW..=HIGH).contains(&number) {
            Ok(Self(number))
        } else {
            Err(D::Error::custom(Wanted::Within(LOW, HIGH)))
        }
    }
}

/// A day as `"2026-11-24"`.
#[derive(Clone, Copy)]
pub struct DayText(pub Day);

impl Serialize for DayText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for DayText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| as_written(text).or_else(|| text.parse().ok()).map(Self);
        deserializer.deserialize_str(Words { what: Wanted::Day, read })
    }
}

/// The day that is written as this program writes it; there may be a hundred thousand of them in a book.
fn as_written(text: &str) -> Option<Day> {
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.strip_prefix('-')?.split_once('-')?;
    let digits = |text: &str, length: usize| {
        let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u32>().ok()).flatten()
    };
    Day::from_ymd_opt(digits(year, 4)?.try_into().ok()?, digits(month, 2)?, digits(day, 2)?)
}

/// Reads a value from the words it is written in, wherever they are.
struct Words<T> {
    what: Wanted,
    read: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for Words<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::custom(self.what))
    }
}

/// An id as `"00d0ee7cf6f4386b"`, or whatever stands in its place after an edit by hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdText {
    /// An id.
    Id(Id),
    /// Anything else.
    MadeUp(Box<str>),
}

impl IdText {
    /// The id, when it is one.
    pub const fn id(&self) -> Option<Id> {
        match self {
            Self::Id(id) => Some(*id),
            Self::MadeUp(_) => None,
        }
    }
}

impl Default for IdText {
    fn default() -> Self {
        Self::MadeUp(Box::default())
    }
}

impl fmt::Display for IdText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::MadeUp(said) => said.fmt(f),
        }
    }
}

impl Serialize for IdText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for IdText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = |text: &str| Some(text.parse().map_or_else(|_| Self::MadeUp(text.into()), Self::Id));
        deserializer.deserialize_str(Words { what: Wanted::Id, read })
    }
}

/// A stamp as `"265d3f2a9c01d07e:12"`, or with a device of format 1 as `"3f2a9c01:12"`.
#[derive(Clone, Copy)]
pub struct StampText(pub Stamp);

impl Serialize for StampText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for StampText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Words { what: Wanted::Stamp, read: |text| text.parse().ok().map(Self) })
    }
}

/// The words for the values of a domain enum; a value added there is a compile error here.
macro_rules! words {
    ($words:ident for $domain:ident: $($word:ident),+ $(,)?) => {
        #[derive(Clone, Copy, Serialize, Deserialize)]
        pub enum $words { $($word),+ }

        impl From<$domain> for $words {
            fn from(value: $domain) -> Self {
                match value { $($domain::$word => Self::$word),+ }
            }
        }

        impl From<$words> for $domain {
            fn from(word: $words) -> Self {
                match word { $($words::$word => Self::$word),+ }
            }
        }
    };
}

words!(LanguageWord for Language: Dutch, English);
words!(FitWord for Fit: Top, Fine, Watch, LetGo, New);
words!(PeriodWord for Period: Month, Quarter, Year);
words!(StyleWord for FigureStyle: Adapting, Steady);
words!(CountByWord for CountBy: Earned, Paid);
words!(HolidayWord for Holiday: NewYear, GoodFriday, EasterSunday, EasterMonday, KingsDay, LabourDay, LiberationDay,
    Ascension, WhitSunday, WhitMonday, BelgianNationalDay, Assumption, AllSaints, Armistice, Christmas,
    SecondChristmasDay);

/// Whose holidays are free. `None` is a word of RON itself, so format 1 wrote `r#None`, as nobody would; from format 2 on
/// it is `Nowhere`. Either is read.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub enum CalendarWord {
    None,
    Nowhere,
    Netherlands,
    Belgium,
}

impl CalendarWord {
    /// The word that a format uses.
    #[must_use]
    pub const fn in_format(self, format: u32) -> Self {
        match self {
            Self::None | Self::Nowhere => {
                if format == 1 {
                    Self::None
                } else {
                    Self::Nowhere
                }
            }
            country => country,
        }
    }
}

impl From<HolidayCalendar> for CalendarWord {
    fn from(calendar: HolidayCalendar) -> Self {
        match calendar {
            HolidayCalendar::None => Self::None,
            HolidayCalendar::Netherlands => Self::Netherlands,
            HolidayCalendar::Belgium => Self::Belgium,
        }
    }
}

impl From<CalendarWord> for HolidayCalendar {
    fn from(word: CalendarWord) -> Self {
        match word {
            CalendarWord::None | CalendarWord::Nowhere => Self::None,
            CalendarWord::Netherlands => Self::Netherlands,
            CalendarWord::Belgium => Self::Belgium,
        }
    }
}

/// A day of the week.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub enum WeekdayWord {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<chrono::Weekday> for WeekdayWord {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

impl From<WeekdayWord> for chrono::Weekday {
    fn from(word: WeekdayWord) -> Self {
        match word {
            WeekdayWord::Monday => Self::Mon,
            WeekdayWord::Tuesday => Self::Tue,
            WeekdayWord::Wednesday => Self::Wed,
            WeekdayWord::Thursday => Self::Thu,
            WeekdayWord::Friday => Self::Fri,
            WeekdayWord::Saturday => Self::Sat,
            WeekdayWord::Sunday => Self::Sun,
        }
    }
}
