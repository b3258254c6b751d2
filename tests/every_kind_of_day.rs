//! Today and "Waarom" on every kind of day: one with an amount, a free one, one with enough, a month off.

mod support;

use std::sync::Arc;

use egui::{Key, Modifiers};
use kleurboek::domain::{
    Day,
    book::{Book, Language},
    example,
    free_day::DaysOff,
    id::Id,
    income::Income,
    money::Cents,
    plan::Plan,
};
use support::{
    app::{Options, TestApp},
    day,
};

/// The book of the example, with another plan and more income.
fn noor_on(on: Day, change: impl FnOnce(&mut Plan), earned: &[(Day, i32)]) -> TestApp {
    let mut book: Book = example::atelier_noor(Language::Dutch);
    change(Arc::make_mut(&mut book.plan));
    for (number, (on, euros)) in (9000..).zip(earned) {
        let id = Id::from_bits(number);
        let amount = Cents::euros(*euros);
        let (earned, paid) = (Some(*on), Some(*on));
        let income = Income { id, client: None, label: String::new(), amount, earned, due: None, paid };
        book.incomes.put(id, Arc::new(income));
    }
    TestApp::with(Options { book: Some(book), on, ..Options::default() })
}

#[test]
fn a_first_start_on_a_free_day_keeps_its_promise() {
    // Every day of a month, also those after which no working day comes any more.
    for number in [1, 8, 15, 22, 28, 29] {
        let on = day(2026, 11, number);
        let mut app = TestApp::with(Options { on, ..Options::default() });
        app.type_text("1800");
        let said = app.everything().into_iter().find(|name| name.starts_with("€\u{a0}")).unwrap();
        let (promised, _) = said.split_once(" per werkdag").unwrap();
        app.click("Aan de slag");
        app.must_show("Vandaag ben je vrij");
        app.must_show(&format!("Maandag werk je weer: ongeveer {promised}."));
        app.click("Instellingen");
        app.must_show(&format!("Vandaag ben je vrij. Maandag werk je weer: ongeveer {promised}."));
    }
}

#[test]
fn the_editor_of_the_week_stays_when_its_last_day_is_clicked_off() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    app.click("Aanpassen: Gedeeld door de 6 werkdagen die er nog zijn, vandaag inbegrepen");
    for weekday in ["dinsdag", "woensdag", "donderdag", "vrijdag"] {
        app.click(weekday);
    }
    app.must_show("Zo doen");
    app.click("zaterdag");
    app.must_show("Kies minstens één dag.");
    app.must_show("Toch niet");
    app.must_show("Waarom € 185?");
    app.must_not_show("Waarom € 0?");
    app.click("Zo doen");
    app.click("maandag");
    app.must_not_show("Kies minstens één dag.");
    app.must_show("Vandaag ben je dan vrij.");
    app.click("Toch niet");
    app.must_not_show("Toch niet");
    assert!(!app.book_on_disk().plan.week.is_empty());
}

#[test]
fn an_editor_stays_when_what_it_proposes_takes_its_line_away() {
    let mut app = noor_on(day(2026, 11, 28), |_| (), &[]);
    app.click("Waarom dit bedrag?");
    app.click_containing("Aanpassen: Meer vraagt één dag niet");
    app.click("Geen grens");
    app.must_not_show("Meer vraagt één dag niet");
    app.must_show("Anderhalve gewone dag");
    app.click("Toch niet");
    app.must_show("Meer vraagt één dag niet");
}

#[test]
fn the_last_working_day_is_said_as_one() {
    let mut app = noor_on(day(2026, 11, 28), |_| (), &[]);
    app.click("Waarom dit bedrag?");
    app.must_show("Voor vandaag, de laatste werkdag van de maand");
    app.must_not_show("1 werkdag");
}

#[test]
fn a_free_day_says_and_explains_the_next_working_day() {
    let mut app = noor_on(day(2026, 11, 22), |_| (), &[]);
    app.must_show("Dinsdag werk je weer: ongeveer € 200.");
    app.click("Waarom dit bedrag?");
    app.must_show("Vandaag ben je vrij");
    app.must_show("Dit heb je al verdiend, tot en met vandaag");
    app.must_show("Gedeeld door de 5 werkdagen die nog komen");
    app.must_not_show("vandaag inbegrepen");
    app.must_not_show("Waarom €");
    // A change says what it makes of that day.
    app.click("zondag 22 november, vrij");
    app.must_show("Je werkt toch op zondag 22 november.");
    app.must_show("Vandaag wordt dan € 165.");
    app.click("vrijdag 27 november, werkdag");
    app.must_show("Je neemt vrijdag 27 november vrij.");
    app.must_show("Dinsdag werk je weer: ongeveer € 250.");
}

#[test]
fn one_working_day_to_come_is_said_as_one() {
    let free = |plan: &mut Plan| {
        let (first, last) = (day(2026, 11, 24), day(2026, 11, 27));
        plan.days_off = vec![DaysOff { first, last, label: String::new() }];
    };
    let mut app = noor_on(day(2026, 11, 22), free, &[]);
    app.click("Waarom dit bedrag?");
    app.must_show("Voor de ene werkdag die nog komt");
}

#[test]
fn enough_for_the_month_is_said_and_explained() {
    let earned = [(day(2026, 11, 21), 2000)];
    let mut app = noor_on(day(2026, 11, 21), |_| (), &earned);
    app.must_show("Genoeg voor november");
    app.click("Waarom is het genoeg?");
    app.must_show("Wat je in november nodig hebt, heb je al verdiend.");
    app.must_show("Dit heb je al verdiend, tot en met vandaag");
    app.must_show("Dit is extra");
    app.must_not_show("Waarom €");
    app.must_not_show("Gedeeld door");
    app.press(Key::Escape);

    let mut app = noor_on(day(2026, 11, 22), |_| (), &earned);
    app.must_show("Dinsdag werk je weer. Voor november heb je al genoeg.");
    app.click("Waarom is het genoeg?");
    app.must_show("Dit is extra");
}

#[test]
fn a_month_off_says_so_instead_of_nothing_at_all() {
    let off = |first, last| {
        move |plan: &mut Plan| plan.days_off = vec![DaysOff { first, last, label: String::new() }]
    };
    let mut app = noor_on(day(2026, 11, 21), off(day(2026, 11, 1), day(2026, 11, 30)), &[]);
    app.must_show("Dinsdag 1 december werk je weer: ongeveer € 145.");
    app.click("Waarom dit bedrag?");
    app.must_show("In november werk je niet, dus er is nu geen dagbedrag.");
    app.must_show("Dit heb je nodig in december");
    app.must_not_show("Waarom € 0?");

    let mut app = noor_on(day(2026, 11, 21), off(day(2026, 11, 20), day(2026, 11, 30)), &[]);
    app.click("Waarom dit bedrag?");
    app.must_show("In november werk je niet meer.");

    let mut app = noor_on(day(2026, 11, 21), off(day(2026, 1, 1), day(2030, 1, 1)), &[]);
    app.click("Waarom is er geen bedrag?");
    app.must_show("Je hebt het komende jaar geen werkdag.");
    app.click("Werkdagen kiezen");
    app.click("zondag");
    app.must_show("Dan heb je het komende jaar geen werkdag.");
    app.click("Toch niet");
    app.click("dinsdag 24 november, vrij");
    app.click("Zo doen");
    app.press(Key::Escape);
    app.must_show("Dinsdag werk je weer");
}

#[test]
fn the_list_of_the_month_is_one_click_away_on_every_kind_of_day() {
    let days = [day(2026, 11, 21), day(2026, 11, 22), day(2026, 11, 29)];
    for (on, earned) in days.into_iter().zip([0, 0, 5000]) {
        let mut app = noor_on(on, |_| (), &[(day(2026, 11, 20), earned.max(1))]);
        app.click("Alles van november");
        app.must_show("Inkomsten per dag");
        app.press(Key::Escape);
    }
    let mut app = noor_on(days[0], |plan| plan.week = kleurboek::domain::work_week::WorkWeek::default(), &[]);
    app.must_show("Op welke dagen werk je?");
    app.click("Alles van november");
    app.must_show("Inkomsten per dag");
}

#[test]
fn a_month_that_is_over_and_full_gets_one_quiet_line() {
    let full = [(day(2026, 11, 20), 1300)];
    let mut app = noor_on(day(2026, 11, 30), |_| (), &full);
    app.must_show("November: alle potjes vol, € 310 extra.");
    app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    app.must_not_show("potjes vol");
    // Before its end, and when it is not full, nothing is said about how it went.
    noor_on(day(2026, 11, 28), |_| (), &full).must_not_show("potjes vol");
    noor_on(day(2026, 11, 30), |_| (), &[]).must_not_show("potjes vol");
}

#[test]
fn income_from_before_the_plan_says_why_the_day_does_not_change() {
    let mut app = noor_on(day(2026, 11, 21), |plan| plan.start = day(2026, 11, 21), &[]);
    let why = "Je plan begon op zaterdag 21 november. Wat je eerder verdiende, telt niet mee voor vandaag.";
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.must_not_show(why);
    app.click("Gisteren");
    app.must_show(why);
    app.press(Key::Escape);
    app.click("Alles van november");
    app.click_containing(", Galerie De Vos, Uitnodiging opening");
    app.must_not_show(why);
    app.retype_in("Bedrag", "340");
    app.must_show(why);
}
