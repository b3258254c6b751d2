//! The figure: the worked example, and what must hold for any input.

mod support;

use std::sync::Arc;

use chrono::{Datelike, Weekday};
use kleurboek::domain::{
    Day,
    book::{Book, Language},
    cost::{Cost, Period},
    explanation::{Explanation, Line},
    figure::{DailyFigure, DayState, NextDay, ordinary_day},
    free_day::DaysOff,
    holidays::HolidayCalendar,
    id::Id,
    income::Income,
    money::Cents,
    month::Month,
    plan::{CountBy, FigureStyle, Plan},
    pots::Pots,
    work_week::WorkWeek,
};
use proptest::prelude::*;
use support::day;

/// The worked example: Tuesday–Saturday worker, € 1.800 living, € 150 saving, € 450 costs, 30 % reserve.
fn worked_example() -> Book {
    let mut book = Book::new(Id::from_bits(1), Language::Dutch, day(2026, 5, 1));
    book.plan = Arc::new(Plan {
        living: Cents::euros(1800),
        saving: Cents::euros(150),
        costs: vec![Cost {
            id: Id::from_bits(2),
            label: String::new(),
            amount: Cents::euros(450),
            every: Period::Month,
        }],
        week: WorkWeek::of(&[Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat]),
        ..Plan::new(day(2026, 5, 1))
    });
    book
}

fn earn(book: &mut Book, on: Day, amount: Cents) {
    let id = Id::from_bits(100 + book.incomes.len() as u64);
    let income = Income {
        id,
        client: None,
        label: String::new(),
        amount,
        earned: Some(on),
        due: None,
        paid: Some(on),
    };
    book.incomes.put(id, Arc::new(income));
}

fn change_plan(book: &mut Book, change: impl FnOnce(&mut Plan)) {
    change(Arc::make_mut(&mut book.plan));
}

#[test]
fn the_worked_example_asks_185_on_21_november() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    earn(&mut book, day(2026, 11, 21), Cents::euros(120));
    let today = DailyFigure::of(&book, day(2026, 11, 21));
    assert_eq!(today.need.total, Cents::new(323_571));
    assert_eq!(today.need.tax, Cents::new(83_571));
    assert_eq!(today.days_left, 6);
    assert_eq!(today.figure, Cents::euros(185));
    assert_eq!(today.state, DayState::ToEarn { left: Cents::euros(65) });
}

#[test]
fn the_24th_follows_what_was_earned_on_the_21st() {
    for (extra, figure) in [(65, 185), (165, 165)] {
        let mut book = worked_example();
        earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
        earn(&mut book, day(2026, 11, 21), Cents::euros(120));
        earn(&mut book, day(2026, 11, 21), Cents::euros(extra));
        assert_eq!(DailyFigure::of(&book, day(2026, 11, 21)).figure, Cents::euros(185));
        assert_eq!(DailyFigure::of(&book, day(2026, 11, 21)).state, DayState::EnoughToday);
        assert_eq!(DailyFigure::of(&book, day(2026, 11, 24)).figure, Cents::euros(figure));
    }
}

#[test]
fn the_first_month_asks_the_ordinary_day_whatever_the_date() {
    for start in Month::of(day(2026, 11, 1)).days() {
        let mut book = worked_example();
        change_plan(&mut book, |plan| {
            plan.saving = Cents::ZERO;
            plan.start = start;
        });
        assert_eq!(
            ordinary_day(&book.plan, start),
            (start.day() < 29).then_some(Cents::euros(155)),
            "{start}"
        );
        let today = DailyFigure::of(&book, start);
        if book.plan.is_working_day(start) {
            assert_eq!(today.figure, Cents::euros(155), "{start}");
        }
    }
}

#[test]
fn income_from_before_the_start_does_not_count_in_the_first_month() {
    let mut book = worked_example();
    change_plan(&mut book, |plan| plan.start = day(2026, 11, 10));
    earn(&mut book, day(2026, 11, 5), Cents::euros(500));
    assert_eq!(DailyFigure::of(&book, day(2026, 11, 21)).earned_before, Cents::ZERO);
    earn(&mut book, day(2026, 11, 10), Cents::euros(40));
    assert_eq!(DailyFigure::of(&book, day(2026, 11, 21)).earned_before, Cents::euros(40));
}

#[test]
fn yearly_and_quarterly_costs_are_spread_over_months() {
    let mut book = worked_example();
    change_plan(&mut book, |plan| {
        plan.costs = [(1200_i32, Period::Year), (300, Period::Quarter), (250, Period::Month)]
            .into_iter()
            .map(|(euros, every)| Cost {
                id: Id::from_bits(u64::from(euros.unsigned_abs())),
                label: String::new(),
                amount: Cents::euros(euros),
                every,
            })
            .collect();
    });
    assert_eq!(book.plan.costs_a_month(), Cents::euros(450));
    assert_eq!(book.plan.need(Month::of(day(2026, 11, 1))).total, Cents::new(323_571));
}

#[test]
fn the_cap_keeps_the_last_day_from_leaping() {
    let mut book = worked_example();
    // 30 November is a Monday; make it the one working day left.
    change_plan(&mut book, |plan| *plan = plan.with_day(day(2026, 11, 30), true));
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    let today = DailyFigure::of(&book, day(2026, 11, 30));
    assert!(today.figure < Cents::euros(250), "{:?}", today.figure);
    assert!(today.left_out > Cents::euros(800));
    let explanation = Explanation::of(&book, day(2026, 11, 30), None);
    assert!(explanation.lines.iter().any(|line| matches!(line, Line::Capped { .. })));
    change_plan(&mut book, |plan| plan.cap = None);
    assert_eq!(DailyFigure::of(&book, day(2026, 11, 30)).figure, Cents::euros(1110));
}

#[test]
fn the_cap_of_the_example_is_242_68_and_shown_as_245() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    let today = DailyFigure::of(&book, day(2026, 11, 28));
    assert_eq!(today.cap, Some(Cents::new(24_268)));
    assert_eq!(today.figure, Cents::euros(245));
    assert_eq!(today.left_out.to_whole_euros(), Cents::euros(867));
}

#[test]
fn steady_figure_stays_the_same_all_month() {
    let mut book = worked_example();
    change_plan(&mut book, |plan| plan.style = FigureStyle::Steady);
    earn(&mut book, day(2026, 11, 3), Cents::euros(900));
    for today in Month::of(day(2026, 11, 1)).days() {
        assert_eq!(DailyFigure::of(&book, today).figure, Cents::euros(165));
    }
}

#[test]
fn the_states_come_in_their_order() {
    let mut book = worked_example();
    let saturday = day(2026, 11, 21);
    earn(&mut book, saturday, Cents::euros(5000));
    assert_eq!(DailyFigure::of(&book, saturday).state, DayState::EnoughThisMonth);
    let sunday = day(2026, 11, 22);
    let next = NextDay { day: day(2026, 11, 24), figure: Cents::ZERO, is_enough: true };
    assert_eq!(DailyFigure::of(&book, sunday).state, DayState::Free { next: Some(next) });
    change_plan(&mut book, |plan| plan.week = WorkWeek::default());
    assert_eq!(DailyFigure::of(&book, saturday).state, DayState::NoWorkWeek);
}

#[test]
fn days_off_and_holidays_are_free_and_can_be_worked_all_the_same() {
    let mut book = worked_example();
    let armistice = day(2026, 11, 11);
    assert!(book.plan.is_working_day(armistice));
    change_plan(&mut book, |plan| plan.holidays = HolidayCalendar::Belgium);
    assert!(!book.plan.is_working_day(armistice));
    assert!(book.plan.with_day(armistice, true).is_working_day(armistice));
    change_plan(&mut book, |plan| {
        plan.days_off =
            vec![DaysOff { first: day(2026, 11, 24), last: day(2026, 11, 27), label: "Zee".to_owned() }];
    });
    let worked = book.plan.with_day(day(2026, 11, 25), true);
    assert!(worked.is_working_day(day(2026, 11, 25)));
    assert!(!worked.is_working_day(day(2026, 11, 24)) && !worked.is_working_day(day(2026, 11, 26)));
    assert_eq!(worked.with_day(day(2026, 11, 25), false).days_off.len(), 3);
}

#[test]
fn counting_by_paid_takes_the_day_it_was_paid() {
    let mut book = worked_example();
    let id = Id::from_bits(7);
    let income = Income {
        id,
        client: None,
        label: String::new(),
        amount: Cents::euros(450),
        earned: Some(day(2026, 10, 20)),
        due: None,
        paid: Some(day(2026, 11, 20)),
    };
    book.incomes.put(id, Arc::new(income));
    assert_eq!(DailyFigure::of(&book, day(2026, 11, 21)).earned_before, Cents::ZERO);
    change_plan(&mut book, |plan| plan.count_by = CountBy::Paid);
    assert_eq!(DailyFigure::of(&book, day(2026, 11, 21)).earned_before, Cents::euros(450));
}

#[test]
fn the_pots_fill_in_proportion_and_add_up() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    earn(&mut book, day(2026, 11, 21), Cents::euros(120));
    let pots = Pots::of(&book, Month::of(day(2026, 11, 1)), day(2026, 11, 21));
    let held: Vec<i64> = pots.pots.iter().map(|pot| pot.held.get() / 100).collect();
    let size: Vec<i64> = pots.pots.iter().map(|pot| pot.size.get() / 100).collect();
    assert_eq!(held.iter().sum::<i64>(), 2246);
    assert_eq!(held, [1250, 312, 580, 104]);
    assert_eq!(size, [1800, 450, 836, 150]);
    earn(&mut book, day(2026, 11, 21), Cents::new(106_971));
    let pots = Pots::of(&book, Month::of(day(2026, 11, 1)), day(2026, 11, 21));
    assert_eq!(pots.extra, Cents::euros(80));
    assert!(pots.pots.iter().all(|pot| pot.held == pot.size));
}

#[test]
fn before_the_plan_began_the_pots_ask_nothing() {
    for start in [day(2026, 11, 1), day(2026, 11, 10)] {
        let mut book = worked_example();
        Arc::make_mut(&mut book.plan).start = start;
        let size = |month| -> Cents {
            Pots::of(&book, Month::of(month), day(2026, 12, 1)).pots.iter().map(|pot| pot.size).sum()
        };
        for before in [day(2026, 10, 31), day(2026, 1, 1), day(2020, 11, 1)] {
            assert_eq!(size(before), Cents::ZERO, "{before}, with a start on {start}");
        }
        assert!(size(start) > Cents::ZERO && size(day(2026, 12, 1)) >= size(start));
    }
}

#[test]
fn the_explanation_adds_up_on_a_calculator() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    let explanation = Explanation::of(&book, day(2026, 11, 21), Some(Cents::euros(190)));
    let lines: Vec<String> = explanation.lines.iter().map(|line| format!("{line:?}")).collect();
    let has = |wanted: Line| assert!(explanation.lines.contains(&wanted), "{wanted:?} in {lines:#?}");
    has(Line::Earned { amount: Cents::euros(2126), with_today: false });
    // 3.235,71 − 2.126 = 1.109,71, and ÷ 6 = 184,95.
    has(Line::Left(Cents::new(110_971)));
    has(Line::OverDaysLeft { days: 6, with_today: true, share: Cents::new(18_495) });
    has(Line::RoundedUp { step: Cents::euros(5), figure: Cents::euros(185) });
    has(Line::MovedToday { first_shown: Cents::euros(190) });
    assert_eq!(explanation.days.len(), 10);
    assert_eq!(explanation.never_above, Some(Cents::euros(245)));
}

#[test]
fn a_free_day_explains_the_next_working_day() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    earn(&mut book, day(2026, 11, 22), Cents::euros(100));
    let (sunday, tuesday) = (day(2026, 11, 22), day(2026, 11, 24));
    let explanation = Explanation::of(&book, sunday, Some(Cents::euros(190)));
    let next = NextDay { day: tuesday, figure: Cents::euros(205), is_enough: false };
    assert_eq!(explanation.daily.state, DayState::Free { next: Some(next) });
    assert_eq!(DailyFigure::of(&book, tuesday).figure, next.figure);
    let [need, rest @ ..] = explanation.lines.as_slice() else { panic!("no lines") };
    assert!(matches!(need, Line::Need { .. }));
    let wanted = [
        Line::Earned { amount: Cents::euros(2226), with_today: true },
        Line::Left(Cents::new(100_971)),
        Line::OverDaysLeft { days: 5, with_today: false, share: Cents::new(20_194) },
        Line::RoundedUp { step: Cents::euros(5), figure: Cents::euros(205) },
    ];
    assert_eq!(rest, wanted);
}

#[test]
fn a_month_entirely_off_explains_the_first_day_after_it() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(400));
    change_plan(&mut book, |plan| {
        let (first, last) = (day(2026, 11, 1), day(2026, 11, 30));
        plan.days_off = vec![DaysOff { first, last, label: String::new() }];
    });
    let explanation = Explanation::of(&book, day(2026, 11, 21), None);
    let DayState::Free { next: Some(next) } = explanation.daily.state else { panic!("not free") };
    assert_eq!((next.day, next.is_enough), (day(2026, 12, 1), false));
    assert_eq!(next.figure, DailyFigure::of(&book, next.day).figure);
    assert!(!explanation.lines.iter().any(|line| matches!(line, Line::Earned { .. } | Line::Left(_))));
    assert!(
        matches!(explanation.lines.last(), Some(Line::RoundedUp { figure, .. }) if *figure == next.figure)
    );

    change_plan(&mut book, |plan| plan.week = WorkWeek::default());
    assert!(Explanation::of(&book, day(2026, 11, 21), None).lines.is_empty());
}

#[test]
fn enough_is_explained_by_what_came_in() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(3000));
    earn(&mut book, day(2026, 11, 21), Cents::euros(300));
    let lines = Explanation::of(&book, day(2026, 11, 21), None).lines;
    assert_eq!(lines.get(1), Some(&Line::Earned { amount: Cents::euros(3300), with_today: true }));
    assert_eq!(lines.get(2), Some(&Line::Enough { extra: Cents::new(6429) }));
    assert_eq!(lines.len(), 3);
}

/// A day as the texts tell it, worked out in another way than the program does: day by day, with sums of products.
fn told(book: &Book, today: Day) -> String {
    let plan = &book.plan;
    let works = |day: Day| {
        plan.extra_days.contains(&day)
            || (plan.week.worked().any(|weekday| weekday == day.weekday())
                && plan.days_off.iter().all(|off| day < off.first || off.last < day))
    };
    if plan.week.worked().next().is_none() && plan.extra_days.is_empty() {
        return "no week".to_owned();
    }
    let month = |day: Day| (day.year(), day.month());
    let days_of = |of: Day| (1..=31).filter_map(move |number| of.with_day(number));
    // What counts in the month of a day, of what was earned up to the day `until`.
    let counted = |of: Day, until: Day| -> i128 {
        let counts = |day: Day| month(day) == month(of) && day <= until && day >= plan.start;
        let amounts = book.incomes.iter().filter(|income| income.earned.is_some_and(counts));
        amounts.map(|income| income.amount.wide()).sum()
    };
    let asks = |on: Day| -> (i128, i128) {
        let need = plan.need(Month::of(on));
        let count = |from: Day| days_of(on).filter(|day| *day >= from && works(*day)).count() as i128;
        let (all, left) = (count(need.counts_from), count(on));
        let total = need.total.wide();
        let open = (total - counted(on, (on - chrono::Days::new(1)).min(today))).max(0);
        let step = plan.rounding.wide();
        // The smallest multiple of the step with which all the days reach it.
        let reaches = |figure: i128| {
            let capped = plan.cap.is_some_and(|cap| figure * all * 100 >= total * i128::from(cap));
            match plan.style {
                FigureStyle::Steady => figure * all >= total,
                FigureStyle::Adapting => figure * left >= open || capped,
            }
        };
        let (mut low, mut high) = (-1, total / step + 1);
        while high - low > 1 {
            let middle = low.midpoint(high);
            if reaches(middle * step) { high = middle } else { low = middle }
        }
        (high * step, total)
    };
    if !works(today) {
        let Some(next) = today.iter_days().skip(1).take(366).find(|day| works(*day)) else {
            return "free, nothing to come".to_owned();
        };
        let (figure, total) = asks(next);
        let enough = counted(next, today) >= total;
        return format!("free until {next}: {figure}, enough {enough}");
    }
    let (figure, total) = asks(today);
    let on_today = counted(today, today) - counted(today, today - chrono::Days::new(1));
    if counted(today, today) >= total {
        "enough this month".to_owned()
    } else if on_today >= figure {
        "enough today".to_owned()
    } else {
        format!("{figure}, left {}", figure - on_today)
    }
}

fn told_by(state: DayState, figure: Cents) -> String {
    match state {
        DayState::NoWorkWeek => "no week".to_owned(),
        DayState::Free { next: None } => "free, nothing to come".to_owned(),
        DayState::Free { next: Some(NextDay { day, figure, is_enough }) } => {
            format!("free until {day}: {}, enough {is_enough}", figure.get())
        }
        DayState::EnoughThisMonth => "enough this month".to_owned(),
        DayState::EnoughToday => "enough today".to_owned(),
        DayState::ToEarn { left } => format!("{}, left {}", figure.get(), left.get()),
    }
}

/// Random books around November 2026, with few and many working days, little and much earned.
fn any_book() -> impl Strategy<Value = Book> {
    let incomes = prop::collection::vec((0_u64..92, 1_i64..=200_000), 0..12);
    let extra = prop::collection::btree_set(0_u64..92, 0..3);
    (any_plan(), 0_u8..128, 0_i64..=400_000, 0_u64..92, incomes, extra, any::<bool>()).prop_map(
        |(plan, week, living, start, incomes, extra, steady)| {
            let first = day(2026, 10, 1);
            let on = |offset| first + chrono::Days::new(offset);
            let mut book = worked_example();
            book.plan = Arc::new(Plan {
                start: on(start),
                living: Cents::new(living),
                saving: Cents::ZERO,
                week: WorkWeek::DAYS
                    .iter()
                    .enumerate()
                    .fold(WorkWeek::default(), |all, (bit, day)| all.with(*day, week & (1 << bit) != 0)),
                extra_days: extra.into_iter().map(on).collect(),
                costs: Vec::new(),
                style: if steady { FigureStyle::Steady } else { FigureStyle::Adapting },
                ..plan
            });
            for (offset, amount) in incomes {
                earn(&mut book, on(offset), Cents::new(amount));
            }
            book
        },
    )
}

fn any_plan() -> impl Strategy<Value = Plan> {
    (
        (0_i64..=1_000_000_000, 0_i64..=1_000_000_000, 0_i64..=1_000_000_000),
        0_u16..=7500,
        1_u8..128,
        prop::sample::select(vec![1_i64, 100, 500, 1000]),
        prop::option::of(100_u16..=300),
        (1_u32..=28, 0_u32..=20),
    )
        .prop_map(|((living, saving, costs), reserve, week, step, cap, (off, length))| {
            let mut plan = Plan::new(day(2000, 1, 1));
            plan.living = Cents::new(living);
            plan.saving = Cents::new(saving);
            plan.costs = vec![Cost {
                id: Id::from_bits(1),
                label: String::new(),
                amount: Cents::new(costs),
                every: Period::Year,
            }];
            plan.reserve = reserve;
            plan.week = WorkWeek::DAYS
                .iter()
                .enumerate()
                .fold(WorkWeek::default(), |w, (bit, weekday)| w.with(*weekday, week & (1 << bit) != 0));
            plan.rounding = Cents::new(step);
            plan.cap = cap;
            let first = day(2026, 11, off);
            plan.days_off = vec![DaysOff {
                first,
                last: first + chrono::Days::new(u64::from(length)),
                label: String::new(),
            }];
            plan
        })
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..36_500).prop_map(|offset| day(2000, 1, 1) + chrono::Duration::days(offset))
}

proptest! {
    #[test]
    fn the_states_of_any_day_are_those_of_the_texts(book in any_book(), today in 0_u64..92) {
        // Nobody looks at a day before their plan.
        let today = (day(2026, 10, 1) + chrono::Days::new(today)).max(book.plan.start);
        let daily = DailyFigure::of(&book, today);
        prop_assert_eq!(told_by(daily.state, daily.figure), told(&book, today));
    }

    #[test]
    fn earning_exactly_the_figure_every_working_day_reaches_the_need(
        plan in any_plan(), month_number in 1_u32..=12, steady in any::<bool>()
    ) {
        let month = Month::of(day(2026, month_number, 1));
        let plan = Plan { style: if steady { FigureStyle::Steady } else { FigureStyle::Adapting }, ..plan };
        let mut earned = Cents::ZERO;
        let mut worked = 0;
        for today in month.days().filter(|today| plan.is_working_day(*today)) {
            earned = earned.plus(DailyFigure::from_sums(&plan, today, earned, Cents::ZERO).figure);
            worked += 1;
        }
        prop_assume!(worked > 0);
        let need = plan.need(month).total;
        prop_assert!(earned >= need);
        let over = earned.minus(need).get();
        let step = plan.rounding.get();
        let limit = if steady { step * worked } else { step };
        prop_assert!(over < limit, "{over} over, limit {limit}");
    }

    #[test]
    fn the_figure_is_never_negative_and_never_above_the_rounded_cap(
        plan in any_plan(), today in any_day(), earned in 0_i64..=2_000_000_000
    ) {
        let daily = DailyFigure::from_sums(&plan, today, Cents::new(earned), Cents::ZERO);
        prop_assert!(daily.figure >= Cents::ZERO);
        if let Some(cap) = daily.rounded_cap(&plan) {
            // The cap is rounded to the cent before it is rounded up: a cent of room.
            prop_assert!(daily.figure <= cap.plus(plan.rounding));
            let exact_cap = daily.cap.unwrap_or_default();
            prop_assert!(daily.figure.minus(plan.rounding) <= exact_cap.plus(Cents::new(1)));
        }
    }

    #[test]
    fn more_income_before_today_never_raises_the_figure(
        plan in any_plan(), today in any_day(), earned in 0_i64..=1_000_000_000, more in 0_i64..=1_000_000_000
    ) {
        let less = DailyFigure::from_sums(&plan, today, Cents::new(earned), Cents::ZERO);
        let extra = DailyFigure::from_sums(&plan, today, Cents::new(earned + more), Cents::ZERO);
        prop_assert!(extra.figure <= less.figure);
    }

    #[test]
    fn income_of_today_never_moves_the_figure_of_today(
        plan in any_plan(), today in any_day(), earned in 0_i64..=1_000_000_000, now in 0_i64..=1_000_000_000
    ) {
        let before = DailyFigure::from_sums(&plan, today, Cents::new(earned), Cents::ZERO);
        let after = DailyFigure::from_sums(&plan, today, Cents::new(earned), Cents::new(now));
        prop_assert_eq!(before.figure, after.figure);
    }

    #[test]
    fn a_hundred_years_of_the_largest_amounts_do_not_overflow(plan in any_plan(), years in 1_i32..=100) {
        let mut book = worked_example();
        book.plan = Arc::new(Plan {
            living: Cents::LARGEST, saving: Cents::LARGEST, reserve: 7500, cap: Some(300), ..plan
        });
        for year in 0..years {
            for month in [1, 11] {
                earn(&mut book, day(2026 + year, month, 3), Cents::LARGEST);
            }
        }
        let today = day(2026 + years - 1, 11, 21);
        let daily = DailyFigure::of(&book, today);
        prop_assert_eq!(daily.earned_before, Cents::LARGEST);
        let need = daily.need;
        prop_assert_eq!(need.living.plus(need.saving).plus(need.costs).plus(need.tax), need.total);
    }

    #[test]
    fn pots_in_whole_euros_add_up_to_the_income(plan in any_plan(), income in 0_i64..=2_000_000_000) {
        let need = plan.need(Month::of(day(2026, 6, 1)));
        let pots = Pots::filled(&need, Cents::new(income));
        let held: Cents = pots.pots.iter().map(|pot| pot.held).sum();
        let wanted = Cents::new(income).min(need.total).to_whole_euros();
        prop_assert!((held.get() - wanted.get()).abs() <= 300, "{held:?} of {wanted:?}");
        for pot in pots.pots {
            prop_assert!(pot.held <= pot.size);
        }
    }
}
