//! What came of many attacks.

use std::time::Instant;

use super::{
    lab::{Found, Lab},
    tracer::{Blow, Call, Run},
};

/// Counts what came of attacks, and remembers every loss.
#[derive(Debug)]
pub struct Tally {
    what: String,
    start: Instant,
    pub old: usize,
    pub new: usize,
    /// Runs that said that all went well.
    pub well: usize,
    /// Calls that did not come again: those for memory and between threads are not the same every time.
    pub missed: usize,
    broken: Vec<String>,
}

impl Tally {
    pub fn new(what: String) -> Self {
        Self { what, start: Instant::now(), old: 0, new: 0, well: 0, missed: 0, broken: Vec::new() }
    }

    /// How many attacks there were.
    pub const fn attacks(&self) -> usize {
        self.old + self.new
    }

    /// Strikes once, and looks at once and after the next start. `also` says what else has to be so.
    pub fn strike(&mut self, lab: &Lab, call: &Call, blow: Blow, also: impl Fn(&Run) -> Result<(), String>) {
        let run = lab.attack(Some((call, blow)));
        if run.struck == 0 {
            self.missed += 1;
            return;
        }
        self.well += usize::from(run.code == Some(0));
        let outcome = lab.judge(&run).and_then(|found| {
            match found {
                Found::Old => self.old += 1,
                Found::New => self.new += 1,
            }
            also(&run)?;
            lab.next_start(&run)
        });
        if let Err(wrong) = outcome {
            self.broken.push(format!("{blow:?} at {call:?}: {wrong}"));
        }
    }

    /// Says the figures; fails when anything was lost, or when too little was struck.
    pub fn close(self) {
        let Self { what, old, new, well, missed, broken, .. } = &self;
        eprintln!(
            "{what}: {} attacks, {old} left the old book and {new} the new one, {well} said saved, {} wrong; {missed} \
             calls did not come again; {:.1} s",
            self.attacks(),
            broken.len(),
            self.start.elapsed().as_secs_f32()
        );
        let first: Vec<&str> = broken.iter().take(12).map(String::as_str).collect();
        assert!(broken.is_empty(), "{what}: {} went wrong, such as\n{}", broken.len(), first.join("\n"));
        assert!(missed * 4 <= self.attacks(), "{what}: too much was missed");
    }
}
