//! The stamps of a record, as they are written.

use std::collections::BTreeMap;

use super::{
    records::{ContestedText, MarksText, StampsText},
    values::StampText,
};
use crate::{
    domain::{fields::Fields, marks::Marks, stamp::Stamp},
    storage::{problem::Problem, wanted::Wanted},
};

/// As text. `text` writes a record of which one field counts; it starts from `blank`.
pub fn to_text<T: Fields, R>(marks: &Marks<T>, blank: &T, text: impl Fn(&T) -> R) -> MarksText<Box<R>> {
    let contested = marks.contested.iter().flat_map(|(field, values)| {
        values.iter().map(|(stamp, value)| {
            let mut record = blank.clone();
            record.put(value.clone());
            ContestedText {
                field: T::name(*field).to_owned(),
                stamp: StampText(*stamp),
                value: Box::new(text(&record)),
            }
        })
    });
    let text = StampsText {
        base: (marks.base != Stamp::BEGINNING).then_some(StampText(marks.base)),
        own: marks.own.iter().map(|(field, stamp)| (T::name(*field).to_owned(), StampText(*stamp))).collect(),
        contested: contested.collect(),
        presence: marks.presence.iter().map(|(stamp, is_there)| (StampText(*stamp), *is_there)).collect(),
    };
    let says_nothing =
        text.base.is_none() && text.own.is_empty() && text.contested.is_empty() && text.presence.is_empty();
    (!says_nothing).then(|| Box::new(text))
}

/// From text. `record` reads a record of which one field counts.
pub fn to_marks<T: Fields, R>(
    text: MarksText<Box<R>>,
    mut record: impl FnMut(R) -> Result<T, Problem>,
) -> Result<Marks<T>, Problem> {
    let Some(text) = text else { return Ok(Marks::of(Stamp::BEGINNING)) };
    let mut marks = Marks::of(text.base.map_or(Stamp::BEGINNING, |stamp| stamp.0));
    for (name, stamp) in text.own {
        marks.own.insert(field::<T>(&name)?, stamp.0);
    }
    let mut contested: BTreeMap<T::Field, Vec<_>> = BTreeMap::new();
    for other in text.contested {
        let field = field::<T>(&other.field)?;
        let value = record(*other.value)?.value(field);
        contested.entry(field).or_default().push((other.stamp.0, value));
    }
    marks.contested = contested;
    marks.presence = text.presence.into_iter().map(|(stamp, is_there)| (stamp.0, is_there)).collect();
    Ok(marks)
}

fn field<T: Fields>(name: &str) -> Result<T::Field, Problem> {
    T::named(name).ok_or_else(|| {
        let name: String = name.chars().take(40).collect();
        Problem::NotABook { line: None, found: format!("marks: {name}"), wanted: Wanted::AsItWas }
    })
}
