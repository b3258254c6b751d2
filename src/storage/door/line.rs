//! One line over a socket, in a limited time.

use std::{
    io::{self, ErrorKind, Read, Write as _},
    time::{Duration, Instant},
};

use interprocess::local_socket::{Stream, traits::Stream as _};

use super::{LONGEST_LINE, TICK};

/// The lines of one side of a conversation.
pub(super) struct Lines<'a> {
    stream: &'a Stream,
    read: Vec<u8>,
}

impl<'a> Lines<'a> {
    pub fn new(stream: &'a Stream) -> Self {
        // Named pipes know no timeouts; there a caller that keeps silent costs a thread, of which there are few.
        let _ = stream.set_recv_timeout(Some(TICK));
        Self { stream, read: Vec::new() }
    }

    /// The next line, without its end; none when the other side hung up.
    ///
    /// # Errors
    /// When it takes longer than `within`, is longer than [`LONGEST_LINE`], is not text, or is `given_up` meanwhile.
    pub fn next(&mut self, within: Duration, given_up: impl Fn() -> bool) -> io::Result<Option<String>> {
        let start = Instant::now();
        let mut stream = self.stream;
        let mut piece = [0; 4096];
        loop {
            if let Some(end) = self.read.iter().position(|byte| *byte == b'\n') {
                let rest = self.read.split_off(end + 1);
                let mut line = std::mem::replace(&mut self.read, rest);
                line.truncate(end);
                return String::from_utf8(line).map(Some).map_err(|_| ErrorKind::InvalidData.into());
            }
            if self.read.len() > LONGEST_LINE {
                return Err(ErrorKind::FileTooLarge.into());
            }
            if given_up() || start.elapsed() > within {
                return Err(ErrorKind::TimedOut.into());
            }
            match stream.read(&mut piece) {
                Ok(0) => return Ok(None),
                Ok(count) => self.read.extend(piece.iter().take(count)),
                Err(error) if is_only_late(error.kind()) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

const fn is_only_late(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

/// Sends a line. A few hundred bytes fit between the two sides, so this does not wait for the other.
pub(super) fn send(stream: &Stream, line: &str) -> io::Result<()> {
    let _ = stream.set_send_timeout(Some(TICK));
    let mut stream = stream;
    let mut bytes = Vec::with_capacity(line.len() + 1);
    bytes.extend(line.bytes().filter(|byte| *byte != b'\n'));
    bytes.push(b'\n');
    stream.write_all(&bytes)
}
