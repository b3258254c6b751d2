//! A picture of every screen, by day and by night, drawn without a graphics card.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test pictures` draws them anew; look at every one before keeping it.

mod support;

use egui::{Key, Theme, Vec2};
use egui_kittest::SnapshotOptions;
use kleurboek::{
    domain::{
        book::{Book, Language},
        client::Client,
        example,
        id::Id,
        money::Cents,
    },
    storage::{format::HashLine, machine::Machine},
};
use support::{
    app::{Options, TestApp},
    earlier, two_people,
};

fn noor(theme: Theme) -> Options {
    Options { book: Some(example::atelier_noor(Language::Dutch)), theme, ..Options::default() }
}

fn take(mut app: TestApp, name: &str) {
    app.harness.remove_cursor();
    app.settle();
    app.harness.snapshot_options(name, &SnapshotOptions::new().output_path("tests/pictures"));
}

/// The same screen in both themes, from the pictures of the design.
fn take_both(name: &str, options: impl Fn(Theme) -> Options, go: impl Fn(&mut TestApp)) {
    let mut results = egui_kittest::SnapshotResults::new();
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut app = TestApp::with(options(theme));
        go(&mut app);
        app.harness.remove_cursor();
        app.settle();
        let options = SnapshotOptions::new().output_path("tests/pictures");
        app.harness.snapshot_options(format!("{name}-{suffix}"), &options);
        results.extend_harness(&mut app.harness);
    }
}

#[test]
fn today() {
    take_both("today", noor, |_| {});
}

#[test]
fn today_after_a_change() {
    take_both("today-undo", noor, |app| {
        app.click("Ik heb iets verdiend");
        app.type_text("65");
        app.press(Key::Enter);
        app.wait_until_saved(2);
    });
}

#[test]
fn why_this_figure() {
    take_both("why", noor, |app| app.click("Waarom dit bedrag?"));
}

#[test]
fn why_with_a_proposal() {
    take_both("why-editing", noor, |app| {
        app.click("Waarom dit bedrag?");
        app.click("Aanpassen: Dit heb je nodig in november");
        app.retype_in("Om van te leven, per maand", "2000");
    });
}

#[test]
fn i_earned() {
    take_both("earn", noor, |app| {
        app.click("Ik heb iets verdiend");
        app.type_text("120");
        app.click_button("Bistro Loo, Fijn");
    });
}

#[test]
fn a_client() {
    take_both("client", noor, |app| app.click_containing("Koffiebar Nero, Opletten"));
}

#[test]
fn a_client_with_another_version() {
    let book = |theme| Options { book: Some(two_people::book()), theme, ..Options::default() };
    take_both("client-other-version", book, |app| app.click_containing("Bistro Loo, Fijn"));
}

#[test]
fn the_first_five_minutes() {
    let empty = |theme| Options { theme, ..Options::default() };
    take_both("welcome", empty, |app| {
        app.type_text("1.800");
        app.type_in("Hoeveel kosten heb je per maand voor je werk?", "450");
        app.click("maandag");
        app.click("zaterdag");
    });
}

#[test]
fn the_income_of_a_month() {
    take_both("month", noor, |app| app.click("€ 120 verdiend"));
}

#[test]
fn the_settings() {
    take_both("settings", noor, |app| app.click("Instellingen"));
}

/// Six versions, one edited by hand, one damaged.
fn keep_some_versions(app: &TestApp) {
    let keep = |clients, incomes, at, hash_line| {
        earlier::keep(app, &earlier::younger(clients, incomes), at, hash_line)
    };
    keep(0, 1, earlier::ago(0, 9, 12), HashLine::Right);
    keep(1, 2, earlier::ago(1, 18, 30), HashLine::Right);
    keep(1, 3, earlier::ago(1, 8, 47), HashLine::Wrong);
    keep(2, 4, earlier::ago(3, 16, 20), HashLine::Right);
    let damaged = keep(3, 5, earlier::ago(12, 11, 5), HashLine::Right);
    earlier::damage(&damaged);
    keep(4, 12, earlier::ago(24, 17, 59), HashLine::Right);
}

#[test]
fn the_earlier_versions() {
    take_both("versions", noor, |app| {
        keep_some_versions(app);
        earlier::open_list(app);
    });
}

#[test]
fn an_earlier_version_to_look_at() {
    take_both("version", noor, |app| {
        keep_some_versions(app);
        earlier::open_list(app);
        earlier::look_at(app, "18:30");
    });
}

#[test]
fn the_earlier_versions_with_text_twice_as_large_in_a_small_window() {
    let mut app = large_text(Vec2::new(450.0, 320.0));
    keep_some_versions(&app);
    earlier::open_list(&mut app);
    take(app, "large-text-versions");
}

#[test]
fn an_earlier_version_with_text_twice_as_large_in_a_small_window() {
    let mut app = large_text(Vec2::new(450.0, 320.0));
    keep_some_versions(&app);
    earlier::open_list(&mut app);
    while !app.focused().is_some_and(|name| name.starts_with("18:30")) {
        app.press(Key::Tab);
    }
    app.press(Key::Enter);
    earlier::wait_until_looking(&mut app);
    take(app, "large-text-version");
}

#[test]
fn hidden_from_others() {
    take_both("hidden", noor, |app| app.click("Bedragen en kleuren verbergen"));
}

#[test]
fn an_empty_book() {
    let mut app = TestApp::welcome();
    app.type_text("1800");
    app.click("Aan de slag");
    app.wait_until_saved(1);
    take(app, "empty");
}

#[test]
fn in_english() {
    let book = Some(example::atelier_noor(Language::English));
    take(TestApp::with(Options { book, locale: "en-GB", ..Options::default() }), "english");
}

#[test]
fn in_a_small_window() {
    take(TestApp::with(Options { size: Vec2::new(900.0, 640.0), ..noor(Theme::Light) }), "small");
}

/// The size is in points: with text twice as large, the picture is twice as large as that.
fn large_text(size: Vec2) -> TestApp {
    let machine = Machine { text_size: 200, ..Machine::default() };
    TestApp::with(Options { size, machine, ..noor(Theme::Light) })
}

#[test]
fn with_text_twice_as_large() {
    take(large_text(Vec2::new(640.0, 430.0)), "large-text");
}

#[test]
fn with_text_twice_as_large_in_a_small_window() {
    let mut app = large_text(Vec2::new(450.0, 320.0));
    app.click("Ik heb iets verdiend");
    take(app, "large-text-small");
}

#[test]
fn five_hundred_clients_and_a_name_of_120_letters() {
    let mut book: Book = example::large(Language::Dutch, 10);
    let long = "Sint-Lievens-Houtemse Koninklijke Harmonie en Fanfare ".repeat(3);
    for (bits, name) in [(1, long.chars().take(120).collect()), (2, "🎨 Zoë & Jürgen 🎭".to_owned())] {
        let id = Id::from_bits(bits);
        book.clients.put(id, std::sync::Arc::new(Client::named(id, name)));
    }
    let mut plan = kleurboek::domain::plan::Plan::clone(&book.plan);
    plan.living = Cents::euros(9_999_999);
    plan.rounding = Cents::euros(1);
    book.plan = std::sync::Arc::new(plan);
    let mut app = TestApp::with(Options { book: Some(book), ..Options::default() });
    app.click("Volgorde: Eerst wat eraan komt");
    app.click("Op naam");
    take(app, "crowded");
}

#[test]
fn erasing_a_client() {
    take_both("erase", noor, |app| {
        app.click_containing("Bistro Loo, Fijn");
        app.click("Meer");
        app.click("Voorgoed wissen…");
    });
}
