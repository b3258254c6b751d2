//! Everything that the book holds about one client, for a person to read.

use crate::domain::{
    Day,
    book::Book,
    client::{Client, Person},
    fields::{ClientField, ClientValue, Fields, IncomeField, IncomeValue},
    id::Id,
    income::Income,
    money::Cents,
    other_values::{OtherValues, Waiting, waiting},
};

use super::{
    date_words,
    field_place::FieldPlace,
    value_words::ValueWords,
    words::{Value, Words},
};

/// What stands before a line that belongs to the one above it.
const INDENT: &str = "  ";

/// Everything about a client, line by line, in the language of `words`; none when they are not in the book.
pub fn text(book: &Book, client: Id, today: Day, words: &Words) -> Option<String> {
    let client = book.clients.get(client)?;
    let values = ValueWords { book, words, today };
    let mut page = Page { values, words, text: String::new() };
    page.title(client, today);
    page.client(client);
    page.money(client.id);
    page.others(client.id);
    page.brought(client.id);
    page.removed(client.id);
    Some(page.text)
}

struct Page<'a> {
    values: ValueWords<'a>,
    words: &'a Words,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn said(&mut self, key: &str, values: &[(&str, Value<'_>)]) {
        let line = self.words.with(key, values);
        self.line(&line);
    }

    /// A head with an empty line before it.
    fn head(&mut self, key: &str) {
        self.text.push('\n');
        let head = self.words.say(key);
        self.line(&head);
    }

    fn indented(&mut self, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        for line in lines {
            self.line(&format!("{INDENT}{}", line.as_ref()));
        }
    }

    fn title(&mut self, client: &Client, today: Day) {
        let day = date_words::full(today, self.words.language());
        self.said("export-title", &[("client", (&client.name).into())]);
        self.said("export-made", &[("day", (&day).into())]);
    }

    fn client(&mut self, client: &Client) {
        self.text.push('\n');
        self.said("export-name", &[("value", (&client.name).into())]);
        if let Some(since) = self.since(client.id) {
            self.said("export-since", &[("day", (&self.day(since)).into())]);
        }
        let people = client.people.iter().filter(|person| !person.is_empty()).map(Person::line);
        self.block("export-people", people.collect());
        self.block("export-address", client.address.lines().map(str::to_owned).collect());
        self.said("export-colour", &[("value", (&self.values.fit(client.fit)).into())]);
        let gut = self.values.of_client(&client.value(ClientField::Gut));
        self.said("export-gut", &[("value", (&gut).into())]);
        let met = self.values.of_client(&ClientValue::Met(client.met.clone()));
        self.said("export-met", &[("value", (&met).into())]);
        let archived = self.values.of_client(&ClientValue::Archived(client.archived));
        self.said("export-archived", &[("value", (&archived).into())]);
        self.block("export-notes", client.notes.lines().map(str::to_owned).collect());
    }

    /// Lines under a head, or that there are none.
    fn block(&mut self, key: &str, lines: Vec<String>) {
        let head = self.words.say(key);
        if lines.iter().all(|line| line.trim().is_empty()) {
            let nothing = self.words.say("other-nothing");
            self.line(&format!("{head} {nothing}"));
        } else {
            self.line(&head);
            self.indented(lines);
        }
    }

    fn money(&mut self, client: Id) {
        let book = self.values.book;
        let mut incomes: Vec<&Income> = book.incomes_of(client).map(AsRef::as_ref).collect();
        incomes.sort_by_key(|income| (income.shown_day(), income.id));
        self.head("export-money");
        if incomes.is_empty() {
            self.indented([self.words.say("export-money-none")]);
            return;
        }
        let lines: Vec<String> = incomes.iter().map(|income| self.income(income)).collect();
        self.indented(lines);
        let sum = |paid: bool| -> Cents {
            incomes
                .iter()
                .filter(|income| if paid { income.paid.is_some() } else { income.is_still_to_get() })
                .map(|income| income.amount)
                .sum()
        };
        let (paid, to_get) = (self.values.amount(sum(true)), self.values.amount(sum(false)));
        self.indented([self
            .words
            .with("export-sum", &[("paid", (&paid).into()), ("get", (&to_get).into())])]);
    }

    /// "€ 120, Tafelkaartjes: verdiend op …, ontvangen op …"
    fn income(&self, income: &Income) -> String {
        let mut what = self.values.amount(income.amount);
        if !income.label.is_empty() {
            what = format!("{what}, {}", income.label);
        }
        let days =
            [("export-earned", income.earned), ("export-due", income.due), ("export-paid", income.paid)];
        let days: Vec<String> = days
            .into_iter()
            .filter_map(|(key, day)| Some(self.words.with(key, &[("day", (&self.day(day?)).into())])))
            .collect();
        if days.is_empty() { what } else { format!("{what}: {}", days.join(", ")) }
    }

    /// What waits beside a field of theirs or of an income of theirs.
    fn others(&mut self, client: Id) {
        let book = self.values.book;
        let is_theirs = |place: &Waiting| match place {
            Waiting::Client(id, _) => *id == client,
            Waiting::Income(id, field) => {
                let is_of_them = book.incomes.get(*id).is_some_and(|income| income.client == Some(client));
                let may_be = *field == IncomeField::Client
                    && OtherValues::of(book, *place)
                        .each()
                        .contains(&OtherValues::Income(vec![IncomeValue::Client(Some(client))]));
                is_of_them || may_be
            }
            Waiting::House(_) | Waiting::Plan(_) => false,
        };
        let mut lines = Vec::new();
        for place in waiting(book).into_iter().filter(is_theirs) {
            let Some(field) = FieldPlace::of(book, place) else { continue };
            let field = field.say(self.words);
            let others = self.values.others(&OtherValues::of(book, place));
            lines.extend(others.into_iter().map(|value| format!("{field}: {value}")));
        }
        if !lines.is_empty() {
            self.head("export-others");
            self.indented(lines);
        }
    }

    /// The clients whom they brought.
    fn brought(&mut self, client: Id) {
        let others = self.values.book.clients.iter().filter(|other| other.met.through == Some(client));
        let names: Vec<&str> = others.map(|other| other.name.as_str()).collect();
        if !names.is_empty() {
            self.head("export-brought");
            self.indented(names);
        }
    }

    /// What was taken away, and is kept so that copies of the book can be merged.
    fn removed(&mut self, client: Id) {
        let removed = self.values.book.lineage.removed_incomes.iter();
        let theirs = removed.filter(|income| income.client == Some(client));
        let lines: Vec<String> = theirs.map(|income| self.income(income)).collect();
        if !lines.is_empty() {
            self.head("export-removed");
            self.indented(lines);
        }
    }

    /// The first day on which there was something with them.
    fn since(&self, client: Id) -> Option<Day> {
        let days = |income: &Income| [income.earned, income.paid].into_iter().flatten().min();
        self.values.book.incomes_of(client).filter_map(|income| days(income)).min()
    }

    fn day(&self, day: Day) -> String {
        date_words::full(day, self.words.language())
    }
}
