//! Where a file is, or should go: a field for the path, with the machine's own dialog beside it.

use std::path::Path;

use egui::{Context, Id, Key, Ui};

use crate::{
    app::opening,
    domain::id::Id as RecordId,
    ui::{
        action::{Action, Browse},
        fonts::Type,
        scene::Scene,
        tokens::space,
        views::trouble::typed_path,
        widgets::{
            button::Button,
            field::Field,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// The path so far.
#[derive(Debug)]
pub struct FilePlaceSheet {
    browse: Browse,
    path: String,
    /// Whether something else was typed than what was proposed.
    typed: bool,
    started: bool,
}

impl FilePlaceSheet {
    /// Asks where the book is that should be opened.
    pub const fn to_open() -> Self {
        Self { browse: Browse::Open, path: String::new(), typed: false, started: false }
    }

    /// Asks where a copy should go; beside the book, with today's date, is as good as any.
    pub fn for_copy(scene: &Scene<'_>) -> Self {
        let path = scene.path.map_or_else(String::new, |path| {
            opening::free_copy_place(path, scene.today()).display().to_string()
        });
        Self { browse: Browse::Copy, path, typed: false, started: false }
    }

    /// Asks where everything about a client should go: beside the book, as good as any; none when they are not in it.
    pub fn for_client(client: RecordId, scene: &Scene<'_>) -> Option<Self> {
        let name = &scene.client(client)?.name;
        let path = scene.path.map_or_else(String::new, |path| {
            opening::free_export_place(path, name, scene.today()).display().to_string()
        });
        Some(Self { browse: Browse::Export(client), path, typed: false, started: false })
    }

    /// A path that a dialog chose.
    pub fn set_path(&mut self, path: &Path) {
        self.path = path.display().to_string();
        self.typed = true;
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let [title, help, done] = match self.browse {
            Browse::Open => [scene.say("open-title"), scene.say("open-help"), scene.say("open-open")],
            Browse::Copy => [scene.say("copy-title"), scene.say("copy-help"), scene.say("copy-write")],
            Browse::Export(client) => {
                let Some(client) = scene.client(client) else { return true };
                let title = scene.with("export-sheet", &[("client", (&client.name).into())]);
                [title, scene.say("export-help"), scene.say("export-write")]
            }
        };
        let close = scene.say("close");
        let sheet = Sheet { id: Id::unique("file place"), title: Some(&title), close: &close, width: 680.0 };
        let mut entered = false;
        sheet.show_with_foot(ctx, self.typed, |ui, part| {
            if part == Part::Foot {
                self.buttons(ui, scene, &done, entered);
                return;
            }
            label::soft(ui, Type::Body, &help);
            ui.add_space(space::XS);
            let name = scene.say("open-path");
            let response = Field::line(&name).show(ui, Id::unique("file path"), &mut self.path);
            if !std::mem::replace(&mut self.started, true) {
                response.request_focus();
            }
            self.typed |= response.changed();
            entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        })
    }

    fn buttons(&self, ui: &mut Ui, scene: &mut Scene<'_>, done: &str, entered: bool) {
        if Button::quiet(&scene.say("open-browse")).show(ui).clicked() {
            scene.push(Action::Browse(self.browse));
        }
        let ready = !self.path.trim().is_empty();
        let clicked = Button::main(done).enabled(ready).show(ui).clicked();
        if ready && (clicked || entered) {
            let path = typed_path(&self.path);
            scene.push(match self.browse {
                Browse::Open => Action::OpenBook(path),
                Browse::Copy => Action::SaveCopy(path),
                Browse::Export(client) => Action::ExportClient(client, path),
            });
        }
    }
}
