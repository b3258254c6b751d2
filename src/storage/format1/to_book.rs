//! From the blocks of the file to the book.

use std::sync::Arc;

use super::{
    ids::Ids,
    records::{BookText, ClientText, DaysOffText, HouseText, IncomeText, PlanText},
    values::Within,
};
use crate::{
    domain::{
        book::{Book, House},
        client::{Client, GutFeeling, Met, Person},
        cost::Cost,
        free_day::DaysOff,
        id::Id,
        income::Income,
        plan::Plan,
        work_week::WorkWeek,
    },
    storage::{
        format::{RecordKind, Repaired},
        problem::Problem,
        source_line::line_of,
    },
};

/// The book, and which records had to get a new id. `text` is for naming lines.
pub fn book(file: BookText, text: &str) -> Result<(Book, Vec<Repaired>), Problem> {
    let id = file.id.parse().map_err(|_| Problem::BadRecord {
        what: "id: not 16 hexadecimal digits".to_owned(),
        line: line_of(text, &["id".to_owned()]),
    })?;

    let mut cost_ids = Ids::new(text, RecordKind::Cost, &["plan", "costs"]);
    let plan = plan(file.plan, &mut cost_ids, text)?;

    let mut client_ids = Ids::new(text, RecordKind::Client, &["clients"]);
    let mut with_ids = Vec::with_capacity(file.clients.len());
    for (index, record) in file.clients.into_iter().enumerate() {
        with_ids.push((client_ids.claim(index, &record.id, &record.name)?, record));
    }
    let clients = with_ids
        .into_iter()
        .enumerate()
        .map(|(index, (id, record))| Ok((id, client(id, record, index, &client_ids)?)))
        .collect::<Result<_, Problem>>()?;

    let mut income_ids = Ids::new(text, RecordKind::Income, &["incomes"]);
    let incomes = file
        .incomes
        .into_iter()
        .enumerate()
        .map(|(index, record)| {
            let id = income_ids.claim(index, &record.id, &record.label)?;
            Ok((id, income(id, record, index, &client_ids)?))
        })
        .collect::<Result<_, Problem>>()?;

    let repaired = [cost_ids, client_ids, income_ids].into_iter().flat_map(Ids::into_repaired).collect();
    let book = Book { id, house: Arc::new(house(file.house)), plan: Arc::new(plan), clients, incomes };
    Ok((book, repaired))
}

fn house(house: HouseText) -> House {
    let words = house.fit_words;
    House {
        name: house.name,
        language: house.language.into(),
        fit_words: [words.top, words.fine, words.watch, words.let_go, words.new],
        payment_term: house.payment_term_days.small(),
    }
}

fn plan(plan: PlanText, ids: &mut Ids<'_>, text: &str) -> Result<Plan, Problem> {
    let mut costs = Vec::with_capacity(plan.costs.len());
    for (index, cost) in plan.costs.into_iter().enumerate() {
        costs.push(Cost {
            id: ids.claim(index, &cost.id, &cost.label)?,
            label: cost.label,
            amount: cost.amount_cents.cents(),
            every: cost.every.into(),
        });
    }
    let week: Vec<chrono::Weekday> = plan.week.into_iter().map(Into::into).collect();
    Ok(Plan {
        start: plan.start.0,
        living: plan.living_cents.cents(),
        saving: plan.saving_cents.cents(),
        costs,
        reserve: plan.reserve_basis_points.small(),
        week: WorkWeek::of(&week),
        days_off: plan
            .days_off
            .into_iter()
            .enumerate()
            .map(|(index, off)| days_off(off, index, text))
            .collect::<Result<_, Problem>>()?,
        extra_days: plan.extra_days.into_iter().map(|day| day.0).collect(),
        holidays: plan.holidays.into(),
        struck_holidays: plan.struck_holidays.into_iter().map(Into::into).collect(),
        style: plan.style.into(),
        count_by: plan.count_by.into(),
        cap: plan.cap_percent.map(Within::small),
        rounding: plan.rounding_cents.cents(),
    })
}

fn days_off(off: DaysOffText, index: usize, text: &str) -> Result<DaysOff, Problem> {
    let (first, last) = (off.first.0, off.last.0);
    if last < first {
        let path = ["plan", "days_off", &index.to_string(), "last"].map(str::to_owned);
        let what = format!("last: \"{last}\" lies before first: \"{first}\"");
        return Err(Problem::BadRecord { what, line: line_of(text, &path) });
    }
    Ok(DaysOff { first, last, label: off.label })
}

fn client(id: Id, client: ClientText, index: usize, ids: &Ids<'_>) -> Result<Client, Problem> {
    let path = || ["clients", &index.to_string(), "met", "through"].map(str::to_owned);
    let through = client.met.through.map(|said| ids.referred(&said, &path())).transpose()?;
    Ok(Client {
        id,
        name: client.name,
        people: client
            .people
            .into_iter()
            .map(|person| Person { name: person.name, phone: person.phone, email: person.email })
            .collect(),
        address: client.address,
        fit: client.fit.into(),
        gut: client
            .gut
            .and_then(|gut| GutFeeling::ALL.get(usize::from(gut.small().saturating_sub(1))).copied()),
        met: Met { through, words: client.met.words },
        notes: client.notes,
        archived: client.archived,
    })
}

fn income(id: Id, income: IncomeText, index: usize, clients: &Ids<'_>) -> Result<Income, Problem> {
    let path = || ["incomes", &index.to_string(), "client"].map(str::to_owned);
    Ok(Income {
        id,
        client: income.client.map(|said| clients.referred(&said, &path())).transpose()?,
        label: income.label,
        amount: income.amount_cents.cents(),
        earned: income.earned.map(|day| day.0),
        due: income.due.map(|day| day.0),
        paid: income.paid.map(|day| day.0),
    })
}
