//! No run hangs for ever.

use std::{sync::mpsc, time::Duration};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

/// No run takes this long; one that does has hung.
const PATIENCE: Duration = Duration::from_mins(2);

/// Kills a run that hangs.
pub struct Watchdog(mpsc::Sender<()>, std::thread::JoinHandle<bool>);

impl Watchdog {
    /// Watches over the process from now on.
    pub fn over(leader: Pid) -> Self {
        let (sender, receiver) = mpsc::channel::<()>();
        let thread = std::thread::spawn(move || {
            let in_time = receiver.recv_timeout(PATIENCE) != Err(mpsc::RecvTimeoutError::Timeout);
            if !in_time {
                let _ = kill(leader, Signal::SIGKILL);
            }
            in_time
        });
        Self(sender, thread)
    }

    /// Whether the run ended by itself.
    pub fn call_off(self) -> bool {
        drop(self.0);
        self.1.join().unwrap()
    }
}
