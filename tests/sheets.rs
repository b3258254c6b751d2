//! Sheets: what was typed on one stays, its buttons stay in sight, and it fits in any window.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use egui::{Key, Pos2, Rect, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use kleurboek::domain::{book::Language, example};
use support::app::{Options, TestApp};

fn noor_of_size(size: Vec2) -> TestApp {
    let book = Some(example::atelier_noor(Language::Dutch));
    TestApp::with(Options { book, size, ..Options::default() })
}

fn button(app: &TestApp, name: &str) -> Rect {
    app.harness.get_all_by_role_and_label(Role::Button, name).last().expect("the button").rect()
}

/// A place beside every sheet.
const BESIDE: Pos2 = Pos2::new(20.0, 600.0);

#[test]
fn a_click_beside_a_sheet_closes_it_while_nothing_was_typed() {
    let mut app = TestApp::noor();
    for (button, title) in
        [("Ik heb iets verdiend", "Wat heb je verdiend?"), ("Klant toevoegen", "Nieuwe klant")]
    {
        app.click_button(button);
        app.must_show(title);
        app.tap_at(BESIDE);
        app.must_not_show(title);
    }
}

#[test]
fn a_click_beside_the_sheet_of_income_keeps_everything_that_was_filled_in() {
    type Fill = fn(&mut TestApp);
    let fills: [Fill; 5] = [
        |app| app.type_text("340"),
        |app| app.type_in("Waarvoor", "Portret"),
        |app| app.type_in("Zoek of voeg toe", "Jo"),
        |app| app.click_button("Bistro Loo, Fijn"),
        |app| app.click("Gisteren"),
    ];
    for fill in fills {
        let mut app = TestApp::noor();
        app.click("Ik heb iets verdiend");
        fill(&mut app);
        app.tap_at(BESIDE);
        app.must_show("Wat heb je verdiend?");
        app.press(Key::Escape);
        app.must_not_show("Wat heb je verdiend?");
    }
}

#[test]
fn a_click_beside_any_sheet_keeps_what_was_typed_on_it() {
    let mut app = TestApp::noor();
    app.click_button("Klant toevoegen");
    app.type_text("Nieuweling");
    app.tap_at(BESIDE);
    app.must_show("Nieuweling");
    app.press(Key::Escape);

    app.click("€ 120 verdiend");
    app.click_containing("Tafelkaartjes");
    app.retype_in("Bedrag", "9");
    app.tap_at(BESIDE);
    app.must_show("Inkomsten aanpassen");
    app.press(Key::Escape);
    app.press(Key::Escape);

    app.click("Waarom dit bedrag?");
    app.click("Aanpassen: Dit heb je nodig in november");
    app.retype_in("Om van te leven, per maand", "2000");
    app.tap_at(BESIDE);
    app.must_show("Vandaag wordt € 235 in plaats van € 185.");
    app.press(Key::Escape);

    app.click_containing("Galerie De Vos, Topper");
    app.click("Veranderen");
    app.type_text("Thea");
    app.tap_at(BESIDE);
    app.must_show("Thea");
    app.press(Key::Escape);

    app.click("Instellingen");
    app.click("Ander boek openen");
    app.type_text("/ergens");
    app.tap_at(BESIDE);
    app.must_show("/ergens");
}

#[test]
fn the_buttons_of_a_sheet_stay_in_sight_while_its_middle_scrolls() {
    // 900 × 640, the same at 150 % and at 200 %.
    for size in [Vec2::new(900.0, 640.0), Vec2::new(600.0, 427.0), Vec2::new(450.0, 320.0)] {
        let window = Rect::from_min_size(Pos2::ZERO, size);
        for (open, main, off) in [
            ("Ik heb iets verdiend", "Toevoegen", "Toch niet"),
            ("Klant toevoegen", "Toevoegen", "Toch niet"),
            ("65, Amina", "Aanpassen", "Toch niet"),
        ] {
            let mut app = noor_of_size(size);
            if open.starts_with("65") {
                app.click("€ 120 verdiend");
                app.click_containing("Tafelkaartjes");
            } else {
                app.tab_to(open);
                app.press(Key::Enter);
            }
            let (main, off) = (button(&app, main), button(&app, off));
            assert!(window.contains_rect(main) && window.contains_rect(off), "{size} {open}: {main} {off}");
            assert!(
                off.right() < main.left() || off.bottom() <= main.top(),
                "{size} {open}: the main button is the last: {off} {main}"
            );
            // To the last field and back: they stay where they are, and cover nothing that has the keyboard.
            for _ in 0..12 {
                app.press(Key::Tab);
                let rect = app.focused_rect().expect("something has the keyboard");
                assert!(rect == main || rect == off || rect.center().y < main.top(), "{:?}", app.focused());
            }
            assert_eq!(button(&app, "Toch niet"), off, "{size} {open}");
        }
    }
}

#[test]
fn a_sheet_is_in_view_at_once_when_the_window_shrinks() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    for size in [Vec2::new(900.0, 640.0), Vec2::new(450.0, 320.0), Vec2::new(1280.0, 400.0)] {
        app.harness.set_size(size);
        app.harness.step();
        let window = Rect::from_min_size(Pos2::ZERO, size);
        for name in ["Toevoegen", "Toch niet", "Sluiten"] {
            assert!(window.contains_rect(button(&app, name)), "{name} at {} in {size}", button(&app, name));
        }
    }
}

#[test]
fn what_is_pointed_at_under_a_sheet_says_nothing() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    let copy = "Kopiëren: lowie@bistroloo.example";
    app.harness.get_by_label(copy).hover();
    for _ in 0..90 {
        app.harness.step();
    }
    let shown =
        |app: &TestApp| app.harness.query_all_by(|node| node.value().as_deref() == Some(copy)).count();
    assert_eq!(shown(&app), 1);
    // By keys, so that the pointer stays where it is.
    app.tab_to("€\u{a0}120, Tafelkaartjes, ontvangen op 21 nov");
    app.press(Key::Enter);
    app.must_show("Inkomsten aanpassen");
    for _ in 0..10 {
        app.harness.step();
    }
    assert_eq!(shown(&app), 0);
}
