//! The fields of a record, one by one: undo sets back single fields, and merging joins them.

use std::{collections::BTreeSet, fmt::Debug};

use super::{
    Day,
    book::{House, Language},
    both_texts::both_texts,
    client::{Client, GutFeeling, Met, Person},
    cost::Cost,
    fit::{Fit, FitWords},
    free_day::DaysOff,
    holidays::{Holiday, HolidayCalendar},
    id::Id,
    income::Income,
    money::Cents,
    plan::{BasisPoints, CountBy, FigureStyle, Plan},
    work_week::WorkWeek,
};

/// A record whose fields can be taken one by one.
pub trait Fields: Clone + Debug + Eq + 'static {
    /// Which field.
    type Field: Copy + Debug + Ord + 'static;
    /// What stands in a field; it knows in which. Its order only settles which of two comes first, always alike.
    type Value: Clone + Debug + Ord;

    /// Every field that can change.
    const FIELDS: &'static [Self::Field];

    /// What a field is called in the file.
    fn name(field: Self::Field) -> &'static str;

    /// What stands in a field.
    fn value(&self, field: Self::Field) -> Self::Value;

    /// Puts a value in its field.
    fn put(&mut self, value: Self::Value);

    /// Which field a value belongs to.
    fn field_of(value: &Self::Value) -> Self::Field;

    /// Whether a field says the same in both.
    fn is_same(&self, other: &Self, field: Self::Field) -> bool;

    /// What a field shows when several values were made without knowing of each other, the newest first; none where the
    /// newest is shown and the others wait beside it.
    fn combined(values: &[&Self::Value]) -> Option<Self::Value> {
        let _ = values;
        None
    }

    /// The field that is called so in the file.
    fn named(name: &str) -> Option<Self::Field> {
        Self::FIELDS.iter().copied().find(|field| Self::name(*field) == name)
    }

    /// Where a field differs between `before` and `after`, and is still as it was after: as it was before again.
    #[must_use]
    fn set_back(&self, before: &Self, after: &Self) -> Self {
        let mut record = self.clone();
        for field in Self::FIELDS.iter().copied() {
            if !before.is_same(after, field) && self.is_same(after, field) {
                record.put(before.value(field));
            }
        }
        record
    }
}

macro_rules! fields {
    (
        $record:ident, $field:ident, $value:ident, fixed [$($fixed:ident),*]
        $($name:ident: $variant:ident($type:ty)),+ $(,)?
        $(; $extra:item)?
    ) => {
        /// A field of the record.
        #[expect(missing_docs, reason = "they are the record's own")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $field { $($variant),+ }

        /// A value of one field of the record.
        #[expect(missing_docs, reason = "they are the record's own")]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $value { $($variant($type)),+ }

        impl Fields for $record {
            type Field = $field;
            type Value = $value;

            const FIELDS: &'static [$field] = &[$($field::$variant),+];

            fn name(field: $field) -> &'static str {
                match field { $($field::$variant => stringify!($name)),+ }
            }

            fn value(&self, field: $field) -> $value {
                match field { $($field::$variant => $value::$variant(self.$name.clone())),+ }
            }

            fn put(&mut self, value: $value) {
                // Naming every field makes a forgotten one a compile error.
                let Self { $($fixed: _,)* $($name),+ } = self;
                match value { $($value::$variant(value) => *$name = value),+ }
            }

            fn field_of(value: &$value) -> $field {
                match value { $($value::$variant(_) => $field::$variant),+ }
            }

            fn is_same(&self, other: &Self, field: $field) -> bool {
                match field { $($field::$variant => self.$name == other.$name),+ }
            }

            $($extra)?
        }
    };
}

fields!(House, HouseField, HouseValue, fixed []
    name: Name(String),
    language: Language(Language),
    fit_words: FitWords(FitWords),
    payment_term: PaymentTerm(u16),
);
fields!(Plan, PlanField, PlanValue, fixed []
    start: Start(Day),
    living: Living(Cents),
    saving: Saving(Cents),
    costs: Costs(Vec<Cost>),
    reserve: Reserve(BasisPoints),
    week: Week(WorkWeek),
    days_off: DaysOff(Vec<DaysOff>),
    extra_days: ExtraDays(BTreeSet<Day>),
    holidays: Holidays(HolidayCalendar),
    struck_holidays: StruckHolidays(BTreeSet<Holiday>),
    style: Style(FigureStyle),
    count_by: CountBy(CountBy),
    cap: Cap(Option<u16>),
    rounding: Rounding(Cents),
);
fields!(Client, ClientField, ClientValue, fixed [id]
    name: Name(String),
    people: People(Vec<Person>),
    address: Address(String),
    fit: Fit(Fit),
    gut: Gut(Option<GutFeeling>),
    met: Met(Met),
    notes: Notes(String),
    archived: Archived(bool);
    fn combined(values: &[&ClientValue]) -> Option<ClientValue> {
        let texts: Option<Vec<&str>> = values
            .iter()
            .map(|value| match value {
                ClientValue::Notes(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        texts.map(|texts| ClientValue::Notes(both_texts(&texts)))
    }
);
fields!(Income, IncomeField, IncomeValue, fixed [id]
    client: Client(Option<Id>),
    label: Label(String),
    amount: Amount(Cents),
    earned: Earned(Option<Day>),
    due: Due(Option<Day>),
    paid: Paid(Option<Day>),
);
