//! Random days with copies of one book: worked in, copied, moved, and older files put back. What each file must hold is
//! worked out a second time, with sets of names, and nothing ever flows from one file to another.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use kleurboek::{app::file_question::FileChoice, domain::book::Book};

use crate::desk::{Desk, book_at, close, earn, saver};

/// What says that an income is there, or not: the change that said so.
type Said = BTreeSet<(u32, bool)>;

/// A version of the book, by the incomes that were added to the example and by the changes it knows of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Model {
    said: BTreeMap<i32, Said>,
    knows: BTreeSet<u32>,
}

impl Model {
    fn incomes(&self) -> BTreeSet<i32> {
        let is_there = |said: &Said| said.iter().any(|(_, is_there)| *is_there);
        self.said.iter().filter(|(_, said)| is_there(said)).map(|(income, _)| *income).collect()
    }

    fn say(&mut self, income: i32, change: u32, is_there: bool) {
        self.said.insert(income, Said::from([(change, is_there)]));
        self.knows.insert(change);
    }

    fn joined(&self, other: &Self) -> Self {
        let mut joined =
            Self { said: BTreeMap::new(), knows: self.knows.union(&other.knows).copied().collect() };
        for income in self.said.keys().chain(other.said.keys()) {
            let said = match (self.said.get(income), other.said.get(income)) {
                (Some(ours), Some(theirs)) => {
                    let stays = |mine: &Said, other: &Said, knows: &BTreeSet<u32>| -> Said {
                        mine.iter()
                            .filter(|said| other.contains(said) || !knows.contains(&said.0))
                            .copied()
                            .collect()
                    };
                    let mut both = stays(ours, theirs, &other.knows);
                    both.extend(stays(theirs, ours, &self.knows));
                    both
                }
                (ours, theirs) => ours.or(theirs).cloned().unwrap_or_default(),
            };
            joined.said.insert(*income, said);
        }
        joined
    }

    fn has_all_of(&self, other: &Self) -> bool {
        self.joined(other) == *self
    }
}

/// A file of the person, what is in it, what was last known of it here, and older bytes of it that were kept.
struct File {
    path: PathBuf,
    holds: Model,
    last: Option<Model>,
    kept: Vec<(Vec<u8>, Model)>,
}

/// `SplitMix64` (Steele, Lea and Flood, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % end as u64).unwrap()
    }
}

/// The incomes of a book that are not of the example.
fn added(book: &Book, example: &Book) -> BTreeSet<i32> {
    let new = book.incomes.entries().filter(|(id, _)| example.incomes.get(*id).is_none());
    new.map(|(_, income)| i32::try_from(income.amount.get() / 100).unwrap()).collect()
}

struct Day {
    desk: Desk,
    example: Book,
    files: Vec<File>,
    changes: u32,
    seed: u64,
}

impl Day {
    fn new(seed: u64) -> Self {
        let desk = Desk::new();
        let (path, example) = (desk.book(), book_at(&desk.book()));
        let holds = Model::default();
        let files = vec![File { path, last: Some(holds.clone()), holds, kept: Vec::new() }];
        Self { desk, example, files, changes: 0, seed }
    }

    fn change(&mut self) -> u32 {
        self.changes += 1;
        self.changes
    }

    /// Opens a file, answers what is asked, and adds an income to it.
    fn work_in(&mut self, index: usize, choice: FileChoice) {
        let (restored, change) = (self.change(), self.change());
        let income = 10_000 + i32::try_from(change).unwrap();
        let seed = self.seed;
        let file = &mut self.files[index];
        let last = file.last.clone().unwrap_or_else(|| file.holds.clone());
        let is_older = last != file.holds && last.has_all_of(&file.holds) && !file.holds.has_all_of(&last);
        let mut now = if is_older { file.holds.clone() } else { last.joined(&file.holds) };

        let mut open = self.desk.open(&file.path);
        assert_eq!(open.question().is_some(), is_older, "seed {seed}: whether it is asked");
        assert_eq!(added(open.session.book(), &self.example), now.incomes(), "seed {seed}: as it opens");
        if is_older {
            open.choose(choice, saver).unwrap();
            match choice {
                FileChoice::AsItIs => {}
                FileChoice::Known => now = last,
                FileChoice::Take => {
                    let then = now.incomes();
                    now = last;
                    let (more, less) = (&then - &now.incomes(), &now.incomes() - &then);
                    for (incomes, is_there) in [(more, true), (less, false)] {
                        for income in incomes {
                            now.say(income, restored, is_there);
                        }
                    }
                }
            }
        }
        earn(&mut open, income);
        now.say(income, change, true);
        close(open);
        assert_eq!(added(&book_at(&file.path), &self.example), now.incomes(), "seed {seed}: as it is saved");
        (file.holds, file.last) = (now.clone(), Some(now));
    }

    fn step(&mut self, chance: &mut Chance) {
        let index = chance.below(self.files.len());
        let fresh =
            format!("map {}/{}.kleurboek", self.change(), ["boek", "boek kopie", "x"][chance.below(3)]);
        let choice = [FileChoice::AsItIs, FileChoice::Known, FileChoice::Take][chance.below(3)];
        match chance.below(8) {
            0 | 1 if self.files.len() < 4 => {
                let path = self.desk.copy(&self.files[index].path, &fresh);
                let holds = self.files[index].holds.clone();
                self.files.push(File { path, holds, last: None, kept: Vec::new() });
            }
            2 => {
                let to = self.desk.path(&fresh);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::rename(&self.files[index].path, &to).unwrap();
                self.files[index].path = to;
                // While nobody can take it for another.
                self.work_in(index, choice);
            }
            3 | 4 => {
                let file = &mut self.files[index];
                file.kept.push((fs::read(&file.path).unwrap(), file.holds.clone()));
            }
            5 if !self.files[index].kept.is_empty() => {
                let which = chance.below(self.files[index].kept.len());
                let file = &mut self.files[index];
                let (bytes, holds) = file.kept[which].clone();
                fs::write(&file.path, bytes).unwrap();
                file.holds = holds;
                self.work_in(index, choice);
            }
            _ => self.work_in(index, choice),
        }
        for file in &self.files {
            let holds = added(&book_at(&file.path), &self.example);
            assert_eq!(
                holds,
                file.holds.incomes(),
                "seed {}: {} changed by itself",
                self.seed,
                file.path.display()
            );
        }
    }
}

#[test]
fn nothing_flows_between_copies_whatever_is_done_with_them() {
    let histories = if std::env::var_os("KLEURBOEK_FULL").is_some() { 2_000 } else { 12 };
    for seed in 0..histories {
        let (mut day, mut chance) = (Day::new(seed), Chance(seed));
        for _ in 0..14 {
            day.step(&mut chance);
        }
    }
    eprintln!("{histories} days with copies, 0 wrong");
}
