//! Where the window was: remembered while it is open, and given back where a screen still shows it.

use egui::{Context, Rect, Vec2, ViewportBuilder, ViewportCommand, pos2, vec2};
use winit::{
    dpi::{LogicalPosition, LogicalSize, PhysicalPosition},
    window::Window,
};

use super::app::App;
use crate::storage::machine::WindowPlace;

/// The smallest a window can be made, in points at text of 100 %.
const SMALLEST: Vec2 = vec2(640.0, 480.0);
/// How much of a title bar has to be in sight to take hold of it, in points.
const GRIP: Vec2 = vec2(120.0, 16.0);
/// The height of a title bar, in points; a little more does no harm.
const TITLE: f32 = 36.0;
/// What a screen needs for a title bar and a bar of its own, in points.
const BARS: Vec2 = vec2(0.0, 80.0);

/// A screen, in the unit in which the system places windows.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Screen {
    rect: Rect,
    /// How many of that unit go in a point.
    scale: f32,
}

/// Where a window of this size can be on these screens: where it was, when enough of its title bar is in sight there;
/// else moved to the nearest screen, all of it. Not larger than that screen.
fn fit(place: WindowPlace, screens: &[Screen]) -> WindowPlace {
    let frame = |screen: &Screen| {
        let (left, top) = place.at.unwrap_or_default();
        let size = (vec2(place.width, place.height + TITLE)) * screen.scale;
        #[expect(clippy::cast_precision_loss, reason = "screens are not millions of pixels wide")]
        Rect::from_min_size(pos2(left as f32, top as f32), size)
    };
    // How much of its title bar is in sight on a screen, in points.
    let grip = |screen: &&Screen| {
        let title = Rect::from_min_size(frame(screen).min, vec2(place.width, TITLE) * screen.scale);
        screen.rect.intersect(title).size() / screen.scale
    };
    let held = screens.iter().filter(|screen| grip(screen).x >= GRIP.x && grip(screen).y >= GRIP.y);
    let held = held.max_by(|one, other| grip(one).x.total_cmp(&grip(other).x));
    let away = |screen: &&Screen| screen.rect.distance_to_pos(frame(screen).center());
    let nearest = screens.iter().min_by(|one, other| away(one).total_cmp(&away(other)));
    // Without a place, the system gives one on the first screen.
    let wanted = if place.at.is_some() { held.or(nearest) } else { screens.first() };
    let Some(screen) = wanted else { return place };
    let most = screen.rect.size() / screen.scale - BARS;
    let size = vec2(place.width, place.height).min(most.max(Vec2::splat(1.0)));
    let at = place.at.map(|at| {
        if held.is_some() {
            return at;
        }
        let room = (screen.rect.size() - (size + vec2(0.0, TITLE)) * screen.scale).max(Vec2::ZERO);
        let corner = frame(screen).min.clamp(screen.rect.min, screen.rect.min + room);
        #[expect(clippy::cast_possible_truncation, reason = "a corner on a screen")]
        (corner.x as i32, corner.y as i32)
    });
    WindowPlace { width: size.x, height: size.y, at, ..place }
}

/// Asks for the window where it was; everything in it is `zoom` times as large as usual. What screens there are is known
/// once it is there: see [`put`].
pub(super) fn ask_for(viewport: ViewportBuilder, place: WindowPlace, zoom: f32) -> ViewportBuilder {
    let size = vec2(place.width, place.height).max(SMALLEST);
    let viewport = viewport
        .with_min_inner_size(SMALLEST / zoom)
        .with_inner_size(size / zoom)
        .with_maximized(place.is_maximized);
    let Some(at) = place.at else { return viewport };
    let scale = if cfg!(target_os = "macos") { 1.0 } else { place.scale };
    #[expect(clippy::cast_precision_loss, reason = "screens are not millions of pixels wide")]
    viewport.with_position(pos2(at.0 as f32, at.1 as f32) / scale / zoom)
}

/// Puts a window that nobody sees yet where it fits on the screens there are.
pub(super) fn put(ctx: &Context, window: &Window, place: WindowPlace) {
    if place.is_maximized {
        // Under X11 a window can only be asked to fill the screen once it is seen.
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
    if window.outer_position().is_err() {
        // Wayland gives windows their place, and their size where they do not fit.
        return;
    }
    let screens: Vec<Screen> = window.available_monitors().map(|monitor| screen(&monitor)).collect();
    let fitting = fit(place, &screens);
    if (fitting.width, fitting.height) != (place.width, place.height) {
        let _ = window.request_inner_size(LogicalSize::new(fitting.width, fitting.height));
    }
    let Some((left, top)) = fitting.at else { return };
    if cfg!(target_os = "macos") {
        window.set_outer_position(LogicalPosition::new(left, top));
    } else if cfg!(windows) || fitting.at != place.at {
        // Windows took the scale of the screen where it made the window, which may be another.
        window.set_outer_position(PhysicalPosition::new(left, top));
    }
}

fn screen(monitor: &winit::monitor::MonitorHandle) -> Screen {
    #[expect(clippy::cast_possible_truncation, reason = "a scale is a small number")]
    let scale = monitor.scale_factor() as f32;
    let (at, size) = (monitor.position(), monitor.size());
    #[expect(clippy::cast_precision_loss, reason = "screens are not millions of pixels wide")]
    let rect =
        Rect::from_min_size(pos2(at.x as f32, at.y as f32), vec2(size.width as f32, size.height as f32));
    if cfg!(target_os = "macos") { Screen { rect: rect / scale, scale: 1.0 } } else { Screen { rect, scale } }
}

impl App {
    /// Remembers where the window is and how large, in points at text of 100 %.
    pub(super) fn remember_window(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let size = ctx.content_rect().size() * zoom;
        // In the frame in which text becomes larger or smaller, places are still in points of before.
        let is_steady = zoom.to_bits() == std::mem::replace(&mut self.window_zoom, zoom).to_bits();
        let (viewport, per_point) = ctx.input(|input| (input.viewport().clone(), input.pixels_per_point()));
        if viewport.native_pixels_per_point.is_none() || viewport.minimized == Some(true) || !is_steady {
            return;
        }
        let known = self.machine.window.unwrap_or_default();
        let is_maximized = viewport.maximized == Some(true);
        if is_maximized || viewport.fullscreen == Some(true) {
            self.machine.window = Some(WindowPlace { is_maximized, ..known });
            return;
        }
        let unit = if cfg!(target_os = "macos") { zoom } else { per_point };
        #[expect(clippy::cast_possible_truncation, reason = "a corner on a screen")]
        let at = viewport
            .outer_rect
            .map(|rect| rect.min * unit)
            .map(|min| (min.x.round() as i32, min.y.round() as i32));
        let scale = viewport.native_pixels_per_point.unwrap_or(1.0);
        self.machine.window =
            Some(WindowPlace { width: size.x, height: size.y, at, scale, is_maximized: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(left: f32, top: f32, width: f32, height: f32, scale: f32) -> Screen {
        Screen { rect: Rect::from_min_size(pos2(left, top), vec2(width, height)), scale }
    }

    fn at(left: i32, top: i32) -> WindowPlace {
        WindowPlace { at: Some((left, top)), ..WindowPlace::default() }
    }

    #[test]
    fn a_window_stays_where_its_title_bar_can_be_grabbed() {
        let two = [screen(0.0, 0.0, 1920.0, 1080.0, 1.0), screen(1920.0, 0.0, 1920.0, 1080.0, 1.0)];
        for place in [at(0, 0), at(600, 100), at(2100, 40), at(1800, 900), at(-1000, 0), at(3700, 1000)] {
            assert_eq!(fit(place, &two), place);
        }
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_comes_to_one_that_is_there() {
        let one = [screen(0.0, 0.0, 1920.0, 1080.0, 1.0)];
        assert_eq!(fit(at(2100, 40), &one).at, Some((640, 40)));
        assert_eq!(fit(at(-1500, 300), &one).at, Some((0, 184)));
        assert_eq!(fit(at(100, -900), &one).at, Some((100, 0)));
        assert_eq!(fit(at(100, 1070), &one).at, Some((100, 184)));
        let left_of_zero = [screen(-1280.0, -200.0, 1280.0, 1024.0, 1.0)];
        assert_eq!(fit(at(500, 500), &left_of_zero).at, Some((-1280, -72)));
    }

    #[test]
    fn a_title_bar_between_two_screens_is_grabbed_on_either() {
        let apart = [screen(0.0, 0.0, 1280.0, 1024.0, 1.0), screen(1280.0, 500.0, 1920.0, 1080.0, 2.0)];
        assert_eq!(fit(at(1100, 10), &apart), at(1100, 10));
        assert_eq!(fit(at(1200, 10), &apart).at, Some((1280, 500)));
    }

    #[test]
    fn a_window_is_not_larger_than_its_screen() {
        let small = [screen(0.0, 0.0, 1366.0, 768.0, 1.0)];
        let fitting = fit(at(10, 10), &small);
        assert_eq!((fitting.width, fitting.height, fitting.at), (1280.0, 688.0, Some((10, 10))));
        // As large in points, with twice the pixels.
        let dense = [screen(0.0, 0.0, 2560.0, 1600.0, 2.0)];
        let fitting = fit(at(10, 10), &dense);
        assert_eq!((fitting.width, fitting.height), (1280.0, 720.0));
    }

    #[test]
    fn without_a_place_or_a_screen_only_the_size_is_of_use() {
        assert_eq!(fit(WindowPlace::default(), &[]), WindowPlace::default());
        assert_eq!(fit(at(9000, 9000), &[]), at(9000, 9000));
        let fitting = fit(WindowPlace::default(), &[screen(0.0, 0.0, 800.0, 600.0, 1.0)]);
        assert_eq!((fitting.width, fitting.height, fitting.at), (800.0, 520.0, None));
    }
}
