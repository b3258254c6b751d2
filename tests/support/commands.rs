//! Random commands, for histories that nobody thought of.
#![allow(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "small made-up indices")]

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
        fit::Fit,
        id::Id,
        income::Income,
        money::Cents,
    },
};

use super::day;

/// The example, kept nowhere.
pub fn noor() -> Session {
    let clock = Clock::frozen_on(example::example_day());
    Session::new(example::atelier_noor(Language::Dutch), Keeping::Nowhere, clock)
}

/// A client of the book.
pub fn client(book: &Book, index: usize) -> Id {
    let all: Vec<Id> = book.clients.iter().map(|client| client.id).collect();
    all[index % all.len()]
}

/// An income of the book.
pub fn income(book: &Book, index: usize) -> Income {
    let all: Vec<&Income> = book.incomes.iter().map(AsRef::as_ref).collect();
    all[index % all.len()].clone()
}

/// How many kinds of commands there are.
pub const KINDS: usize = 18;

/// A command of some kind, about something in the book.
pub fn command(book: &Book, kind: usize, index: usize, number: i64) -> Command {
    let amount = Cents::new(number.rem_euclid(500_000) + 1);
    let today = example::example_day();
    let text = format!("woord {number}");
    let new =
        |from, payment| Command::Earn(NewIncome { amount, from, label: text.clone(), day: today, payment });
    match kind % KINDS {
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
