//! The letters: Lexend in three weights, the icons, and for what these lack Ubuntu Light and Noto Emoji.

use std::sync::{Arc, OnceLock};

use egui::{FallbackRequest, FontData, FontDefinitions, FontFamily, FontId, FontProvider, RichText};
use egui_system_font_provider::SystemFontProvider;
use epaint_default_fonts::UBUNTU_LIGHT;

use super::icon::Icon;

const SEMIBOLD: &str = "lexend-semibold";
const BOLD: &str = "lexend-bold";
const ICONS: &str = "icons";
const EMOJI: &str = "emoji";
const UBUNTU: &str = "ubuntu-light";

/// A size and weight of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// The figure, as large as fits.
    Figure,
    /// The amount being typed.
    Amount,
    /// The head of the first screen and sheets.
    Title,
    /// A heading.
    Heading,
    /// A client's name.
    Name,
    /// Ordinary text, bold.
    Strong,
    /// Ordinary text.
    Body,
    /// Small text, bold.
    SmallStrong,
    /// Small text.
    Small,
}

impl Type {
    /// The size in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Figure => 108.0,
            Self::Amount => 66.0,
            Self::Title => 25.0,
            Self::Heading => 19.0,
            Self::Name => 17.5,
            Self::Strong | Self::Body => 15.5,
            Self::SmallStrong | Self::Small => 13.5,
        }
    }

    /// The weight as a family.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Figure | Self::Amount | Self::Title | Self::Name => FontFamily::Name(BOLD.into()),
            Self::Heading | Self::Strong | Self::SmallStrong => FontFamily::Name(SEMIBOLD.into()),
            Self::Body | Self::Small => FontFamily::Proportional,
        }
    }

    /// The font.
    pub fn font(self) -> FontId {
        self.font_of_size(self.size())
    }

    /// The font, in another size.
    pub fn font_of_size(self, size: f32) -> FontId {
        FontId::new(size, self.family())
    }

    /// Text in it.
    pub fn text(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font())
    }
}

/// The font of the icons.
pub fn icons(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}

/// An icon as text.
pub fn icon_text(icon: Icon, size: f32) -> RichText {
    RichText::new(icon.letter().to_string()).font(icons(size))
}

/// All fonts: Lexend first, others behind it for emoji and other scripts; what these lack too comes from the machine.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    // Not every machine has a font with emoji, and every machine has somebody with one in their name.
    let emoji = include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf");
    let fallback = [(UBUNTU, UBUNTU_LIGHT), (EMOJI, emoji.as_slice())].map(|(name, bytes)| {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        name.to_owned()
    });
    let mut add = |family: FontFamily, name: &str, bytes: &'static [u8], fallback: &[String]| {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut names = vec![name.to_owned()];
        names.extend_from_slice(fallback);
        fonts.families.insert(family, names);
    };
    let regular = include_bytes!("../../assets/fonts/Lexend-Regular.ttf");
    let semibold = include_bytes!("../../assets/fonts/Lexend-SemiBold.ttf");
    let bold = include_bytes!("../../assets/fonts/Lexend-Bold.ttf");
    let icons = include_bytes!("../../assets/icons/Phosphor-subset.ttf");
    add(FontFamily::Proportional, "lexend", regular, &fallback);
    add(FontFamily::Monospace, "lexend", regular, &fallback);
    add(FontFamily::Name(SEMIBOLD.into()), SEMIBOLD, semibold, &fallback);
    add(FontFamily::Name(BOLD.into()), BOLD, bold, &fallback);
    add(FontFamily::Name(ICONS.into()), ICONS, icons, &[]);
    fonts
}

/// The fonts of the machine, of which there may be hundreds: they are looked through once there is a letter that ours lack.
pub fn of_this_machine() -> impl FontProvider {
    let fonts = OnceLock::new();
    move |letter: &FallbackRequest<'_>| fonts.get_or_init(SystemFontProvider::new).font_for(letter)
}
