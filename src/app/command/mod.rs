//! Everything a person can do to the book, each one named change.

mod client;
mod income;
mod others;
mod plan;
mod tidy;

use crate::domain::{
    Day,
    book::{Book, Language},
    change::Change,
    client::{Client, GutFeeling, Met, Person},
    cost::Cost,
    fit::{Fit, FitWords},
    free_day::DaysOff,
    holidays::{Holiday, HolidayCalendar},
    id::Id,
    income::Income,
    money::Cents,
    other_values::{OtherValues, Waiting},
    plan::{BasisPoints, CountBy, FigureStyle},
    work_week::WorkWeek,
};

use super::{
    deed::Deed,
    ids::{Ids, NoRandomness},
};
use tidy::{name_of, tidy_name};

/// Something to do to the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Adds income, or notes that something still to get came in.
    Earn(NewIncome),
    /// Corrects an income.
    CorrectIncome(Income),
    /// Takes an income out of the book.
    RemoveIncome(Id),
    /// Something still to get came in today, all of it.
    IsPaid(Id),
    /// Adds a client by name. The id is chosen by the caller, so that the card can be opened.
    AddClient(Id, String),
    /// Changes one thing about a client.
    EditClient(Id, ClientEdit),
    /// Takes a client out of the book; their income stays, without a name.
    RemoveClient(Id),
    /// Puts a client who was taken out in the book again, with their income.
    BringBack(Id),
    /// Changes one thing about the plan.
    EditPlan(PlanEdit),
    /// Changes one of the owner's ways.
    EditHouse(HouseEdit),
    /// Makes the book say again what it said in an earlier version, of this day.
    TakeBack(Box<Book>, Day),
    /// Shows a value that waits beside a field, instead of the one that is there.
    TakeOther(Waiting, OtherValues),
    /// Leaves a field as it is: nothing waits beside it any more.
    SettleOthers(Waiting),
}

/// Money that came, or that should come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIncome {
    /// How much.
    pub amount: Cents,
    /// From whom.
    pub from: Payer,
    /// What for; may be empty.
    pub label: String,
    /// The day it was earned (and, when received, paid). Not after today.
    pub day: Day,
    /// What is known of the payment.
    pub payment: Payment,
}

/// From whom money comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payer {
    /// Nobody in particular.
    Nobody,
    /// A client in the book.
    Client(Id),
    /// Somebody who becomes a client by it.
    New(String),
}

/// What is known of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payment {
    /// It was received.
    Received,
    /// It was received and belongs to this income, which was still to get.
    For(Id),
    /// It is still to get, by this day.
    StillToGet(Option<Day>),
}

/// One thing about a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientEdit {
    /// What they are called.
    Name(String),
    /// Who to reach.
    People(Vec<Person>),
    /// Where they are.
    Address(String),
    /// Anything else.
    Notes(String),
    /// Their colour.
    Fit(Fit),
    /// How it feels; none takes it away.
    Gut(Option<GutFeeling>),
    /// How we met.
    Met(Met),
    /// Put away or taken back.
    Archived(bool),
}

/// One thing about the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEdit {
    /// To live from, a month.
    Living(Cents),
    /// To put aside, a month.
    Saving(Cents),
    /// What the work costs.
    Costs(Vec<Cost>),
    /// The share for tax.
    Reserve(BasisPoints),
    /// All that makes up what a month asks.
    Needs {
        /// To live from, a month.
        living: Cents,
        /// To put aside, a month.
        saving: Cents,
        /// The share for tax.
        reserve: BasisPoints,
        /// What the work costs.
        costs: Vec<Cost>,
    },
    /// The weekdays worked.
    Week(WorkWeek),
    /// Days off.
    DaysOff(Vec<DaysOff>),
    /// One day worked or free.
    Day(Day, bool),
    /// Whose holidays are free.
    Holidays(HolidayCalendar),
    /// One holiday worked all the same, or free.
    Holiday(Holiday, bool),
    /// How the figure follows the month.
    Style(FigureStyle),
    /// Which day counts.
    CountBy(CountBy),
    /// The most a day may ask.
    Cap(Option<u16>),
    /// Rounded up to.
    Rounding(Cents),
}

/// One of the owner's ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseEdit {
    /// The language on screen.
    Language(Language),
    /// The person's own words for the five colours.
    FitWords(FitWords),
    /// Days to pay.
    PaymentTerm(u16),
}

/// Why something was not done. The book is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An income is more than nothing.
    AmountNotPositive,
    /// Above what a book holds.
    AmountTooLarge,
    /// What was earned or paid lies today or before.
    DayAfterToday,
    /// A client has a name.
    NameEmpty,
    /// It is not in the book any more.
    Gone,
    /// The last day off lies before the first.
    DaysOffBackwards,
    /// The book can only be looked at.
    ReadOnly,
    /// It is asked first what to do with an older file.
    AnswerFirst,
    /// The machine has no randomness for a new id.
    NoRandomness,
}

impl From<NoRandomness> for Refusal {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

impl Command {
    /// What this does to `book`, and what it is called.
    ///
    /// # Errors
    /// [`Refusal`] when it cannot be done.
    pub fn change(&self, book: &Book, today: Day, ids: Ids) -> Result<(Change, Deed), Refusal> {
        match self {
            Self::Earn(new) => income::earn(book, new, today, ids),
            Self::CorrectIncome(income) => income::correct(book, income, today),
            Self::RemoveIncome(id) => {
                let income = book.incomes.get(*id).ok_or(Refusal::Gone)?;
                let deed =
                    Deed::IncomeRemoved { amount: income.amount, client: name_of(book, income.client) };
                Ok((Change::default().income(book, *id, None), deed))
            }
            Self::IsPaid(id) => {
                let income = book.incomes.get(*id).ok_or(Refusal::Gone)?;
                let deed = Deed::IncomePaid { amount: income.amount, client: name_of(book, income.client) };
                let paid = Income { paid: Some(today), ..Income::clone(income) };
                Ok((Change::default().income(book, *id, Some(paid)), deed))
            }
            Self::AddClient(id, name) => {
                let client = Client::named(*id, tidy_name(name)?);
                let deed = Deed::ClientAdded(client.name.clone());
                Ok((Change::default().client(book, *id, Some(client)), deed))
            }
            Self::EditClient(id, edit) => client::edit_client(book, *id, edit),
            Self::RemoveClient(id) => client::remove_client(book, *id),
            Self::BringBack(id) => client::bring_back(book, *id),
            Self::EditPlan(edit) => plan::edit_plan(book, edit),
            Self::EditHouse(edit) => Ok(plan::edit_house(book, edit)),
            Self::TakeBack(then, day) => Ok((Change::back_to(book, then), Deed::VersionTakenBack(*day))),
            Self::TakeOther(place, value) => others::take(book, *place, value),
            Self::SettleOthers(place) => others::settle(book, *place),
        }
    }
}
