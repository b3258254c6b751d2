//! Links to files, as file managers and browsers hand them over: `file:///home/noor/Mijn%20boek.kleurboek`.

use std::path::PathBuf;

/// The file that somebody names: a path, or a link to a file on this machine.
pub fn path_of(text: &str) -> PathBuf {
    linked(text).unwrap_or_else(|| PathBuf::from(text))
}

/// None when it is no link to a file here.
fn linked(text: &str) -> Option<PathBuf> {
    let rest = text.strip_prefix("file:")?;
    let path = match rest.strip_prefix("//") {
        Some(rest) => rest.strip_prefix("localhost").unwrap_or(rest),
        None => rest,
    };
    if !path.starts_with('/') {
        return None;
    }
    let path = String::from_utf8(decoded(path)?).ok()?;
    // "/C:/Users": the drive comes first there.
    let path = if cfg!(windows) { path.trim_start_matches('/') } else { &path };
    Some(PathBuf::from(path))
}

/// With `%20` and the like as what they stand for.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        bytes.push(is_plain.then(|| u8::from_str_radix(digits, 16).ok())??);
        bytes.extend(rest.as_bytes());
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    #[test]
    fn a_link_names_the_file_and_anything_else_is_a_path() {
        for (text, path) in [
            ("file:///home/noor/Mijn%20boek.kleurboek", "/home/noor/Mijn boek.kleurboek"),
            ("file://localhost/a%C3%A9.kleurboek", "/aé.kleurboek"),
            ("file:/a.kleurboek", "/a.kleurboek"),
            ("/home/50%25.kleurboek", "/home/50%25.kleurboek"),
            ("file:a.kleurboek", "file:a.kleurboek"),
            ("file://elders/a.kleurboek", "file://elders/a.kleurboek"),
            ("file:///a%2", "file:///a%2"),
            ("file:///a%zz", "file:///a%zz"),
        ] {
            assert_eq!(path_of(text), PathBuf::from(path), "{text}");
        }
    }
}
