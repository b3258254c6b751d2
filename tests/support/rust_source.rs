//! Reads our own source far enough to know its paths and its texts, for tests about the code itself.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::expect_used, reason = "tests")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the program.
pub struct SourceFile {
    /// From the top of the repository, with forward slashes: `src/app/mod.rs`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every file under `src`, in the order of the paths.
pub fn program() -> Vec<SourceFile> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    rust_files(&top.join("src"), &mut paths);
    let mut files: Vec<_> = paths
        .iter()
        .map(|path| {
            let steps = path.strip_prefix(top).expect("it lies under the top").components();
            let names: Vec<_> = steps.map(|step| step.as_os_str().to_string_lossy()).collect();
            SourceFile { path: names.join("/"), text: fs::read_to_string(path).expect("source is UTF-8") }
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 50, "only {} files found: is this the right folder?", files.len());
    files
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// A piece of source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A name, a keyword or a number.
    Word(String),
    /// What stands between the quotes of a text, as it is written.
    Text(String),
    /// Anything else.
    Mark(char),
}

/// The pieces of source with their lines, from 1; comments and characters in quotes are left out.
pub fn pieces(source: &str) -> Vec<(usize, Piece)> {
    let mut reader = Reader { rest: source, line: 1, pieces: Vec::new() };
    while !reader.rest.is_empty() {
        reader.step();
    }
    reader.pieces
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    pieces: Vec<(usize, Piece)>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn push(&mut self, piece: Piece) {
        self.pieces.push((self.line, piece));
    }

    fn step(&mut self) {
        let first = self.rest.chars().next().expect("there is more");
        if self.rest.starts_with("//") {
            self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.comment();
        } else if let Some(hashes) = raw_text(self.rest) {
            let (open, end) =
                (self.rest.find('"').expect("it opens") + 1, format!("\"{}", "#".repeat(hashes)));
            self.take(open);
            self.text(self.rest.find(&end).unwrap_or(self.rest.len()), end.len());
        } else if first == '"' {
            self.take(1);
            self.text(closing(self.rest, '"'), 1);
        } else if first == '\'' {
            self.quote();
        } else if first.is_alphanumeric() || first == '_' {
            let end = self.rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let word = self.take(end.unwrap_or(self.rest.len())).to_owned();
            self.push(Piece::Word(word));
        } else {
            if !first.is_whitespace() {
                self.push(Piece::Mark(first));
            }
            self.take(first.len_utf8());
        }
    }

    fn text(&mut self, length: usize, quotes: usize) {
        let line = self.line;
        let text = self.take(length).to_owned();
        self.pieces.push((line, Piece::Text(text)));
        self.take(quotes.min(self.rest.len()));
    }

    fn comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
            } else {
                let Some(letter) = self.rest.chars().next() else { return };
                self.take(letter.len_utf8());
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A character, or a lifetime.
    fn quote(&mut self) {
        let mut letters = self.rest.chars().skip(1);
        let (first, second) = (letters.next(), letters.next());
        if first == Some('\\') || second == Some('\'') {
            self.take(1);
            let end = closing(self.rest, '\'') + 1;
            self.take(end.min(self.rest.len()));
        } else {
            self.take(1);
        }
    }
}

/// How many hashes the raw text at the start of `rest` has; none when there is no raw text.
fn raw_text(rest: &str) -> Option<usize> {
    let rest = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r')?;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    rest.get(hashes..)?.starts_with('"').then_some(hashes)
}

fn closing(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices() {
        if escaped {
            escaped = false;
        } else if letter == '\\' {
            escaped = true;
        } else if letter == quote {
            return at;
        }
    }
    rest.len()
}

/// A path in source, such as `std::fs::File`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedPath {
    /// Its line, from 1.
    pub line: usize,
    /// Its steps, from `crate` where it is one of ours; `*` for everything in it.
    pub steps: Vec<String>,
    /// Whether it stands in a `use`, so that the rest of the file can go on from its last step.
    pub is_use: bool,
}

/// Every path of two steps or more, and every path in a `use`; `file` tells what `self` and `super` are.
pub fn paths(file: &str, source: &str) -> Vec<UsedPath> {
    let pieces = pieces(source);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let line = pieces[at].0;
        if is_word(&pieces, at, "use") && !is_mark(&pieces, at + 1, '<') {
            at += 1;
            let mut all = Vec::new();
            tree(&pieces, &mut at, &mut Vec::new(), &mut all);
            found.extend(all.into_iter().map(|(line, steps)| UsedPath { line, steps, is_use: true }));
        } else if let Some(word) = word(&pieces, at) {
            let mut steps = vec![word.to_owned()];
            at += 1;
            while is_mark(&pieces, at, ':') && is_mark(&pieces, at + 1, ':') {
                let Some(word) = self::word(&pieces, at + 2) else { break };
                steps.push(word.to_owned());
                at += 3;
            }
            if steps.len() > 1 {
                found.push(UsedPath { line, steps, is_use: false });
            }
        } else {
            at += 1;
        }
    }
    for path in &mut found {
        path.steps = from_the_top(file, &path.steps);
    }
    found
}

fn word(pieces: &[(usize, Piece)], at: usize) -> Option<&str> {
    match pieces.get(at) {
        Some((_, Piece::Word(word))) => Some(word),
        _ => None,
    }
}

fn is_word(pieces: &[(usize, Piece)], at: usize, wanted: &str) -> bool {
    word(pieces, at) == Some(wanted)
}

fn is_mark(pieces: &[(usize, Piece)], at: usize, wanted: char) -> bool {
    matches!(pieces.get(at), Some((_, Piece::Mark(mark))) if *mark == wanted)
}

/// One branch of a `use`, up to and without the comma, brace or semicolon behind it.
fn tree(
    pieces: &[(usize, Piece)],
    at: &mut usize,
    before: &mut Vec<String>,
    found: &mut Vec<(usize, Vec<String>)>,
) {
    let depth = before.len();
    let mut line = pieces.get(*at).map_or(0, |piece| piece.0);
    while let Some((here, piece)) = pieces.get(*at) {
        match piece {
            // The new name says nothing of the path.
            Piece::Word(word) if word == "as" => {}
            Piece::Word(_) if is_word(pieces, at.saturating_sub(1), "as") => {}
            Piece::Word(word) => {
                line = *here;
                before.push(word.clone());
            }
            Piece::Mark('*') => before.push("*".to_owned()),
            Piece::Mark('{') => {
                while !is_mark(pieces, *at, '}') && *at < pieces.len() {
                    *at += 1;
                    tree(pieces, at, before, found);
                }
                *at += 1;
                before.truncate(depth);
                return;
            }
            Piece::Mark(':') => {}
            Piece::Mark(_) | Piece::Text(_) => break,
        }
        *at += 1;
    }
    if before.len() > depth {
        // `use a::{self}` is `use a`.
        if depth > 0 && before.last().is_some_and(|last| last == "self") {
            before.pop();
        }
        found.push((line, before.clone()));
    }
    before.truncate(depth);
}

fn from_the_top(file: &str, steps: &[String]) -> Vec<String> {
    let own = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let mut module: Vec<String> = vec!["crate".to_owned()];
    if !matches!(own, "lib" | "main" | "mod") {
        module.extend(own.split('/').map(str::to_owned));
    }
    let mut rest = steps;
    match rest.first().map(String::as_str) {
        Some("crate" | "kleurboek") => module.truncate(1),
        Some("self" | "super") => {}
        _ => return steps.to_vec(),
    }
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "super" => module.truncate(module.len().saturating_sub(1).max(1)),
            "crate" | "kleurboek" | "self" => {}
            _ => break,
        }
        rest = others;
    }
    module.extend_from_slice(rest);
    module
}
