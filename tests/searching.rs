//! Searching for a client on the first screen.

mod support;

use egui::{Key, Modifiers};
use support::app::TestApp;

fn searching_for(text: &str) -> TestApp {
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND, Key::F);
    app.type_text(text);
    app
}

#[test]
fn esc_and_the_cross_clear_the_search_and_keep_the_keyboard_in_it() {
    for by_key in [true, false] {
        let mut app = searching_for("bistro");
        app.must_not_show("Café Plein, Fijn");
        if by_key {
            app.press(Key::Escape);
        } else {
            app.click("Zoekveld leegmaken");
        }
        app.must_show("Café Plein, Fijn");
        app.must_not_show("Zoekveld leegmaken");
        assert_eq!(app.focused().as_deref(), Some("Zoek een klant"));
    }
}

#[test]
fn the_chips_count_what_is_found() {
    let app = searching_for("bistro");
    for chip in ["Alle 1", "Topper 0", "Fijn 1", "Opletten 0", "Nog te krijgen € 450"] {
        app.must_show(chip);
    }
}

#[test]
fn a_name_that_is_not_found_can_be_added_at_once() {
    let mut app = searching_for("Harmonie Sint-Cecilia");
    app.must_show("Geen klant gevonden voor “Harmonie Sint-Cecilia”.");
    app.click("“Harmonie Sint-Cecilia” toevoegen");
    app.must_show("Hier komt wat je bij deze klant verdient.");
    app.press(Key::Escape);
    app.must_show("Alle 15");
    let book = app.book_on_disk();
    assert!(book.clients.iter().any(|client| client.name == "Harmonie Sint-Cecilia"));
}

#[test]
fn a_name_that_is_there_in_another_colour_is_not_offered_again() {
    let mut app = TestApp::noor();
    app.click("Topper 3");
    app.type_in("Zoek een klant", "bistro");
    app.must_show("Geen klant gevonden");
    app.must_not_show("“bistro” toevoegen");
    app.click("Toon alle klanten");
    app.must_show("Café Plein, Fijn");
}
