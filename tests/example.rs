//! The example book: it is the worked example, it is whole, and it says the same in both languages.

mod support;

use std::collections::BTreeSet;

use kleurboek::domain::{
    book::{Book, Language},
    client::GutFeeling,
    client_money::{ClientMoney, all_still_to_get},
    example::{MOST_YEARS, atelier_noor, example_day, large},
    figure::{DailyFigure, DayState},
    fit::Fit,
    id::Id,
    money::Cents,
    month::Month,
    month_income,
    pots::Pots,
    swatches::{self, News, Swatch},
};
use support::day;

fn in_both(check: impl Fn(&Book)) {
    for language in Language::ALL {
        check(&atelier_noor(language));
    }
}

fn swatch(book: &Book, name: &str) -> Option<Swatch> {
    swatches::all(book, example_day()).into_iter().find(|swatch| swatch.client.name == name)
}

fn all_ids(book: &Book) -> Vec<Id> {
    let clients = book.clients.iter().map(|client| client.id);
    let incomes = book.incomes.iter().map(|income| income.id);
    let costs = book.plan.costs.iter().map(|cost| cost.id);
    [book.id].into_iter().chain(clients).chain(incomes).chain(costs).collect()
}

fn assert_whole(book: &Book) {
    let ids = all_ids(book);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids are unique");
    for income in book.incomes.iter() {
        assert!(income.amount > Cents::ZERO, "{income:?}");
        assert!(income.earned.is_none_or(|day| book.plan.start <= day && day <= example_day()), "{income:?}");
        assert!(income.paid.is_none_or(|day| book.plan.start <= day && day <= example_day()), "{income:?}");
        assert!(income.earned.is_some() || income.due.is_some(), "{income:?}");
        assert!(!income.label.is_empty());
        assert!(income.client.is_none() || book.client_name(income.client).is_some(), "{income:?}");
        if let (Some(earned), Some(paid)) = (income.earned, income.paid) {
            assert!(earned <= paid, "{income:?}");
        }
    }
    for client in book.clients.iter() {
        assert!(!client.name.is_empty());
        assert!(client.people.iter().all(|person| !person.is_empty()));
        let through = client.met.through;
        assert!(through.is_none() || (through != Some(client.id) && book.client_name(through).is_some()));
    }
}

#[test]
fn the_figure_is_that_of_the_worked_example() {
    assert_eq!(example_day(), day(2026, 11, 21));
    in_both(|book| {
        assert_eq!(book.plan.costs_a_month(), Cents::euros(450));
        let figure = DailyFigure::of(book, example_day());
        assert_eq!(figure.figure, Cents::euros(185));
        assert_eq!(figure.earned_before, Cents::euros(2126));
        assert_eq!(figure.earned_today, Cents::euros(120));
        assert_eq!(figure.days_left, 6);
        assert_eq!(figure.need.total, Cents::new(323_571));
        assert_eq!(figure.state, DayState::ToEarn { left: Cents::euros(65) });
    });
}

#[test]
fn the_pots_of_november_hold_what_was_earned() {
    in_both(|book| {
        let pots = Pots::of(book, Month::of(example_day()), example_day());
        assert_eq!(pots.pots.map(|pot| pot.held), [1250, 312, 580, 104].map(Cents::euros));
        assert_eq!(pots.pots.iter().map(|pot| pot.held).sum::<Cents>(), Cents::euros(2246));
        assert_eq!(pots.extra, Cents::ZERO);
    });
}

#[test]
fn the_fourteen_clients_wear_all_five_colours() {
    in_both(|book| {
        assert_eq!(book.clients.len(), 14);
        let count = |fit| book.clients.iter().filter(|client| client.fit == fit).count();
        assert_eq!(Fit::ALL.map(count), [3, 6, 2, 1, 2]);
    });
}

#[test]
fn what_is_still_to_get_comes_from_four_clients() {
    in_both(|book| {
        let all = all_still_to_get(book);
        assert_eq!(all.len(), 4);
        assert_eq!(all.iter().map(|item| item.income.amount).sum::<Cents>(), Cents::euros(2270));
        for (name, euros) in
            [("Bistro Loo", 450), ("Theater Zuid", 900), ("Koffiebar Nero", 300), ("Studio Blink", 620)]
        {
            let to_get = swatch(book, name).map(|swatch| swatch.to_get);
            assert_eq!(to_get, Some(Cents::euros(euros)), "{name}");
        }
    });
}

#[test]
fn the_swatches_say_what_the_picture_says() {
    let book = atelier_noor(Language::Dutch);
    let next = |label: &str, month, date| News::Next { label: label.to_owned(), day: day(2026, month, date) };
    let last = |label: &str, month, date| News::Last { label: label.to_owned(), day: day(2026, month, date) };
    for (name, news) in [
        ("Bistro Loo", next("Menukaart", 11, 24)),
        ("Theater Zuid", next("Affiche", 12, 2)),
        ("Studio Blink", next("Iconen", 12, 4)),
        ("Amina Haddad", last("Portret", 11, 12)),
        ("Boekhandel Paard", last("Etalage", 11, 3)),
        ("Muziekschool Rie", last("Kindermuur", 10, 28)),
        ("Café Plein", last("Krijtbord", 10, 14)),
        ("Fit Plus", last("Flyer", 9, 2)),
        ("Uitgeverij Maan", News::Nothing),
    ] {
        assert_eq!(swatch(&book, name).map(|swatch| swatch.news), Some(news), "{name}");
    }
}

#[test]
fn the_five_last_used_are_those_of_the_picture() {
    let book = atelier_noor(Language::Dutch);
    let mut all = swatches::all(&book, example_day());
    all.sort_by_key(|swatch| std::cmp::Reverse(swatch.last_used));
    let names: Vec<&str> = all.iter().take(5).map(|swatch| swatch.client.name.as_str()).collect();
    assert_eq!(names, ["Bistro Loo", "Galerie De Vos", "Theater Zuid", "Amina Haddad", "Koffiebar Nero"]);
}

#[test]
fn koffiebar_nero_is_as_on_its_card() {
    let book = atelier_noor(Language::Dutch);
    let nero = swatch(&book, "Koffiebar Nero").expect("a client of the example").client;
    assert_eq!(nero.people[0].line(), "Samir Nero · 0470 12 34 56 · samir@koffiebarnero.example");
    assert_eq!(nero.gut, Some(GutFeeling::Ordinary));
    assert_eq!(nero.notes, "Wil alles in het zwart-wit. Bellen na 14 u.");
    assert_eq!(book.client_name(nero.met.through), Some("Amina Haddad"));

    let money = ClientMoney::of(&book, nero.id);
    let shown: Vec<_> = money
        .incomes
        .iter()
        .map(|income| (income.label.as_str(), income.amount, income.paid.or(income.due)))
        .collect();
    assert_eq!(
        shown,
        [
            ("Logo, tweede deel", Cents::euros(300), Some(day(2026, 11, 9))),
            ("Logo, voorschot", Cents::euros(300), Some(day(2026, 11, 5))),
            ("Visitekaartjes", Cents::euros(180), Some(day(2026, 9, 22))),
            ("Muurtekening", Cents::euros(640), Some(day(2026, 6, 11))),
        ]
    );
    assert!(money.incomes[0].is_late(example_day()));
}

#[test]
fn every_month_is_believable() {
    in_both(|book| {
        for number in 5..=10 {
            let days = month_income::by_day(book, Month::of(day(2026, number, 1)));
            let incomes: usize = days.iter().map(|day| day.incomes.len()).sum();
            let total: Cents = days.iter().map(|day| day.total).sum();
            assert!((8..=14).contains(&incomes), "{incomes} in month {number}");
            assert!(
                (2600..=3900).map(Cents::euros).any(|euros| euros == total),
                "{total:?} in month {number}"
            );
        }
    });
}

#[test]
fn both_languages_hold_the_same_records() {
    let [dutch, english] = Language::ALL.map(atelier_noor);
    assert_eq!(dutch.id, english.id);
    assert_eq!(dutch.house.name, english.house.name);
    assert_eq!(all_ids(&dutch), all_ids(&english));
    for (nl, en) in dutch.incomes.iter().zip(english.incomes.iter()) {
        let facts = |income: &kleurboek::domain::income::Income| {
            (income.id, income.client, income.amount, income.earned, income.due, income.paid)
        };
        assert_eq!(facts(nl), facts(en));
    }
    for (nl, en) in dutch.clients.iter().zip(english.clients.iter()) {
        assert_eq!((&nl.name, &nl.people, &nl.address, nl.fit), (&en.name, &en.people, &en.address, en.fit));
        assert_eq!((nl.gut, nl.met.through, nl.archived), (en.gut, en.met.through, en.archived));
        assert_ne!(nl.notes, en.notes);
    }
    for (nl, en) in dutch.plan.costs.iter().zip(&english.plan.costs) {
        assert_eq!((nl.amount, nl.every), (en.amount, en.every));
        assert_ne!(nl.label, en.label);
    }
}

#[test]
fn the_example_is_whole() {
    in_both(assert_whole);
    in_both(|book| {
        for client in book.clients.iter() {
            assert!(!client.people.is_empty() && !client.address.is_empty() && !client.notes.is_empty());
            assert!(client.met.through.is_some() || !client.met.words.is_empty());
            assert!(client.people.iter().all(|person| person.email.ends_with(".example")));
        }
    });
}

#[test]
fn a_large_book_has_the_size_that_was_asked() {
    for language in Language::ALL {
        let book = large(language, 10);
        assert_eq!(book.clients.len(), 500);
        assert_eq!(book.incomes.len(), 20_000);
        assert_whole(&book);
        let to_get = all_still_to_get(&book).len();
        assert!((300..=500).contains(&to_get), "{to_get} still to get");
        assert_eq!(book, large(language, 10));
    }
}

#[test]
fn a_large_book_stays_within_bounds() {
    assert!(large(Language::Dutch, 0).incomes.is_empty());
    assert_eq!(large(Language::Dutch, u32::MAX), large(Language::Dutch, MOST_YEARS));
    assert_eq!(large(Language::Dutch, 1).plan.start, day(2025, 11, 22));
}
