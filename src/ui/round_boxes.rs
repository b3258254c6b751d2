//! Boxes with round corners, made of few triangles that cover few pixels twice: without a graphics card a picture full
//! of egui's own takes a third longer.
//!
//! egui cuts such a box into a fan of slivers as long as the box, and softens all of its sides. A side that lies on the
//! edge of a pixel needs no softening, only the corners do.

use egui::{
    Color32, Context, FullOutput, Mesh, Plugin, Pos2, Rect, Shape, StrokeKind, Vec2, emath::GuiRounding as _,
    epaint::RectShape, pos2,
};

/// How much rounder egui draws a corner than it is told, in points.
const ROUNDER: f32 = 0.4;
/// The least size, in pixels: thinner boxes are lines.
const LEAST: f32 = 4.0;

/// Redraws the boxes of every picture.
#[derive(Debug)]
pub struct RoundBoxes;

impl Plugin for RoundBoxes {
    fn debug_name(&self) -> &'static str {
        "round boxes"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        let pixel = output.pixels_per_point.recip();
        for clipped in &mut output.shapes {
            redraw(&mut clipped.shape, clipped.clip_rect, pixel);
        }
    }
}

/// Redraws the boxes in `shape` that are seen, with pixels of `pixel` points.
fn redraw(shape: &mut Shape, seen: Rect, pixel: f32) {
    match shape {
        Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| redraw(shape, seen, pixel)),
        Shape::Rect(told) if told.visual_bounding_rect().intersects(seen) => {
            if let Some(mesh) = mesh_of(told, pixel) {
                *shape = Shape::mesh(mesh);
            }
        }
        _ => {}
    }
}

/// A box with its border; none when it is not as simple as that.
fn mesh_of(told: &RectShape, pixel: f32) -> Option<Mesh> {
    let corners =
        [told.corner_radius.nw, told.corner_radius.ne, told.corner_radius.se, told.corner_radius.sw];
    let radius = corners.into_iter().max().filter(|radius| *radius > 0)?;
    let is_simple = told.blur_width == 0.0
        && told.brush.is_none()
        && told.angle == 0.0
        && told.round_to_pixels != Some(false)
        && told.rect.is_finite()
        && corners.iter().all(|corner| *corner == 0 || *corner == radius);
    let rect = told.rect.round_to_pixels(pixel.recip());
    let (fill, edge) = (told.fill, told.stroke.color);
    // The middle is painted over the border, which must not shine through.
    let may_nest = told.stroke.is_empty()
        || told.stroke_kind == StrokeKind::Inside && fill.is_opaque() && edge.is_opaque();
    let has_border = !told.stroke.is_empty() && edge != fill;
    let border = if has_border { (told.stroke.width / pixel).round().max(1.0) * pixel } else { 0.0 };
    if !is_simple || !may_nest || rect.size().min_elem() < LEAST * pixel + 2.0 * border {
        return None;
    }
    let round = corners.map(|corner| corner > 0);
    let radius = f32::from(radius) + ROUNDER;
    let mut mesh = Mesh::default();
    if border > 0.0 {
        add_box(&mut mesh, rect, radius, round, edge, pixel);
    }
    add_box(&mut mesh, rect.shrink(border), radius - border, round, fill, pixel);
    Some(mesh)
}

/// Adds a box of one colour, whose corners are `round`, clockwise from the left upper one.
fn add_box(mesh: &mut Mesh, rect: Rect, radius: f32, round: [bool; 4], color: Color32, pixel: f32) {
    let radius = radius.clamp(pixel, rect.size().min_elem() / 2.0);
    let [nw, ne, se, sw] = round.map(|is_round| if is_round { radius } else { 0.0 });
    let (top, bottom) = (rect.top() + nw.max(ne), rect.bottom() - sw.max(se));
    let band = |left: f32, right: f32, top: f32, bottom: f32| {
        Rect::from_min_max(pos2(rect.left() + left, top), pos2(rect.right() - right, bottom))
    };
    for band in
        [band(nw, ne, rect.top(), top), band(0.0, 0.0, top, bottom), band(sw, se, bottom, rect.bottom())]
    {
        if band.is_positive() {
            mesh.add_colored_rect(band, color);
        }
    }
    let middles = rect.shrink(radius);
    let middles = [middles.left_top(), middles.right_top(), middles.right_bottom(), middles.left_bottom()];
    for ((middle, is_round), quarter) in middles.into_iter().zip(round).zip(2_u8..) {
        if is_round {
            add_corner(mesh, middle, radius, quarter, color, pixel);
        }
    }
}

/// Adds a quarter of a disc around `middle`, the `quarter`th clockwise from the right lower one, with a soft edge of a
/// pixel.
fn add_corner(mesh: &mut Mesh, middle: Pos2, radius: f32, quarter: u8, color: Color32, pixel: f32) {
    // So many that no piece is more than a tenth of a pixel from the arc.
    let pieces = (1_u8..16).find(|pieces| f32::from(*pieces).powi(2) >= 3.0 * radius / pixel).unwrap_or(16);
    let mut last = None;
    let centre = next_index(mesh);
    mesh.colored_vertex(middle, color);
    for piece in 0..=pieces {
        let turn = f32::from(quarter) + f32::from(piece) / f32::from(pieces);
        let outwards = Vec2::angled(turn * std::f32::consts::FRAC_PI_2);
        let here = next_index(mesh);
        mesh.colored_vertex(middle + outwards * (radius - pixel / 2.0), color);
        mesh.colored_vertex(middle + outwards * (radius + pixel / 2.0), Color32::TRANSPARENT);
        if let Some(last) = last {
            mesh.add_triangle(centre, last, here);
            mesh.add_triangle(last, last + 1, here);
            mesh.add_triangle(last + 1, here, here + 1);
        }
        last = Some(here);
    }
}

/// The index of the vertex that comes next.
fn next_index(mesh: &Mesh) -> u32 {
    u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use egui::{CornerRadius, Stroke};

    use super::*;

    const PIXEL: f32 = 1.0;

    fn told(corners: CornerRadius) -> RectShape {
        RectShape::filled(
            Rect::from_min_size(pos2(10.0, 20.0), egui::vec2(200.0, 58.0)),
            corners,
            Color32::RED,
        )
    }

    /// How much the triangles of one colour cover, in square points; twice where two lie on each other.
    fn covered(mesh: &Mesh, color: Color32) -> f32 {
        let area = |corners: &[u32]| {
            let at = |index: usize| corners.get(index).and_then(|index| mesh.vertices.get(*index as usize));
            let [Some(a), Some(b), Some(c)] = [at(0), at(1), at(2)] else { return 0.0 };
            let (ab, ac) = (b.pos - a.pos, c.pos - a.pos);
            let is_solid = [a, b, c].iter().all(|vertex| vertex.color == color);
            if is_solid { (ab.x * ac.y - ab.y * ac.x).abs() / 2.0 } else { 0.0 }
        };
        mesh.indices.chunks(3).map(area).sum()
    }

    #[test]
    fn a_box_is_covered_once_but_for_its_round_corners() {
        let round = CornerRadius::same(12);
        for corners in [round, CornerRadius { nw: 0, ne: 0, ..round }, CornerRadius { ne: 0, se: 0, ..round }]
        {
            let mesh = mesh_of(&told(corners), PIXEL).unwrap_or_default();
            let rounds =
                [corners.nw, corners.ne, corners.se, corners.sw].iter().filter(|corner| **corner > 0).count();
            // Each corner misses what lies outside its arc, whose soft edge is half a pixel deep.
            let missed = 12.4 * 12.4 - std::f32::consts::FRAC_PI_4 * 11.9 * 11.9;
            let all = 200.0 * 58.0 - missed * f32::from(u8::try_from(rounds).unwrap_or_default());
            assert!((covered(&mesh, Color32::RED) - all).abs() < 4.0, "{corners:?}: {mesh:?}");
            assert!(mesh.is_valid());
        }
    }

    #[test]
    fn a_border_lies_within_the_box_in_whole_pixels() {
        let stroke = Stroke::new(1.4, Color32::BLACK);
        let told = RectShape { stroke, stroke_kind: StrokeKind::Inside, ..told(CornerRadius::same(16)) };
        let mesh = mesh_of(&told, PIXEL).unwrap_or_default();
        let bounds = mesh.calc_bounds();
        assert!(told.rect.expand(0.5 * PIXEL).contains_rect(bounds), "{bounds:?}");
        let of =
            |color| mesh.vertices.iter().filter(move |vertex| vertex.color == color).map(|vertex| vertex.pos);
        assert_eq!(Rect::from_points(&of(Color32::BLACK).collect::<Vec<_>>()), told.rect);
        assert_eq!(Rect::from_points(&of(Color32::RED).collect::<Vec<_>>()), told.rect.shrink(1.0));
    }

    #[test]
    fn what_is_not_a_simple_box_is_left_to_egui() {
        let simple = told(CornerRadius::same(12));
        assert!(mesh_of(&simple, PIXEL).is_some());
        let border = Stroke::new(1.0, Color32::BLACK);
        for other in [
            told(CornerRadius::ZERO),
            told(CornerRadius { nw: 4, ..CornerRadius::same(12) }),
            RectShape { blur_width: 8.0, ..simple.clone() },
            RectShape { angle: 0.1, ..simple.clone() },
            RectShape { round_to_pixels: Some(false), ..simple.clone() },
            RectShape { stroke: border, stroke_kind: StrokeKind::Outside, ..simple.clone() },
            RectShape {
                stroke: border,
                stroke_kind: StrokeKind::Inside,
                fill: Color32::TRANSPARENT,
                ..simple.clone()
            },
            RectShape { rect: Rect::from_min_size(Pos2::ZERO, egui::vec2(2.0, 40.0)), ..simple },
        ] {
            assert!(mesh_of(&other, PIXEL).is_none(), "{other:?}");
        }
    }
}
