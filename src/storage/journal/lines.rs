//! The lines of a journal: each with a checksum over itself and the one before it, so that a line that is damaged, left
//! out or out of place ends the reading.

/// Hexadecimal digits of a checksum.
const DIGITS: usize = 16;

/// The checksum of the line before; it starts with none.
#[derive(Debug, Default)]
pub(super) struct Chain {
    last: String,
}

impl Chain {
    /// The next line with `text` in it, its end included.
    pub(super) fn line(&mut self, text: &str) -> String {
        let escaped = escape(text);
        self.last = self.checksum(escaped.as_bytes());
        format!("{} {escaped}\n", self.last)
    }

    /// The text of the next line, given without its end; none when it is not what was written.
    pub(super) fn read(&mut self, line: &[u8]) -> Option<String> {
        let (checksum, rest) = line.split_at_checked(DIGITS)?;
        let escaped = rest.strip_prefix(b" ")?;
        let wanted = self.checksum(escaped);
        if checksum != wanted.as_bytes() {
            return None;
        }
        let text = unescape(str::from_utf8(escaped).ok()?)?;
        self.last = wanted;
        Some(text)
    }

    fn checksum(&self, escaped: &[u8]) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.last.as_bytes()).update(b" ").update(escaped);
        hasher.finalize().to_hex().chars().take(DIGITS).collect()
    }
}

/// The texts of the lines up to the first that is wrong, and whether there was one.
pub(super) fn read(bytes: &[u8]) -> (Vec<String>, bool) {
    let mut chain = Chain::default();
    let mut texts = Vec::new();
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() && lines.peek().is_none() {
            break;
        }
        match chain.read(line) {
            Some(text) => texts.push(text),
            None => return (texts, true),
        }
    }
    (texts, false)
}

/// The longest that the line of `text` can be, in bytes.
pub(super) fn longest(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX).saturating_mul(2).saturating_add(64)
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescape(escaped: &str) -> Option<String> {
    let mut text = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        text.push(match after.chars().next()? {
            '\\' => '\\',
            'n' => '\n',
            'r' => '\r',
            _ => return None,
        });
        rest = after.get(1..)?;
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_from_one_line() {
        for text in ["", " ", "a", "\\", "\\n", "\n", "two\r\nlines", "\\\\n\n\\", "é€🎨\0"] {
            let line = Chain::default().line(text);
            assert_eq!(line.matches('\n').count(), 1, "{text:?}");
            assert_eq!(read(line.as_bytes()), (vec![text.to_owned()], false));
        }
    }

    #[test]
    fn lines_left_out_or_out_of_place_end_the_reading() {
        let mut chain = Chain::default();
        let [first, second, third] = ["one", "two", "three"].map(|text| chain.line(text));
        let texts = |lines: &[&String]| {
            let text: String = lines.iter().map(|line| line.as_str()).collect();
            read(text.as_bytes())
        };
        assert_eq!(texts(&[&first, &third]), (vec!["one".to_owned()], true));
        assert_eq!(texts(&[&first, &third, &second]), (vec!["one".to_owned()], true));
        assert_eq!(texts(&[&second, &third]), (vec![], true));
        assert_eq!(texts(&[&first, &first]), (vec!["one".to_owned()], true));
    }
}
