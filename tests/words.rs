//! The words: the same sentences in both languages, all of them used, and written the way the house speaks.
#![allow(clippy::indexing_slicing, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "support/rust_source.rs"]
mod rust_source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use kleurboek::{
    app::words::{Words, source},
    domain::book::Language,
};
use rust_source::{Piece, pieces, program};

/// Keys that are made of another key and an ending, such as `deed-income-added-from`.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("deed-", "-from", "with a client: Deed::say puts it behind the key"),
    ("keys-", "-key", "a key in words where there is no shortcut: the sheet of keys puts it behind the key"),
    ("plan-", "-help", "the line under a setting: the settings put it behind the key"),
    ("figure-", "-help", "the line under a setting: the settings put it behind the key"),
    ("computer-", "-help", "the line under a setting: the settings put it behind the key"),
];

/// Under fifteen words, says the design.
const MOST_WORDS: usize = 14;

/// A key with its text as it is written.
struct Entry {
    key: String,
    text: String,
}

impl Entry {
    fn variables(&self) -> BTreeSet<&str> {
        names_after(&self.text, '$')
    }

    /// What chooses between one and many, and so has to be a number.
    fn choosers(&self) -> BTreeSet<&str> {
        let mut parts: Vec<&str> = self.text.split("->").collect();
        parts.pop();
        parts.into_iter().filter_map(|part| part.rsplit_once('$')).map(|(_, name)| name.trim()).collect()
    }
}

fn names_after(text: &str, mark: char) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
    text.split(mark).skip(1).map(|rest| &rest[..name(rest).unwrap_or(rest.len())]).collect()
}

/// Every key in a text of words, in order, also those that are there twice.
fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.lines() {
        let key = line.split_once(" =").map(|(key, _)| key).filter(|key| {
            key.starts_with(|c: char| c.is_ascii_alphabetic())
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        });
        if let Some(key) = key {
            let text = line[key.len() + 2..].trim_start().to_owned();
            entries.push(Entry { key: key.to_owned(), text });
        } else if line.starts_with([' ', '}'])
            && let Some(last) = entries.last_mut()
        {
            last.text.push('\n');
            last.text.push_str(line);
        } else {
            assert!(line.trim().is_empty() || line.starts_with('#'), "what is this line? {line}");
        }
    }
    entries
}

fn by_key(language: Language) -> BTreeMap<String, Entry> {
    entries(source(language)).into_iter().map(|entry| (entry.key.clone(), entry)).collect()
}

fn keys(text: &str) -> BTreeSet<String> {
    entries(text).into_iter().map(|entry| entry.key).collect()
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source(language).to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{} cannot be read: {errors:?}", language.code()));
    let mut bundle = FluentBundle::new(vec![language.code().parse().expect("a language")]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{}: {errors:?}", language.code()));
    bundle
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn folder(language: Language) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join("words").join(language.code())
}

fn file_names(language: Language) -> BTreeSet<String> {
    fs::read_dir(folder(language))
        .expect("the words are there")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn both_languages_say_the_same_things_in_the_same_files() {
    let [dutch, english] = Language::ALL.map(file_names);
    assert_eq!(dutch, english);
    let mut found = Vec::new();
    for name in dutch {
        let [dutch, english] = Language::ALL.map(|language| {
            keys(&fs::read_to_string(folder(language).join(&name)).expect("words are UTF-8"))
        });
        found.extend(dutch.difference(&english).map(|key| format!("{key} is missing from en/{name}")));
        found.extend(english.difference(&dutch).map(|key| format!("{key} is missing from nl/{name}")));
    }
    none(&found);
}

#[test]
fn every_file_of_words_is_built_in() {
    for language in Language::ALL {
        let built_in = keys(source(language));
        for name in file_names(language) {
            let text = fs::read_to_string(folder(language).join(&name)).expect("words are UTF-8");
            for key in keys(&text) {
                assert!(built_in.contains(&key), "{key} of {}/{name} is not built in", language.code());
            }
        }
    }
}

#[test]
fn no_key_is_there_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for entry in entries(source(language)) {
            assert!(seen.insert(entry.key.clone()), "{} is twice in {}", entry.key, language.code());
        }
        // And so says the reader the program uses.
        bundle(language);
    }
}

#[test]
fn a_sentence_has_the_same_values_in_both_languages() {
    let english = by_key(Language::English);
    let differs = |(key, dutch): (&String, &Entry)| {
        let english = english.get(key)?;
        let (ours, theirs) = (dutch.variables(), english.variables());
        (ours != theirs).then(|| format!("{key}: {ours:?} in nl, {theirs:?} in en"))
    };
    none(&by_key(Language::Dutch).iter().filter_map(differs).collect::<Vec<_>>());
}

#[test]
fn every_sentence_can_be_said() {
    for language in Language::ALL {
        let bundle = bundle(language);
        let words = Words::new(language);
        for (key, entry) in by_key(language) {
            assert!(words.has(&key), "{key} is not found in {}", language.code());
            let message = bundle.get_message(&key).and_then(|message| message.value());
            let pattern = message.unwrap_or_else(|| panic!("{key} says nothing in {}", language.code()));
            let choosers = entry.choosers();
            for number in [0, 1, 2] {
                let mut values = FluentArgs::new();
                for name in entry.variables() {
                    if choosers.contains(name) {
                        values.set(name, FluentValue::from(number));
                    } else {
                        values.set(name, FluentValue::from(format!("‹{name}›")));
                    }
                }
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
                assert!(errors.is_empty(), "{key} in {}: {errors:?}", language.code());
                assert!(!text.trim().is_empty() && !text.contains(['{', '}', '$']), "{key}: {text}");
                for name in entry.variables().difference(&choosers) {
                    assert!(text.contains(&format!("‹{name}›")), "{key} swallows {name}: {text}");
                }
            }
        }
    }
}

/// What one call of `say` or `with` names: a key, and the values when they stand in the call itself.
struct Said {
    place: String,
    key: String,
    values: BTreeSet<String>,
    is_say: bool,
    knows_values: bool,
}

/// Every `say("key")` and `with("key", &[("name", …)])` in the program.
fn said() -> Vec<Said> {
    let mut found = Vec::new();
    for file in program() {
        let pieces = pieces(&file.text);
        for (at, window) in pieces.windows(3).enumerate() {
            let [(line, Piece::Word(word)), (_, Piece::Mark('(')), (_, Piece::Text(key))] = window else {
                continue;
            };
            if word != "say" && word != "with" {
                continue;
            }
            // Ids of widgets are made with a method of the same name, of one value.
            if word == "with" && !matches!(pieces.get(at + 3), Some((_, Piece::Mark(',')))) {
                continue;
            }
            let mut depth = 1;
            let mut values = BTreeSet::new();
            let mut nested = false;
            for pair in pieces[at + 2..].windows(3) {
                match &pair[0].1 {
                    Piece::Mark('(') => depth += 1,
                    Piece::Mark(')') => depth -= 1,
                    Piece::Word(word) if word == "say" || word == "with" => nested = true,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                if let [(_, Piece::Mark('(')), (_, Piece::Text(name)), (_, Piece::Mark(','))] = pair {
                    values.insert(name.clone());
                }
            }
            found.push(Said {
                place: format!("{}:{line}", file.path),
                key: key.clone(),
                is_say: word == "say",
                knows_values: !nested && !values.is_empty(),
                values,
            });
        }
    }
    found
}

/// Every text in the program that could be a key, with where it is first.
fn texts() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for file in program() {
        for (line, piece) in pieces(&file.text) {
            if let Piece::Text(text) = piece
                && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                && text.starts_with(|c: char| c.is_ascii_lowercase())
            {
                texts.entry(text).or_insert_with(|| format!("{}:{line}", file.path));
            }
        }
    }
    texts
}

#[test]
fn every_sentence_the_program_asks_for_is_there() {
    let words = by_key(Language::Dutch);
    let said = said();
    assert!(said.len() > 100, "only {} found", said.len());
    let mut found: Vec<String> = said
        .iter()
        .filter(|said| !words.contains_key(&said.key))
        .map(|said| format!("{}: {} is not in the words", said.place, said.key))
        .collect();
    // Keys that a function chooses and another says begin like the others.
    let families: BTreeSet<&str> =
        words.keys().filter_map(|key| key.split_once('-')).map(|(first, _)| first).collect();
    for (text, place) in texts() {
        let family = text.split_once('-').map(|(first, _)| first);
        if family.is_some_and(|family| families.contains(family)) && !words.contains_key(&text) {
            found.push(format!("{place}: {text} looks like a key, but is not in the words"));
        }
    }
    none(&found);
}

#[test]
fn every_sentence_gets_its_values() {
    let words = by_key(Language::Dutch);
    let mut found = Vec::new();
    let mut checked = 0;
    for said in said() {
        let Some(entry) = words.get(&said.key) else { continue };
        let wanted: BTreeSet<String> = entry.variables().into_iter().map(str::to_owned).collect();
        if said.is_say && !wanted.is_empty() {
            found.push(format!("{}: {} is said without {wanted:?}", said.place, said.key));
        }
        if said.knows_values {
            checked += 1;
            if said.values != wanted {
                found.push(format!("{}: {} gets {:?}, not {wanted:?}", said.place, said.key, said.values));
            }
        }
    }
    assert!(checked > 30, "only {checked} found");
    none(&found);
}

#[test]
fn every_sentence_is_used() {
    let texts = texts();
    let is_used = |key: &str| {
        texts.contains_key(key)
            || FAMILIES.iter().any(|(start, end, _)| {
                key.starts_with(start) && key.strip_suffix(end).is_some_and(|key| texts.contains_key(key))
            })
    };
    let unused: Vec<String> = by_key(Language::Dutch)
        .into_keys()
        .filter(|key| !is_used(key))
        .map(|key| format!("{key} is said nowhere"))
        .collect();
    none(&unused);
}

/// The text without what stands between braces, each of which is one word; of a choice, what can be chosen.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0;
    for line in text.lines() {
        if let Some((_, chosen)) = line.trim_start().split_once(']').filter(|_| depth > 0) {
            plain.push('\n');
            plain.push_str(&self::plain(chosen.trim_start()));
            continue;
        }
        for letter in line.chars() {
            match letter {
                '{' => {
                    depth += 1;
                    plain.push_str("‹x›");
                }
                '}' => depth -= 1,
                _ if depth == 0 => plain.push(letter),
                _ => {}
            }
        }
        plain.push('\n');
    }
    plain
}

fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let plain = plain(text);
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends =
            matches!(letter, '.' | '!' | '?') && letters.peek().is_none_or(|next| next.is_whitespace());
        if ends || letter == '\n' {
            sentences.push(String::new());
        } else if let Some(last) = sentences.last_mut() {
            last.push(letter);
        }
    }
    sentences
}

fn words_of(text: &str) -> Vec<String> {
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).map(str::to_lowercase).collect()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[test]
fn sentences_are_under_fifteen_words() {
    let mut found = Vec::new();
    for language in Language::ALL {
        for (key, entry) in by_key(language) {
            for sentence in sentences(&entry.text) {
                let count = words_of(&sentence).len();
                if count > MOST_WORDS {
                    found.push(format!("{key} in {} has {count} words: {sentence}", language.code()));
                }
            }
        }
    }
    none(&found);
}

#[test]
fn words_that_confuse_are_not_used() {
    let avoided = ["binnen", "tik", "tikken", "boekje", "sommetjes", "t/m"];
    let mut found = Vec::new();
    for (key, entry) in by_key(Language::Dutch) {
        let words = words_of(&plain(&entry.text));
        let words: Vec<&str> = words.iter().map(|word| bare(word)).collect();
        for word in &words {
            if avoided.contains(word) || word.starts_with("openstaand") {
                found.push(format!("{key}: {word}"));
            }
        }
        // "Open" is a good word for a file and a window. What it may not mean is an amount still to get, which it
        // does alone and behind an amount, "nog" or "staat".
        let about_money =
            |pair: &[&str]| pair[1] == "open" && matches!(pair[0], "x" | "nog" | "staat" | "staan");
        if words == ["open"] || words.windows(2).any(about_money) {
            found.push(format!("{key}: open"));
        }
    }
    none(&found);
}

#[test]
fn no_jargon_is_used() {
    let jargon = ["crm", "pipeline", "kpi", "debiteur", "status", "debtor"];
    let mut found = Vec::new();
    for language in Language::ALL {
        for (key, entry) in by_key(language) {
            for word in words_of(&plain(&entry.text)) {
                if jargon.contains(&bare(&word)) || bare(&word).starts_with("debiteur") {
                    found.push(format!("{key} in {}: {word}", language.code()));
                }
            }
        }
    }
    none(&found);
}

#[test]
fn the_reader_of_words_reads_what_is_written() {
    let read = entries(
        "### A file\n\nwhy-days = { $days ->\n    [one] { $days } day of { $of }\n   *[other] two\n}\nadd = Add. Now!\n",
    );
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].key, "why-days");
    assert_eq!(read[0].variables(), BTreeSet::from(["days", "of"]));
    assert_eq!(read[0].choosers(), BTreeSet::from(["days"]));
    assert_eq!(
        plain(&read[0].text).split_whitespace().collect::<Vec<_>>(),
        ["‹x›", "‹x›", "day", "of", "‹x›", "two"]
    );
    let said: Vec<usize> = sentences(&read[1].text).iter().map(|text| words_of(text).len()).collect();
    assert_eq!(said, [1, 1, 0, 0]);
    assert_eq!(words_of("Typ 1.250 of 12,50 · nog"), ["typ", "1.250", "of", "12,50", "nog"]);
}
