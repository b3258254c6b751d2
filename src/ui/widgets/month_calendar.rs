//! A small month of our own, to choose a day in.

use chrono::Datelike;
use egui::{
    Align2, CornerRadius, CursorIcon, Id, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2,
};

use super::{
    button::{icon_button, icon_button_enabled},
    focus_ring, label, scroll,
};
use crate::{
    app::{date_words, words::Words},
    domain::{Day, month::Month, work_week::WorkWeek},
    ui::{
        fonts::Type,
        icon::Icon,
        tokens::{Tokens, radius},
    },
};

const TILE: f32 = 38.0;

/// A month in which a day can be chosen.
#[derive(Clone, Copy, Debug)]
pub struct MonthCalendar<'a> {
    /// Its place in memory, where it keeps which month it shows.
    pub id: Id,
    /// The day that is chosen, if any.
    pub chosen: Option<Day>,
    /// Today, which is marked.
    pub today: Day,
    /// The last day that can be chosen; none: any.
    pub latest: Option<Day>,
    /// The sentences.
    pub words: &'a Words,
}

impl MonthCalendar<'_> {
    /// Shows it; the day that was clicked.
    pub fn show(self, ui: &mut Ui) -> Option<Day> {
        scroll::opened(ui, self.id, |ui| self.month(ui))
    }

    fn month(self, ui: &mut Ui) -> Option<Day> {
        let language = self.words.language();
        let start = self.chosen.unwrap_or(self.today);
        let mut month: Month = ui.data(|data| data.get_temp(self.id)).unwrap_or_else(|| Month::of(start));
        let mut clicked = None;
        ui.vertical(|ui| {
            ui.horizontal(|ui| {
                if icon_button(ui, Icon::CaretLeft, &self.words.say("month-earlier")).clicked() {
                    month = month.previous();
                }
                let later = self.latest.is_none_or(|latest| month.next().first() <= latest);
                let name = date_words::month(month, self.today, language);
                ui.add_sized(
                    vec2(150.0, 36.0),
                    egui::Label::new(Type::Strong.text(name).color(Tokens::of(ui).ink)),
                );
                if icon_button_enabled(ui, Icon::CaretRight, &self.words.say("month-later"), later).clicked()
                {
                    month = month.next();
                }
            });
            egui::Grid::new(self.id.with("days")).spacing(vec2(4.0, 4.0)).show(ui, |ui| {
                for weekday in WorkWeek::DAYS {
                    ui.vertical_centered(|ui| {
                        ui.set_width(TILE);
                        label::soft(ui, Type::Small, date_words::weekday_short(weekday, language));
                    });
                }
                ui.end_row();
                for _ in 0..month.first().weekday().num_days_from_monday() {
                    ui.label("");
                }
                for day in month.days() {
                    if self.day(ui, day) {
                        clicked = Some(day);
                    }
                    if day.weekday() == chrono::Weekday::Sun {
                        ui.end_row();
                    }
                }
            });
        });
        ui.data_mut(|data| data.insert_temp(self.id, month));
        clicked
    }

    fn day(self, ui: &mut Ui, day: Day) -> bool {
        let tokens = Tokens::of(ui);
        let enabled = self.latest.is_none_or(|latest| day <= latest);
        let chosen = self.chosen == Some(day);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(TILE, TILE), sense);
        let name = date_words::long(day, self.today, self.words.language());
        response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, chosen, &name));
        let (fill, text) = match (enabled, chosen) {
            (false, _) => (tokens.sheet, tokens.edge),
            (true, true) => (tokens.ink, tokens.on_ink),
            (true, false) if response.hovered() => (tokens.track, tokens.ink),
            (true, false) => (tokens.rail, tokens.ink),
        };
        let round = CornerRadius::same(radius::SMALL);
        ui.painter().rect_filled(rect, round, fill);
        if day == self.today {
            ui.painter().rect_stroke(rect, round, Stroke::new(1.5, tokens.ink), StrokeKind::Inside);
        }
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, day.day(), Type::Small.font(), text);
        focus_ring::paint(ui, &response, rect, radius::SMALL);
        if enabled { response.on_hover_cursor(CursorIcon::PointingHand).clicked() } else { false }
    }
}
