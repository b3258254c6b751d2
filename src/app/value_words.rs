//! Values of the book in words: for a sentence about what another version says, and for everything about a client.

use crate::domain::{
    Day,
    book::{Book, Language},
    client::{GutFeeling, Met, Person},
    cost::{Cost, Period},
    fields::{ClientValue, HouseValue, IncomeValue, PlanValue},
    fit::Fit,
    free_day::DaysOff,
    holidays::{Holiday, HolidayCalendar},
    money::Cents,
    other_values::OtherValues,
    plan::{CountBy, FigureStyle},
};

use super::{amount_words, date_words, session::fit_word, words::Words};

/// What is needed to say a value.
#[derive(Clone, Copy, Debug)]
pub struct ValueWords<'a> {
    /// The book it is of.
    pub book: &'a Book,
    /// The language.
    pub words: &'a Words,
    /// Days of another year say which.
    pub today: Day,
}

impl ValueWords<'_> {
    /// Each of the values that wait beside a field.
    pub fn others(&self, others: &OtherValues) -> Vec<String> {
        match others {
            OtherValues::House(values) => values.iter().map(|value| self.of_house(value)).collect(),
            OtherValues::Plan(values) => values.iter().map(|value| self.of_plan(value)).collect(),
            OtherValues::Client(values) => values.iter().map(|value| self.of_client(value)).collect(),
            OtherValues::Income(values) => values.iter().map(|value| self.of_income(value)).collect(),
        }
    }

    /// What stands in a field of a client.
    pub fn of_client(&self, value: &ClientValue) -> String {
        match value {
            ClientValue::Name(text) => self.text(text),
            ClientValue::Address(text) | ClientValue::Notes(text) => self.text(&one_line(text)),
            ClientValue::People(people) => self.list(people.iter().map(Person::line)),
            ClientValue::Fit(fit) => self.fit(*fit),
            ClientValue::Gut(gut) => {
                gut.map_or_else(|| self.words.say("other-nothing"), |gut| self.words.say(gut_key(gut)))
            }
            ClientValue::Met(met) => self.met(met),
            ClientValue::Archived(true) => self.words.say("other-archived"),
            ClientValue::Archived(false) => self.words.say("other-not-archived"),
        }
    }

    /// What stands in a field of an income.
    pub fn of_income(&self, value: &IncomeValue) -> String {
        let day =
            |day: Option<Day>, none: &str| day.map_or_else(|| self.words.say(none), |day| self.day(day));
        match value {
            IncomeValue::Client(client) => match self.book.client_name(*client) {
                Some(name) => name.to_owned(),
                None => self.words.say("no-client"),
            },
            IncomeValue::Label(text) => self.text(text),
            IncomeValue::Amount(amount) => self.amount(*amount),
            IncomeValue::Earned(earned) => day(*earned, "correct-earned-none"),
            IncomeValue::Due(due) => day(*due, "correct-due-none"),
            IncomeValue::Paid(paid) => day(*paid, "correct-paid-none"),
        }
    }

    /// What stands in a field of the owner's ways.
    pub fn of_house(&self, value: &HouseValue) -> String {
        match value {
            HouseValue::Name(text) => self.text(text),
            HouseValue::Language(Language::Dutch) => self.words.say("other-dutch"),
            HouseValue::Language(Language::English) => self.words.say("other-english"),
            HouseValue::FitWords(own) => self.list(Fit::ALL.map(|fit| fit_word(fit, own, self.words))),
            HouseValue::PaymentTerm(days) => {
                self.words.with("other-days", &[("days", u32::from(*days).into())])
            }
        }
    }

    /// What stands in a field of the plan.
    pub fn of_plan(&self, value: &PlanValue) -> String {
        let say = |key: &str| self.words.say(key);
        match value {
            PlanValue::Start(day) => self.day(*day),
            PlanValue::Living(amount) | PlanValue::Saving(amount) | PlanValue::Rounding(amount) => {
                self.amount(*amount)
            }
            PlanValue::Costs(costs) => self.list(costs.iter().map(|cost| self.cost(cost))),
            PlanValue::Reserve(share) => self.percent(*share / 100),
            PlanValue::Week(week) => {
                self.list(week.worked().map(|day| date_words::weekday(day, self.words.language())))
            }
            PlanValue::DaysOff(days) => self.list(days.iter().map(|days| self.days_off(days))),
            PlanValue::ExtraDays(days) => self.list(days.iter().map(|day| self.day(*day))),
            PlanValue::Holidays(HolidayCalendar::None) => say("holidays-none"),
            PlanValue::Holidays(HolidayCalendar::Netherlands) => say("holidays-netherlands"),
            PlanValue::Holidays(HolidayCalendar::Belgium) => say("holidays-belgium"),
            PlanValue::StruckHolidays(struck) => {
                let calendar = self.book.plan.holidays;
                self.list(struck.iter().map(|holiday| say(holiday_key(*holiday, calendar))))
            }
            PlanValue::Style(FigureStyle::Adapting) => say("figure-adapting"),
            PlanValue::Style(FigureStyle::Steady) => say("figure-steady"),
            PlanValue::CountBy(CountBy::Earned) => say("figure-count-earned"),
            PlanValue::CountBy(CountBy::Paid) => say("figure-count-paid"),
            PlanValue::Cap(None) => say("cap-off"),
            PlanValue::Cap(Some(100)) => say("cap-ordinary"),
            PlanValue::Cap(Some(150)) => say("cap-one-and-a-half"),
            PlanValue::Cap(Some(200)) => say("cap-two"),
            PlanValue::Cap(Some(300)) => say("cap-three"),
            PlanValue::Cap(Some(cap)) => {
                let times = amount_words::times(*cap, self.words.language());
                self.words.with("cap-times", &[("times", (&times).into())])
            }
        }
    }

    /// An amount.
    pub fn amount(&self, amount: Cents) -> String {
        amount_words::amount(amount, self.words.language())
    }

    /// The person's word for a colour.
    pub fn fit(&self, fit: Fit) -> String {
        fit_word(fit, &self.book.house.fit_words, self.words)
    }

    /// How somebody became a client.
    pub fn met(&self, met: &Met) -> String {
        match self.book.client_name(met.through) {
            Some(name) => self.words.with("other-met-through", &[("client", name.into())]),
            None => self.text(&met.words),
        }
    }

    fn day(&self, day: Day) -> String {
        date_words::long(day, self.today, self.words.language())
    }

    fn percent(&self, share: u16) -> String {
        self.words.with("other-percent", &[("share", (&share.to_string()).into())])
    }

    fn cost(&self, cost: &Cost) -> String {
        let amount = format!("{} {}", self.amount(cost.amount), self.words.say(period_key(cost.every)));
        if cost.label.is_empty() { amount } else { format!("{}: {amount}", cost.label) }
    }

    fn days_off(&self, days: &DaysOff) -> String {
        let first = self.day(days.first);
        if days.first == days.last {
            return first;
        }
        self.words
            .with("days-off-range", &[("first", (&first).into()), ("last", (&self.day(days.last)).into())])
    }

    fn text(&self, text: &str) -> String {
        if text.trim().is_empty() { self.words.say("other-nothing") } else { text.to_owned() }
    }

    fn list(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.text(&parts.join("; "))
    }
}

/// Lines, on one.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The key of a gut feeling's word.
pub const fn gut_key(gut: GutFeeling) -> &'static str {
    match gut {
        GutFeeling::Heavy => "gut-heavy",
        GutFeeling::Chafing => "gut-chafing",
        GutFeeling::Ordinary => "gut-ordinary",
        GutFeeling::Good => "gut-good",
        GutFeeling::Delightful => "gut-delightful",
    }
}

/// The key of a period's words.
pub const fn period_key(period: Period) -> &'static str {
    match period {
        Period::Month => "period-month",
        Period::Quarter => "period-quarter",
        Period::Year => "period-year",
    }
}

/// The key of a holiday's name, as it is called where the calendar is from.
pub const fn holiday_key(holiday: Holiday, calendar: HolidayCalendar) -> &'static str {
    match holiday {
        Holiday::EasterMonday if matches!(calendar, HolidayCalendar::Belgium) => {
            "holiday-easter-monday-belgium"
        }
        Holiday::WhitMonday if matches!(calendar, HolidayCalendar::Belgium) => "holiday-whit-monday-belgium",
        Holiday::NewYear => "holiday-new-year",
        Holiday::GoodFriday => "holiday-good-friday",
        Holiday::EasterSunday => "holiday-easter-sunday",
        Holiday::EasterMonday => "holiday-easter-monday",
        Holiday::KingsDay => "holiday-kings-day",
        Holiday::LabourDay => "holiday-labour-day",
        Holiday::LiberationDay => "holiday-liberation-day",
        Holiday::Ascension => "holiday-ascension",
        Holiday::WhitSunday => "holiday-whit-sunday",
        Holiday::WhitMonday => "holiday-whit-monday",
        Holiday::BelgianNationalDay => "holiday-belgian-national-day",
        Holiday::Assumption => "holiday-assumption",
        Holiday::AllSaints => "holiday-all-saints",
        Holiday::Armistice => "holiday-armistice",
        Holiday::Christmas => "holiday-christmas",
        Holiday::SecondChristmasDay => "holiday-second-christmas-day",
    }
}
