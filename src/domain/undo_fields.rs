//! Setting back, field by field, only what one change did.

use super::{book::House, client::Client, income::Income, plan::Plan};

/// A record of which single fields can be set back.
pub trait SetBack: Clone {
    /// Where a field differs between `before` and `after`, and is still as it was after: as it was before again.
    #[must_use]
    fn set_back(&self, before: &Self, after: &Self) -> Self;
}

macro_rules! set_back_fields {
    ($record:ty: $($field:ident),+ $(,)?) => {
        impl SetBack for $record {
            fn set_back(&self, before: &Self, after: &Self) -> Self {
                let mut record = self.clone();
                $(
                    if before.$field != after.$field && self.$field == after.$field {
                        record.$field = before.$field.clone();
                    }
                )+
                // Naming every field makes a forgotten one a compile error.
                let Self { $($field: _,)+ } = &record;
                record
            }
        }
    };
}

set_back_fields!(House: name, language, fit_words, payment_term);
set_back_fields!(
    Plan: start, living, saving, costs, reserve, week, days_off, extra_days, holidays, struck_holidays, style, count_by,
    cap, rounding,
);
set_back_fields!(Client: id, name, people, address, fit, gut, met, notes, archived);
set_back_fields!(Income: id, client, label, amount, earned, due, paid);
