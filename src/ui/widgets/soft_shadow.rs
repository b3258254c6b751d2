//! The soft shadow of an opaque box, drawn only where it is seen.

use egui::{Color32, Mesh, Pos2, Rect, Shape, Vec2};

use crate::ui::{theme, tokens::Tokens};

/// Pieces of the arc of a corner.
const PIECES: u8 = 5;

/// The shadow around an opaque box with corners of `radius`, to be painted under it.
///
/// As egui's own shadow of a rectangle, but without its middle, which the box hides: a screen full of swatches without
/// a graphics card spends as long on those as on the swatches themselves.
pub fn around(tokens: &Tokens, rect: Rect, radius: u8) -> Shape {
    let shadow = theme::shadow(tokens);
    let soft = f32::from(shadow.blur) / 2.0;
    let offset = Vec2::from(shadow.offset.map(f32::from));
    let middle = f32::from(radius) + soft;
    let rect = rect.translate(offset);
    let mut mesh = Mesh::default();
    let inner = outline(rect, middle, -soft);
    let outer = outline(rect, middle, soft);
    for (inner, outer) in inner.zip(outer) {
        mesh.colored_vertex(inner, shadow.color);
        mesh.colored_vertex(outer, Color32::TRANSPARENT);
    }
    let count = 4 * 2 * (u32::from(PIECES) + 1);
    for here in (0..count).step_by(2) {
        let next = (here + 2) % count;
        mesh.add_triangle(here, here + 1, next);
        mesh.add_triangle(here + 1, next, next + 1);
    }
    Shape::mesh(mesh)
}

/// The points around a box with round corners, moved outwards by `out`.
fn outline(rect: Rect, radius: f32, out: f32) -> impl Iterator<Item = Pos2> {
    let centres = rect.shrink(radius);
    let corners = [centres.right_bottom(), centres.left_bottom(), centres.left_top(), centres.right_top()];
    corners.into_iter().zip(0_u8..).flat_map(move |(centre, quarter)| {
        (0..=PIECES).map(move |piece| {
            let turn = f32::from(quarter) + f32::from(piece) / f32::from(PIECES);
            centre + Vec2::angled(turn * std::f32::consts::FRAC_PI_2) * (radius + out)
        })
    })
}
