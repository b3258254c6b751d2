//! The colours: every text can be read, every border seen, and the five fit colours told apart by everyone.
#![allow(clippy::many_single_char_names, reason = "colour spaces have letters for names")]

use egui::{Color32, Theme};
use kleurboek::{
    domain::{fit::Fit, pots::PotKind},
    ui::tokens::{Tokens, on_pot},
};

/// Text, by WCAG 2.2 level AA.
const TEXT: f64 = 4.5;
/// What has to be seen to use or understand something, by WCAG 2.2 level AA.
const SHAPE: f64 = 3.0;

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

/// Two colours that meet, with their names.
struct Pair {
    name: String,
    front: Color32,
    behind: Color32,
}

fn pair(theme: Theme, name: &str, front: Color32, behind: Color32) -> Pair {
    assert!(front.is_opaque() && behind.is_opaque(), "{name}: contrast is of what lies on the screen");
    Pair { name: format!("{theme:?}: {name}"), front, behind }
}

/// Red, green and blue as amounts of light, from 0 to 1.
fn linear(color: Color32) -> [f64; 3] {
    let [red, green, blue, _] = color.to_array();
    [red, green, blue].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// Relative luminance, as WCAG defines it.
fn luminance(color: Color32) -> f64 {
    let [red, green, blue] = linear(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// From 1 (the same) to 21 (black on white).
fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Fails with every pair that is below `least`, and the lowest there is.
fn at_least(least: f64, pairs: &[Pair]) {
    let mut measured: Vec<(f64, &str)> =
        pairs.iter().map(|pair| (contrast(pair.front, pair.behind), pair.name.as_str())).collect();
    measured.sort_by(|a, b| a.0.total_cmp(&b.0));
    let low: Vec<String> = measured
        .iter()
        .filter(|(contrast, _)| *contrast < least)
        .map(|(contrast, name)| format!("{contrast:.2}:1 {name}"))
        .collect();
    assert!(low.is_empty(), "below {least}:1, the lowest first:\n{}\n", low.join("\n"));
}

#[test]
fn contrast_is_measured_as_wcag_does() {
    let near = |one: f64, other: f64| (one - other).abs() < 0.005;
    assert!(near(contrast(Color32::BLACK, Color32::WHITE), 21.0));
    assert!(near(contrast(Color32::WHITE, Color32::WHITE), 1.0));
    // #777777 on white, known as just too light for text.
    let gray = contrast(Color32::from_gray(0x77), Color32::WHITE);
    assert!(near(gray, 4.48), "{gray}");
}

#[test]
fn every_text_can_be_read() {
    let mut pairs = Vec::new();
    for theme in THEMES {
        let tokens = Tokens::of_theme(theme);
        let surfaces = [
            ("paper", tokens.paper),
            ("rail", tokens.rail),
            ("sheet", tokens.sheet),
            ("tint", tokens.tint),
            ("track", tokens.track),
        ];
        for (name, surface) in surfaces {
            pairs.push(pair(theme, &format!("ink on {name}"), tokens.ink, surface));
            // On a track stands a disabled button at most, in words that cannot be clicked yet.
            if name != "track" {
                pairs.push(pair(theme, &format!("soft on {name}"), tokens.soft, surface));
            }
        }
        pairs.push(pair(theme, "on_ink on ink", tokens.on_ink, tokens.ink));
        for fit in Fit::ALL {
            pairs.push(pair(theme, &format!("on_fit on {fit:?}"), tokens.on_fit(fit), tokens.fit(fit)));
        }
        for kind in PotKind::ALL {
            pairs.push(pair(theme, &format!("on_pot on {kind:?}"), on_pot(theme), tokens.pot(kind)));
        }
    }
    at_least(TEXT, &pairs);
}

#[test]
fn every_border_bar_and_pot_can_be_seen() {
    let mut pairs = Vec::new();
    for theme in THEMES {
        let tokens = Tokens::of_theme(theme);
        let surfaces = [("paper", tokens.paper), ("sheet", tokens.sheet), ("rail", tokens.rail)];
        for (name, surface) in surfaces {
            pairs.push(pair(theme, &format!("edge on {name}"), tokens.edge, surface));
        }
        pairs.push(pair(theme, "bar on track", tokens.bar, tokens.track));
        for kind in PotKind::ALL {
            let paint = tokens.pot(kind);
            pairs.push(pair(theme, &format!("{kind:?} on sheet"), paint, tokens.sheet));
            // The empty part of a pot is its wall.
            pairs.push(pair(theme, &format!("{kind:?} on track"), paint, tokens.track));
        }
    }
    at_least(SHAPE, &pairs);
}

/// A way of not seeing a colour at all.
struct Blindness {
    name: &'static str,
    /// Machado, Oliveira and Fernandes 2009, severity 1.0, for linear red, green and blue.
    matrix: [[f64; 3]; 3],
    /// The least that two colours may differ, by the design.
    least: f64,
}

const BLINDNESS: [Blindness; 3] = [
    Blindness {
        name: "protanopia",
        matrix: [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        least: 23.0,
    },
    Blindness {
        name: "deuteranopia",
        matrix: [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        least: 22.0,
    },
    Blindness {
        name: "tritanopia",
        matrix: [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
        least: 13.0,
    },
];

impl Blindness {
    /// What is seen, as linear light. Not cut off at the edge of what a screen shows, as the design measured it.
    fn seen(&self, color: Color32) -> [f64; 3] {
        let [red, green, blue] = linear(color);
        self.matrix.map(|[r, g, b]| r * red + g * green + b * blue)
    }
}

/// CIE Lab under D65.
fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let curve = |t: f64| {
        let knee: f64 = 6.0 / 29.0;
        if t > knee.powi(3) { t.cbrt() } else { t / (3.0 * knee * knee) + 4.0 / 29.0 }
    };
    let x = curve((0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47);
    let y = curve(0.212_672_9 * red + 0.715_152_2 * green + 0.072_175_0 * blue);
    let z = curve((0.019_333_9 * red + 0.119_192_0 * green + 0.950_304_1 * blue) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The difference between two colours: CIE76.
fn difference([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    ((l1 - l2).powi(2) + (a1 - a2).powi(2) + (b1 - b2).powi(2)).sqrt()
}

#[test]
fn differences_are_measured_as_cie_does() {
    let white = lab(linear(Color32::WHITE));
    assert!(difference(white, [100.0, 0.0, 0.0]) < 0.05, "{white:?}");
    let red = lab(linear(Color32::RED));
    assert!(difference(red, [53.24, 80.09, 67.20]) < 0.05, "{red:?}");
    // Grey has no colour to miss.
    for blindness in BLINDNESS {
        let gray = Color32::from_gray(0x77);
        let change = difference(lab(blindness.seen(gray)), lab(linear(gray)));
        assert!(change < 0.05, "{}: {change}", blindness.name);
    }
}

#[test]
fn the_five_fit_colours_stay_apart_for_everyone() {
    let mut close = Vec::new();
    for theme in THEMES {
        let tokens = Tokens::of_theme(theme);
        for blindness in &BLINDNESS {
            let seen = Fit::ALL.map(|fit| (fit, lab(blindness.seen(tokens.fit(fit)))));
            for (at, (fit, one)) in seen.iter().enumerate() {
                for (other_fit, other) in seen.iter().skip(at + 1) {
                    let apart = difference(*one, *other);
                    if apart < blindness.least {
                        let (name, least) = (blindness.name, blindness.least);
                        close.push(format!(
                            "{theme:?}, {name}: {fit:?} and {other_fit:?} {apart:.2}, not {least}"
                        ));
                    }
                }
            }
        }
    }
    assert!(close.is_empty(), "\n{}\n", close.join("\n"));
}
