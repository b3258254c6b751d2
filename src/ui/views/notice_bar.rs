//! The bar at the bottom: what was just done, with "Ongedaan maken", or why something was not done.

use egui::{Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, vec2};

use crate::{
    app::deed::Deed,
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        theme,
        tokens::{Tokens, radius, space},
        widgets::{button::Button, label},
    },
};

/// How long it stays, in seconds of the window's own time.
const STAYS: f64 = 20.0;

/// What the bar says.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Something was done that can be undone.
    Done(Deed),
    /// Something was undone that can be done again.
    Undone(Deed),
    /// A sentence.
    Said(String),
}

/// The bar, while there is something to say.
#[derive(Debug, Default)]
pub struct NoticeBar {
    notice: Option<Notice>,
    until: Option<f64>,
}

impl NoticeBar {
    /// Says something, instead of what it said before.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.until = None;
    }

    /// Says nothing any more.
    pub fn clear(&mut self) {
        self.notice = None;
    }

    /// Draws the bar over everything else.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) {
        let Some(notice) = self.notice.clone() else { return };
        let now = ctx.input(|input| input.time);
        let until = *self.until.get_or_insert(now + STAYS);
        let tokens = Tokens::of_theme(ctx.theme());
        let screen = ctx.content_rect();
        // Above the sheets too, so that both pointer and keyboard reach it from there.
        let area = Area::new(Id::unique("notice bar"))
            .order(Order::Tooltip)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -space::M))
            .constrain(true)
            .show(ctx, |ui| {
                // Dark on light and light on dark, so that it stands out on either.
                Frame::new()
                    .fill(tokens.ink)
                    .corner_radius(CornerRadius::same(radius::SHEET))
                    .shadow(theme::shadow(tokens))
                    .inner_margin(Margin::symmetric(18, 12))
                    .show(ui, |ui| contents(ui, scene, &notice, screen.width()))
                    .inner
            });
        let focused = area.inner || area.response.contains_pointer();
        if focused {
            self.until = None;
        } else if now >= until {
            self.notice = None;
        } else {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(until - now));
        }
    }
}

/// Draws the words and the button; whether the keyboard is in it.
fn contents(ui: &mut egui::Ui, scene: &mut Scene<'_>, notice: &Notice, screen: f32) -> bool {
    let tokens = Tokens::of(ui);
    let (text, action) = match notice {
        Notice::Done(deed) => (say(scene, deed), Some(("undo", Action::Undo))),
        Notice::Undone(deed) => {
            let deed = say(scene, deed);
            (scene.with("undone", &[("deed", (&deed).into())]), Some(("redo", Action::Redo)))
        }
        Notice::Said(text) => (text.clone(), None),
    };
    let button_room = if action.is_some() { 190.0 } else { 0.0 };
    let most = (screen - 2.0 * space::L - button_room).clamp(120.0, 560.0);
    let mut focused = false;
    ui.horizontal_wrapped(|ui| {
        ui.set_max_width(most + button_room);
        ui.spacing_mut().item_spacing.x = space::M;
        ui.scope(|ui| {
            ui.set_max_width(most);
            label::coloured(ui, Type::Body, text, tokens.on_ink);
        });
        if let Some((key, action)) = action {
            let response = Button::quiet(&scene.say(key)).small().show(ui);
            focused = response.has_focus();
            if response.clicked() {
                scene.push(action);
            }
        }
    });
    focused
}

fn say(scene: &Scene<'_>, deed: &Deed) -> String {
    if scene.hidden {
        return scene.say("notice-hidden");
    }
    deed.say(scene.words(), &scene.book().house.fit_words, scene.today())
}
