//! The earlier versions of an open book: a list that fills from a thread of its own, and one of them read to look at.

use std::sync::{
    Arc,
    mpsc::{self, Receiver, Sender},
};

use crate::{
    domain::{Day, book::Book, money::Cents, month::Month},
    storage::{
        backups::{Backups, Version},
        format,
        problem::Problem,
    },
};

/// An earlier version in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which one.
    pub version: Version,
    /// What it is about; none when it cannot be read.
    pub picture: Option<Picture>,
}

/// A version in a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many clients it had, without the archived.
    pub clients: usize,
    /// What counted in its month.
    pub income: Cents,
    /// The month in which it was kept.
    pub month: Month,
    /// Whether it says what the book says now.
    pub is_now: bool,
}

impl Picture {
    /// Of a version that was kept on `day`, beside the book of `now`.
    pub fn of(then: &Book, day: Day, now: &Book) -> Self {
        let month = Month::of(day);
        let counted = then.counted_incomes().filter(|(day, _)| month.contains(*day));
        Self {
            clients: then.clients.iter().filter(|client| !client.archived).count(),
            income: counted.map(|(_, amount)| amount).sum(),
            month,
            is_now: then.says_the_same(now),
        }
    }
}

/// How far the list is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// More may come.
    #[default]
    Searching,
    /// That was all.
    Complete,
    /// The versions cannot be found.
    Failed(Problem),
}

/// What a thread tells.
enum News {
    Listed(Listed),
    Ended(Progress),
    Read(Version, Result<Box<Book>, Problem>),
}

/// The earlier versions of a book. Reading them never keeps the window waiting.
pub struct EarlierVersions {
    reader: Reader,
    list: Vec<Listed>,
    progress: Progress,
    opening: bool,
    news: Receiver<News>,
}

/// What a thread needs to read versions.
#[derive(Clone)]
struct Reader {
    backups: Backups,
    now: Book,
    tell: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl EarlierVersions {
    /// Starts to list `backups`, those of the book that is `now`. `wake` is called whenever there is news.
    pub fn of(now: Book, backups: Backups, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (tell, news) = mpsc::channel();
        let reader = Reader { backups, now, tell, wake: Arc::new(wake) };
        let progress = match reader.start(Reader::list) {
            Ok(()) => Progress::Searching,
            Err(problem) => Progress::Failed(problem),
        };
        Self { reader, list: Vec::new(), progress, opening: false, news }
    }

    /// Those found by now, the newest first.
    pub fn list(&self) -> &[Listed] {
        &self.list
    }

    /// How far the list is.
    pub const fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Whether one is being read to look at.
    pub const fn is_opening(&self) -> bool {
        self.opening
    }

    /// Starts to read one, to look at.
    pub fn open(&mut self, version: Version) {
        if self.opening {
            return;
        }
        let read = move |reader: Reader| {
            let book = reader.read(&version).map(Box::new);
            reader.tell(News::Read(version, book));
        };
        match self.reader.start(read) {
            Ok(()) => self.opening = true,
            Err(problem) => log::warn!("no thread to read an earlier version: {problem}"),
        }
    }

    /// Takes in what the threads found; the version that was read to look at.
    pub fn receive(&mut self) -> Option<(Version, Box<Book>)> {
        let mut opened = None;
        for news in self.news.try_iter() {
            match news {
                News::Listed(listed) => self.list.push(listed),
                News::Ended(progress) => self.progress = progress,
                News::Read(version, book) => {
                    self.opening = false;
                    match book {
                        Ok(book) => opened = Some((version, book)),
                        Err(problem) => {
                            log::warn!("{} could not be read: {problem}", version.path.display());
                            let same = self.list.iter_mut().filter(|listed| listed.version == version);
                            same.for_each(|listed| listed.picture = None);
                        }
                    }
                }
            }
        }
        opened
    }
}

impl Reader {
    fn start(&self, work: impl FnOnce(Self) + Send + 'static) -> Result<(), Problem> {
        let reader = self.clone();
        let thread = std::thread::Builder::new().name("kleurboek-versions".to_owned());
        thread.spawn(move || work(reader)).map(drop).map_err(Problem::from)
    }

    /// Tells it; whether anybody still wants to know.
    fn tell(&self, news: News) -> bool {
        let heard = self.tell.send(news).is_ok();
        (self.wake)();
        heard
    }

    fn list(self) {
        let versions = match self.backups.list_with_older() {
            Ok(versions) => versions,
            Err(problem) => {
                self.tell(News::Ended(Progress::Failed(problem)));
                return;
            }
        };
        let mut newer: Option<([bool; 2], Book)> = None;
        for version in versions {
            let book = self.read(&version).inspect_err(|problem| {
                log::warn!("{} could not be read: {problem}", version.path.display());
            });
            let marks = [version.is_edited, version.is_beside];
            // A book can be saved again and say the same.
            if let (Ok(book), Some((of_newer, newer))) = (&book, &newer)
                && marks == *of_newer
                && book.says_the_same(newer)
            {
                continue;
            }
            let picture = book.as_ref().ok().map(|book| Picture::of(book, version.at.date(), &self.now));
            newer = book.ok().map(|book| (marks, book));
            if !self.tell(News::Listed(Listed { version, picture })) {
                return;
            }
        }
        self.tell(News::Ended(Progress::Complete));
    }

    /// A version as it may come back.
    fn read(&self, version: &Version) -> Result<Book, Problem> {
        let bytes = self.backups.read(version)?;
        let text = str::from_utf8(&bytes).map_err(|_| Problem::NotText)?;
        let loaded = format::read(text)?;
        match loaded.read_only_because {
            // Taken back by this program, what it does not know would be lost.
            Some(problem) => Err(problem),
            None => Ok(self.now.allowed_back(&loaded.book)),
        }
    }
}

impl std::fmt::Debug for EarlierVersions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EarlierVersions")
            .field("list", &self.list)
            .field("progress", &self.progress)
            .field("opening", &self.opening)
            .finish_non_exhaustive()
    }
}
