//! Many clients without a screen reader: only the swatches in sight and near it are worked out, and the keys still
//! reach all of them.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests")]

use std::fs;

use eframe::{App as _, Frame};
use egui::{Context, Event, Id, Key, Modifiers, Pos2, RawInput, Rect};
use kleurboek::{
    domain::{book::Language, example},
    storage::{format, places::Places},
    ui::app::{App, Start},
};

const SCREEN: Rect = Rect { min: Pos2::ZERO, max: Pos2::new(1280.0, 860.0) };

#[test]
fn the_keys_reach_every_swatch_although_few_are_drawn() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("boek.kleurboek");
    let book = example::large(Language::Dutch, 10);
    fs::write(&path, format::write(&book, 1).unwrap()).unwrap();
    let swatches: Vec<Id> = book.clients.iter().map(|client| Id::unique(("swatch", client.id))).collect();
    let start = Start {
        book: Some(path),
        on: Some(example::example_day()),
        places: Places::under(home.path()),
        locale: Some("nl-BE".to_owned()),
    };
    let ctx = Context::default();
    let mut app = App::new(&ctx, start);
    let mut time = 0.0;
    let mut press = |key: Option<Key>| {
        let event = |key, pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(SCREEN),
            time: Some(time),
            events: key.map_or_else(Vec::new, |key| vec![event(key, true), event(key, false)]),
            ..RawInput::default()
        };
        let mut frame = Frame::_new_kittest();
        let mut output = ctx.run_ui(input, |ui| {
            app.logic(ui.ctx(), &mut frame);
            app.ui(ui, &mut frame);
        });
        output.textures_delta.clear();
    };
    let chosen = || ctx.memory(egui::Memory::focused).filter(|id| swatches.contains(id));
    let in_sight = |id: Id| ctx.read_response(id).is_some_and(|response| SCREEN.contains_rect(response.rect));

    press(None);
    for _ in 0..60 {
        if chosen().is_none() {
            press(Some(Key::Tab));
        }
    }
    let first = chosen().unwrap();
    assert!(in_sight(first));
    let drawn = swatches.iter().filter(|id| ctx.read_response(**id).is_some()).count();
    assert!(drawn < 100, "{drawn} of {} swatches are worked out", swatches.len());

    let mut go = |key: Key| {
        press(Some(key));
        // Until it has scrolled there.
        (0..60).for_each(|_| press(None));
        let now = chosen().unwrap();
        assert!(in_sight(now), "after {key:?}");
        now
    };
    let last = go(Key::End);
    assert_ne!(last, first);
    assert_ne!(go(Key::ArrowUp), last);
    assert_eq!(go(Key::Home), first);
    assert_ne!(go(Key::Tab), first);
}
