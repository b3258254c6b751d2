//! Another version of the book, from a file of one's own, before it is put in one with the open book.

use egui::{Context, Id};

use crate::{
    app::summary,
    domain::book::Book,
    ui::{
        action::Action,
        fonts::Type,
        scene::Scene,
        widgets::{
            button::Button,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// Says what would become of it, and asks.
#[derive(Debug)]
pub struct JoinSheet {
    theirs: Box<Book>,
    /// What would be different after it.
    what: String,
}

impl JoinSheet {
    /// For this version.
    pub fn new(scene: &Scene<'_>, theirs: Box<Book>) -> Self {
        let joined = scene.book().merged_with(&theirs);
        Self { what: summary::beside(&joined, scene.book(), scene.words()), theirs }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let (title, close) = (scene.say("join-title"), scene.say("close"));
        let sheet = Sheet { id: Id::unique("join"), title: Some(&title), close: &close, width: 560.0 };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                if Button::quiet(&scene.say("not-now")).show(ui).clicked() {
                    scene.push(Action::Close);
                }
                let join = Button::main(&scene.say("join-do")).show(ui);
                // What would happen is said already: Enter does it.
                if ui.memory(|memory| memory.focused().is_none()) {
                    join.request_focus();
                }
                if join.clicked() {
                    scene.push(Action::Join(self.theirs.clone()));
                }
                return;
            }
            label::ink(ui, Type::Body, scene.with("join-what", &[("what", (&self.what).into())]));
            label::soft(ui, Type::Body, scene.say("join-promise"));
        })
    }
}
