//! The rules of merging, one by one, with two people: Anna and Bram.

use kleurboek::{
    app::{command::Command, ids::Ids},
    domain::{
        book::{Book, House, Language},
        change::Change,
        client::Client,
        example,
        fields::{ClientField, ClientValue, HouseField, IncomeField, PlanField},
        id::Id,
        income::Income,
        money::Cents,
        other_values::{OtherValues, Waiting, waiting},
        plan::Plan,
        stamp::Actor,
    },
};

const ANNA: Actor = Actor::from_bits(0xa);
const BRAM: Actor = Actor::from_bits(0xb);

fn noor() -> Book {
    example::atelier_noor(Language::Dutch)
}

fn first(book: &Book) -> Client {
    Client::clone(book.clients.iter().next().unwrap())
}

fn edit(book: &mut Book, actor: Actor, id: Id, change: impl FnOnce(&mut Client)) {
    let mut client = Client::clone(book.clients.get(id).unwrap());
    change(&mut client);
    Change::default().client(book, id, Some(client)).commit(book, actor);
}

fn notes(book: &Book, id: Id) -> &str {
    &book.clients.get(id).unwrap().notes
}

#[test]
fn changes_to_different_fields_are_both_there() {
    let (mut anna, mut bram) = (noor(), noor());
    let id = first(&anna).id;
    edit(&mut anna, ANNA, id, |client| client.address = "Kaai 1".to_owned());
    edit(&mut bram, BRAM, id, |client| client.name = "Bistro Loo aan zee".to_owned());
    let merged = anna.merged_with(&bram);
    assert_eq!(first(&merged).address, "Kaai 1");
    assert_eq!(first(&merged).name, "Bistro Loo aan zee");
    assert_eq!(waiting(&merged), []);
}

#[test]
fn a_value_that_was_overwritten_knowingly_yields() {
    let mut anna = noor();
    let id = first(&anna).id;
    edit(&mut anna, ANNA, id, |client| client.address = "Kaai 1".to_owned());
    let mut bram = noor().merged_with(&anna);
    edit(&mut bram, BRAM, id, |client| client.address = "Kaai 2".to_owned());
    let merged = anna.merged_with(&bram);
    assert_eq!(first(&merged).address, "Kaai 2");
    assert_eq!(waiting(&merged), []);
}

#[test]
fn of_two_values_made_apart_one_shows_and_the_other_waits_and_can_be_taken_back_with_undo() {
    let (mut anna, mut bram) = (noor(), noor());
    let id = first(&anna).id;
    edit(&mut anna, ANNA, id, |client| client.address = "Kaai 1".to_owned());
    edit(&mut bram, BRAM, id, |client| client.address = "Kaai 2".to_owned());
    let mut merged = anna.merged_with(&bram);
    let place = Waiting::Client(id, ClientField::Address);
    assert_eq!(first(&merged).address, "Kaai 2", "the highest actor, as the numbers are the same");
    assert_eq!(waiting(&merged), [place]);
    let waits = |text: &str| OtherValues::Client(vec![ClientValue::Address(text.to_owned())]);
    assert_eq!(OtherValues::of(&merged, place), waits("Kaai 1"));

    let back = Client { address: "Kaai 1".to_owned(), ..first(&merged) };
    let take = Change::default().client(&merged, id, Some(back));
    take.commit(&mut merged, ANNA);
    assert_eq!(first(&merged).address, "Kaai 1");
    assert_eq!(OtherValues::of(&merged, place), waits("Kaai 2"), "nothing is lost by choosing");
    take.set_back_in(&merged).commit(&mut merged, ANNA);
    assert_eq!(first(&merged).address, "Kaai 2");
    assert_eq!(OtherValues::of(&merged, place), waits("Kaai 1"));

    let settle = Change::default().others(place, waits("Kaai 1"), OtherValues::Client(Vec::new()));
    settle.commit(&mut merged, ANNA);
    assert_eq!(waiting(&merged), []);
    assert_eq!(waiting(&bram.merged_with(&merged).merged_with(&anna)), [], "for everybody");
    settle.set_back_in(&merged).commit(&mut merged, ANNA);
    assert_eq!(OtherValues::of(&merged, place), waits("Kaai 1"), "and that can be undone");
    assert_eq!(first(&bram.merged_with(&merged)).address, "Kaai 2");
}

#[test]
fn notes_keep_both_texts() {
    let (mut anna, mut bram) = (noor(), noor());
    let id = first(&anna).id;
    let before = notes(&anna, id).to_owned();
    edit(&mut anna, ANNA, id, |client| client.notes = format!("{before}\nhoudt van blauw"));
    edit(&mut bram, BRAM, id, |client| client.notes = format!("{before}\nbelt liever"));
    let merged = anna.merged_with(&bram);
    assert_eq!(notes(&merged, id), format!("{before}\nbelt liever\nhoudt van blauw"));
    assert_eq!(waiting(&merged), [], "there is nothing to choose");
}

#[test]
fn texts_of_which_nobody_can_tell_what_belongs_together_stay_whole() {
    let (mut anna, mut bram) = (noor(), noor());
    let id = first(&anna).id;
    let jobs = "Affiche\nMenukaart";
    for book in [&mut anna, &mut bram] {
        edit(book, ANNA, id, |client| client.notes = jobs.to_owned());
    }
    edit(&mut anna, ANNA, id, |client| client.notes = "Affiche\nbetaald\nMenukaart".to_owned());
    edit(&mut bram, BRAM, id, |client| client.notes = "Affiche\nMenukaart\nbetaald".to_owned());
    let merged = anna.merged_with(&bram);
    let both = "Affiche\nMenukaart\nbetaald\n\nAffiche\nbetaald\nMenukaart";
    assert_eq!(notes(&merged, id), both);
    assert_eq!(bram.merged_with(&anna), merged);
    assert_eq!(merged.merged_with(&bram), merged);
}

#[test]
fn a_removed_client_who_returns_by_merging_has_their_incomes_and_those_they_brought() {
    let (mut anna, mut bram) = (noor(), noor());
    let by = |id| anna.clients.iter().find(|other| other.met.through == Some(id)).map(|other| other.id);
    let (id, brought) = anna.clients.iter().find_map(|client| Some((client.id, by(client.id)?))).unwrap();
    let incomes = anna.incomes_of(id).count();
    assert!(incomes > 0);
    let (change, _) = Command::RemoveClient(id).change(&anna, example::example_day(), Ids).unwrap();
    change.commit(&mut anna, ANNA);
    assert_eq!(anna.clients.get(brought).unwrap().met.words, bram.client_name(Some(id)).unwrap());
    edit(&mut bram, BRAM, id, |client| client.notes = "belt liever".to_owned());
    let merged = anna.merged_with(&bram);
    assert_eq!(notes(&merged, id), "belt liever");
    assert_eq!(merged.incomes_of(id).count(), incomes);
    assert_eq!(merged.clients.get(brought).unwrap().met.through, Some(id));
}

#[test]
fn an_edit_beats_a_removal_that_did_not_know_of_it() {
    let (mut anna, mut bram) = (noor(), noor());
    let id = first(&anna).id;
    Change::default().client(&anna, id, None).commit(&mut anna, ANNA);
    edit(&mut bram, BRAM, id, |client| client.address = "Kaai 2".to_owned());
    let merged = anna.merged_with(&bram);
    assert_eq!(first(&merged).address, "Kaai 2");
    let mut knows = merged;
    Change::default().client(&knows, id, None).commit(&mut knows, ANNA);
    assert!(knows.merged_with(&bram).clients.get(id).is_none(), "one that did know of it counts");
}

#[test]
fn what_is_missing_without_a_removal_is_not_removed() {
    let anna = noor();
    let mut part = noor();
    let id = first(&anna).id;
    part.clients.remove(id);
    assert!(anna.merged_with(&part).clients.get(id).is_some());
    assert!(part.merged_with(&anna).clients.get(id).is_some());
}

#[test]
fn undo_after_a_merge_sets_back_only_ones_own_change() {
    let (mut anna, mut bram) = (noor(), noor());
    let id = first(&anna).id;
    let after = Client { address: "Kaai 1".to_owned(), ..first(&anna) };
    let mine = Change::default().client(&anna, id, Some(after));
    mine.commit(&mut anna, ANNA);
    edit(&mut bram, BRAM, id, |client| client.name = "Loo".to_owned());
    let mut merged = anna.merged_with(&bram);
    mine.set_back_in(&merged).commit(&mut merged, ANNA);
    assert_eq!(first(&merged), Client { name: "Loo".to_owned(), ..first(&noor()) });
}

#[test]
fn a_version_that_takes_away_more_than_a_fifth_is_asked_about() {
    let anna = noor();
    let all = anna.clients.len() + anna.incomes.len();
    assert!(!anna.is_much(4), "a few are not");
    assert!(!anna.is_much(all / 5));
    assert!(anna.is_much(all / 5 + 1));
    let mut bram = noor();
    for income in noor().incomes.iter() {
        Change::default().income(&bram, income.id, None).commit(&mut bram, BRAM);
    }
    let merged = anna.merged_with(&bram);
    let gone = anna.missing_in(&merged);
    assert_eq!(gone.len(), anna.incomes.len());

    let mut held = anna.clone();
    held.hold_on_to(&gone, ANNA);
    assert_eq!(held.merged_with(&bram).incomes, anna.incomes, "and can be held on to");
}

#[test]
fn somebody_erased_never_comes_back_and_their_income_stays_without_a_word() {
    let (mut anna, mut bram) = (noor(), noor());
    let income = Income::clone(anna.incomes.iter().find(|income| income.client.is_some()).unwrap());
    let id = income.client.unwrap();
    let name = anna.clients.get(id).unwrap().name.clone();
    let older = anna.clone();
    edit(&mut bram, BRAM, id, |client| client.notes = "nog een woord".to_owned());
    let labelled = Income { label: "portret van Lotte".to_owned(), ..income.clone() };
    Change::default().income(&bram, income.id, Some(labelled)).commit(&mut bram, BRAM);
    anna.erase(id, ANNA);
    for merged in [anna.merged_with(&bram), bram.merged_with(&anna), older.merged_with(&anna)] {
        assert!(merged.clients.get(id).is_none());
        let kept = merged.incomes.get(income.id).unwrap();
        assert_eq!((kept.amount, kept.label.as_str()), (income.amount, ""));
        let text = kleurboek::storage::format::write(&merged, 1).unwrap();
        for word in [name.as_str(), "nog een woord", "portret van Lotte"] {
            assert!(!text.contains(word), "{word} is still in the file");
        }
    }
}

#[test]
fn the_part_that_a_change_touched_brings_another_version_up_to_date() {
    let mut now = noor();
    let before = now.clone();
    let id = first(&now).id;
    let mut client = first(&now);
    client.notes = "gered".to_owned();
    let edit = Change::default().client(&now, id, Some(client));
    let mut part = edit.commit(&mut now, ANNA);
    let income = Income { amount: Cents::new(500), ..Income::blank(Id::from_bits(9)) };
    let add = Change::default().income(&now, income.id, Some(income));
    part.add_part(&add.commit(&mut now, ANNA));
    let gone = now.clients.iter().last().unwrap().id;
    let remove = Change::default().client(&now, gone, None);
    part.add_part(&remove.commit(&mut now, ANNA));
    assert_eq!(before.merged_with(&part), now);
    assert_eq!(now.merged_with(&part), now, "and changes nothing where it is known");
}

#[test]
fn one_stamp_with_two_values_is_a_conflict_in_every_kind_of_record() {
    // A device of format 1 that was cloned: both go on counting from the same number.
    let (mut old, mut new) = (noor(), noor());
    let id = first(&old).id;
    let income = Income::clone(old.incomes.iter().next().unwrap());
    for (book, word, cents) in [(&mut old, "oude", 900), (&mut new, "nieuwe", 1_000)] {
        let client = Client { name: word.to_owned(), ..first(book) };
        let earned = Income { amount: Cents::new(cents), ..income.clone() };
        let house = House { name: word.to_owned(), ..House::clone(&book.house) };
        let plan = Plan { living: Cents::new(cents), ..Plan::clone(&book.plan) };
        let change = Change::default().client(book, id, Some(client)).income(book, income.id, Some(earned));
        change.house(book, house).plan(book, plan).commit(book, ANNA);
    }
    assert_eq!(old.lineage.seen, new.lineage.seen);
    assert!(!old.has_all_of(&new) && !new.has_all_of(&old), "that all was seen is no proof");
    let merged = old.merged_with(&new);
    assert_eq!(merged, new.merged_with(&old));
    assert_eq!(
        waiting(&merged),
        [
            Waiting::House(HouseField::Name),
            Waiting::Plan(PlanField::Living),
            Waiting::Client(id, ClientField::Name),
            Waiting::Income(income.id, IncomeField::Amount),
        ]
    );
    // Ten euros before nine: by the value, not by its letters.
    assert_eq!(merged.incomes.get(income.id).unwrap().amount, Cents::new(1_000));
    assert_eq!(merged.plan.living, Cents::new(1_000));
    assert!(merged.has_all_of(&old) && merged.has_all_of(&new));
}

#[test]
fn one_stamp_on_changes_of_two_records_loses_neither() {
    let (mut old, mut new) = (noor(), noor());
    let [one, other] = [0, 1].map(|number| old.clients.iter().nth(number).unwrap().id);
    edit(&mut old, ANNA, one, |client| client.address = "Kaai 1".to_owned());
    edit(&mut new, ANNA, other, |client| client.address = "Kaai 2".to_owned());
    assert!(!old.has_all_of(&new));
    let merged = old.merged_with(&new);
    assert_eq!(merged, new.merged_with(&old));
    let addresses = [one, other].map(|id| merged.clients.get(id).unwrap().address.clone());
    assert_eq!(addresses, ["Kaai 1", "Kaai 2"]);
}

#[test]
fn one_stamp_on_a_removal_and_an_edit_keeps_what_was_edited() {
    let (mut old, mut new) = (noor(), noor());
    let id = first(&old).id;
    Change::default().client(&old, id, None).commit(&mut old, ANNA);
    edit(&mut new, ANNA, id, |client| client.address = "Kaai 2".to_owned());
    for merged in [old.merged_with(&new), new.merged_with(&old)] {
        assert_eq!(merged.clients.get(id).unwrap().address, "Kaai 2");
    }
}

#[test]
fn what_waits_stays_in_one_order_when_it_is_put_back_together() {
    let id = first(&noor()).id;
    let place = Waiting::Client(id, ClientField::Address);
    let versions = [0xa, 0xb, 0xc].map(|number| {
        let mut book = noor();
        edit(&mut book, Actor::from_bits(number), id, |client| client.address = format!("Kaai {number}"));
        book
    });
    let mut book = versions.iter().fold(noor(), |book, version| book.merged_with(version));
    let (older, others) = (book.clone(), OtherValues::of(&book, place));
    assert_eq!(others.len(), 2);
    let settle = Change::default().others(place, others.clone(), others.none());
    settle.commit(&mut book, ANNA);
    settle.set_back_in(&book).commit(&mut book, ANNA);
    assert_eq!(OtherValues::of(&book, place).len(), 2);
    assert_eq!(book.merged_with(&older), book, "an older version of our own adds nothing");
    let text = kleurboek::storage::format::write(&book, 1).unwrap();
    assert_eq!(kleurboek::storage::format::read(&text).unwrap().book, book);
}

#[test]
fn a_choice_between_two_values_of_one_stamp_takes_the_one_that_is_shown_away() {
    let (mut old, mut new) = (noor(), noor());
    let id = first(&old).id;
    edit(&mut old, ANNA, id, |client| client.address = "Kaai 1".to_owned());
    edit(&mut new, ANNA, id, |client| client.address = "Kaai 2".to_owned());
    let mut merged = old.merged_with(&new);
    assert_eq!(first(&merged).address, "Kaai 2");
    edit(&mut merged, BRAM, id, |client| client.address = "Kaai 3".to_owned());
    let waits = OtherValues::Client(vec![ClientValue::Address("Kaai 1".to_owned())]);
    assert_eq!(OtherValues::of(&merged, Waiting::Client(id, ClientField::Address)), waits);
}
