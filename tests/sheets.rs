//! Sheets: what was typed on one stays, its buttons stay in sight, and it fits in any window.

mod support;

use egui::{Key, Pos2};
use support::app::TestApp;

/// A place beside every sheet.
const BESIDE: Pos2 = Pos2::new(20.0, 600.0);

#[test]
fn a_click_beside_a_sheet_closes_it_while_nothing_was_typed() {
    let mut app = TestApp::noor();
    for (button, title) in [("Ik heb iets verdiend", "Wat heb je verdiend?"), ("Klant", "Nieuwe klant")] {
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
    app.click_button("Klant");
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
    app.click("Ander bestand kiezen");
    app.type_text("/ergens");
    app.tap_at(BESIDE);
    app.must_show("/ergens");
}
