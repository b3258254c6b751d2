//! "Eerdere versies": the versions that were kept on this machine, by day, the newest first.

use chrono::Days;
use egui::{Context, Id, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::{
    app::{
        problem_words,
        versions::{EarlierVersions, Listed, Picture, Progress},
    },
    domain::Day,
    storage::backups::Backups,
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            client_tile::elided,
            label,
            list_row::{ListRow, only_near, right},
            sheet::Sheet,
        },
    },
};

/// From this width on a line of the list is one line, in points.
const WIDE: f32 = 520.0;
/// The room for the time.
const TIME: f32 = 72.0;
/// The room for what is special about a version.
const NOTE: f32 = 210.0;

/// How high the list likes to be.
const HEIGHT: f32 = 620.0;
/// What lies above and below it in the window.
const AROUND: f32 = 200.0;

/// The list.
#[derive(Debug)]
pub struct VersionsSheet {
    versions: EarlierVersions,
}

/// One piece of the list.
enum Piece<'a> {
    Day(Day),
    Line(&'a Listed),
}

impl VersionsSheet {
    /// Starts to find them; the window is drawn whenever there is one more.
    pub fn new(ctx: &Context, scene: &Scene<'_>, backups: Backups) -> Self {
        let waker = ctx.clone();
        let wake = move || waker.request_repaint();
        Self { versions: EarlierVersions::of(scene.book().clone(), backups, wake) }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        if let Some((version, book)) = self.versions.receive() {
            scene.push(Action::LookBack(book, version.at));
        }
        let (title, close) = (scene.say("versions-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("versions"), title: Some(&title), close: &close, width: 760.0 };
        sheet.show(ctx, |ui| self.contents(ui, scene))
    }

    fn contents(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let none = self.versions.list().is_empty();
        if !none || *self.versions.progress() == Progress::Searching {
            // As high as most lists from the start, so that it does not sink while the list fills.
            let room = ui.content_rect().height() - AROUND;
            ui.set_min_height(room.clamp(0.0, HEIGHT));
        }
        if !none {
            let opening = self.versions.is_opening();
            label::soft(
                ui,
                Type::Body,
                scene.say(if opening { "versions-opening" } else { "versions-help" }),
            );
        }
        if let Some(clicked) = list(ui, scene, self.versions.list()) {
            self.versions.open(clicked.version);
        }
        let state = match self.versions.progress() {
            Progress::Searching => Some(scene.say("versions-searching")),
            Progress::Failed(problem) => {
                let why = problem_words::sentence(problem, scene.words());
                Some(scene.with("versions-failed", &[("why", (&why).into())]))
            }
            Progress::Complete if none => Some(scene.say("versions-none")),
            Progress::Complete => None,
        };
        if let Some(state) = state {
            ui.add_space(space::S);
            label::soft(ui, Type::Body, state);
        }
        ui.add_space(space::S);
    }
}

/// Draws the list; the version that was clicked.
fn list(ui: &mut Ui, scene: &Scene<'_>, versions: &[Listed]) -> Option<Listed> {
    let wide = ui.available_width() >= WIDE;
    let mut pieces = Vec::new();
    let mut day = None;
    for listed in versions {
        let its = listed.version.at.date();
        if day.replace(its) != Some(its) {
            pieces.push(Piece::Day(its));
        }
        pieces.push(Piece::Line(listed));
    }
    let height = |piece: &Piece<'_>| match (piece, wide) {
        (Piece::Day(_), _) => 44.0,
        (Piece::Line(_), true) => 45.0,
        (Piece::Line(_), false) => 64.0,
    };
    let mut clicked = None;
    only_near(ui, &pieces, height, |ui, piece| match piece {
        Piece::Day(day) => day_head(ui, &day_words(scene, *day), height(piece)),
        Piece::Line(listed) => {
            if line(ui, scene, listed, height(piece), wide) {
                clicked = Some(Listed::clone(listed));
            }
        }
    });
    clicked
}

/// "vandaag", "gisteren" or "zaterdag 21 november".
fn day_words(scene: &Scene<'_>, day: Day) -> String {
    let today = scene.today();
    if day == today {
        scene.say("versions-today")
    } else if today.checked_sub_days(Days::new(1)) == Some(day) {
        scene.say("versions-yesterday")
    } else {
        scene.day_long(day)
    }
}

fn day_head(ui: &mut Ui, words: &str, height: f32) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let place = pos2(rect.left() + 14.0, rect.bottom() - 13.0);
    elided(ui, place, rect.width() - 28.0, Type::SmallStrong, words, tokens.soft);
}

/// One version; whether it was clicked. One that cannot be read is no button.
fn line(ui: &mut Ui, scene: &Scene<'_>, listed: &Listed, height: f32, wide: bool) -> bool {
    let tokens = Tokens::of(ui);
    let time = listed.version.at.format("%H:%M").to_string();
    let note = match listed.picture {
        _ if listed.version.is_beside => Some(scene.say("versions-beside")),
        Some(picture) if picture.is_now => Some(scene.say("versions-now")),
        _ if listed.version.is_edited => Some(scene.say("versions-edited")),
        _ => None,
    };
    let said = match listed.picture {
        Some(picture) => picture_words(scene, picture),
        None => scene.say("versions-unreadable"),
    };
    let spoken = [Some(&time), Some(&said), note.as_ref()];
    let sentence = spoken.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ");
    let color = if listed.picture.is_some() { tokens.ink } else { tokens.soft };
    let paint = |ui: &Ui, rect: Rect| {
        let (left, end) = (rect.left() + 14.0, rect.right() - 14.0);
        let y = if wide { rect.center().y } else { rect.top() + 21.0 };
        let room = if note.is_some() { NOTE.min(end - left - TIME) } else { 0.0 };
        elided(ui, pos2(left, y), TIME - space::XS, Type::Strong, &time, color);
        if let Some(note) = &note {
            right(ui, pos2(end, y), room, Type::Small, note, tokens.soft);
        }
        let (place, room) = if wide {
            (pos2(left + TIME, y), end - left - TIME - room)
        } else {
            (pos2(left, y + 23.0), end - left)
        };
        elided(ui, place, room, Type::Body, &said, color);
    };
    if listed.picture.is_some() {
        let id = Id::unique(("version", &listed.version.path));
        ListRow { id, height, tinted: false, sentence: &sentence }.show(ui, paint).clicked()
    } else {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &sentence));
        paint(ui, rect);
        false
    }
}

/// "14 klanten, € 2.246 in november"
fn picture_words(scene: &Scene<'_>, picture: Picture) -> String {
    let clients = scene.with("versions-clients", &[("count", picture.clients.into())]);
    let (amount, month) = (scene.amount(picture.income), scene.month(picture.month));
    scene.with(
        "versions-picture",
        &[("clients", (&clients).into()), ("amount", (&amount).into()), ("month", (&month).into())],
    )
}
