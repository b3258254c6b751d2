//! One income, to correct.

mod days;
mod payer;

use egui::{Context, Id, Key, Ui};

use crate::{
    app::{amount_words, command::Command, problem_words},
    domain::{
        amount::{self, AmountError},
        fields::IncomeField,
        id::Id as RecordId,
        income::Income,
        other_values::Waiting,
    },
    ui::{
        action::Action,
        day_words,
        fonts::Type,
        icon::Icon,
        kept::Kept,
        privacy::{Eye, Private},
        scene::Scene,
        tokens::space,
        views::others,
        widgets::{
            amount_field::AmountField,
            button::Button,
            field::Field,
            label,
            sheet::{Part, Sheet},
        },
    },
};

/// From this width on all buttons stand in one row, in points.
const ONE_ROW: f32 = 440.0;

/// One income as it is being corrected; the book changes when it is kept.
#[derive(Debug)]
pub struct CorrectSheet {
    /// As it was when the sheet was opened.
    opened: Income,
    income: Income,
    amount: String,
    payer: payer::Payer,
    days: days::Days,
    focused: bool,
    asked: bool,
    all_others: bool,
    becomes: Kept<(u64, Income, Eye), Option<String>>,
}

impl CorrectSheet {
    /// An income to correct; none when it is not in the book.
    pub fn new(id: RecordId, scene: &Scene<'_>) -> Option<Self> {
        let income = Income::clone(scene.book().incomes.get(id)?);
        Some(Self {
            amount: amount_words::digits(income.amount, scene.language()),
            opened: income.clone(),
            income,
            payer: payer::Payer::default(),
            days: days::Days::default(),
            focused: false,
            asked: false,
            all_others: false,
            becomes: Kept::default(),
        })
    }

    /// Draws it; whether it wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        // Undo can take away what is being corrected, or change it under the sheet.
        match scene.book().incomes.get(self.income.id) {
            None => return true,
            Some(now) if **now != self.opened => match Self::new(self.income.id, scene) {
                Some(fresh) => *self = Self { focused: true, ..fresh },
                None => return true,
            },
            Some(_) => {}
        }
        let (title, close) = (scene.say("correct-title"), scene.say("close"));
        let id = Id::unique(("correct income", self.income.id));
        let sheet = Sheet { id, title: Some(&title), close: &close, width: 720.0 };
        let mut cancelled = false;
        let holds = self.income != self.opened
            || self.amount != amount_words::digits(self.opened.amount, scene.language())
            || self.payer.is_searching();
        let (mut wide, mut chose_by_enter) = (true, false);
        let closed = sheet.show_with_foot(ctx, holds, |ui, part| match part {
            Part::Middle => {
                wide = ui.available_width() >= ONE_ROW;
                chose_by_enter = self.contents(ui, scene);
            }
            Part::Foot => cancelled = self.buttons(ui, scene, wide, chose_by_enter),
        });
        closed || cancelled
    }

    fn amount_id(&self) -> Id {
        Id::unique(("correct amount", self.income.id))
    }

    fn label_id(&self) -> Id {
        Id::unique(("correct label", self.income.id))
    }

    /// Draws the fields; whether Enter just chose somebody.
    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let (amount_id, label_id) = (self.amount_id(), self.label_id());
        let name = scene.say("correct-amount");
        let width = ui.available_width().min(360.0);
        let field = AmountField { name: &name, size: 48.0, width, hidden: scene.hides(Private::Amount) };
        let response = field.show(ui, amount_id, &mut self.amount);
        if !std::mem::replace(&mut self.focused, true) {
            response.request_focus();
        }
        let read = amount::parse_positive(&self.amount);
        match read {
            Ok(amount) => self.income.amount = amount,
            // An emptied field is not wrong until it is kept.
            Err(AmountError::Empty) if !self.asked => {}
            Err(error) => {
                label::ink(ui, Type::Small, problem_words::amount_sentence(error, scene.words()));
            }
        }
        self.others(ui, scene, IncomeField::Amount);
        ui.add_space(space::M);
        let what = scene.say("correct-label");
        label::over(ui, Type::Strong, &what);
        Field::line(&what).show(ui, label_id, &mut self.income.label);
        self.others(ui, scene, IncomeField::Label);
        ui.add_space(space::M);
        let chose_by_enter = self.payer.ui(ui, scene, &mut self.income);
        self.others(ui, scene, IncomeField::Client);
        ui.add_space(space::M);
        self.days.ui(ui, scene, &mut self.income);
        let command = Command::CorrectIncome(self.income.clone());
        if read.is_ok() {
            let key = (scene.session.revision(), self.income.clone(), scene.eye);
            let becomes = self.becomes.get(key, || {
                let day = self.income.counting_day(scene.book().plan.count_by);
                let changed =
                    scene.book().incomes.get(self.income.id).is_some_and(|now| **now != self.income);
                let unmoved = || day_words::before_plan(scene, day.filter(|_| changed));
                scene.today_becomes(&command).or_else(unmoved)
            });
            if let Some(sentence) = becomes.as_ref() {
                ui.add_space(space::S);
                label::ink(ui, Type::Body, sentence);
            }
        }
        if ui.available_width() < ONE_ROW {
            ui.add_space(space::S);
            self.remove(ui, scene);
        }
        chose_by_enter
    }

    fn remove(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if Button::bare(&scene.say("correct-remove")).icon(Icon::Trash).show(ui).clicked() {
            scene.push(Action::DoAndClose(Command::RemoveIncome(self.income.id)));
        }
    }

    /// Draws the buttons; whether it was called off.
    fn buttons(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, wide: bool, chose_by_enter: bool) -> bool {
        let (amount_id, label_id) = (self.amount_id(), self.label_id());
        let read = amount::parse_positive(&self.amount);
        if wide {
            self.remove(ui, scene);
        }
        let cancelled = Button::quiet(&scene.say("not-now")).show(ui).clicked();
        let keep = Button::main(&scene.say("correct-keep")).show(ui).clicked();
        // Enter keeps from a field or from nowhere; on a button it already clicks that.
        let free = ui.memory(egui::Memory::focused).is_none_or(|id| id == amount_id || id == label_id);
        let entered = !chose_by_enter && free && ui.input(|input| input.key_pressed(Key::Enter));
        if keep || entered {
            let wrong_day =
                days::after_today(self.income.earned, scene) || days::after_today(self.income.paid, scene);
            if !self.payer.settle(scene, &mut self.income) {
                ui.memory_mut(|memory| memory.request_focus(payer::search_id(&self.income)));
            } else if read.is_ok() && !wrong_day {
                scene.push(Action::DoAndClose(Command::CorrectIncome(self.income.clone())));
            } else {
                self.asked = true;
            }
        }
        cancelled
    }

    /// What waits beside a field.
    fn others(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, field: IncomeField) {
        others::under(ui, scene, Waiting::Income(self.income.id, field), &mut self.all_others);
    }
}
