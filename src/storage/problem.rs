//! Why a book could not be read or written.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use super::wanted::Wanted;

/// Why a book could not be read or written. Shown in English in logs; on screen the variant chooses the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No room left on the disk, or in the person's share of it.
    DiskFull,
    /// No file may grow that large here, as with `ulimit -f`.
    FileLimit,
    /// This person may not read or write there.
    NoPermission,
    /// The whole disk only allows reading.
    ReadOnlyPlace,
    /// The file itself was marked for reading only.
    ReadOnlyFile,
    /// There is no such file, or no longer.
    NotFound,
    /// The folder is gone, or its disk or network is.
    FolderGone,
    /// It is a link to a file that is not there, in a folder that is.
    LinkToNothing,
    /// It is a folder, not a file.
    IsAFolder,
    /// It is a pipe, a device or the like.
    NotAFile,
    /// Another program kept writing in it while it was read.
    BeingWritten,
    /// Larger than [`super::open::LARGEST_FILE`].
    TooLarge,
    /// Not UTF-8 text.
    NotText,
    /// Nothing is in it.
    Empty,
    /// Not RON, not the fields of a book, or a value that cannot be.
    NotABook {
        /// From 1; none when it is not known.
        line: Option<usize>,
        /// What stands on that line.
        found: String,
        /// What should.
        wanted: Wanted,
    },
    /// Made by a newer version.
    NewerFormat {
        /// The format that is needed.
        needs: u32,
    },
    /// Fields this version does not know, so that writing would drop them.
    UnknownFields {
        /// The first of them, such as `clients.3.shoe_size`.
        first: String,
        /// Its line, from 1.
        line: Option<usize>,
    },
    /// Another program holds the file.
    HeldByAnother,
    /// The place takes new files, but does not let one replace another.
    ReplaceRefused,
    /// The book is already open in another window.
    LockedByOther,
    /// The copy would have replaced the open book itself.
    IsTheOpenBook,
    /// It is a version of another book than the open one.
    AnotherBook,
    /// It was edited outside the program, and a command can ask nobody what to do with that.
    EditedByHand,
    /// The copy would have replaced another file.
    ExistsAlready,
    /// What was read back is not what was written.
    ReadBackDiffers,
    /// The disk has not answered yet.
    NoAnswer,
    /// Records would be missing that nobody took away: a mistake in the program.
    WouldLose {
        /// How many.
        records: usize,
    },
    /// What is kept on this machine beside the book cannot be reached.
    OwnPlace {
        /// Where that is.
        path: PathBuf,
        /// Why.
        why: Box<Self>,
    },
    /// Anything else, in English.
    Other(String),
}

impl Problem {
    /// The same, about something of the program's own at `path`, which is no fault of the book.
    #[must_use]
    pub fn of_own_place(self, path: &Path) -> Self {
        match self {
            already @ Self::OwnPlace { .. } => already,
            why => Self::OwnPlace { path: path.to_owned(), why: Box::new(why) },
        }
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        // Windows: a sharing or lock violation has no kind of its own.
        if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
            return Self::HeldByAnother;
        }
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull,
            Kind::FileTooLarge => Self::FileLimit,
            Kind::PermissionDenied => Self::NoPermission,
            Kind::ReadOnlyFilesystem => Self::ReadOnlyPlace,
            Kind::NotFound => Self::NotFound,
            Kind::IsADirectory => Self::IsAFolder,
            Kind::WriteZero => Self::ReadBackDiffers,
            Kind::NotADirectory
            | Kind::StaleNetworkFileHandle
            | Kind::HostUnreachable
            | Kind::NetworkUnreachable
            | Kind::NetworkDown
            | Kind::NotConnected
            | Kind::TimedOut => Self::FolderGone,
            Kind::ResourceBusy | Kind::ExecutableFileBusy => Self::HeldByAnother,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DiskFull => f.write_str("the disk is full"),
            Self::FileLimit => f.write_str("no file may grow that large"),
            Self::NoPermission => f.write_str("no permission"),
            Self::ReadOnlyPlace => f.write_str("the place is read-only"),
            Self::ReadOnlyFile => f.write_str("the file is read-only"),
            Self::NotFound => f.write_str("the file is not there"),
            Self::LinkToNothing => f.write_str("the link leads to nothing"),
            Self::FolderGone => f.write_str("the folder is not there"),
            Self::IsAFolder => f.write_str("it is a folder"),
            Self::NotAFile => f.write_str("it is not an ordinary file"),
            Self::BeingWritten => f.write_str("another program keeps writing in it"),
            Self::TooLarge => f.write_str("the file is too large"),
            Self::NotText => f.write_str("the file is not UTF-8 text"),
            // What stands in a book may be about somebody; the log, which this is for, never says it.
            Self::NotABook { line, .. } => {
                f.write_str("not a book")?;
                on_line(f, *line)
            }
            Self::Empty => f.write_str("the file is empty"),
            Self::OwnPlace { path, why } => write!(f, "{}: {why}", path.display()),
            Self::NewerFormat { needs } => write!(f, "format {needs} is needed"),
            Self::UnknownFields { first, line } => {
                write!(f, "unknown field {first}")?;
                on_line(f, *line)
            }
            Self::HeldByAnother => f.write_str("another program holds the file"),
            Self::ReplaceRefused => f.write_str("no file can be replaced there"),
            Self::LockedByOther => f.write_str("the book is open in another window"),
            Self::IsTheOpenBook => f.write_str("that is the open book itself"),
            Self::AnotherBook => f.write_str("that is another book"),
            Self::EditedByHand => f.write_str("it was edited outside the program"),
            Self::ExistsAlready => f.write_str("there is a file with that name already"),
            Self::ReadBackDiffers => f.write_str("what was read back is not what was written"),
            Self::NoAnswer => f.write_str("the disk does not answer"),
            Self::WouldLose { records } => write!(f, "{records} records would be lost"),
            Self::Other(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Problem {}

fn on_line(f: &mut fmt::Formatter<'_>, line: Option<usize>) -> fmt::Result {
    line.map_or(Ok(()), |line| write!(f, " (line {line})"))
}
