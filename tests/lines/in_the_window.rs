//! What the person sees of it, by the words on the screen.

use std::fs;

use egui::Key;
use kleurboek::{app::opening::OpenBook, storage::places::Places};

use crate::{
    desk::{clock, close, earn},
    support::app::TestApp,
};

/// Draws until this is shown, as it comes from another thread.
fn wait_for(app: &mut TestApp, part: &str) {
    while !app.shows(part) {
        std::thread::yield_now();
        app.harness.step();
    }
    app.settle();
}

/// The example's window, closed, its book gone on by three incomes, and the older file put back.
fn with_older() -> TestApp {
    let app = TestApp::noor();
    let (path, home) = (app.book_path(), app.home.path().to_owned());
    let app = app.restart();
    app.restart_after(|| {
        let older = fs::read(&path).unwrap();
        let places = Places::under(&home);
        let mut open = OpenBook::open(&path, &places, clock(), || {}).unwrap();
        for euros in [11, 12, 13] {
            earn(&mut open, euros);
        }
        close(open);
        fs::write(&path, older).unwrap();
    })
}

#[test]
fn an_older_book_is_asked_about_and_can_be_taken_and_that_undone() {
    let mut app = with_older();
    app.settle();
    app.must_show("Dit boek is ouder dan wat je hier het laatst had: 3 bedragen minder.");
    app.must_show("€ 120 verdiend");
    app.click("Neem dit oudere");
    app.must_not_show("Een ouder boek");
    app.must_show("Het oudere boek genomen");
    app.must_show("€ 120 verdiend");
    app.click_last("Ongedaan maken");
    app.must_show("€ 156 verdiend");
}

#[test]
fn both_can_be_looked_at_before_anything_is_chosen() {
    let mut app = with_older();
    app.settle();
    app.press(Key::Escape);
    app.must_show("Dit is het oudere boek.");
    app.must_show("€ 120 verdiend");
    app.click("Bekijk wat je het laatst had");
    app.must_show("Dit had je hier het laatst.");
    app.must_show("€ 156 verdiend");
    app.click("Bekijk het oudere");
    app.must_show("€ 120 verdiend");
    app.click("Kies");
    app.click("Voeg samen");
    app.must_show("€ 156 verdiend");
    app.must_not_show("Dit is het oudere boek.");
}

#[test]
fn a_copy_says_it_in_the_window_and_only_once() {
    let app = TestApp::noor();
    let (path, home) = (app.book_path(), app.home.path().to_owned());
    let mut app = app.restart();
    let copy = home.join("kopie.kleurboek");
    fs::copy(&path, &copy).unwrap();
    app.click("Instellingen");
    app.click("Ander boek openen");
    app.type_in("Waar staat het boek?", &copy.display().to_string());
    app.click("Openen");
    wait_for(&mut app, &format!("Hetzelfde boek staat ook in {}.", path.canonicalize().unwrap().display()));
    let mut app = app.restart();
    app.settle();
    app.must_not_show("Hetzelfde boek staat ook in");
}

#[test]
fn a_copy_is_joined_from_the_settings_after_a_look_at_what_it_holds() {
    let app = TestApp::noor();
    let (path, home) = (app.book_path(), app.home.path().to_owned());
    let mut app = app.restart_after(|| {
        let copy = home.join("kopie.kleurboek");
        fs::copy(&path, &copy).unwrap();
        let places = Places::under(&home);
        let mut open = OpenBook::open(&copy, &places, clock(), || {}).unwrap();
        earn(&mut open, 45);
        close(open);
    });
    app.settle();
    app.click("Instellingen");
    app.click("Kies een kopie");
    app.type_in("Waar staat het boek?", &home.join("kopie.kleurboek").display().to_string());
    app.click("Kijk wat erin staat");
    wait_for(&mut app, "Dit verandert hier door het samenvoegen: 1 bedrag meer.");
    app.click("Voeg samen");
    app.click("Vandaag");
    app.must_show("€ 165 verdiend");
}

/// The example's window, closed, and one digit changed in its file in an editor.
fn with_a_changed_digit() -> TestApp {
    let app = TestApp::noor();
    let path = app.book_path();
    let app = app.restart();
    app.restart_after(|| {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("amount_cents: 45000,"));
        fs::write(&path, text.replacen("amount_cents: 45000,", "amount_cents: 15000,", 1)).unwrap();
    })
}

#[test]
fn a_hand_edit_is_shown_field_by_field_and_can_be_taken_and_that_undone() {
    let mut app = with_a_changed_digit();
    app.settle();
    app.must_show("Je boek is buiten Kleurboek gewijzigd");
    app.must_show("€ 450 is nu € 150");
    app.click("Neem over");
    app.must_not_show("Dit is anders dan wat Kleurboek het laatst bewaarde:");
    app.click_last("Ongedaan maken");
    let app = app.restart();
    assert!(!app.shows("Je boek is buiten Kleurboek gewijzigd"));
}

#[test]
fn a_hand_edit_can_be_looked_at_from_both_sides_and_put_back() {
    let mut app = with_a_changed_digit();
    app.settle();
    app.press(Key::Escape);
    app.must_show("Zo staat je boek nu in het bestand.");
    app.click("Bekijk hoe het was");
    app.must_show("Zo was je boek voor de wijziging.");
    app.click("Bekijk hoe het nu is");
    app.click("Kies");
    app.click("Zet terug");
    app.must_show("Teruggezet. De gewijzigde versie vind je bij Eerdere versies.");
    app.must_not_show("Zo staat je boek nu in het bestand.");
}

#[test]
fn while_amounts_are_hidden_a_hand_edit_shows_none() {
    let mut app = with_a_changed_digit();
    app.settle();
    app.press(Key::Escape);
    app.click("Bedragen en kleuren verbergen");
    app.click("Kies");
    app.must_show("1 bedrag anders");
    app.must_not_show("€ 150");
}
