//! Every colour and size on screen. Nothing else names a colour.
#![expect(clippy::disallowed_methods, reason = "this is the file where colours live")]

use egui::{Color32, Theme};

use crate::domain::{fit::Fit, pots::PotKind};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The window.
    pub paper: Color32,
    /// The left rail and quiet boxes.
    pub rail: Color32,
    /// Swatch labels and sheets.
    pub sheet: Color32,
    /// Text and the main button.
    pub ink: Color32,
    /// Text on ink.
    pub on_ink: Color32,
    /// Second text.
    pub soft: Color32,
    /// Hairlines, decoration only.
    pub line: Color32,
    /// Borders of what can be used.
    pub edge: Color32,
    /// The empty part of a bar, quiet tiles.
    pub track: Color32,
    /// The filled part of the bar.
    pub bar: Color32,
    /// The lid of a pot.
    pub lid: Color32,
    /// What lies over the screen behind a sheet.
    pub veil: Color32,
    /// The shadow of swatches and sheets.
    pub shadow: Color32,
    /// A row that asks attention on an opened card.
    pub tint: Color32,
    fits: [Color32; 5],
    fit_texts: [Color32; 5],
    pots: [Color32; 4],
}

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The colours by day.
pub const LIGHT: Tokens = Tokens {
    paper: hex(0xFA_F6EF),
    rail: hex(0xF3_ECE1),
    sheet: hex(0xFF_FFFF),
    ink: hex(0x2B_2723),
    on_ink: hex(0xFF_FFFF),
    soft: hex(0x6B_635A),
    line: hex(0xE6_DED2),
    edge: hex(0x8F_8578),
    track: hex(0xEC_E4D8),
    bar: hex(0x23_806A),
    lid: hex(0xD9_CFC0),
    veil: Color32::from_rgba_premultiplied(20, 17, 14, 92),
    shadow: Color32::from_rgba_premultiplied(4, 3, 2, 26),
    tint: hex(0xFF_F0E7),
    fits: [hex(0xFF_CE4A), hex(0x35_A586), hex(0xF0_8457), hex(0x6B_4E7D), hex(0x78_B9F0)],
    fit_texts: [hex(0x2B_2723), hex(0x2B_2723), hex(0x2B_2723), hex(0xFF_FFFF), hex(0x2B_2723)],
    pots: [hex(0xB8_456A), hex(0x4F_5BA8), hex(0x5F_6E80), hex(0x1B_7F8D)],
};

/// The colours by night.
pub const DARK: Tokens = Tokens {
    paper: hex(0x23_201D),
    rail: hex(0x1C_1A17),
    sheet: hex(0x2F_2B27),
    ink: hex(0xF3_ECE1),
    on_ink: hex(0x23_201D),
    soft: hex(0xB5_AB9E),
    line: hex(0x44_3E38),
    edge: hex(0x8A_8075),
    track: hex(0x3B_3631),
    bar: hex(0x4F_BF9F),
    lid: hex(0x5A_524A),
    veil: Color32::from_rgba_premultiplied(0, 0, 0, 150),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 70),
    tint: hex(0x45_3529),
    fits: [hex(0xF0_C04A), hex(0x35_A586), hex(0xE5_794D), hex(0x8A_6A9E), hex(0x6F_AFE6)],
    fit_texts: [hex(0x2B_2723), hex(0x2B_2723), hex(0x2B_2723), hex(0xFF_FFFF), hex(0x2B_2723)],
    pots: [hex(0xD9_698C), hex(0x84_90DC), hex(0x93_A3B6), hex(0x3F_AEBD)],
};

impl Tokens {
    /// The colours of a theme.
    pub const fn of_theme(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The colours that a `Ui` is drawn in.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
    }

    /// The paint of a fit colour.
    pub fn fit(&self, fit: Fit) -> Color32 {
        self.fits.get(fit.index()).copied().unwrap_or(self.track)
    }

    /// Text on a fit colour.
    pub fn on_fit(&self, fit: Fit) -> Color32 {
        self.fit_texts.get(fit.index()).copied().unwrap_or(self.ink)
    }

    /// The paint in a pot.
    pub fn pot(&self, kind: PotKind) -> Color32 {
        let [living, work, taxes, saving] = self.pots;
        match kind {
            PotKind::Living => living,
            PotKind::Work => work,
            PotKind::Taxes => taxes,
            PotKind::Saving => saving,
        }
    }
}

/// Text and icons on the paint of a pot.
pub const fn on_pot(theme: Theme) -> Color32 {
    match theme {
        Theme::Light => hex(0xFF_FFFF),
        Theme::Dark => hex(0x23_201D),
    }
}

/// Distances, in points.
pub mod space {
    /// 4
    pub const XXS: f32 = 4.0;
    /// 8
    pub const XS: f32 = 8.0;
    /// 12
    pub const S: f32 = 12.0;
    /// 16
    pub const M: f32 = 16.0;
    /// 24
    pub const L: f32 = 24.0;
    /// 32
    pub const XL: f32 = 32.0;
    /// 48
    pub const XXL: f32 = 48.0;
}

/// Corner radii, in points.
pub mod radius {
    /// Small things.
    pub const SMALL: u8 = 8;
    /// Swatches.
    pub const SWATCH: u8 = 12;
    /// Buttons and fields.
    pub const BUTTON: u8 = 14;
    /// Sheets and cards.
    pub const SHEET: u8 = 20;
}

/// The longest a movement lasts, in seconds.
pub const MOTION: f32 = 0.16;
