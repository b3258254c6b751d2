//! What differs between two versions of a book, field by field, with the names and the amounts.

use super::{field_place::FieldPlace, value_words::ValueWords, words::Words};
use crate::domain::{
    Day,
    book::Book,
    change::{BeforeAfter, Change, Edit},
    fields::Fields,
    income::Income,
    other_values::Waiting,
};

/// Lines said before the rest is only counted.
const MOST: usize = 60;
/// A longer text is only said to be changed, in letters.
const LONGEST: usize = 60;

/// What differs in `after`, a line each: "Het bedrag van Bistro Loo, Menukaart: € 600 is nu € 200".
pub fn lines(before: &Book, after: &Book, words: &Words, today: Day) -> Vec<String> {
    let change = Change::back_to(before, after);
    let [then, now] = [before, after].map(|book| ValueWords { book, words, today });
    let say = Say { before, words };
    let mut lines = Vec::new();
    for edit in &change.edits {
        match edit {
            Edit::House(edit) => lines.extend(say.fields(edit, Waiting::House, |[then_is, now_is]| {
                [then.of_house(&then_is), now.of_house(&now_is)]
            })),
            Edit::Plan(edit) => lines.extend(say.fields(edit, Waiting::Plan, |[then_is, now_is]| {
                [then.of_plan(&then_is), now.of_plan(&now_is)]
            })),
            Edit::Client(id, edit) => match (&edit.before, &edit.after) {
                (None, Some(client)) => lines.push(say.whole("difference-new", &client.name)),
                (Some(client), None) => lines.push(say.whole("difference-gone", &client.name)),
                _ => lines.extend(say.fields(
                    edit,
                    |field| Waiting::Client(*id, field),
                    |[then_is, now_is]| [then.of_client(&then_is), now.of_client(&now_is)],
                )),
            },
            Edit::Income(id, edit) => match (&edit.before, &edit.after) {
                (None, Some(income)) => lines.push(say.whole("difference-new", &named(income, &now))),
                (Some(income), None) => lines.push(say.whole("difference-gone", &named(income, &then))),
                _ => lines.extend(say.fields(
                    edit,
                    |field| Waiting::Income(*id, field),
                    |[then_is, now_is]| [then.of_income(&then_is), now.of_income(&now_is)],
                )),
            },
            Edit::Others(..) => {}
        }
    }
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        lines.truncate(MOST);
        lines.push(words.with("difference-more", &[("count", more.into())]));
    }
    lines
}

/// Says what differs from a book.
#[derive(Clone, Copy)]
struct Say<'a> {
    before: &'a Book,
    words: &'a Words,
}

impl Say<'_> {
    /// Every field of a record that differs.
    fn fields<T: Fields>(
        &self,
        edit: &BeforeAfter<T>,
        waiting: impl Fn(T::Field) -> Waiting,
        values: impl Fn([T::Value; 2]) -> [String; 2],
    ) -> Vec<String> {
        let (Some(before), Some(after)) = (&edit.before, &edit.after) else { return Vec::new() };
        let differ = T::FIELDS.iter().copied().filter(|field| !before.is_same(after, *field));
        differ
            .filter_map(|field| {
                let what = capital(&FieldPlace::of(self.before, waiting(field))?.say(self.words));
                let [then, now] = values([before.value(field), after.value(field)]);
                let is_short = [&then, &now].into_iter().all(|text| text.chars().count() <= LONGEST);
                Some(if is_short && then != now {
                    let values = [("what", (&what).into()), ("then", (&then).into()), ("now", (&now).into())];
                    self.words.with("difference-other", &values)
                } else {
                    self.words.with("difference-text", &[("what", (&what).into())])
                })
            })
            .collect()
    }

    /// A whole record that is new or gone.
    fn whole(&self, key: &str, what: &String) -> String {
        self.words.with(key, &[("what", what.into())])
    }
}

/// "Bistro Loo, Menukaart, € 600"
fn named(income: &Income, words: &ValueWords<'_>) -> String {
    let client = words.book.client_name(income.client).unwrap_or_default();
    let amount = words.amount(income.amount);
    let parts = [client, &income.label, &amount];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// With a capital: it begins a line.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
