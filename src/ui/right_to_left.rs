//! Hebrew and Arabic within a line: egui draws the letters of a word from right to left, but sets words from left to
//! right, so that a name of two words reads backwards. Here the words are put in the order in which they are drawn.

use std::borrow::Cow;

/// A line as it has to be handed to egui: in each run of words from right to left, the last word comes first.
///
/// A field that is typed in shows its text as egui does.
pub fn as_drawn(line: &str) -> Cow<'_, str> {
    if !has_right_to_left(line) {
        return Cow::Borrowed(line);
    }
    let mut drawn = String::with_capacity(line.len());
    let mut run: Vec<&str> = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let (piece, after) = split_piece(rest);
        rest = after;
        if has_right_to_left(piece) || (!run.is_empty() && is_between(piece)) {
            run.push(piece);
        } else {
            end_run(&mut run, &mut drawn);
            drawn.push_str(piece);
        }
    }
    end_run(&mut run, &mut drawn);
    Cow::Owned(drawn)
}

/// Whether there is a letter in it that is read from right to left.
pub fn has_right_to_left(text: &str) -> bool {
    text.chars().any(is_right_to_left)
}

const fn is_right_to_left(letter: char) -> bool {
    // Hebrew, Arabic, Syriac, Thaana and N'Ko, and the forms in which Hebrew and Arabic letters are drawn.
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether it only stands between words.
fn is_between(piece: &str) -> bool {
    !piece.chars().any(char::is_alphanumeric)
}

/// The first word, or what stands before the first word.
fn split_piece(text: &str) -> (&str, &str) {
    let kind =
        |letter: char| (letter.is_alphanumeric() || is_right_to_left(letter), is_right_to_left(letter));
    let first = text.chars().next().map(kind);
    let end = text.find(|letter| Some(kind(letter)) != first).unwrap_or(text.len());
    text.split_at(end)
}

/// Adds a run, its last word first. What stands behind its last word belongs to what follows.
fn end_run(run: &mut Vec<&str>, drawn: &mut String) {
    let words = run.iter().rposition(|piece| has_right_to_left(piece)).map_or(0, |last| last + 1);
    let behind = run.split_off(words);
    for piece in run.drain(..).rev() {
        if has_right_to_left(piece) {
            drawn.push_str(piece);
        } else {
            drawn.extend(piece.chars().rev());
        }
    }
    drawn.extend(behind);
}

#[cfg(test)]
mod tests {
    use super::as_drawn;

    #[test]
    fn words_from_right_to_left_are_drawn_last_word_first() {
        assert_eq!(as_drawn("בית ספר לאמנות"), "לאמנות ספר בית");
        assert_eq!(as_drawn("لوحات النور"), "النور لوحات");
    }

    #[test]
    fn what_stands_between_them_turns_with_them() {
        assert_eq!(as_drawn("בית, תל אביב"), "אביב תל ,בית");
    }

    #[test]
    fn words_around_them_stay_where_they_are() {
        assert_eq!(as_drawn("Van בית ספר krijg je € 5."), "Van ספר בית krijg je € 5.");
        assert_eq!(as_drawn("Bistro Loo, Fijn"), "Bistro Loo, Fijn");
        assert_eq!(as_drawn(""), "");
    }
}
