//! What is true: money, days, the plan, the figure, clients, income.
//!
//! Pure: no drawing, no files, no clock. Today is always an argument, and so are random ids.
//! The words are those of the project's domain notes; on screen they become the person's own.

pub mod amount;
pub mod book;
mod both_texts;
pub mod change;
pub mod client;
pub mod client_money;
pub mod cost;
pub mod erase;
pub mod example;
pub mod explanation;
pub mod fields;
pub mod figure;
pub mod fit;
pub mod free_day;
pub mod holidays;
pub mod id;
pub mod income;
pub mod lineage;
pub mod marks;
pub mod merge;
pub mod money;
pub mod month;
pub mod month_income;
pub mod other_values;
pub mod part;
pub mod part_payment;
pub mod plan;
pub mod pots;
pub mod restore;
pub mod search;
pub mod share;
pub mod spread;
pub mod stamp;
pub mod swatches;
pub mod table;
pub mod work_week;

/// A local calendar day.
pub type Day = chrono::NaiveDate;

/// How much of `whole` there is in `part`, 0 to 1, for drawing; 1 when the whole is nothing.
#[expect(clippy::cast_precision_loss, reason = "for drawing only")]
pub fn money_share(part: money::Cents, whole: money::Cents) -> f32 {
    if whole <= money::Cents::ZERO {
        return 1.0;
    }
    (part.get() as f32 / whole.get() as f32).clamp(0.0, 1.0)
}
