//! A book that two people changed without knowing of each other.

use kleurboek::domain::{
    book::{Book, Language},
    change::Change,
    client::Client,
    example,
    id::Id,
    income::Income,
    money::Cents,
    plan::Plan,
    stamp::Actor,
};

const ANNA: Actor = Actor::from_bits(0xa);
const BRAM: Actor = Actor::from_bits(0xb);

/// The example after `by_anna` and `by_bram` changed a copy each. Of two values, that of Bram shows and that of Anna
/// waits.
pub fn merged(by_anna: impl Fn(&Book) -> Change, by_bram: impl Fn(&Book) -> Change) -> Book {
    let (mut anna, mut bram) =
        (example::atelier_noor(Language::Dutch), example::atelier_noor(Language::Dutch));
    by_anna(&anna).commit(&mut anna, ANNA);
    by_bram(&bram).commit(&mut bram, BRAM);
    anna.merged_with(&bram)
}

/// The example with another version of the address of Bistro Loo, of an amount of theirs, and of what is needed to live
/// from: Bram's shows, Anna's waits.
pub fn book() -> Book {
    let change = |address: &'static str, euros: i32| {
        move |book: &Book| {
            let id = bistro_loo(book);
            let client =
                Client { address: address.to_owned(), ..Client::clone(book.clients.get(id).expect("there")) };
            let income = Income::clone(book.incomes_of(id).next().expect("there"));
            let income = Income { amount: Cents::euros(euros), ..income };
            let plan = Plan { living: Cents::euros(euros), ..Plan::clone(&book.plan) };
            Change::default()
                .client(book, id, Some(client))
                .income(book, income.id, Some(income))
                .plan(book, plan)
        }
    };
    merged(change("Kaai 1", 1111), change("Kaai 2", 2222))
}

/// The id of Bistro Loo.
pub fn bistro_loo(book: &Book) -> Id {
    book.clients.iter().find(|client| client.name == "Bistro Loo").expect("a client of the example").id
}
