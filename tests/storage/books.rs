//! Books to write and read.

use std::{collections::BTreeSet, sync::Arc};

use kleurboek::domain::{
    Day,
    book::{Book, House, Language},
    client::{Client, GutFeeling, Met, Person},
    cost::{Cost, Period},
    fit::Fit,
    free_day::DaysOff,
    holidays::{Holiday, HolidayCalendar},
    id::Id,
    income::Income,
    lineage::Lineage,
    money::Cents,
    plan::{CountBy, FigureStyle, Plan},
    work_week::WorkWeek,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// A day that exists.
pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap()
}

/// A book with one cost, `clients` clients and as many incomes.
pub fn small_book(clients: u64) -> Book {
    let mut book = Book::new(Id::from_bits(0xb00c), Language::Dutch, day(2026, 5, 1));
    let mut plan = Plan::new(day(2026, 5, 1));
    plan.living = Cents::euros(1800);
    plan.costs = vec![Cost {
        id: Id::from_bits(1),
        label: "atelier".to_owned(),
        amount: Cents::euros(450),
        every: Period::Month,
    }];
    book.plan = Arc::new(plan);
    for number in 1..=clients {
        let mut client = Client::named(Id::from_bits(number), format!("Café n° {number}"));
        client.people = vec![Person { name: "Jo".to_owned(), ..Person::default() }];
        book.clients.put(client.id, Arc::new(client));
        let income = Income {
            id: Id::from_bits(100 + number),
            client: Some(Id::from_bits(number)),
            label: "muur".to_owned(),
            amount: Cents::euros(120),
            earned: Some(day(2026, 5, 4)),
            due: None,
            paid: None,
        };
        book.incomes.put(income.id, Arc::new(income));
    }
    book
}

/// The same book with a name, so that it differs.
pub fn renamed(book: &Book, name: &str) -> Book {
    let mut book = book.clone();
    name.clone_into(&mut Arc::make_mut(&mut book.house).name);
    book
}

/// Any book that a person could make, and odder ones.
pub fn any_book() -> impl Strategy<Value = Book> {
    (any::<u64>(), any_house(), any_plan(), vec(any_client(), 0..6), vec(any_income(), 0..6)).prop_map(
        |(id, house, plan, clients, incomes)| Book {
            id: Id::from_bits(id),
            house: Arc::new(house),
            plan: Arc::new(plan),
            clients: clients.into_iter().map(|client| (client.id, client)).collect(),
            incomes: incomes.into_iter().map(|income| (income.id, income)).collect(),
            lineage: Lineage::default(),
        },
    )
}

fn any_id() -> impl Strategy<Value = Id> {
    any::<u64>().prop_map(Id::from_bits)
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        select(vec![
            String::new(),
            "👩🏽‍🎨 🎨".to_owned(),
            "\"quotes\" and 'apostrophes' and \\ backslashes".to_owned(),
            "one\ntwo\r\nthree\rfour\ttab\0nul".to_owned(),
            "\u{feff}\u{200b}\u{202e}é e\u{301} ß".to_owned(),
            "// blake3: 00\n// blake3: 11\n".to_owned(),
            ")]},\"#\"##".to_owned(),
            "Langenaamstra".repeat(10).chars().take(120).collect(),
        ]),
    ]
}

fn any_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        9 => (-3650_i64..40_000).prop_map(|days| day(2000, 1, 1) + chrono::TimeDelta::days(days)),
        1 => select(vec![Day::MIN, Day::MAX, day(0, 1, 1), day(9999, 12, 31), day(10_000, 1, 1), day(-1, 1, 1)]),
    ]
}

fn amount(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Cents> {
    range.prop_map(Cents::new)
}

fn any_house() -> impl Strategy<Value = House> {
    (any_text(), select(Language::ALL.to_vec()), vec(any_text(), 5), 0_u16..=3650).prop_map(
        |(name, language, words, payment_term)| House {
            name,
            language,
            fit_words: words.try_into().unwrap(),
            payment_term,
        },
    )
}

fn any_cost() -> impl Strategy<Value = Cost> {
    (any_id(), any_text(), amount(0..=100_000_000_000), select(Period::ALL.to_vec()))
        .prop_map(|(id, label, amount, every)| Cost { id, label, amount, every })
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let money = (any_day(), amount(0..=100_000_000_000), amount(0..=100_000_000_000), vec(any_cost(), 0..4));
    let days = (
        vec(select(WorkWeek::DAYS.to_vec()), 0..8),
        vec((any_day(), any_day(), any_text()), 0..4),
        vec(any_day(), 0..4),
        select(vec![HolidayCalendar::None, HolidayCalendar::Netherlands, HolidayCalendar::Belgium]),
        vec(select(Holiday::ALL.to_vec()), 0..5),
    );
    let ways = (
        0_u16..=7500,
        select(vec![FigureStyle::Adapting, FigureStyle::Steady]),
        select(vec![CountBy::Earned, CountBy::Paid]),
        option::of(100_u16..=300),
        amount(1..=100_000),
    );
    (money, days, ways).prop_map(|(money, days, ways)| Plan {
        start: money.0,
        living: money.1,
        saving: money.2,
        costs: money.3,
        week: WorkWeek::of(&days.0),
        days_off: days
            .1
            .into_iter()
            .map(|(one, other, label)| DaysOff { first: one.min(other), last: one.max(other), label })
            .collect(),
        extra_days: days.2.into_iter().collect(),
        holidays: days.3,
        struck_holidays: days.4.into_iter().collect::<BTreeSet<_>>(),
        reserve: ways.0,
        style: ways.1,
        count_by: ways.2,
        cap: ways.3,
        rounding: ways.4,
    })
}

fn any_client() -> impl Strategy<Value = Client> {
    let person =
        (any_text(), any_text(), any_text()).prop_map(|(name, phone, email)| Person { name, phone, email });
    (
        (any_id(), any_text(), vec(person, 0..3), any_text()),
        (select(Fit::ALL.to_vec()), option::of(select(GutFeeling::ALL.to_vec()))),
        (option::of(any_id()), any_text(), any_text(), any::<bool>()),
    )
        .prop_map(|(who, how, rest)| Client {
            id: who.0,
            name: who.1,
            people: who.2,
            address: who.3,
            fit: how.0,
            gut: how.1,
            met: Met { through: rest.0, words: rest.1 },
            notes: rest.2,
            archived: rest.3,
        })
}

fn any_income() -> impl Strategy<Value = Income> {
    let days = (option::of(any_day()), option::of(any_day()), option::of(any_day()));
    (any_id(), option::of(any_id()), any_text(), amount(1..=100_000_000_000), days).prop_map(
        |(id, client, label, amount, (earned, due, paid))| Income {
            id,
            client,
            label,
            amount,
            earned,
            due,
            paid,
        },
    )
}
