//! A file edited by hand says where it is wrong.

use kleurboek::{
    domain::{
        book::{Book, House},
        change::Change,
        id::Id,
        stamp::Actor,
    },
    storage::{
        format::{self, HashLine, RecordKind},
        problem::Problem,
        wanted::Wanted,
    },
};

use crate::books::{day, small_book};

/// The text of a book with one client and one income, with one part replaced, and the line that part is on.
fn edited(from: &str, to: &str) -> (String, usize) {
    let text = format::write(&small_book(1), 1).unwrap();
    let at = text.rfind(from).unwrap_or_else(|| panic!("{from} is not in\n{text}"));
    let line = 1 + text[..at].matches('\n').count();
    (format!("{}{to}{}", &text[..at], &text[at + from.len()..]), line)
}

#[test]
fn an_empty_book_in_brackets_is_refused() {
    for text in ["()", "[]", "(format: 1)", "(format: 1, id: \"0000000000000001\")"] {
        assert!(matches!(format::read(text), Err(Problem::NotABook { .. })), "{text}");
    }
    for text in ["", " \r\n\t\n", "\u{feff}"] {
        assert_eq!(format::read(text), Err(Problem::Empty), "{text:?}");
    }
}

#[test]
fn what_is_wrong_says_the_line_what_stands_there_and_what_should() {
    let one_of = |words: &[&str]| Wanted::OneOf(words.iter().map(ToString::to_string).collect());
    for (from, to, expected) in [
        ("amount_cents: 12000,", "amount_cents: 120,00,", Wanted::Cents),
        ("amount_cents: 12000,", "amount_cents: 120.5,", Wanted::Cents),
        ("amount_cents: 12000,", "amount_cents: 1e999,", Wanted::Cents),
        (
            "amount_cents: 12000,",
            "amount_cents: 99999999999999999999999999999999999999999999,",
            Wanted::Cents,
        ),
        ("amount_cents: 12000,", "amount_cents: \"120\",", Wanted::Cents),
        ("payment_term_days: 30", "payment_term_days: 30,5", Wanted::Whole),
        ("payment_term_days: 30", "payment_term_days: dertig", Wanted::Whole),
        ("fit: New,", "fit: Purple,", one_of(&["Top", "Fine", "Watch", "LetGo", "New"])),
        ("label: \"muur\",", "label: “muur”,", Wanted::Text),
        ("label: \"muur\",", "label: muur,", Wanted::Text),
        ("archived: false,", "archived: no,", Wanted::YesOrNo),
        ("archived: false,", "archived: false, archived: true,", Wanted::Once("archived".to_owned())),
        ("generation: 1,", "generation: -1,", Wanted::Whole),
        ("earned: \"2026-05-04\",", "earned: \"2026-02-30\",", Wanted::Day),
        ("earned: \"2026-05-04\",", "earned: \"999999-01-01\",", Wanted::Day),
        ("earned: \"2026-05-04\",", "earned: \"4 mei\",", Wanted::Day),
        ("amount_cents: 12000,", "amount_cents: 0,", Wanted::CentsWithin(1, 100_000_000_000)),
        ("amount_cents: 12000,", "amount_cents: -5,", Wanted::CentsWithin(1, 100_000_000_000)),
        ("reserve_basis_points: 3000", "reserve_basis_points: 7501", Wanted::Within(0, 7500)),
        ("cap_percent: 150", "cap_percent: 99", Wanted::Within(100, 300)),
        ("rounding_cents: 500", "rounding_cents: 0", Wanted::CentsWithin(1, 100_000)),
        ("payment_term_days: 30", "payment_term_days: 3651", Wanted::Within(0, 3650)),
        ("gut: None", "gut: 6", Wanted::Within(1, 5)),
        ("id: \"000000000000b00c\"", "id: \"book\"", Wanted::Id),
        ("client: \"0000000000000001\"", "client: \"Jo\"", Wanted::Id),
        ("through: None", "through: \"Jo\"", Wanted::Id),
    ] {
        let (text, line) = edited(from, to);
        let stands = text.lines().nth(line - 1).unwrap().trim();
        match format::read(&text) {
            Err(Problem::NotABook { line: said, found, wanted }) => {
                assert_eq!((said, &wanted), (Some(line), &expected), "{to}");
                assert!(stands.starts_with(found.trim_end_matches('…')), "{to}: {found}");
            }
            other => panic!("{to}: {other:?}"),
        }
    }
}

#[test]
fn a_text_that_ends_too_early_or_misses_a_field_is_said_so() {
    let (text, _) = edited("amount_cents: 12000,", "");
    let Err(Problem::NotABook { wanted, .. }) = format::read(&text) else { panic!("it was read") };
    assert_eq!(wanted, Wanted::Field("amount_cents".to_owned()));
    let (text, _) = edited("label: \"muur\",", "label: \"muur");
    let half = text.split("muur").next().unwrap().to_owned() + "muur";
    let Err(Problem::NotABook { wanted, .. }) = format::read(&half) else { panic!("it was read") };
    assert_eq!(wanted, Wanted::More);
}

#[test]
fn days_off_that_end_before_they_begin_are_named_with_their_line() {
    let backwards = "days_off: [(first: \"2026-05-02\", last: \"2026-05-02\"),\n\
                     (first: \"2026-07-20\", label: \"zee\",\nlast: \"2026-07-19\")]";
    let (text, line) = edited("days_off: []", backwards);
    let found = "last: \"2026-07-19\")],".to_owned();
    let problem = Problem::NotABook { line: Some(line + 2), found, wanted: Wanted::Order };
    assert_eq!(format::read(&text), Err(problem));
    assert!(format::read(&text.replace("07-19", "07-20")).is_ok());
}

#[test]
fn a_record_without_an_id_is_the_same_on_every_device_that_reads_it() {
    let added = |times: usize, from: &str, record: &str| {
        let (text, _) = edited(from, &format!("{from}{}", record.repeat(times)));
        (format::read(&text).unwrap().book, format::read(&text).unwrap().book)
    };
    for (from, record) in [
        ("incomes: [", "(amount_cents: 500, label: \"nieuw\"),"),
        ("clients: [", "(name: \"Jo\"),"),
        ("clients: [", "(id: \"jo\", name: \"Jo\"),"),
        ("costs: [", "(label: \"atelier\", amount_cents: 500),"),
    ] {
        let (one, other) = added(1, from, record);
        assert_eq!(one, other, "{record}");
        assert_eq!(one.merged_with(&other), one, "{record}");
        let (twice, _) = added(2, from, record);
        let count = |book: &Book| book.clients.len() + book.incomes.len() + book.plan.costs.len();
        assert_eq!(count(&twice), count(&one) + 1, "what is there twice is meant twice");
    }
    // Something else is something else.
    let ids = |record: &str| added(1, "clients: [", record).0.clients.iter().map(|client| client.id).max();
    assert_ne!(ids("(name: \"Jo\"),"), ids("(name: \"Jo\", notes: \"x\"),"));
}

#[test]
fn holidays_of_nowhere_are_written_as_a_person_would() {
    let (text, _) = edited("holidays: r#None", "holidays: Nowhere");
    let book = format::read(&text).unwrap().book;
    assert_eq!(book, format::read(&format::write(&small_book(1), 1).unwrap()).unwrap().book);
    // So it is written too, in a book that the older program leaves alone anyway.
    let mut newer = book.clone();
    let actor = Actor::made_on(day(2026, 11, 21), 7);
    Change::default()
        .house(&book, House { name: "Noor".to_owned(), ..House::clone(&book.house) })
        .commit(&mut newer, actor);
    let written = format::write(&newer, 1).unwrap();
    assert!(written.contains("format: 2") && written.contains("holidays: Nowhere"), "{written}");
    assert_eq!(format::read(&written).unwrap().book, newer);
    // Also where the slower reader is needed.
    let commented = text.replacen("holidays: Nowhere", "holidays: Nowhere /* geen */", 1);
    assert_eq!(format::read(&commented).unwrap().book, book);
}

#[test]
fn some_may_be_spelled_out_or_not() {
    for to in ["gut: 4", "gut: Some(4)"] {
        let (text, _) = edited("gut: None", to);
        let loaded = format::read(&text).unwrap();
        assert_eq!(loaded.hash, HashLine::Wrong);
        assert!(loaded.book.clients.iter().all(|client| client.gut.is_some()));
    }
}

#[test]
fn a_newer_format_is_refused_with_its_version() {
    let (text, _) = edited("reads_from: 1", "reads_from: 3");
    assert_eq!(format::read(&text), Err(Problem::NewerFormat { needs: 3 }));
    // Whatever else stands in it.
    assert_eq!(
        format::read("(format: 9, tables: {1: [Odd(x: 1.5)]})"),
        Err(Problem::NewerFormat { needs: 9 })
    );
}

#[test]
fn a_format_that_may_be_read_but_not_written_is_read_only() {
    let (text, _) = edited("writes_from: 1", "writes_from: 3");
    let text = text.replacen("format: 1", "format: 3", 1);
    let loaded = format::read(&text).unwrap();
    assert_eq!(loaded.book, small_book(1));
    assert_eq!(loaded.read_only_because, Some(Problem::NewerFormat { needs: 3 }));
}

#[test]
fn an_unknown_field_makes_the_book_read_only_and_is_named() {
    for (from, to, path) in [
        ("archived: false,", "archived: false,\nshoe_size: 43,", "clients.0.shoe_size"),
        ("phone: \"\",", "phone: \"\",\nfax: Some((a: [1, 2])),", "clients.0.people.0.fax"),
        ("every: Month,", "every: Month,\nsince: \"2020\",", "plan.costs.0.since"),
        ("generation: 1,", "generation: 1,\nmoods: {\"a\": 1},", "moods"),
        ("through: None,", "\nlabel: 1,", "clients.0.met.label"),
    ] {
        let (text, line) = edited(from, to);
        let loaded = format::read(&text).unwrap();
        let expected = Problem::UnknownFields { first: path.to_owned(), line: Some(line + 1) };
        assert_eq!(loaded.read_only_because, Some(expected), "{to}");
        assert_eq!(loaded.hash, HashLine::Wrong);
    }
}

fn names_by_id(book: &Book) -> Vec<(Id, String)> {
    book.clients.iter().map(|client| (client.id, client.name.clone())).collect()
}

#[test]
fn a_repeated_missing_or_unreadable_id_gets_a_new_one() {
    let text = "(format: 1, id: \"0000000000000001\", clients: [\n(id: \"0000000000000002\", name: \"one\"),\n\
                (id: \"0000000000000002\", name: \"two\"),\n(name: \"three\"),\n(id: \"anna\", name: \"four\")],\n\
                incomes: [(id: \"0000000000000002\", client: \"anna\", amount_cents: 5),\n\
                (id: \"0000000000000002\", client: \"0000000000000077\", amount_cents: 6)],\n\
                plan: (costs: [(label: \"a\"), (label: \"b\")]))";
    let loaded = format::read(text).unwrap();
    let names = names_by_id(&loaded.book);
    assert_eq!(names.len(), 4);
    assert!(names.contains(&(Id::from_bits(2), "one".to_owned())));
    let said: Vec<_> = loaded
        .repaired
        .iter()
        .map(|repaired| (repaired.kind, repaired.name.as_str(), repaired.line))
        .collect();
    assert_eq!(
        said,
        [
            (RecordKind::Cost, "a", None),
            (RecordKind::Cost, "b", None),
            (RecordKind::Client, "two", Some(3)),
            (RecordKind::Client, "three", None),
            (RecordKind::Client, "four", Some(5)),
            (RecordKind::Income, "", Some(7)),
        ]
    );
    // References keep pointing at the made-up id, and one to nobody is kept.
    let four = names.iter().find(|(_, name)| name == "four").unwrap().0;
    let clients: Vec<_> =
        loaded.book.incomes.iter().map(|income| (income.amount.get(), income.client)).collect();
    assert!(clients.contains(&(5, Some(four))));
    assert!(clients.contains(&(6, Some(Id::from_bits(0x77)))));
    assert_ne!(loaded.book.plan.costs[0].id, loaded.book.plan.costs[1].id);
}
