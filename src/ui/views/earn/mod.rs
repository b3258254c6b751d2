//! "Ik heb iets verdiend": type, click who, done.

mod belongs;
mod payer;
mod when;

use egui::{Context, Id, Key, Ui, vec2};

use self::{belongs::Belongs, payer::PayerChoice, when::When};
use crate::{
    app::{
        command::{Command, NewIncome, Payer, Payment},
        problem_words,
    },
    domain::{
        Day,
        amount::{self, AmountError},
        client_money::last_label,
        figure::{DailyFigure, DayState},
        id::Id as RecordId,
        month::Month,
    },
    ui::{
        action::Action,
        day_words,
        fonts::Type,
        kept::Kept,
        privacy::{Eye, Private},
        scene::Scene,
        tokens::{Tokens, space},
        widgets::{
            amount_field::AmountField,
            button::Button,
            field::Field,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// What was filled in so far.
#[derive(Debug)]
pub struct EarnSheet {
    amount: String,
    label: String,
    payer: PayerChoice,
    when: When,
    belongs: Option<Belongs>,
    started: bool,
    asked: bool,
    /// What was added just now already, until the person says that it is meant once more.
    again: Option<Command>,
    /// Whether that question has not been drawn yet.
    is_new: bool,
    /// What the day becomes, worked out once for what is filled in.
    outcome: Kept<(Command, u64, Eye, Day), String>,
    /// What the last income of who pays was for.
    last_label: Kept<(Option<RecordId>, u64), Option<String>>,
}

fn amount_id() -> Id {
    Id::unique("earn amount")
}

fn label_id() -> Id {
    Id::unique("earn label")
}

impl EarnSheet {
    /// Nothing filled in, except from whom if that is known.
    pub fn new(client: Option<RecordId>) -> Self {
        Self {
            amount: String::new(),
            label: String::new(),
            payer: PayerChoice::new(client),
            when: When::default(),
            belongs: None,
            started: false,
            asked: false,
            again: None,
            is_new: false,
            outcome: Kept::default(),
            last_label: Kept::default(),
        }
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let title = scene.say("earn-title");
        let close = scene.say("close");
        let sheet = Sheet { id: Id::unique("earn sheet"), title: Some(&title), close: &close, width: 860.0 };
        let mut wants_close = false;
        let typed = !self.amount.trim().is_empty() || !self.label.trim().is_empty();
        let holds = typed || self.payer.is_touched() || self.when.is_touched();
        let mut chose_by_enter = false;
        let crossed = sheet.show_with_foot(ctx, holds, |ui, part| {
            if part == Part::Foot {
                wants_close = self.buttons(ui, scene, chose_by_enter);
                return;
            }
            self.amount_row(ui, scene);
            ui.add_space(space::M);
            chose_by_enter = self.payer.ui(ui, scene);
            ui.add_space(space::S);
            self.question(ui, scene);
            self.label_row(ui, scene);
            ui.add_space(space::S);
            self.when.ui(ui, scene);
            if self.again.is_some() && self.again == self.command(scene) {
                ui.add_space(space::S);
                let asked = label::ink(ui, Type::Body, scene.say("earn-again"));
                if std::mem::take(&mut self.is_new) {
                    asked.scroll_to_me(None);
                }
            }
        });
        crossed || wants_close
    }

    fn amount_row(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let wide = ui.available_width() > 600.0;
        let name = scene.say("earn-amount");
        let focus = !std::mem::replace(&mut self.started, true);
        let outcome = self.outcome(scene);
        let draw = |ui: &mut Ui, state: &mut Self| {
            let width = if wide { 330.0 } else { ui.available_width() };
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let size = if wide { Type::Amount.size() } else { 48.0 };
                    let field =
                        AmountField { name: &name, size, width, hidden: scene.hides(Private::Amount) };
                    let response = field.show(ui, amount_id(), &mut state.amount);
                    if focus {
                        response.request_focus();
                    }
                    state.amount_error(ui, scene);
                });
            });
            if wide {
                ui.add_space(space::XL);
            }
            ui.vertical(|ui| {
                ui.add_space(if wide { 44.0 } else { 0.0 });
                if outcome.is_empty() {
                    return;
                }
                let outcome = egui::RichText::new(outcome).font(Type::Body.font_of_size(17.0));
                ui.add(egui::Label::new(outcome.color(Tokens::of(ui).soft)).wrap());
            });
        };
        if wide {
            ui.horizontal_top(|ui| draw(ui, self));
        } else {
            ui.vertical(|ui| draw(ui, self));
        }
    }

    fn amount_error(&self, ui: &mut Ui, scene: &Scene<'_>) {
        match amount::parse_positive(&self.amount) {
            Ok(_) => {}
            // An empty field is no mistake until one wants to go on.
            Err(AmountError::Empty) if !self.asked => {}
            Err(error) => {
                label::ink(ui, Type::Small, problem_words::amount_sentence(error, scene.words()));
            }
        }
    }

    /// When this client still has to pay something: does this belong to it?
    fn question(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let client = self.payer.client(scene).filter(|_| self.when.received());
        let amount = amount::parse_positive(&self.amount).ok();
        self.belongs = belongs::ui(ui, scene, client, amount, self.belongs.take());
        if self.belongs.is_some() {
            ui.add_space(space::S);
        }
    }

    fn label_row(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        // What something that was still to get is for, is known already.
        if self.belongs.as_ref().is_some_and(|belongs| belongs.to.is_some()) {
            return;
        }
        self.label_head(ui, scene);
        let name = scene.say("earn-label-name");
        Field::line(&name).show(ui, label_id(), &mut self.label);
    }

    /// What the field is for, and behind it what it was for the last time, to click.
    fn label_head(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let key = (self.payer.client(scene), scene.session.revision());
        let last = self.last_label.get(key, || key.0.and_then(|client| last_label(scene.book(), client)));
        ui.horizontal_wrapped(|ui| {
            label::soft(ui, Type::Small, scene.say("earn-label"));
            let Some(last) = last.as_ref() else { return };
            ui.set_min_height(32.0);
            if self.label.is_empty() {
                let words = scene.with("earn-label-again", &[("label", last.into())]);
                if Button::quiet(&words).small().show(ui).clicked() {
                    self.label.clone_from(last);
                }
            }
        });
    }

    fn buttons(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, chose_by_enter: bool) -> bool {
        let mut add =
            !chose_by_enter && ui.input(|input| input.key_pressed(Key::Enter)) && self.enter_adds(ui);
        let command = self.command(scene);
        let is_asked = self.again.is_some() && self.again == command;
        let cancel = Button::quiet(&scene.say("not-now")).show(ui).clicked();
        let words = scene.say(if is_asked { "earn-add-again" } else { "add" });
        add |= Button::main(&words).show(ui).clicked();
        if add {
            match (command, self.payer.payer(scene)) {
                (None, _) => {
                    self.asked = true;
                    ui.memory_mut(|memory| memory.request_focus(amount_id()));
                }
                (Some(_), None) => self.payer.ask(ui),
                (Some(command), Some(_)) if !is_asked && scene.session.is_again(&command) => {
                    (self.again, self.is_new) = (Some(command), true);
                    ui.ctx().request_repaint();
                }
                (Some(command), Some(_)) => scene.push(Action::DoAndClose(command)),
            }
        }
        cancel
    }

    /// Enter adds from the fields; on a choice it chooses that.
    fn enter_adds(&self, ui: &Ui) -> bool {
        let focused = ui.memory(egui::Memory::focused);
        match focused {
            None => true,
            Some(id) => {
                let search = id == payer::search_id() && self.payer.settled();
                id == amount_id() || id == label_id() || search
            }
        }
    }

    /// What is filled in, as a command; none while there is no amount.
    fn command(&self, scene: &Scene<'_>) -> Option<Command> {
        let payment = match &self.belongs {
            Some(Belongs { to: Some(id), .. }) => Payment::For(*id),
            _ => self.when.payment(scene),
        };
        Some(Command::Earn(NewIncome {
            amount: amount::parse_positive(&self.amount).ok()?,
            // Whom the day is earned from changes nothing of it, so it is shown before that is known.
            from: self.payer.payer(scene).unwrap_or(Payer::Nobody),
            label: self.label.clone(),
            day: self.when.day(scene.today()),
            payment,
        }))
    }

    /// What the day becomes, in a sentence.
    fn outcome(&mut self, scene: &Scene<'_>) -> String {
        let Some(command) = self.command(scene) else { return String::new() };
        let key = (command.clone(), scene.session.revision(), scene.eye, scene.today());
        let outcome = self.outcome.get(key, || outcome_sentence(scene, &command).unwrap_or_default());
        String::clone(&outcome)
    }
}

fn outcome_sentence(scene: &Scene<'_>, command: &Command) -> Option<String> {
    if scene.hides(Private::Preview) {
        return None;
    }
    let book = scene.session.preview(command)?;
    let before = &scene.overview.daily;
    let after = DailyFigure::of(&book, scene.today());
    if after.figure != before.figure && matches!(after.state, DayState::ToEarn { .. }) {
        return Some(scene.with("today-becomes", &[("amount", (&scene.amount(after.figure)).into())]));
    }
    if after.earned_before == before.earned_before && after.earned_today == before.earned_today {
        let day = if let Command::Earn(new) = command { Some(new.day) } else { None };
        return day_words::before_plan(scene, day).or_else(|| Some(scene.say("earn-counted-already")));
    }
    let enough = |state| matches!(state, DayState::EnoughToday | DayState::EnoughThisMonth);
    if enough(before.state) {
        return Some(scene.say("earn-enough-already"));
    }
    Some(match after.state {
        DayState::ToEarn { left } => scene.with("earn-left", &[("amount", (&scene.amount(left)).into())]),
        DayState::EnoughToday => scene.say("earn-enough-today"),
        DayState::EnoughThisMonth => {
            let month = scene.month(Month::of(scene.today()));
            scene.with("earn-enough-month", &[("month", (&month).into())])
        }
        DayState::Free { .. } | DayState::NoWorkWeek => scene.say("earn-free-day"),
    })
}
