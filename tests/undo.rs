//! Undo and redo, for everything, without any window.

mod support;

use kleurboek::{
    app::command::{ClientEdit, Command, NewIncome, Payer, Payment, Refusal},
    domain::{book::Book, figure::DailyFigure, money::Cents},
};
use proptest::prelude::*;
use support::commands::{KINDS, client, command, noor};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_the_first_book_and_redoing_everything_the_last(
        steps in prop::collection::vec((0..KINDS, 0_usize..100, 0_i64..1_000_000), 1..30)
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
    assert!(
        session
            .book()
            .incomes
            .iter()
            .all(|income| session.book().client_name(income.client) != Some("Amina Haddad"))
    );
    session.undo();
    assert!(session.book().says_the_same(&before));
    session.redo();
    session.execute(&Command::BringBack(id), None).expect("brought back");
    let book = session.book();
    assert_eq!((&book.clients.get(id), &book.incomes), (&before.clients.get(id), &before.incomes));
    assert_eq!(session.execute(&Command::BringBack(id), None), Err(Refusal::Gone));
}
