//! A large book, to test with: as many clients and incomes as years of work bring.

use std::sync::Arc;

use chrono::Days;

use super::{
    Said, example_day,
    mix::{self, Dice, Kind},
    plan, said,
};
use crate::domain::{
    Day,
    book::{Book, House, Language},
    client::{Client, GutFeeling, Met, Person},
    fit::Fit,
    id::Id,
    income::Income,
    lineage::Lineage,
    money::Cents,
    table::Table,
};

/// The most years a large book spans.
pub const MOST_YEARS: u32 = 100;

const CLIENTS_A_YEAR: u64 = 50;
const INCOMES_A_YEAR: u64 = 2000;
const DAYS_A_YEAR: u64 = 365;
/// One income in this many has no client.
const WITHOUT_CLIENT: u64 = 8;
/// One income in this many is still to get.
const STILL_TO_GET: u64 = 50;
const TERM: u64 = 30;

/// Records of the large book are numbered from here, so that their ids differ from those of the example.
const FIRST_NUMBER: u64 = 1 << 32;

const TRADES: [Said; 16] = [
    said("Bakkerij", "Bakery"),
    said("Boekhandel", "Bookshop"),
    said("Brouwerij", "Brewery"),
    said("Café", "Café"),
    said("Dansschool", "Dance school"),
    said("Drukkerij", "Printer's"),
    said("Festival", "Festival"),
    said("Fietsenwinkel", "Bike shop"),
    said("Galerie", "Gallery"),
    said("Kapsalon", "Hair salon"),
    said("Museum", "Museum"),
    said("Restaurant", "Restaurant"),
    said("School", "School"),
    said("Theater", "Theatre"),
    said("Uitgeverij", "Publisher"),
    said("Wijnhandel", "Wine shop"),
];

const FIRST_NAMES: [&str; 16] = [
    "Aïcha", "Bram", "Daan", "Elif", "Fien", "Hanne", "Ilse", "Joris", "Karim", "Lien", "Maud", "Noémie",
    "Pieter", "Renée", "Sam", "Yasmina",
];

const LAST_NAMES: [&str; 16] = [
    "Aerts",
    "Bakker",
    "Claes",
    "De Smet",
    "El Idrissi",
    "Goossens",
    "Jansen",
    "Lemmens",
    "Maes",
    "Özdemir",
    "Peeters",
    "Smits",
    "Van den Broeck",
    "Visser",
    "Willems",
    "Yilmaz",
];

const LABELS: [Said; 12] = [
    said("Affiche", "Poster"),
    said("Boekomslag", "Book cover"),
    said("Etalage", "Window display"),
    said("Flyer", "Flyer"),
    said("Geboortekaartje", "Birth announcement"),
    said("Illustratie", "Illustration"),
    said("Logo", "Logo"),
    said("Menukaart", "Menu"),
    said("Muurtekening", "Wall drawing"),
    said("Portret", "Portrait"),
    said("Prints", "Prints"),
    said("Workshop", "Workshop"),
];

const NOTES: [Said; 6] = [
    said("Belt liever dan te mailen.", "Would rather call than e-mail."),
    said("Graag veel kleur.\nLevert de teksten zelf.", "Likes plenty of colour.\nSupplies the texts."),
    said("Op maandag gesloten.", "Closed on Mondays."),
    said("Werkt met een vaste drukker.", "Works with a regular printer."),
    said("Plant graag ver vooruit.", "Likes to plan well ahead."),
    Said::NOTHING,
];

const GUT_FEELINGS: [Option<GutFeeling>; 6] = [
    Some(GutFeeling::Heavy),
    Some(GutFeeling::Chafing),
    Some(GutFeeling::Ordinary),
    Some(GutFeeling::Good),
    Some(GutFeeling::Delightful),
    None,
];

/// A book of `years` years up to [`example_day`], at most [`MOST_YEARS`]: 50 clients and 2 000
/// incomes for each year, the same at every call.
pub fn large(language: Language, years: u32) -> Book {
    let years = u64::from(years.min(MOST_YEARS));
    let days = years * DAYS_A_YEAR;
    let start = days_before(days.saturating_sub(1));
    let mut dice = Dice::new(years);
    let clients: Table<Client> = numbers(years * CLIENTS_A_YEAR)
        .map(|number| {
            let client = client(language, number, &mut dice);
            (client.id, client)
        })
        .collect();
    let ids: Vec<Option<Id>> = clients.iter().map(|client| Some(client.id)).collect();
    let incomes = numbers(years * INCOMES_A_YEAR)
        .map(|number| {
            let income = income(language, number, &ids, days, &mut dice);
            (income.id, income)
        })
        .collect();
    Book {
        id: mix::id(Kind::Book, FIRST_NUMBER + years),
        house: Arc::new(House::new(language)),
        plan: Arc::new(plan::worked_example(language, start)),
        clients,
        incomes,
        lineage: Lineage::default(),
    }
}

fn numbers(how_many: u64) -> impl Iterator<Item = u64> {
    FIRST_NUMBER..FIRST_NUMBER + how_many
}

fn days_before(days: u64) -> Day {
    example_day().checked_sub_days(Days::new(days)).unwrap_or(Day::MIN)
}

fn client(language: Language, number: u64, dice: &mut Dice) -> Client {
    let id = mix::id(Kind::Client, number);
    let first = dice.pick(&FIRST_NAMES);
    let last = dice.pick(&LAST_NAMES);
    let person = format!("{first} {last}");
    // Two in three are a business.
    let name = match dice.below(3) {
        0 => person.clone(),
        _ => format!("{} {last}", dice.pick(&TRADES).to(language)),
    };
    let people = vec![Person {
        name: person,
        phone: format!("0470 {:02} {:02} {:02}", dice.below(100), dice.below(100), dice.below(100)),
        email: format!("{:x}@klanten.example", number - FIRST_NUMBER),
    }];
    Client {
        people,
        address: format!("Penseelkaai {}\n9000 Gent", 1 + dice.below(200)),
        fit: dice.pick(&Fit::ALL),
        gut: dice.pick(&GUT_FEELINGS),
        met: Met::default(),
        notes: dice.pick(&NOTES).to(language),
        archived: dice.below(10) == 0,
        ..Client::named(id, name)
    }
}

fn income(language: Language, number: u64, clients: &[Option<Id>], days: u64, dice: &mut Dice) -> Income {
    let client = if dice.below(WITHOUT_CLIENT) == 0 { None } else { dice.pick(clients) };
    let earned = days_before(dice.below(days));
    let to_get = client.is_some() && dice.below(STILL_TO_GET) == 0;
    // Some are paid the same day, the others within two months, and never after the example's day.
    let wait = if dice.below(3) == 0 { 0 } else { dice.below(60) };
    let paid = earned.checked_add_days(Days::new(wait)).unwrap_or(earned).min(example_day());
    let due = (to_get || wait > 0).then(|| earned.checked_add_days(Days::new(TERM))).flatten();
    // Whole euros mostly, now and then with cents; never nothing.
    let cents = if dice.below(10) == 0 { dice.below(100) } else { 0 };
    let amount = (20 + dice.below(580)) * 100 + cents;
    Income {
        id: mix::id(Kind::Income, number),
        client,
        label: dice.pick(&LABELS).to(language),
        amount: Cents::new(i64::try_from(amount).unwrap_or(100)),
        earned: Some(earned),
        due,
        paid: (!to_get).then_some(paid),
    }
}
