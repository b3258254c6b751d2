//! Finding clients by what is known of them.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::client::Client;

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
