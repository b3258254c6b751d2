//! What a screen reader gets to hear, where that is more or less than what is seen.

use egui::{
    Context, Id, Response, Ui, UiBuilder,
    accesskit::{self, Role},
};

/// Names the panel that `ui` is in.
pub fn panel(ui: &Ui, role: Role, name: &str) {
    named(ui, panel_of(ui), role, name);
}

/// Tells that everything in `ui` answers a question.
pub fn answers(ui: &Ui, question: &str) {
    named(ui, ui.unique_id(), Role::Group, question);
}

fn named(ui: &Ui, id: Id, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

fn panel_of(ui: &Ui) -> Id {
    ui.stack()
        .iter()
        .find(|stack| stack.is_panel_ui())
        .map_or_else(|| ui.unique_id(), |stack| stack.unique_id)
}

/// Names the window itself.
pub fn window(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// Keeps silent about the whole area that `ui` is in: it lies behind something else.
///
/// What was silent is found again only when what was hidden has a role of its own, so never hide a mere container.
pub fn silent_area(ui: &Ui) {
    let area = ui.stack().iter().find(|stack| stack.is_area_ui());
    hide(ui, area.map_or_else(|| ui.unique_id(), |area| area.unique_id));
}

/// Keeps silent about the whole panel that `ui` is in.
pub fn silent_panel(ui: &Ui) {
    hide(ui, panel_of(ui));
}

/// Keeps silent about the area that the pointer could move a window by; what is in it is said.
pub fn no_handle(ctx: &Context, area: Id) {
    ctx.accesskit_node_builder(area.with("move"), |node| node.set_role(Role::GenericContainer));
}

/// Keeps silent about something that is said elsewhere.
pub fn only_for_eyes(ui: &Ui, response: &Response) {
    hide(ui, response.id);
}

/// Hides a node and everything in it.
pub fn hide(ui: &Ui, id: Id) {
    ui.ctx().accesskit_node_builder(id, accesskit::Node::set_hidden);
}

/// Tells that something is the heading of what follows.
pub fn heading(ui: &Ui, response: &Response, words: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        // Plain text has its words as a value, a heading has a name.
        node.clear_value();
        node.set_label(words);
    });
}

/// Says plain text in other words than are drawn.
pub fn words(ui: &Ui, response: &Response, words: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(words));
}

/// Draws choices that answer a question, which is said with them.
pub fn group<R>(ui: &mut Ui, question: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let named = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(question);
    ui.scope_builder(named, contents).inner
}
