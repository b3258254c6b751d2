//! A paint pot.

use egui::{
    Align2, Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo,
    accesskit::Role, emath::GuiRounding as _, pos2, vec2,
};

use super::button::paint_icon;
use crate::ui::{
    fonts::Type,
    icon::Icon,
    tokens::{MOTION, Tokens},
};

/// What is painted.
#[derive(Clone, Debug)]
pub struct Pot<'a> {
    /// The paint.
    pub paint: Color32,
    /// What lies on the paint.
    pub on_paint: Color32,
    /// Its icon.
    pub icon: Icon,
    /// How full, 0 to 1.
    pub filled: f32,
    /// Its name.
    pub name: &'a str,
    /// What is in it.
    pub held: &'a str,
    /// Of how much.
    pub of: &'a str,
    /// What a screen reader says.
    pub sentence: &'a str,
}

/// The height of a pot of `width` with its words.
pub const HEIGHT: f32 = 178.0;

impl Pot<'_> {
    /// Shows it, `width` points wide.
    pub fn show(&self, ui: &mut Ui, width: f32) -> Response {
        let tokens = Tokens::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.sentence));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let time = ui.style().animation_time.min(MOTION);
        let filled = ui.ctx().animate_value_with_time(response.id, self.filled.clamp(0.0, 1.0), time);
        let body_width = (width - 12.0).min(68.0);
        let top = rect.top() + 16.0;
        let body = Rect::from_min_size(pos2(rect.center().x - body_width / 2.0, top), vec2(body_width, 96.0));
        // On whole pixels, as the wall is painted: the wave of the paint keeps within it.
        let body = body.round_to_pixels(ui.pixels_per_point());
        let painter = ui.painter();
        let round = CornerRadius { nw: 0, ne: 0, sw: 12, se: 12 };
        // The wall goes on under the lid, so that nothing shows between them at any size of text.
        painter.rect_filled(body.with_min_y(body.top() - 2.0), round, tokens.track);
        if filled > 0.0 {
            paint_in(painter, body, filled, self.paint);
        }
        if self.filled > filled + 0.001 {
            // More is being poured in.
            let level = body.bottom() - body.height() * filled;
            let stream =
                Rect::from_x_y_ranges(body.center().x - 4.0..=body.center().x + 4.0, body.top()..=level);
            painter.rect_filled(stream, CornerRadius::same(4), self.paint);
        }
        let lid =
            Rect::from_center_size(pos2(body.center().x, rect.top() + 8.0), vec2(body_width + 10.0, 15.0));
        painter.rect_filled(lid, CornerRadius::same(7), tokens.lid);
        // The icon lies wholly on paint or wholly on the empty wall, so that it is seen on either.
        let (below, above) = (body.center() + vec2(0.0, 12.0), body.center() - vec2(0.0, 22.0));
        let (icon_at, icon_color) = match filled {
            filled if filled < 0.1 => (below, tokens.ink),
            filled if filled < 0.62 => (above, tokens.ink),
            _ => (below, self.on_paint),
        };
        paint_icon(ui, self.icon, icon_at, 28.0, icon_color);
        let text = |y: f32, kind: Type, text: &str, color: Color32| {
            fitted_text(ui, pos2(rect.center().x, y), width, kind, text, color);
        };
        text(body.bottom() + 8.0, Type::Strong, self.name, tokens.ink);
        text(body.bottom() + 29.0, Type::Small, self.held, tokens.soft);
        text(body.bottom() + 46.0, Type::Small, self.of, tokens.soft);
        response
    }
}

/// Text centred under a point, smaller when it would be wider than `width`.
fn fitted_text(ui: &Ui, top: Pos2, width: f32, kind: Type, text: &str, color: Color32) {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), kind.font(), color);
    let galley = if galley.size().x > width {
        let size = (kind.size() * width / galley.size().x).max(8.0);
        ui.painter().layout_no_wrap(text.to_owned(), kind.font_of_size(size), color)
    } else {
        galley
    };
    let place = Align2::CENTER_TOP.anchor_size(top, galley.size());
    ui.painter().galley(place.min, galley, color);
}

/// The paint in the pot, with a small wave on top.
fn paint_in(painter: &Painter, body: Rect, filled: f32, paint: Color32) {
    const STEPS: u8 = 32;
    let level = body.bottom() - body.height() * filled;
    // A full pot is flat at the rim; a nearly empty one has no room for a wave.
    let wave = 5.0 * (filled * (1.0 - filled) * 5.0).clamp(0.0, 1.0);
    let round = CornerRadius { nw: 0, ne: 0, sw: 12, se: 12 };
    let under = Rect::from_min_max(pos2(body.left(), (level + wave).min(body.bottom())), body.max);
    painter.rect_filled(under, round, paint);
    if wave <= 0.0 || under.height() < 12.0 {
        return;
    }
    let crest: Vec<Pos2> = (0..=STEPS)
        .map(|step| {
            let along = f32::from(step) / f32::from(STEPS);
            let height = (along * std::f32::consts::TAU + 0.6).sin() * wave;
            pos2(body.left() + body.width() * along, level - height)
        })
        .collect();
    // A wave is not convex, so it is laid in upright strips, with a thin line to smooth its edge.
    let mut mesh = Mesh::default();
    for (index, point) in (0_u32..).zip(&crest) {
        mesh.colored_vertex(*point, paint);
        mesh.colored_vertex(pos2(point.x, under.top() + 1.0), paint);
        if index > 0 {
            let at = 2 * (index - 1);
            mesh.add_triangle(at, at + 1, at + 2);
            mesh.add_triangle(at + 1, at + 2, at + 3);
        }
    }
    painter.add(Shape::mesh(mesh));
    painter.line(crest, Stroke::new(1.0, paint));
}
