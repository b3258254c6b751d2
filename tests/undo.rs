//! Undo and redo, for everything, without any window.

#![allow(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "small made-up indices")]

mod support;

use kleurboek::{
    app::{
        clock::Clock,
        command::{ClientEdit, Command, HouseEdit, NewIncome, Payer, Payment, PlanEdit},
        session::{Keeping, Session},
    },
    domain::{
        book::{Book, Language},
        client::GutFeeling,
        example,
        figure::DailyFigure,
        fit::Fit,
        id::Id,
        income::Income,
        money::Cents,
    },
};
use proptest::prelude::*;
use support::day;

fn noor() -> Session {
    let clock = Clock::frozen_on(example::example_day());
    Session::new(example::atelier_noor(Language::Dutch), Keeping::Nowhere, clock)
}

fn client(book: &Book, index: usize) -> Id {
    let all: Vec<Id> = book.clients.iter().map(|client| client.id).collect();
    all[index % all.len()]
}

fn income(book: &Book, index: usize) -> Income {
    let all: Vec<&Income> = book.incomes.iter().map(AsRef::as_ref).collect();
    all[index % all.len()].clone()
}

/// A command of some kind, about something in the book.
fn command(book: &Book, kind: usize, index: usize, number: i64) -> Command {
    let amount = Cents::new(number.rem_euclid(500_000) + 1);
    let today = example::example_day();
    let text = format!("woord {number}");
    let new =
        |from, payment| Command::Earn(NewIncome { amount, from, label: text.clone(), day: today, payment });
    match kind % 18 {
        0 => new(Payer::Nobody, Payment::Received),
        1 => new(Payer::Client(client(book, index)), Payment::StillToGet(Some(day(2026, 12, 1)))),
        2 => new(Payer::New(text.clone()), Payment::Received),
        3 => match book.incomes.iter().find(|income| income.is_still_to_get()) {
            Some(open) => new(Payer::Nobody, Payment::For(open.id)),
            None => new(Payer::Nobody, Payment::Received),
        },
        4 => Command::CorrectIncome(Income { amount, label: text, ..income(book, index) }),
        5 => Command::RemoveIncome(income(book, index).id),
        6 => Command::IsPaid(income(book, index).id),
        7 => Command::AddClient(Id::from_bits(number.unsigned_abs()), text),
        8 => Command::EditClient(client(book, index), ClientEdit::Name(text)),
        9 => Command::EditClient(client(book, index), ClientEdit::Fit(Fit::ALL[index % 5])),
        10 => Command::EditClient(client(book, index), ClientEdit::Gut(Some(GutFeeling::ALL[index % 5]))),
        11 => Command::EditClient(client(book, index), ClientEdit::Notes(text)),
        12 => Command::EditClient(client(book, index), ClientEdit::Archived(number % 2 == 0)),
        13 => Command::RemoveClient(client(book, index)),
        14 => Command::EditPlan(PlanEdit::Living(amount)),
        15 => Command::EditPlan(PlanEdit::Day(day(2026, 11, 20 + (index % 10) as u32 + 1), number % 2 == 0)),
        16 => Command::EditHouse(HouseEdit::PaymentTerm((index % 60) as u16)),
        _ => Command::EditHouse(HouseEdit::Language(Language::ALL[index % 2])),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_the_first_book_and_redoing_everything_the_last(
        steps in prop::collection::vec((0_usize..18, 0_usize..100, 0_i64..1_000_000), 1..30)
    ) {
        let mut session = noor();
        let first = session.book().clone();
        for (kind, index, number) in steps {
            let command = command(session.book(), kind, index, number);
            // A refused command leaves the book as it was; that is proven below.
            let before = session.book().clone();
            if session.execute(&command, None).is_err() {
                prop_assert_eq!(&before, session.book());
            }
        }
        let last = session.book().clone();
        while session.undo().is_some() {}
        prop_assert!(session.book().says_the_same(&first));
        while session.redo().is_some() {}
        prop_assert!(session.book().says_the_same(&last));
    }
}

#[test]
fn one_visit_to_a_field_is_one_step() {
    let mut session = noor();
    let before = session.book().clone();
    let id = client(&before, 3);
    for text in ["B", "Be", "Bel", "Bellen na 14 u."] {
        let command = Command::EditClient(id, ClientEdit::Notes(text.to_owned()));
        session.execute(&command, Some(7)).expect("notes are typed");
    }
    assert_eq!(session.history().done().len(), 1);
    session.undo();
    assert!(session.book().says_the_same(&before));
}

#[test]
fn another_visit_is_another_step() {
    let mut session = noor();
    let id = client(session.book(), 3);
    for (text, visit) in [("eerst", 1), ("daarna", 2)] {
        let command = Command::EditClient(id, ClientEdit::Notes(text.to_owned()));
        session.execute(&command, Some(visit)).expect("notes are typed");
    }
    session.undo();
    assert_eq!(session.book().clients.get(id).map(|client| client.notes.as_str()), Some("eerst"));
}

#[test]
fn a_part_payment_keeps_the_sum_and_the_earned_day() {
    let mut session = noor();
    let all = |book: &Book| book.incomes.iter().map(|income| income.amount).sum::<Cents>();
    let before = all(session.book());
    let figure = DailyFigure::of(session.book(), session.today());
    let open =
        session.book().incomes.iter().find(|income| income.label == "Menukaart").expect("there").clone();
    let command = Command::Earn(NewIncome {
        amount: Cents::euros(100),
        from: Payer::Nobody,
        label: String::new(),
        day: session.today(),
        payment: Payment::For(open.id),
    });
    session.execute(&command, None).expect("a part is paid");
    assert_eq!(all(session.book()), before);
    assert_eq!(DailyFigure::of(session.book(), session.today()), figure);
    let rest = session.book().incomes.get(open.id).expect("the rest").clone();
    assert_eq!((rest.amount, rest.due, rest.label.as_str()), (Cents::euros(350), open.due, "Menukaart"));
    let paid = session
        .book()
        .incomes
        .iter()
        .find(|income| income.amount == Cents::euros(100) && income.label == "Menukaart");
    assert_eq!(paid.and_then(|income| income.paid), Some(session.today()));
    assert_eq!(paid.and_then(|income| income.earned), open.earned);
}

#[test]
fn a_removed_client_comes_back_with_their_income() {
    let mut session = noor();
    let before = session.book().clone();
    let id = before.clients.iter().find(|client| client.name == "Amina Haddad").expect("there").id;
    session.execute(&Command::RemoveClient(id), None).expect("removed");
    assert!(session.book().clients.get(id).is_none());
    assert_eq!(session.book().incomes.len(), before.incomes.len());
    assert_eq!(session.book().incomes_of(id).count(), 0);
    session.undo();
    assert!(session.book().says_the_same(&before));
}
