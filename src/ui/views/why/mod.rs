//! "Waarom dit bedrag?": every line of the sum, and each can be changed in place.

mod editor;
mod lines;
mod need_bar;
mod tiles;

use std::sync::Arc;

use egui::{Context, Id, Ui};

use self::editor::{Editor, Pencil};
use crate::{
    app::command::{Command, PlanEdit},
    domain::{
        Day,
        explanation::{Explanation, Line},
        figure::{DailyFigure, DayState},
        money::Cents,
        plan::FigureStyle,
    },
    ui::{
        action::Action,
        day_words,
        fonts::Type,
        kept::Kept,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{button::Button, card, foot, label, sheet::Sheet},
    },
};

/// What is being changed on the sheet, and not yet confirmed.
#[derive(Debug, Default)]
enum Change {
    /// Nothing.
    #[default]
    None,
    /// The setting behind a line.
    Editing {
        /// What is chosen and typed so far.
        editor: Box<Editor>,
        /// Under how many lines it stands; it stays there when what it proposes takes its own line away.
        under: usize,
    },
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
        let title = title(scene, &explanation.daily);
        let close = scene.say("close");
        let sheet = Sheet { id: Id::unique("why sheet"), title: Some(&title), close: &close, width: 800.0 };
        let holds = !matches!(self.change, Change::None);
        sheet.show_holding(ctx, holds, |ui| {
            for sentence in about(scene, &explanation.daily) {
                label::ink(ui, Type::Body, sentence);
            }
            if explanation.lines.is_empty() {
                self.choose_week(ui, scene);
            } else {
                label::soft(ui, Type::Body, scene.say("why-help"));
            }
            ui.add_space(space::M);
            self.lines(ui, scene, &explanation);
            ui.add_space(space::S);
            under_the_words(ui, |ui| self.days(ui, scene, &explanation));
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
            Change::Editing { editor, .. } => editor.edit().map(Command::EditPlan),
            Change::Day(day, works) => Some(Command::EditPlan(PlanEdit::Day(*day, *works))),
        }
    }

    fn lines(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, explanation: &Explanation) {
        let lines = &explanation.lines;
        let place = match &self.change {
            Change::Editing { editor, under } => {
                let own = lines.iter().position(|line| editor.belongs_to(line));
                Some(own.map_or((*under).min(lines.len()), |index| index + 1))
            }
            _ => None,
        };
        if place == Some(0) {
            self.editor(ui, scene, explanation);
        }
        let mut number = 0;
        for (index, line) in lines.iter().enumerate() {
            if !(scene.hides(Private::Verdict) && lines::is_verdict(line)) {
                number += 1;
                let editable = editor::for_line(line, scene);
                if lines::ui(ui, scene, number, line, editable.is_some()) {
                    self.pencil(scene, editable, index + 1);
                }
            }
            if place == Some(index + 1) {
                self.editor(ui, scene, explanation);
            }
        }
    }

    /// Does what a pencil leads to.
    fn pencil(&mut self, scene: &mut Scene<'_>, pencil: Option<Pencil>, under: usize) {
        match pencil {
            Some(Pencil::Editor(editor)) => {
                // A second click on the pencil puts it away.
                let same =
                    matches!(&self.change, Change::Editing { editor: now, .. } if now.is_like(&editor));
                self.change = if same { Change::None } else { Change::Editing { editor, under } };
            }
            Some(Pencil::Sheet(sheet)) => scene.open(sheet),
            None => {}
        }
    }

    fn editor(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, explanation: &Explanation) {
        let Change::Editing { editor, .. } = &mut self.change else { return };
        card::quiet_box(ui, |ui| editor.ui(ui, scene));
        if editor.is_changed() {
            ui.add_space(space::XS);
            self.confirm(ui, scene, explanation);
        }
    }

    /// Where there is no sum, the way to the working days.
    fn choose_week(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if matches!(self.change, Change::Editing { .. }) {
            return;
        }
        ui.add_space(space::XS);
        if Button::quiet(&scene.say("figure-choose-days")).show(ui).clicked() {
            self.change = Change::Editing { editor: Box::new(Editor::week(scene)), under: 0 };
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
            label::soft(ui, Type::Small, scene.say("why-days-help"));
        }
    }

    /// What today becomes, before it is done; without a proposal that can be done, only the way back.
    fn confirm(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, explanation: &Explanation) {
        let proposal = self.proposal();
        if proposal.is_some() && !scene.hides(Private::Preview) {
            let sentence = day_words::becomes(scene, &scene.overview.daily, &explanation.daily);
            label::ink(ui, Type::Strong, sentence);
        }
        foot::show(ui, Id::unique("why buttons"), |ui| {
            if Button::quiet(&scene.say("not-now")).small().show(ui).clicked() {
                self.change = Change::None;
            }
            let apply = scene.say("why-apply");
            if Button::main(&apply).small().enabled(proposal.is_some()).show(ui).clicked()
                && let Some(command) = proposal
            {
                scene.push(Action::Do(command, None));
                self.change = Change::None;
            }
        });
        ui.add_space(space::XS);
    }
}

/// Draws what belongs under the words of the lines, where there is room for their numbers.
fn under_the_words(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let indent = if ui.available_width() > 620.0 { lines::NUMBER } else { 0.0 };
    ui.horizontal_top(|ui| {
        ui.add_space(indent);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
    });
}

/// The head, for what the day is.
fn title(scene: &Scene<'_>, daily: &DailyFigure) -> String {
    let figure = |amount| scene.with("why-title", &[("amount", (&scene.amount(amount)).into())]);
    match daily.state {
        DayState::NoWorkWeek => scene.say("figure-no-week"),
        DayState::Free { .. } => scene.say("figure-free"),
        DayState::EnoughThisMonth if !scene.hides(Private::Verdict) => {
            scene.with("why-title-enough", &[("month", (&scene.month(daily.need.month)).into())])
        }
        DayState::EnoughThisMonth | DayState::EnoughToday | DayState::ToEarn { .. } => figure(daily.figure),
    }
}

/// What there is to say before the sum.
fn about(scene: &Scene<'_>, daily: &DailyFigure) -> Vec<String> {
    let month = scene.month(daily.need.month);
    match daily.state {
        DayState::NoWorkWeek => vec![scene.say("figure-no-week-help")],
        DayState::Free { next: None } => vec![scene.say("why-no-day")],
        DayState::Free { next: Some(next) } => {
            let mut said = Vec::new();
            if !daily.need.month.contains(next.day) {
                let key = if daily.need.working_days == 0 { "why-month-off" } else { "why-month-over" };
                said.push(scene.with(key, &[("month", (&month).into())]));
            }
            said.push(day_words::next_day(scene, next));
            said
        }
        DayState::EnoughThisMonth if !scene.hides(Private::Verdict) => {
            vec![scene.with("why-enough", &[("month", (&month).into())])]
        }
        _ => Vec::new(),
    }
}

/// "Dit is een richtbedrag, geen boekhouding."
fn closing_words(ui: &mut Ui, scene: &Scene<'_>, explanation: &Explanation) {
    if explanation.lines.is_empty() {
        return;
    }
    let enough = explanation.lines.iter().any(|line| matches!(line, Line::Enough { .. }));
    let words = match explanation.never_above {
        _ if enough && !scene.hides(Private::Verdict) => scene.say("why-closing-enough"),
        Some(cap) if cap > Cents::ZERO => {
            scene.with("why-closing-cap", &[("cap", (&scene.amount(cap)).into())])
        }
        _ => match scene.book().plan.style {
            FigureStyle::Adapting => scene.say("why-closing"),
            FigureStyle::Steady => scene.say("why-closing-steady"),
        },
    };
    card::quiet_box(ui, |ui| label::soft(ui, Type::Body, words));
}
