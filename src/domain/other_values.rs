//! The values that lost to one made without knowing of them: "Andere versie", until somebody chooses.

use super::{
    book::{Book, House},
    client::Client,
    fields::{
        ClientField, ClientValue, Fields, HouseField, HouseValue, IncomeField, IncomeValue, PlanField,
        PlanValue,
    },
    id::Id,
    income::Income,
    marks::Marks,
    plan::Plan,
};

/// A field of a record in a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// Of the owner's ways.
    House(HouseField),
    /// Of the plan.
    Plan(PlanField),
    /// Of a client.
    Client(Id, ClientField),
    /// Of an income.
    Income(Id, IncomeField),
}

/// The values that wait beside the one a field shows, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherValues {
    /// Of the owner's ways.
    House(Vec<HouseValue>),
    /// Of the plan.
    Plan(Vec<PlanValue>),
    /// Of a client.
    Client(Vec<ClientValue>),
    /// Of an income.
    Income(Vec<IncomeValue>),
}

impl OtherValues {
    /// Those of a field in `book`.
    pub fn of(book: &Book, waiting: Waiting) -> Self {
        let lineage = &book.lineage;
        match waiting {
            Waiting::House(field) => {
                Self::House(others::<House>(Some(&lineage.house), Some(&book.house), field))
            }
            Waiting::Plan(field) => Self::Plan(others::<Plan>(Some(&lineage.plan), Some(&book.plan), field)),
            Waiting::Client(id, field) => Self::Client(others::<Client>(
                lineage.clients.get(id).map(AsRef::as_ref),
                book.clients.get(id).map(AsRef::as_ref),
                field,
            )),
            Waiting::Income(id, field) => Self::Income(others::<Income>(
                lineage.incomes.get(id).map(AsRef::as_ref),
                book.incomes.get(id).map(AsRef::as_ref),
                field,
            )),
        }
    }

    /// What a field of `book` shows, as one value; none of a record that is not there.
    pub fn shown(book: &Book, waiting: Waiting) -> Option<Self> {
        Some(match waiting {
            Waiting::House(field) => Self::House(vec![book.house.value(field)]),
            Waiting::Plan(field) => Self::Plan(vec![book.plan.value(field)]),
            Waiting::Client(id, field) => Self::Client(vec![book.clients.get(id)?.value(field)]),
            Waiting::Income(id, field) => Self::Income(vec![book.incomes.get(id)?.value(field)]),
        })
    }

    /// None of the same kind.
    #[must_use]
    pub const fn none(&self) -> Self {
        match self {
            Self::House(_) => Self::House(Vec::new()),
            Self::Plan(_) => Self::Plan(Vec::new()),
            Self::Client(_) => Self::Client(Vec::new()),
            Self::Income(_) => Self::Income(Vec::new()),
        }
    }

    /// Each of them on its own.
    pub fn each(&self) -> Vec<Self> {
        match self {
            Self::House(values) => values.iter().map(|value| Self::House(vec![value.clone()])).collect(),
            Self::Plan(values) => values.iter().map(|value| Self::Plan(vec![value.clone()])).collect(),
            Self::Client(values) => values.iter().map(|value| Self::Client(vec![value.clone()])).collect(),
            Self::Income(values) => values.iter().map(|value| Self::Income(vec![value.clone()])).collect(),
        }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        match self {
            Self::House(values) => values.len(),
            Self::Plan(values) => values.len(),
            Self::Client(values) => values.len(),
            Self::Income(values) => values.len(),
        }
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Every field of the book beside which another value waits, the clients' in the order of their ids.
pub fn waiting(book: &Book) -> Vec<Waiting> {
    let lineage = &book.lineage;
    let house = fields(&lineage.house, &book.house).map(Waiting::House);
    let plan = fields(&lineage.plan, &book.plan).map(Waiting::Plan);
    let clients =
        lineage.clients.entries().filter_map(|(id, marks)| Some((id, marks, book.clients.get(id)?)));
    let clients = clients
        .flat_map(|(id, marks, client)| fields(marks, client).map(move |field| Waiting::Client(id, field)));
    let incomes =
        lineage.incomes.entries().filter_map(|(id, marks)| Some((id, marks, book.incomes.get(id)?)));
    let incomes = incomes
        .flat_map(|(id, marks, income)| fields(marks, income).map(move |field| Waiting::Income(id, field)));
    house.chain(plan).chain(clients).chain(incomes).collect()
}

fn fields<T: Fields>(marks: &Marks<T>, record: &T) -> impl Iterator<Item = T::Field> + use<T> {
    let fields: Vec<T::Field> = marks
        .contested
        .keys()
        .copied()
        .filter(|field| marks.others(record, *field).next().is_some())
        .collect();
    fields.into_iter()
}

fn others<T: Fields>(marks: Option<&Marks<T>>, record: Option<&T>, field: T::Field) -> Vec<T::Value> {
    match (marks, record) {
        (Some(marks), Some(record)) => marks.others(record, field).cloned().collect(),
        _ => Vec::new(),
    }
}
