//! What commands do to values that wait beside a field.

use super::Refusal;
use crate::{
    app::{deed::Deed, field_place::FieldPlace},
    domain::{
        book::Book,
        change::Change,
        fields::Fields,
        other_values::{OtherValues, Waiting},
    },
};

/// Shows `value` in its field, instead of the one that is there; that one then waits.
pub(super) fn take(book: &Book, place: Waiting, value: &OtherValues) -> Result<(Change, Deed), Refusal> {
    let deed = Deed::OtherTaken(FieldPlace::of(book, place).ok_or(Refusal::Gone)?);
    // Somebody may have chosen meanwhile.
    if !OtherValues::of(book, place).each().contains(value) {
        return Err(Refusal::Gone);
    }
    let change = Change::default();
    let change = match (place, value) {
        (Waiting::House(_), OtherValues::House(values)) => change.house(book, with(&book.house, values)),
        (Waiting::Plan(_), OtherValues::Plan(values)) => change.plan(book, with(&book.plan, values)),
        (Waiting::Client(id, _), OtherValues::Client(values)) => {
            let client = book.clients.get(id).ok_or(Refusal::Gone)?;
            change.client(book, id, Some(with(client, values)))
        }
        (Waiting::Income(id, _), OtherValues::Income(values)) => {
            let income = book.incomes.get(id).ok_or(Refusal::Gone)?;
            change.income(book, id, Some(with(income, values)))
        }
        _ => return Err(Refusal::Gone),
    };
    Ok((change, deed))
}

/// Leaves the field as it is: nothing waits beside it any more.
pub(super) fn settle(book: &Book, place: Waiting) -> Result<(Change, Deed), Refusal> {
    let deed = Deed::OthersSettled(FieldPlace::of(book, place).ok_or(Refusal::Gone)?);
    let waiting = OtherValues::of(book, place);
    let none = waiting.none();
    Ok((Change::default().others(place, waiting, none), deed))
}

fn with<T: Fields>(record: &T, values: &[T::Value]) -> T {
    let mut record = record.clone();
    for value in values {
        record.put(value.clone());
    }
    record
}
