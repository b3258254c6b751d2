//! Whatever the system refuses, once or for ever, nothing is lost, and nothing is called saved that is not.
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
fn the_system_refuses_on_linux() {
    eprintln!("SKIPPED: refusing every system call is done on Linux on x86-64 only");
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod on_linux {
    use nix::libc;

    use super::attack::{
        is_full,
        lab::{Found, Lab, Scenario, Size},
        one_sentence, spread,
        tally::Tally,
        tracer::{Blow, Call, may_trace},
    };

    const ERRORS: [i32; 6] = [libc::ENOSPC, libc::EIO, libc::EACCES, libc::EROFS, libc::EDQUOT, libc::EINTR];

    /// Every call that may be refused, with every error, once and for ever.
    fn refusals(calls: &[Call]) -> Vec<(Call, Blow)> {
        calls
            .iter()
            .filter(|call| call.may_be_refused())
            .flat_map(|call| {
                let both = |error| [false, true].map(|for_ever| Blow::Fail { error, for_ever });
                ERRORS.into_iter().flat_map(both).map(|blow| (call.clone(), blow))
            })
            .collect()
    }

    fn refused(size: Size, scenario: Scenario, most: usize) {
        if !may_trace("failing_calls") {
            return;
        }
        let Some(lab) = Lab::new(size, scenario) else {
            eprintln!("SKIPPED: no command makes a new book of 2 KB");
            return;
        };
        let whole = lab.attack(None);
        assert_eq!((whole.code, lab.judge(&whole)), (Some(0), Ok(Found::New)), "{whole:?}");
        let refusals = refusals(&whole.calls);
        let mut tally = Tally::new(format!("refused, {size:?}, {scenario:?}, {} ways", refusals.len()));
        for (call, blow) in spread(refusals, most) {
            tally.strike(&lab, &call, blow, |run| match run.code {
                Some(0) => Ok(()),
                Some(1) => one_sentence(&run.err),
                // What interrupts a program for ever keeps it from ending too; then it was stopped.
                None if run.gave_up => Ok(()),
                other => Err(format!("ended with {other:?}: {}", run.err)),
            });
        }
        tally.close();
    }

    fn in_every_scenario(size: Size, most: usize) {
        for scenario in Scenario::ALL {
            refused(size, scenario, most);
        }
    }

    #[test]
    fn a_book_of_fourteen_clients_survives_every_refusal() {
        in_every_scenario(Size::Example, if is_full() { usize::MAX } else { 20 });
    }

    #[test]
    fn a_small_book_survives_every_refusal() {
        in_every_scenario(Size::Small, if is_full() { usize::MAX } else { 8 });
    }

    #[test]
    fn ten_years_of_work_survive_refusals() {
        if is_full() {
            in_every_scenario(Size::Large, 300);
        } else {
            eprintln!("SKIPPED: the book of ten years is for KLEURBOEK_FULL=1");
        }
    }
}
