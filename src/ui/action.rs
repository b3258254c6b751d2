//! What views ask for. It is done after the frame, in one place: [`super::app`].

use std::path::PathBuf;

use chrono::NaiveDateTime;

use crate::{
    app::{command::Command, file_question::FileChoice, history::Visit},
    domain::{book::Book, book::Language, id::Id, month::Month, plan::Plan},
    storage::{machine::ThemeChoice, save::Asked},
};

/// Something a view asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the book; typing in one visit to a field is one step.
    Do(Command, Option<Visit>),
    /// Change the book, and close the sheet that asked for it.
    DoAndClose(Command),
    /// Undo what was done last.
    Undo,
    /// Do again what was undone last.
    Redo,
    /// Go to another screen.
    Show(Screen),
    /// Open a sheet over what is there.
    Open(SheetKind),
    /// Add a client and open their card.
    AddClient(String),
    /// Close the top sheet.
    Close,
    /// Hide or show amounts and colours.
    TogglePrivacy,
    /// Put the keyboard in the search field.
    Search,
    /// Change a setting of this machine.
    Machine(MachineEdit),
    /// Start a book of one's own with this plan.
    Begin(Box<Plan>, Language),
    /// Ask the three questions for a book of one's own.
    NewBook,
    /// Look around in the example.
    LookAround(Language),
    /// Leave the example.
    LeaveExample,
    /// Open a file dialog, beside a field for the path.
    Browse(Browse),
    /// Open the book in this file.
    OpenBook(PathBuf),
    /// Put the last good copy of a book that cannot be read beside it, and open that.
    TakeBackCopy {
        /// The copy.
        copy: PathBuf,
        /// The book that cannot be read.
        original: PathBuf,
    },
    /// Look at an earlier version, kept at this time.
    LookBack(Box<Book>, NaiveDateTime),
    /// From an earlier version back to the book of now.
    BackToNow,
    /// Make the book say again what the version that is looked at says.
    TakeBackVersion,
    /// Write a copy of the book to this file.
    SaveCopy(PathBuf),
    /// Say whether everything stays as it is here, whatever another version takes away or was edited to say.
    Answer {
        /// What was asked.
        asked: Box<Asked>,
        /// Whether everything stays.
        keep_all: bool,
    },
    /// Look at what was known of the book, instead of the file in its place that is asked about.
    LookAtKnown,
    /// Do this with the file in the book's place that is asked about.
    ChooseFile(FileChoice),
    /// Read the book in this file, to put it in one with the open one.
    ReadToJoin(PathBuf),
    /// Put this version in one with the open book.
    Join(Box<Book>),
    /// Write everything about a client to this file.
    ExportClient(Id, PathBuf),
    /// Erase a client for ever.
    Erase(Id),
    /// Close the window, or open the other book, although something could not be written.
    LeaveAnyway,
}

/// A screen of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The figure and the clients.
    #[default]
    Today,
    /// The settings.
    Settings,
}

impl Screen {
    /// The key of what it is called.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Today => "rail-today",
            Self::Settings => "rail-settings",
        }
    }
}

/// A sheet to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// "Ik heb iets verdiend", from a client if it is known from whom.
    Earn(Option<Id>),
    /// "Waarom dit bedrag?"
    Why,
    /// A month's income by day.
    MonthIncome(Month),
    /// One income, to correct.
    CorrectIncome(Id),
    /// Everything still to get.
    StillToGet,
    /// A client's card.
    Client(Id),
    /// A name for a new client.
    AddClient,
    /// "Laatste wijzigingen"
    Changes,
    /// "Eerdere versies"
    Versions,
    /// The keys.
    Keys,
    /// Where the book to open is.
    OpenBook,
    /// Where the copy should go.
    SaveCopy,
    /// Where everything about a client should go.
    ExportClient(Id),
    /// Clients who were taken out of the book.
    RemovedClients,
    /// Whether a client should be erased for ever.
    EraseClient(Id),
    /// Closing while something could not be written.
    NotSaved,
    /// What a crash had kept from the file, line by line.
    Rescued(Vec<String>),
    /// Another version that takes much away, or was edited by hand.
    Asked(Box<Asked>),
    /// What to do with a file that is older than what was last known, or was edited by hand.
    FileQuestion,
    /// Where the version is that should be put in one with the open book.
    JoinBook,
    /// A version that was read, to be put in one with the open book.
    Join(Box<Book>),
}

/// What a file dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browse {
    /// A book to open.
    Open,
    /// A version of the open book, to put in one with it.
    Join,
    /// A place for a copy.
    Copy,
    /// A place for everything about a client.
    Export(Id),
}

/// A setting of this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineEdit {
    /// Light, dark, or as the machine.
    Theme(ThemeChoice),
    /// In percent, 80 to 200.
    TextSize(u16),
    /// No movement.
    CalmMotion(bool),
    /// The language to speak while no book is open.
    Language(Language),
    /// Amounts and colours hidden at the start.
    StartHidden(bool),
}
