//! The bar at the bottom: what was just done, with "Ongedaan maken", and why something was not done.

use std::path::PathBuf;

use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, Panel, Popup, Rect, Ui, accesskit::Role,
    vec2,
};

use crate::{
    app::deed::Deed,
    ui::{
        action::{Action, SheetKind},
        day_words::capital,
        fonts::Type,
        privacy::Private,
        scene::Scene,
        theme,
        tokens::{Tokens, radius, space},
        widgets::{button::Button, label, spoken},
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
    /// A sentence about what cannot be kept in this file; a copy of it can.
    NotKept(String),
    /// A sentence about somebody who was erased, and is still in the copy of the book in this file.
    StillIn(String, PathBuf),
}

/// A line of the bar, and how long it still stays.
#[derive(Debug)]
struct Line {
    notice: Notice,
    since: Option<f64>,
    until: f64,
}

/// The bar, while there is something to say.
#[derive(Debug, Default)]
pub struct NoticeBar {
    /// What was done or undone.
    step: Option<Line>,
    /// A sentence, which leaves the way to undo where it is.
    sentence: Option<Line>,
    /// How high it was the frame before, with the room around it, in points.
    room: f32,
}

impl NoticeBar {
    /// Says something, instead of what it said before of that kind.
    pub fn say(&mut self, notice: Notice) {
        let is_step = matches!(notice, Notice::Done(_) | Notice::Undone(_));
        let line = Some(Line { notice, since: None, until: 0.0 });
        if is_step {
            // What was said about an earlier step is over.
            (self.step, self.sentence) = (line, None);
        } else {
            self.sentence = line;
        }
    }

    /// Lets go of a step: it can be undone from the corner too.
    pub fn give_way(&mut self) {
        self.step = None;
    }

    /// Says nothing any more.
    pub fn clear(&mut self) {
        (self.step, self.sentence) = (None, None);
    }

    /// Lets go of what stood there long enough, and keeps the room of the rest free at the bottom of the page; that
    /// room, in points.
    pub fn make_room(&mut self, ui: &mut Ui) -> f32 {
        let now = ui.input(due_now);
        for line in [&mut self.step, &mut self.sentence] {
            line.take_if(|line| line.since.is_some() && now >= line.until);
        }
        if self.step.is_none() && self.sentence.is_none() {
            self.room = 0.0;
        }
        // Also without any room: what comes after it is known to egui by its place in the order.
        let bottom = Panel::bottom("notice").exact_size(self.room).resizable(false);
        bottom.show_separator_line(false).frame(Frame::new()).show(ui, |ui| spoken::silent_panel(ui));
        self.room
    }

    /// Draws the bar at the bottom of `page`, over everything but a menu.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>, page: Rect) {
        let mut lines: Vec<&mut Line> = [&mut self.sentence, &mut self.step].into_iter().flatten().collect();
        if lines.is_empty() {
            return;
        }
        let tokens = Tokens::of_theme(ctx.theme());
        // Above the sheets too, so that both pointer and keyboard reach it from there.
        let order = if Popup::is_any_open(ctx) { Order::Middle } else { Order::Tooltip };
        let area = Area::new(Id::unique("notice bar"))
            .order(order)
            .pivot(Align2::CENTER_BOTTOM)
            .fixed_pos(page.center_bottom() - vec2(0.0, space::M))
            .constrain(true)
            .role(Role::Status)
            .accessible_name(scene.say("notice-name"))
            .show(ctx, |ui| {
                // Dark on light and light on dark, so that it stands out on either.
                Frame::new()
                    .fill(tokens.ink)
                    .corner_radius(CornerRadius::same(radius::SHEET))
                    .shadow(theme::shadow(tokens))
                    .inner_margin(Margin::symmetric(18, 12))
                    .show(ui, |ui| {
                        let mut focused = false;
                        for line in &lines {
                            focused |= contents(ui, scene, &line.notice, page.width());
                        }
                        focused
                    })
                    .inner
            });
        spoken::no_handle(ctx, Id::unique("notice bar"));
        let (now, moved) =
            ctx.input(|input| (input.time, input.time - f64::from(input.pointer.time_since_last_movement())));
        for line in &mut lines {
            let since = *line.since.get_or_insert(now);
            // A pointer that lay there already does not point at it.
            let pointed = area.response.contains_pointer() && moved > since;
            if line.until <= 0.0 || area.inner || pointed {
                line.until = now + STAYS;
            }
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(line.until - now));
        }
        let room = area.response.rect.height() + 2.0 * space::M;
        if (room - self.room).abs() > 0.5 {
            self.room = room;
            ctx.request_discard("the bar at the bottom got another height");
        }
    }
}

/// The time of this frame, as a waker that comes one frame early reckons.
fn due_now(input: &egui::InputState) -> f64 {
    input.time + f64::from(input.predicted_dt)
}

/// Draws the words and the button; whether the keyboard is in it.
fn contents(ui: &mut Ui, scene: &mut Scene<'_>, notice: &Notice, page: f32) -> bool {
    let tokens = Tokens::of(ui);
    let (text, action) = match notice {
        Notice::Done(deed) => (capital(&say(scene, deed)), Some(("undo", Action::Undo))),
        Notice::Undone(deed) => {
            let deed = say(scene, deed);
            (scene.with("undone", &[("deed", (&deed).into())]), Some(("redo", Action::Redo)))
        }
        Notice::Said(text) => (text.clone(), None),
        Notice::StillIn(text, copy) => {
            (text.clone(), Some(("erase-open-copy", Action::OpenBook(copy.clone()))))
        }
        Notice::NotKept(text) => (text.clone(), Some(("notice-copy", Action::Open(SheetKind::SaveCopy)))),
    };
    let button_room = if action.is_some() { 190.0 } else { 0.0 };
    let most = (page - 2.0 * space::L - button_room).clamp(120.0, 560.0);
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
    if scene.hides(Private::Deed) {
        return scene.say("notice-hidden");
    }
    deed.say(scene.words(), &scene.book().house.fit_words, scene.today())
}
