//! A client's card, income corrected, settings and the list of changes, by the names on the screen.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use egui::{Key, Modifiers};
use kleurboek::domain::{
    book::{Book, Language},
    client::GutFeeling,
    figure::DailyFigure,
    money::Cents,
};
use support::{app::TestApp, day};

fn card_of(name: &str) -> TestApp {
    let mut app = TestApp::noor();
    app.click_containing(name);
    app
}

fn client<'a>(book: &'a Book, name: &str) -> &'a kleurboek::domain::client::Client {
    book.clients.iter().find(|client| client.name == name).expect("the client")
}

#[test]
fn is_paid_is_one_click_and_counts_once() {
    let mut app = card_of("Koffiebar Nero, Opletten");
    app.must_show("verwacht op 9 nov");
    app.must_show("12 dagen geleden");
    app.click_containing("Ik kreeg dit");
    app.must_show("€ 300 van Koffiebar Nero ontvangen");
    let book = app.book_on_disk();
    let paid = book.incomes.iter().find(|income| income.label == "Logo, tweede deel").expect("there");
    assert_eq!(paid.paid, Some(day(2026, 11, 21)));
    let today = DailyFigure::of(&book, day(2026, 11, 21));
    assert_eq!((today.figure, today.earned_today), (Cents::euros(185), Cents::euros(120)));
}

#[test]
fn what_is_typed_on_a_card_is_there_tomorrow_also_when_closed_right_after_typing() {
    let mut app = card_of("Bistro Loo, Fijn");
    app.retype_in("Notities over Bistro Loo", "Altijd op dinsdag.\nWil blauw.");
    let book = app.book_on_disk();
    assert_eq!(client(&book, "Bistro Loo").notes, "Altijd op dinsdag.\nWil blauw.");
}

#[test]
fn typing_is_one_step_and_said_when_the_field_is_left() {
    let mut app = card_of("Bistro Loo, Fijn");
    app.retype_in("Notities over Bistro Loo", "Blauw");
    app.type_text(" en");
    app.type_text(" geel");
    app.must_not_show("Notities van Bistro Loo aangepast");
    app.press(Key::Tab);
    app.must_show("Notities van Bistro Loo aangepast");
    app.press(Key::Escape);
    app.press_with(Modifiers::COMMAND, Key::Z);
    let book = app.book_on_disk();
    assert_eq!(client(&book, "Bistro Loo").notes, "Elk seizoen een nieuwe kaart. Maandag gesloten.");
}

#[test]
fn a_feeling_is_chosen_and_taken_away_again() {
    let mut app = card_of("Bistro Loo, Fijn");
    app.click("heerlijk");
    app.click("heerlijk");
    app.click("zwaar");
    let book = app.book_on_disk();
    assert_eq!(client(&book, "Bistro Loo").gut, Some(GutFeeling::Heavy));
}

#[test]
fn a_client_is_added_by_name_alone_with_the_keyboard_alone() {
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND, Key::N);
    app.type_text("Harmonie Sint-Cecilia");
    app.press(Key::Enter);
    app.must_show("Harmonie Sint-Cecilia toegevoegd");
    app.must_show("Hier komt wat je bij deze klant verdient.");
    app.press(Key::Escape);
    app.must_show("Harmonie Sint-Cecilia, Nieuw, nog niets");
    app.must_show("Alle 15");
}

#[test]
fn a_removed_client_comes_back_by_undo() {
    let mut app = card_of("Bistro Loo, Fijn");
    app.click("Meer");
    app.click("Verwijderen");
    app.must_show("Bistro Loo weggehaald");
    app.must_show("Alle 13");
    app.click_last("Ongedaan maken");
    app.must_show("Alle 14");
}

#[test]
fn a_removed_client_can_be_brought_back_or_erased_from_the_settings() {
    let mut app = card_of("Bistro Loo, Fijn");
    app.must_show("€ 450");
    for client in ["Bistro Loo, Fijn", "Fit Plus, Afronden"] {
        if client != "Bistro Loo, Fijn" {
            app.click_containing(client);
        }
        app.click("Meer");
        app.click("Verwijderen");
    }
    app.must_show("Alle 12");
    app.click("Instellingen");
    app.click("Weggehaalde klanten bekijken");
    app.click("Bistro Loo terughalen");
    app.must_show("Bistro Loo teruggehaald");
    app.must_not_show("Bistro Loo terughalen");
    app.click("Fit Plus voorgoed wissen");
    app.click("Voorgoed wissen");
    app.must_show("Er zijn geen weggehaalde klanten meer.");
    app.press(Key::Escape);
    app.must_not_show("Weggehaalde klanten");
    app.click("Vandaag");
    app.must_show("Alle 13");
    app.click_containing("Bistro Loo, Fijn");
    app.must_show("€ 450");
    let book = app.book_on_disk();
    assert!(book.lineage.removed_clients.is_empty() && book.lineage.erased.len() == 1);
}

#[test]
fn an_archived_client_is_kept_and_can_be_taken_back() {
    let mut app = card_of("Fit Plus, Afronden");
    app.click("Meer");
    app.click("Archiveren");
    app.press(Key::Escape);
    app.must_show("Alle 13");
    app.click("Archief 1");
    app.must_show("Fit Plus, Afronden");
}

#[test]
fn income_is_corrected_from_the_month_and_says_first_what_today_becomes() {
    let mut app = TestApp::noor();
    app.click("€ 120 verdiend");
    app.must_show("Samen € 2.246");
    app.click("€ 240, Galerie De Vos, Uitnodiging opening");
    app.retype_in("Bedrag", "340");
    app.must_show("Vandaag wordt € 170 in plaats van € 185.");
    app.click("Aanpassen");
    app.must_show("Samen € 2.346");
    app.press(Key::Escape);
    app.must_show("€ 170 vandaag nodig");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("€ 185 vandaag nodig");
}

#[test]
fn income_is_removed_and_comes_back_by_undo() {
    let mut app = TestApp::noor();
    app.click("€ 120 verdiend");
    app.click_containing("Tafelkaartjes");
    app.click("Verwijderen");
    app.press(Key::Escape);
    app.must_show("€ 0 verdiend");
    app.press_with(Modifiers::COMMAND, Key::Z);
    app.must_show("€ 120 verdiend");
}

#[test]
fn a_setting_is_felt_at_once() {
    let mut app = TestApp::noor();
    app.click("Instellingen");
    app.must_show("Vandaag: € 185");
    app.retype_in("Om van te leven", "2000");
    app.must_show("Vandaag: € 235");
    app.retype_in("Om van te leven", "nee");
    app.must_show("Dit is geen bedrag");
    let book = app.book_on_disk();
    assert_eq!(book.plan.living, Cents::euros(2000));
}

#[test]
fn the_book_learns_another_language() {
    let mut app = TestApp::noor();
    app.click("Instellingen");
    app.click("English");
    app.must_show("Settings");
    app.click("Today");
    app.must_show("€185 needed today");
    assert_eq!(app.book_on_disk().house.language, Language::English);
}

#[test]
fn own_words_for_the_colours_stand_everywhere() {
    let mut app = TestApp::noor();
    app.click("Instellingen");
    app.type_in("Jouw woord voor Topper", "Zonnetje");
    app.click("Vandaag");
    app.must_show("Zonnetje 3");
    app.must_show("Galerie De Vos, Zonnetje");
}

#[test]
fn the_list_of_changes_says_what_was_done() {
    let mut app = TestApp::noor();
    app.type_text("+");
    app.type_text("65");
    app.press(Key::Enter);
    app.click("Laatste wijzigingen");
    app.must_show("14:03");
    app.must_show("€ 65 toegevoegd");
}

#[test]
fn the_sheet_of_keys_opens_with_a_question_mark() {
    let mut app = TestApp::noor();
    app.type_text("?");
    app.must_show("Ctrl+Shift+H");
}

#[test]
fn long_names_and_hundred_thousand_letters_are_taken_as_far_as_they_fit() {
    let mut app = TestApp::noor();
    app.press_with(Modifiers::COMMAND, Key::N);
    app.type_text(&"Ω🎨a".repeat(40_000));
    app.press(Key::Enter);
    let book = app.book_on_disk();
    let longest = book.clients.iter().map(|client| client.name.chars().count()).max();
    assert_eq!(longest, Some(200));
}

#[test]
fn people_can_be_typed_at_once_when_their_form_opens() {
    let mut app = card_of("Uitgeverij Maan, Nieuw");
    app.click_containing("Mensen en adres");
    app.press_with(Modifiers::COMMAND, Key::A);
    app.type_text("Samir");
    app.press(Key::Tab);
    app.press_with(Modifiers::COMMAND, Key::A);
    app.type_text("0470 00 00 01");
    let book = app.book_on_disk();
    let person = &client(&book, "Uitgeverij Maan").people.first().expect("somebody").clone();
    assert_eq!((person.name.as_str(), person.phone.as_str()), ("Samir", "0470 00 00 01"));
}

#[test]
fn what_has_the_keyboard_is_always_in_sight() {
    let mut app = TestApp::with(support::app::Options {
        size: egui::Vec2::new(450.0, 320.0),
        book: Some(kleurboek::domain::example::atelier_noor(Language::Dutch)),
        ..support::app::Options::default()
    });
    for _ in 0..40 {
        app.press(Key::Tab);
        let rect = app.focused_rect().expect("something has the keyboard");
        assert!(rect.center().y > 0.0 && rect.center().y < 320.0, "{:?} at {rect:?}", app.focused());
    }
}

#[test]
fn what_cannot_be_is_said_and_stays_typed_and_nothing_is_changed_silently() {
    let mut app = TestApp::noor();
    app.click("Instellingen");
    for (field, typed, sentence) in [
        ("Voor de belastingen", "99", "Vul een getal van 0 tot 75 in."),
        ("Tijd om te betalen", "366", "Vul een heel getal van 0 tot 365 in."),
        ("Om van te leven", "veel", "Dit is geen bedrag."),
    ] {
        app.retype_in(field, typed);
        app.must_show(sentence);
        // Left alone it is not silently something else either.
        app.press(Key::Tab);
        app.press(Key::Tab);
        app.must_show(sentence);
        app.must_show(typed);
    }
    app.retype_in("Voor de belastingen", "75");
    app.retype_in("Tijd om te betalen", "365");
    app.must_not_show("Vul een");
    let book = app.book_on_disk();
    assert_eq!((book.plan.reserve, book.house.payment_term), (7500, 365));
    assert_eq!(book.plan.living, Cents::euros(1800));

    // The same sentence where the sum is explained.
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    app.click("Aanpassen: Dit heb je nodig in november");
    app.retype_in("Opzij voor belastingen, van wat je overhoudt", "99");
    app.must_show("Vul een getal van 0 tot 75 in.");
    app.must_show("Toch niet");
}

#[test]
fn each_day_of_an_income_says_which_it_is_and_long_ago_is_said_in_years() {
    let mut book = kleurboek::domain::example::atelier_noor(Language::Dutch);
    let nero = book.clients.iter().find(|client| client.name == "Koffiebar Nero").expect("there").id;
    let at = |year, month, number| Some(support::day(year, month, number));
    for (number, earned, due, paid) in [
        (1, at(2026, 10, 24), None, at(2026, 11, 21)),
        (2, at(2017, 8, 1), at(2017, 8, 31), None),
        (3, at(2026, 11, 2), at(2027, 8, 31), None),
    ] {
        let id = kleurboek::domain::id::Id::from_bits(9000 + number);
        let income = kleurboek::domain::income::Income {
            id,
            client: Some(nero),
            label: format!("Werk {number}"),
            amount: Cents::euros(120),
            earned,
            due,
            paid,
        };
        book.incomes.put(id, std::sync::Arc::new(income));
    }
    for size in [egui::Vec2::new(1280.0, 860.0), egui::Vec2::new(500.0, 800.0)] {
        let options = support::app::Options { book: Some(book.clone()), size, ..Default::default() };
        let mut app = TestApp::with(options);
        app.click("Koffiebar Nero, Opletten, Werk 3 dinsdag 31 augustus 2027, 540 euro nog te krijgen");
        app.must_show("€ 120, Werk 1, ontvangen op 21 nov, verdiend op 24 okt");
        app.must_show("€ 120, Werk 2, verwacht op 31 aug 2017, 9 jaar geleden");
        app.must_show("€ 120, Werk 3, verwacht op 31 aug 2027");
        app.must_show("€ 300, Logo, voorschot, ontvangen op 5 nov");
    }
}

#[test]
fn the_arrows_of_a_month_stay_in_their_place_whatever_it_is_called() {
    use egui_kittest::kittest::Queryable as _;
    let place = |app: &TestApp, name: &str| {
        app.harness.get_all_by_label(name).last().unwrap().rect().center().round()
    };
    // The pots, then the list.
    let mut app = TestApp::noor();
    for shown in ["Mijn potjes", "Inkomsten per dag"] {
        app.must_show(shown);
        let before = place(&app, "Vorige maand");
        for _ in 0..12 {
            app.harness.get_all_by_label("Vorige maand").last().unwrap().click();
            app.settle();
            assert_eq!(place(&app, "Vorige maand"), before);
        }
        app.must_show("november 2025");
        let before = place(&app, "Volgende maand");
        for _ in 0..12 {
            app.harness.get_all_by_label("Volgende maand").last().unwrap().click();
            app.settle();
            assert_eq!(place(&app, "Volgende maand"), before);
        }
        app.must_not_show("2025");
        app.click("Alles van november");
    }
}

#[test]
fn the_list_of_the_month_marks_what_is_unpaid_and_asks_no_expected_day_of_what_is_paid() {
    let mut book = kleurboek::domain::example::atelier_noor(Language::Dutch);
    let id = kleurboek::domain::id::Id::from_bits(9000);
    let income = kleurboek::domain::income::Income {
        id,
        client: None,
        label: "Workshop".to_owned(),
        amount: Cents::euros(80),
        earned: Some(support::day(2026, 11, 20)),
        due: Some(support::day(2026, 12, 20)),
        paid: None,
    };
    book.incomes.put(id, std::sync::Arc::new(income));
    let options = support::app::Options { book: Some(book), ..Default::default() };
    let mut app = TestApp::with(options);
    app.click("Alles van november");
    app.click("€ 80, zonder klant, Workshop, nog te krijgen");
    app.must_show("Wanneer verwacht?");
    app.press(Key::Escape);
    app.click("€ 240, Galerie De Vos, Uitnodiging opening");
    app.must_show("Wanneer betaald?");
    app.must_not_show("Wanneer verwacht?");
}

#[test]
fn a_long_name_takes_two_lines_and_what_is_cut_off_still_is_whole_when_pointed_at() {
    use egui_kittest::kittest::Queryable as _;
    let two_lines = "Dansschool Özdemir en Zonen";
    let too_long = "Dansschool Özdemir en Zonen, voor wie nog nooit een voet op een dansvloer zette";
    for (name, told) in [(two_lines, false), (too_long, true)] {
        let mut book = kleurboek::domain::example::atelier_noor(Language::Dutch);
        let loo = book.clients.iter().find(|client| client.name == "Bistro Loo").expect("there").clone();
        let mut renamed = kleurboek::domain::client::Client::clone(&loo);
        name.clone_into(&mut renamed.name);
        book.clients.put(loo.id, std::sync::Arc::new(renamed));
        let options = support::app::Options { book: Some(book), ..Default::default() };
        let mut app = TestApp::with(options);
        let swatch = app.harness.get_by_label_contains(name).rect();
        // The name lies in the white below the paint.
        app.harness.hover_at(egui::pos2(swatch.left() + 30.0, swatch.top() + 80.0));
        app.harness.run_steps(90);
        assert_eq!(app.everything().iter().any(|shown| shown == name), told, "{name}");
    }
}
