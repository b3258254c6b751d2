//! Before the door: asks something of the window that has a book open.

use std::{
    io,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use interprocess::{
    ConnectWaitMode,
    local_socket::{ConnectOptions, Name, Stream},
};

use super::{
    address_of,
    line::{Lines, send},
};
use crate::storage::places::Places;

/// A window that is there lets one in at once.
const TO_LET_IN: Duration = Duration::from_secs(2);
/// No caller waits longer than this for a line.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// Something that is being asked. Dropping it hangs up.
#[derive(Debug)]
pub struct Call {
    answers: Receiver<String>,
    given_up: Arc<AtomicBool>,
}

/// Why no line came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It takes too long.
    TooLong,
    /// The other side hung up.
    HungUp,
}

impl Call {
    /// Asks `body`, one line, of the window that has the book at `path` open.
    ///
    /// # Errors
    /// When there is no side file for it, or nobody behind it.
    pub fn place(places: &Places, path: &Path, body: &str) -> io::Result<Self> {
        let address = address_of(places, path)?;
        let stream = connect(address.name()?)?;
        let (sender, answers) = mpsc::channel();
        let given_up = Arc::new(AtomicBool::new(false));
        let is_given_up = Arc::clone(&given_up);
        let line = format!("{}{body}", address.greeting());
        // A thread of its own, as a pipe can only be read by waiting for it.
        std::thread::Builder::new()
            .name("kleurboek-call".to_owned())
            .spawn(move || speak(&stream, &line, &sender, &is_given_up))?;
        Ok(Self { answers, given_up })
    }

    /// The next line of the answer.
    ///
    /// # Errors
    /// [`Silence`] says why there is none.
    pub fn next(&self, within: Duration) -> Result<String, Silence> {
        self.answers.recv_timeout(within).map_err(|error| match error {
            RecvTimeoutError::Timeout => Silence::TooLong,
            RecvTimeoutError::Disconnected => Silence::HungUp,
        })
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.given_up.store(true, Ordering::Release);
    }
}

pub(super) fn connect(name: Name<'_>) -> io::Result<Stream> {
    ConnectOptions::new().name(name).wait_mode(ConnectWaitMode::Timeout(TO_LET_IN)).connect_sync()
}

fn speak(stream: &Stream, line: &str, answers: &Sender<String>, given_up: &AtomicBool) {
    if let Err(error) = send(stream, line) {
        log::warn!("the window could not be asked: {error}");
        return;
    }
    let mut lines = Lines::new(stream);
    loop {
        let Ok(Some(answer)) = lines.next(LONGEST_WAIT, || given_up.load(Ordering::Acquire)) else { return };
        if answers.send(answer).is_err() {
            return;
        }
    }
}
