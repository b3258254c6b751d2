//! What the person sees of it in the real window.

use std::{sync::mpsc, thread};

use kleurboek::{
    app::{
        errand::{guest, host::Served},
        opening::OpenBook,
        words::Words,
    },
    domain::book::Language,
    storage::places::Places,
};

use crate::{
    desk::{Desk, LONG, clock, sixty_five},
    support::app::TestApp,
};

#[test]
fn the_window_shows_at_once_what_was_noted_and_can_undo_it() {
    let mut app = TestApp::noor();
    app.must_show("nog € 65");
    let (places, path) = (Places::under(app.home.path()), app.book_path());
    let noted =
        thread::spawn(move || guest::earn(&places, &path, &sixty_five(None), &Words::new(Language::Dutch)));
    while !noted.is_finished() {
        app.harness.step();
        thread::yield_now();
    }
    let line = noted.join().unwrap().unwrap();
    assert!(line.ends_with("Genoeg voor vandaag"), "{line}");
    app.settle();
    app.must_show("Genoeg voor vandaag");
    app.must_show("€ 65 van Bistro Loo toegevoegd");
    app.click_last("Ongedaan maken");
    app.must_show("nog € 65");
}

#[test]
fn a_book_that_is_open_in_another_window_is_brought_forward_from_this_one() {
    let desk = Desk::new();
    let mut app = TestApp::noor();
    // The other window knows the same machine.
    let places = Places::under(app.home.path());
    let (sender, woken) = mpsc::channel();
    let mut other = OpenBook::open(&desk.path, &places, clock(), || {}).unwrap();
    other.open_door(&places, move || sender.send(()).unwrap_or_default());
    app.click("Instellingen");
    app.click("Ander boek openen");
    app.type_in("Waar staat het boek?", desk.path.to_str().unwrap());
    app.press(egui::Key::Enter);
    app.must_show("al open in een ander venster");
    woken.recv_timeout(LONG).unwrap();
    assert_eq!(other.serve(0), [Served::ComeForward]);
}
