//! Killed at any system call of a save, the book is the old one or the new one, and the next start tidies up.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests"
)]

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[path = "support/attack/mod.rs"]
mod attack;

#[cfg(not(all(target_os = "linux", target_arch = "x86_64")))]
#[test]
fn the_program_is_killed_on_linux() {
    eprintln!("SKIPPED: killing at every system call is done on Linux on x86-64 only");
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod on_linux {
    use super::attack::{
        is_full,
        lab::{Found, Lab, Scenario, Size},
        spread,
        tally::Tally,
        tracer::{Blow, Call, may_trace},
    };

    /// A save of the large book takes so long that a sample of its calls has to do.
    const MOST_OF_LARGE: usize = 400;

    /// Every call once, and every write once more with half of it done.
    fn kills(calls: Vec<Call>) -> Vec<(Call, Blow)> {
        let halfway: Vec<_> = calls
            .iter()
            .filter(|call| call.name == "write")
            .map(|call| (call.clone(), Blow::KillHalfway))
            .collect();
        calls.into_iter().map(|call| (call, Blow::Kill)).chain(halfway).collect()
    }

    fn killed(size: Size, scenario: Scenario, most: usize) {
        if !may_trace("killed_saves") {
            return;
        }
        let Some(lab) = Lab::new(size, scenario) else {
            eprintln!("SKIPPED: no command makes a new book of 2 KB");
            return;
        };
        let whole = lab.attack(None);
        assert_eq!((whole.code, lab.judge(&whole)), (Some(0), Ok(Found::New)), "{whole:?}");
        let mut tally = Tally::new(format!("killed, {size:?}, {scenario:?}, {} calls", whole.calls.len()));
        for (call, blow) in spread(kills(whole.calls), most) {
            tally.strike(&lab, &call, blow, |run| match run.code {
                None => Ok(()),
                Some(code) => Err(format!("not killed, but ended with {code}")),
            });
        }
        // A few of the calls may all come before the rename.
        assert!(most < 10 || (tally.old > 0 && tally.new > 0), "{tally:?}");
        tally.close();
    }

    fn in_every_scenario(size: Size, most: usize) {
        for scenario in Scenario::ALL {
            killed(size, scenario, most);
        }
    }

    #[test]
    fn a_book_of_fourteen_clients_survives_being_killed() {
        in_every_scenario(Size::Example, if is_full() { usize::MAX } else { 15 });
    }

    #[test]
    fn a_small_book_survives_being_killed() {
        in_every_scenario(Size::Small, if is_full() { usize::MAX } else { 5 });
    }

    #[test]
    fn ten_years_of_work_survive_being_killed() {
        if is_full() {
            in_every_scenario(Size::Large, MOST_OF_LARGE);
        } else {
            eprintln!("SKIPPED: the book of ten years is for KLEURBOEK_FULL=1");
        }
    }
}
