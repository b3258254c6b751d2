//! A sheet over the screen: one thing to do, then back to where one was.

mod place;

use egui::{
    Align2, Context, CornerRadius, Frame, Id, Key, Modal, Modifiers, Rect, ScrollArea, Shape, Ui,
    epaint::RectShape, pos2, vec2,
};

use self::place::{Around, BAND, Band, Place, Room, STRIP};
use super::{
    button,
    client_tile::{self, Paint},
    foot, label, scroll, spoken,
};
use crate::ui::{
    fonts::{self, Type},
    icon::Icon,
    theme,
    tokens::{Tokens, radius, space},
};

/// A part of a sheet with a foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is on it, which scrolls where it does not fit.
    Middle,
    /// Its buttons, the main one last.
    Foot,
}

/// How a sheet is framed.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Its own name in egui's memory; what it is about belongs in it.
    pub id: Id,
    /// The head; none when the sheet paints its own.
    pub title: Option<&'a str>,
    /// What the cross in the corner is called.
    pub close: &'a str,
    /// The width it would like, in points.
    pub width: f32,
}

impl Sheet<'_> {
    /// Shows it over everything; whether it wants to be closed (the cross, Esc, a click beside it).
    pub fn show(self, ctx: &Context, contents: impl FnOnce(&mut Ui)) -> bool {
        self.show_holding(ctx, false, contents)
    }

    /// As [`Self::show`]; while it `holds` something that is not in the book yet, a click beside it does nothing.
    pub fn show_holding(self, ctx: &Context, holds: bool, contents: impl FnOnce(&mut Ui)) -> bool {
        let mut contents = Some(contents);
        self.framed(ctx, None, holds, false, |ui, _| {
            if let Some(contents) = contents.take() {
                contents(ui);
            }
        })
    }

    /// As [`Self::show_holding`], with buttons at the foot that stay in sight while the middle scrolls.
    pub fn show_with_foot(self, ctx: &Context, holds: bool, mut contents: impl FnMut(&mut Ui, Part)) -> bool {
        self.framed(ctx, None, holds, true, |ui, part| match part {
            Part::Middle => contents(ui, part),
            Part::Foot => foot::show(ui, self.id.with("foot"), |ui| contents(ui, part)),
        })
    }

    /// As [`Self::show_holding`], called `name` as it has no title, with a band of paint along its left side, or across the top of a narrow window.
    pub fn show_with_band(
        self,
        ctx: &Context,
        paint: &Paint,
        name: &str,
        holds: bool,
        contents: impl FnOnce(&mut Ui),
    ) -> bool {
        let mut contents = Some(contents);
        self.framed(ctx, Some((paint, name)), holds, false, |ui, _| {
            if let Some(contents) = contents.take() {
                contents(ui);
            }
        })
    }

    fn framed(
        self,
        ctx: &Context,
        banded: Option<(&Paint, &str)>,
        holds: bool,
        has_foot: bool,
        mut contents: impl FnMut(&mut Ui, Part),
    ) -> bool {
        let tokens = Tokens::of_theme(ctx.theme());
        let mut screen = ctx.content_rect();
        let kept_free = ctx.data(|data| data.get_temp(kept_free_id())).unwrap_or(0.0);
        screen.max.y -= kept_free;
        let around = Around::of(ctx, self.id);
        let room = Room::of(screen, self.width, banded.is_some(), around);
        let frame = Frame::new()
            .fill(tokens.sheet)
            .corner_radius(CornerRadius::same(radius::SHEET))
            .shadow(theme::shadow(tokens));
        let place = Place::of(ctx, self.id);
        let area = place.area(Modal::default_area(self.id), screen, kept_free).fade_in(false);
        let layer = area.layer();
        let on_top = ctx.memory(egui::Memory::top_modal_layer).is_none_or(|top| top == layer);
        let area = match self.title.or(banded.map(|(_, name)| name)) {
            Some(name) => area.accessible_name(name),
            None => area,
        };
        let mut crossed = false;
        let response =
            Modal::new(self.id).area(area).frame(frame).backdrop_color(tokens.veil).show(ctx, |ui| {
                // What lies under another sheet is not there for who only hears.
                if !on_top {
                    spoken::silent_area(ui);
                }
                // The paint lies behind everything, as high as the sheet turns out to be.
                let behind = [ui.painter().add(Shape::Noop), ui.painter().add(Shape::Noop)];
                if room.band == Band::Above {
                    ui.allocate_space(vec2(room.whole, STRIP));
                }
                let mut body = |ui: &mut Ui| {
                    let (now, clicked) = self.body(ui, room, has_foot, &mut contents);
                    now.keep(ctx, self.id, around);
                    crossed = clicked;
                };
                if room.band == Band::Beside {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 0.0;
                        ui.add_space(BAND);
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.x = space::XS;
                            body(ui);
                        });
                    });
                } else {
                    body(ui);
                }
                if let Some((paint, _)) = banded {
                    let shapes = band_shapes(ui, paint, ui.min_rect(), room.band == Band::Beside);
                    for (place, shape) in behind.into_iter().zip(shapes) {
                        ui.painter().set(place, shape);
                    }
                }
            });
        spoken::no_handle(ctx, self.id);
        place.keep(ctx, self.id, response.response.rect);
        // Esc is taken only by the sheet on top, and a menu that is open takes it first.
        let escaped = response.is_top_modal
            && !response.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let beside = response.backdrop_response.clicked() && !holds;
        crossed || escaped || beside || response.response.should_close()
    }

    /// Draws head, middle and foot; how high the first and the last are, and whether the cross was clicked.
    fn body(
        self,
        ui: &mut Ui,
        room: Room,
        has_foot: bool,
        contents: &mut impl FnMut(&mut Ui, Part),
    ) -> (Around, bool) {
        // The margin lies inside of what scrolls, so that the ring around a field is never cut off.
        let margin = Frame::new().inner_margin(egui::Margin::symmetric(as_margin(room.margin), 8));
        let (mut now, mut crossed) = (Around::default(), false);
        ui.add_space(room.above);
        if let Some(title) = self.title {
            let head = margin.show(ui, |ui| {
                ui.set_width(room.width);
                crossed = header(ui, title, self.close);
            });
            now.head = head.response.rect.height();
        }
        let middle = ScrollArea::vertical()
            .id_salt("sheet")
            .max_height(room.most)
            // An area is as high as it was the frame before; what is in it must be able to outgrow that.
            .min_scrolled_height(room.most);
        scroll::show(ui, middle, |ui| {
            ui.set_min_height(room.least);
            margin.show(ui, |ui| {
                ui.set_width(room.width);
                contents(ui, Part::Middle);
            });
        });
        if has_foot {
            let foot = margin.show(ui, |ui| {
                ui.set_width(room.width);
                contents(ui, Part::Foot);
            });
            now.foot = foot.response.rect.height();
        }
        ui.add_space(room.above);
        (now, crossed)
    }
}

/// The band of paint, and what lies on it.
fn band_shapes(ui: &Ui, paint: &Paint, sheet: Rect, beside: bool) -> [Shape; 2] {
    let round = CornerRadius::same(radius::SHEET);
    let (size, corners) = if beside {
        (vec2(BAND, sheet.height()), CornerRadius { ne: 0, se: 0, ..round })
    } else {
        (vec2(sheet.width(), STRIP), CornerRadius { sw: 0, se: 0, ..round })
    };
    let rect = Rect::from_min_size(sheet.min, size);
    [RectShape::filled(rect, corners, paint.fill).into(), paint_on_band(ui, paint, rect, beside)]
}

/// The icon of the paint and its word, on its band.
fn paint_on_band(ui: &Ui, paint: &Paint, band: Rect, side: bool) -> Shape {
    let icon = ui.painter().layout_no_wrap(
        paint.icon.letter().to_string(),
        fonts::icons(if side { 46.0 } else { 28.0 }),
        paint.on,
    );
    let room = if side { band.width() - 12.0 } else { band.width() - 90.0 };
    let word = client_tile::elided_galley(ui, room, Type::Strong, &paint.word, paint.on);
    let (icon_at, word_at) = if side {
        (
            Align2::CENTER_CENTER.anchor_size(pos2(band.center().x, band.top() + 48.0), icon.size()),
            Align2::CENTER_CENTER.anchor_size(pos2(band.center().x, band.top() + 88.0), word.size()),
        )
    } else {
        let left = band.left() + space::L;
        (
            Align2::LEFT_CENTER.anchor_size(pos2(left, band.center().y), icon.size()),
            Align2::LEFT_CENTER.anchor_size(pos2(left + 40.0, band.center().y), word.size()),
        )
    };
    Shape::Vec(vec![Shape::galley(icon_at.min, icon, paint.on), Shape::galley(word_at.min, word, paint.on)])
}

/// Keeps so many points at the bottom of the window free of sheets, for what lies over them there.
pub fn keep_free_below(ctx: &Context, points: f32) {
    ctx.data_mut(|data| data.insert_temp(kept_free_id(), points));
}

fn kept_free_id() -> Id {
    Id::unique("kept free below sheets")
}

/// The head of a sheet with the cross at the right; whether the cross was clicked.
pub fn header(ui: &mut Ui, title: &str, close: &str) -> bool {
    let mut crossed = false;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.scope(|ui| {
            ui.set_width((width - 44.0).max(40.0));
            label::ink(ui, Type::Title, title);
        });
        crossed = button::icon_button(ui, Icon::Close, close).clicked();
    });
    crossed
}

#[expect(clippy::cast_possible_truncation, reason = "margins are small whole numbers")]
const fn as_margin(points: f32) -> i8 {
    points as i8
}
