//! What the first screen needs to know, worked out once a change and a day.

use crate::domain::{
    Day,
    book::Book,
    figure::DailyFigure,
    fit::Fit,
    money::Cents,
    other_values::{self, Waiting},
    swatches::{self, Swatch, SwatchFilter},
};

/// What the first screen shows of the book.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The figure.
    pub daily: DailyFigure,
    /// Every client, by name.
    pub swatches: Vec<Swatch>,
    /// Everything still to get, from whomever.
    pub to_get: Cents,
    /// Every field beside which another value waits, in order.
    pub waiting: Vec<Waiting>,
}

impl Overview {
    /// Works it out.
    pub fn of(book: &Book, today: Day) -> Self {
        let open = || book.incomes.iter().filter(|income| income.is_still_to_get());
        Self {
            daily: DailyFigure::of(book, today),
            swatches: swatches::all(book, today),
            to_get: open().map(|income| income.amount).sum(),
            waiting: other_values::waiting(book),
        }
    }

    /// Whether another value waits beside a field.
    pub fn is_waiting(&self, place: Waiting) -> bool {
        self.waiting.binary_search(&place).is_ok()
    }

    /// How many swatches a filter shows.
    pub fn count(&self, filter: SwatchFilter) -> usize {
        self.swatches.iter().filter(|swatch| filter.shows(swatch)).count()
    }

    /// How many of each colour, in the order of [`Fit::ALL`].
    pub fn counts(&self) -> [usize; 5] {
        Fit::ALL.map(|fit| self.count(SwatchFilter::Fit(fit)))
    }

    /// Clients last used first, those never used last, without the archived.
    pub fn last_used(&self) -> Vec<&Swatch> {
        let mut all: Vec<&Swatch> = self.swatches.iter().filter(|swatch| !swatch.client.archived).collect();
        all.sort_by_key(|swatch| std::cmp::Reverse(swatch.last_used));
        all
    }
}
