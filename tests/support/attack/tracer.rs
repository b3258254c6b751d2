//! Runs the program and stops it at every system call, as strace does, but counting each thread's calls apart: with
//! `strace -e inject=…:when=N` the first thread that reaches N takes the blow, so that the others never do.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use nix::{
    libc,
    sys::{
        ptrace::{self, Options},
        signal::{Signal, kill},
        wait::{WaitPidFlag, WaitStatus, waitpid},
    },
    unistd::Pid,
};

use super::{
    calls::{file_of, is_about_a_file, name_of, takes_a_descriptor},
    watchdog::Watchdog,
};

/// A call refused for ever is let be after so many times: a program may try again when it is interrupted.
const ENOUGH: usize = 2000;

/// One call of a run. Counted from the first that touches a file of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// 0 is the first thread.
    pub thread: usize,
    /// Its name, such as `openat`.
    pub name: String,
    /// The how-manieth of this name in this thread, from 1.
    pub nth: usize,
    /// The file it is about, as far as known.
    pub file: Option<PathBuf>,
}

impl Call {
    /// Whether it is about a file, and can be refused. The terminal is left alone: without it nothing could be said. So
    /// is closing a folder, which Linux cannot refuse and Rust's own library does not expect.
    pub fn may_be_refused(&self) -> bool {
        let has_file = !takes_a_descriptor(&self.name) || self.file.is_some();
        let closes_a_folder = self.name == "close" && self.file.as_ref().is_some_and(|file| file.is_dir());
        is_about_a_file(&self.name) && has_file && !closes_a_folder
    }
}

/// What is done to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blow {
    /// Killed before the call is done.
    Kill,
    /// Killed when half of a write is done.
    KillHalfway,
    /// The call is not done and this error number is answered; once, or from then on by every thread.
    Fail { error: i32, for_ever: bool },
    /// The call is not done, but answered as if it were: this many more bytes than were asked.
    Lie { more: i64 },
    /// As a lie that says half of it was written.
    LieHalf,
    /// As a lie that says nothing was written.
    LieNothing,
}

/// How a run went.
#[derive(Debug)]
pub struct Run {
    /// The exit code; none when it was killed.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    /// Its calls, from the first that touched a file of the person.
    pub calls: Vec<Call>,
    /// How many times the blow fell.
    pub struck: usize,
    /// Killed for trying for ever.
    pub gave_up: bool,
}

/// Whether a program may be traced here; if not, says so loudly.
pub fn may_trace(test: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let run = std::panic::catch_unwind(|| run(&mut Command::new("true"), folder.path(), None));
    if run.is_err() {
        eprintln!("SKIPPED: {test}: this place does not let one program trace another (ptrace)");
    }
    run.is_ok()
}

/// Runs `command`, whose files of the person lie under `root`, and strikes at one call.
pub fn run(command: &mut Command, root: &Path, blow: Option<(&Call, Blow)>) -> Run {
    let (out, err) = (tempfile::NamedTempFile::new().unwrap(), tempfile::NamedTempFile::new().unwrap());
    // A shell that stops itself, so that there is time to take hold of it.
    let mut stopped = Command::new("/bin/sh");
    stopped.args(["-c", "kill -STOP $$; exec \"$0\" \"$@\""]).arg(command.get_program());
    stopped.args(command.get_args()).stdin(Stdio::null());
    stopped.stdout(out.reopen().unwrap()).stderr(err.reopen().unwrap());
    if let Some(folder) = command.get_current_dir() {
        stopped.current_dir(folder);
    }
    stopped.env_clear().envs(command.get_envs().filter_map(|(key, value)| Some((key, value?))));
    let child = stopped.spawn().unwrap();
    let leader = Pid::from_raw(child.id().cast_signed());
    waitpid(leader, Some(WaitPidFlag::WUNTRACED)).unwrap();
    let options = Options::PTRACE_O_TRACESYSGOOD
        | Options::PTRACE_O_TRACECLONE
        | Options::PTRACE_O_TRACEEXEC
        | Options::PTRACE_O_EXITKILL;
    if let Err(refused) = ptrace::seize(leader, options) {
        kill(leader, Signal::SIGKILL).unwrap();
        waitpid(leader, None).unwrap();
        panic!("no tracing: {refused}");
    }
    kill(leader, Signal::SIGCONT).unwrap();
    let watch = Watchdog::over(leader);
    let mut tracer = Tracer { blow, ..Tracer::new(leader, root) };
    let code = tracer.follow();
    assert!(watch.call_off(), "hung: {blow:?}, last calls {:?}", tracer.calls.iter().rev().take(5));
    Run {
        code,
        out: fs::read_to_string(out.path()).unwrap(),
        err: fs::read_to_string(err.path()).unwrap(),
        calls: tracer.calls,
        struck: tracer.struck,
        gave_up: tracer.gave_up,
    }
}

/// A thread of the program.
#[derive(Default)]
struct Thread {
    number: usize,
    in_call: bool,
    /// What to answer at the end of the call it is in.
    answer: Option<i64>,
    kill_after: bool,
    counts: BTreeMap<u64, usize>,
}

struct Tracer<'a> {
    leader: Pid,
    root: &'a Path,
    blow: Option<(&'a Call, Blow)>,
    threads: BTreeMap<i32, Thread>,
    /// Whether the program itself runs, and no longer the shell.
    started: bool,
    /// Whether a file of the person was touched.
    counting: bool,
    calls: Vec<Call>,
    struck: usize,
    gave_up: bool,
}

impl<'a> Tracer<'a> {
    fn new(leader: Pid, root: &'a Path) -> Self {
        Self {
            leader,
            root,
            blow: None,
            threads: BTreeMap::new(),
            started: false,
            counting: false,
            calls: Vec::new(),
            struck: 0,
            gave_up: false,
        }
    }

    fn follow(&mut self) -> Option<i32> {
        // Only what this thread traces; other tests run in other threads.
        let flags = WaitPidFlag::__WALL | WaitPidFlag::__WNOTHREAD;
        loop {
            let mut deliver = None;
            let pid = match waitpid(None, Some(flags)).unwrap() {
                WaitStatus::Exited(pid, code) if pid == self.leader => return Some(code),
                WaitStatus::Signaled(pid, ..) if pid == self.leader => return None,
                WaitStatus::PtraceSyscall(pid) => {
                    self.at_call(pid);
                    pid
                }
                WaitStatus::PtraceEvent(pid, _, event) => {
                    if event == libc::PTRACE_EVENT_EXEC {
                        self.started = true;
                        self.thread(pid).in_call = true;
                    } else if event == libc::PTRACE_EVENT_CLONE
                        && let Ok(new) = ptrace::getevent(pid)
                    {
                        self.thread(Pid::from_raw(i32::try_from(new).unwrap()));
                    }
                    pid
                }
                WaitStatus::Stopped(pid, signal) => {
                    deliver = Some(signal);
                    pid
                }
                _ => continue,
            };
            // It may have been killed meanwhile; then the next wait says so.
            let _ = ptrace::syscall(pid, deliver);
        }
    }

    fn thread(&mut self, pid: Pid) -> &mut Thread {
        let number = self.threads.len();
        self.threads.entry(pid.as_raw()).or_insert_with(|| Thread { number, ..Thread::default() })
    }

    fn at_call(&mut self, pid: Pid) {
        let thread = self.thread(pid);
        thread.in_call = !thread.in_call;
        if thread.in_call {
            if self.started {
                self.enter(pid);
            }
            return;
        }
        let kill_after = std::mem::take(&mut thread.kill_after);
        if let Some(answer) = thread.answer.take()
            && let Ok(mut registers) = ptrace::getregs(pid)
        {
            registers.rax = answer.cast_unsigned();
            let _ = ptrace::setregs(pid, registers);
        }
        if kill_after {
            self.kill();
        }
    }

    fn kill(&self) {
        let _ = kill(self.leader, Signal::SIGKILL);
    }

    /// At the start of a call: counts it, and strikes when it is the one.
    fn enter(&mut self, pid: Pid) {
        let Ok(mut registers) = ptrace::getregs(pid) else { return };
        let number = registers.orig_rax;
        let name = name_of(number);
        let file = file_of(pid, &registers, &name);
        if !self.counting {
            if !file.as_ref().is_some_and(|file| file.starts_with(self.root)) {
                return;
            }
            self.counting = true;
        }
        let thread = self.thread(pid);
        let count = thread.counts.entry(number).or_default();
        *count += 1;
        let call = Call { thread: thread.number, name, nth: *count, file };
        let Some(blow) = self.blow.and_then(|(at, blow)| self.falls(&call, at, blow)) else {
            self.calls.push(call);
            return;
        };
        self.struck += 1;
        self.calls.push(call);
        let asked = registers.rdx.cast_signed();
        let answer = match blow {
            Blow::Kill => return self.kill(),
            Blow::KillHalfway => {
                registers.rdx /= 2;
                self.thread(pid).kill_after = true;
                let _ = ptrace::setregs(pid, registers);
                return;
            }
            Blow::Fail { error, .. } => -i64::from(error),
            Blow::Lie { more } => asked + more,
            Blow::LieHalf => asked / 2,
            Blow::LieNothing => 0,
        };
        if self.struck > ENOUGH {
            self.gave_up = true;
            return self.kill();
        }
        // No call has this number: nothing is done.
        registers.orig_rax = u64::MAX;
        self.thread(pid).answer = Some(answer);
        let _ = ptrace::setregs(pid, registers);
    }

    /// Whether the blow falls on this call.
    fn falls(&self, call: &Call, at: &Call, blow: Blow) -> Option<Blow> {
        let first = self.struck == 0 && (call.thread, &call.name, call.nth) == (at.thread, &at.name, at.nth);
        let again = matches!(blow, Blow::Fail { for_ever: true, .. })
            && self.struck > 0
            && call.name == at.name
            && call.may_be_refused();
        (first || again).then_some(blow)
    }
}
