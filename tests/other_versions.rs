//! "Andere versie": what two people made of one field is one click away, with undo, by the names on the screen.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use chrono::Weekday;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kleurboek::domain::{
    book::{Book, House},
    change::Change,
    client::{Client, GutFeeling, Met, Person},
    fields::ClientField,
    fit::Fit,
    free_day::DaysOff,
    income::Income,
    money::Cents,
    other_values::{OtherValues, Waiting, waiting},
    plan::{FigureStyle, Plan},
    stamp::Actor,
    work_week::WorkWeek,
};
use support::{
    app::{Options, TestApp},
    day,
    two_people::{self, bistro_loo},
};

fn app_with(book: Book) -> TestApp {
    TestApp::with(Options { book: Some(book), ..Options::default() })
}

fn card() -> TestApp {
    let mut app = app_with(two_people::book());
    app.click_containing("Bistro Loo, Fijn");
    app
}

fn address(book: &Book) -> &str {
    &book.clients.get(bistro_loo(book)).expect("there").address
}

#[test]
fn another_version_is_taken_in_one_click_and_undone() {
    let mut app = card();
    app.must_show("Kopiëren: Kaai 2");
    app.must_show("Andere versie: Kaai 1");
    app.click("Neem deze: Kaai 1");
    app.must_show("Kopiëren: Kaai 1");
    app.must_show("Andere versie genomen: het adres van Bistro Loo");
    app.must_show("Andere versie: Kaai 2");
    app.click_last("Ongedaan maken");
    app.must_show("Kopiëren: Kaai 2");
    app.must_show("Andere versie: Kaai 1");
    app.click("Neem deze: Kaai 1");
    assert_eq!(address(&app.book_on_disk()), "Kaai 1");
}

#[test]
fn what_is_left_as_it_is_waits_no_longer_and_that_can_be_undone() {
    let mut app = card();
    app.click("Laat zo: het adres van Bistro Loo");
    app.must_not_show("Kaai 1");
    app.must_show("Zo gelaten: het adres van Bistro Loo");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("Andere versie: Kaai 1");
    app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    app.must_not_show("Kaai 1");
    let book = app.book_on_disk();
    assert_eq!(address(&book), "Kaai 2");
    assert_eq!(waiting(&book).len(), 2, "the others still wait");
}

#[test]
fn the_card_leads_to_the_other_version_of_an_income() {
    let mut app = card();
    app.click_containing("Bekijken: ");
    app.must_show("Andere versie: € 1.111");
    app.click("Neem deze: € 1.111");
    app.must_show("1.111");
    let book = app.book_on_disk();
    let taken = book.incomes_of(bistro_loo(&book)).next().expect("there");
    assert_eq!(taken.amount, Cents::euros(1111));
}

#[test]
fn nothing_waits_unseen_the_list_has_all_of_the_book() {
    let mut app = app_with(two_people::book());
    app.click("Instellingen");
    app.must_show("Er wachten 3 andere versies op jouw keuze.");
    app.click("Bekijken");
    app.must_show("Het adres van Bistro Loo");
    app.must_show("Nu: Kaai 2");
    app.must_show("Het bedrag om van te leven");
    app.click_containing("Neem deze: €");
    app.click("Laat zo: het bedrag om van te leven");
    app.must_not_show("Het bedrag om van te leven");
    app.must_show("Zo gelaten: het bedrag om van te leven");
    assert_eq!(app.book_on_disk().plan.living, Cents::euros(1111));
}

#[test]
fn what_the_eye_hides_stays_hidden_in_another_version() {
    let mut app = app_with(two_people::book());
    app.click("Bedragen en kleuren verbergen");
    app.click("Instellingen");
    app.click("Bekijken");
    app.must_show("Andere versie (nu verborgen)");
    app.must_not_show("1.111");
    app.must_not_show("2.222");
}

#[test]
fn many_versions_stay_calm_two_are_shown_and_the_others_asked_for() {
    let address = |text: String| {
        move |book: &Book| {
            let id = bistro_loo(book);
            let client = Client::clone(book.clients.get(id).expect("there"));
            Change::default().client(book, id, Some(Client { address: text.clone(), ..client }))
        }
    };
    let mut book = two_people::merged(address("Kaai 0".to_owned()), |_| Change::default());
    for number in 1..6 {
        let mut other = two_people::merged(|_| Change::default(), |_| Change::default());
        let change = address(format!("Kaai {number}"))(&other);
        change.commit(&mut other, Actor::from_bits(0x100 + number));
        book = book.merged_with(&other);
    }
    let id = bistro_loo(&book);
    let place = Waiting::Client(id, ClientField::Address);
    assert_eq!(OtherValues::of(&book, place).len(), 5);
    let mut app = app_with(book);
    app.click_containing("Bistro Loo, Fijn");
    app.must_show("Andere versie: Kaai 4");
    app.must_show("Andere versie: Kaai 3");
    app.must_not_show("Andere versie: Kaai 2");
    app.click("nog 3");
    app.must_show("Andere versie: Kaai 0");
}

#[test]
fn every_kind_of_field_says_its_other_version_in_words_and_can_be_taken() {
    let change = |anna: bool| {
        move |book: &Book| {
            let id = bistro_loo(book);
            let client = Client::clone(book.clients.get(id).expect("there"));
            let person = |name: &str| Person { name: name.to_owned(), ..Person::default() };
            let client = if anna {
                let met = Met { through: None, words: "op de kermis".to_owned() };
                Client {
                    name: "Bistro Loo Gent".to_owned(),
                    people: vec![person("Mona"), person("Nora")],
                    fit: Fit::Top,
                    gut: Some(GutFeeling::Delightful),
                    met,
                    ..client
                }
            } else {
                let met = Met { through: None, words: "op de markt".to_owned() };
                let (fit, gut) = (Fit::Watch, Some(GutFeeling::Heavy));
                Client { name: "Loo".to_owned(), people: Vec::new(), fit, gut, met, ..client }
            };
            let income = Income::clone(book.incomes_of(id).next().expect("there"));
            let income = if anna {
                Income {
                    client: None,
                    label: "Kaart A".to_owned(),
                    earned: Some(day(2026, 3, 2)),
                    paid: None,
                    due: Some(day(2026, 4, 1)),
                    ..income
                }
            } else {
                Income {
                    label: "Kaart B".to_owned(),
                    earned: Some(day(2026, 3, 4)),
                    paid: Some(day(2026, 3, 5)),
                    due: Some(day(2026, 4, 2)),
                    ..income
                }
            };
            let plan = Plan {
                week: WorkWeek::of(if anna { &[Weekday::Mon, Weekday::Thu] } else { &[Weekday::Fri] }),
                reserve: if anna { 2500 } else { 2600 },
                cap: anna.then_some(200),
                style: if anna { FigureStyle::Adapting } else { FigureStyle::Steady },
                days_off: vec![DaysOff {
                    first: day(2026, 12, if anna { 1 } else { 8 }),
                    last: day(2026, 12, if anna { 4 } else { 9 }),
                    label: String::new(),
                }],
                ..Plan::clone(&book.plan)
            };
            let house = House { payment_term: if anna { 14 } else { 21 }, ..House::clone(&book.house) };
            Change::default()
                .client(book, id, Some(client))
                .income(book, income.id, Some(income))
                .plan(book, plan)
                .house(book, house)
        }
    };
    let mut app = app_with(two_people::merged(change(true), change(false)));
    app.click("Instellingen");
    app.click("Bekijken");
    let is_more = |name: &String| name.strip_prefix("nog ").is_some_and(|count| count.parse::<u8>().is_ok());
    let more = app.everything().into_iter().find(is_more).expect("more than ten wait");
    app.click(&more);
    for part in [
        "Andere versie: 14 dagen",
        "Andere versie: maandag; donderdag",
        "Andere versie: 25 procent",
        "Andere versie: Twee gewone dagen",
        "Andere versie: dinsdag 1 december tot en met vrijdag 4 december",
        "Andere versie: Bistro Loo Gent",
        "Andere versie: Mona; Nora",
        "Andere versie: Topper",
        "Andere versie: heerlijk",
        "Andere versie: op de kermis",
        "Andere versie: Kaart A",
        "Andere versie: maandag 2 maart",
        "Andere versie: nog niet betaald",
        "Andere versie: woensdag 1 april",
    ] {
        app.must_show(part);
    }
    for value in [
        "14 dagen",
        "maandag; donderdag",
        "Twee gewone dagen",
        "Mona; Nora",
        "Topper",
        "op de kermis",
        "nog niet betaald",
    ] {
        // As a screen reader does: the list is longer than the sheet is high.
        app.harness.get_by_label(&format!("Neem deze: {value}")).click_accesskit();
        app.settle();
    }
    let book = app.book_on_disk();
    let client = book.clients.get(bistro_loo(&two_people::book())).expect("there");
    assert_eq!((client.people.len(), client.fit, client.met.words.as_str()), (2, Fit::Top, "op de kermis"));
    assert_eq!((book.house.payment_term, book.plan.cap), (14, Some(200)));
    assert_eq!(book.plan.week, WorkWeek::of(&[Weekday::Mon, Weekday::Thu]));
}
