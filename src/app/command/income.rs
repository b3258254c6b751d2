//! What commands do to income.

use super::{
    NewIncome, Payer, Payment, Refusal,
    tidy::{name_of, tidy_line, tidy_name},
};
use crate::{
    app::{deed::Deed, ids::Ids},
    domain::{
        Day, book::Book, change::Change, client::Client, income::Income, money::Cents, part_payment, search,
    },
};

pub(super) fn earn(book: &Book, new: &NewIncome, today: Day, ids: Ids) -> Result<(Change, Deed), Refusal> {
    check_amount(new.amount)?;
    if new.day > today {
        return Err(Refusal::DayAfterToday);
    }
    let mut change = Change::default();
    let (client, name) = match &new.from {
        Payer::Nobody => (None, None),
        Payer::Client(id) => {
            let client = book.clients.get(*id).ok_or(Refusal::Gone)?;
            (Some(*id), Some(client.name.clone()))
        }
        Payer::New(name) => {
            let name = tidy_name(name)?;
            let folded = search::fold(&name);
            if let Some(known) = book.clients.iter().find(|client| search::fold(&client.name) == folded) {
                (Some(known.id), Some(known.name.clone()))
            } else {
                let id = ids.new_id()?;
                change = change.client(book, id, Some(Client::named(id, name.clone())));
                (Some(id), Some(name))
            }
        }
    };
    let mut income = Income {
        id: ids.new_id()?,
        client,
        label: tidy_line(&new.label),
        amount: new.amount,
        earned: Some(new.day),
        due: None,
        paid: None,
    };
    match new.payment {
        Payment::Received => income.paid = Some(new.day),
        Payment::StillToGet(due) => income.due = due,
        Payment::For(id) => {
            let open = book.incomes.get(id).filter(|open| open.is_still_to_get()).ok_or(Refusal::Gone)?;
            let settled = part_payment::settle(open, new.amount, new.day, ids.new_id()?);
            change = change.income(book, settled.paid.id, Some(settled.paid));
            if let Some(rest) = settled.rest {
                change = change.income(book, id, Some(rest));
            }
            let deed = Deed::PartPaid { amount: new.amount, client: name };
            if settled.surplus == Cents::ZERO {
                return Ok((change, deed));
            }
            let surplus = Income { amount: settled.surplus, paid: Some(new.day), ..income };
            return Ok((change.income(book, surplus.id, Some(surplus)), deed));
        }
    }
    let deed = Deed::IncomeAdded { amount: new.amount, client: name };
    Ok((change.income(book, income.id, Some(income)), deed))
}

pub(super) fn correct(book: &Book, income: &Income, today: Day) -> Result<(Change, Deed), Refusal> {
    check_amount(income.amount)?;
    let after_today = |day: Option<Day>| day.is_some_and(|day| day > today);
    if after_today(income.earned) || after_today(income.paid) {
        return Err(Refusal::DayAfterToday);
    }
    if book.incomes.get(income.id).is_none() {
        return Err(Refusal::Gone);
    }
    // A client who was erased is nobody.
    let client = income.client.filter(|client| !book.lineage.erased.contains(client));
    let income = Income { client, label: tidy_line(&income.label), ..income.clone() };
    let deed = Deed::IncomeCorrected { amount: income.amount, client: name_of(book, income.client) };
    Ok((Change::default().income(book, income.id, Some(income)), deed))
}

fn check_amount(amount: Cents) -> Result<(), Refusal> {
    if amount <= Cents::ZERO {
        Err(Refusal::AmountNotPositive)
    } else if amount > Cents::LARGEST {
        Err(Refusal::AmountTooLarge)
    } else {
        Ok(())
    }
}
