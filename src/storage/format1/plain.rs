//! Reads what this program writes, fast: RON without comments, raw strings and the like.
//!
//! Of a book of ten years a person would notice how long the whole of RON takes to read. Whatever is not written as
//! this program writes it is refused, and read as RON: that also says what is wrong with it.

#![expect(
    clippy::inline_always,
    reason = "most of this crate is made small; these are called for each of a book's letters"
)]

use std::fmt::{self, Display};

use memchr::memchr2;
use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor, value::BorrowedStrDeserializer},
    forward_to_deserialize_any,
};

/// Brackets within brackets; this program writes no more than half of it, and RON reads more.
const DEEPEST: u32 = 32;
/// What may stand behind everything: the line with the hash.
const COMMENT: &[u8] = b"//";

/// The text is not written as this program writes it, or it does not fit.
#[derive(Debug)]
pub struct NotPlain;

impl Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain")
    }
}

impl std::error::Error for NotPlain {}

impl de::Error for NotPlain {
    fn custom<T: Display>(_why: T) -> Self {
        Self
    }

    // These would put sentences together that nobody reads.
    fn missing_field(_field: &'static str) -> Self {
        Self
    }

    fn unknown_field(_field: &str, _expected: &'static [&'static str]) -> Self {
        Self
    }
}

/// Reads all of `text`.
///
/// # Errors
/// When RON may have more to say about it.
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, NotPlain> {
    let mut plain = Plain { rest: text, deep: 0 };
    let value = T::deserialize(&mut plain)?;
    plain.skip_space();
    let rest = plain.rest.as_bytes();
    let is_comment = rest.starts_with(COMMENT) && !rest.trim_ascii_end().contains(&b'\n');
    if rest.is_empty() || is_comment { Ok(value) } else { Err(NotPlain) }
}

/// The text that was not read yet.
struct Plain<'de> {
    rest: &'de str,
    deep: u32,
}

impl<'de> Plain<'de> {
    /// Goes `length` bytes on; what they were.
    #[inline(always)]
    fn take(&mut self, length: usize) -> Result<&'de str, NotPlain> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(NotPlain)?;
        self.rest = rest;
        Ok(taken)
    }

    #[inline(always)]
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_ascii_start();
    }

    /// The next sign that is no space, which is left where it is.
    #[inline(always)]
    fn peek(&mut self) -> Result<u8, NotPlain> {
        self.skip_space();
        self.rest.as_bytes().first().copied().ok_or(NotPlain)
    }

    /// Reads a sign, with the space before it.
    #[inline(always)]
    fn expect(&mut self, sign: u8) -> Result<(), NotPlain> {
        if self.peek()? == sign { self.take(1).map(|_| ()) } else { Err(NotPlain) }
    }

    /// A name, a number or `None`: it ends before a sign that cannot be in one.
    fn word(&mut self) -> Result<&'de str, NotPlain> {
        self.skip_space();
        let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'-';
        let length = self.rest.as_bytes().iter().take_while(|byte| in_word(byte)).count();
        // Such as `r#None`, `1.5` or a letter that is not in our words.
        let ends = self.rest.as_bytes().get(length).is_none_or(|byte| b",:)]} \n\r".contains(byte));
        if length > 0 && ends { self.take(length) } else { Err(NotPlain) }
    }

    /// The name of a field or of a variant.
    fn name(&mut self) -> Result<&'de str, NotPlain> {
        let word = self.word()?;
        let is_name = word.starts_with(|first: char| first.is_ascii_alphabetic()) && !word.contains('-');
        if is_name { Ok(word) } else { Err(NotPlain) }
    }

    /// A whole number in digits, as it is written when it is put in words.
    fn number<N: std::str::FromStr>(&mut self) -> Result<N, NotPlain> {
        let word = self.word()?;
        let digits = word.strip_prefix('-').unwrap_or(word).as_bytes();
        let is_plain =
            digits.iter().all(u8::is_ascii_digit) && (digits.len() == 1 || digits.first() != Some(&b'0'));
        if is_plain { word.parse().map_err(|_| NotPlain) } else { Err(NotPlain) }
    }

    /// Words between quotes: as they stand there when no sign in them is escaped.
    fn quoted<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, NotPlain> {
        self.expect(b'"')?;
        let end = memchr2(b'"', b'\\', self.rest.as_bytes()).ok_or(NotPlain)?;
        let text = self.take(end)?;
        if self.rest.starts_with('"') {
            self.take(1)?;
            return visitor.visit_borrowed_str(text);
        }
        let mut text = text.to_owned();
        loop {
            let end = memchr2(b'"', b'\\', self.rest.as_bytes()).ok_or(NotPlain)?;
            text.push_str(self.take(end)?);
            if self.take(1)? == "\"" {
                return visitor.visit_string(text);
            }
            text.push(self.escaped()?);
        }
    }

    /// The sign that stands behind a backslash, of those that this program writes (`char::escape_debug`).
    fn escaped(&mut self) -> Result<char, NotPlain> {
        Ok(match self.take(1)? {
            "0" => '\0',
            "n" => '\n',
            "r" => '\r',
            "t" => '\t',
            "'" => '\'',
            "\"" => '"',
            "\\" => '\\',
            "u" => {
                let (digits, rest) =
                    self.rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).ok_or(NotPlain)?;
                self.rest = rest;
                let is_plain = digits.len() <= 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                let number = is_plain.then(|| u32::from_str_radix(digits, 16).ok()).flatten();
                number.and_then(char::from_u32).ok_or(NotPlain)?
            }
            _ => return Err(NotPlain),
        })
    }

    /// Reads what stands between two brackets.
    fn between<T>(
        &mut self,
        open: u8,
        close: u8,
        read: impl FnOnce(Parts<'_, 'de>) -> Result<T, NotPlain>,
    ) -> Result<T, NotPlain> {
        self.expect(open)?;
        if self.deep == DEEPEST {
            return Err(NotPlain);
        }
        self.deep += 1;
        let value = read(Parts { plain: self, close })?;
        self.deep -= 1;
        self.expect(close)?;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for &mut Plain<'de> {
    type Error = NotPlain;

    // A field that this version does not know: RON can tell how long it is.
    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(NotPlain),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_u32(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.quoted(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.quoted(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        // Only these two begin with a letter that no name of a value here does; `Some(…)` is left to RON.
        match self.peek()? {
            b'N' if self.word()? == "None" => visitor.visit_none(),
            b'N' | b'S' => Err(NotPlain),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.between(b'[', b']', |parts| visitor.visit_seq(parts))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, NotPlain> {
        self.between(b'(', b')', |parts| visitor.visit_seq(parts))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.between(b'{', b'}', |parts| visitor.visit_map(parts))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.between(b'(', b')', |parts| visitor.visit_map(Fields(parts)))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.skip_space();
        // A variant that is called as a word of RON itself: its name follows at once.
        if let Some(name) = self.rest.strip_prefix("r#") {
            self.rest = name
                .starts_with(|first: char| first.is_ascii_alphabetic())
                .then_some(name)
                .ok_or(NotPlain)?;
        }
        visitor.visit_enum(BorrowedStrDeserializer::new(self.name()?))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct
        identifier ignored_any
    }
}

/// What stands between two brackets, with commas between.
struct Parts<'a, 'de> {
    plain: &'a mut Plain<'de>,
    close: u8,
}

impl Parts<'_, '_> {
    #[inline(always)]
    fn is_at_end(&mut self) -> Result<bool, NotPlain> {
        Ok(self.plain.peek()? == self.close)
    }

    /// Behind the last one a comma may be left out.
    #[inline(always)]
    fn comma(&mut self) -> Result<(), NotPlain> {
        if self.is_at_end()? { Ok(()) } else { self.plain.expect(b',') }
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        if self.is_at_end()? {
            return Ok(None);
        }
        let element = seed.deserialize(&mut *self.plain)?;
        self.comma()?;
        Ok(Some(element))
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        if self.is_at_end()? { Ok(None) } else { seed.deserialize(&mut *self.plain).map(Some) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        self.plain.expect(b':')?;
        let value = seed.deserialize(&mut *self.plain)?;
        self.comma()?;
        Ok(value)
    }
}

/// The fields of a record: as a map, but for the names, which have no quotes.
struct Fields<'a, 'de>(Parts<'a, 'de>);

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        if self.0.is_at_end()? {
            return Ok(None);
        }
        seed.deserialize(BorrowedStrDeserializer::<NotPlain>::new(self.0.plain.name()?)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        self.0.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::records::BookText, *};

    /// Every kind of value there is in a book; `tests/storage` compares what comes of them.
    const GOLDEN: [&str; 2] = [
        include_str!("../../../tests/books/format-1.kleurboek"),
        include_str!("../../../tests/books/format-2.kleurboek"),
    ];

    #[test]
    fn what_this_program_writes_is_plain() {
        assert!(GOLDEN.iter().all(|text| from_str::<BookText>(text).is_ok()));
        let odd = "\"quotes\", \\ and 👩🏽‍🎨 \u{200b}\r\n\t\0";
        let written = ron::to_string(odd).unwrap_or_default();
        assert_eq!(from_str::<String>(&written).ok().as_deref(), Some(odd));
    }

    #[test]
    fn the_rest_is_left_to_ron() {
        for text in ["Some(1)", "01", "1_0", "+1", "1.0", "0x1", "1 // x\n2", "/**/ 1", ""] {
            assert!(from_str::<Option<i64>>(text).is_err(), "{text}");
        }
        assert!(from_str::<String>("r\"x\"").is_err());
        assert!(from_str::<Vec<bool>>("[true,,false]").is_err());
        let nest = |deep: usize| "(inside: [".repeat(deep) + &"])".repeat(deep);
        assert!(from_str::<Nest>(&nest(10)).is_ok());
        assert!(from_str::<Nest>(&nest(100)).is_err());
    }

    #[derive(Debug, Deserialize)]
    struct Nest {
        #[serde(rename = "inside")]
        _inside: Vec<Nest>,
    }
}
