//! Menus: always on top of what they belong to, also by the keyboard alone.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kleurboek::domain::{fit::Fit, money::Cents};
use support::app::TestApp;

fn focus_swatch(app: &mut TestApp, name: &str) {
    app.harness.get_all_by_label_contains(name).next().expect("the swatch").focus();
    app.settle();
}

#[test]
fn the_menu_of_a_card_opens_ten_times_whatever_was_clicked_in_between() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    for time in 0..10 {
        app.tap("Meer");
        assert!(app.shows("Archiveren"), "not there the time {time}");
        app.tap(if time % 2 == 0 { "Meer" } else { "Hoe kwamen we bij elkaar?" });
        app.must_not_show("Archiveren");
    }
    app.tap("Meer");
    // It lies over the feelings: what is clicked is the menu.
    app.tap("Archiveren");
    app.must_show("Bistro Loo naar het archief");
}

#[test]
fn the_menu_is_on_top_again_after_a_client_was_removed_and_came_back() {
    let mut app = TestApp::noor();
    for _ in 0..3 {
        app.click_containing("Bistro Loo, Fijn");
        app.tap("Meer");
        app.tap("Verwijderen");
        app.must_show("Bistro Loo weggehaald");
        app.press_with(Modifiers::COMMAND, Key::Z);
    }
    app.click_containing("Bistro Loo, Fijn");
    app.tap("Meer");
    app.tap("Archiveren");
    app.must_show("Bistro Loo naar het archief");
}

#[test]
fn the_arrows_go_into_the_menu_of_a_swatch_and_the_keyboard_comes_back() {
    let mut app = TestApp::noor();
    focus_swatch(&mut app, "Theater Zuid, Fijn");
    app.press_with(Modifiers::SHIFT, Key::F10);
    app.press(Key::ArrowDown);
    assert_eq!(app.focused().as_deref(), Some("Ik heb iets verdiend"));
    app.press(Key::ArrowDown);
    assert_eq!(app.focused().as_deref(), Some("Topper"));
    app.press(Key::Escape);
    app.must_not_show("Geef een kleur");
    assert!(app.focused().is_some_and(|name| name.starts_with("Theater Zuid")), "{:?}", app.focused());
    app.press_with(Modifiers::SHIFT, Key::F10);
    app.press(Key::ArrowUp);
    app.press(Key::Enter);
    app.must_show("Theater Zuid is nu Nieuw");
    assert!(app.focused().is_some_and(|name| name.starts_with("Theater Zuid")), "{:?}", app.focused());
    let book = app.book_on_disk();
    let theater = book.clients.iter().find(|client| client.name == "Theater Zuid").expect("the client");
    assert_eq!(theater.fit, Fit::New);
}

#[test]
fn the_keyboard_comes_back_from_what_the_menu_of_a_card_opened_and_from_the_card() {
    let mut app = TestApp::noor();
    focus_swatch(&mut app, "Theater Zuid, Fijn");
    app.press(Key::Enter);
    app.tab_to("Meer");
    app.press(Key::Enter);
    app.press(Key::ArrowUp);
    assert_eq!(app.focused().as_deref(), Some("Voorgoed wissen…"));
    app.press(Key::Enter);
    app.must_show("Theater Zuid voorgoed wissen?");
    app.press(Key::Escape);
    assert_eq!(app.focused().as_deref(), Some("Meer"));
    app.press(Key::Enter);
    app.press(Key::ArrowDown);
    app.press(Key::Escape);
    assert_eq!(app.focused().as_deref(), Some("Meer"));
    app.press(Key::Escape);
    assert!(app.focused().is_some_and(|name| name.starts_with("Theater Zuid")), "{:?}", app.focused());
}

#[test]
fn the_next_swatch_has_the_keyboard_after_one_was_removed_from_its_card() {
    let mut app = TestApp::noor();
    focus_swatch(&mut app, "Theater Zuid, Fijn");
    app.press(Key::Enter);
    app.tab_to("Meer");
    app.press(Key::Enter);
    app.press(Key::ArrowDown);
    app.press(Key::ArrowDown);
    assert_eq!(app.focused().as_deref(), Some("Verwijderen"));
    app.press(Key::Enter);
    app.must_show("Theater Zuid weggehaald");
    assert!(app.focused().is_some_and(|name| name.starts_with("Studio Blink")), "{:?}", app.focused());
}

#[test]
fn a_right_click_on_a_swatch_adds_income_from_that_client() {
    let mut app = TestApp::noor();
    app.harness.get_all_by_label_contains("Theater Zuid, Fijn").next().expect("the swatch").click_secondary();
    app.settle();
    app.click_last("Ik heb iets verdiend");
    app.type_text("50");
    app.press(Key::Enter);
    let book = app.book_on_disk();
    let theater = book.clients.iter().find(|client| client.name == "Theater Zuid").expect("the client").id;
    let income = book.incomes.iter().find(|income| income.amount == Cents::euros(50)).expect("the income");
    assert_eq!(income.client, Some(theater));
}
