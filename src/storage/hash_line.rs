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
    let line = line_for(&text);
    text.push_str(&line);
    text
}

/// What the last line of `text` says.
pub fn check(text: &str) -> HashLine {
    let trimmed = text.trim_end();
    let start = trimmed.rfind('\n').map_or(0, |end| end + 1);
    let (Some(before), Some(line)) = (text.get(..start), text.get(start..)) else {
        return HashLine::Missing;
    };
    if !line.starts_with(START) {
        return HashLine::Missing;
    }
    // To the last byte, the end of the line included: a file cut short by one byte was cut short.
    if line == line_for(before) { HashLine::Right } else { HashLine::Wrong }
}

fn line_for(before: &str) -> String {
    format!("{START}{}\n", blake3::hash(before.as_bytes()).to_hex())
}
