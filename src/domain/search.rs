//! Finding clients by what is known of them.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{client::Client, id::Id};

/// Text without accents and case, for comparing: "Café Plein" and "CAFE plein" fold to the same.
pub fn fold(text: &str) -> String {
    // Most text is, and of a large book all of it is folded before the first picture.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .replace('ß', "ss")
        .replace('ø', "o")
        .replace('æ', "ae")
        .replace('œ', "oe")
        .replace(['đ', 'ð'], "d")
        .replace('þ', "th")
        .replace('ı', "i")
        .replace('ł', "l")
}

/// Everything of a client that search looks through, folded.
pub fn searchable(client: &Client) -> String {
    let mut text = fold(&client.name);
    for part in client
        .people
        .iter()
        .flat_map(|person| [&person.name, &person.email, &person.phone])
        .chain([&client.notes])
    {
        text.push('\n');
        text.push_str(&fold(part));
    }
    text
}

/// Whether every word of the folded query is found in the folded text.
pub fn matches(searchable: &str, folded_query: &str) -> bool {
    folded_query.split_whitespace().all(|word| searchable.contains(word))
}

/// Whom a typed name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Nothing was typed.
    Nothing,
    /// This client: called exactly so, or the only one with these words in their name.
    One(Id),
    /// Nobody with that name, or more than one; only the person knows.
    Unsure,
}

/// Whom `typed` means of these clients. Only by name: a word in the notes of one client can well be the name of another.
pub fn meant<'a>(clients: impl Iterator<Item = &'a Client>, typed: &str) -> Meant {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        return Meant::Nothing;
    }
    let (mut exact, mut alike) = (Vec::new(), Vec::new());
    for client in clients {
        let name = fold(client.name.trim());
        if name == typed {
            exact.push(client.id);
        } else if matches(&name, &typed) {
            alike.push(client.id);
        }
    }
    match (exact.as_slice(), alike.as_slice()) {
        ([one], _) | ([], [one]) => Meant::One(*one),
        _ => Meant::Unsure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_two_in_one_are_found_as_two() {
        for (typed, name) in [
            ("coeur", "Cœur"),
            ("COEUR", "Cœur"),
            ("ijs", "ĳs"),
            ("ijs", "Ĳs"),
            ("aegir", "Ægir"),
            ("strasse", "Straße"),
            ("thor", "Þór"),
            ("dordic", "Đorđić"),
            ("isik", "Işık"),
        ] {
            assert!(matches(&fold(name), &fold(typed)), "{typed} does not find {name}: {}", fold(name));
        }
    }
}
