//! The keys that work everywhere.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::action::{Action, Screen, SheetKind};

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn command_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// A key and what it is for, in the order of the sheet of keys.
#[derive(Clone, Copy, Debug)]
pub struct KeyHelp {
    /// The key, or none for one that is named in words.
    pub shortcut: Option<KeyboardShortcut>,
    /// The key of the sentence that says what it does; with `-key` behind it, the name of a key without a shortcut.
    pub words: &'static str,
}

/// Every key there is to know.
pub const HELP: [KeyHelp; 12] = [
    KeyHelp { shortcut: None, words: "keys-earn" },
    KeyHelp { shortcut: Some(command(Key::N)), words: "keys-client" },
    KeyHelp { shortcut: Some(command(Key::F)), words: "keys-search" },
    KeyHelp { shortcut: Some(command(Key::Z)), words: "keys-undo" },
    KeyHelp { shortcut: Some(command_shift(Key::Z)), words: "keys-redo" },
    KeyHelp { shortcut: Some(command_shift(Key::H)), words: "keys-hide" },
    KeyHelp { shortcut: None, words: "keys-tab" },
    KeyHelp { shortcut: None, words: "keys-arrows" },
    KeyHelp { shortcut: None, words: "keys-menu" },
    KeyHelp { shortcut: None, words: "keys-enter" },
    KeyHelp { shortcut: None, words: "keys-escape" },
    KeyHelp { shortcut: None, words: "keys-help" },
];

/// What the keys pressed this frame ask for. Letters count only while no text is being typed, and what opens a sheet
/// only while none is open.
pub fn pressed(ctx: &Context, sheet_open: bool) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        // With Shift first: a shortcut without it also matches with it.
        if input.consume_shortcut(&command_shift(Key::H)) {
            actions.push(Action::TogglePrivacy);
        }
        // While something is being typed, these keys are about the letters in that field.
        if !typing {
            if input.consume_shortcut(&command_shift(Key::Z)) || input.consume_shortcut(&command(Key::Y)) {
                actions.push(Action::Redo);
            }
            if input.consume_shortcut(&command(Key::Z)) {
                actions.push(Action::Undo);
            }
        }
        if sheet_open {
            return;
        }
        if input.consume_shortcut(&command(Key::N)) {
            actions.push(Action::Open(SheetKind::AddClient));
        }
        if input.consume_shortcut(&command(Key::F)) {
            actions.push(Action::Show(Screen::Today));
            actions.push(Action::Search);
        }
        if typing {
            return;
        }
        let typed = |wanted: &str| {
            input.events.iter().any(|event| matches!(event, egui::Event::Text(text) if text == wanted))
        };
        if typed("+") {
            actions.push(Action::Open(SheetKind::Earn(None)));
        }
        if typed("?") {
            actions.push(Action::Open(SheetKind::Keys));
        }
    });
    actions
}
