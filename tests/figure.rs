//! The figure: the worked example, and what must hold for any input.

mod support;

use std::sync::Arc;

use chrono::{Datelike, Weekday};
use kleurboek::domain::{
    Day,
    book::{Book, Language},
    cost::{Cost, Period},
    explanation::{Explanation, Line},
    figure::{DailyFigure, DayState, ordinary_day},
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
    assert_eq!(DailyFigure::of(&book, sunday).state, DayState::Free { next: Some(day(2026, 11, 24)) });
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
fn the_explanation_adds_up_in_whole_euros() {
    let mut book = worked_example();
    earn(&mut book, day(2026, 11, 12), Cents::euros(2126));
    let explanation = Explanation::of(&book, day(2026, 11, 21), Some(Cents::euros(190)));
    let lines: Vec<String> = explanation.lines.iter().map(|line| format!("{line:?}")).collect();
    let has = |wanted: Line| assert!(explanation.lines.contains(&wanted), "{wanted:?} in {lines:#?}");
    has(Line::EarnedBefore(Cents::euros(2126)));
    has(Line::Left(Cents::euros(1110)));
    has(Line::OverDaysLeft { days: 6, share: Cents::new(18_495) });
    has(Line::RoundedUp { step: Cents::euros(5), figure: Cents::euros(185) });
    has(Line::MovedToday { first_shown: Cents::euros(190) });
    assert_eq!(explanation.days.len(), 10);
    assert_eq!(explanation.never_above, Some(Cents::euros(245)));
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
