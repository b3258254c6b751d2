//! Where a file is, or should go: a field for the path, with the machine's own dialog beside it.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
};

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
    /// Why the place that was given will not do.
    said: Option<String>,
    suggestion: Option<Suggestion>,
}

/// A place that may turn out to be taken: the disk may be slow, so it is looked at meanwhile.
#[derive(Debug)]
struct Suggestion {
    first: String,
    free: Receiver<PathBuf>,
}

impl Suggestion {
    fn look(ctx: &Context, first: PathBuf) -> Option<Self> {
        let (sender, free) = mpsc::channel();
        let (waker, written) = (ctx.clone(), first.display().to_string());
        let look = move || {
            // Nobody listens any more when the sheet was closed.
            let _ = sender.send(opening::free_from(&first));
            waker.request_repaint();
        };
        // Without it, one is told when something is there already.
        std::thread::Builder::new().name("kleurboek-place".to_owned()).spawn(look).ok()?;
        Some(Self { first: written, free })
    }
}

impl FilePlaceSheet {
    /// Asks where the book is that should be opened.
    pub const fn to_open() -> Self {
        Self::asking(Browse::Open, String::new(), None)
    }

    /// Asks where the version is that should be put in one with the open book.
    pub const fn to_join() -> Self {
        Self::asking(Browse::Join, String::new(), None)
    }

    const fn asking(browse: Browse, path: String, suggestion: Option<Suggestion>) -> Self {
        Self { browse, path, typed: false, started: false, said: None, suggestion }
    }

    /// Asks where a copy should go; beside the book, with today's date, is as good as any.
    pub fn for_copy(ctx: &Context, scene: &Scene<'_>) -> Self {
        let place = scene.path.map(|path| opening::copy_place(path, scene.today()));
        Self::suggesting(ctx, Browse::Copy, place)
    }

    /// Asks where everything about a client should go: beside the book, as good as any; none when they are not in it.
    pub fn for_client(ctx: &Context, client: RecordId, scene: &Scene<'_>) -> Option<Self> {
        let name = &scene.client(client)?.name;
        let place = scene.path.map(|path| opening::export_place(path, name, scene.today()));
        Some(Self::suggesting(ctx, Browse::Export(client), place))
    }

    fn suggesting(ctx: &Context, browse: Browse, place: Option<PathBuf>) -> Self {
        let path = place.as_ref().map_or_else(String::new, |place| place.display().to_string());
        let suggestion = place.and_then(|place| Suggestion::look(ctx, place));
        Self::asking(browse, path, suggestion)
    }

    /// Takes the free place once it is known, unless something was typed or chosen meanwhile.
    fn take_suggestion(&mut self) {
        let Some(suggestion) = &self.suggestion else { return };
        let Ok(free) = suggestion.free.try_recv() else { return };
        if self.path == suggestion.first {
            self.path = free.display().to_string();
        }
        self.suggestion = None;
    }

    /// A path that a dialog chose.
    pub fn set_path(&mut self, path: &Path) {
        self.path = path.display().to_string();
        self.said = None;
        self.typed = true;
    }

    /// Says why the place will not do, until another is given.
    pub fn say(&mut self, sentence: String) {
        self.said = Some(sentence);
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let [title, help, done] = match self.browse {
            Browse::Open => [scene.say("open-title"), scene.say("open-help"), scene.say("open-open")],
            Browse::Join => [scene.say("join-title"), scene.say("join-help"), scene.say("join-read")],
            Browse::Copy => [scene.say("copy-title"), scene.say("copy-help"), scene.say("copy-write")],
            Browse::Export(client) => {
                let Some(client) = scene.client(client) else { return true };
                let title = scene.with("export-sheet", &[("client", (&client.name).into())]);
                [title, scene.say("export-help"), scene.say("export-write")]
            }
        };
        self.take_suggestion();
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
            let name = scene.say(if matches!(self.browse, Browse::Open | Browse::Join) {
                "open-path"
            } else {
                "copy-path"
            });
            let response = Field::line(&name).show(ui, Id::unique("file path"), &mut self.path);
            if !std::mem::replace(&mut self.started, true) {
                response.request_focus();
            }
            if response.changed() {
                self.said = None;
                self.typed = true;
            }
            if let Some(said) = &self.said {
                ui.add_space(space::XXS);
                label::ink(ui, Type::Body, said);
            }
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
                Browse::Join => Action::ReadToJoin(path),
                Browse::Copy => Action::SaveCopy(path),
                Browse::Export(client) => Action::ExportClient(client, path),
            });
        }
    }
}
