//! What another start asks, and what the window does with it.

use std::{fs, path::Path, sync::mpsc};

use kleurboek::{
    app::{
        command::{Command, Refusal},
        deed::Deed,
        errand::{
            guest::{self, NoAnswer},
            host::Served,
        },
        opening::OpenBook,
        problem_words,
        saver::SaveStatus,
        session::Outcome,
        words::Words,
    },
    domain::{book::Language, example, id::Id, money::Cents},
    storage::{
        door::{Call, Silence},
        format, open,
        problem::Problem,
    },
};

use crate::{
    desk::{Desk, Event, LONG, clock, earned, errand, sixty_five, write},
    support::day,
};

#[test]
fn a_second_start_brings_the_window_forward() {
    let desk = Desk::new();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (came, served, _open) = desk.meet(0, move || guest::bring_forward(&places, &path));
    assert_eq!((came, served), (Ok(()), vec![Served::ComeForward]));
}

#[test]
fn what_is_earned_beside_an_open_window_is_noted_by_it_and_saved() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (answer, served, mut open) = desk.meet(0, move || {
        let line = guest::earn(&places, &path, &sixty_five(None), &Words::new(Language::Dutch));
        (line, earned(&open::open(&path).unwrap().loaded.book))
    });
    let (line, on_disk) = answer;
    let line = line.unwrap().replace('\u{a0}', " ");
    assert_eq!(line, "€ 185 vandaag nodig · € 185 verdiend · Genoeg voor vandaag");
    assert_eq!(on_disk, before + 6500, "it is on disk when the other is told so");
    let deed = Deed::IncomeAdded { amount: Cents::euros(65), client: Some("Bistro Loo".to_owned()) };
    assert_eq!(served, [Served::Did(Outcome::Done(deed))]);
    assert_eq!(earned(open.session.book()), before + 6500);
    open.session.undo();
    assert_eq!(earned(open.session.book()), before, "it can be undone, as what the person did");
}

#[test]
fn what_the_window_refuses_is_told_in_its_words() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let tomorrow = sixty_five(Some(day(2026, 11, 22)));
    let (answer, served, open) =
        desk.meet(0, move || guest::earn(&places, &path, &tomorrow, &Words::new(Language::Dutch)));
    let sentence = problem_words::refusal_sentence(Refusal::DayAfterToday, &Words::new(Language::Dutch));
    assert_eq!(answer, Err(NoAnswer::Refused(sentence)));
    assert_eq!((served, earned(open.session.book())), (vec![], before));
}

#[test]
fn a_book_that_can_only_be_looked_at_says_why_through_the_door() {
    let desk = Desk::new();
    let newer = fs::read_to_string(&desk.path).unwrap().replace("writes_from: 1", "writes_from: 9");
    write(&desk.path, &newer);
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (answer, served, _open) =
        desk.meet(0, move || guest::earn(&places, &path, &sixty_five(None), &Words::new(Language::Dutch)));
    let Err(NoAnswer::Refused(sentence)) = answer else { panic!("{answer:?}") };
    assert!(sentence.contains("bestandsformaat 9"), "{sentence}");
    assert_eq!(served, []);
}

#[test]
fn an_errand_that_comes_too_late_is_not_done() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (answer, served, open) =
        desk.meet(1_000_001, move || Call::place(&places, &path, &errand(1, 1_000_000)).unwrap().next(LONG));
    assert_eq!((answer, served), (Err(Silence::HungUp), vec![]));
    assert_eq!(earned(open.session.book()), before);
}

#[test]
fn an_errand_that_comes_twice_is_done_once() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (answers, served, open) = desk.meet(5, move || {
        let ask = || Call::place(&places, &path, &errand(7, 1000)).unwrap().next(LONG);
        (ask(), ask())
    });
    assert_eq!(answers, (Ok("Taken".to_owned()), Err(Silence::HungUp)));
    assert_eq!((served.len(), earned(open.session.book())), (1, before + 6500));
}

#[test]
fn nonsense_from_somebody_with_the_token_does_nothing_and_is_answered() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (answers, served, open) = desk.meet(0, move || {
        ["", "Earn", "(number: 1, until: 9, what: Burn)", "((((((((", "\u{0}\u{7f}é"]
            .map(|body| Call::place(&places, &path, body).unwrap().next(LONG))
    });
    let sentence = Words::new(Language::Dutch).say("cli-window-other-version");
    assert_eq!(answers, [(); 5].map(|()| Ok(format!("Refused({sentence:?})"))));
    assert_eq!((served, earned(open.session.book())), (vec![], before));
}

#[test]
fn the_door_moves_along_with_the_book() {
    let desk = Desk::new();
    let (sender, events) = mpsc::channel();
    let mut open = desk.window(&sender);
    let beside = desk.root.path().join("boek (2026-11-21 14.03.00).kleurboek");
    write(&beside, &fs::read_to_string(&desk.path).unwrap());
    open.moved_to(&beside, &desk.places);
    assert_eq!(guest::bring_forward(&desk.places, &desk.path), Err(NoAnswer::NoDoor));
    let places = desk.places.clone();
    let (came, served, _open) =
        desk.meet_window(open, &sender, &events, 0, move || guest::bring_forward(&places, &beside));
    assert_eq!((came, served), (Ok(()), vec![Served::ComeForward]));
}

#[test]
fn the_example_has_no_door() {
    let desk = Desk::new();
    let mut open = OpenBook::example(Language::Dutch);
    open.open_door(&desk.places, || {});
    assert_eq!(open.serve(0), []);
    assert!(!desk.places.data.join("locks").exists());
}

#[test]
fn what_is_saved_in_a_file_beside_the_book_says_where() {
    let desk = Desk::new();
    let (sender, events) = mpsc::channel();
    let open = settled_window(&desk, &sender, &events);
    // Another program wrote it meanwhile: ours goes beside it, as always.
    let mut other = example::atelier_noor(Language::Dutch);
    other.id = Id::from_bits(1);
    write(&desk.path, &format::write(&other, 9).unwrap());
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let (answer, _served, _open) = desk.meet_window(open, &sender, &events, 0, move || {
        guest::earn(&places, &path, &sixty_five(None), &Words::new(Language::Dutch))
    });
    let lines = answer.unwrap();
    assert!(lines.contains("Genoeg voor vandaag\n"), "it is kept: {lines}");
    assert!(lines.contains("14.03.00"), "it says where it is now: {lines}");
}

/// A window that has had its first look at the disk, as something was saved.
fn settled_window<T: Send + 'static>(
    desk: &Desk,
    sender: &mpsc::Sender<Event<T>>,
    events: &mpsc::Receiver<Event<T>>,
) -> OpenBook {
    let mut open = desk.window(sender);
    open.session.execute(&Command::AddClient(Id::from_bits(7), "Jo".to_owned()), None).unwrap();
    open.session.hurry();
    while !matches!(open.session.save_status(), Some(SaveStatus::Saved(_))) {
        events.recv_timeout(LONG).unwrap();
    }
    open
}

fn make_read_only(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn what_only_the_journal_of_the_window_has_is_called_kept_for_later_and_is_there_later() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (sender, events) = mpsc::channel();
    let open = settled_window(&desk, &sender, &events);
    make_read_only(&desk.path);
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let words = Words::new(Language::Dutch);
    let (answer, _served, open) = desk.meet_window(open, &sender, &events, 0, move || {
        guest::earn(&places, &path, &sixty_five(None), &words)
    });
    let lines = answer.unwrap();
    assert!(lines.contains("Genoeg voor vandaag\n") && lines.contains("nog niet in je boek"), "{lines}");
    assert!(lines.contains("alleen-lezen"), "it says why: {lines}");
    drop(open);
    assert_eq!(desk.earned_on_disk(), before, "the file may not be written");
    let again = OpenBook::open(&desk.path, &desk.places, clock(), || {}).unwrap();
    assert_eq!(earned(again.session.book()), before + 6500, "once");
}

#[test]
fn what_a_window_can_keep_nowhere_is_refused_and_taken_back() {
    let desk = Desk::new();
    let before = desk.earned_on_disk();
    let (sender, events) = mpsc::channel();
    let open = settled_window(&desk, &sender, &events);
    make_read_only(&desk.path);
    // What is saved leaves the journal; then there is no place for the next one.
    let journals = desk.places.data.join("journals");
    let is_empty = || fs::read_dir(&journals).map_or(true, |mut files| files.next().is_none());
    while !is_empty() {
        std::thread::yield_now();
    }
    if journals.exists() {
        fs::remove_dir_all(&journals).unwrap();
    }
    write(&journals, "no folder");
    let (places, path) = (desk.places.clone(), desk.path.clone());
    let words = Words::new(Language::Dutch);
    let (answer, served, open) = desk.meet_window(open, &sender, &events, 0, move || {
        guest::earn(&places, &path, &sixty_five(None), &words)
    });
    let Err(NoAnswer::Refused(sentence)) = answer else { panic!("{answer:?}") };
    assert!(sentence.contains("alleen-lezen"), "{sentence}");
    assert_eq!(earned(open.session.book()), before, "an error means that nothing was kept");
    assert!(matches!(served.as_slice(), [Served::Did(_), Served::TookBack(_)]), "{served:?}");
    assert!(open.session.book().clients.get(Id::from_bits(7)).is_some(), "what was done before stays");
}

#[test]
fn a_lock_without_a_door_is_said_as_ever() {
    let words = Words::new(Language::Dutch);
    let path = Path::new("boek.kleurboek");
    let sentence = NoAnswer::NoDoor.say(path, &words);
    assert!(sentence.ends_with(&problem_words::sentence(&Problem::LockedByOther, &words)), "{sentence}");
}
