//! A person's home with a book in it, put back as it was before every attack.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::Arc,
};

use kleurboek::{
    app::{journaller::Entry as _, part::Part},
    domain::{
        Day,
        book::{Book, Language},
        client::Client,
        example,
        id::Id,
        income::Income,
        money::Cents,
    },
    storage::{
        bin::Bin,
        disk::RealDisk,
        format,
        journal::{Header, Journal},
        open::open,
        places::Places,
    },
};
use tempfile::TempDir;

use super::{
    content::{Content, ELSEWHERE, FAILED, NEXT, REQUESTED},
    tracer::{self, Blow, Call, Run},
};

/// How large the book is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// About 2 KB.
    Small,
    /// The example: fourteen clients, 25 KB.
    Example,
    /// Ten years of work, 4 MB.
    Large,
}

/// What went before the save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// There is no file yet.
    New,
    /// A small change in a book that is there.
    Change,
    /// Another device's copy lies beside the book.
    AfterMerge,
    /// A window crashed before: what it did is in its journal only.
    AfterFailure,
    /// A copy of the book is on this machine too, and went on by itself.
    WithCopy,
    /// The home came from another machine, where the book was at another place.
    ClonedHome,
}

impl Scenario {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Change, Self::AfterMerge, Self::AfterFailure, Self::WithCopy, Self::ClonedHome];
}

/// Which of the two the book is after an attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Old,
    New,
}

/// The home, and how it was.
#[derive(Debug)]
pub struct Lab {
    pub size: Size,
    pub scenario: Scenario,
    root: TempDir,
    template: TempDir,
    /// What is in the book without what the attacks add.
    lines: Vec<String>,
    /// The bytes before the attack; none for a new book.
    before: Option<Vec<u8>>,
    /// Those of the copy; none without one.
    copy: Option<Vec<u8>>,
}

impl Lab {
    /// None where no command can do it yet: a new book of 2 KB.
    pub fn new(size: Size, scenario: Scenario) -> Option<Self> {
        if (size, scenario) == (Size::Small, Scenario::New) {
            return None;
        }
        let book = book_of(size);
        let mut lab = Self {
            size,
            scenario,
            root: tempfile::tempdir().unwrap(),
            template: tempfile::tempdir().unwrap(),
            lines: Content::of(&book).lines,
            before: None,
            copy: None,
        };
        fs::create_dir(lab.home()).unwrap();
        if scenario != Scenario::New {
            fs::write(lab.book(), format::write(&book, 1).unwrap()).unwrap();
        }
        match scenario {
            Scenario::New | Scenario::Change => {}
            Scenario::AfterMerge => lab.another_device_changes(&book),
            Scenario::AfterFailure => lab.a_window_crashes(&book),
            Scenario::WithCopy => lab.a_copy_goes_on(),
            Scenario::ClonedHome => lab.the_home_comes_from_elsewhere(),
        }
        lab.copy = fs::read(lab.copy_path()).ok();
        lab.before = fs::read(lab.book()).ok();
        copy_folder(lab.root.path(), lab.template.path());
        Some(lab)
    }

    pub fn root(&self) -> &Path {
        self.root.path()
    }

    pub fn book(&self) -> PathBuf {
        self.root.path().join("boek.kleurboek")
    }

    pub fn home(&self) -> PathBuf {
        self.root.path().join("home")
    }

    /// The copy that a sync tool leaves when two devices changed the same file.
    fn conflicted(&self) -> PathBuf {
        self.root.path().join("boek (Bram's conflicted copy 2026-11-20).kleurboek")
    }

    /// The bin of the system.
    fn bin(&self) -> PathBuf {
        self.home().join("data").join("Trash")
    }

    /// That the copy of another device is in the bin, or still where it was when `may_stay`.
    fn check_copy(&self, may_stay: bool) -> Result<(), String> {
        let is_it =
            |file: &PathBuf| Content::at(file).is_ok_and(|content| content.added.contains_key(ELSEWHERE));
        let files = self.bin().join("files");
        let is_in_bin = files.exists() && files_under(&files).iter().any(is_it);
        match (is_it(&self.conflicted()), is_in_bin) {
            (false, true) => Ok(()),
            (true, _) if may_stay => Ok(()),
            (true, _) => Err("the copy that was taken in stays beside the book".to_owned()),
            (false, false) => Err("the copy that was taken in is not in the bin".to_owned()),
        }
    }

    fn copy_path(&self) -> PathBuf {
        self.root.path().join("proef").join("boek.kleurboek")
    }

    /// Both were open on this machine, and each has something that the other has not.
    fn a_copy_goes_on(&self) {
        plain(&mut self.earned("20", FAILED)).unwrap();
        fs::create_dir(self.copy_path().parent().unwrap()).unwrap();
        fs::copy(self.book(), self.copy_path()).unwrap();
        plain(&mut self.earned_in(&self.copy_path(), "30", ELSEWHERE)).unwrap();
    }

    /// The book was open at a place that is not there on this machine.
    fn the_home_comes_from_elsewhere(&self) {
        let there = self.root.path().join("daar.kleurboek");
        fs::rename(self.book(), &there).unwrap();
        plain(&mut self.earned_in(&there, "20", FAILED)).unwrap();
        fs::rename(&there, self.book()).unwrap();
    }

    fn another_device_changes(&self, book: &Book) {
        let mut theirs = book.clone();
        let (client, income) = added(ELSEWHERE, 3000, 0xe15e);
        theirs.clients.put(client.id, Arc::new(client));
        theirs.incomes.put(income.id, Arc::new(income));
        fs::write(self.conflicted(), format::write(&theirs, 2).unwrap()).unwrap();
    }

    /// A window was killed before it could save: what it did is in its journal only.
    fn a_window_crashes(&self, book: &Book) {
        let (client, income) = added(FAILED, 2000, 0xfa11);
        let mut part = book.clone();
        part.clients.put(client.id, Arc::new(client));
        part.incomes.put(income.id, Arc::new(income));
        let home = self.home();
        let data = home.join("data").join("kleurboek");
        let config = home.join("config").join("kleurboek");
        let places = Places { documents: home.clone(), data, config, bin: Bin::Folder(home.join("bin")) };
        let header = Header::new(book.id, &self.book(), Some(open(&self.book()).unwrap().disk.hash), 1);
        let mut journal = Journal::begin(Arc::new(RealDisk), &places, header);
        journal.append(&Part(part).text().unwrap()).unwrap();
        journal.sync().unwrap();
    }

    /// Puts everything back as it was before the attack.
    pub fn reset(&self) {
        for entry in fs::read_dir(self.root.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        }
        copy_folder(self.template.path(), self.root.path());
    }

    /// The run under attack, on a home that is as it was.
    pub fn attack(&self, blow: Option<(&Call, Blow)>) -> Run {
        self.reset();
        tracer::run(&mut self.under_test(), self.root(), blow)
    }

    /// The command that the attacks strike.
    pub fn under_test(&self) -> Command {
        match self.scenario {
            Scenario::New => self.makes_the_book(),
            _ => self.earned("65", REQUESTED),
        }
    }

    fn makes_the_book(&self) -> Command {
        let mut command = self.command();
        command.arg("example").arg(self.book());
        if self.size == Size::Large {
            command.args(["--years", "10"]);
        }
        command
    }

    fn earned(&self, amount: &str, client: &str) -> Command {
        self.earned_in(&self.book(), amount, client)
    }

    fn earned_in(&self, book: &Path, amount: &str, client: &str) -> Command {
        let mut command = self.command();
        command.args(["earned", amount, "--client", client, "--on", "2026-11-21"]).arg(book);
        command
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kleurboek"));
        command.current_dir(self.root()).env_clear().envs(home_variables(&self.home()));
        command
    }

    /// What the book is now; an error says what was lost.
    pub fn judge(&self, run: &Run) -> Result<Found, String> {
        let book = self.book();
        let done = run.code == Some(0);
        if self.scenario == Scenario::New {
            return match book.symlink_metadata() {
                Err(_) if done => Err("said to be written, and not there".to_owned()),
                Err(_) => Ok(Found::Old),
                Ok(_) if run.code == Some(1) => Err("refused, and written all the same".to_owned()),
                Ok(_) => self.check(&Content::at(&book)?, &[]).map(|()| Found::New),
            };
        }
        let bytes = fs::read(&book).map_err(|error| format!("the book is gone: {error}"))?;
        let content = Content::at(&book)?;
        self.check(&content, if done { &[REQUESTED] } else { &[] })?;
        if run.code == Some(1) && content.added.contains_key(REQUESTED) {
            return Err("refused, and kept all the same".to_owned());
        }
        if content.added.contains_key(REQUESTED) {
            return Ok(Found::New);
        }
        if self.scenario == Scenario::Change && Some(bytes) != self.before {
            return Err("neither the old book nor the new one".to_owned());
        }
        Ok(Found::Old)
    }

    /// That all of the old book is there, and what has to have come to it.
    fn check(&self, content: &Content, needed: &[&str]) -> Result<(), String> {
        let lost = self.lines.iter().filter(|line| content.lines.binary_search(line).is_err()).count();
        if content.lines != self.lines {
            return Err(format!("{lost} lines of the book are lost, {} are there", content.lines.len()));
        }
        if let Some(missing) = needed.iter().find(|name| !content.added.contains_key(**name)) {
            return Err(format!("{missing} is not in the book"));
        }
        if self.scenario == Scenario::WithCopy {
            if content.added.contains_key(ELSEWHERE) {
                return Err("what was done in the copy leaked into the book".to_owned());
            }
            if fs::read(self.copy_path()).ok() != self.copy {
                return Err("the copy is not what it was".to_owned());
            }
        }
        let was_there = matches!(self.scenario, Scenario::WithCopy | Scenario::ClonedHome);
        if was_there && !content.added.contains_key(FAILED) {
            return Err("what was there before is lost".to_owned());
        }
        if self.scenario == Scenario::AfterMerge && !content.added.contains_key(ELSEWHERE) {
            let theirs = Content::at(&self.conflicted())?;
            if !theirs.added.contains_key(ELSEWHERE) {
                return Err("what came from another device is lost".to_owned());
            }
        }
        Ok(())
    }

    /// Starts the program again, undisturbed, and looks whether everything is there and nothing lies about.
    pub fn next_start(&self, first: &Run) -> Result<(), String> {
        if self.scenario == Scenario::New && !self.book().exists() {
            plain(&mut self.makes_the_book())?;
        }
        plain(&mut self.earned("10", NEXT))?;
        let content = Content::at(&self.book())?;
        let saved = first.code == Some(0) && self.scenario != Scenario::New;
        self.check(&content, if saved { &[REQUESTED, NEXT] } else { &[NEXT] })?;
        if self.scenario == Scenario::AfterFailure {
            self.check(&content, &[FAILED])?;
        }
        if first.code == Some(1) && content.added.contains_key(REQUESTED) {
            return Err("refused, and added by the next start".to_owned());
        }
        if self.scenario == Scenario::AfterMerge {
            // Where it could not be kept, it is left alone.
            self.check_copy(first.code.is_some())?;
        }
        let lines = fs::read_dir(self.home().join("data/kleurboek/lines")).map_or(0, Iterator::count);
        let wanted = if self.scenario == Scenario::WithCopy { 2 } else { 1 };
        if lines != wanted {
            return Err(format!("{lines} lines of history, not {wanted}"));
        }
        let bin = self.bin();
        for file in files_under(self.root()).into_iter().filter(|file| !file.starts_with(&bin)) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with(".kleurboek-") || file.extension().is_some_and(|end| end == "tmp") {
                return Err(format!("{} is left behind", file.display()));
            }
            if file.extension().is_some_and(|end| end == "kleurboek") {
                Content::at(&file)?;
            }
        }
        Ok(())
    }
}

/// The variables by which a program finds the home of a Dutch-speaking person.
pub fn home_variables(home: &Path) -> Vec<(&'static str, OsString)> {
    let mut variables: Vec<(&'static str, OsString)> = vec![
        ("HOME", home.into()),
        ("XDG_DATA_HOME", home.join("data").into()),
        ("XDG_CONFIG_HOME", home.join("config").into()),
        ("XDG_CACHE_HOME", home.join("cache").into()),
        ("XDG_STATE_HOME", home.join("state").into()),
        ("XDG_RUNTIME_DIR", home.join("run").into()),
        ("LC_ALL", "nl_BE.UTF-8".into()),
    ];
    variables.extend(std::env::var_os("PATH").map(|path| ("PATH", path)));
    variables
}

/// Every file under a folder, also those whose name starts with a dot.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// Copies what is in a folder.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A new client with one income; the second id is the one after.
fn added(name: &str, cents: i64, id: u64) -> (Client, Income) {
    let client = Client::named(Id::from_bits(id), name.to_owned());
    let day = Day::from_ymd_opt(2026, 11, 20);
    let income = Income {
        id: Id::from_bits(id + 1),
        client: Some(client.id),
        label: String::new(),
        amount: Cents::new(cents),
        earned: day,
        due: None,
        paid: day,
    };
    (client, income)
}

fn book_of(size: Size) -> Book {
    match size {
        Size::Large => example::large(Language::Dutch, 10),
        Size::Example => example::atelier_noor(Language::Dutch),
        Size::Small => {
            let mut book = Book::new(Id::from_bits(0xb00c), Language::Dutch, Day::MIN);
            book.plan = example::atelier_noor(Language::Dutch).plan;
            for number in 1..=2 {
                let mut client = Client::named(Id::from_bits(number), format!("Café n° {number}"));
                client.notes = "Belt liever dan dat ze mailt. ".repeat(3);
                book.clients.put(client.id, Arc::new(client));
            }
            book
        }
    }
}

fn plain(command: &mut Command) -> Result<(), String> {
    let Output { status, stderr, .. } = command.output().unwrap();
    if status.success() {
        Ok(())
    } else {
        Err(format!("the next start: {}", String::from_utf8_lossy(&stderr)))
    }
}
