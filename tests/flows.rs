//! What a person does, through the real app, by the names on the screen.

mod support;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use kleurboek::{
    domain::{fit::Fit, money::Cents},
    storage::machine::Machine,
};
use support::{
    app::{Options, TestApp},
    day,
};

const LIVING: &str = "Hoeveel heb je per maand nodig om van te leven?";
const COSTS: &str = "Hoeveel kosten heb je per maand voor je werk?";

fn answer_the_questions(app: &mut TestApp) {
    app.type_in(LIVING, "1.800");
    app.type_in(COSTS, "450");
    app.click("maandag");
    app.click("zaterdag");
}

#[test]
fn three_questions_open_today_with_the_figure() {
    let mut app = TestApp::welcome();
    answer_the_questions(&mut app);
    app.must_show("€ 155");
    app.click("Aan de slag");
    app.must_show("€ 155 vandaag nodig");
    app.must_show("Eerste klant toevoegen");
    let mut app = app.restart();
    app.settle();
    app.must_show("€ 155 vandaag nodig");
}

#[test]
fn the_first_five_minutes_need_no_mouse() {
    let mut app = TestApp::welcome();
    app.type_text("1800");
    app.press(Key::Tab);
    app.type_text("450");
    app.tab_to("maandag");
    app.press(Key::Space);
    app.tab_to("zaterdag");
    app.press(Key::Space);
    app.tab_to("Aan de slag");
    app.press(Key::Enter);
    app.must_show("€ 155 vandaag nodig");
}

#[test]
fn the_first_amount_can_be_typed_at_once_and_the_figure_grows() {
    let mut app = TestApp::welcome();
    app.type_text("1");
    app.must_show("€ 5");
    app.type_text("800");
    app.must_show("€ 125");
}

#[test]
fn nonsense_says_what_is_wrong_beside_the_field() {
    let mut app = TestApp::welcome();
    app.type_in(LIVING, "veel");
    app.must_show("Dit is geen bedrag");
    app.retype_in(LIVING, "-5");
    app.must_show("Een bedrag kan niet onder nul zijn");
    app.click("Aan de slag");
    app.must_show(LIVING);
}

#[test]
fn the_example_never_touches_ones_own_data() {
    let mut app = TestApp::welcome();
    app.click("Eerst rondkijken in een voorbeeld");
    app.must_show("€ 185 vandaag nodig");
    app.must_show("Dit is een voorbeeld");
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    app.must_show("Genoeg voor vandaag");
    app.click("Verlaat het voorbeeld");
    app.must_show(LIVING);
    assert!(!app.book_path().exists());
}

#[test]
fn the_language_can_be_chosen_before_anything_else() {
    let mut app = TestApp::welcome();
    app.click("Taal: Nederlands");
    app.click("English");
    app.must_show("Welcome!");
}

#[test]
fn earning_65_fills_the_bar_and_the_figure_stays() {
    let mut app = TestApp::noor();
    app.must_show("€ 185 vandaag nodig");
    app.must_show("nog € 65");
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.must_show("Daarna is het genoeg voor vandaag.");
    app.press(Key::Enter);
    app.must_show("€ 185 vandaag nodig");
    app.must_show("Genoeg voor vandaag");
    app.must_show("€ 65 toegevoegd");
    app.must_show("€ 185 verdiend");
}

#[test]
fn the_same_once_more_within_a_minute_is_asked_about() {
    let mut app = TestApp::noor();
    let earn = |app: &mut TestApp, amount: &str| {
        app.click("Ik heb iets verdiend");
        app.type_text(amount);
        app.press(Key::Enter);
    };
    earn(&mut app, "65");
    app.must_show("€ 185 verdiend");
    earn(&mut app, "66");
    app.must_show("€ 251 verdiend");
    earn(&mut app, "65");
    app.must_show("Dit heb je net al toegevoegd.");
    app.must_show("Wat heb je verdiend?");
    app.click("Toch niet");
    app.must_show("€ 251 verdiend");
    earn(&mut app, "65");
    app.click("Nog eens");
    app.must_show("€ 316 verdiend");
    // What was undone was not added.
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("€ 185 verdiend");
    earn(&mut app, "66");
    app.must_show("€ 251 verdiend");
}

#[test]
fn what_was_added_is_there_tomorrow_and_the_figure_follows() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("165");
    app.press(Key::Enter);
    let book = app.book_on_disk();
    let tuesday = kleurboek::domain::figure::DailyFigure::of(&book, day(2026, 11, 24));
    assert_eq!(tuesday.figure, Cents::euros(165));
}

#[test]
fn undo_takes_it_back_and_redo_does_it_again() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("nog € 65");
    app.must_show("Ongedaan gemaakt: € 65 toegevoegd");
    app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    app.must_show("Genoeg voor vandaag");
}

#[test]
fn a_part_payment_is_never_counted_twice() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("200");
    app.click_button("Bistro Loo, Fijn");
    app.must_show("Van Bistro Loo krijg je nog € 450. Hoort dit daarbij?");
    app.click("Ja, een deel ervan");
    app.must_show("Voor vandaag verandert er niets.");
    app.press(Key::Enter);
    app.must_show("nog € 65");
    app.must_show("250 euro nog te krijgen");
    app.must_show("Nog te krijgen € 2.070");
}

#[test]
fn the_whole_amount_settles_what_was_still_to_get() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("450");
    app.click_button("Bistro Loo, Fijn");
    app.press(Key::Enter);
    app.must_show("Nog te krijgen € 1.820");
}

#[test]
fn a_new_client_can_be_added_while_adding_income() {
    let mut app = TestApp::noor();
    app.type_text("+");
    app.type_text("80");
    app.type_in("Zoek of voeg toe", "Zoë 🎨");
    app.click("“Zoë 🎨” toevoegen, Nieuw");
    app.click("Toevoegen");
    app.must_show("€ 80 van Zoë 🎨 toegevoegd");
    app.must_show("Alle 15");
}

#[test]
fn income_must_be_an_amount_above_zero() {
    for (typed, sentence) in
        [("", "Vul een bedrag in."), ("-5", "Een bedrag kan niet onder nul zijn"), ("0", "boven nul")]
    {
        let mut app = TestApp::noor();
        app.click("Ik heb iets verdiend");
        app.type_text(typed);
        app.press(Key::Enter);
        app.must_show(sentence);
        app.must_show("Wat heb je verdiend?");
    }
}

#[test]
fn chips_filter_by_colour_and_say_how_many() {
    let mut app = TestApp::noor();
    for (chip, count) in
        [("Topper 3", 3), ("Fijn 6", 6), ("Opletten 2", 2), ("Afronden 1", 1), ("Nieuw 2", 2)]
    {
        app.click(chip);
        let shown = app
            .harness
            .query_all_by(|node| {
                node.role() == Role::Button
                    && node.label().is_some_and(|label| {
                        let word = chip.split(' ').next().unwrap_or_default().to_owned();
                        label.contains(&format!(", {word}, "))
                    })
            })
            .count();
        assert_eq!(shown, count, "{chip}");
        assert!(!app.shows("Galerie De Vos") || chip == "Topper 3");
    }
}

#[test]
fn still_to_get_shows_who_how_much_and_since_when() {
    let mut app = TestApp::noor();
    app.click("Nog te krijgen € 2.270");
    app.must_show("Bistro Loo, Fijn, verdiend op 24 okt, 450 euro nog te krijgen");
    app.must_not_show("Galerie De Vos");
}

#[test]
fn searching_ignores_accents_and_case() {
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND, Key::F);
    app.type_text("CAFE");
    app.must_show("Café Plein, Fijn");
    app.must_not_show("Bistro Loo, Fijn");
}

#[test]
fn a_swatch_changes_colour_by_its_menu_and_by_the_menu_key() {
    let mut app = TestApp::noor();
    let swatch = app.harness.get_all_by_label_contains("Bistro Loo, Fijn").next();
    swatch.expect("the swatch").click_secondary();
    app.settle();
    app.click("Topper");
    app.must_show("Bistro Loo is nu Topper");
    app.must_show("Topper 4");

    let swatch = app.harness.get_all_by_label_contains("Theater Zuid, Fijn").next();
    swatch.expect("the swatch").focus();
    app.settle();
    app.press(Key::Menu);
    app.click("Afronden");
    app.must_show("Afronden 2");
    let book = app.book_on_disk();
    let theater = book.clients.iter().find(|client| client.name == "Theater Zuid");
    assert_eq!(theater.map(|client| client.fit), Some(Fit::LetGo));
}

#[test]
fn arrows_walk_through_the_swatches() {
    let mut app = TestApp::noor();
    let first = app.harness.get_all_by_label_contains("Bistro Loo, Fijn").next();
    first.expect("the swatch").focus();
    app.settle();
    app.press(Key::ArrowRight);
    assert!(app.focused().is_some_and(|name| name.starts_with("Theater Zuid")), "{:?}", app.focused());
    app.press(Key::ArrowDown);
    app.press(Key::ArrowUp);
    assert!(app.focused().is_some_and(|name| name.starts_with("Theater Zuid")), "{:?}", app.focused());
    app.press(Key::Enter);
    app.must_show("Notities");
}

#[test]
fn hiding_hides_amounts_and_colours_everywhere_until_clicked_again() {
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    for gone in ["185", "450", "Topper", "Fijn", "2.270"] {
        app.must_not_show(gone);
    }
    app.must_show("Bistro Loo");
    app.click("Waarom dit bedrag?");
    app.must_not_show("3.236");
    app.press(Key::Escape);
    app.click("Bedragen en kleuren tonen");
    app.must_show("€ 185 vandaag nodig");
}

#[test]
fn amounts_can_be_hidden_from_the_start() {
    let machine = Machine { start_hidden: true, ..Machine::default() };
    let noor = kleurboek::domain::example::atelier_noor(kleurboek::domain::book::Language::Dutch);
    let app = TestApp::with(Options { machine, book: Some(noor), ..Options::default() });
    app.must_not_show("185");
}

#[test]
fn a_click_on_a_day_says_first_what_today_becomes() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    app.must_show("€ 184,95");
    app.click("zaterdag 28 november, werkdag");
    app.must_show("Vandaag wordt € 225 in plaats van € 185.");
    app.click("Zo doen");
    app.must_show("Waarom € 225?");
    app.press(Key::Escape);
    app.must_show("€ 225 vandaag nodig");
    app.must_show("Zaterdag 28 november vrij");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("€ 185 vandaag nodig");
}

#[test]
fn a_pencil_changes_a_setting_in_its_place() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    app.click("Aanpassen: Dit heb je nodig in november");
    app.retype_in("Om van te leven, per maand", "2000");
    app.must_show("Vandaag wordt € 235 in plaats van € 185.");
    app.click("Zo doen");
    app.must_show("Waarom € 235?");
    let book = app.book_on_disk();
    assert_eq!(book.plan.living, Cents::euros(2000));
}

#[test]
fn a_cap_chosen_elsewhere_is_one_of_the_choices_in_the_explanation() {
    for (cap, chosen) in [(125, "1¼ keer een gewone dag"), (250, "2½ keer een gewone dag")] {
        let mut book = kleurboek::domain::example::atelier_noor(kleurboek::domain::book::Language::Dutch);
        std::sync::Arc::make_mut(&mut book.plan).cap = Some(cap);
        let mut app =
            TestApp::with(Options { book: Some(book), on: day(2026, 11, 28), ..Options::default() });
        app.click("Waarom dit bedrag?");
        app.click_containing("Aanpassen: Meer vraagt één dag niet.");
        app.must_show(chosen);
        app.click("Twee gewone dagen");
        app.must_show(chosen);
    }
}

#[test]
fn a_sheet_gives_the_keyboard_back() {
    let mut app = TestApp::noor();
    app.tab_to("Waarom dit bedrag?");
    app.press(Key::Enter);
    app.must_show("Waarom € 185?");
    app.press(Key::Escape);
    app.must_not_show("Waarom € 185?");
    assert_eq!(app.focused().as_deref(), Some("Waarom dit bedrag?"));
}

#[test]
fn a_book_that_cannot_be_read_is_never_replaced() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    let path = app.book_path();
    let app = app.restart();
    let broken = "(\n  format: 1,\n  reads_from: oeps\n";
    drop(app.harness);
    #[expect(clippy::disallowed_methods, reason = "the test breaks the file on purpose")]
    std::fs::write(&path, broken).expect("the file is broken");
    let home = app.home;
    let start = kleurboek::ui::app::Start {
        book: Some(path.clone()),
        on: Some(day(2026, 11, 21)),
        places: kleurboek::storage::places::Places::under(home.path()),
        locale: Some("nl-BE".to_owned()),
    };
    let mut harness = egui_kittest::Harness::builder()
        .with_size(egui::Vec2::new(1280.0, 860.0))
        .build_eframe(move |creation| kleurboek::ui::app::App::new(&creation.egui_ctx, start));
    assert!(harness.query_by_label_contains("Dit boek is beschadigd, op regel 3.").is_some());
    harness.get_by_label("Open de laatste goede kopie").click();
    harness.run();
    assert!(harness.query_by_label_contains("vandaag nodig").is_some());
    drop(harness);
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), broken);
    assert!(path.with_file_name("boek 2026-11-21.kleurboek").exists());
}

#[test]
fn a_second_window_on_the_same_book_says_so() {
    let app = TestApp::noor();
    let start = kleurboek::ui::app::Start {
        book: Some(app.book_path()),
        on: Some(day(2026, 11, 21)),
        places: kleurboek::storage::places::Places::under(app.home.path()),
        locale: Some("nl-BE".to_owned()),
    };
    let second = egui_kittest::Harness::builder()
        .build_eframe(move |creation| kleurboek::ui::app::App::new(&creation.egui_ctx, start));
    assert!(second.query_by_label_contains("al open in een ander venster").is_some());
}

#[test]
fn enter_in_the_search_chooses_and_a_second_enter_adds() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("200");
    app.type_in("Zoek of voeg toe", "bistro");
    app.press(Key::Enter);
    app.must_show("Van Bistro Loo krijg je nog € 450. Hoort dit daarbij?");
    app.press(Key::Enter);
    app.must_show("€ 200 van Bistro Loo toegevoegd");
}

#[test]
fn what_nobody_in_particular_still_pays_can_be_reached() {
    let mut app = TestApp::welcome();
    answer_the_questions(&mut app);
    app.click("Aan de slag");
    app.click("Ik heb iets verdiend");
    app.type_text("77");
    app.click("Nog te krijgen");
    app.click("Toevoegen");
    app.click("Nog te krijgen € 77");
    app.must_show("Samen € 77");
}

#[test]
fn hiding_also_hides_whom_a_colour_was_chosen_of() {
    let mut app = TestApp::noor();
    app.click("Afronden 1");
    app.must_not_show("Bistro Loo");
    app.click("Bedragen en kleuren verbergen");
    app.must_show("Bistro Loo");
}

#[test]
fn typing_and_erasing_says_nothing() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("65");
    app.press(Key::Enter);
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("Ongedaan gemaakt");
    app.click_containing("Bistro Loo, Fijn");
    app.type_in("Notities over Bistro Loo", "x");
    app.press(Key::Backspace);
    app.press(Key::Tab);
    app.must_not_show("Notities van Bistro Loo aangepast");
}

#[test]
fn a_mistyped_path_keeps_the_open_book() {
    let mut app = TestApp::noor();
    app.click("Instellingen");
    app.click("Ander boek openen");
    app.type_text("/nergens/boek.kleurboek");
    app.press(Key::Enter);
    app.must_show("/nergens/boek.kleurboek gaat niet open.");
    app.press(Key::Escape);
    app.click("Vandaag");
    app.must_show("€ 185 vandaag nodig");
}

#[test]
fn a_new_card_keeps_the_keyboard_and_gives_it_back_to_where_it_was() {
    let mut app = TestApp::noor();
    app.tab_to("Klant toevoegen");
    app.press(Key::Enter);
    app.type_text("Nieuweling");
    app.press(Key::Enter);
    app.must_show("Nieuweling toegevoegd");
    app.press(Key::Escape);
    assert_eq!(app.focused().as_deref(), Some("Klant toevoegen"));
}

#[test]
fn the_undo_bar_is_reached_by_tab_from_an_opened_card() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    app.click_last("Afronden");
    app.must_show("Bistro Loo is nu Afronden");
    // It comes last, so that going back from the first is the short way; the bar does not stay for ever.
    app.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(app.focused().as_deref(), Some("Ongedaan maken"));
    app.press(Key::Enter);
    app.must_show("Ongedaan gemaakt: Bistro Loo is nu Afronden");
}

#[test]
fn what_the_last_income_of_a_client_was_for_is_one_click_away() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("120");
    app.must_not_show("zoals vorige keer?");
    app.click_last("Galerie De Vos, Topper");
    app.click("Uitnodiging opening, zoals vorige keer?");
    app.must_not_show("zoals vorige keer?");
    app.click("Toevoegen");
    let book = app.book_on_disk();
    let client = book.clients.iter().find(|client| client.name == "Galerie De Vos").expect("there").id;
    let today = day(2026, 11, 21);
    assert!(
        book.incomes_of(client)
            .any(|income| income.earned == Some(today) && income.label == "Uitnodiging opening")
    );
}
