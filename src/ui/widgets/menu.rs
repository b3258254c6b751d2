//! Menus: each hangs at something, lies on top of everything, and gives the keyboard back when it goes.

use egui::{EventFilter, Id, Key, Popup, Response, SetOpenCommand, Ui};

/// Shows a menu under a button that opens and closes it; `name` is what a screen reader calls it.
pub fn under(button: &Response, name: &str, contents: impl FnOnce(&mut Ui)) {
    show(button, Popup::menu(button), name, contents);
}

/// Shows the menu of something that is no button: by right click, the context-menu key or Shift and F10.
pub fn of(anchor: &Response, name: &str, contents: impl FnOnce(&mut Ui)) {
    let ctx = &anchor.ctx;
    let by_key = anchor.has_focus()
        && ctx.input(|input| {
            input.key_pressed(Key::Menu) || (input.modifiers.shift && input.key_pressed(Key::F10))
        });
    let mut popup = Popup::context_menu(anchor);
    if by_key {
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
    }
    // Opened by the pointer it stays where that was; opened by a key it hangs under what it is of.
    if by_key || (is_open(anchor) && Popup::position_of_id(ctx, Popup::default_response_id(anchor)).is_none())
    {
        popup = popup.anchor(anchor.rect);
    }
    if by_key || (is_open(anchor) && anchor.has_focus()) {
        // The arrows go into the menu, whatever they do otherwise.
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(anchor.id, EventFilter::default()));
    }
    show(anchor, popup, name, contents);
}

/// Whether the menu of something is open.
pub fn is_open(anchor: &Response) -> bool {
    Popup::is_id_open(&anchor.ctx, Popup::default_response_id(anchor))
}

fn show(anchor: &Response, popup: Popup<'_>, name: &str, contents: impl FnOnce(&mut Ui)) {
    let ctx = &anchor.ctx;
    let id = popup.get_id();
    let kept = Id::unique((id, "keyboard"));
    let had_keyboard = ctx.data(|data| data.get_temp(kept)).unwrap_or(false);
    let Some(shown) = popup.accessible_name(name).show(contents) else { return };
    let layer = shown.response.layer_id;
    // A click on a sheet brings that to the top, also when it is the very click that opens this.
    ctx.move_to_top(layer);
    let focused = ctx.memory(egui::Memory::focused);
    let inside = focused.is_some_and(|focused| {
        focused == anchor.id || ctx.read_response(focused).is_some_and(|response| response.layer_id == layer)
    });
    let is_open = Popup::is_id_open(ctx, id);
    if !is_open && had_keyboard && (inside || focused.is_none()) {
        ctx.memory_mut(|memory| memory.request_focus(anchor.id));
    }
    ctx.data_mut(|data| data.insert_temp(kept, is_open && inside));
}
