//! "Eerdere versies", through the real app: a list, a look, and one taken back.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which also damages a file")]

mod support;

use std::fs;

use egui::{Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use kleurboek::{
    domain::{
        book::{Book, Language},
        example,
    },
    storage::{format::HashLine, machine::Machine},
};
use support::{
    app::{Options, TestApp},
    earlier::{
        ago, backups, damage, keep, keep_many, living_from, look_at, open_list, wait_for_list,
        wait_until_looking, younger,
    },
};

/// The example with a version of yesterday, of when there were two clients fewer and less was earned.
fn noor() -> (TestApp, Book) {
    let app = TestApp::noor();
    let then = younger(2, 3);
    keep(&app, &then, ago(1, 18, 30), HashLine::Right);
    (app, then)
}

#[test]
fn the_list_shows_the_versions_by_day_with_a_picture_in_words() {
    let (mut app, _) = noor();
    keep(&app, &younger(3, 3), ago(2, 9, 5), HashLine::Wrong);
    let damaged = keep(&app, &younger(4, 3), ago(40, 9, 5), HashLine::Right);
    damage(&damaged);
    open_list(&mut app);
    app.must_show("vandaag");
    app.must_show("14:03, 14 klanten, € 2.246 in november, zoals nu");
    app.must_show("gisteren");
    app.must_show("18:30, 12 klanten, € ");
    app.must_show("donderdag 19 november");
    app.must_show("buiten Kleurboek gewijzigd");
    app.must_show("maandag 12 oktober");
    app.must_show("09:05, Deze versie gaat niet open.");
    let name = "09:05, Deze versie gaat niet open.";
    assert!(app.harness.query_by_role_and_label(Role::Button, name).is_none(), "it is no button");
}

#[test]
fn a_version_that_says_the_same_as_a_newer_one_is_left_out() {
    let app = TestApp::noor();
    keep(&app, &living_from(1500), ago(3, 10, 0), HashLine::Right);
    let mut app = app;
    let same = example::atelier_noor(Language::Dutch);
    keep(&app, &same, ago(2, 10, 0), HashLine::Right);
    open_list(&mut app);
    app.must_show("woensdag 18 november");
    app.must_not_show("donderdag 19 november");
}

#[test]
fn without_versions_the_list_says_so() {
    let (mut app, _) = noor();
    fs::remove_dir_all(app.home.path().join("data").join("backups")).unwrap();
    app.click("Instellingen");
    app.click("Eerdere versies bekijken");
    wait_for_list(&mut app);
    app.must_show("Er zijn nog geen eerdere versies.");
}

#[test]
fn a_version_can_be_looked_at_but_not_changed() {
    let (mut app, then) = noor();
    open_list(&mut app);
    look_at(&mut app, "18:30, 12 klanten");
    app.must_show("Dit is je boek van vrijdag 20 november, 18:30.");
    app.must_show("Alleen bekijken");
    app.must_show("Alle 12");
    app.type_text("+");
    app.must_show("Je kan dit boek alleen bekijken. Er is niets veranderd.");
    let someone =
        then.clients.iter().find(|client| client.name == "Bistro Loo").map_or("", |client| &client.name);
    app.click_containing(someone);
    app.click_last("Afronden");
    app.must_show("Je kan dit boek alleen bekijken. Er is niets veranderd.");
    app.press(Key::Escape);
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("Alle 12");
    app.click("Terug naar nu");
    app.click("Vandaag");
    app.must_show("Alle 14");
    app.must_not_show("Dit is je boek van");
    assert!(app.book_on_disk().says_the_same(&example::atelier_noor(Language::Dutch)));
}

#[test]
fn a_version_is_taken_back_in_one_click_and_kept() {
    let (mut app, then) = noor();
    open_list(&mut app);
    look_at(&mut app, "18:30, 12 klanten");
    // The main button is the last, as everywhere.
    let right = |name: &str| app.harness.get_by_label(name).rect().right();
    assert!(right("Terug naar nu") < right("Deze versie terugzetten"));
    app.click("Deze versie terugzetten");
    app.must_show("Versie van vrijdag 20 november teruggezet");
    app.must_not_show("Dit is je boek van");
    app.must_show("Alle 12");
    assert!(app.book_on_disk().says_the_same(&then));
}

#[test]
fn taking_back_is_undone_as_anything_else() {
    let (mut app, _) = noor();
    open_list(&mut app);
    look_at(&mut app, "18:30, 12 klanten");
    app.click("Deze versie terugzetten");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("Ongedaan gemaakt: Versie van vrijdag 20 november teruggezet");
    app.must_show("Alle 14");
    assert!(app.book_on_disk().says_the_same(&example::atelier_noor(Language::Dutch)));
}

#[test]
fn all_of_it_goes_without_a_mouse() {
    let (mut app, then) = noor();
    app.tab_to("Instellingen");
    app.press(Key::Enter);
    app.tab_to("Eerdere versies bekijken");
    app.press(Key::Enter);
    wait_for_list(&mut app);
    while !app.focused().is_some_and(|name| name.starts_with("18:30")) {
        app.press(Key::Tab);
    }
    app.press(Key::Enter);
    wait_until_looking(&mut app);
    app.press(Key::Escape);
    app.must_not_show("Deze versie terugzetten");
    app.tab_to("Eerdere versies bekijken");
    app.press(Key::Enter);
    wait_for_list(&mut app);
    while !app.focused().is_some_and(|name| name.starts_with("18:30")) {
        app.press(Key::Tab);
    }
    app.press(Key::Enter);
    wait_until_looking(&mut app);
    app.tab_to("Deze versie terugzetten");
    app.press(Key::Enter);
    app.must_show("Versie van vrijdag 20 november teruggezet");
    assert!(app.book_on_disk().says_the_same(&then));
}

#[test]
fn a_version_that_is_as_now_has_nothing_to_take_back() {
    let (mut app, _) = noor();
    open_list(&mut app);
    look_at(&mut app, "zoals nu");
    app.click("Deze versie terugzetten");
    app.must_show("Je boek is al zoals deze versie.");
}

#[test]
fn a_version_that_goes_missing_meanwhile_says_so_and_nothing_happens() {
    let (mut app, _) = noor();
    open_list(&mut app);
    for version in backups(&app).list().unwrap() {
        fs::remove_file(version.path).unwrap();
    }
    app.click_containing("18:30, 12 klanten");
    while !app.shows("18:30, Deze versie gaat niet open.") {
        std::thread::yield_now();
        app.harness.step();
    }
    app.must_not_show("Deze versie terugzetten");
}

#[test]
fn the_list_is_reached_from_the_latest_changes_and_hides_amounts() {
    let (mut app, _) = noor();
    app.click_containing("Bistro Loo, Fijn");
    app.click_last("Afronden");
    app.press(Key::Escape);
    app.click("Bedragen en kleuren verbergen");
    app.click("Laatste wijzigingen");
    app.click("Eerdere versies bekijken");
    wait_for_list(&mut app);
    app.must_show("18:30, 12 klanten, € •••");
    app.must_not_show("€ 2.246");
}

#[test]
fn the_example_has_no_versions() {
    let mut app = TestApp::welcome();
    app.click("Eerst rondkijken in een voorbeeld");
    app.click("Instellingen");
    app.must_not_show("Eerdere versies");
}

#[test]
fn sixty_versions_in_a_small_window_with_large_text_are_all_reached_by_tab() {
    let machine = Machine { text_size: 200, ..Machine::default() };
    let book = Some(example::atelier_noor(Language::Dutch));
    let mut app =
        TestApp::with(Options { size: Vec2::new(450.0, 320.0), machine, book, ..Options::default() });
    keep_many(&app, 60);
    open_list(&mut app);
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..70 {
        app.press(Key::Tab);
        reached.extend(app.focused().filter(|name| name.contains("klanten,")));
    }
    assert_eq!(reached.len(), 61, "{reached:#?}");
}
