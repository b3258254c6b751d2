//! Words beside the pointer.

use egui::{Response, WidgetText};

/// Shows words when something is pointed at, unless a sheet lies over it: egui keeps what it once showed for as long as the
/// pointer stays there, also over what came to lie on top.
pub fn show(response: Response, words: impl Into<WidgetText>) -> Response {
    if !response.ctx.memory(|memory| memory.is_above_modal_layer(response.layer_id)) {
        return response;
    }
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    response.on_hover_text(words)
}
