//! Where a sheet lies, and how its room is divided.

use egui::{Align2, Context, Id, Rect, vec2};

use crate::ui::tokens::space;

/// The room between a sheet and the edge of the window, in points.
const AIR: f32 = 12.0;

/// The width of the band of paint at the left, in points.
pub(super) const BAND: f32 = 108.0;
/// Its height where it lies on top instead.
pub(super) const STRIP: f32 = 52.0;
/// How high a sheet with a band likes to be: it should not jump when what is on it changes.
const BAND_HEIGHT: f32 = 700.0;

/// Where the band of paint lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Band {
    /// There is none.
    None,
    /// Along the left side.
    Beside,
    /// Across the top, in a narrow window.
    Above,
}

/// How the room of a sheet is divided, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) band: Band,
    /// The width of the sheet.
    pub(super) whole: f32,
    /// At either side of what is on it.
    pub(super) margin: f32,
    /// The width of what is on it.
    pub(super) width: f32,
    /// Above and below everything.
    pub(super) above: f32,
    /// The most and the least height of the middle.
    pub(super) most: f32,
    pub(super) least: f32,
}

impl Room {
    /// The room on `screen` for a sheet that would like to be `width` wide.
    pub(super) fn of(screen: Rect, width: f32, is_banded: bool, around: Around) -> Self {
        let small = screen.width() < 560.0;
        let band = match (is_banded, screen.width() >= 760.0) {
            (false, _) => Band::None,
            (true, true) => Band::Beside,
            (true, false) => Band::Above,
        };
        let margin = match band {
            Band::Beside => 36.0,
            _ if small => space::M,
            _ => 40.0,
        };
        let (beside, strip) = match band {
            Band::None => (0.0, 0.0),
            Band::Beside => (BAND, 0.0),
            Band::Above => (0.0, STRIP),
        };
        let whole = width.min(screen.width() - 2.0 * AIR);
        let above = if small { space::S } else { space::L };
        let most = screen.height() - 2.0 * AIR - 2.0 * above - strip - around.height();
        let least = if band == Band::Beside { most.min(BAND_HEIGHT) } else { 0.0 };
        Self { band, whole, margin, width: whole - beside - 2.0 * margin, above, most, least }
    }
}

/// How high head and foot are, in points; what is between them gets the rest.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    pub(super) head: f32,
    pub(super) foot: f32,
}

impl Around {
    pub(super) fn of(ctx: &Context, id: Id) -> Self {
        ctx.data(|data| data.get_temp(id.with("around"))).unwrap_or_default()
    }

    /// With the space that egui puts between things in a column.
    fn height(self) -> f32 {
        [self.head, self.foot].into_iter().filter(|part| *part > 0.0).map(|part| part + space::XS).sum()
    }

    pub(super) fn keep(self, ctx: &Context, id: Id, before: Self) {
        if (self.height() - before.height()).abs() > 0.5 {
            ctx.data_mut(|data| data.insert_temp(id.with("around"), self));
            ctx.request_discard("the head or foot of a sheet got another height");
        }
    }
}

/// Where a sheet lies: in the middle when it opens, and then with its head where it was, so that nothing moves away from
/// under the pointer while what is on it grows or shrinks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    last_pass: u64,
    /// How many passes it is open.
    passes: u8,
    rect: Rect,
}

/// After this many passes a sheet has its natural size.
const SETTLED: u8 = 4;

impl Place {
    pub(super) fn of(ctx: &Context, id: Id) -> Self {
        let now = ctx.cumulative_pass_nr();
        ctx.data(|data| data.get_temp(id.with("place")))
            .filter(|place: &Self| place.last_pass + 2 >= now)
            .unwrap_or(Self { last_pass: now, passes: 0, rect: Rect::ZERO })
    }

    pub(super) fn area(self, area: egui::Area, screen: Rect, kept_free: f32) -> egui::Area {
        if self.passes < SETTLED {
            return area.anchor(Align2::CENTER_CENTER, vec2(0.0, -kept_free / 2.0));
        }
        let lowest = screen.bottom() - AIR - self.rect.height();
        let top = self.rect.top().min(lowest).max(screen.top() + AIR.min(4.0));
        area.anchor(Align2::CENTER_TOP, vec2(0.0, top - screen.top()))
    }

    pub(super) fn keep(self, ctx: &Context, id: Id, rect: Rect) {
        let passes = self.passes.saturating_add(1);
        // Laid out by the size of before, it would stand wrong until something else is drawn.
        if (rect.size() - self.rect.size()).abs().max_elem() > 0.5 {
            ctx.request_discard("a sheet got another size");
        }
        let place = Self { last_pass: ctx.cumulative_pass_nr(), passes, rect };
        ctx.data_mut(|data| data.insert_temp(id.with("place"), place));
    }
}
