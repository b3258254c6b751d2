//! Changing the setting behind a line, in its place.

use egui::{Id, Ui, vec2};

use crate::{
    app::{amount_words, command::PlanEdit, problem_words, words::Words},
    domain::{
        amount, book::Language, cost::Cost, explanation::Line, money::Cents, month::Month, share,
        work_week::WorkWeek,
    },
    ui::{
        action::SheetKind,
        fonts::Type,
        paint::period_key,
        privacy::Private,
        scene::Scene,
        tokens::space,
        widgets::{amount_field::AmountField, chip, field::Field, label, spoken, week_tiles},
    },
};

/// What a line's pencil leads to.
pub enum Pencil {
    /// An editor under the line.
    Editor(Box<Editor>),
    /// A sheet of its own.
    Sheet(SheetKind),
}

/// A setting being changed.
#[derive(Debug)]
pub enum Editor {
    /// What the month asks.
    Needs(Needs),
    /// The days of the week.
    Week {
        /// As it was.
        before: WorkWeek,
        /// As it is being made.
        week: WorkWeek,
    },
    /// The most a day may ask.
    Cap {
        /// As it was.
        before: Option<u16>,
        /// As it is being made.
        cap: Option<u16>,
    },
    /// Rounded up to.
    Rounding {
        /// As it was.
        before: Cents,
        /// As it is being made.
        step: Cents,
    },
}

/// What the month asks, as it is being typed.
#[derive(Debug)]
pub struct Needs {
    living: String,
    saving: String,
    reserve: String,
    costs: Vec<(Cost, String)>,
    before: PlanEdit,
}

/// What the pencil of a line leads to; none for a line that only follows from the others.
pub fn for_line(line: &Line, scene: &Scene<'_>) -> Option<Pencil> {
    let plan = &scene.book().plan;
    let editor = match line {
        Line::Need { .. } => {
            let digits = |amount| amount_words::digits(amount, scene.language());
            Editor::Needs(Needs {
                living: digits(plan.living),
                saving: digits(plan.saving),
                reserve: percent(plan.reserve, scene.language()),
                costs: plan.costs.iter().map(|cost| (cost.clone(), digits(cost.amount))).collect(),
                before: PlanEdit::Needs {
                    living: plan.living,
                    saving: plan.saving,
                    reserve: plan.reserve,
                    costs: plan.costs.clone(),
                },
            })
        }
        Line::Earned { .. } => {
            return Some(Pencil::Sheet(SheetKind::MonthIncome(Month::of(scene.today()))));
        }
        Line::OverDaysLeft { .. } | Line::OverAllDays { .. } => Editor::week(scene),
        Line::Capped { .. } => Editor::Cap { before: plan.cap, cap: plan.cap },
        Line::RoundedUp { .. } => Editor::Rounding { before: plan.rounding, step: plan.rounding },
        Line::Left(_) | Line::Enough { .. } | Line::MovedToday { .. } => return None,
    };
    Some(Pencil::Editor(Box::new(editor)))
}

impl Editor {
    /// The days of the week.
    pub fn week(scene: &Scene<'_>) -> Self {
        let week = scene.book().plan.week;
        Self::Week { before: week, week }
    }

    /// Whether it changes the same setting as another.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Whether it stands under this line.
    pub fn belongs_to(&self, line: &Line) -> bool {
        match self {
            Self::Needs(_) => matches!(line, Line::Need { .. }),
            Self::Week { .. } => matches!(line, Line::OverDaysLeft { .. } | Line::OverAllDays { .. }),
            Self::Cap { .. } => matches!(line, Line::Capped { .. }),
            Self::Rounding { .. } => matches!(line, Line::RoundedUp { .. }),
        }
    }

    /// Whether anything differs, also when it cannot be done as it is.
    pub fn is_changed(&self) -> bool {
        match self {
            Self::Needs(needs) => !needs.is_understood() || needs.edit().is_some(),
            Self::Week { before, week } => before != week,
            Self::Cap { before, cap } => before != cap,
            Self::Rounding { before, step } => before != step,
        }
    }

    /// What it would change; none while nothing differs, what is typed is not understood, or no day is left.
    pub fn edit(&self) -> Option<PlanEdit> {
        match self {
            Self::Needs(needs) => needs.edit(),
            Self::Week { before, week } => {
                (before != week && !week.is_empty()).then_some(PlanEdit::Week(*week))
            }
            Self::Cap { before, cap } => (before != cap).then_some(PlanEdit::Cap(*cap)),
            Self::Rounding { before, step } => (before != step).then_some(PlanEdit::Rounding(*step)),
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        match self {
            Self::Needs(needs) => needs.ui(ui, scene),
            Self::Week { week, .. } => {
                *week = spoken::group(ui, &scene.say("days-week"), |ui| {
                    week_tiles::show(ui, *week, scene.words())
                });
                if week.is_empty() {
                    label::ink(ui, Type::Small, scene.say("days-week-none"));
                }
            }
            Self::Cap { before, cap } => {
                let caps = with_own([100, 150, 200, 300], *before).into_iter().map(Some).chain([None]);
                let options: Vec<_> = caps.map(|cap| (cap, cap_words(cap, scene.words()))).collect();
                let name = scene.say("figure-cap");
                if let Some(chosen) = spoken::group(ui, &name, |ui| chip::choice(ui, *cap, &options)) {
                    *cap = chosen;
                }
            }
            Self::Rounding { before, step } => {
                // How it is rounded gives nothing away, and dots could not be told apart.
                let steps = with_own([1, 5, 10, 25, 50].map(Cents::euros), Some(*before));
                let words = |step: Cents| (step, amount_words::amount(step, scene.language()));
                let options: Vec<_> = steps.into_iter().map(words).collect();
                let name = scene.say("figure-rounding");
                if let Some(chosen) = spoken::group(ui, &name, |ui| chip::choice(ui, *step, &options)) {
                    *step = chosen;
                }
            }
        }
    }
}

impl Needs {
    /// Whether every field can be read.
    fn is_understood(&self) -> bool {
        self.read().is_some()
    }

    fn edit(&self) -> Option<PlanEdit> {
        self.read().filter(|edit| *edit != self.before)
    }

    /// What is typed; none while some of it is not understood.
    fn read(&self) -> Option<PlanEdit> {
        let costs = self
            .costs
            .iter()
            .map(|(cost, text)| Some(Cost { amount: amount::parse(text).ok()?, ..cost.clone() }))
            .collect::<Option<Vec<Cost>>>()?;
        Some(PlanEdit::Needs {
            living: amount::parse(&self.living).ok()?,
            saving: amount::parse(&self.saving).ok()?,
            reserve: share::parse(&self.reserve)?,
            costs,
        })
    }

    fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words();
        row(ui, &words.say("why-living"), "living", &mut self.living, scene);
        row(ui, &words.say("why-saving"), "saving", &mut self.saving, scene);
        for (cost, text) in &mut self.costs {
            let name = if cost.label.is_empty() { words.say("why-cost") } else { cost.label.clone() };
            let every = words.say(period_key(cost.every));
            row(ui, &format!("{name}, {every}"), &cost.id.to_string(), text, scene);
        }
        let name = words.say("why-reserve");
        ui.horizontal_wrapped(|ui| {
            ui.allocate_ui(vec2(ui.available_width().min(300.0), 40.0), |ui| {
                ui.set_min_width(ui.available_width());
                label::over(ui, Type::Body, name.as_str());
            });
            Field::line(&name).width(70.0).show(ui, Id::unique("why reserve"), &mut self.reserve);
            label::ink(ui, Type::Body, "%");
        });
        if share::parse(&self.reserve).is_none() {
            label::ink(ui, Type::Small, words.say("percent-not-understood"));
        }
        ui.add_space(space::XXS);
        label::soft(ui, Type::Small, words.say("why-needs-more"));
    }
}

fn row(ui: &mut Ui, name: &str, key: &str, text: &mut String, scene: &Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        let width = ui.available_width().min(300.0);
        ui.allocate_ui(vec2(width, 40.0), |ui| {
            ui.set_min_width(width);
            label::over(ui, Type::Body, name);
        });
        let field = AmountField { name, size: 17.0, width: 140.0, hidden: scene.hides(Private::Amount) };
        field.show(ui, Id::unique(("why amount", key)), text);
    });
    if let Err(error) = amount::parse(text) {
        label::ink(ui, Type::Small, problem_words::amount_sentence(error, scene.words()));
    }
}

/// "30", from basis points; parts of a percent as typed.
fn percent(reserve: u16, language: Language) -> String {
    // A percentage is written like an amount: "30", "30,50".
    amount_words::digits(Cents::new(i64::from(reserve)), language)
}

/// The usual choices with the one of the book, which may be chosen elsewhere or be written in the file by hand.
fn with_own<T: Ord, const N: usize>(usual: [T; N], own: Option<T>) -> Vec<T> {
    let mut all: Vec<T> = usual.into_iter().chain(own).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn cap_words(cap: Option<u16>, words: &Words) -> String {
    match cap {
        Some(100) => words.say("cap-ordinary"),
        Some(150) => words.say("cap-one-and-a-half"),
        Some(200) => words.say("cap-two"),
        Some(300) => words.say("cap-three"),
        Some(cap) => {
            words.with("cap-times", &[("times", (&amount_words::times(cap, words.language())).into())])
        }
        None => words.say("cap-off"),
    }
}
