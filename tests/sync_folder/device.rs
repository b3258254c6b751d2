//! One device: a disk of its own with the sync service on it, and the program with the book open.

use std::{path::Path, sync::Arc};

use chrono::{NaiveDateTime, TimeDelta};
use kleurboek::{
    domain::{
        book::Book,
        stamp::{self, Seen},
    },
    storage::{
        backups::Backups,
        disk::Disk,
        format,
        open::open_on,
        places::Places,
        problem::Problem,
        save::{BookFile, Saved},
    },
};

use super::{
    cloud::{Bytes, Cloud, FOLDER, OWN_NAMES},
    commands::Commands,
    service::Service,
    test_disk::{TestDisk, chance::Chance},
    watched::{Watched, book},
};

pub struct Device {
    pub disk: TestDisk,
    pub watched: Watched,
    pub book: Book,
    pub is_unsaved: bool,
    /// Times it was saved, asked, went beside, was merged and failed.
    pub counts: [u64; 5],
    /// What those versions knew that it took in since everything was last in the book.
    heard: Vec<Seen>,
    file: BookFile,
    actor: stamp::Actor,
    places: Places,
    chance: Chance,
    at: NaiveDateTime,
    seed: u64,
}

impl Device {
    /// A device on which the first version of the book was just opened; locks are kept under `root` on the real disk.
    pub fn new(
        number: u32,
        cloud: &Cloud,
        text: &Bytes,
        root: &Path,
        seed: u64,
        chance: &mut Chance,
    ) -> Self {
        let root = root.join(number.to_string());
        let disk = TestDisk::new(chance.next(), &[FOLDER, root.to_str().unwrap()]);
        disk.put(book(), text);
        let service = Service::new(cloud, number, chance.next(), text);
        let watched = Watched::new(&disk, service);
        let opened = open_on(&disk, &book()).unwrap();
        let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(14, 3, 0).unwrap();
        let mut device = Self {
            file: BookFile::of(&opened, Arc::new(watched.clone())),
            book: opened.loaded.book,
            disk,
            watched,
            is_unsaved: false,
            counts: [0; 5],
            heard: Vec::new(),
            actor: stamp::Actor::made_on(at.date(), u64::from(number) * 7),
            places: Places::under(root),
            chance: Chance::new(chance.next()),
            at,
            seed,
        };
        device.file.prepare(&device.places, device.at);
        device
    }

    pub fn command(&mut self, commands: &mut Commands) {
        commands.some(&mut self.book, self.actor);
        self.is_unsaved = true;
    }

    /// Whether a look at the folder says that something may have changed.
    pub fn sees_a_change(&self) -> bool {
        self.file.may_have_changed()
    }

    pub fn sync(&self) -> bool {
        self.watched.state().service.sync(&self.disk)
    }

    /// Saves once, as the saving thread does, and answers what is asked.
    pub fn save(&mut self, commands: &mut Commands) {
        // The backups of ten minutes are thinned to one.
        self.at += TimeDelta::minutes(11);
        self.watched.state().begin();
        let said = self.file.save(&self.book, &self.places, self.at);
        self.check_replaced();
        self.note_heard();
        if let Ok(Saved::InPlace | Saved::OverOlder | Saved::Merged(_) | Saved::Unchanged) = &said {
            let hash = self.file.base().0.unwrap();
            let has_been = self.watched.state().been.contains(hash.as_bytes());
            let is_beside = self.file.path() != book();
            assert!(has_been || is_beside, "seed {}: called saved, and never was there", self.seed);
        }
        self.is_unsaved = false;
        match said {
            Ok(Saved::InPlace | Saved::OverOlder | Saved::Unchanged) => {
                self.counts[0] += 1;
                self.check_heard();
            }
            Ok(Saved::Merged(merged)) => {
                self.counts[3] += 1;
                if !self.watched.state().service.is_calm && self.chance.is_one_in(4) {
                    // Somebody typed meanwhile: what was merged is heard of with the next save.
                    self.command(commands);
                } else {
                    self.book = *merged;
                    self.check_heard();
                }
            }
            Ok(Saved::Asks(asked)) => {
                self.counts[1] += 1;
                if self.chance.is_one_in(2) {
                    self.file.agree(&asked.theirs);
                } else {
                    commands.keep_all(&mut self.book, &asked.gone, self.actor);
                }
                self.book = self.book.merged_with(&asked.theirs);
                self.is_unsaved = true;
            }
            Ok(Saved::Beside(_)) => self.counts[2] += 1,
            Ok(Saved::BackHome(_, merged)) => self.book = *merged,
            Err(Problem::WouldLose { records }) => panic!("seed {}: {records} records lost", self.seed),
            Err(_) => {
                self.counts[4] += 1;
                self.is_unsaved = true;
            }
        }
        self.file.keep(&self.places, self.at);
    }

    /// Other people's versions that it replaced or removed were put in its backups.
    fn check_replaced(&self) {
        let replaced = std::mem::take(&mut self.watched.state().replaced);
        for bytes in replaced {
            assert!(self.has_kept(&bytes), "seed {}: a version was replaced and not kept", self.seed);
        }
    }

    /// Other people's versions that it took in are those it has kept: it may also read one to see whether ours is there.
    fn note_heard(&mut self) {
        let heard = std::mem::take(&mut self.watched.state().heard);
        let read = |bytes: &[u8]| Some(format::read(str::from_utf8(bytes).ok()?).ok()?.book.lineage.seen);
        let kept: Vec<Seen> =
            heard.iter().filter(|bytes| self.has_kept(bytes)).filter_map(|bytes| read(bytes)).collect();
        self.heard.extend(kept);
    }

    /// Everything that they said is in the book.
    fn check_heard(&mut self) {
        for theirs in std::mem::take(&mut self.heard) {
            let knows = self.book.lineage.seen.covers(&theirs);
            assert!(knows, "seed {}: a version was taken in and forgotten", self.seed);
        }
    }

    fn has_kept(&self, bytes: &[u8]) -> bool {
        self.watched.state().kept.contains(blake3::hash(bytes).as_bytes())
    }

    fn backups(&self) -> Backups {
        let disk: Arc<dyn Disk> = Arc::new(self.disk.clone());
        Backups::at(disk, &self.places, &book()).unwrap()
    }

    /// The program ends and starts again, once everything is saved; not while the book cannot be opened.
    pub fn restart(&mut self) {
        if self.is_unsaved {
            return;
        }
        let path = self.file.path().to_owned();
        let Ok(opened) = open_on(&self.watched, &path) else { return };
        let mut read = opened.loaded.book.clone();
        if let Some(last) = self.newest_kept() {
            read = read.merged_with(&last);
        }
        self.is_unsaved = read != opened.loaded.book;
        self.book = read;
        self.file = BookFile::of(&opened, Arc::new(self.watched.clone()));
        self.file.prepare(&self.places, self.at);
    }

    /// Beside the book lies only what is somebody's own, and copies in conflict that say nothing the book does not.
    pub fn check_folder(&self) {
        let others = self.disk.files().into_iter().filter(|path| path.starts_with(FOLDER) && *path != book());
        for path in others {
            let name = path.file_name().unwrap().to_str().unwrap();
            if OWN_NAMES.contains(&name) {
                continue;
            }
            let theirs = open_on(&self.disk, &path).unwrap().loaded.book;
            let is_new = self.book.merged_with(&theirs) != self.book;
            assert!(!is_new, "seed {}: {name} was never taken in", self.seed);
        }
    }

    fn newest_kept(&self) -> Option<Book> {
        let version = self.backups().newest_good()?;
        let bytes = self.backups().read(&version).ok()?;
        Some(format::read(str::from_utf8(&bytes).ok()?).ok()?.book)
    }
}
