//! A name that is typed counts: it means one client, or it is asked whom.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use egui::{Key, Modifiers};
use kleurboek::domain::{book::Book, money::Cents};
use support::app::TestApp;

fn payer_of(book: &Book, amount: i32) -> Option<String> {
    let income =
        book.incomes.iter().find(|income| income.amount == Cents::euros(amount)).expect("the income");
    book.client_name(income.client).map(str::to_owned)
}

#[test]
fn a_typed_name_that_means_one_client_counts_and_is_shown_before_it_is_added() {
    for enter in [false, true] {
        let mut app = TestApp::noor();
        app.click("Ik heb iets verdiend");
        app.type_in("Zoek of voeg toe", "jonas");
        app.type_in("Bedrag", "77");
        app.must_show("Jonas & Mira, Fijn");
        if enter {
            app.press(Key::Enter);
        } else {
            app.click("Toevoegen");
        }
        app.must_show("€ 77 van Jonas & Mira toegevoegd");
        assert_eq!(payer_of(&app.book_on_disk(), 77).as_deref(), Some("Jonas & Mira"));
    }
}

#[test]
fn a_typed_name_that_nobody_has_is_asked_for_and_nothing_is_added_before_the_answer() {
    for enter in [false, true] {
        let mut app = TestApp::noor();
        app.click("Ik heb iets verdiend");
        app.type_in("Zoek of voeg toe", "Bistrot");
        app.type_in("Bedrag", "77");
        if enter {
            app.press(Key::Enter);
        } else {
            app.click("Toevoegen");
        }
        app.must_show("Wie is “Bistrot”?");
        app.must_not_show("toegevoegd");
        assert_eq!(app.focused().as_deref(), Some("Zoek of voeg toe"));
        app.click("“Bistrot” toevoegen, Nieuw");
        app.must_not_show("Wie is");
        app.click("Toevoegen");
        assert_eq!(payer_of(&app.book_on_disk(), 77).as_deref(), Some("Bistrot"));
    }
}

#[test]
fn a_typed_name_that_several_have_is_asked_for() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("77");
    app.type_in("Zoek of voeg toe", "er");
    app.press(Key::Enter);
    app.must_show("Wie is “er”?");
    app.click("Toevoegen");
    app.must_show("Wie is “er”?");
    app.retype_in("Zoek of voeg toe", "café p");
    app.must_not_show("Wie is");
    app.click("Toevoegen");
    assert_eq!(payer_of(&app.book_on_disk(), 77).as_deref(), Some("Café Plein"));
}

#[test]
fn the_search_box_stays_where_it_is_whatever_it_finds() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_in("Zoek of voeg toe", "b");
    let before = app.focused_rect();
    for letter in ["i", "s", "t", "r", "o", "x"] {
        app.type_text(letter);
        assert_eq!(app.focused_rect(), before, "after {letter}");
    }
}

#[test]
fn a_name_typed_while_correcting_counts_or_is_asked_for() {
    let mut app = TestApp::noor();
    app.click("€ 120 verdiend");
    app.click("€ 240, Galerie De Vos, Uitnodiging opening");
    app.tab_to("Zoek een klant");
    app.type_text("niemand");
    app.click("Aanpassen");
    app.must_show("Wie is “niemand”?");
    app.press_with(Modifiers::COMMAND, Key::A);
    app.type_text("jonas");
    app.click("Aanpassen");
    app.must_not_show("Wie is");
    let book = app.book_on_disk();
    let income =
        book.incomes.iter().find(|income| income.label == "Uitnodiging opening").expect("the income");
    assert_eq!(book.client_name(income.client), Some("Jonas & Mira"));
}

#[test]
fn a_name_typed_on_a_card_for_how_they_met_counts_or_is_asked_for() {
    let mut app = TestApp::noor();
    app.click_containing("Galerie De Vos, Topper");
    app.click("Veranderen");
    app.type_text("niemand");
    app.click("Klaar");
    app.must_show("Wie is “niemand”?");
    app.retype_in("Via welke klant?", "theater");
    app.click("Klaar");
    let book = app.book_on_disk();
    let gallery = book.clients.iter().find(|client| client.name == "Galerie De Vos").expect("the client");
    assert_eq!(book.client_name(gallery.met.through), Some("Theater Zuid"));
}
