//! Formats 1 and 2: one RON text, a record a block, in the order of the ids.

mod ids;
mod marks;
mod plain;
mod records;
mod to_book;
mod to_text;
mod values;
mod wrong;

use ron::{Options, extensions::Extensions, ser::PrettyConfig};

use super::{
    format::{Probe, Repaired},
    problem::Problem,
    source_line,
    wanted::Wanted,
};
use crate::domain::book::Book;
use plain::NotPlain;
use records::BookText;

/// Records that a file may have whatever its size.
const FEW_RECORDS: usize = 40_000;
/// Above those, the least bytes of text for each on average; a record that this program wrote takes 200 and more.
const LEAST_BYTES: usize = 64;

/// What was read.
pub struct Read {
    pub probe: Probe,
    pub book: Book,
    pub generation: u64,
    /// [`Problem::UnknownFields`] when there were any.
    pub unknown: Option<Problem>,
    pub repaired: Vec<Repaired>,
    pub is_copy: bool,
}

/// How RON is read and written: `Some(…)` need not be spelled out, and nesting has its limit.
pub fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a book.
pub fn read(text: &str) -> Result<Read, Problem> {
    // Millions of `()` would fill the memory: each is a whole record.
    let most = FEW_RECORDS.saturating_add(text.len() / LEAST_BYTES);
    if let Some(line) = source_line::line_of_bracket_after(text, most) {
        return Err(wrong::at_line(text, Some(line), Wanted::Fewer));
    }
    let (file, unknown) = match plain::from_str(text) {
        Ok(file) => (file, None),
        Err(NotPlain) => as_ron(text)?,
    };
    let (generation, is_copy) = (file.generation, file.copy);
    let probe = Probe { format: file.format, reads_from: file.reads_from, writes_from: file.writes_from };
    let (book, repaired) = to_book::book(file, text)?;
    Ok(Read { probe, book, generation, unknown, repaired, is_copy })
}

/// Reads whatever RON can, and says which field this version does not know, as [`Problem::UnknownFields`].
fn as_ron(text: &str) -> Result<(BookText, Option<Problem>), Problem> {
    let mut unknown = None;
    let mut reader = ron::Deserializer::from_str_with_options(text, &options())
        .map_err(|error| wrong::problem(text, &error))?;
    let file: BookText = serde_ignored::deserialize(&mut reader, |path| {
        if unknown.is_none() {
            unknown = Some(steps(&path));
        }
    })
    .map_err(|error| reader.span_error(error))
    .and_then(|file| reader.end().map_err(|error| reader.span_error(error)).map(|()| file))
    .map_err(|error| wrong::problem(text, &error))?;
    let unknown = unknown.map(|path| Problem::UnknownFields {
        line: source_line::line_of(text, &path),
        first: path.join("."),
    });
    Ok((file, unknown))
}

/// The text of a book, without its hash.
pub fn write(book: &Book, generation: u64, is_copy: bool) -> Result<String, Problem> {
    let layout = PrettyConfig::new().new_line("\n").indentor("  ");
    let file = BookText { copy: is_copy, ..to_text::book(book, generation) };
    let mut text =
        options().to_string_pretty(&file, layout).map_err(|error| Problem::Other(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

/// The text of a part of a book, on one line.
pub fn write_line(part: &Book) -> Result<String, Problem> {
    options().to_string(&to_text::book(part, 0)).map_err(|error| Problem::Other(error.to_string()))
}

fn steps(path: &serde_ignored::Path<'_>) -> Vec<String> {
    use serde_ignored::Path;
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(index.to_string())),
        Path::Map { parent, key } => (parent, Some(key.clone())),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            (parent, None)
        }
    };
    let mut steps = steps(parent);
    steps.extend(step);
    steps
}
