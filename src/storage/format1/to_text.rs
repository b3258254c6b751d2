//! From the book to the blocks of the file.

use std::sync::Arc;

use super::{
    marks,
    records::{
        BookText, ClientText, CostText, DaysOffText, FitWordsText, HouseText, IncomeText, MetText,
        PersonText, PlanText,
    },
    values::{DayText, IdText, StampText, Within},
};
use crate::domain::{
    Day,
    book::{Book, House, Language},
    client::{Client, GutFeeling},
    id::Id,
    income::Income,
    plan::Plan,
    stamp::Stamp,
    table::Table,
};

/// The whole file.
pub fn book(book: &Book, generation: u64) -> BookText {
    let lineage = &book.lineage;
    let clients = |table: &Table<Client>| {
        let with_marks = |(id, record): (Id, &Arc<Client>)| ClientText {
            marks: lineage
                .clients
                .get(id)
                .map(|marks| marks::to_text(marks, &Client::named(id, String::new()), client))
                .unwrap_or_default(),
            ..client(record)
        };
        table.entries().map(with_marks).collect()
    };
    let incomes = |table: &Table<Income>| {
        let with_marks = |(id, record): (Id, &Arc<Income>)| IncomeText {
            marks: lineage
                .incomes
                .get(id)
                .map(|marks| marks::to_text(marks, &Income::blank(id), income))
                .unwrap_or_default(),
            ..income(record)
        };
        table.entries().map(with_marks).collect()
    };
    let shown = lineage.shown();
    let format =
        if lineage.seen.iter().chain(shown.iter()).all(|stamp| stamp.actor.is_device()) { 1 } else { 2 };
    // Format 2 says only what the values do not: there may be an actor for each day of many years.
    let said = |stamp: &Stamp| format == 1 || !shown.has(*stamp);
    let plan = |record: &Plan| {
        let text = plan(record);
        PlanText { holidays: text.holidays.in_format(format), ..text }
    };
    BookText {
        format,
        reads_from: Some(format),
        writes_from: Some(format),
        id: IdText::Id(book.id),
        generation,
        copy: false,
        house: HouseText {
            marks: marks::to_text(&lineage.house, &House::new(Language::default()), house),
            ..house(&book.house)
        },
        plan: PlanText {
            marks: marks::to_text(&lineage.plan, &Plan::new(Day::default()), plan),
            ..plan(&book.plan)
        },
        seen: lineage.seen.iter().filter(said).map(StampText).collect(),
        clients: clients(&book.clients),
        incomes: incomes(&book.incomes),
        removed_clients: clients(&lineage.removed_clients),
        removed_incomes: incomes(&lineage.removed_incomes),
        erased: lineage.erased.iter().copied().map(IdText::Id).collect(),
    }
}

/// The owner's ways.
pub fn house(house: &House) -> HouseText {
    let [top, fine, watch, let_go, new] = house.fit_words.clone();
    HouseText {
        name: house.name.clone(),
        language: house.language.into(),
        fit_words: FitWordsText { top, fine, watch, let_go, new },
        payment_term_days: Within::of(house.payment_term),
        marks: None,
    }
}

/// The plan.
pub fn plan(plan: &Plan) -> PlanText {
    PlanText {
        start: DayText(plan.start),
        living_cents: plan.living.into(),
        saving_cents: plan.saving.into(),
        costs: plan
            .costs
            .iter()
            .map(|cost| CostText {
                id: IdText::Id(cost.id),
                label: cost.label.clone(),
                amount_cents: cost.amount.into(),
                every: cost.every.into(),
            })
            .collect(),
        reserve_basis_points: Within::of(plan.reserve),
        week: plan.week.worked().map(Into::into).collect(),
        days_off: plan
            .days_off
            .iter()
            .map(|off| DaysOffText {
                first: DayText(off.first),
                last: DayText(off.last),
                label: off.label.clone(),
            })
            .collect(),
        extra_days: plan.extra_days.iter().copied().map(DayText).collect(),
        holidays: plan.holidays.into(),
        struck_holidays: plan.struck_holidays.iter().map(|holiday| (*holiday).into()).collect(),
        style: plan.style.into(),
        count_by: plan.count_by.into(),
        cap_percent: plan.cap.map(Within::of),
        rounding_cents: plan.rounding.into(),
        marks: None,
    }
}

fn client(client: &Client) -> ClientText {
    ClientText {
        id: IdText::Id(client.id),
        name: client.name.clone(),
        people: client
            .people
            .iter()
            .map(|person| PersonText {
                name: person.name.clone(),
                phone: person.phone.clone(),
                email: person.email.clone(),
            })
            .collect(),
        address: client.address.clone(),
        fit: client.fit.into(),
        gut: client.gut.map(gut),
        met: MetText { through: client.met.through.map(IdText::Id), words: client.met.words.clone() },
        notes: client.notes.clone(),
        archived: client.archived,
        marks: None,
    }
}

fn gut(gut: GutFeeling) -> Within<1, 5> {
    Within::of(match gut {
        GutFeeling::Heavy => 1,
        GutFeeling::Chafing => 2,
        GutFeeling::Ordinary => 3,
        GutFeeling::Good => 4,
        GutFeeling::Delightful => 5,
    })
}

fn income(income: &Income) -> IncomeText {
    IncomeText {
        id: IdText::Id(income.id),
        client: income.client.map(IdText::Id),
        label: income.label.clone(),
        amount_cents: income.amount.into(),
        earned: income.earned.map(DayText),
        due: income.due.map(DayText),
        paid: income.paid.map(DayText),
        marks: None,
    }
}
