//! The book: one person's practice.

use std::sync::Arc;

use super::{
    Day, client::Client, fit::FitWords, id::Id, income::Income, money::Cents, plan::Plan, table::Table,
};

/// The language a book speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Dutch, for Flemish and Dutch readers alike.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Every language, the first reader's first.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The two letters of ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language of a locale such as "nl-BE"; English for any other than Dutch.
    pub fn of_locale(locale: &str) -> Self {
        if locale.get(..2).is_some_and(|code| code.eq_ignore_ascii_case("nl")) {
            Self::Dutch
        } else {
            Self::English
        }
    }
}

/// What a book says of itself and its owner's ways, apart from plan, clients and income.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// What the book is called in the example's bar; the owner's studio. May be empty.
    pub name: String,
    /// The language on screen.
    pub language: Language,
    /// The person's own words for the five colours.
    pub fit_words: FitWords,
    /// Days between earning and when it should be paid.
    pub payment_term: u16,
}

impl House {
    /// The usual ways in `language`: thirty days to pay.
    pub fn new(language: Language) -> Self {
        Self { name: String::new(), language, fit_words: FitWords::default(), payment_term: 30 }
    }
}

/// One person's practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Stable, the same in every copy of this book.
    pub id: Id,
    /// The owner's ways.
    pub house: Arc<House>,
    /// What is needed a month and when is worked.
    pub plan: Arc<Plan>,
    /// Clients.
    pub clients: Table<Client>,
    /// Income.
    pub incomes: Table<Income>,
}

impl Book {
    /// An empty book that starts on `start`.
    pub fn new(id: Id, language: Language, start: Day) -> Self {
        Self {
            id,
            house: Arc::new(House::new(language)),
            plan: Arc::new(Plan::new(start)),
            clients: Table::default(),
            incomes: Table::default(),
        }
    }

    /// Every income that counts on some day, with that day.
    pub fn counted_incomes(&self) -> impl Iterator<Item = (Day, Cents)> {
        self.incomes
            .iter()
            .filter_map(|income| Some((income.counting_day(self.plan.count_by)?, income.amount)))
    }

    /// The incomes of a client, in the order of their ids.
    pub fn incomes_of(&self, client: Id) -> impl Iterator<Item = &Arc<Income>> {
        self.incomes.iter().filter(move |income| income.client == Some(client))
    }

    /// The clients and incomes of an earlier version that are not in this one.
    pub fn missing_from<'a>(&'a self, earlier: &'a Self) -> impl Iterator<Item = Id> + 'a {
        let clients = earlier.clients.iter().map(|client| client.id);
        let incomes = earlier.incomes.iter().map(|income| income.id);
        clients
            .filter(|id| self.clients.get(*id).is_none())
            .chain(incomes.filter(|id| self.incomes.get(*id).is_none()))
    }

    /// The name of a client; none when they are not in the book.
    pub fn client_name(&self, client: Option<Id>) -> Option<&str> {
        client.and_then(|id| self.clients.get(id)).map(|client| client.name.as_str())
    }
}
