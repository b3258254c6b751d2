//! The last line: a hash of everything before it, so that damage does not load in silence.

const START: &str = "// blake3: ";

/// What the last line says of the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashLine {
    /// Every byte is as it was written.
    Right,
    /// There is no such line: edited by hand, or cut short.
    Missing,
    /// Edited by hand, or damaged.
    Wrong,
}

/// `text` with its last line.
pub fn with_hash_line(mut text: String) -> String {
    let line = line_of(blake3::hash(text.as_bytes()));
    text.push_str(&line);
    text
}

/// What the last line of `text` says.
pub fn check(text: &str) -> HashLine {
    check_and_hash(text).0
}

/// What the last line of `text` says, and the hash of all of it, that line included.
pub fn check_and_hash(text: &str) -> (HashLine, blake3::Hash) {
    let start = text.trim_end().rfind('\n').map_or(0, |end| end + 1);
    let (before, line) = text.split_at_checked(start).unwrap_or(("", text));
    // Both in one go: of a large book a person would notice the second.
    let mut hasher = blake3::Hasher::new();
    hasher.update(before.as_bytes());
    let says = if !line.starts_with(START) {
        HashLine::Missing
    } else if line == line_of(hasher.finalize()) {
        // To the last byte, the end of the line included: a file cut short by one byte was cut short.
        HashLine::Right
    } else {
        HashLine::Wrong
    };
    (says, hasher.update(line.as_bytes()).finalize())
}

fn line_of(hash: blake3::Hash) -> String {
    format!("{START}{}\n", hash.to_hex())
}
