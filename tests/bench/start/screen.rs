//! A monitor of its own whose picture can be read at any moment without asking anybody: Xvfb with its frame buffer in a
//! file, so that looking costs the programs that are measured next to nothing.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader},
    os::unix::{fs::FileExt, process::CommandExt as _},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

/// So wide that the pointer, which is in the middle at first, lies beside a window at the left; and so high that none
/// has to be made smaller.
const SIZE: &str = "2700x1000x24";
/// One row in so many is looked at.
const STEP: u64 = 12;
/// A glance looks at one in so many of those.
const TURNS: usize = 8;
/// The numbers at the start of an XWD file (X11/XWDFile.h), four bytes each, the most significant first.
const HEADER: usize = 25;
/// Bytes of each colour behind them.
const COLOUR: u64 = 12;

/// A monitor.
pub struct Screen {
    server: Child,
    _folder: TempDir,
    buffer: File,
    display: String,
    picture_at: u64,
    row: u64,
    rows: u64,
}

impl Screen {
    /// Switches one on.
    ///
    /// # Errors
    /// When there is no Xvfb.
    pub fn new() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        BufReader::new(server.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?).read_line(&mut number)?;
        let buffer = File::open(folder.path().join("Xvfb_screen0"))?;
        let mut words = [0; HEADER * 4];
        buffer.read_exact_at(&mut words, 0)?;
        let words: Vec<u64> = words
            .chunks_exact(4)
            .map(|four| four.iter().fold(0, |number, byte| number * 256 + u64::from(*byte)))
            .collect();
        let word = |index: usize| words.get(index).copied().unwrap_or_default();
        let picture_at = word(0) + word(19) * COLOUR;
        Ok(Self {
            server,
            _folder: folder,
            buffer,
            display: format!(":{}", number.trim_end()),
            picture_at,
            row: word(12),
            rows: word(5),
        })
    }

    /// A command whose windows come on this monitor.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("DISPLAY", &self.display).env("LIBGL_ALWAYS_SOFTWARE", "1").env_remove("WAYLAND_DISPLAY");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        command
    }

    /// What is to be seen now: one row in twelve, all its bytes.
    ///
    /// # Errors
    /// When the monitor is gone.
    pub fn look(&self) -> io::Result<Vec<u8>> {
        let row = usize::try_from(self.row).map_err(io::Error::other)?;
        let mut picture = vec![0; row * usize::try_from(self.rows.div_ceil(STEP)).map_err(io::Error::other)?];
        for (number, bytes) in (0_u64..).zip(picture.chunks_exact_mut(row)) {
            self.read_row(number, bytes)?;
        }
        Ok(picture)
    }

    /// Whether something else than `picture` is to be seen: looks at the rows whose turn it is, as to look at all of them
    /// all the time takes an eighth of a processor, which a program with two threads would miss.
    ///
    /// # Errors
    /// When the monitor is gone.
    pub fn differs_from(&self, picture: &[u8], turn: usize) -> io::Result<bool> {
        let row = usize::try_from(self.row).map_err(io::Error::other)?;
        let mut now = vec![0; row];
        for (number, bytes) in (0_u64..).zip(picture.chunks_exact(row)).skip(turn % TURNS).step_by(TURNS) {
            self.read_row(number, &mut now)?;
            if now != bytes {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads one of the rows that are looked at.
    fn read_row(&self, number: u64, bytes: &mut [u8]) -> io::Result<()> {
        self.buffer.read_exact_at(bytes, self.picture_at + number * STEP * self.row)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
