//! The first five minutes: three questions, and the figure grows while they are answered.

use egui::{Id, ScrollArea, Sense, Ui, accesskit::Role, vec2};

use crate::{
    app::{amount_words, problem_words, words::Words},
    domain::{
        Day,
        amount::{self, AmountError},
        book::Language,
        cost::{Cost, Period},
        figure::ordinary_day,
        id::Id as RecordId,
        money::Cents,
        plan::Plan,
        work_week::WorkWeek,
    },
    ui::{
        action::{Action, MachineEdit},
        fonts::Type,
        icon::Icon,
        recent_books::RecentBook,
        tokens::{Tokens, space},
        views::{recent_list, trouble},
        widgets::{
            amount_field::AmountField,
            button::{self, Button},
            card,
            chip::Chip,
            fan, label, menu, spoken, week_tiles,
        },
    },
};

/// The answers so far.
#[derive(Debug)]
pub struct Welcome {
    words: Words,
    living: String,
    costs: String,
    week: WorkWeek,
    opening: bool,
    path: String,
    said: Option<String>,
    focused: bool,
    asked: bool,
    /// How high the highest of the cards is without more air, in points.
    tallest: f32,
}

impl Welcome {
    /// Nothing answered yet, in a language; Monday to Friday to start from.
    pub fn new(language: Language) -> Self {
        Self {
            words: Words::new(language),
            living: String::new(),
            costs: String::new(),
            week: Plan::new(Day::default()).week,
            opening: false,
            path: String::new(),
            said: None,
            focused: false,
            asked: false,
            tallest: 0.0,
        }
    }

    /// Whether a person has seen it, and may have answered something.
    pub const fn was_shown(&self) -> bool {
        self.focused
    }

    /// Says why a book does not open.
    pub fn say(&mut self, sentence: String) {
        self.said = Some(sentence);
        self.opening = true;
    }

    /// The language it speaks.
    pub const fn language(&self) -> Language {
        self.words.language()
    }

    /// Draws it; what is asked for.
    pub fn ui(&mut self, ui: &mut Ui, today: Day, recent: &[RecentBook]) -> Vec<Action> {
        let mut actions = Vec::new();
        let words = self.words.clone();
        spoken::panel(ui, Role::Main, &words.say("welcome-name"));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let all = ui.available_width();
            let side = if all < 600.0 { space::M } else { space::XXL };
            let width = (all - 2.0 * side).min(1010.0);
            let above = ((ui.available_height() - 600.0) / 2.4).clamp(space::M, 96.0);
            ui.add_space(above);
            ui.horizontal_top(|ui| {
                ui.add_space((all - width) / 2.0);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    self.contents(ui, &words, today, recent, &mut actions);
                    ui.add_space(space::L);
                });
            });
        });
        actions
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        today: Day,
        recent: &[RecentBook],
        actions: &mut Vec<Action>,
    ) {
        ui.horizontal_wrapped(|ui| {
            fan::show(ui);
            ui.add_space(space::XS);
            let size = (ui.max_rect().width() / 28.0).clamp(24.0, 36.0);
            let text = Type::Title.font_of_size(size);
            let title = words.say("welcome-title");
            let shown = egui::RichText::new(&title).font(text).color(Tokens::of(ui).ink);
            let shown = ui.add(egui::Label::new(shown).wrap());
            spoken::heading(ui, &shown, &title);
        });
        ui.add_space(space::XS);
        let help = egui::RichText::new(words.say("welcome-help")).font(Type::Body.font_of_size(18.0));
        ui.add(egui::Label::new(help.color(Tokens::of(ui).soft)).wrap());
        ui.add_space(space::L);
        self.questions(ui, words);
        ui.add_space(space::L);
        self.answer(ui, words, today, actions);
        ui.add_space(space::L);
        self.links(ui, words, recent, actions);
    }

    fn questions(&mut self, ui: &mut Ui, words: &Words) {
        let width = ui.available_width();
        let columns = if width > 760.0 { 3.0 } else { 1.0 };
        let gap = if width > 860.0 { 22.0 } else { 14.0 };
        let card_width = (width - gap * (columns - 1.0)) / columns;
        let draw = |ui: &mut Ui, state: &mut Self| {
            ui.spacing_mut().item_spacing = vec2(gap, space::M);
            let mut tallest = 0.0_f32;
            for question in [Question::Living, Question::Costs, Question::Days] {
                ui.allocate_ui(vec2(card_width, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(card_width);
                        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
                        let height = state.question(ui, words, question, columns > 1.0);
                        tallest = tallest.max(height);
                    });
                });
            }
            // With a sentence about a mistake on one of them, the others grow with it.
            if (tallest - std::mem::replace(&mut state.tallest, tallest)).abs() > 0.5 {
                ui.ctx().request_discard("a card of the welcome got another height");
            }
        };
        if columns > 1.0 {
            ui.horizontal_top(|ui| draw(ui, self));
        } else {
            ui.vertical(|ui| draw(ui, self));
        }
    }

    /// Draws a card; how high what is on it is.
    fn question(&mut self, ui: &mut Ui, words: &Words, question: Question, tall: bool) -> f32 {
        let [number, head, help] = question.keys();
        let margin = if ui.available_width() > 290.0 { 28 } else { 20 };
        card::card(ui, margin, |ui| {
            ui.set_width(ui.available_width());
            let top = ui.cursor().top();
            if tall {
                ui.set_min_height(self.tallest);
            }
            label::soft(ui, Type::Small, words.say(number));
            let title = words.say(head);
            let shown = egui::RichText::new(&title).font(Type::Heading.font_of_size(20.0));
            let shown = ui.add(egui::Label::new(shown.color(Tokens::of(ui).ink)).wrap());
            // It is the name of the field or of the days.
            spoken::only_for_eyes(ui, &shown);
            label::soft(ui, Type::Body, words.say(help));
            let spent = ui.cursor().top() - top;
            // Where the cards stand side by side their answers do too.
            let tallest = if ui.available_width() < 230.0 { 162.0_f32 } else { 148.0 };
            ui.add_space(if tall { (tallest - spent).max(space::XS) } else { space::XS });
            match question {
                Question::Living => {
                    let (focus, asked) = (!std::mem::replace(&mut self.focused, true), self.asked);
                    amount_question(ui, words, &title, &mut self.living, focus, asked);
                }
                Question::Costs => amount_question(ui, words, &title, &mut self.costs, false, self.asked),
                Question::Days => {
                    ui.add_space(if tall { 8.0 } else { 0.0 });
                    self.week = spoken::group(ui, &title, |ui| week_tiles::show(ui, self.week, words));
                    if self.week.is_empty() {
                        label::soft(ui, Type::Small, words.say("welcome-no-days"));
                    }
                }
            }
            ui.cursor().top() - top - ui.spacing().item_spacing.y
        })
        .inner
    }

    /// What the answers make of the plan; none while there is too little to go on.
    fn plan(&self, today: Day) -> Option<Plan> {
        let living = amount::parse_positive(&self.living).ok()?;
        let costs = match amount::parse(&self.costs) {
            Ok(costs) => costs,
            Err(AmountError::Empty) => Cents::ZERO,
            Err(_) => return None,
        };
        if self.week.is_empty() {
            return None;
        }
        let mut plan = Plan { living, week: self.week, ..Plan::new(today) };
        if costs > Cents::ZERO {
            plan.costs = vec![Cost {
                // The first of the list; it only has to differ from those added later, which are random.
                id: RecordId::from_bits(1),
                label: self.words.say("first-cost"),
                amount: costs,
                every: Period::Month,
            }];
        }
        Some(plan)
    }

    fn answer(&mut self, ui: &mut Ui, words: &Words, today: Day, actions: &mut Vec<Action>) {
        let plan = self.plan(today);
        let figure = plan.as_ref().and_then(|plan| ordinary_or_next(plan, today));
        let mut begin = false;
        card::card(ui, 28, |ui| {
            ui.set_width(ui.available_width());
            let wide = ui.available_width() > 700.0;
            let shown = figure
                .map_or_else(|| "€ …".to_owned(), |figure| amount_words::amount(figure, words.language()));
            // Heard in one go with the amount, before the button.
            let [day, reserve] = ["welcome-figure", "welcome-reserve"].map(|key| words.say(key));
            let said = format!("{shown} {day} {reserve}");
            let about = |ui: &mut Ui| {
                label::over(ui, Type::Body, day);
                label::soft_over(ui, Type::Body, reserve);
            };
            if wide {
                ui.horizontal(|ui| {
                    figure_text(ui, &shown, &said, 70.0, 330.0);
                    ui.add_space(space::M);
                    let layout = egui::Layout::right_to_left(egui::Align::Center);
                    ui.with_layout(layout, |ui| {
                        begin = Button::main(&words.say("welcome-begin")).show(ui).clicked();
                        ui.add_space(space::M);
                        let size = vec2(ui.available_width(), 48.0);
                        ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), about);
                    });
                });
            } else {
                let room = ui.available_width();
                figure_text(ui, &shown, &said, 54.0, room);
                about(ui);
                ui.add_space(space::XS);
                begin = Button::main(&words.say("welcome-begin")).show(ui).clicked();
            }
        });
        let entered = ui.input(|input| input.key_pressed(egui::Key::Enter)) && enter_answers(ui);
        if begin || entered {
            match plan {
                Some(plan) => actions.push(Action::Begin(Box::new(plan), self.language())),
                // What is missing is said beside the fields.
                None => self.asked = true,
            }
        }
    }

    fn links(&mut self, ui: &mut Ui, words: &Words, recent: &[RecentBook], actions: &mut Vec<Action>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 30.0;
            if button::link(ui, &words.say("welcome-example")).clicked() {
                actions.push(Action::LookAround(self.language()));
            }
            if button::link(ui, &words.say("welcome-open")).clicked() {
                self.opening = !self.opening;
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                self.language_menu(ui, actions);
            });
        });
        if self.opening {
            ui.add_space(space::S);
            recent_list::titled(ui, words, recent, actions);
            trouble::open_other(ui, words, &mut self.path, self.said.as_deref(), actions);
        }
    }

    fn language_menu(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let now = self.words.say("language-name");
        let said = self.words.with("language-now", &[("language", (&now).into())]);
        let response = Chip::new(&now, false).icon(Icon::CaretDown).named(&said).show(ui);
        menu::under(&response, &self.words.say("language-menu"), |ui| {
            for language in Language::ALL {
                let name = Words::new(language).say("language-name");
                if Button::bare(&name).small().show(ui).clicked() {
                    self.words = Words::new(language);
                    actions.push(Action::Machine(MachineEdit::Language(language)));
                    ui.close();
                }
            }
        });
    }
}

/// The ordinary day of this month; late in a month without a working day left, of the next.
fn ordinary_or_next(plan: &Plan, today: Day) -> Option<Cents> {
    ordinary_day(plan, today).or_else(|| {
        let next = crate::domain::month::Month::of(today).next().first();
        ordinary_day(&Plan { start: next, ..plan.clone() }, next)
    })
}

/// Enter goes on from a field or from nowhere; on a button it already clicks that.
fn enter_answers(ui: &Ui) -> bool {
    ui.memory(egui::Memory::focused).is_none_or(|focused| {
        [Id::unique(("answer", "welcome-living")), Id::unique(("answer", "welcome-costs"))].contains(&focused)
    })
}

#[derive(Clone, Copy)]
enum Question {
    Living,
    Costs,
    Days,
}

impl Question {
    const fn keys(self) -> [&'static str; 3] {
        match self {
            Self::Living => ["welcome-one", "welcome-living", "welcome-living-help"],
            Self::Costs => ["welcome-two", "welcome-costs", "welcome-costs-help"],
            Self::Days => ["welcome-three", "welcome-days", "welcome-days-help"],
        }
    }
}

fn amount_question(ui: &mut Ui, words: &Words, name: &str, text: &mut String, focus: bool, asked: bool) {
    let key = if focus || name == words.say("welcome-living") { "welcome-living" } else { "welcome-costs" };
    let id = Id::unique(("answer", key));
    let field = AmountField { name, size: 40.0, width: ui.available_width(), hidden: false };
    let response = field.show(ui, id, text);
    // Left alone, an amount is written as one writes amounts.
    if response.lost_focus()
        && let Ok(read) = amount::parse(text)
    {
        *text = amount_words::digits(read, words.language());
    }
    if focus {
        response.request_focus();
    }
    let required = key == "welcome-living";
    let read = if required { amount::parse_positive(text) } else { amount::parse(text) };
    match read {
        Err(AmountError::Empty) if !(required && asked) => {}
        Err(error) => {
            label::ink(ui, Type::Small, problem_words::amount_sentence(error, words));
        }
        Ok(_) => {}
    }
}

fn figure_text(ui: &mut Ui, text: &str, said: &str, size: f32, room: f32) {
    let tokens = Tokens::of(ui);
    let layout =
        |size: f32| ui.painter().layout_no_wrap(text.to_owned(), Type::Figure.font_of_size(size), tokens.ink);
    let natural = layout(size);
    let galley = if natural.size().x > room { layout(size * room / natural.size().x) } else { natural };
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, said));
    ui.painter().galley(rect.min, galley, tokens.ink);
}
