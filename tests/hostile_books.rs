//! Files made to hurt: each is read or refused, within the memory that its size allows, and never panics. What
//! cargo-fuzz found worth keeping is read again here.
//!
//! `KLEURBOEK_FULL=1 cargo test --release --test hostile_books -- --nocapture` makes them as large as a file may be.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

#[path = "support/counting.rs"]
mod counting;

use std::{
    fmt::Write,
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

use counting::{Counting, allowed, peak_of};
use kleurboek::storage::{
    format::{self, Loaded},
    open::LARGEST_FILE,
    problem::Problem,
};

#[global_allocator]
static MEMORY: Counting = Counting;

/// One at a time: the memory of all threads is counted together.
static ONE: Mutex<()> = Mutex::new(());

const QUICK: usize = 1 << 20;

fn size() -> usize {
    match std::env::var_os("KLEURBOEK_FULL") {
        Some(_) => usize::try_from(LARGEST_FILE).unwrap() - 1024,
        None => QUICK,
    }
}

/// Reads a text within the memory it may take.
fn read(name: &str, text: &str) -> Result<Loaded, Problem> {
    let (read, peak) = peak_of(|| format::read(text));
    let said = match &read {
        Ok(_) => "read".to_owned(),
        Err(problem) => problem.to_string().chars().take(80).collect(),
    };
    println!(
        "{:>9} bytes, {:>5.1} times that in memory: {name}: {said}",
        text.len(),
        times(peak, text.len())
    );
    assert!(peak <= allowed(text.len()), "{name}: {peak} bytes of memory for {}", text.len());
    read
}

#[expect(clippy::cast_precision_loss, reason = "one digit is shown")]
fn times(peak: usize, size: usize) -> f64 {
    peak as f64 / size as f64
}

/// As many of what `item` makes as fit in a file.
fn many(item: impl Fn(usize) -> String) -> String {
    let size = size();
    let mut text = String::with_capacity(size + 100);
    let mut number = 0;
    while text.len() < size - 300 {
        text.push_str(&item(number));
        number += 1;
    }
    text
}

fn book(fields: &str) -> String {
    format!("(format: 1, id: \"0000000000000001\", clients: [], incomes: [], {fields})")
}

fn clients(clients: &str) -> String {
    format!("(format: 1, id: \"0000000000000001\", clients: [{clients}], incomes: [])")
}

fn incomes(incomes: &str) -> String {
    format!("(format: 1, id: \"0000000000000001\", clients: [], incomes: [{incomes}])")
}

type Maker = fn() -> String;

const HOSTILE: &[(&str, Maker)] = &[
    ("brackets that never close", || many(|_| "(".to_owned())),
    ("lists in lists", || book(&format!("erased: {}", many(|_| "[".to_owned())))),
    ("values in values", || book(&format!("plan: (cap_percent: {}", many(|_| "Some(".to_owned())))),
    ("one long word", || clients(&format!("(name: \"{}\")", many(|_| "a".to_owned())))),
    ("one long word of escapes", || {
        clients(&format!("(notes: \"{}\")", many(|_| "\\u{1F3A8}\\n".to_owned())))
    }),
    ("one long raw word", || clients(&format!("(notes: r#\"{}\"#)", many(|_| "(\"".to_owned())))),
    ("empty clients", || clients(&many(|_| "(),".to_owned()))),
    ("empty costs", || book(&format!("plan: (costs: [{}])", many(|_| "(),".to_owned())))),
    ("empty people", || clients(&format!("(people: [{}])", many(|_| "(),".to_owned())))),
    ("small clients", || clients(&many(|number| format!("(name: \"{number:060}\"),")))),
    ("small incomes", || incomes(&many(|number| format!("(amount_cents: 1, label: \"{number:040}\"),")))),
    ("small people", || clients(&format!("(people: [{}])", many(|_| format!("(name: \"{:055}\"),", 0))))),
    ("small costs", || book(&format!("plan: (costs: [{}])", many(|_| format!("(label: \"{:055}\"),", 0))))),
    ("few clients and much else", || {
        clients(&format!("{}(notes: \"{}\")", "(),".repeat(39_000), many(|_| "a".to_owned())))
    }),
    ("the same id again and again", || {
        clients(&many(|_| format!("(id: \"0000000000000001\", name: \"{:030}\"),", 0)))
    }),
    ("ids made up", || {
        clients(&many(|number| {
            format!("(id: \"a{number}\", name: \"{number:030}\", met: (through: \"a{number}\")),")
        }))
    }),
    ("contested values", || {
        let values = many(|number| {
            format!(
                "(field: \"name\", stamp: \"{:08x}:{number}\", value: (name: \"{number:050}\")),",
                number % 9
            )
        });
        clients(&format!("(marks: (contested: [{values}]))"))
    }),
    ("contested values of one stamp", || {
        let values = many(|number| {
            format!("(field: \"name\", stamp: \"00000001:1\", value: (name: \"{number:060}\")),")
        });
        clients(&format!("(marks: (contested: [{values}]))"))
    }),
    ("versions of the plan", || {
        let values = many(|number| {
            format!(
                "(field: \"costs\", stamp: \"00000001:{number}\", value: (costs: [(label: \"{number:090}\")])),"
            )
        });
        book(&format!("plan: (marks: (contested: [{values}]))"))
    }),
    ("there and not there", || {
        let said =
            many(|number| format!("(\"{:08x}:{number}\", {}),{:50}", number % 99, number % 2 == 0, ""));
        clients(&format!("(marks: (presence: [{said}]))"))
    }),
    ("actors", || book(&format!("seen: [{}]", many(|number| format!("\"265d{number:012x}:1\","))))),
    ("devices", || book(&format!("seen: [{}]", many(|number| format!("\"{number:08x}:1\","))))),
    ("people erased", || book(&format!("erased: [{}]", many(|number| format!("\"{number:016x}\","))))),
    ("nobody erased", || book(&format!("erased: [{}]", many(|_| "\"\",".to_owned())))),
    ("days worked", || book(&format!("plan: (extra_days: [{}])", many(|_| "\"2026-11-21\",".to_owned())))),
    ("days of the week", || book(&format!("plan: (week: [{}])", many(|_| "Monday,".to_owned())))),
    ("a number without an end", || incomes(&format!("(amount_cents: {})", many(|_| "9".to_owned())))),
    ("a fraction without an end", || incomes(&format!("(amount_cents: 1.{}e999)", many(|_| "9".to_owned())))),
    ("comments in comments", || many(|_| "/*".to_owned())),
    ("one comment", || clients(&format!("/*{}*/", many(|_| "(".to_owned())))),
    ("blank lines", || clients(&many(|_| "\n".to_owned()))),
    ("fields nobody knows", || book(&many(|number| format!("a{number}: [],")))),
    ("one field nobody knows", || book(&format!("shoes: [{}]", many(|_| "[],".to_owned())))),
    ("fields of stamps", || {
        clients(&format!("(marks: (own: {{{}}}))", many(|number| format!("\"{number}\":\"00000001:1\","))))
    }),
    ("a name without an end", || format!("{}(format: 1)", many(|_| "a".to_owned()))),
    ("extensions", || many(|_| "#![enable(implicit_some)]".to_owned())),
    ("zeros", || many(|_| "\0".to_owned())),
];

#[test]
fn no_file_takes_more_memory_than_its_size_allows() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut loaded = 0;
    for (name, make) in HOSTILE {
        let text = make();
        let Ok(read) = read(name, &text) else { continue };
        loaded += 1;
        let again = peak_of(|| read.book.merged_with(&read.book.clone())).0;
        assert!(again == read.book, "{name}");
    }
    assert!(loaded > 10, "only {loaded} were books at all");
}

/// Two versions of one book in which the same field has very many values: merged in a moment.
#[test]
fn very_many_contested_values_are_merged() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let copy = |device: usize| {
        let mut values = String::new();
        for number in 1..=20_000 {
            let stamp = if number % 2 == 0 { number } else { 1 };
            write!(
                values,
                "(field: \"name\", stamp: \"{device:08x}:{stamp}\", value: (name: \"{number}\")),"
            )
            .unwrap();
        }
        let client = format!("(id: \"0000000000000002\", marks: (contested: [{values}]))");
        read("contested", &clients(&client)).unwrap().book
    };
    let (one, other) = (copy(1), copy(2));
    let merged = one.merged_with(&other);
    assert!(merged == other.merged_with(&one));
    assert!(merged == merged.merged_with(&one));
}

/// Stamps that somebody typed: what was read can be written again, and a record stays in the list it stood in.
#[test]
fn stamps_that_make_no_sense_are_set_right() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let text = book(
        "house: (marks: (presence: [(\"00000001:1\", false)])), plan: (marks: (base: \"00000001:3\")),
        removed_clients: [
            (id: \"0000000000000002\"),
            (id: \"0000000000000003\", marks: (base: \"00000001:4\", presence: [(\"00000001:5\", true)])),
        ],
        removed_incomes: [(id: \"0000000000000004\", amount_cents: 1)]",
    )
    .replace(
        "clients: [], incomes: [],",
        "clients: [
            (id: \"0000000000000005\", marks: (base: \"00000000:0\")),
            (id: \"0000000000000006\", marks: (presence: [(\"00000001:7\", false)])),
            (id: \"0000000000000007\", marks: (own: {\"name\": \"00000001:1\"}, contested: [
                (field: \"name\", stamp: \"00000001:9\", value: (name: \"b\")),
                (field: \"name\", stamp: \"00000001:8\", value: (name: \"a\")),
                (field: \"notes\", stamp: \"00000001:8\", value: (notes: \"a\")),
            ])),
        ], incomes: [],",
    );
    let book = read("stamps", &text).unwrap().book;
    let again = format::read(&format::write(&book, 1).unwrap()).unwrap();
    assert!(again.book == book && again.repaired.is_empty());

    let other = read("nothing", &self::book("seen: [\"00000001:9\"]")).unwrap().book;
    for merged in [book.merged_with(&other), other.merged_with(&book)] {
        assert!(merged.clients == book.clients);
        assert!(merged.lineage.removed_clients == book.lineage.removed_clients);
        assert!(merged.lineage.removed_incomes == book.lineage.removed_incomes);
    }
}

/// What cargo-fuzz kept: see `fuzz/README.md`.
#[test]
fn what_fuzzing_kept_is_read_and_comes_back() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    if !corpus.is_dir() {
        eprintln!("SKIPPED: fuzz/corpus is not here, as in a package");
        return;
    }
    let (mut texts, mut books) = (0, 0);
    // Of a journal each line is a part of a book; its checksums have tests of their own.
    for (target, between) in [("loader", "\n%%%\n"), ("merge", "\n%%%\n"), ("journal", "\n")] {
        for file in fs::read_dir(corpus.join(target)).unwrap() {
            let Ok(text) = String::from_utf8(fs::read(file.unwrap().path()).unwrap()) else { continue };
            for text in text.split(between) {
                texts += 1;
                let (read, peak) = peak_of(|| format::read(text));
                assert!(peak <= allowed(text.len()));
                let Ok(loaded) = read else { continue };
                books += 1;
                let again = format::read(&format::write(&loaded.book, loaded.generation).unwrap()).unwrap();
                assert!(again.book == loaded.book, "{text}");
            }
        }
    }
    println!("{texts} texts read again, {books} of them books");
}
