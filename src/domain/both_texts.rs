//! Texts that were written without knowing of each other, as one: nothing that stands in any of them is left out.

use std::collections::HashSet;

use imara_diff::{Algorithm, Diff, InternedInput};

/// All texts in one, the first one first where they differ. What they have in common, in the same order, is there once.
///
/// What they both came from is not known. So a line that only one of them has was added, or taken out by the other: it
/// stays. And where the same line stands at two places, as "paid" under two jobs, nobody can tell which of them belong
/// together: then both texts stay whole.
pub fn both_texts(texts: &[&str]) -> String {
    let mut texts = texts.iter();
    let first = texts.next().copied().unwrap_or_default().to_owned();
    texts.fold(first, |text, other| if text == **other { text } else { joined(&text, other) })
}

fn joined(first: &str, other: &str) -> String {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (first.lines().collect(), other.lines().collect());
    let mut input = InternedInput::default();
    // Spaces at an end, which nobody sees, make no other line.
    input.update_before(ours.iter().map(|line| line.trim_end()));
    input.update_after(theirs.iter().map(|line| line.trim_end()));
    let mut lines: Vec<&str> = Vec::with_capacity(ours.len().max(theirs.len()));
    let mut next = 0;
    let (mut only_ours, mut only_theirs) = (HashSet::new(), HashSet::new());
    for hunk in Diff::compute(Algorithm::Histogram, &input).hunks() {
        let [start, end] = [hunk.before.start, hunk.before.end].map(index);
        let [from, to] = [hunk.after.start, hunk.after.end].map(index);
        lines.extend(ours.get(next..end).unwrap_or_default());
        lines.extend(theirs.get(from..to).unwrap_or_default());
        only_ours.extend(words_of(&ours, start, end));
        only_theirs.extend(words_of(&theirs, from, to));
        next = end;
    }
    if !only_ours.is_disjoint(&only_theirs) {
        return format!("{}\n\n{other}", first.trim_end());
    }
    lines.extend(ours.get(next..).unwrap_or_default());
    let mut text = lines.join("\n");
    if first.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Those of the lines that say something.
fn words_of<'a>(lines: &[&'a str], from: usize, to: usize) -> impl Iterator<Item = &'a str> {
    let lines = lines.get(from..to).unwrap_or_default();
    lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty())
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_both_is_there() {
        for (one, other, both) in [
            ("a", "a", "a"),
            ("", "a", "a"),
            ("a", "", "a"),
            ("a\n", "a\nb", "a\nb\n"),
            ("a\nb", "a\nc", "a\nb\nc"),
            // Paid under one job by one, under the other by the other.
            (
                "Affiche\nbetaald\nMenukaart",
                "Affiche\nMenukaart\nbetaald",
                "Affiche\nbetaald\nMenukaart\n\nAffiche\nMenukaart\nbetaald",
            ),
            ("Affiche\nbetaald\n\nMenu\nbetaald", "Affiche\n\nMenu", "Affiche\nbetaald\n\nMenu\nbetaald"),
            ("a  \nb", "a\nb", "a  \nb"),
        ] {
            assert_eq!(both_texts(&[one, other]), both, "{one:?} and {other:?}");
        }
        assert_eq!(both_texts(&["a\nx", "a\ny", "a\nz"]), "a\nx\ny\nz");
        assert_eq!(both_texts(&[]), "");
    }
}
