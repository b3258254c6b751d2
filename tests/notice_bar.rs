//! The bar at the bottom says what was done; it covers nothing, and leaves by itself.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::time::Duration;

use egui::{Key, Modifiers, Rect, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use kleurboek::domain::{book::Language, example};
use support::app::{Options, TestApp};

fn noor_of_size(size: Vec2) -> TestApp {
    let book = Some(example::atelier_noor(Language::Dutch));
    TestApp::with(Options { book, size, ..Options::default() })
}

fn earn_65(app: &mut TestApp) {
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    app.must_show("€ 65 toegevoegd");
}

/// Where the bar is, by its words and its button.
fn bar(app: &TestApp) -> Rect {
    let words = app.harness.get_all_by_label_contains("65 toegevoegd").last().expect("the bar").rect();
    let button = app.harness.get_all_by_role_and_label(Role::Button, "Ongedaan maken").last();
    words.union(button.expect("its button").rect())
}

/// Goes on to `seconds` from now, in one frame.
fn wait(app: &mut TestApp, seconds: f64) {
    let now = app.harness.ctx.input(|input| input.time);
    app.harness.input_mut().time = Some(now + seconds);
    app.harness.step();
    app.harness.input_mut().time = None;
}

fn next_frame_after(app: &TestApp) -> Duration {
    app.harness.output().viewport_output.values().map(|output| output.repaint_delay).min().expect("a window")
}

#[test]
fn it_leaves_on_time_with_one_frame() {
    let mut app = TestApp::noor();
    earn_65(&mut app);
    app.wait_until_saved(2);
    let delay = next_frame_after(&app).as_secs_f64();
    assert!(delay > 15.0 && delay <= 20.0, "{delay}");
    wait(&mut app, delay);
    app.must_not_show("€ 65 toegevoegd");
    // The page takes its room back.
    app.harness.step();
    assert!(next_frame_after(&app) > Duration::from_secs(1), "{:?}", app.harness.ctx.repaint_causes());
}

#[test]
fn a_pointer_that_lay_there_before_does_not_hold_it() {
    let mut app = TestApp::noor();
    earn_65(&mut app);
    let place = bar(&app).center();
    app.press_with(egui::Modifiers::COMMAND, Key::Z);
    app.harness.event(egui::Event::PointerMoved(place));
    wait(&mut app, 30.0);
    wait(&mut app, 30.0);
    app.must_not_show("toegevoegd");
    // Said again under the pointer that rests.
    app.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::Z);
    app.must_show("€ 65 toegevoegd");
    wait(&mut app, 30.0);
    app.must_not_show("€ 65 toegevoegd");
    app.press_with(egui::Modifiers::COMMAND, Key::Z);
    wait(&mut app, 10.0);
    app.harness.event(egui::Event::PointerMoved(place + Vec2::X));
    app.harness.step();
    wait(&mut app, 15.0);
    app.must_show("€ 65 toegevoegd");
}

#[test]
fn what_has_the_keyboard_is_never_under_it() {
    for size in [Vec2::new(900.0, 640.0), Vec2::new(450.0, 320.0)] {
        for place in ["Vandaag", "Instellingen"] {
            let mut app = noor_of_size(size);
            earn_65(&mut app);
            app.click(place);
            never_under(&mut app);
        }
    }
}

#[test]
fn it_lies_over_no_sheet_either() {
    for size in [Vec2::new(900.0, 640.0)] {
        for open in ["Bistro Loo, Fijn", "Ik heb iets verdiend", "Waarom dit bedrag?", "Laatste wijzigingen"]
        {
            let mut app = noor_of_size(size);
            earn_65(&mut app);
            app.click_containing(open);
            never_under(&mut app);
        }
    }
}

fn never_under(app: &mut TestApp) {
    for _ in 0..30 {
        app.press(Key::Tab);
        let Some(rect) = app.focused_rect() else { continue };
        let bar = bar(app);
        if app.focused().as_deref() != Some("Ongedaan maken") {
            assert!(!bar.expand(12.0).contains(rect.center()), "{:?}", app.focused());
        }
    }
}

#[test]
fn what_cannot_be_kept_is_said_beside_undo_and_offers_a_copy() {
    let mut app = TestApp::noor();
    let path = app.book_path();
    let mut permissions = std::fs::metadata(&path).expect("there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("read-only");
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    while !app.shows("Dit bestand staat op alleen-lezen") {
        std::thread::yield_now();
        app.harness.step();
    }
    app.settle();
    app.must_show("€ 65 toegevoegd");
    app.click_last("Bewaar een kopie");
    app.must_show("Kies waar de kopie komt");
    app.press(Key::Escape);
    app.click_last("Ongedaan maken");
    app.must_show("Ongedaan gemaakt: € 65 toegevoegd");
}

#[test]
fn the_bar_begins_with_a_capital() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    app.click_containing("vrijdag 27 november");
    app.click("Zo doen");
    app.must_show("Vrijdag 27 november vrij");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("Ongedaan gemaakt: vrijdag 27 november vrij");
}
