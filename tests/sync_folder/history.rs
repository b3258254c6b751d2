//! One history: people change the book on two or three devices while the service misbehaves, and in the end it calms
//! down.

use std::{collections::BTreeSet, fmt};

use kleurboek::storage::format;

use super::{
    cloud::{Bytes, Cloud, NAME},
    commands::{Commands, first_book},
    device::Device,
    test_disk::chance::Chance,
    watched::book,
};

/// Rounds in which everybody must have come to rest.
const MOST_ROUNDS: u64 = 40;

/// What happened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    changes: u64,
    counts: [u64; 5],
    deeds: u64,
    unseen: u64,
    rounds: u64,
}

impl Tally {
    pub fn add(&mut self, other: &Self) {
        self.changes += other.changes;
        self.deeds += other.deeds;
        self.unseen += other.unseen;
        self.rounds = self.rounds.max(other.rounds);
        for (ours, theirs) in self.counts.iter_mut().zip(other.counts) {
            *ours += theirs;
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [saved, asked, beside, merged, failed] = self.counts;
        write!(
            f,
            "{} changes, {} deeds of the service, {saved} saved, {merged} merged, {asked} asked, {beside} beside, \
             {failed} failed and tried again, {} replaced in the moment between the last look and the rename, at most \
             {} rounds to rest",
            self.changes, self.deeds, self.unseen, self.rounds
        )
    }
}

pub struct History {
    seed: u64,
    chance: Chance,
    commands: Commands,
    devices: Vec<Device>,
}

impl History {
    /// Plays the history of a seed.
    pub fn play(seed: u64) -> Tally {
        let mut chance = Chance::new(seed);
        let cloud = Cloud::default();
        let text = Bytes::from(format::write(&first_book(), 1).unwrap().as_bytes());
        cloud.0.lock().unwrap().upload(NAME, &text);
        let root = tempfile::tempdir().unwrap();
        let count = 2 + u32::try_from(chance.below(2)).unwrap();
        let devices =
            (0..count).map(|number| Device::new(number, &cloud, &text, root.path(), seed, &mut chance));
        let devices = devices.collect();
        let commands = Commands::new(chance.next());
        let mut history = Self { seed, chance, commands, devices };
        for _ in 0..6 + history.chance.below(18) {
            history.step();
        }
        let rounds = history.come_to_rest();
        history.check();
        history.tally(rounds)
    }

    fn step(&mut self) {
        let number = usize::try_from(self.chance.below(self.devices.len() as u64)).unwrap();
        let device = &mut self.devices[number];
        match self.chance.below(12) {
            0..=4 => {
                device.command(&mut self.commands);
                if self.chance.is_one_in(2) {
                    device.save(&mut self.commands);
                }
            }
            5..=7 => device.save(&mut self.commands),
            8 => {
                if device.sees_a_change() {
                    device.save(&mut self.commands);
                }
            }
            9 => device.restart(),
            10 => {
                device.sync();
            }
            _ => device.watched.state().service.act(&device.disk),
        }
    }

    /// The service calms down, and everybody goes on until nothing changes; in how many rounds.
    fn come_to_rest(&mut self) -> u64 {
        for device in &self.devices {
            device.watched.state().service.calm_down(&device.disk);
        }
        for round in 1..=MOST_ROUNDS {
            let mut is_at_rest = true;
            for device in &mut self.devices {
                is_at_rest &= !device.sync();
                if device.is_unsaved || device.sees_a_change() {
                    let before = device.watched.state().writes;
                    device.save(&mut self.commands);
                    is_at_rest &= !device.is_unsaved && device.watched.state().writes == before;
                }
            }
            if is_at_rest {
                return round;
            }
        }
        panic!("seed {}: it never comes to rest", self.seed);
    }

    fn check(&mut self) {
        let seed = self.seed;
        for device in &mut self.devices {
            assert!(!device.sees_a_change(), "seed {seed}: it goes on reading what does not change");
            let known = device.book.clone();
            device.restart();
            assert_eq!(device.book, known, "seed {seed}: what the next start opens");
            // What was in the way of the bin no longer is.
            device.save(&mut self.commands);
            let before = device.watched.state().writes;
            device.restart();
            device.save(&mut self.commands);
            assert_eq!(device.watched.state().writes, before, "seed {seed}: it writes what is there already");
            device.check_folder();
        }
        let texts: BTreeSet<_> = self.devices.iter().map(|device| device.disk.bytes(book())).collect();
        assert_eq!(texts.len(), 1, "seed {seed}: the same file everywhere");
        for device in &self.devices {
            assert_eq!(device.book, self.devices[0].book, "seed {seed}: the same book everywhere");
        }
        self.commands.check_nothing_is_lost(&self.devices[0].book, seed);
    }

    fn tally(&self, rounds: u64) -> Tally {
        let mut tally = Tally { changes: self.commands.count(), rounds, ..Tally::default() };
        for device in &self.devices {
            let state = device.watched.state();
            let one = Tally {
                counts: device.counts,
                deeds: state.service.deeds,
                unseen: state.unseen,
                ..Tally::default()
            };
            tally.add(&one);
        }
        tally
    }
}
