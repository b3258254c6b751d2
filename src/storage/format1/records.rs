//! The blocks of the file. Whatever is not required has the value a new book would have.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::values::{
    Amount, CalendarWord, CountByWord, DayText, Earned, FitWord, HolidayWord, IdText, LanguageWord,
    PeriodWord, StampText, StyleWord, WeekdayWord, Within,
};
use crate::domain::{
    Day,
    book::{House, Language},
    plan::Plan,
};

/// The whole file.
#[derive(Serialize, Deserialize)]
pub struct BookText {
    pub format: u32,
    #[serde(default)]
    pub reads_from: Option<u32>,
    #[serde(default)]
    pub writes_from: Option<u32>,
    pub id: IdText,
    #[serde(default)]
    pub generation: u64,
    /// Whether the person asked for this copy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub copy: bool,
    #[serde(default)]
    pub house: HouseText,
    #[serde(default)]
    pub plan: PlanText,
    /// What this version has seen of the changes by each actor. What its stamps show as well may be left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<StampText>,
    pub clients: Vec<ClientText>,
    pub incomes: Vec<IncomeText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed_clients: Vec<ClientText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed_incomes: Vec<IncomeText>,
    /// Clients that were erased, by their old id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<IdText>,
}

/// The stamps of a record. Left out where it is as old as the book, as most are.
pub type MarksText<R> = Option<Box<StampsText<R>>>;

/// The stamps of a record that is not as old as the book.
#[derive(Serialize, Deserialize)]
#[serde(bound = "R: Serialize + serde::de::DeserializeOwned")]
pub struct StampsText<R> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<StampText>,
    /// The fields that were changed later.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own: BTreeMap<String, StampText>,
    /// Values that were made without knowing of each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contested: Vec<ContestedText<R>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presence: Vec<(StampText, bool)>,
}

/// One value of a field: a record of which only that field counts.
#[derive(Serialize, Deserialize)]
pub struct ContestedText<R> {
    pub field: String,
    pub stamp: StampText,
    pub value: R,
}

/// The owner's ways.
#[derive(Serialize, Deserialize)]
#[serde(default)]
pub struct HouseText {
    pub name: String,
    pub language: LanguageWord,
    pub fit_words: FitWordsText,
    pub payment_term_days: Within<0, 3650>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: MarksText<Box<HouseText>>,
}

impl Default for HouseText {
    fn default() -> Self {
        super::to_text::house(&House::new(Language::default()))
    }
}

/// The person's own words for the five colours.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FitWordsText {
    pub top: String,
    pub fine: String,
    pub watch: String,
    pub let_go: String,
    pub new: String,
}

/// The plan.
#[derive(Serialize, Deserialize)]
#[serde(default)]
pub struct PlanText {
    pub start: DayText,
    pub living_cents: Amount,
    pub saving_cents: Amount,
    pub costs: Vec<CostText>,
    pub reserve_basis_points: Within<0, 7500>,
    pub week: Vec<WeekdayWord>,
    pub days_off: Vec<DaysOffText>,
    pub extra_days: Vec<DayText>,
    pub holidays: CalendarWord,
    pub struck_holidays: Vec<HolidayWord>,
    pub style: StyleWord,
    pub count_by: CountByWord,
    pub cap_percent: Option<Within<100, 300>>,
    pub rounding_cents: Within<1, 100_000>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: MarksText<Box<PlanText>>,
}

impl Default for PlanText {
    fn default() -> Self {
        // There is no clock here: a start long ago means that no month is a first, shortened one.
        super::to_text::plan(&Plan::new(Day::default()))
    }
}

/// One cost of the work.
#[derive(Serialize, Deserialize)]
pub struct CostText {
    #[serde(default)]
    pub id: IdText,
    #[serde(default)]
    pub label: String,
    #[serde(default = "nothing")]
    pub amount_cents: Amount,
    #[serde(default = "every_month")]
    pub every: PeriodWord,
}

/// A run of days off.
#[derive(Serialize, Deserialize)]
pub struct DaysOffText {
    pub first: DayText,
    pub last: DayText,
    #[serde(default)]
    pub label: String,
}

/// A client.
#[derive(Serialize, Deserialize)]
pub struct ClientText {
    #[serde(default)]
    pub id: IdText,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub people: Vec<PersonText>,
    #[serde(default)]
    pub address: String,
    #[serde(default = "not_known_yet")]
    pub fit: FitWord,
    /// From 1, heavy, to 5, delightful.
    #[serde(default)]
    pub gut: Option<Within<1, 5>>,
    #[serde(default)]
    pub met: MetText,
    #[serde(default)]
    pub notes: String,
    #[serde(default)]
    pub archived: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: MarksText<Box<ClientText>>,
}

/// Somebody to reach at a client.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonText {
    pub name: String,
    pub phone: String,
    pub email: String,
}

/// How somebody became a client.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MetText {
    pub through: Option<IdText>,
    pub words: String,
}

/// An income.
#[derive(Serialize, Deserialize)]
pub struct IncomeText {
    #[serde(default)]
    pub id: IdText,
    #[serde(default)]
    pub client: Option<IdText>,
    #[serde(default)]
    pub label: String,
    /// Required: an income of nothing is none.
    pub amount_cents: Earned,
    #[serde(default)]
    pub earned: Option<DayText>,
    #[serde(default)]
    pub due: Option<DayText>,
    #[serde(default)]
    pub paid: Option<DayText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: MarksText<Box<IncomeText>>,
}

fn nothing() -> Amount {
    Amount::of(0)
}

fn every_month() -> PeriodWord {
    PeriodWord::Month
}

fn not_known_yet() -> FitWord {
    FitWord::New
}
