//! A number that can be typed, with a button below and above it.

use egui::{Id, Ui};

use crate::{
    app::history::Visit,
    ui::{
        fonts::Type,
        scene::Scene,
        widgets::{button::Button, field::Field, label},
    },
};

/// How a number looks and is called.
#[derive(Clone, Copy, Debug)]
pub struct Stepper<'a> {
    /// What a screen reader calls it.
    pub name: &'a str,
    /// The number now, as it is written.
    pub now: &'a str,
    /// What stands behind it.
    pub unit: &'a str,
    /// What is said under it when something else than such a number is typed.
    pub refused: &'a str,
}

/// What was done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The button below.
    Less,
    /// The button above.
    More,
    /// A number that can be was typed.
    Typed(u16, Visit),
}

impl Stepper<'_> {
    /// Shows it; `read` reads what is typed, none when that cannot be. Both buttons stay in use at the ends, so that the
    /// keyboard is never lost there.
    pub fn show(
        self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        id: Id,
        read: impl Fn(&str) -> Option<u16>,
    ) -> Option<Step> {
        let mut step = None;
        let mut is_refused = false;
        let said = |key: &str| scene.with(key, &[("name", self.name.into())]);
        ui.horizontal(|ui| {
            if Button::quiet("\u{2212}").named(&said("stepper-less")).show(ui).clicked() {
                step = Some(Step::Less);
            }
            let (typed, refused) = Field::line(self.name).width(56.0).show_read(ui, id, self.now, &read);
            is_refused = refused;
            if let Some((number, visit)) = typed {
                step = Some(Step::Typed(number, visit));
            }
            if Button::quiet("+").named(&said("stepper-more")).show(ui).clicked() {
                step = Some(Step::More);
            }
            label::soft(ui, Type::Body, self.unit);
        });
        if is_refused {
            label::ink(ui, Type::Small, self.refused);
        }
        step
    }
}

/// The next lower multiple of `step`, or nothing below the first.
pub const fn below(now: u16, step: u16) -> u16 {
    now.saturating_sub(1) / step * step
}

/// The next higher multiple of `step`.
pub const fn above(now: u16, step: u16) -> u16 {
    (now / step).saturating_add(1).saturating_mul(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_to_round_numbers() {
        assert_eq!([below(30, 5), below(14, 5), below(0, 5)], [25, 10, 0]);
        assert_eq!([above(30, 5), above(14, 5), above(0, 5)], [35, 15, 5]);
        assert_eq!([below(3333, 500), above(3333, 500)], [3000, 3500]);
    }
}
