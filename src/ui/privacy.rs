//! What is nobody else's business: the one list of what the eye hides, on every screen.

use super::scene::Scene;
use crate::domain::{
    fields::{ClientField, HouseField, IncomeField},
    other_values::Waiting,
};

/// Something that stays out of sight while the eye is closed. `tests/eye.rs` looks for each of them on every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    /// An amount, and what shows how large one is, such as a bar: dots, and nothing filled. What a person types
    /// themselves stays readable while they do.
    Amount,
    /// The colour of a client, and its word.
    Colour,
    /// How a client feels.
    Feeling,
    /// What was noted about a client.
    Notes,
    /// How it goes: enough, extra, late, what no longer fits.
    Verdict,
    /// What a change would make of a day.
    Preview,
    /// What was done, which names all of these.
    Deed,
}

impl Private {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Amount, Self::Colour, Self::Feeling, Self::Notes, Self::Verdict, Self::Preview, Self::Deed];

    /// What is private about a field beside which another value waits; none when anybody may read it.
    pub const fn of(place: Waiting) -> Option<Self> {
        match place {
            Waiting::Plan(_) | Waiting::Income(_, IncomeField::Amount) => Some(Self::Amount),
            Waiting::House(HouseField::FitWords) | Waiting::Client(_, ClientField::Fit) => Some(Self::Colour),
            Waiting::Client(_, ClientField::Gut) => Some(Self::Feeling),
            Waiting::Client(_, ClientField::Notes) => Some(Self::Notes),
            Waiting::House(_) | Waiting::Client(..) | Waiting::Income(..) => None,
        }
    }
}

/// The eye of the corner. Whoever asks what to draw has to say of what on the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Eye {
    is_closed: bool,
}

impl Eye {
    /// Closed, or open.
    pub const fn new(is_closed: bool) -> Self {
        Self { is_closed }
    }

    /// Whether it is closed; only for the button that opens and closes it.
    pub const fn is_closed(self) -> bool {
        self.is_closed
    }
}

impl Scene<'_> {
    /// Whether something private stays out of sight now.
    pub const fn hides(&self, _what: Private) -> bool {
        self.eye.is_closed()
    }
}
