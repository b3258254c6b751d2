//! What a view gets to see, and where it leaves what it asks for.

use std::{path::Path, sync::Arc};

use egui::Ui;

use crate::{
    app::{
        amount_words,
        command::Command,
        date_words,
        file_question::FileQuestion,
        history::Visit,
        overview::Overview,
        session::{Keeping, Session},
        words::{Value, Words},
    },
    domain::{
        Day, book::Book, book::Language, client::Client, figure::DailyFigure, fit::Fit, money::Cents,
        month::Month,
    },
    storage::{backups::Backups, machine::Machine},
};

use super::{
    action::{Action, SheetKind},
    day_words,
    icon::Icon,
    paint::fit_icon,
    privacy::{Eye, Private},
    recent_books::RecentBook,
    tokens::Tokens,
    widgets::client_tile::Paint,
};

/// What stands instead of the digits of a hidden amount.
const HIDDEN: &str = "•••";

/// What a view gets to see of the app.
pub struct Scene<'a> {
    /// The open book.
    pub session: &'a Session,
    /// The settings of this machine.
    pub machine: &'a Machine,
    /// What the first screen shows.
    pub overview: Arc<Overview>,
    /// Whether what is private is hidden.
    pub eye: Eye,
    /// Whether saving takes so long that the person should know.
    pub is_slow: bool,
    /// The figure that was shown first today.
    pub first_figure: Option<Cents>,
    /// Whether this is the example.
    pub is_example: bool,
    /// The file of the open book; none for the example.
    pub path: Option<&'a Path>,
    /// The other books opened last.
    pub recent: &'a [RecentBook],
    /// The earlier versions of the open book; for a sheet that opens.
    pub backups: Option<Backups>,
    /// What is asked about the file that is shown.
    pub question: Option<&'a FileQuestion>,
    actions: Vec<Action>,
}

impl<'a> Scene<'a> {
    /// What there is to see now.
    pub fn new(session: &'a Session, machine: &'a Machine) -> Self {
        Self {
            session,
            machine,
            overview: session.overview(),
            eye: Eye::default(),
            is_slow: false,
            first_figure: None,
            is_example: false,
            path: None,
            recent: &[],
            backups: None,
            question: None,
            actions: Vec::new(),
        }
    }

    /// What was asked for.
    pub fn into_actions(self) -> Vec<Action> {
        self.actions
    }

    /// Asks for something.
    pub fn push(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Asks for a change to the book.
    pub fn send(&mut self, command: Command) {
        self.push(Action::Do(command, None));
    }

    /// Asks for a change to the book that was typed in a visit to a field.
    pub fn send_typed(&mut self, command: Command, visit: Visit) {
        self.push(Action::Do(command, Some(visit)));
    }

    /// Asks for a sheet.
    pub fn open(&mut self, sheet: SheetKind) {
        self.push(Action::Open(sheet));
    }

    /// The book.
    pub fn book(&self) -> &'a Book {
        self.session.book()
    }

    /// Whether the book can only be looked at.
    pub fn is_read_only(&self) -> bool {
        matches!(self.session.keeping(), Keeping::ReadOnly | Keeping::Asking)
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.session.today()
    }

    /// The sentences.
    pub fn words(&self) -> &'a Words {
        self.session.words()
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.words().language()
    }

    /// A sentence.
    pub fn say(&self, key: &str) -> String {
        self.words().say(key)
    }

    /// A sentence with values filled in.
    pub fn with<'b>(&self, key: &str, values: &[(&'b str, Value<'b>)]) -> String {
        self.words().with(key, values)
    }

    /// An amount, or dots while amounts are hidden.
    pub fn amount(&self, cents: Cents) -> String {
        if self.hides(Private::Amount) {
            match self.language() {
                Language::Dutch => format!("€\u{a0}{HIDDEN}"),
                Language::English => format!("€{HIDDEN}"),
            }
        } else {
            amount_words::amount(cents, self.language())
        }
    }

    /// An amount as it is read aloud: "450 euro".
    pub fn spoken(&self, cents: Cents) -> String {
        let digits = if self.hides(Private::Amount) {
            HIDDEN.to_owned()
        } else {
            amount_words::digits(cents, self.language())
        };
        self.with("spoken-amount", &[("amount", (&digits).into())])
    }

    /// "zaterdag 21 november"
    pub fn day_long(&self, day: Day) -> String {
        date_words::long(day, self.today(), self.language())
    }

    /// "di 24 nov"
    pub fn day_short(&self, day: Day) -> String {
        date_words::short(day, self.today(), self.language())
    }

    /// "24 nov"
    pub fn day_plain(&self, day: Day) -> String {
        date_words::short_without_weekday(day, self.today(), self.language())
    }

    /// "november"
    pub fn month(&self, month: Month) -> String {
        date_words::month(month, self.today(), self.language())
    }

    /// The paint of a colour, or plain paper while colours are hidden.
    pub fn paint(&self, ui: &Ui, fit: Fit) -> Paint {
        self.paint_in(Tokens::of(ui), fit)
    }

    /// As [`Self::paint`], where there is no `Ui` yet.
    pub fn paint_in(&self, tokens: &Tokens, fit: Fit) -> Paint {
        if self.hides(Private::Colour) {
            return Paint { fill: tokens.track, on: tokens.ink, icon: Icon::User, word: String::new() };
        }
        Paint {
            fill: tokens.fit(fit),
            on: tokens.on_fit(fit),
            icon: fit_icon(fit),
            word: self.session.fit_word(fit),
        }
    }

    /// The name of a client, or "zonder klant".
    pub fn payer(&self, client: Option<crate::domain::id::Id>) -> String {
        match self.book().client_name(client) {
            Some(name) => name.to_owned(),
            None => self.say("no-client"),
        }
    }

    /// A client in the book.
    pub fn client(&self, id: crate::domain::id::Id) -> Option<&'a Client> {
        self.book().clients.get(id).map(AsRef::as_ref)
    }

    /// What today, or the next working day, becomes by a command; nothing for one that moves neither.
    pub fn today_becomes(&self, command: &Command) -> Option<String> {
        let book = self.session.preview(command)?;
        day_words::becomes_another(self, &self.overview.daily, &DailyFigure::of(&book, self.today()))
    }
}
