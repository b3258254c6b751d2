//! A disk that hangs, at any call of a save, never holds up the window, and is never called saved.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stderr, reason = "tests")]

use std::{
    fs::{self, Permissions},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Condvar, Mutex,
        mpsc::{self, Sender},
    },
    time::Duration,
};

use kleurboek::{
    app::{
        clock::Clock,
        command::{ClientEdit, Command},
        saver::{Place, SaveStatus, Saver},
        session::{Keeping, Session},
    },
    domain::{book::Language, example, id::Id},
    storage::{
        bin::Bin,
        disk::{About, Disk, NewFile, RealDisk},
        format,
        journal::Header,
        open::open,
        places::Places,
        save::BookFile,
    },
};

/// After this long it is not the disk that hangs, but the test.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where a call waits until it may go on.
#[derive(Debug)]
struct Gate {
    /// How many calls were made, and whether all may pass.
    state: Mutex<(usize, bool)>,
    opened: Condvar,
    hangs_at: usize,
    hanging: Sender<&'static str>,
}

impl Gate {
    fn pass(&self, call: &'static str) {
        let mut state = self.state.lock().unwrap();
        state.0 += 1;
        if state.0 == self.hangs_at {
            self.hanging.send(call).unwrap();
            drop(self.opened.wait_while(state, |state| !state.1).unwrap());
        }
    }

    fn open(&self) {
        self.state.lock().unwrap().1 = true;
        self.opened.notify_all();
    }
}

/// The real disk behind a gate.
#[derive(Debug)]
struct HangingDisk(Arc<Gate>);

#[derive(Debug)]
struct HangingFile(Box<dyn NewFile>, Arc<Gate>);

impl NewFile for HangingFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.1.pass("write");
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.1.pass("sync");
        self.0.sync()
    }
}

impl Disk for HangingDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        self.0.pass("about");
        RealDisk.about(path)
    }

    fn about_itself(&self, path: &Path) -> io::Result<About> {
        self.0.pass("about itself");
        RealDisk.about_itself(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.0.pass("resolve");
        RealDisk.resolve(path)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.0.pass("read");
        RealDisk.read(path, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.0.pass("list");
        RealDisk.list(folder)
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        self.0.pass("create folders");
        RealDisk.create_folders(folder)
    }

    fn create(&self, path: &Path, permissions: Option<&Permissions>) -> io::Result<Box<dyn NewFile>> {
        self.0.pass("create");
        Ok(Box::new(HangingFile(RealDisk.create(path, permissions)?, Arc::clone(&self.0))))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.pass("rename");
        RealDisk.rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.pass("rename new");
        RealDisk.rename_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.pass("remove");
        RealDisk.remove(path)
    }

    fn to_bin(&self, path: &Path, bin: &Bin) -> io::Result<()> {
        self.0.pass("to bin");
        RealDisk.to_bin(path, bin)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.pass("sync folder");
        RealDisk.sync_folder(folder)
    }
}

fn type_notes(session: &mut Session, client: Id, notes: &str) {
    session.execute(&Command::EditClient(client, ClientEdit::Notes(notes.to_owned())), None).unwrap();
}

/// One save that hangs at the call with this number: which call that was; none when there are no more.
fn hang_at(number: usize) -> Option<&'static str> {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("boek.kleurboek");
    fs::write(&path, format::write(&example::atelier_noor(Language::Dutch), 1).unwrap()).unwrap();
    let (sender, hanging) = mpsc::channel();
    let gate = Arc::new(Gate {
        state: Mutex::new((0, false)),
        opened: Condvar::new(),
        hangs_at: number,
        hanging: sender.clone(),
    });
    let opened = open(&path).unwrap();
    let clock = Clock::frozen_on(example::example_day());
    let book = opened.loaded.book.clone();
    let place = Place {
        file: BookFile::of(&opened, Arc::new(HangingDisk(Arc::clone(&gate)))),
        header: Header::new(book.id, &path, Some(opened.disk.hash), opened.loaded.generation),
        book: Some(book),
        leftovers: Vec::new(),
        // The journal lies on another disk than the book.
        disk: Arc::new(RealDisk),
        places: Places::under(root.path()),
    };
    // Once all is written there is nothing left to hang at.
    let wake = move || sender.send("").unwrap_or_default();
    let saver = Saver::start(place, clock, wake).unwrap();
    let mut session = Session::new(opened.loaded.book, Keeping::File(saver), clock);
    let client = session.book().clients.iter().next().unwrap().id;

    type_notes(&mut session, client, "eerst");
    session.hurry();
    // The journal wakes the window too.
    let is_saved = || session.save_status().is_some_and(|status| status.is_safe());
    let call = std::iter::repeat_with(|| hanging.recv_timeout(PATIENCE).unwrap())
        .find(|call| !call.is_empty() || is_saved())
        .unwrap();
    if call.is_empty() {
        // What is tidied after a save may hang too, but then it is saved already.
        gate.open();
        assert_eq!(session.close(), SaveStatus::Saved(clock.time()));
        return None;
    }
    // The window goes on, and knows that it is not safe.
    for number in 0..100 {
        type_notes(&mut session, client, &format!("daarna {number}"));
        assert_eq!(session.save_status(), Some(SaveStatus::Waiting), "{call}");
    }
    assert_eq!(session.overview().swatches.len(), session.book().clients.len());
    gate.open();
    assert_eq!(session.close(), SaveStatus::Saved(clock.time()), "{call}");
    let book = open(&path).unwrap().loaded.book;
    assert_eq!(book.clients.get(client).unwrap().notes, "daarna 99", "{call}");
    Some(call)
}

#[test]
fn a_disk_that_hangs_never_holds_up_the_window() {
    let calls: Vec<&str> = (1..).map_while(hang_at).collect();
    eprintln!("hung at each of the {} calls of a save: {}", calls.len(), calls.join(", "));
    for call in ["read", "write", "sync", "rename", "sync folder"] {
        assert!(calls.contains(&call), "no save without {call}");
    }
}
