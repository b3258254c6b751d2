//! The same through the program itself, as it was first reported.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::desk::{book_at, has};

struct Person(TempDir);

impl Person {
    fn new() -> Self {
        let person = Self(tempfile::tempdir().unwrap());
        for folder in ["home", "b", "t"] {
            fs::create_dir(person.path(folder)).unwrap();
        }
        person
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Says what the program answered; `book` comes last.
    fn asks(&self, arguments: &[&str], book: &Path) -> String {
        let home = self.path("home");
        let output = Command::new(env!("CARGO_BIN_EXE_kleurboek"))
            .args(arguments)
            .arg(book)
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("LC_ALL", "nl_BE.UTF-8")
            .env_remove("LANGUAGE")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }
}

#[test]
fn a_copy_does_not_leak_into_the_book() {
    let person = Person::new();
    let (book, copy) = (person.path("b/boek.kleurboek"), person.path("t/p.kleurboek"));
    person.asks(&["example"], &book);
    person.asks(&["earned", "1"], &book);
    fs::copy(&book, &copy).unwrap();
    person.asks(&["earned", "7777", "--client", "Proef"], &copy);
    person.asks(&["earned", "5"], &book);
    assert!(has(&book_at(&book), 5) && !has(&book_at(&book), 7777));
    assert!(has(&book_at(&copy), 7777) && !has(&book_at(&copy), 5));
}

#[test]
fn a_command_takes_an_older_file_as_it_is_and_says_so() {
    let person = Person::new();
    let (book, backup) = (person.path("b/boek.kleurboek"), person.path("t/backup.kleurboek"));
    person.asks(&["example"], &book);
    person.asks(&["earned", "1"], &book);
    fs::copy(&book, &backup).unwrap();
    person.asks(&["earned", "11"], &book);
    fs::copy(&backup, &book).unwrap();
    let said = person.asks(&["earned", "12"], &book);
    assert!(said.contains("ouder dan wat je hier het laatst had: 1 bedrag minder."), "{said}");
    assert!(has(&book_at(&book), 12) && !has(&book_at(&book), 11));
    let said = person.asks(&["earned", "13"], &book);
    assert!(!said.contains("ouder"), "said once: {said}");
    let kept = walk(&person.path("home"));
    assert!(kept.iter().any(|path| has(&book_at(path), 11)), "what was not taken is kept");
}

#[test]
fn each_example_is_a_book_of_its_own() {
    let person = Person::new();
    let (one, other) = (person.path("b/een.kleurboek"), person.path("b/twee.kleurboek"));
    person.asks(&["example"], &one);
    person.asks(&["example"], &other);
    assert_ne!(book_at(&one).id, book_at(&other).id);
    assert!(book_at(&one).clients == book_at(&other).clients);
}

/// Every book under a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut books = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            books.extend(walk(&path));
        } else if path.extension().is_some_and(|end| end == "kleurboek") {
            books.push(path);
        }
    }
    books
}
