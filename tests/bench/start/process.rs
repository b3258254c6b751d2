//! What the system says of a running program.

use std::{
    fs, io,
    process::{Child, Command},
};

/// A program that leads a group of its own, and is ended with its measurement, and with it all that it started.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.0.wait();
    }
}

impl Running {
    /// The memory that is its own, with its share of what it shares (PSS), in MiB.
    ///
    /// # Errors
    /// When it is gone.
    pub fn memory(&self) -> io::Result<f64> {
        let kib = number_in(&format!("/proc/{}/smaps_rollup", self.0.id()), "Pss:")?;
        Ok(kib / 1024.0)
    }

    /// How often the thread of its window went to sleep or was put to sleep: nothing is drawn without waking first.
    ///
    /// # Errors
    /// When it is gone.
    pub fn naps(&self) -> io::Result<f64> {
        let path = format!("/proc/{0}/task/{0}/status", self.0.id());
        Ok(number_in(&path, "voluntary_ctxt_switches:")? + number_in(&path, "nonvoluntary_ctxt_switches:")?)
    }
}

fn number_in(path: &str, name: &str) -> io::Result<f64> {
    let text = fs::read_to_string(path)?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().unwrap_or_default().parse().map_err(io::Error::other)
}
