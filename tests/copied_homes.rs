//! A laptop that is filled from another one, and a home that is put back: whoever goes on from there makes changes of their
//! own, so that both are there once the books are joined.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests, which play whoever copies files"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use kleurboek::{
    app::{
        cli::{self, request::Request},
        clock::Clock,
        command::{ClientEdit, Command, NewIncome, Payer, Payment},
        opening::OpenBook,
        words::Words,
    },
    domain::{
        book::{Book, Language},
        example,
        fields::{ClientField, ClientValue, Fields},
        id::Id,
        money::Cents,
        other_values::{OtherValues, Waiting, waiting},
        stamp::Actor,
    },
    storage::{disk::RealDisk, open, places::Places, save::BookFile},
};
use tempfile::TempDir;

/// Machines of which one at a time is the one at hand: so the book is at the same place on each, as it is on a laptop that
/// was filled from another.
struct Machines {
    root: TempDir,
}

impl Machines {
    /// One machine, called "old", with the example that was worked in before.
    fn one() -> Self {
        let machines = Self { root: tempfile::tempdir().unwrap() };
        fs::create_dir(machines.of("old")).unwrap();
        machines.at("old", |path, places| {
            let book = example::atelier_noor(Language::Dutch);
            BookFile::create_new(path, Arc::new(RealDisk)).save(&book, places, clock().now()).unwrap();
        });
        machines.work_on("old", &[name("Café Lotte")]);
        machines
    }

    /// Everything of one machine.
    fn of(&self, machine: &str) -> PathBuf {
        self.root.path().join(machine)
    }

    fn at<T>(&self, machine: &str, work: impl FnOnce(&Path, &Places) -> T) -> T {
        let here = self.root.path().join("here");
        fs::rename(self.of(machine), &here).unwrap();
        let done = work(&here.join("boek.kleurboek"), &Places::under(here.join("home")));
        fs::rename(here, self.of(machine)).unwrap();
        done
    }

    /// Starts the program on a machine, and does something in the book.
    fn work_on(&self, machine: &str, commands: &[Command]) {
        self.at(machine, |path, places| {
            let mut open = OpenBook::open(path, places, clock(), || {}).unwrap();
            for command in commands {
                open.session.execute(command, None).unwrap();
            }
            assert!(open.session.close().is_safe());
        });
    }

    fn copy(&self, from: &str, to: &str) {
        copy_all(&self.of(from), &self.of(to));
    }

    fn book_of(&self, machine: &str) -> PathBuf {
        self.of(machine).join("boek.kleurboek")
    }

    /// What `kleurboek merge` makes of two books, and what it says.
    fn merged(&self, one: &Path, other: &Path) -> (Book, String) {
        let out = self.root.path().join("samen.kleurboek");
        let _ = fs::remove_file(&out);
        let request = Request::Merge { books: [one.into(), other.into()], out: out.clone() };
        let places = Places::under(self.root.path().join("merging"));
        let said = cli::run(request, &places, &Words::new(Language::Dutch), &mut |_: &str| ()).unwrap();
        (book_at(&out), said)
    }
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if from.is_dir() { copy_all(&from, &to) } else { fs::copy(from, to).map(|_| ()).unwrap() }
    }
}

fn clock() -> Clock {
    Clock::frozen_on(example::example_day())
}

fn book_at(path: &Path) -> Book {
    open::open(path).unwrap().loaded.book
}

fn first_client() -> Id {
    example::atelier_noor(Language::Dutch).clients.iter().next().unwrap().id
}

fn name(name: &str) -> Command {
    Command::EditClient(first_client(), ClientEdit::Name(name.to_owned()))
}

fn earn(label: &str) -> Command {
    Command::Earn(NewIncome {
        amount: Cents::new(7_777),
        from: Payer::Nobody,
        label: label.to_owned(),
        day: example::example_day(),
        payment: Payment::Received,
    })
}

/// Every name the first client has in a book, the one shown and those in "Andere versie".
fn names(book: &Book) -> BTreeSet<String> {
    let client = book.clients.get(first_client()).unwrap();
    let place = Waiting::Client(client.id, ClientField::Name);
    let OtherValues::Client(others) = OtherValues::of(book, place) else { panic!("of a client") };
    let all = others.into_iter().chain([client.value(ClientField::Name)]);
    all.map(|value| match value {
        ClientValue::Name(name) => name,
        other => panic!("{other:?} is no name"),
    })
    .collect()
}

fn has_income(book: &Book, label: &str) -> bool {
    book.incomes.iter().any(|income| income.label == label)
}

fn set(names: [&str; 2]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

#[test]
fn a_laptop_that_was_filled_from_the_old_one_makes_changes_of_its_own() {
    let machines = Machines::one();
    machines.copy("old", "new");
    machines.work_on("old", &[name("Lotte"), name("Lotte & co"), earn("op de oude")]);
    machines.work_on("new", &[name("Charlotte")]);
    for [one, other] in [["old", "new"], ["new", "old"]] {
        let (book, said) = machines.merged(&machines.book_of(one), &machines.book_of(other));
        assert_eq!(names(&book), set(["Lotte & co", "Charlotte"]), "{one} with {other}");
        assert!(has_income(&book, "op de oude"));
        assert_eq!(waiting(&book).len(), 1, "and nothing else is to be chosen");
        assert!(said.contains('1'), "{said}");
    }
}

#[test]
fn after_a_home_was_put_back_changes_are_new_ones() {
    let machines = Machines::one();
    machines.copy("old", "backup");
    machines.work_on("old", &[name("Lotte"), name("Lotte & co"), earn("voor de diefstal")]);
    // What was synced before everything was put back from the backup.
    let stick = machines.root.path().join("stick.kleurboek");
    fs::copy(machines.book_of("old"), &stick).unwrap();
    fs::remove_dir_all(machines.of("old")).unwrap();
    machines.copy("backup", "old");
    machines.work_on("old", &[name("Charlotte")]);
    let (book, _) = machines.merged(&machines.book_of("old"), &stick);
    assert_eq!(names(&book), set(["Lotte & co", "Charlotte"]));
    assert!(has_income(&book, "voor de diefstal"));
    assert_eq!(waiting(&book).len(), 1);
}

#[test]
fn a_clone_that_syncs_into_an_open_window_is_joined_with_it() {
    let machines = Machines::one();
    machines.copy("old", "new");
    machines.work_on("new", &[name("Charlotte")]);
    let theirs = fs::read(machines.book_of("new")).unwrap();
    machines.at("old", |path, places| {
        let mut open = OpenBook::open(path, places, clock(), || {}).unwrap();
        for command in [name("Lotte"), name("Lotte & co")] {
            open.session.execute(&command, None).unwrap();
        }
        fs::write(path, &theirs).unwrap();
        assert!(open.session.close().is_safe());
    });
    assert_eq!(names(&book_at(&machines.book_of("old"))), set(["Lotte & co", "Charlotte"]));
}

#[test]
fn every_start_is_an_actor_of_its_own() {
    let machines = Machines::one();
    for number in 0..3 {
        machines.work_on("old", &[earn(&format!("start {number}"))]);
    }
    let actors: Vec<Actor> =
        book_at(&machines.book_of("old")).lineage.seen.iter().map(|stamp| stamp.actor).collect();
    assert_eq!(actors.len(), 4, "one for each start that changed something");
    assert!(actors.iter().all(|actor| actor.day() == Some(example::example_day())), "{actors:?}");
}
