//! The eye: what is private is out of sight on every screen, on every kind of day; `ui::privacy` has the list.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;

use egui::{Key, Modifiers};
use kleurboek::{
    domain::{
        Day,
        book::{Book, Language},
        client::{Client, GutFeeling},
        example,
        id::Id,
        income::Income,
        money::Cents,
    },
    ui::privacy::Private,
};
use support::{
    app::{Options, TestApp},
    day,
};

const NOTED: &str = "Wil altijd korting";

/// What would give away each kind; no word of it may be anywhere.
fn telltales(kind: Private) -> &'static [&'static str] {
    match kind {
        // Amounts are looked for by their sign, see `shows_an_amount`.
        Private::Amount => &[],
        Private::Colour => &["Zonnetje", "Fijn", "Opletten", "Afronden", "Nieuw,"],
        Private::Feeling => &["zwaar", "wringt", "heerlijk"],
        Private::Notes => &[NOTED],
        Private::Verdict => {
            &["genoeg", "Genoeg", "extra", "geleden", "past niet meer", "potjes vol", "Dit stond hier"]
        }
        Private::Preview => &["Vandaag wordt", "Vandaag blijft", "Daarna", "Dan heb je"],
        Private::Deed => &["toegevoegd", "aangepast:", "weggehaald"],
    }
}

/// An amount beside its sign; the steps of rounding and the hundred of the tax example say nothing of anybody.
fn shows_an_amount(name: &str) -> bool {
    let plain = name.replace('\u{a0}', " ");
    let steps = ["€ 1", "€ 5", "€ 10", "€ 25", "€ 50"];
    if steps.contains(&plain.as_str()) || plain.contains("afgerond op") || plain.starts_with("Van elke") {
        return false;
    }
    let digit = |letter: char| letter.is_ascii_digit();
    plain.split("€ ").skip(1).any(|after| after.starts_with(digit))
        || plain.match_indices(" euro").any(|(at, _)| plain[..at].ends_with(digit))
}

/// The book of the example with something of every private kind in it, and more earned.
fn book(earned: &[(Day, i32)]) -> Book {
    let mut book: Book = example::atelier_noor(Language::Dutch);
    let mut house = (*book.house).clone();
    "Zonnetje".clone_into(&mut house.fit_words[0]);
    book.house = Arc::new(house);
    let nero = book.clients.iter().find(|client| client.name == "Koffiebar Nero").expect("there").clone();
    let noted = Client { notes: NOTED.to_owned(), gut: Some(GutFeeling::Heavy), ..Client::clone(&nero) };
    book.clients.put(nero.id, Arc::new(noted));
    for (number, (on, euros)) in (9000..).zip(earned) {
        let income = Income {
            amount: Cents::euros(*euros),
            earned: Some(*on),
            paid: Some(*on),
            ..Income::blank(Id::from_bits(number))
        };
        book.incomes.put(income.id, Arc::new(income));
    }
    book
}

fn to_settings(app: &mut TestApp) {
    app.click("Instellingen");
}

fn plan_a_holiday(app: &mut TestApp) {
    app.click("Instellingen");
    app.click("Vrije dagen toevoegen");
    app.click_containing("woensdag 25 november");
}

fn open_why(app: &mut TestApp) {
    app.click("Waarom dit bedrag?");
}

fn free_a_day(app: &mut TestApp) {
    open_why(app);
    app.click_containing("zaterdag 28 november");
}

fn edit_the_plan(app: &mut TestApp) {
    open_why(app);
    app.click_containing("Aanpassen: Dit heb je nodig");
}

fn earn(app: &mut TestApp) {
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Tab);
}

fn after_a_change(app: &mut TestApp) {
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
}

fn list_of_changes(app: &mut TestApp) {
    after_a_change(app);
    app.click("Laatste wijzigingen");
}

fn the_month(app: &mut TestApp) {
    app.click("Alles van november");
}

fn correct(app: &mut TestApp) {
    the_month(app);
    app.click_containing(", Galerie De Vos, Uitnodiging opening");
    app.retype_in("Bedrag", "340");
    app.press(Key::Tab);
}

fn card(app: &mut TestApp) {
    app.press_with(Modifiers::COMMAND, Key::F);
    app.type_text("Nero");
    app.click_containing("Koffiebar Nero, ");
}

fn still_to_get(app: &mut TestApp) {
    app.click_containing("Nog te krijgen €");
    app.click("Toon de lijst");
}

/// The way to a screen.
type Way = fn(&mut TestApp);

const SCREENS: [(&str, Way); 12] = [
    ("today", |_| ()),
    ("settings", to_settings),
    ("days off", plan_a_holiday),
    ("why", open_why),
    ("a day in why", free_a_day),
    ("the plan in why", edit_the_plan),
    ("earn", earn),
    ("after a change", after_a_change),
    ("changes", list_of_changes),
    ("month", the_month),
    ("correct", correct),
    ("card", card),
];

#[test]
fn nothing_private_shows_on_any_screen_while_the_eye_is_closed() {
    let days: [(Day, &[(Day, i32)]); 4] = [
        (day(2026, 11, 21), &[]),
        (day(2026, 11, 21), &[(day(2026, 11, 21), 200)]),
        (day(2026, 11, 28), &[(day(2026, 11, 28), 5000)]),
        (day(2026, 11, 30), &[(day(2026, 11, 20), 1300)]),
    ];
    for (on, earned) in days {
        for (screen, go) in SCREENS.into_iter().chain([("still to get", still_to_get as Way)]) {
            // What differs from day to day.
            if !earned.is_empty() && !["today", "settings", "why", "earn", "correct"].contains(&screen) {
                continue;
            }
            let mut app = TestApp::with(Options { book: Some(book(earned)), on, ..Options::default() });
            app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
            go(&mut app);
            for name in app.everything() {
                assert!(!shows_an_amount(&name), "{screen} on {on}: {name}");
                for kind in Private::ALL {
                    for telltale in telltales(kind) {
                        assert!(!name.contains(telltale), "{kind:?} on {screen} on {on}: {name}");
                    }
                }
            }
        }
    }
}

#[test]
fn each_telltale_is_somewhere_while_the_eye_is_open() {
    // Else the test above would prove nothing.
    let mut seen: Vec<String> = Vec::new();
    for (on, earned) in [(day(2026, 11, 21), vec![]), (day(2026, 11, 30), vec![(day(2026, 11, 20), 1300)])] {
        for go in [|_: &mut TestApp| (), to_settings, after_a_change, card, correct] {
            let mut app = TestApp::with(Options { book: Some(book(&earned)), on, ..Options::default() });
            go(&mut app);
            seen.extend(app.everything());
        }
    }
    for kind in Private::ALL {
        let is_amount = kind == Private::Amount && seen.iter().any(|name| shows_an_amount(name));
        let says = |telltale: &str| seen.iter().any(|name| name.contains(telltale));
        assert!(is_amount || telltales(kind).iter().any(|telltale| says(telltale)), "{kind:?}");
    }
}

#[test]
fn ones_own_typing_stays_readable_while_typing_and_what_was_there_does_not() {
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    app.click("Ik heb iets verdiend");
    app.type_text("654");
    app.must_show("654");
    // Left alone, it is as private as any amount.
    app.press(Key::Tab);
    app.must_not_show("654");
    app.press(Key::Escape);

    app.click("Alles van november");
    app.click_containing(", Galerie De Vos, Uitnodiging opening");
    app.type_in("Bedrag", "5");
    app.must_not_show("240");
    app.retype_in("Bedrag", "377");
    app.must_show("377");

    // A note is begun while the eye is closed; what was noted before is not shown by going there.
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    app.press_with(Modifiers::COMMAND, Key::N);
    app.type_text("Mo");
    app.press(Key::Enter);
    app.type_in("Notities over Mo", "Houdt van geel");
    app.must_show("Houdt van geel");
    app.press(Key::Tab);
    app.must_not_show("Houdt van geel");
    app.must_show("De notities zijn nu verborgen.");
}
