//! The text of settings, field by field: what this version does not know, or cannot read, stays as it is written.

use serde::{Serialize, de::DeserializeOwned};

use ron::{Options, extensions::Extensions, ser::PrettyConfig};

use super::{
    problem::Problem,
    source_line::{Token, Tokens},
};

/// The fields of a text such as `(theme: Dark, window: (width: 3))`, each with its value as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SettingsText(Vec<(String, String)>);

impl SettingsText {
    /// The fields in a text; none when it is no such text.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut tokens = Tokens { rest: text };
        if !matches!(tokens.next()?, Token::Mark('(')) {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            let name = match tokens.next()? {
                Token::Mark(')') => break,
                Token::Word(name) if matches!(tokens.next()?, Token::Mark(':')) => name,
                _ => return None,
            };
            let (value, is_last) = value(text, &mut tokens)?;
            fields.push((name.to_owned(), value.to_owned()));
            if is_last {
                break;
            }
        }
        tokens.next().is_none().then_some(Self(fields))
    }

    /// As it is read.
    pub fn text(&self) -> String {
        let lines = self.0.iter().map(|(name, value)| format!("  {name}: {value},\n"));
        format!("(\n{})\n", lines.collect::<String>())
    }

    /// A value; none when it is not there or cannot be read.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let text = self.written(name)?;
        options()
            .from_str(text)
            .inspect_err(|error| log::warn!("the setting {name} could not be read: {error}"))
            .ok()
    }

    /// A value as it is written.
    pub fn written(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Writes a value.
    ///
    /// # Errors
    /// When it cannot be put in words.
    pub fn set<T: Serialize>(&mut self, name: &str, value: &T) -> Result<(), Problem> {
        let layout = PrettyConfig::new().new_line("\n").indentor("  ");
        let text =
            options().to_string_pretty(value, layout).map_err(|error| Problem::Other(error.to_string()))?;
        self.set_written(name, &text.replace('\n', "\n  "));
        Ok(())
    }

    /// Takes over what `ours` says differently than `before`. All else stays as it is here.
    pub fn take_changes(&mut self, before: &Self, ours: &Self) {
        for (name, value) in &ours.0 {
            let is_changed = before.written(name) != Some(value);
            if is_changed || self.written(name).is_none() {
                self.set_written(name, value);
            }
        }
    }

    fn set_written(&mut self, name: &str, value: &str) {
        if let Some((_, old)) = self.0.iter_mut().find(|(other, _)| other == name) {
            value.clone_into(old);
        } else {
            self.0.push((name.to_owned(), value.to_owned()));
        }
    }
}

/// The value that follows, and whether it is the last. What stands in brackets belongs to it.
fn value<'a>(text: &'a str, tokens: &mut Tokens<'a>) -> Option<(&'a str, bool)> {
    let at = |tokens: &Tokens<'_>| text.len() - tokens.rest.len();
    let (start, mut end) = (at(tokens), at(tokens));
    let mut open = Vec::new();
    loop {
        let token = tokens.next()?;
        match token {
            Token::Mark(mark @ (',' | ')')) if open.is_empty() => {
                let value = text.get(start..end)?.trim();
                return (!value.is_empty()).then_some((value, mark == ')'));
            }
            Token::Mark('(') => open.push(')'),
            Token::Mark('[') => open.push(']'),
            Token::Mark('{') => open.push('}'),
            Token::Mark(mark @ (')' | ']' | '}')) if open.pop() != Some(mark) => return None,
            _ => {}
        }
        // Without a comment behind it, which would swallow what is written next.
        end = at(tokens);
    }
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "(\n  theme: Dark, // ), not here\n  later: Some((a: [1, (2)], b: \"),\", c: 'x')),\n  size: 120 // large\n)\n";

    #[test]
    fn each_value_stays_as_it_is_written() {
        let fields = SettingsText::read(TEXT).unwrap();
        assert_eq!(fields.written("theme"), Some("Dark"));
        assert_eq!(fields.written("later"), Some("Some((a: [1, (2)], b: \"),\", c: 'x'))"));
        assert_eq!(fields.get::<u16>("size"), Some(120));
        assert_eq!(fields.get::<u16>("theme"), None);
        assert_eq!(SettingsText::read(&fields.text()), Some(fields));
    }

    #[test]
    fn what_is_not_whole_is_none() {
        for end in 1..TEXT.len() - 2 {
            assert_eq!(SettingsText::read(&TEXT[..end]), None, "{}", &TEXT[..end]);
        }
        for text in ["", "()x", "(a)", "(a:)", "(a: [)])", "[]", "(a: 1))", "(: 1)", "Machine(a: 1)"] {
            assert_eq!(SettingsText::read(text), None, "{text}");
        }
        assert_eq!(SettingsText::read("()"), Some(SettingsText::default()));
    }

    #[test]
    fn only_what_we_changed_goes_over_what_others_wrote() {
        let read = |text| SettingsText::read(text).unwrap();
        let mut there = read("(a: 9, b: 9, new: 1)");
        there.take_changes(&read("(a: 1, b: 1, c: 1)"), &read("(a: 1, b: 2, c: 1)"));
        assert_eq!(there, read("(a: 9, b: 2, new: 1, c: 1)"));
    }
}
