//! What a screen reader hears: every region and heading has a name, and what lies behind a sheet is silent.

mod support;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};
use support::app::TestApp;

/// What is heard, line by line: the role and the name of everything that is not hidden.
fn heard(app: &TestApp) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    for node in app.harness.query_all_by(|node| node.role() != Role::GenericContainer) {
        if !is_hidden(&node) {
            let node = node.accesskit_node();
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            lines.push((node.role(), name.replace('\u{a0}', " ")));
        }
    }
    lines
}

fn is_hidden(node: &Node<'_>) -> bool {
    let mut now = Some(node.accesskit_node());
    while let Some(node) = now {
        if node.is_hidden() {
            return true;
        }
        now = node.parent();
    }
    false
}

fn names(app: &TestApp, role: Role) -> Vec<String> {
    heard(app).into_iter().filter(|(of, _)| *of == role).map(|(_, name)| name).collect()
}

#[test]
fn everything_that_can_be_heard_has_a_name() {
    type Open = fn(&mut TestApp);
    let sheets: [(&str, Open); 12] = [
        ("why", |app| app.click("Waarom dit bedrag?")),
        ("month", |app| app.click("€ 120 verdiend")),
        ("people", |app| {
            app.click_containing("Bistro Loo, Fijn");
            app.click("Mensen en adres aanpassen");
        }),
        ("keys", |app| app.type_text("?")),
        ("still to get", |app| {
            app.click("Nog te krijgen € 2.270");
            app.click("Toon de lijst");
        }),
        ("changes", |app| {
            app.click("Ik heb iets verdiend");
            app.type_text("65");
            app.press(Key::Enter);
            app.click("Laatste wijzigingen");
        }),
        ("today", |_| {}),
        ("settings", |app| app.click("Instellingen")),
        ("earn", |app| app.click("Ik heb iets verdiend")),
        ("card", |app| app.click_containing("Bistro Loo, Fijn")),
        ("add", |app| app.press_with(Modifiers::COMMAND, Key::N)),
        ("bar", |app| {
            app.click("Ik heb iets verdiend");
            app.type_text("65");
            app.press(Key::Enter);
        }),
    ];
    for (screen, open) in sheets {
        let mut app = TestApp::noor();
        open(&mut app);
        for (role, name) in heard(&app) {
            assert!(role == Role::TextRun || !name.is_empty(), "{screen}: a {role:?} without a name");
        }
    }
}

#[test]
fn what_lies_behind_a_sheet_is_not_heard() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    app.click_containing("Tafelkaartjes");
    assert_eq!(names(&app, Role::Dialog), ["Inkomsten aanpassen"]);
    let all = heard(&app);
    for behind in
        ["Instellingen", "€ 185 vandaag nodig", "Notities over Bistro Loo", "Naam veranderen: Bistro Loo"]
    {
        assert!(!all.iter().any(|(_, name)| name == behind), "{behind} is heard");
    }
    app.press(Key::Escape);
    assert_eq!(names(&app, Role::Dialog), ["Bistro Loo"]);
    assert!(heard(&app).iter().any(|(_, name)| name == "Notities over Bistro Loo"));
    app.press(Key::Escape);
    assert!(heard(&app).iter().any(|(_, name)| name == "€ 185 vandaag nodig"));
}

#[test]
fn every_section_is_a_heading() {
    let mut app = TestApp::noor();
    assert_eq!(
        names(&app, Role::Heading),
        ["zaterdag 21 november", "€ 185 vandaag nodig", "Mijn potjes", "Mijn klanten"]
    );
    app.click_containing("Bistro Loo, Fijn");
    assert_eq!(names(&app, Role::Heading), ["Geld", "Notities", "Hoe kwamen we bij elkaar?"]);
}

#[test]
fn choices_are_heard_with_their_question() {
    let mut app = TestApp::noor();
    app.click("Ik heb iets verdiend");
    app.type_text("100");
    app.click_button("Bistro Loo, Fijn");
    assert_eq!(
        names(&app, Role::Group),
        [
            "Van wie? Mag je overslaan.",
            "Van Bistro Loo krijg je nog € 450. Hoort dit daarbij?",
            "Wanneer?",
            "Is het al betaald?"
        ]
    );
}

/// Opens a screen.
type Open = fn(&mut TestApp);

#[test]
fn no_name_is_heard_twice_on_a_screen() {
    let screens: [(&str, Open); 10] = [
        ("today", |_| {}),
        ("settings", |app| app.click("Instellingen")),
        ("why", |app| app.click("Waarom dit bedrag?")),
        ("the plan in why", |app| {
            app.click("Waarom dit bedrag?");
            app.click_containing("Aanpassen: Dit heb je nodig");
        }),
        ("correct", |app| {
            app.click_containing("Bistro Loo, Fijn");
            app.click_containing("Tafelkaartjes");
        }),
        ("card", |app| app.click_containing("Bistro Loo, Fijn")),
        ("people", |app| {
            app.click_containing("Bistro Loo, Fijn");
            app.click("Mensen en adres aanpassen");
        }),
        ("keys", |app| app.type_text("?")),
        ("add", |app| app.press_with(Modifiers::COMMAND, Key::N)),
        ("earn", |app| {
            app.click("Ik heb iets verdiend");
            app.type_text("100");
            app.click_button("Bistro Loo, Fijn");
        }),
    ];
    for (screen, open) in screens {
        let mut app = TestApp::noor();
        open(&mut app);
        // A sheet and the tab of a page are called as their head is.
        let mut all: Vec<String> = heard(&app)
            .into_iter()
            .filter(|(role, _)| ![Role::TextRun, Role::Dialog, Role::Tab].contains(role))
            .map(|(_, name)| name)
            .filter(|name| !name.is_empty())
            .collect();
        all.sort();
        let twice: Vec<_> = all.windows(2).filter(|pair| pair.first() == pair.last()).collect();
        assert!(twice.is_empty(), "{screen}: {twice:?}");
    }
}

#[test]
fn a_line_of_why_is_one_sentence_before_its_button() {
    let mut app = TestApp::noor();
    app.click("Waarom dit bedrag?");
    let all: Vec<String> = heard(&app).into_iter().map(|(_, name)| name).collect();
    let at = |name: &str| all.iter().position(|now| now == name);
    let line = at("1. Dit heb je nodig in november: € 3.235,71");
    assert!(line.is_some(), "{all:?}");
    assert!(line < at("Aanpassen: Dit heb je nodig in november"));
    for part in ["1", "Dit heb je nodig in november", "€ 3.235,71", "Sparen € 150"] {
        assert_eq!(at(part), None, "{part} is heard by itself");
    }
}

#[test]
fn what_stands_beside_each_other_is_heard_as_one() {
    let mut app = TestApp::noor();
    app.must_show("Vandaag € 120 verdiend. Nog € 65");
    app.type_text("?");
    assert!(heard(&app).contains(&(Role::Label, "Ctrl+N: Een nieuwe klant".to_owned())));
    app.press(Key::Escape);
    app.click_containing("Bistro Loo, Fijn");
    let all: Vec<String> = heard(&app).into_iter().map(|(_, name)| name).collect();
    let place = |name: &str| all.iter().position(|now| now == name);
    assert!(place("Nog te krijgen € 450").is_some(), "{all:?}");
    assert!(place("Nog te krijgen € 450") < place("Inkomsten toevoegen"), "{all:?}");
}

#[test]
fn choices_in_why_are_heard_with_their_question() {
    for (pencil, question) in
        [("Aanpassen: Gedeeld door", "Werkdagen"), ("Aanpassen: Naar boven afgerond", "Afgerond op")]
    {
        let mut app = TestApp::noor();
        app.click("Waarom dit bedrag?");
        app.click_containing(pencil);
        assert_eq!(names(&app, Role::Group), [question]);
    }
}

#[test]
fn choices_in_a_correction_are_heard_with_their_question() {
    let mut app = TestApp::noor();
    app.click_containing("Bistro Loo, Fijn");
    app.click_containing("Tafelkaartjes");
    assert_eq!(names(&app, Role::Group), ["Van wie?"]);
    let buttons = names(&app, Role::Button);
    assert!(buttons.contains(&"Wanneer betaald? nog niet betaald".to_owned()), "{buttons:?}");
}

#[test]
fn a_field_says_of_what_it_is() {
    let mut app = TestApp::noor();
    app.click("Instellingen");
    assert!(names(&app, Role::TextInput).contains(&"Waarvoor, € 260".to_owned()));
    app.click("Vandaag");
    app.click_containing("Bistro Loo, Fijn");
    app.click("Mensen en adres aanpassen");
    assert!(names(&app, Role::TextInput).contains(&"Telefoon, Lowie Maes".to_owned()));
}

#[test]
fn what_was_silent_is_found_again() {
    // A screen reader looks again at what was hidden only when that has a role of its own.
    let mut app = TestApp::noor();
    app.click("Alles van november");
    app.click_containing(", Galerie De Vos, Uitnodiging opening");
    for node in app.harness.query_all_by(|node| node.role() == Role::GenericContainer) {
        if node.accesskit_node().data().is_hidden() {
            let within = node.query_all_by(|node| node.role() != Role::GenericContainer);
            let within: Vec<_> = within.map(|node| node.accesskit_node().label()).collect();
            assert!(within.is_empty(), "a mere container with {within:?} is hidden");
        }
    }
}

#[test]
fn the_welcome_sounds_like_somebody_telling_it() {
    let mut app = TestApp::welcome();
    app.type_text("1800");
    let all = heard(&app);
    let has = |role: Role, name: &str| all.contains(&(role, name.to_owned()));
    assert!(has(Role::Main, "Welkom"), "{all:?}");
    assert!(has(Role::Heading, "Welkom! Drie vragen en je weet je dagbedrag."), "{all:?}");
    assert!(has(Role::Group, "Op welke dagen werk je?"), "{all:?}");
    assert!(all.iter().all(|(role, name)| *role == Role::TextRun || !name.is_empty()), "{all:?}");
    let question = "Hoeveel heb je per maand nodig om van te leven?";
    assert_eq!(all.iter().filter(|(_, name)| name == question).count(), 1, "{all:?}");
    let place = |part: &str| all.iter().position(|(_, name)| name.contains(part));
    assert!(place("per werkdag: dat is je dagbedrag.").is_some(), "{all:?}");
    assert!(place("per werkdag: dat is je dagbedrag.") < place("Aan de slag"), "{all:?}");
}
