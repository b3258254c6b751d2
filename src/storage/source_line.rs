//! On which line of a RON text a field stands.

use memchr::memchr_iter;

/// The line, from 1, that names the field at `path`, such as `["clients", "3", "notes"]`.
///
/// For text that was already parsed; none when the field is not there.
pub fn line_of(text: &str, path: &[String]) -> Option<usize> {
    let mut tokens = Tokens { rest: text };
    let mut stack: Vec<Place<'_>> = Vec::new();
    let mut last_word: Option<(&str, usize)> = None;
    let (_, record) = path.split_last()?;
    while let Some(token) = tokens.next() {
        let word = last_word.take();
        match token {
            Token::Word(word) => {
                last_word = Some((word, text.len().saturating_sub(tokens.rest.len() + word.len())));
            }
            Token::Mark(':') => {
                if let (Some((word, at)), Some(place)) = (word, stack.last_mut()) {
                    *place = Place::Field(word);
                    if is_at(&stack, path) {
                        let before = text.get(..at)?;
                        return Some(1 + before.bytes().filter(|byte| *byte == b'\n').count());
                    }
                }
            }
            Token::Mark(',') => match stack.last_mut() {
                Some(Place::Item(index)) => *index += 1,
                Some(place @ Place::Field(_)) => *place = Place::Inside,
                _ => {}
            },
            Token::Mark('[') => stack.push(Place::Item(0)),
            Token::Mark('(' | '{') => stack.push(Place::Inside),
            Token::Mark(')' | ']' | '}') => {
                stack.pop();
                // The record ended without it; the rest of the text may be long.
                if is_at(&stack, record) {
                    return None;
                }
            }
            Token::Mark(_) | Token::Text => {}
        }
    }
    None
}

/// The line, from 1, with the round bracket that opens after `most` others; none when there are no more.
pub fn line_of_bracket_after(text: &str, most: usize) -> Option<usize> {
    // Most texts have fewer even with those in words and comments: that is quickly counted.
    if memchr_iter(b'(', text.as_bytes()).count() <= most {
        return None;
    }
    let mut tokens = Tokens { rest: text };
    let mut opened = 0_usize;
    while let Some(token) = tokens.next() {
        if matches!(token, Token::Mark('(')) {
            opened += 1;
            if opened > most {
                let before = text.get(..text.len().saturating_sub(tokens.rest.len()))?;
                return Some(1 + before.bytes().filter(|byte| *byte == b'\n').count());
            }
        }
    }
    None
}

/// Where the reading stands within one pair of brackets.
enum Place<'a> {
    /// Before any field; `Some(` never has one.
    Inside,
    Field(&'a str),
    Item(usize),
}

fn is_at(stack: &[Place<'_>], path: &[String]) -> bool {
    let mut steps = path.iter();
    for place in stack {
        let same = match place {
            Place::Inside => true,
            Place::Field(name) => steps.next().is_some_and(|step| step == name),
            Place::Item(index) => steps.next().is_some_and(|step| *step == index.to_string()),
        };
        if !same {
            return false;
        }
    }
    steps.next().is_none()
}

/// A piece of RON text.
pub(super) enum Token<'a> {
    /// A name or a number.
    Word(&'a str),
    /// Any other sign.
    Mark(char),
    /// Something between quotes.
    Text,
}

/// The pieces of a RON text, without spaces and comments.
pub(super) struct Tokens<'a> {
    /// What was not read yet.
    pub rest: &'a str,
}

impl<'a> Tokens<'a> {
    /// The next; none at the end.
    pub fn next(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let first = self.rest.chars().next()?;
        if first == '"' {
            self.skip_quoted('"');
            return Some(Token::Text);
        }
        if first == '\'' {
            self.skip_quoted('\'');
            return Some(Token::Text);
        }
        if let Some(raw) = self.rest.strip_prefix('r').or_else(|| self.rest.strip_prefix("br")) {
            let hashes = raw.len() - raw.trim_start_matches('#').len();
            if let Some(inside) = raw.trim_start_matches('#').strip_prefix('"') {
                let end = format!("\"{}", "#".repeat(hashes));
                self.rest = inside.split_once(end.as_str()).map_or("", |(_, rest)| rest);
                return Some(Token::Text);
            }
        }
        let length = self.rest.find(|letter: char| !is_word(letter)).unwrap_or(self.rest.len());
        let (token, length) = match self.rest.get(..length) {
            Some(word) if length > 0 => (Token::Word(word), length),
            _ => (Token::Mark(first), first.len_utf8()),
        };
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(token)
    }

    fn skip_space(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.starts_with("//") {
                self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            } else if self.rest.starts_with("/*") {
                self.skip_block();
            } else {
                return;
            }
        }
    }

    /// Block comments nest.
    fn skip_block(&mut self) {
        let mut depth = 0_usize;
        while !self.rest.is_empty() {
            if let Some(rest) = self.rest.strip_prefix("/*") {
                depth += 1;
                self.rest = rest;
            } else if let Some(rest) = self.rest.strip_prefix("*/") {
                depth = depth.saturating_sub(1);
                self.rest = rest;
            } else {
                let mut letters = self.rest.chars();
                letters.next();
                self.rest = letters.as_str();
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_quoted(&mut self, quote: char) {
        let mut letters = self.rest.chars();
        letters.next();
        while let Some(letter) = letters.next() {
            if letter == '\\' {
                letters.next();
            } else if letter == quote {
                break;
            }
        }
        self.rest = letters.as_str();
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '+' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_past_strings_comments_and_other_records() {
        let text = "(\n// shoe: 1 (\nplan: (shoe: 2),\nclients: [\n(name: \"shoe: (\\\" [\", met: Some((shoe: 3))),\n\
                    (name: r#\"a\"b(\"#, /* ( /* [ */ */ tag: 'x',\nshoe: 4)])\n";
        let line = |path: &[&str]| line_of(text, &path.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(line(&["plan", "shoe"]), Some(3));
        assert_eq!(line(&["clients", "0", "met", "shoe"]), Some(5));
        assert_eq!(line(&["clients", "1", "shoe"]), Some(7));
        assert_eq!(line(&["clients", "2", "shoe"]), None);
        assert_eq!(line(&["shoe"]), None);
    }

    #[test]
    fn only_brackets_that_open_something_count() {
        let text = "(\nnotes: \"((((\", // ((((\nclients: [(),\n()])";
        assert_eq!(line_of_bracket_after(text, 2), Some(4));
        assert_eq!(line_of_bracket_after(text, 3), None);
    }
}
