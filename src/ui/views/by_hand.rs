//! A version of the book that was edited outside the program: what differs, and whether that is taken or put back.

use egui::{Context, Id, Ui};

use crate::{
    app::{
        differences,
        file_question::{FileChoice, FileQuestion},
        summary,
    },
    storage::{hand_edit::HandEdit, save::Asked},
    ui::{
        action::Action,
        fonts::Type,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{
            button::Button,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// Asks what to do with it.
#[derive(Debug)]
pub struct ByHandSheet {
    /// The version, when it came while the book was open; none for the file that was opened.
    asked: Option<Box<Asked>>,
    /// What differs; none when nothing is known to compare it with.
    differences: Option<Differences>,
}

#[derive(Debug)]
struct Differences {
    /// Field by field.
    lines: Vec<String>,
    /// Without names and amounts, for while those are hidden.
    counted: String,
}

impl ByHandSheet {
    /// For the file that was opened; none when it was not edited.
    pub fn of_file(scene: &Scene<'_>) -> Option<Self> {
        match scene.question? {
            FileQuestion::ByHand(edit, _) => {
                Some(Self { asked: None, differences: Differences::of(edit, scene) })
            }
            FileQuestion::Older(_) => None,
        }
    }

    /// For a version that came while the book was open; none when it was not edited.
    pub fn of_version(asked: &Asked, scene: &Scene<'_>) -> Option<Self> {
        let differences = Differences::of(asked.by_hand.as_ref()?, scene);
        Some(Self { asked: Some(Box::new(asked.clone())), differences })
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let close = scene.say(if self.asked.is_none() { "by-hand-look" } else { "close" });
        let title = scene.say("by-hand-title");
        let sheet = Sheet { id: Id::unique("by hand"), title: Some(&title), close: &close, width: 640.0 };
        sheet.show_with_foot(ctx, false, |ui, part| {
            if part == Part::Foot {
                self.buttons(ui, scene);
            } else {
                self.contents(ui, scene);
            }
        })
    }

    fn contents(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(differences) = &self.differences else {
            label::ink(ui, Type::Body, scene.say("by-hand-unknown"));
            return;
        };
        label::ink(ui, Type::Body, scene.say("by-hand-help"));
        ui.add_space(space::XS);
        if scene.hides(Private::Deed) {
            label::ink(ui, Type::Strong, &differences.counted);
        } else {
            for line in &differences.lines {
                label::ink(ui, Type::Strong, line);
            }
        }
        ui.add_space(space::XS);
        label::soft(ui, Type::Body, scene.say("by-hand-promise"));
    }

    fn buttons(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let Some(_) = self.differences else {
            if Button::main(&scene.say("by-hand-go-on")).show(ui).clicked() {
                scene.push(self.answer(FileChoice::Take));
            }
            return;
        };
        if self.asked.is_none() && Button::quiet(&scene.say("by-hand-look")).show(ui).clicked() {
            scene.push(Action::Close);
        }
        if Button::quiet(&scene.say("by-hand-take")).show(ui).clicked() {
            scene.push(self.answer(FileChoice::Take));
        }
        if Button::main(&scene.say("by-hand-put-back")).show(ui).clicked() {
            scene.push(self.answer(FileChoice::Known));
        }
    }

    fn answer(&self, choice: FileChoice) -> Action {
        match &self.asked {
            Some(asked) => Action::Answer { asked: asked.clone(), keep_all: choice == FileChoice::Known },
            None => Action::ChooseFile(choice),
        }
    }
}

impl Differences {
    fn of(edit: &HandEdit, scene: &Scene<'_>) -> Option<Self> {
        let (before, words) = (edit.before.as_ref()?, scene.words());
        Some(Self {
            lines: differences::lines(before, &edit.edited, words, scene.today()),
            counted: summary::beside(&edit.edited, before, words),
        })
    }
}
