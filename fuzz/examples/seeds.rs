//! Writes the first corpus of each target: small books with all that can stand in one.

use std::{fs, path::Path};

use kleurboek_fuzz::{
    domain::{
        book::{Book, House, Language},
        change::Change,
        client::Client,
        example::example_day,
        id::Id,
        income::Income,
        plan::Plan,
        stamp::Actor,
    },
    example::small_example,
    storage::format::{write, write_copy, write_part},
};

/// A device of format 1, and an actor of 21 November 2026.
const HERE: Actor = Actor::from_bits(0x1111_1111);
const THERE: Actor = Actor::from_bits(0x265d_2222_2222_2222);

fn main() {
    let book = small_example();
    let first = book.clients.iter().next().expect("a client").id;
    let second = book.clients.iter().nth(1).expect("another").id;

    let named = |book: &Book, name: &str| Client {
        name: name.to_owned(),
        notes: format!("{name} says\nhello"),
        ..Client::clone(book.clients.get(first).expect("still there"))
    };
    let mut here = book.clone();
    commit(&mut here, HERE, |book| Change::default().client(book, first, Some(named(book, "Here"))));
    commit(&mut here, HERE, |book| Change::default().client(book, second, None));
    commit(&mut here, HERE, |book| {
        let new = Income { label: "New \\ \"one\"".to_owned(), ..Income::blank(Id::from_bits(77)) };
        Change::default().income(book, new.id, Some(new))
    });
    let mut there = book.clone();
    commit(&mut there, THERE, |book| Change::default().client(book, first, Some(named(book, "There"))));
    commit(&mut there, THERE, |book| {
        let house = House { name: "There".to_owned(), payment_term: 14, ..House::clone(&book.house) };
        Change::default().house(book, house).plan(book, Plan { cap: None, ..Plan::clone(&book.plan) })
    });
    let income = book.incomes.iter().next().expect("an income").id;
    commit(&mut there, THERE, |book| Change::default().income(book, income, None));
    let mut erased = here.clone();
    erased.erase(first, HERE);
    let contested = here.merged_with(&there);
    let all = contested.merged_with(&erased);

    let text = |book: &Book| write(book, 3).expect("it can be written");
    let line = |book: &Book| write_part(book).expect("it can be written").replace('\\', "\\\\");
    let empty = Book::new(Id::from_bits(1), Language::Dutch, example_day());
    let books = [
        ("example", text(&book)),
        ("empty", text(&empty)),
        ("changed", text(&here)),
        ("contested", text(&contested)),
        ("erased", text(&all)),
        ("copy", write_copy(&empty, 1).expect("it can be written")),
        ("by-hand", "(format: 1, id: \"0000000000000001\", clients: [(name: \"A\"), (id: \"x\", met: (through: \"x\"))], incomes: [(amount_cents: 1, client: \"x\")])".to_owned()),
    ];
    keep("loader", &books);
    let apart = |books: &[&Book]| books.iter().map(|book| text(book)).collect::<Vec<_>>().join("\n%%%\n");
    keep(
        "merge",
        &[
            ("two", apart(&[&here, &there])),
            ("three", apart(&[&here, &there, &erased])),
            ("older", apart(&[&book, &contested])),
            ("small", apart(&[&empty, &empty, &empty])),
        ],
    );
    let header = "(format:1,book:\"0123456789abcdef\",path:Some(\"/nowhere\"),base:None,generation:1)";
    keep(
        "journal",
        &[
            ("one", format!("{header}\n{}\n", line(&here))),
            ("more", format!("{header}\n{}\n{}\n{}\n", line(&here), line(&there), line(&erased))),
            ("raw", "!0123456789abcdef (format:1)\n".to_owned()),
            ("newer", "(format:2)\n(new)\n".to_owned()),
        ],
    );
}

fn commit(book: &mut Book, actor: Actor, change: impl FnOnce(&Book) -> Change) {
    let change = change(book);
    change.commit(book, actor);
}

fn keep(target: &str, texts: &[(&str, String)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in texts {
        fs::write(folder.join(format!("seed-{name}")), text).expect("a file");
    }
}
