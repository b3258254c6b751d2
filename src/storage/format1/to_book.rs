//! From the blocks of the file to the book.

use std::sync::Arc;

use serde::Serialize;

use super::{
    ids::Ids,
    marks,
    records::{BookText, ClientText, DaysOffText, HouseText, IncomeText, MarksText, PlanText},
    values::{IdText, Within},
    wrong,
};
use crate::{
    domain::{
        book::{Book, House},
        client::{Client, GutFeeling, Met, Person},
        cost::Cost,
        fields::Fields,
        free_day::DaysOff,
        id::Id,
        income::Income,
        lineage::Lineage,
        marks::Marks,
        plan::Plan,
        table::Table,
        work_week::WorkWeek,
    },
    storage::{
        format::{RecordKind, Repaired},
        problem::Problem,
        source_line::line_of,
        wanted::Wanted,
    },
};

/// The book, and which records had to get a new id. `text` is for naming lines.
pub fn book(mut file: BookText, text: &str) -> Result<(Book, Vec<Repaired>), Problem> {
    let id =
        file.id.id().ok_or_else(|| wrong::at_line(text, line_of(text, &["id".to_owned()]), Wanted::Id))?;

    let mut cost_ids = Ids::new(text, RecordKind::Cost, &["plan", "costs"]);
    let (plan, plan_marks) = plan_with_marks(file.plan, &mut cost_ids, text)?;

    let mut client_ids = Ids::new(text, RecordKind::Client, &["clients"]);
    let there = List::claim(file.clients, "clients", &mut client_ids)?;
    client_ids.now_in(&["removed_clients"]);
    let removed = List::claim_removed(file.removed_clients, "removed_clients", &mut client_ids)?;
    let mut client_marks = Vec::new();
    let clients = there.read(&client_ids, client, &mut client_marks)?;
    let removed_clients = removed.read(&client_ids, client, &mut client_marks)?;

    let mut income_ids = Ids::new(text, RecordKind::Income, &["incomes"]);
    let there = List::claim(file.incomes, "incomes", &mut income_ids)?;
    income_ids.now_in(&["removed_incomes"]);
    let removed = List::claim_removed(file.removed_incomes, "removed_incomes", &mut income_ids)?;
    let mut income_marks = Vec::new();
    let incomes = there.read(&client_ids, income, &mut income_marks)?;
    let removed_incomes = removed.read(&client_ids, income, &mut income_marks)?;

    let erased = file
        .erased
        .iter()
        .enumerate()
        .map(|(index, said)| client_ids.referred(said, || vec!["erased".to_owned(), index.to_string()]));

    let house_marks = file.house.marks.take();
    let mut lineage = Lineage {
        seen: file.seen.into_iter().map(|stamp| stamp.0).collect(),
        house: Arc::new(always_there(marks::to_marks(house_marks, |text| Ok(house(text)))?)),
        plan: Arc::new(plan_marks),
        clients: client_marks.into_iter().collect(),
        incomes: income_marks.into_iter().collect(),
        removed_clients,
        removed_incomes,
        erased: Arc::new(erased.collect::<Result<_, Problem>>()?),
    };
    lineage.see_every_stamp();
    let repaired = [cost_ids, client_ids, income_ids].into_iter().flat_map(Ids::into_repaired).collect();
    let house = Arc::new(house(file.house));
    Ok((Book { id, house, plan: Arc::new(plan), clients, incomes, lineage }, repaired))
}

/// The records of one list, with the ids they got.
struct List<R> {
    ids: Vec<Id>,
    texts: Vec<R>,
    name: &'static str,
    is_there: bool,
}

/// Where a record stands: in which list, and at which place in it.
#[derive(Clone, Copy)]
struct Place(&'static str, usize);

impl Place {
    fn of(self, field: &[&str]) -> Vec<String> {
        let Self(list, index) = self;
        let record = [list.to_owned(), index.to_string()];
        record.into_iter().chain(field.iter().map(ToString::to_string)).collect()
    }
}

impl<R: RecordText + Serialize> List<R> {
    fn claim(texts: Vec<R>, name: &'static str, ids: &mut Ids<'_>) -> Result<Self, Problem> {
        Ok(Self { ids: ids.claim_all(&texts, R::said)?, texts, name, is_there: true })
    }

    fn claim_removed(texts: Vec<R>, name: &'static str, ids: &mut Ids<'_>) -> Result<Self, Problem> {
        Ok(Self { is_there: false, ..Self::claim(texts, name, ids)? })
    }

    /// Reads the records, and their stamps.
    fn read<T: Fields>(
        self,
        clients: &Ids<'_>,
        read: fn(Id, R, Place, &Ids<'_>) -> Result<T, Problem>,
        all_marks: &mut Vec<(Id, Marks<T>)>,
    ) -> Result<Table<T>, Problem> {
        let records = self.ids.into_iter().zip(self.texts).enumerate().map(|(index, (id, mut text))| {
            let place = Place(self.name, index);
            let mut marks = marks::to_marks(text.take_marks(), |text| read(id, text, place, clients))?;
            marks.set_right(self.is_there);
            // Those that say nothing are left out, as they are written.
            if !marks.is_default() {
                all_marks.push((id, marks));
            }
            Ok((id, read(id, text, place, clients)?))
        });
        records.collect()
    }
}

/// A record with an id and stamps.
trait RecordText: Sized {
    /// What it says of its id and its name.
    fn said(&self) -> (&IdText, &str);

    fn take_marks(&mut self) -> MarksText<Box<Self>>;
}

impl RecordText for ClientText {
    fn said(&self) -> (&IdText, &str) {
        (&self.id, &self.name)
    }

    fn take_marks(&mut self) -> MarksText<Box<Self>> {
        self.marks.take()
    }
}

impl RecordText for IncomeText {
    fn said(&self) -> (&IdText, &str) {
        (&self.id, &self.label)
    }

    fn take_marks(&mut self) -> MarksText<Box<Self>> {
        self.marks.take()
    }
}

fn plan_with_marks(
    mut text: PlanText,
    ids: &mut Ids<'_>,
    source: &str,
) -> Result<(Plan, Marks<Plan>), Problem> {
    let marks = text.marks.take();
    let read = plan(text, ids, source)?;
    let marks = marks::to_marks(marks, |text| {
        // Another version of the list has the same costs in it, with their ids.
        // No line is looked up in it: there may be very many versions, and nobody is told of their ids.
        let mut ids = Ids::new("", RecordKind::Cost, &["plan", "marks"]);
        plan(text, &mut ids, source)
    })?;
    Ok((read, always_there(marks)))
}

/// The stamps of what cannot be removed.
fn always_there<T: Fields>(mut marks: Marks<T>) -> Marks<T> {
    marks.set_right(true);
    marks.presence.clear();
    marks
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
            id: ids.claim(index, &cost.id, &cost.label, &cost)?,
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
        return Err(wrong::at_line(text, line_of(text, &path), Wanted::Order));
    }
    Ok(DaysOff { first, last, label: off.label })
}

fn client(id: Id, client: ClientText, place: Place, ids: &Ids<'_>) -> Result<Client, Problem> {
    let through = client.met.through.map(|said| ids.referred(&said, || place.of(&["met", "through"])));
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
        met: Met { through: through.transpose()?, words: client.met.words },
        notes: client.notes,
        archived: client.archived,
    })
}

fn income(id: Id, income: IncomeText, place: Place, clients: &Ids<'_>) -> Result<Income, Problem> {
    let client = income.client.map(|said| clients.referred(&said, || place.of(&["client"])));
    Ok(Income {
        id,
        client: client.transpose()?,
        label: income.label,
        amount: income.amount_cents.cents(),
        earned: income.earned.map(|day| day.0),
        due: income.due.map(|day| day.0),
        paid: income.paid.map(|day| day.0),
    })
}
