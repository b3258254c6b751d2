//! The five colours: how well somebody fits.

/// How well a client fits, as one of five paints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The motor.
    Top,
    /// Works well.
    Fine,
    /// To keep an eye on.
    Watch,
    /// To say goodbye to, kindly.
    LetGo,
    /// Not known yet.
    #[default]
    New,
}

impl Fit {
    /// The five, in the order of the chips.
    pub const ALL: [Self; 5] = [Self::Top, Self::Fine, Self::Watch, Self::LetGo, Self::New];

    /// Its place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Self::Top => 0,
            Self::Fine => 1,
            Self::Watch => 2,
            Self::LetGo => 3,
            Self::New => 4,
        }
    }
}

/// The person's own words for the five colours, in the order of [`Fit::ALL`]; empty where the usual word stays.
pub type FitWords = [String; 5];
