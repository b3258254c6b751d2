//! Inside the door: hears who asks, and hands on what is asked by those who know the token.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::Sender,
    },
    time::Duration,
};

use interprocess::local_socket::{Listener, Stream, traits::Listener as _};

use super::{
    NAME, VERSION,
    line::{Lines, send},
};

/// Whoever comes in has this long to say what they want.
const TO_SPEAK: Duration = Duration::from_secs(2);
/// And is heard out for this long, to know whether they are still there.
const TO_WAIT: Duration = Duration::from_mins(2);
/// As many at once; more are sent away.
const MOST_CALLERS: usize = 16;
/// After a failure, such as too many open files, it is quiet for this long.
const BREATH: Duration = Duration::from_millis(200);

/// Something that was asked, by a caller who waits for the answer. Dropping it hangs up.
#[derive(Debug)]
pub struct Asked {
    body: String,
    stream: Arc<Stream>,
    is_gone: Arc<AtomicBool>,
    is_answered: Arc<AtomicBool>,
}

impl Asked {
    /// What was asked.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Whether the caller hung up, and so no longer wants it.
    pub fn is_gone(&self) -> bool {
        self.is_gone.load(Ordering::Acquire)
    }

    /// Sends the caller a line. One who is gone hears nothing, which only goes to the log.
    pub fn answer(&self, line: &str) {
        if let Err(error) = send(&self.stream, line) {
            log::warn!("an answer could not be given: {error}");
        }
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.is_answered.store(true, Ordering::Release);
    }
}

/// What the listening thread knows.
pub(super) struct Listening {
    token: Arc<str>,
    asked: Sender<Asked>,
    wake: Arc<dyn Fn() + Send + Sync>,
    closing: Arc<AtomicBool>,
    callers: Arc<AtomicUsize>,
}

impl Listening {
    pub fn new(
        token: String,
        asked: Sender<Asked>,
        wake: Arc<dyn Fn() + Send + Sync>,
        closing: Arc<AtomicBool>,
    ) -> Self {
        Self { token: token.into(), asked, wake, closing, callers: Arc::default() }
    }

    /// Lets callers in until the door closes.
    pub fn run(&self, listener: &Listener) {
        loop {
            let accepted = listener.accept();
            if self.closing.load(Ordering::Acquire) {
                return;
            }
            let heard = accepted.and_then(|stream| self.let_in(stream));
            if let Err(error) = heard {
                log::warn!("a caller could not be let in: {error}");
                std::thread::sleep(BREATH);
            }
        }
    }

    /// Each caller is heard by a thread of their own, so that one who keeps silent keeps nobody else waiting.
    fn let_in(&self, stream: Stream) -> io::Result<()> {
        let seat = Seat::take(&self.callers).ok_or_else(|| io::Error::other("too many callers"))?;
        let visit = Visit {
            token: Arc::clone(&self.token),
            asked: self.asked.clone(),
            wake: Arc::clone(&self.wake),
            closing: Arc::clone(&self.closing),
        };
        std::thread::Builder::new().name("kleurboek-caller".to_owned()).spawn(move || {
            let _seat = seat;
            visit.hear(stream);
        })?;
        Ok(())
    }
}

/// The right to be heard, given back when dropped.
struct Seat(Arc<AtomicUsize>);

impl Seat {
    fn take(callers: &Arc<AtomicUsize>) -> Option<Self> {
        let seat = Self(Arc::clone(callers));
        (callers.fetch_add(1, Ordering::AcqRel) < MOST_CALLERS).then_some(seat)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// One caller.
struct Visit {
    token: Arc<str>,
    asked: Sender<Asked>,
    wake: Arc<dyn Fn() + Send + Sync>,
    closing: Arc<AtomicBool>,
}

impl Visit {
    fn hear(self, stream: Stream) {
        let stream = Arc::new(stream);
        let mut lines = Lines::new(&stream);
        let line = match lines.next(TO_SPEAK, || self.closing.load(Ordering::Acquire)) {
            Ok(Some(line)) => line,
            // Somebody who only looked whether the door is open.
            Ok(None) => return,
            Err(error) => {
                log::warn!("a caller was not understood: {error}");
                return;
            }
        };
        let Some(body) = after_greeting(&line, &self.token) else {
            log::warn!("a caller did not know the token");
            return;
        };
        let (is_gone, is_answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let asked = Asked {
            body: body.to_owned(),
            stream: Arc::clone(&stream),
            is_gone: Arc::clone(&is_gone),
            is_answered: Arc::clone(&is_answered),
        };
        if self.asked.send(asked).is_err() {
            return;
        }
        (self.wake)();
        // Nothing more is expected: whatever comes, it is that they hang up.
        let _ = lines.next(TO_WAIT, || is_answered.load(Ordering::Acquire));
        is_gone.store(true, Ordering::Release);
    }
}

/// What stands behind the greeting; nothing when that is of another version, so that it is answered all the same.
///
/// Compared by hash, so that the time it takes tells nothing of the token.
fn after_greeting<'a>(line: &'a str, token: &str) -> Option<&'a str> {
    let (version, rest) = line.strip_prefix(NAME)?.strip_prefix(' ')?.split_once(' ')?;
    let (said, body) = rest.split_at_checked(token.len())?;
    if blake3::hash(said.as_bytes()) != blake3::hash(token.as_bytes()) {
        return None;
    }
    let body = body.strip_prefix(' ')?;
    Some(if version == VERSION { body } else { "" })
}
