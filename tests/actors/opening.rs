//! What opening a book makes of what was seen, of what was forgotten, and of what is no longer there to show it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::Days;
use kleurboek::{
    app::{
        clock::Clock,
        command::{ClientEdit, Command, HouseEdit},
        file_question::{FileChoice, FileQuestion},
        opening::OpenBook,
        saver::Saver,
    },
    domain::{
        Day,
        book::{Book, Language},
        example,
        id::Id,
    },
    storage::{disk::RealDisk, format, open, places::Places, save::BookFile},
};
use tempfile::TempDir;

struct Desk {
    _root: TempDir,
    places: Places,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let places = Places::under(root.path().join("home"));
        let path = root.path().join("boek.kleurboek");
        let book = example::atelier_noor(Language::Dutch);
        let at = example::example_day().into();
        BookFile::create_new(&path, Arc::new(RealDisk)).save(&book, &places, at).unwrap();
        Self { _root: root, places, path }
    }

    fn open(&self, day: Day) -> OpenBook {
        OpenBook::open(&self.path, &self.places, Clock::frozen_on(day), || {}).unwrap()
    }

    /// A start on a day, that does this.
    fn start(&self, day: Day, commands: &[Command]) {
        let mut open = self.open(day);
        assert!(open.found.is_empty(), "there is nothing to tell");
        for command in commands {
            open.session.execute(command, None).unwrap();
        }
        assert!(open.session.close().is_safe());
    }
}

fn after(days: u64) -> Day {
    example::example_day() + Days::new(days)
}

fn book_at(path: &Path) -> Book {
    open::open(path).unwrap().loaded.book
}

/// Overwrites what was there.
fn term(days: u16) -> Command {
    Command::EditHouse(HouseEdit::PaymentTerm(days))
}

#[test]
fn forgetting_writes_nothing_and_is_nothing_to_tell() {
    let desk = Desk::new();
    desk.start(after(0), &[term(14)]);
    desk.start(after(1), &[term(15)]);
    desk.start(after(500), &[term(16)]);
    let before = fs::read(&desk.path).unwrap();
    let count = |book: &Book| book.lineage.seen.iter().count();
    assert_eq!(count(&book_at(&desk.path)), 3);
    {
        let open = desk.open(after(501));
        assert!(open.found.is_empty(), "forgetting is nothing to tell");
        assert_eq!(count(open.session.book()), 1, "the first two are forgotten");
        assert!(open.session.close().is_safe());
    }
    assert_eq!(fs::read(&desk.path).unwrap(), before);
    desk.start(after(502), &[term(17)]);
    assert_eq!(count(&book_at(&desk.path)), 2);
}

#[test]
fn an_earlier_version_that_still_remembers_is_not_taken_for_what_was_lost() {
    let desk = Desk::new();
    desk.start(after(0), &[term(14)]);
    desk.start(after(1), &[term(15)]);
    desk.start(after(200), &[term(18)]);
    // The last that was known here: what follows is done by another machine, which has forgotten since.
    let elsewhere = Places::under(desk.path.with_file_name("elsewhere"));
    let there = Desk { _root: tempfile::tempdir().unwrap(), places: elsewhere, path: desk.path.clone() };
    there.start(after(500), &[term(16)]);
    there.start(after(501), &[term(17)]);
    desk.start(after(502), &[]);
}

#[test]
fn a_record_taken_out_by_hand_was_all_that_showed_its_actor_and_can_be_undone() {
    let desk = Desk::new();
    let id = Id::from_bits(1);
    let add = Command::AddClient(id, "Jo".to_owned());
    desk.start(after(0), &[add, Command::EditClient(id, ClientEdit::Address("Kaai 1".to_owned()))]);
    desk.start(after(1), &[term(15)]);
    let text = fs::read_to_string(&desk.path).unwrap();
    let start = text.find("    (\n      id: \"0000000000000001\"").unwrap();
    let end = start + text[start..].find("\n    ),\n").unwrap() + "\n    ),\n".len();
    fs::write(&desk.path, format!("{}{}", &text[..start], &text[end..])).unwrap();
    let edited = format::read(&fs::read_to_string(&desk.path).unwrap()).unwrap();
    assert!(edited.is_edited_by_hand() && edited.book.lineage.seen.iter().count() == 1);

    let mut open = desk.open(after(2));
    let Some(FileQuestion::ByHand(edit, _)) = open.question() else { panic!("it is not asked") };
    assert!(edit.before.is_some(), "it is not known what was edited");
    let clock = open.session.clock();
    open.choose(FileChoice::Take, |place| Saver::without_journal(place, clock)).unwrap();
    assert!(open.session.book().clients.get(id).is_none());
    open.session.undo().unwrap();
    assert!(open.session.book().clients.get(id).is_some());
}

#[test]
fn two_who_try_something_in_the_example_do_not_share_a_stamp() {
    let [one, other] = ["Jo", "Bo"].map(|name| {
        let mut open = OpenBook::example(Language::Dutch);
        open.session.execute(&Command::AddClient(Id::from_bits(1), name.to_owned()), None).unwrap();
        open.session.book().lineage.seen.clone()
    });
    assert!(!one.covers(&other) && !other.covers(&one));
}
