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
    let sheets: [(&str, Open); 11] = [
        ("why", |app| app.click("Waarom dit bedrag?")),
        ("month", |app| app.click("€ 120 verdiend")),
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
            let nameless = [Role::TextRun, Role::Unknown].contains(&role);
            assert!(nameless || !name.is_empty(), "{screen}: a {role:?} without a name");
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
    for behind in ["Instellingen", "€ 185 vandaag nodig", "Notities", "Naam veranderen: Bistro Loo"] {
        assert!(!all.iter().any(|(_, name)| name == behind), "{behind} is heard");
    }
    app.press(Key::Escape);
    assert_eq!(names(&app, Role::Dialog), ["Bistro Loo"]);
    assert!(heard(&app).iter().any(|(_, name)| name == "Notities"));
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
fn choices_are_heard_with_their_question_and_no_name_twice() {
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
    let mut all: Vec<String> = heard(&app)
        .into_iter()
        .filter(|(role, _)| ![Role::TextRun, Role::Dialog].contains(role))
        .map(|(_, name)| name)
        .filter(|name| !name.is_empty())
        .collect();
    all.sort();
    let twice: Vec<_> = all
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] if one == other => Some(one),
            _ => None,
        })
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
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
