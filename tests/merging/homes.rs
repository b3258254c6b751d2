//! Laptops whose homes and books are copied, cloned and put back at any moment, between and in the middle of sessions.
//!
//! Every session is an actor of its own, but for the first on each laptop: that was of format 1. All that the program keeps of a book on a machine is in [`Home`], and goes along
//! with whatever is done to it.

use std::mem;

use chrono::{Days, NaiveDate};
use kleurboek::{
    domain::{Day, book::Book, stamp::Actor},
    storage::format,
};

use super::{
    checks::same,
    dice::Dice,
    history::{History, Promise},
    truth::Known,
};

/// A file of the book, with what it knows.
#[derive(Clone)]
struct Version {
    book: Book,
    known: Known,
}

/// What a machine keeps beside the file.
#[derive(Clone, Default)]
struct Home {
    /// The version that was last written here.
    last: Option<Version>,
    journal: Option<Journal>,
}

/// What was changed since the last save.
#[derive(Clone)]
struct Journal {
    on: Version,
    parts: Vec<Book>,
    known: Known,
}

/// What a copy of a whole machine has. What is in the memory of an open window is not in it.
#[derive(Clone)]
struct Machine {
    file: Version,
    /// Copies in conflict that a sync tool left beside the file.
    beside: Vec<Version>,
    home: Home,
}

struct Laptop {
    machine: Machine,
    /// What an open window last read or wrote; none when the book is closed.
    open: Option<Version>,
    /// Whether it ever was.
    was_open: bool,
    kept: Vec<Machine>,
}

pub struct Homes {
    /// The copy with the number of a laptop is what its window has in memory.
    history: History,
    laptops: Vec<Laptop>,
    today: Day,
    /// At most so many days go by at once.
    pace: usize,
    /// Every version there ever was.
    versions: Vec<Version>,
    seed: u64,
}

impl Homes {
    /// Runs the history of a seed; how many steps it had.
    pub fn run(seed: u64) -> u64 {
        let mut dice = Dice::new(seed ^ 0x5eed_0f40_4e50);
        // In one of four, so much time goes by that actors are forgotten.
        let pace = if dice.one_in(4) { 300 } else { 3 };
        let count = 2 + dice.below(2);
        let history = History::new(dice, vec![Actor::default(); count]);
        let file = Version { book: history.copies[0].book.clone(), known: Known::default() };
        let machine = Machine { file: file.clone(), beside: Vec::new(), home: Home::default() };
        let laptop = || Laptop { machine: machine.clone(), open: None, was_open: false, kept: Vec::new() };
        let laptops = (0..count).map(|_| laptop()).collect();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut homes = Self { history, laptops, today, pace, versions: vec![file], seed };
        let steps = 20 + homes.dice().below(40) as u64;
        for _ in 0..steps {
            homes.step();
        }
        homes.check();
        steps
    }

    fn dice(&mut self) -> &mut Dice {
        &mut self.history.dice
    }

    fn step(&mut self) {
        if self.dice().one_in(3) {
            let pace = self.pace;
            self.today = self.today + Days::new(self.dice().below(pace) as u64);
        }
        let (all, one) = (self.laptops.len(), self.laptops.len() - 1);
        let laptop = self.dice().below(all);
        let other = (laptop + 1 + self.dice().below(one)) % all;
        match self.dice().below(20) {
            0..=8 => {
                self.open(laptop);
                self.history.change(laptop);
                self.note(laptop);
            }
            9 => self.save(laptop),
            10 | 11 => self.close(laptop),
            12 => self.kill(laptop),
            13 => self.sync(laptop, other),
            14 => self.clone_machine(laptop, other),
            15 => {
                let file = self.laptops[laptop].machine.file.clone();
                self.put_in_place(other, file);
            }
            16 => self.merge_by_command(laptop, other),
            17 => {
                let now = self.laptops[laptop].machine.clone();
                self.laptops[laptop].kept.push(now);
            }
            _ => self.put_back(laptop),
        }
    }

    /// Opens the book in a window, unless it is open.
    fn open(&mut self, laptop: usize) {
        if self.laptops[laptop].open.is_some() {
            return;
        }
        let Machine { file, home, .. } = self.laptops[laptop].machine.clone();
        let Version { mut book, mut known } = file.clone();
        book.forget_old_actors();
        let in_file = book.clone();
        if let Some(last) = home.last {
            if book.has_all_of(&last.book) {
                let mut both = known.clone();
                both.learn(&last.known);
                self.keeps(&book, &both);
            } else if self.dice().one_in(2) {
                // Whoever is asked joins them, or goes on with the older one.
                book = book.merged_with(&last.book);
                known.learn(&last.known);
            }
        }
        if let Some(journal) = home.journal.filter(|journal| book.has_all_of(&journal.on.book)) {
            book = journal.parts.iter().fold(book, |book, part| book.merged_with(&read_part(part)));
            known.learn(&journal.known);
            self.keeps(&book, &known);
        }
        // The first time by the older program, which had a device for it; once only, as a copied home shares that.
        let is_first = !mem::replace(&mut self.laptops[laptop].was_open, true);
        let bits = self.dice().next();
        let actor =
            if is_first { Actor::from_bits(0x10 + laptop as u64) } else { Actor::made_on(self.today, bits) };
        let copy = &mut self.history.copies[laptop];
        (copy.book, copy.known, copy.actor) = (book, known, actor);
        copy.parts.clear();
        self.laptops[laptop].open = Some(file);
        if self.history.copies[laptop].book != in_file {
            // What is new in it goes into the journal as a whole.
            let copy = &mut self.history.copies[laptop];
            copy.parts.push(copy.book.clone());
            self.note(laptop);
        }
    }

    /// The journal has every change at once.
    fn note(&mut self, laptop: usize) {
        let copy = &self.history.copies[laptop];
        let on = self.laptops[laptop].open.clone().unwrap();
        let (parts, known) = (copy.parts.clone(), copy.known.clone());
        self.laptops[laptop].machine.home.journal = Some(Journal { on, parts, known });
    }

    /// Saves the book of an open window, with whatever else is on the disk.
    fn save(&mut self, laptop: usize) {
        let Some(last) = self.laptops[laptop].open.clone() else { return };
        let machine = &mut self.laptops[laptop].machine;
        let copy = &mut self.history.copies[laptop];
        let mut others = mem::take(&mut machine.beside);
        if machine.file.book != last.book {
            others.push(machine.file.clone());
        }
        for other in others {
            copy.book = copy.book.merged_with(&other.book);
            copy.known.learn(&other.known);
        }
        let version = Version { book: on_disk(&copy.book), known: copy.known.clone() };
        copy.parts.clear();
        machine.file = version.clone();
        machine.home = Home { last: Some(version.clone()), journal: None };
        self.laptops[laptop].open = Some(version.clone());
        self.versions.push(version);
    }

    fn close(&mut self, laptop: usize) {
        self.save(laptop);
        self.laptops[laptop].open = None;
    }

    fn kill(&mut self, laptop: usize) {
        if self.laptops[laptop].open.take().is_some() {
            let copy = &self.history.copies[laptop];
            self.versions.push(Version { book: copy.book.clone(), known: copy.known.clone() });
        }
    }

    /// A sync tool brings the file to another laptop; what was there goes beside it when it is no older one.
    fn sync(&mut self, from: usize, to: usize) {
        let file = self.laptops[from].machine.file.clone();
        let machine = &mut self.laptops[to].machine;
        let before = mem::replace(&mut machine.file, file);
        if !machine.file.book.has_all_of(&before.book) {
            machine.beside.push(before);
        }
    }

    fn clone_machine(&mut self, from: usize, to: usize) {
        self.kill(to);
        self.laptops[to].machine = self.laptops[from].machine.clone();
    }

    /// Somebody puts another file in the book's place.
    fn put_in_place(&mut self, laptop: usize, file: Version) {
        if self.dice().one_in(2) {
            self.close(laptop);
        }
        self.laptops[laptop].machine.file = file;
    }

    fn merge_by_command(&mut self, laptop: usize, other: usize) {
        self.close(laptop);
        let theirs = self.laptops[other].machine.file.clone();
        let file = &mut self.laptops[laptop].machine.file;
        file.book = on_disk(&file.book.merged_with(&theirs.book));
        file.known.learn(&theirs.known);
        let version = file.clone();
        self.versions.push(version);
    }

    /// The whole machine, only the home, or only the file becomes what it was.
    fn put_back(&mut self, laptop: usize) {
        let count = self.laptops[laptop].kept.len();
        if count == 0 {
            return;
        }
        let which = self.dice().below(count);
        let then = self.laptops[laptop].kept[which].clone();
        match self.dice().below(3) {
            0 => {
                self.kill(laptop);
                self.laptops[laptop].machine = then;
            }
            1 => {
                self.kill(laptop);
                self.laptops[laptop].machine.home = then.home;
            }
            _ => self.put_in_place(laptop, then.file),
        }
    }

    fn promise(&self) -> Promise {
        // Only what is more than a year old is forgotten.
        if self.pace > 100 { Promise::AtLeast } else { Promise::Exactly }
    }

    fn keeps(&self, book: &Book, known: &Known) {
        self.history.check_nothing_lost(book, known, self.seed, self.promise());
    }

    fn check(&mut self) {
        for laptop in 0..self.laptops.len() {
            self.kill(laptop);
        }
        let mut all = Known::default();
        let mut merged = self.versions[0].book.clone();
        for Version { book, known } in &self.versions {
            self.keeps(book, known);
            merged = merged.merged_with(book);
            all.learn(known);
        }
        self.keeps(&merged, &all);
        let backwards = self.versions.iter().rev().map(|version| version.book.clone());
        let backwards = backwards.reduce(|merged, book| merged.merged_with(&book)).unwrap();
        same(&merged, &backwards, self.seed, "in any order");
    }
}

/// As it is read again.
fn on_disk(book: &Book) -> Book {
    let text = format::write(book, 1).unwrap();
    let read = format::read(&text).unwrap().book;
    assert!(read == *book, "what was written reads back equal");
    read
}

fn read_part(part: &Book) -> Book {
    format::read(&format::write_part(part).unwrap()).unwrap().book
}
