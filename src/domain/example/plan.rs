//! What Atelier Noor needs a month.

use chrono::Weekday::{Fri, Sat, Thu, Tue, Wed};

use super::{
    Said,
    mix::{self, Kind},
    said,
};
use crate::domain::{
    Day,
    book::Language,
    cost::{Cost, Period},
    money::Cents,
    plan::Plan,
    work_week::WorkWeek,
};

/// What the work costs: together € 450 a month.
const COSTS: [(Said, i32, Period); 4] = [
    (said("Huur atelier", "Studio rent"), 260, Period::Month),
    (said("Papier, inkt en verf", "Paper, ink and paint"), 90, Period::Month),
    (said("Verzekering", "Insurance"), 180, Period::Quarter),
    (said("Website en programma's", "Website and software"), 480, Period::Year),
];

/// The plan of the worked example, from `start` on.
pub fn worked_example(language: Language, start: Day) -> Plan {
    let costs = (1..).zip(COSTS).map(|(number, (label, euros, every))| Cost {
        id: mix::id(Kind::Cost, number),
        label: label.to(language),
        amount: Cents::euros(euros),
        every,
    });
    Plan {
        living: Cents::euros(1800),
        saving: Cents::euros(150),
        costs: costs.collect(),
        reserve: 3000,
        week: WorkWeek::of(&[Tue, Wed, Thu, Fri, Sat]),
        cap: Some(150),
        rounding: Cents::euros(5),
        ..Plan::new(start)
    }
}
