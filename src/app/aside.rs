//! Keeps a thread off the processor on which a window is being made.
//!
//! The thread that makes a window and the server of the screen run in turns. Where there are two processors, Linux moves
//! a third thread, which is busy all that time, to and fro between theirs, and them as well: with the book being read
//! meanwhile, a window took 5 ms of 90 more than its own work and that of the reader.

#[cfg(target_os = "linux")]
use rustix::thread::{CpuSet, sched_getaffinity, sched_getcpu, sched_setaffinity};

/// A processor of this machine.
#[derive(Clone, Copy, Debug)]
pub struct Processor {
    #[cfg(target_os = "linux")]
    number: usize,
}

impl Processor {
    /// The one on which this thread runs now.
    pub fn of_this_thread() -> Self {
        Self {
            #[cfg(target_os = "linux")]
            number: sched_getcpu(),
        }
    }
}

/// As long as it lives, the thread that made it keeps off a processor, and so do the threads it starts, for good. Let it
/// go on that same thread.
#[derive(Debug)]
#[must_use = "the thread keeps aside no longer than this lives"]
pub struct Aside {
    /// Where the thread might run before; none when it was left there.
    #[cfg(target_os = "linux")]
    before: Option<CpuSet>,
}

impl Aside {
    /// Keeps this thread off `processor`, if it may run on another one. Only under Linux: elsewhere it was not measured.
    #[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "only under Linux"))]
    pub fn of(processor: Processor) -> Self {
        Self {
            #[cfg(target_os = "linux")]
            before: keep_off(processor.number),
        }
    }
}

#[cfg(target_os = "linux")]
fn keep_off(processor: usize) -> Option<CpuSet> {
    let before = sched_getaffinity(None).ok()?;
    if processor >= CpuSet::MAX_CPU {
        return None;
    }
    let mut others = before;
    others.unset(processor);
    // It fails where there are no others.
    sched_setaffinity(None, &others).ok().map(|()| before)
}

impl Drop for Aside {
    fn drop(&mut self) {
        #[cfg(target_os = "linux")]
        if let Some(before) = self.before
            && let Err(error) = sched_setaffinity(None, &before)
        {
            log::warn!("a thread stays aside: {error}");
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_thread_keeps_aside_until_it_is_let_go() {
        let begun = std::thread::spawn(|| {
            let before = sched_getaffinity(None).ok();
            let here = Processor::of_this_thread();
            let aside = Aside::of(here);
            let meanwhile = sched_getaffinity(None).ok();
            drop(aside);
            (before, here.number, meanwhile, sched_getaffinity(None).ok())
        });
        let Ok((Some(before), here, Some(meanwhile), Some(after))) = begun.join() else {
            panic!("where it may run is not known")
        };
        assert_eq!(after, before);
        assert!(before.is_set(here));
        if before.count() > 1 {
            assert_eq!(meanwhile.count() + 1, before.count());
            assert!(!meanwhile.is_set(here));
        } else {
            assert_eq!(meanwhile, before, "nowhere else to go");
        }
    }
}
