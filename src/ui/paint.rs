//! Which icon and which words belong to what.

pub use crate::app::value_words::{gut_key, period_key};
use crate::domain::{client::GutFeeling, fit::Fit, pots::PotKind};

use super::icon::Icon;

/// The icon of a fit colour.
pub const fn fit_icon(fit: Fit) -> Icon {
    match fit {
        Fit::Top => Icon::Sun,
        Fit::Fine => Icon::Leaf,
        Fit::Watch => Icon::HandPalm,
        Fit::LetGo => Icon::Balloon,
        Fit::New => Icon::Plant,
    }
}

/// The icon of a pot.
pub const fn pot_icon(kind: PotKind) -> Icon {
    match kind {
        PotKind::Living => Icon::HouseLine,
        PotKind::Work => Icon::PaintBrush,
        PotKind::Taxes => Icon::Bank,
        PotKind::Saving => Icon::PiggyBank,
    }
}

/// The key of a pot's word.
pub const fn pot_key(kind: PotKind) -> &'static str {
    match kind {
        PotKind::Living => "pot-living",
        PotKind::Work => "pot-work",
        PotKind::Taxes => "pot-taxes",
        PotKind::Saving => "pot-saving",
    }
}

/// The icon of a gut feeling.
pub const fn gut_icon(gut: GutFeeling) -> Icon {
    match gut {
        GutFeeling::Heavy => Icon::SmileySad,
        GutFeeling::Chafing => Icon::SmileyNervous,
        GutFeeling::Ordinary => Icon::SmileyMeh,
        GutFeeling::Good => Icon::Smiley,
        GutFeeling::Delightful => Icon::SmileyWink,
    }
}
