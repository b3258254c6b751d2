//! "Waarom dit bedrag?": every line of the sum, and each can be changed in place.

mod editor;
mod lines;
mod need_bar;
mod tiles;

use std::sync::Arc;

use egui::{Context, Id, Ui};

use self::editor::Editor;
use crate::{
    app::command::{Command, PlanEdit},
    domain::{Day, explanation::Explanation, figure::DailyFigure, money::Cents},
    ui::{
        action::Action,
        fonts::Type,
        kept::Kept,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, card, label, sheet::Sheet},
    },
};

/// What is being changed on the sheet, and not yet confirmed.
#[derive(Debug, Default)]
enum Change {
    /// Nothing.
    #[default]
    None,
    /// A line's setting.
    Editing(Box<Editor>),
    /// A day made free or a working day.
    Day(Day, bool),
}

/// The sheet.
#[derive(Debug, Default)]
pub struct WhySheet {
    change: Change,
    /// What is shown, worked out once for what is proposed.
    explanation: Kept<(Option<Command>, u64, Day), Explanation>,
}

impl WhySheet {
    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let explanation = self.explanation(scene);
        let figure = scene.amount(explanation.daily.figure);
        let title = scene.with("why-title", &[("amount", (&figure).into())]);
        let close = scene.say("close");
        let sheet = Sheet { id: Id::unique("why sheet"), title: Some(&title), close: &close, width: 800.0 };
        let holds = !matches!(self.change, Change::None);
        sheet.show_holding(ctx, holds, |ui| {
            label::soft(ui, Type::Body, scene.say("why-help"));
            ui.add_space(space::M);
            self.lines(ui, scene, &explanation);
            ui.add_space(space::S);
            self.days(ui, scene, &explanation);
            ui.add_space(space::M);
            closing_words(ui, scene, &explanation);
        })
    }

    /// The explanation of the book, or of what it would be.
    fn explanation(&mut self, scene: &Scene<'_>) -> Arc<Explanation> {
        let proposal = self.proposal();
        let key = (proposal.clone(), scene.session.revision(), scene.today());
        self.explanation.get(key, || {
            let preview = proposal.as_ref().and_then(|command| scene.session.preview(command));
            let book = preview.as_ref().unwrap_or_else(|| scene.book());
            // While something is only tried, what stood here earlier says nothing.
            let first_figure = scene.first_figure.filter(|_| proposal.is_none());
            Explanation::of(book, scene.today(), first_figure)
        })
    }

    /// What is being changed, as a command.
    fn proposal(&self) -> Option<Command> {
        match &self.change {
            Change::None => None,
            Change::Editing(editor) => editor.edit().map(Command::EditPlan),
            Change::Day(day, works) => Some(Command::EditPlan(PlanEdit::Day(*day, *works))),
        }
    }

    fn lines(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, explanation: &Explanation) {
        for (index, line) in explanation.lines.iter().enumerate() {
            let editable = editor::for_line(line, scene);
            let pencil = lines::ui(ui, scene, index + 1, line, editable.is_some());
            if pencil {
                match editable {
                    Some(editor::Pencil::Editor(editor)) => {
                        // A second click on the pencil puts it away.
                        let same = matches!(&self.change, Change::Editing(now) if now.is_like(&editor));
                        self.change = if same { Change::None } else { Change::Editing(editor) };
                    }
                    Some(editor::Pencil::Sheet(sheet)) => scene.open(sheet),
                    None => {}
                }
            }
            if let Change::Editing(editor) = &mut self.change
                && editor.belongs_to(line)
            {
                card::quiet_box(ui, |ui| editor.ui(ui, scene));
                ui.add_space(space::XS);
                self.confirm(ui, scene, explanation);
            }
        }
    }

    fn days(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, explanation: &Explanation) {
        let proposed = if let Change::Day(day, _) = &self.change { Some(*day) } else { None };
        if let Some((day, works)) = tiles::ui(ui, scene, &explanation.days, proposed) {
            // The same day again: as it was.
            self.change = if proposed == Some(day) { Change::None } else { Change::Day(day, works) };
        }
        if let Change::Day(day, works) = self.change {
            let day = scene.day_long(day);
            let key = if works { "why-day-worked" } else { "why-day-free" };
            label::ink(ui, Type::Body, scene.with(key, &[("day", (&day).into())]));
            self.confirm(ui, scene, explanation);
        } else {
            ui.horizontal(|ui| {
                if ui.available_width() > 620.0 {
                    ui.add_space(26.0);
                }
                label::soft(ui, Type::Small, scene.say("why-days-help"));
            });
        }
    }

    /// What today becomes, before it is done.
    fn confirm(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, explanation: &Explanation) {
        let Some(command) = self.proposal() else { return };
        let sentence = becomes(scene, &scene.overview.daily, &explanation.daily);
        ui.horizontal_wrapped(|ui| {
            label::ink(ui, Type::Strong, sentence);
            if Button::main(&scene.say("why-apply")).small().show(ui).clicked() {
                scene.push(Action::Do(command, None));
                self.change = Change::None;
            }
            if Button::quiet(&scene.say("not-now")).small().show(ui).clicked() {
                self.change = Change::None;
            }
        });
        ui.add_space(space::XS);
    }
}

/// "Vandaag wordt € 190 in plaats van € 185."
fn becomes(scene: &Scene<'_>, now: &DailyFigure, then: &DailyFigure) -> String {
    use crate::domain::figure::DayState;
    if matches!(then.state, DayState::Free { .. }) && !matches!(now.state, DayState::Free { .. }) {
        return scene.say("why-becomes-free");
    }
    let (was, becomes) = (scene.amount(now.figure), scene.amount(then.figure));
    if now.figure == then.figure {
        scene.with("why-stays", &[("amount", (&was).into())])
    } else {
        scene.with("why-becomes", &[("amount", (&becomes).into()), ("was", (&was).into())])
    }
}

/// "Dit is een richtbedrag, geen boekhouding."
fn closing_words(ui: &mut Ui, scene: &Scene<'_>, explanation: &Explanation) {
    let words = match explanation.never_above {
        Some(cap) if cap > Cents::ZERO => {
            scene.with("why-closing-cap", &[("cap", (&scene.amount(cap)).into())])
        }
        _ => match scene.book().plan.style {
            crate::domain::plan::FigureStyle::Adapting => scene.say("why-closing"),
            crate::domain::plan::FigureStyle::Steady => scene.say("why-closing-steady"),
        },
    };
    card::quiet_box(ui, |ui| label::soft(ui, Type::Body, words));
}
