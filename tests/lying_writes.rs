//! A system that says it wrote what it did not is found out, as every file is read back.
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
fn the_system_lies_on_linux() {
    eprintln!("SKIPPED: lying about writes is done on Linux on x86-64 only");
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod on_linux {
    use super::attack::{
        is_full,
        lab::{Found, Lab, Scenario, Size},
        one_sentence,
        tally::Tally,
        tracer::{Blow, Call, may_trace},
    };

    /// All of it, half of it, nothing, and more than was asked.
    const LIES: [Blow; 4] =
        [Blow::Lie { more: 0 }, Blow::LieHalf, Blow::LieNothing, Blow::Lie { more: 4096 }];

    fn lies(calls: &[Call]) -> Vec<(Call, Blow)> {
        let writes =
            calls.iter().filter(|call| call.name.starts_with("write") || call.name.starts_with("pwrite"));
        writes
            .filter(|call| call.file.is_some())
            .flat_map(|call| LIES.map(|lie| (call.clone(), lie)))
            .collect()
    }

    fn lied_to(size: Size, scenario: Scenario) {
        if !may_trace("lying_writes") {
            return;
        }
        let Some(lab) = Lab::new(size, scenario) else {
            eprintln!("SKIPPED: no command makes a new book of 2 KB");
            return;
        };
        let whole = lab.attack(None);
        assert_eq!((whole.code, lab.judge(&whole)), (Some(0), Ok(Found::New)), "{whole:?}");
        let lies = lies(&whole.calls);
        let mut tally = Tally::new(format!("lied to, {size:?}, {scenario:?}, {} ways", lies.len()));
        for (call, blow) in lies {
            tally.strike(&lab, &call, blow, |run| match run.code {
                Some(0) => Ok(()),
                Some(1) => one_sentence(&run.err),
                other => Err(format!("ended with {other:?}: {}", run.err)),
            });
        }
        tally.close();
    }

    #[test]
    fn every_lie_about_a_write_is_found() {
        for scenario in Scenario::ALL {
            lied_to(Size::Example, scenario);
            if is_full() {
                lied_to(Size::Small, scenario);
                lied_to(Size::Large, scenario);
            }
        }
    }
}
