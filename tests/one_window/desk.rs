//! A machine with a book, a window on it that the test plays, and those who come to its door.

use std::{
    fs,
    io::{ErrorKind, Read as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::Duration,
};

use interprocess::local_socket::{
    ConnectOptions, GenericFilePath, GenericNamespaced, Stream, ToFsName as _, ToNsName as _,
};
use kleurboek::{
    app::{
        clock::Clock,
        earning::Earning,
        errand::{Errand, What, host::Served},
        opening::OpenBook,
    },
    domain::{Day, book::Book, book::Language, example},
    storage::{
        disk::RealDisk,
        door::{Asked, Door, file_of},
        open,
        places::Places,
        save::BookFile,
    },
};
use tempfile::TempDir;

/// Waited for at most, when nothing comes that should.
pub const LONG: Duration = Duration::from_mins(1);

/// Something that happened while a window was open.
pub enum Event<T> {
    /// Somebody asked, or something was saved.
    Woken,
    /// The other start of the program is done.
    Finished(T),
}

/// A machine of its own with the example as a book.
pub struct Desk {
    pub root: TempDir,
    pub places: Places,
    pub path: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let places = Places::under(root.path().join("home"));
        let path = root.path().join("boek.kleurboek");
        BookFile::create_new(&path, Arc::new(RealDisk))
            .save(
                &example::atelier_noor(Language::Dutch),
                &places,
                Clock::frozen_on(example::example_day()).now(),
            )
            .unwrap();
        Self { root, places, path }
    }

    /// Opens a window on the book, meets it with `other` on another thread, and serves until that is done: what the
    /// other got, what the window was to show, and the window.
    pub fn meet<T: Send + 'static>(
        &self,
        now: u64,
        other: impl FnOnce() -> T + Send + 'static,
    ) -> (T, Vec<Served>, OpenBook) {
        let (sender, events) = mpsc::channel();
        let open = self.window(&sender);
        self.meet_window(open, &sender, &events, now, other)
    }

    pub fn meet_window<T: Send + 'static>(
        &self,
        mut open: OpenBook,
        sender: &Sender<Event<T>>,
        events: &Receiver<Event<T>>,
        now: u64,
        other: impl FnOnce() -> T + Send + 'static,
    ) -> (T, Vec<Served>, OpenBook) {
        assert!(self.root.path().exists());
        let finished = sender.clone();
        let thread = thread::spawn(move || finished.send(Event::Finished(other())).unwrap_or_default());
        let mut served = Vec::new();
        loop {
            match events.recv_timeout(LONG).unwrap() {
                Event::Woken => served.extend(open.serve(now)),
                Event::Finished(result) => {
                    thread.join().unwrap();
                    return (result, served, open);
                }
            }
        }
    }

    pub fn window<T: Send + 'static>(&self, events: &Sender<Event<T>>) -> OpenBook {
        let wake = |events: &Sender<Event<T>>| {
            let events = events.clone();
            move || events.send(Event::Woken).unwrap_or_default()
        };
        let mut open = OpenBook::open(&self.path, &self.places, clock(), wake(events)).unwrap();
        open.open_door(&self.places, wake(events));
        open
    }

    /// A bare door, without a window behind it.
    pub fn door(&self) -> (Door, Receiver<()>) {
        let (sender, woken) = mpsc::channel();
        let wake = Arc::new(move || sender.send(()).unwrap_or_default());
        (Door::open(&self.places, &self.path, wake).unwrap(), woken)
    }

    pub fn door_file(&self) -> PathBuf {
        file_of(&self.places, &self.path)
    }

    /// The token and the address, as any program of this person can read them.
    pub fn address(&self) -> (String, String) {
        let text = fs::read_to_string(self.door_file()).unwrap();
        let mut lines = text.lines().skip(1).map(str::to_owned);
        (lines.next().unwrap(), lines.next().unwrap())
    }

    /// Somebody who says what they like.
    pub fn stranger(&self) -> Stream {
        let place = self.address().1;
        let name = if cfg!(windows) {
            place.to_ns_name::<GenericNamespaced>().unwrap()
        } else {
            place.to_fs_name::<GenericFilePath>().unwrap()
        };
        ConnectOptions::new().name(name).connect_sync().unwrap()
    }

    pub fn earned_on_disk(&self) -> i64 {
        earned(&open::open(&self.path).unwrap().loaded.book)
    }
}

pub fn earned(book: &Book) -> i64 {
    book.incomes.iter().map(|income| income.amount.get()).sum()
}

pub fn clock() -> Clock {
    Clock::frozen_on(example::example_day())
}

pub fn sixty_five(on: Option<Day>) -> Earning {
    Earning { cents: 6500, client: Some("Bistro Loo".to_owned()), on }
}

pub fn errand(number: u64, until: u64) -> String {
    ron::to_string(&Errand { number, until, what: What::Earn(sixty_five(None)) }).unwrap()
}

pub fn next(door: &Door, woken: &Receiver<()>) -> Asked {
    woken.recv_timeout(LONG).unwrap();
    door.asked().next().unwrap()
}

/// Whatever comes back before they hang up.
pub fn heard(mut stream: Stream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{error}"),
    }
    String::from_utf8(bytes).unwrap()
}

#[expect(clippy::disallowed_methods, reason = "plays another program that writes the file")]
pub fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}
