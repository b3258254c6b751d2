//! Draws egui's output on the CPU, so that pictures in tests need no wgpu, no driver and no window.
//!
//! It follows the pipeline that kittest's own pictures use (`egui-wgpu`, `RendererOptions::PREDICTABLE`):
//! vertex colour times texel, blended with premultiplied alpha in gamma space, rounded to eight bits,
//! on a canvas that starts as paper, as the window does. Corners are snapped to a grid of integers and the rest is
//! plain arithmetic, so the same meshes give the same bytes on every machine.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "coordinates are clamped to the canvas or to FAR, and `as` keeps colours within 0 to 255"
)]

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::{ImageDelta, Primitive, Vertex};
use egui::{ColorImage, ImageData, TextureFilter, TextureId, TextureOptions, TextureWrapMode, Vec2};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use kleurboek::ui::tokens::Tokens;

/// Steps in a pixel: corners are snapped to 1/256 of a pixel, as graphics cards do.
const GRID: i64 = 256;

/// In pixels: far outside any screen, and the product of two such distances still fits an `i64`.
const FAR: f32 = 1_000_000.0;

/// Red, green, blue and alpha from 0 to 255, premultiplied, in gamma space.
type Rgba = [f32; 4];

/// A renderer without a graphics card, for `Harness::builder().renderer(CpuRenderer::new())`.
#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
    /// Freed by the last pass. That pass may still paint with them, so they go with the next delta.
    to_free: HashSet<TextureId>,
}

impl CpuRenderer {
    /// A renderer without textures: the first pass of the harness brings the fonts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Replaces a whole texture or a rectangle of one; egui sends new glyphs the second way.
    fn update_texture(&mut self, id: TextureId, delta: ImageDelta) {
        let ImageData::Color(patch) = delta.image;
        let options = delta.options;
        let Some([left, top]) = delta.pos else {
            let image = Arc::unwrap_or_clone(patch);
            self.textures.insert(id, Texture { image, options });
            return;
        };
        // Without a texture there is nothing to update; `render` reports the one that is missing.
        let Some(texture) = self.textures.get_mut(&id) else {
            return;
        };
        texture.options = options;
        let width = texture.image.width().max(1);
        let rows = texture.image.pixels.chunks_exact_mut(width).skip(top);
        for (row, new) in rows.zip(patch.pixels.chunks_exact(patch.width().max(1))) {
            for (pixel, color) in row.iter_mut().skip(left).zip(new) {
                *pixel = *color;
            }
        }
    }
}

impl TestRenderer for CpuRenderer {
    #[expect(clippy::iter_over_hash_type, reason = "no texture depends on another")]
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        for id in self.to_free.drain() {
            self.textures.remove(&id);
        }
        // Both parts must end up empty: egui panics when it drops a delta that was not applied.
        for (id, images) in delta.set.drain() {
            for image in images {
                self.update_texture(id, image);
            }
        }
        self.to_free.extend(delta.free.drain());
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * scale).round();
        let (width, height) = (size.x as u32, size.y as u32);
        // The window is cleared to paper before anything is drawn.
        let paper = Tokens::of_theme(ctx.theme()).paper.to_array();
        let mut pixels = vec![paper; width as usize * height as usize];

        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else {
                return Err("a paint callback needs a graphics card".to_owned());
            };
            // A hole in the picture would be easy to overlook.
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                return Err(format!("{:?} is not uploaded", mesh.texture_id));
            };
            let pixel = |points: f32, end: f32| (points * scale).round().clamp(0.0, end) as i64;
            let (min, max) = (clipped.clip_rect.min, clipped.clip_rect.max);
            let mut target = Target {
                pixels: &mut pixels,
                width: i64::from(width),
                columns: pixel(min.x, size.x)..pixel(max.x, size.x),
                rows: pixel(min.y, size.y)..pixel(max.y, size.y),
                texture,
            };
            for triangle in mesh.triangles() {
                let [a, b, c] = triangle.map(|index| mesh.vertices.get(index as usize));
                if let (Some(a), Some(b), Some(c)) = (a, b, c) {
                    target.fill([a, b, c].map(|vertex| Corner::new(vertex, scale, texture)));
                }
            }
        }
        RgbaImage::from_raw(width, height, pixels.into_flattened())
            .ok_or_else(|| "the pixels do not fill the picture".to_owned())
    }
}

/// An uploaded image and the way to read it.
struct Texture {
    image: ColorImage,
    options: TextureOptions,
}

impl Texture {
    /// The colour at a position in texels.
    fn sample(&self, position: Vec2) -> Rgba {
        // The reference ignores `minification` and mipmaps too.
        if self.options.magnification == TextureFilter::Nearest {
            return self.texel(position.x.floor() as i64, position.y.floor() as i64);
        }
        // In steps of 1/256 texel, as cards do: rounding errors must not blur text on the grid.
        let split = |texels: f32| {
            let steps = ((texels - 0.5) * 256.0).round() as i64;
            (steps.div_euclid(256), steps.rem_euclid(256) as f32 / 256.0)
        };
        let ((x, right), (y, down)) = (split(position.x), split(position.y));
        let across = |y| match right {
            0.0 => self.texel(x, y),
            _ => mix(self.texel(x, y), self.texel(x + 1, y), right),
        };
        match down {
            0.0 => across(y),
            _ => mix(across(y), across(y + 1), down),
        }
    }

    fn texel(&self, x: i64, y: i64) -> Rgba {
        let wrap = |at: i64, size: usize| match (self.options.wrap_mode, size.max(1) as i64) {
            (TextureWrapMode::ClampToEdge, size) => at.min(size - 1).max(0),
            (TextureWrapMode::Repeat, size) => at.rem_euclid(size),
            (TextureWrapMode::MirroredRepeat, size) => {
                let phase = at.rem_euclid(2 * size);
                phase.min(2 * size - 1 - phase)
            }
        };
        let [width, height] = self.image.size;
        let index = wrap(y, height) as usize * width + wrap(x, width) as usize;
        floats(self.image.pixels.get(index).map_or([0; 4], egui::Color32::to_array))
    }
}

/// Colour and place in the texture (in texels) of one pixel, or how they change towards the next.
#[derive(Clone, Copy, PartialEq)]
struct Paint {
    color: Rgba,
    uv: Vec2,
}

impl Paint {
    fn blend(corners: &[Corner; 3], weights: [f32; 3]) -> Self {
        let nothing = Self { color: [0.0; 4], uv: Vec2::ZERO };
        corners.iter().zip(weights).fold(nothing, |sum, (corner, weight)| sum.plus(corner.paint, weight))
    }

    fn plus(self, other: Self, times: f32) -> Self {
        Self {
            color: zip(self.color, other.color, |color, other| color + other * times),
            uv: self.uv + other.uv * times,
        }
    }
}

/// A vertex on the canvas, in grid steps.
#[derive(Clone, Copy)]
struct Corner {
    x: i64,
    y: i64,
    paint: Paint,
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32, texture: &Texture) -> Self {
        let snap = |points: f32| ((points * scale).clamp(-FAR, FAR) * GRID as f32).round() as i64;
        let [width, height] = texture.image.size;
        Self {
            x: snap(vertex.pos.x),
            y: snap(vertex.pos.y),
            paint: Paint {
                color: floats(vertex.color.to_array()),
                uv: vertex.uv.to_vec2() * Vec2::new(width as f32, height as f32),
            },
        }
    }
}

/// A side of a clockwise triangle as a function over pixels: 0 on the side, negative outside,
/// and twice the area of the triangle at the corner across.
#[derive(Clone, Copy)]
struct Edge {
    origin: i64,
    step_x: i64,
    step_y: i64,
    /// 1 when a pixel right on this side belongs to the neighbour (the top-left rule), or shared
    /// sides would be painted twice and show as seams in anything translucent.
    margin: i64,
}

impl Edge {
    fn new(from: Corner, to: Corner) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        Self {
            // A pixel is judged by its middle.
            origin: dx * (GRID / 2 - from.y) - dy * (GRID / 2 - from.x),
            step_x: -dy * GRID,
            step_y: dx * GRID,
            margin: i64::from(dy > 0 || (dy == 0 && dx < 0)),
        }
    }

    fn at(self, x: i64, y: i64) -> i64 {
        self.origin + self.step_x * x + self.step_y * y
    }

    /// The part of a row that lies on the inner side.
    fn trim(self, row: Range<i64>, y: i64) -> Range<i64> {
        let value = self.at(0, y) - self.margin;
        match self.step_x.cmp(&0) {
            Ordering::Greater => row.start.max(-value.div_euclid(self.step_x))..row.end,
            Ordering::Less => row.start..row.end.min(value.div_euclid(-self.step_x) + 1),
            Ordering::Equal if value < 0 => row.start..row.start,
            Ordering::Equal => row,
        }
    }
}

/// Where the triangles of one mesh go: the canvas, the part that may be painted, the texture.
struct Target<'a> {
    pixels: &'a mut [[u8; 4]],
    width: i64,
    columns: Range<i64>,
    rows: Range<i64>,
    texture: &'a Texture,
}

impl Target<'_> {
    fn fill(&mut self, corners: [Corner; 3]) {
        let [a, b, c] = corners;
        let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        match area.cmp(&0) {
            Ordering::Equal => return,
            // egui winds both ways; the edges expect clockwise.
            Ordering::Less => return self.fill([a, c, b]),
            Ordering::Greater => {}
        }
        let edges = [Edge::new(b, c), Edge::new(c, a), Edge::new(a, b)];
        let share = |weights: [i64; 3]| weights.map(|weight| weight as f32 / area as f32);
        let step = Paint::blend(&corners, share(edges.map(|edge| edge.step_x)));

        // Most of a screen is one colour, and all of it but text and images reads one white texel.
        let [pa, pb, pc] = corners.map(|corner| corner.paint);
        let texel = (pa.uv == pb.uv && pb.uv == pc.uv).then(|| self.texture.sample(pa.uv));
        let solid = texel.filter(|_| pa == pb && pb == pc).map(|texel| tint(pa.color, texel));

        let top = a.y.min(b.y).min(c.y).div_euclid(GRID);
        let bottom = a.y.max(b.y).max(c.y).div_euclid(GRID) + 1;
        for y in self.rows.start.max(top)..self.rows.end.min(bottom) {
            let span = edges.iter().fold(self.columns.clone(), |row, edge| edge.trim(row, y));
            let line = y * self.width;
            // A row that the triangle misses comes out with its end before its start: none.
            let indices = (line + span.start) as usize..(line + span.end) as usize;
            let Some(row) = self.pixels.get_mut(indices) else {
                continue;
            };
            match solid {
                Some(color @ [.., 255.0]) => row.fill(over(color, [0; 4])),
                Some(color) => row.iter_mut().for_each(|pixel| *pixel = over(color, *pixel)),
                None => {
                    // Each row and pixel afresh: adding up steps would add up their errors.
                    let first = Paint::blend(&corners, share(edges.map(|e| e.at(span.start, y))));
                    for (ahead, pixel) in row.iter_mut().enumerate() {
                        let paint = first.plus(step, ahead as f32);
                        let texel = texel.unwrap_or_else(|| self.texture.sample(paint.uv));
                        *pixel = over(tint(paint.color, texel), *pixel);
                    }
                }
            }
        }
    }
}

fn floats(color: [u8; 4]) -> Rgba {
    let [r, g, b, a] = color;
    [f32::from(r), f32::from(g), f32::from(b), f32::from(a)]
}

fn zip(a: Rgba, b: Rgba, combine: impl Fn(f32, f32) -> f32) -> Rgba {
    let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (a, b);
    [combine(a0, b0), combine(a1, b1), combine(a2, b2), combine(a3, b3)]
}

fn mix(a: Rgba, b: Rgba, part: f32) -> Rgba {
    zip(a, b, |a, b| a + (b - a) * part)
}

fn tint(color: Rgba, texel: Rgba) -> Rgba {
    zip(color, texel, |color, texel| color * texel / 255.0)
}

/// Lays a colour over a pixel. Colours without alpha add light, as egui intends.
fn over(color: Rgba, below: [u8; 4]) -> [u8; 4] {
    let [.., alpha] = color;
    let keep = 1.0 - alpha / 255.0;
    let [r, g, b, a] = zip(color, floats(below), |color, below| color + below * keep + 0.5);
    [r as u8, g as u8, b as u8, a as u8]
}
