//! How fast the window is there, what it weighs, and whether it rests, against the least there can be: an empty window of
//! the same toolkit with the same renderer and fonts. Prints what it measured; how fast this machine is proves nothing.
//!
//! `cargo bench --bench start`, or with what to measure: `-- start growth memory rest peers`. Linux, with Xvfb.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a benchmark"
)]

mod empty;
mod peers;
mod process;
mod screen;

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
    thread::sleep,
    time::{Duration, Instant},
};

use kleurboek::domain::{book::Language, example};
use process::Running;
use screen::Screen;
use tempfile::TempDir;

/// Alternating starts of each program.
const ROUNDS: usize = 20;
/// The same beside programs that take seconds.
const ROUNDS_WITH_PEERS: usize = 7;
/// How long a picture stays that was waited for.
const STAYS: Duration = Duration::from_millis(700);
/// No program takes longer.
const LONGEST: Duration = Duration::from_secs(30);
/// Between two looks at the monitor.
const LOOK: Duration = Duration::from_millis(1);

const KLEURBOEK: &str = env!("CARGO_BIN_EXE_kleurboek");

/// A program to start, and what to call it.
struct Candidate {
    name: String,
    program: OsString,
    arguments: Vec<OsString>,
    home: PathBuf,
    /// A picture that stays this long is the one that was waited for.
    stays: Duration,
}

/// When a program showed something, and when the picture that stayed.
#[derive(Clone, Copy)]
struct Started {
    first: Duration,
    whole: Duration,
}

fn main() -> io::Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if wanted.first().is_some_and(|word| word == empty::ASKED) {
        empty::window();
        return Ok(());
    }
    let screen = match Screen::new() {
        Ok(screen) => screen,
        Err(error) => {
            println!("SKIPPED: no Xvfb ({error}); nothing was measured");
            return Ok(());
        }
    };
    let root = tempfile::tempdir()?;
    let does = |what: &str| wanted.is_empty() || wanted.iter().any(|word| word == what);
    if does("start") {
        let both = [empty_window(&root)?, kleurboek(&root, 10)?];
        report("10 years", &starts(&screen, &both, ROUNDS)?);
    }
    if does("growth") {
        let books = [kleurboek(&root, 1)?, kleurboek(&root, 10)?, kleurboek(&root, 100)?];
        report("growth", &starts(&screen, &books, ROUNDS)?);
    }
    if does("peers") {
        let mut all = vec![empty_window(&root)?, kleurboek(&root, 10)?];
        let folder = root.path().join("peers");
        fs::create_dir_all(&folder)?;
        for peer in peers::with(&example::large(Language::Dutch, 10), &folder)? {
            let mut arguments: Vec<OsString> = peer.arguments.iter().map(Into::into).collect();
            arguments.push(peer.file.into());
            let name = peer.program.to_owned();
            let stays = peer.shows_nothing_for.max(STAYS);
            all.push(Candidate {
                name,
                program: peer.program.into(),
                arguments,
                home: folder.clone(),
                stays,
            });
        }
        report("the same records elsewhere", &starts(&screen, &all, ROUNDS_WITH_PEERS)?);
    }
    if does("memory") {
        memory(&screen, &root)?;
    }
    if does("rest") {
        rest(&screen, &root)?;
    }
    Ok(())
}

/// The floor: this very program as an empty window.
fn empty_window(root: &TempDir) -> io::Result<Candidate> {
    let home = root.path().join("empty");
    fs::create_dir_all(&home)?;
    let program = std::env::current_exe()?.into_os_string();
    Ok(Candidate {
        name: "empty window".to_owned(),
        program,
        arguments: vec![empty::ASKED.into()],
        home,
        stays: STAYS,
    })
}

/// Kleurboek with a book of so many years, which was worked in before.
fn kleurboek(root: &TempDir, years: u32) -> io::Result<Candidate> {
    let home = root.path().join(format!("{years}"));
    let book = home.join("boek.kleurboek");
    if !book.exists() {
        fs::create_dir_all(&home)?;
        let quiet = |command: &mut Command| {
            command.env("HOME", &home).output().map(|done| assert!(done.status.success()))
        };
        quiet(Command::new(KLEURBOEK).args(["example", "--years", &years.to_string()]).arg(&book))?;
        quiet(Command::new(KLEURBOEK).args(["earned", "65"]).arg(&book))?;
    }
    let name = format!("Kleurboek, {years} years");
    Ok(Candidate { name, program: KLEURBOEK.into(), arguments: vec![book.into()], home, stays: STAYS })
}

/// Starts them in turn, so that what else the machine does strikes all alike.
fn starts<'a>(
    screen: &Screen,
    all: &'a [Candidate],
    rounds: usize,
) -> io::Result<Vec<(&'a Candidate, Vec<Started>)>> {
    let mut times: Vec<_> = all.iter().map(|candidate| (candidate, Vec::new())).collect();
    // The first start of each reads its files from the disk; what is compared is the work.
    for round in 0..=rounds {
        for (candidate, times) in &mut times {
            let (_running, started) = start(screen, candidate)?;
            if round > 0 {
                times.push(started);
            }
        }
    }
    Ok(times)
}

fn start(screen: &Screen, candidate: &Candidate) -> io::Result<(Running, Started)> {
    // What a program that was ended leaves; it would ask about it.
    for lock in [".~lock.boek.ods#", ".boek.gsb.lock"].map(|lock| candidate.home.join(lock)) {
        if lock.exists() {
            fs::remove_file(lock)?;
        }
    }
    let mut last = emptied(screen)?;
    let begin = Instant::now();
    let child =
        screen.command(&candidate.program).args(&candidate.arguments).env("HOME", &candidate.home).spawn()?;
    let running = Running(child);
    let (mut first, mut whole) = (None, Duration::ZERO);
    for turn in 0.. {
        sleep(LOOK);
        let differs = screen.differs_from(&last, turn)?;
        let at = begin.elapsed();
        if differs {
            first.get_or_insert(at);
            (whole, last) = (at, screen.look()?);
        }
        if at > LONGEST || first.is_some() && at > whole + candidate.stays {
            break;
        }
    }
    Ok((running, Started { first: first.unwrap_or(LONGEST), whole }))
}

/// What the monitor shows once the program before is gone from it.
fn emptied(screen: &Screen) -> io::Result<Vec<u8>> {
    let mut last = screen.look()?;
    let mut since = Instant::now();
    while since.elapsed() < Duration::from_millis(200) {
        sleep(Duration::from_millis(10));
        let now = screen.look()?;
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
    Ok(last)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn report(what: &str, times: &[(&Candidate, Vec<Started>)]) {
    let rounds = times.first().map_or(0, |(_, times)| times.len());
    println!("\n{what}, median of {rounds} alternating starts");
    let millis = |of: fn(&Started) -> Duration, times: &[Started]| {
        median(times.iter().map(|started| of(started).as_secs_f64() * 1e3).collect())
    };
    let floor = times.first().map_or(1.0, |(_, times)| millis(|started| started.whole, times));
    for (candidate, times) in times {
        let (first, whole) = (millis(|started| started.first, times), millis(|started| started.whole, times));
        println!(
            "{:24} first sight {first:6.0} ms, whole {whole:6.0} ms = {:.2} ×",
            candidate.name,
            whole / floor
        );
    }
}

/// PSS at rest and while saving.
fn memory(screen: &Screen, root: &TempDir) -> io::Result<()> {
    println!("\nmemory (PSS), at rest and at most while saving, median of 5");
    let (mut floor, candidates) = (0.0, [empty_window(root)?, kleurboek(root, 10)?]);
    for candidate in &candidates {
        let (mut at_rest, mut most) = (Vec::new(), Vec::new());
        for round in 0..5 {
            let (running, _) = start(screen, candidate)?;
            sleep(Duration::from_secs(3));
            at_rest.push(running.memory()?);
            if let Some(book) = candidate.arguments.first().map(Path::new).filter(|book| book.exists()) {
                most.push(while_saving(&running, candidate, book, round)?);
            }
        }
        let (at_rest, most) = (median(at_rest), median(most));
        if floor == 0.0 {
            floor = at_rest;
        }
        print!("{:24} at rest {at_rest:6.1} MiB (+ {:.1})", candidate.name, at_rest - floor);
        println!(
            "{}",
            if most > 0.0 {
                format!(", saving {most:.1} MiB (+ {:.1})", most - floor)
            } else {
                String::new()
            }
        );
    }
    Ok(())
}

/// The most it has while it saves an income that was noted from elsewhere.
fn while_saving(running: &Running, candidate: &Candidate, book: &Path, round: usize) -> io::Result<f64> {
    let before = fs::metadata(book)?.modified()?;
    let noted = Command::new(KLEURBOEK)
        .args(["earned", &format!("{}", 11 + round)])
        .arg(book)
        .env("HOME", &candidate.home)
        .output()?;
    assert!(noted.status.success(), "{noted:?}");
    let (begin, mut most) = (Instant::now(), 0.0_f64);
    let mut saved = None;
    while begin.elapsed() < LONGEST
        && saved.is_none_or(|saved: Instant| saved.elapsed() < Duration::from_secs(1))
    {
        most = most.max(running.memory()?);
        if saved.is_none() && fs::metadata(book)?.modified()? != before {
            saved = Some(Instant::now());
        }
        sleep(Duration::from_millis(3));
    }
    assert!(saved.is_some(), "it never saved");
    Ok(most)
}

/// How often the window's thread wakes in a minute, from ten seconds after the last input.
fn rest(screen: &Screen, root: &TempDir) -> io::Result<()> {
    println!("\nat rest for 60 s, from 10 s after the start");
    for candidate in [empty_window(root)?, kleurboek(root, 10)?] {
        let (running, _) = start(screen, &candidate)?;
        sleep(Duration::from_secs(10));
        let (before, picture) = (running.naps()?, screen.look()?);
        sleep(Duration::from_mins(1));
        let woke = running.naps()? - before;
        let changed = screen.look()? != picture;
        println!(
            "{:24} its window's thread woke {woke} times; the picture {}",
            candidate.name,
            if changed { "changed" } else { "stayed" }
        );
    }
    Ok(())
}
