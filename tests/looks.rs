//! Where things are: in sight when they open, still when something is clicked, and no line too long to follow.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use egui::{Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::kittest::Queryable as _;
use kleurboek::domain::{book::Language, example};
use support::app::{Options, TestApp};

fn noor_of_size(size: Vec2) -> TestApp {
    let book = Some(example::atelier_noor(Language::Dutch));
    TestApp::with(Options { book, size, ..Options::default() })
}

fn rect(app: &TestApp, name: &str) -> Rect {
    app.harness.get_all_by_label(name).last().unwrap_or_else(|| panic!("nothing is called {name}")).rect()
}

/// Where something is by its name or its words.
fn place(app: &TestApp, name: &str) -> Rect {
    let named = app.harness.query_all_by_label(name).chain(app.harness.query_all_by_value(name));
    named.map(|node| node.rect()).next().unwrap_or_else(|| panic!("nothing is called {name}"))
}

#[test]
fn a_part_that_opens_scrolls_into_view() {
    let size = Vec2::new(900.0, 640.0);
    let window = Rect::from_min_size(Pos2::ZERO, size);
    let mut app = noor_of_size(size);
    app.click("Ik heb iets verdiend");
    app.tab_to("Andere dag");
    app.press(Key::Enter);
    let (day, foot) = (rect(&app, "maandag 30 november"), rect(&app, "Toevoegen"));
    assert!(day.bottom() <= foot.top(), "{day} {foot}");

    let mut app = noor_of_size(size);
    app.click("Instellingen");
    app.tab_to("Vrije dagen toevoegen");
    app.press(Key::Enter);
    let add = rect(&app, "Toevoegen");
    assert!(window.contains_rect(add), "{add}");
}

#[test]
fn on_a_very_wide_screen_the_page_lies_in_the_middle() {
    let app = noor_of_size(Vec2::new(3840.0, 1200.0));
    let (left, right) = (rect(&app, "Ik heb iets verdiend").left(), rect(&app, "Klant toevoegen").right());
    assert!(right - left <= 1600.0, "from {left} to {right}");
    assert!(left > 1000.0, "from {left} to {right}");
}

#[test]
fn what_is_copied_moves_nothing_in_its_line() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    let names = ["Kopiëren: lowie@bistroloo.example", "Mensen en adres aanpassen", "Els Maes"];
    let places = |app: &TestApp| names.map(|name| place(app, name));
    let before = places(&app);
    app.click_containing("Kopiëren: 0470");
    app.must_show("gekopieerd");
    assert_eq!(places(&app), before);
}

#[test]
fn the_words_of_the_rail_and_of_saving_stay_at_200_percent() {
    let mut app = noor_of_size(Vec2::new(450.0, 320.0));
    app.must_show("Bewaard");
    app.must_show("zaterdag 21 november");
    for tab in ["Vandaag", "Instellingen"] {
        assert!(rect(&app, tab).height() > 50.0, "there is room for the word {tab}");
    }
    app.click("Instellingen");
    app.must_show("Bewaard");
}

#[test]
fn what_was_earned_and_what_is_expected_are_told_apart() {
    let app = TestApp::noor();
    app.must_show("Bistro Loo, Fijn, Menukaart dinsdag 24 november");
    app.must_show("Amina Haddad, Topper, Portret, verdiend op donderdag 12 november");
}

#[test]
fn tab_reaches_the_menu_of_a_card_before_its_cross() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    app.tab_to("Meer");
    app.press(Key::Tab);
    assert_eq!(app.focused().as_deref(), Some("Sluiten"));
}

#[test]
fn the_cards_of_the_welcome_keep_one_height_with_a_mistake_on_one() {
    let mut app = TestApp::welcome();
    let paper = |app: &mut TestApp| {
        let picture = app.harness.render().expect("a picture");
        // Straight down through the margin of the first card and of the last: where their white ends.
        [148, 836].map(|x| (330..860).find(|y| picture.get_pixel(x, *y).0 != [255, 255, 255, 255]))
    };
    let before = paper(&mut app);
    app.type_text("veel");
    app.must_show("Dit is geen bedrag");
    let [first, last] = paper(&mut app);
    assert!(first > before.first().copied().flatten(), "the sentence takes room: {before:?} {first:?}");
    assert_eq!(first, last);
}

#[test]
fn both_screens_begin_at_one_place_on_a_very_wide_screen() {
    let mut app = noor_of_size(Vec2::new(3840.0, 1200.0));
    let today = rect(&app, "zaterdag 21 november").left();
    app.click("Instellingen");
    let heading = app.harness.get_by_role_and_label(egui::accesskit::Role::Heading, "Instellingen").rect();
    assert!((heading.left() - today).abs() < 1.0, "{heading} {today}");
    let end = rect(&app, "Huur atelier weghalen").right();
    assert!(end - today < 860.0, "the lines of a card end at {end}");
}

#[test]
fn the_date_is_never_cut_off() {
    for width in [300_u16, 450, 560, 600, 640, 680, 720, 760, 1280] {
        let mut app = noor_of_size(Vec2::new(width.into(), 640.0));
        // More buttons, and more words about saving.
        app.click("Ik heb iets verdiend");
        app.type_text("65");
        app.press(Key::Enter);
        app.press_with(Modifiers::COMMAND, Key::Z);
        let (date, undo) = (place(&app, "zaterdag 21 november"), rect(&app, "Ongedaan maken"));
        assert!(date.right() <= undo.left(), "{width}: {date} {undo}");
        // A line of 19 points; two where the words do not fit on one.
        assert!(date.width() > 195.0 || date.height() > 40.0, "{width}: {date}");
    }
}

#[test]
fn the_main_button_of_why_stands_at_the_right() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    app.click_containing("vrijdag 27 november");
    let (main, other) = (rect(&app, "Zo doen"), rect(&app, "Toch niet"));
    assert!(other.right() < main.left(), "{other} {main}");
    assert!(main.right() > 900.0, "{main}");
    // At the same place for a line as for a day.
    app.click("Toch niet");
    app.click_containing("Aanpassen: Gedeeld door");
    app.click("vrijdag");
    assert!((rect(&app, "Zo doen").right() - main.right()).abs() < 30.0);
}

#[test]
fn what_is_said_of_a_day_begins_under_the_words_of_the_lines() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    let words = place(&app, "Dit heb je nodig in november").left();
    assert!((place(&app, "zaterdag 21 november, werkdag").left() - words).abs() < 1.0);
    app.click_containing("vrijdag 27 november");
    let said = place(&app, "Je neemt vrijdag 27 november vrij.").left();
    assert!((said - words).abs() < 1.0, "{said} {words}");
}

#[test]
fn whom_enter_chose_is_seen_in_a_low_window() {
    let mut app = noor_of_size(Vec2::new(450.0, 320.0));
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Tab);
    app.type_text("Bistro");
    app.press(Key::Enter);
    let (tile, foot) = (rect(&app, "Bistro Loo, Fijn"), rect(&app, "Toevoegen"));
    assert!(tile.bottom() <= foot.top(), "{tile} {foot}");
}

#[test]
fn a_sheet_can_be_read_in_a_low_window_right_after_a_change() {
    let mut app = noor_of_size(Vec2::new(450.0, 320.0));
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    app.must_show("€ 65 toegevoegd");
    app.press_with(Modifiers::COMMAND, Key::N);
    app.must_not_show("€ 65 toegevoegd");
    app.press(Key::Escape);
    app.click("Ongedaan maken");
    app.must_show("Ongedaan gemaakt: € 65 toegevoegd");
}
