//! A field of the book as it is called in a sentence: "het adres van Bistro Loo".

use crate::domain::{
    book::Book,
    fields::{ClientField, HouseField, IncomeField, PlanField},
    money::Cents,
    other_values::Waiting,
};

use super::{amount_words, words::Words};

/// A field of the book, and of whom it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldPlace {
    /// Of the owner's ways.
    House(HouseField),
    /// Of the plan.
    Plan(PlanField),
    /// Of the client with this name.
    Client(ClientField, String),
    /// Of an income.
    Income(IncomeField, IncomeName),
}

/// What an income is called in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomeName {
    amount: Cents,
    /// From whom and what for, when one of them is known.
    about: Option<String>,
}

impl FieldPlace {
    /// The field beside which something waits; none when it is not in the book any more.
    pub fn of(book: &Book, place: Waiting) -> Option<Self> {
        Some(match place {
            Waiting::House(field) => Self::House(field),
            Waiting::Plan(field) => Self::Plan(field),
            Waiting::Client(id, field) => Self::Client(field, book.clients.get(id)?.name.clone()),
            Waiting::Income(id, field) => {
                let income = book.incomes.get(id)?;
                let parts = [book.client_name(income.client).unwrap_or_default(), &income.label];
                let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                let about = (!about.is_empty()).then_some(about);
                Self::Income(field, IncomeName { amount: income.amount, about })
            }
        })
    }

    /// "het adres van Bistro Loo".
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::House(field) => words.say(house_key(*field)),
            Self::Plan(field) => words.say(plan_key(*field)),
            Self::Client(field, name) => words.with(client_key(*field), &[("client", name.into())]),
            Self::Income(field, name) => {
                let amount = amount_words::amount(name.amount, words.language());
                words.with(income_key(*field), &[("income", name.about.as_ref().unwrap_or(&amount).into())])
            }
        }
    }
}

const fn house_key(field: HouseField) -> &'static str {
    match field {
        HouseField::Name => "field-house-name",
        HouseField::Language => "field-house-language",
        HouseField::FitWords => "field-house-fit-words",
        HouseField::PaymentTerm => "field-house-payment-term",
    }
}

const fn plan_key(field: PlanField) -> &'static str {
    match field {
        PlanField::Start => "field-plan-start",
        PlanField::Living => "field-plan-living",
        PlanField::Saving => "field-plan-saving",
        PlanField::Costs => "field-plan-costs",
        PlanField::Reserve => "field-plan-reserve",
        PlanField::Week => "field-plan-week",
        PlanField::DaysOff => "field-plan-days-off",
        PlanField::ExtraDays => "field-plan-extra-days",
        PlanField::Holidays => "field-plan-holidays",
        PlanField::StruckHolidays => "field-plan-struck-holidays",
        PlanField::Style => "field-plan-style",
        PlanField::CountBy => "field-plan-count-by",
        PlanField::Cap => "field-plan-cap",
        PlanField::Rounding => "field-plan-rounding",
    }
}

const fn client_key(field: ClientField) -> &'static str {
    match field {
        ClientField::Name => "field-client-name",
        ClientField::People => "field-client-people",
        ClientField::Address => "field-client-address",
        ClientField::Fit => "field-client-fit",
        ClientField::Gut => "field-client-gut",
        ClientField::Met => "field-client-met",
        ClientField::Notes => "field-client-notes",
        ClientField::Archived => "field-client-archived",
    }
}

const fn income_key(field: IncomeField) -> &'static str {
    match field {
        IncomeField::Client => "field-income-client",
        IncomeField::Label => "field-income-label",
        IncomeField::Amount => "field-income-amount",
        IncomeField::Earned => "field-income-earned",
        IncomeField::Due => "field-income-due",
        IncomeField::Paid => "field-income-paid",
    }
}
