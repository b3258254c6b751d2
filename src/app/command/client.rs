//! What commands do to clients.

use super::{
    ClientEdit, Refusal,
    tidy::{tidy_line, tidy_name, tidy_text},
};
use crate::{
    app::deed::Deed,
    domain::{
        book::Book,
        change::Change,
        client::{Client, Met, Person},
        id::Id,
    },
};

pub(super) fn edit_client(book: &Book, id: Id, edit: &ClientEdit) -> Result<(Change, Deed), Refusal> {
    let before = book.clients.get(id).ok_or(Refusal::Gone)?;
    let mut client = Client::clone(before);
    let name = before.name.clone();
    let deed = match edit {
        ClientEdit::Name(text) => {
            client.name = tidy_name(text)?;
            Deed::ClientRenamed(client.name.clone())
        }
        ClientEdit::People(people) => {
            client.people = people
                .iter()
                .map(|person| Person {
                    name: tidy_line(&person.name),
                    phone: tidy_line(&person.phone),
                    email: tidy_line(&person.email),
                })
                .collect();
            Deed::ClientChanged(name)
        }
        ClientEdit::Address(text) => {
            client.address = tidy_text(text);
            Deed::ClientChanged(name)
        }
        ClientEdit::Notes(text) => {
            client.notes = tidy_text(text);
            Deed::NotesChanged(name)
        }
        ClientEdit::Fit(fit) => {
            client.fit = *fit;
            Deed::ColourChanged { client: name, fit: *fit }
        }
        ClientEdit::Gut(gut) => {
            client.gut = *gut;
            Deed::ClientChanged(name)
        }
        ClientEdit::Met(met) => {
            // Nobody brought themselves.
            let through = met.through.filter(|through| *through != id);
            client.met = Met { through, words: tidy_line(&met.words) };
            Deed::ClientChanged(name)
        }
        ClientEdit::Archived(archived) => {
            client.archived = *archived;
            if *archived { Deed::ClientArchived(name) } else { Deed::ClientTakenBack(name) }
        }
    };
    Ok((Change::default().client(book, id, Some(client)), deed))
}

/// Their incomes and those they brought go on naming them, so that they are theirs again when the client comes back: by
/// hand, or because somebody changed them elsewhere meanwhile. Until then those read as nobody's.
pub(super) fn remove_client(book: &Book, id: Id) -> Result<(Change, Deed), Refusal> {
    let client = book.clients.get(id).ok_or(Refusal::Gone)?;
    let mut change = Change::default().client(book, id, None);
    for other in book.clients.iter().filter(|other| other.met.through == Some(id)) {
        // How they came stays known, in words.
        let met = Met { through: Some(id), words: client.name.clone() };
        let other = Client { met, ..Client::clone(other) };
        change = change.client(book, other.id, Some(other));
    }
    Ok((change, Deed::ClientRemoved(client.name.clone())))
}

pub(super) fn bring_back(book: &Book, id: Id) -> Result<(Change, Deed), Refusal> {
    let client = book.lineage.removed_clients.get(id).ok_or(Refusal::Gone)?;
    let change = Change::default().client(book, id, Some(Client::clone(client)));
    Ok((change, Deed::ClientBroughtBack(client.name.clone())))
}
