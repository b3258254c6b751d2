//! The names that sync tools give to a copy in conflict: two people, or two machines, changed the same file at once.
//!
//! Only a name that no person gives counts, so some copies stay unseen, and lie there untouched until somebody merges
//! them: those of Google Drive ("Book (1)", as every browser and file manager writes), of iCloud where it syncs
//! Documents and the Desktop (there "Book 2" may be anybody's), and of OneDrive on a computer with a name of somebody's
//! own ("Book-Studio") or one without a digit before a letter.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// A way in which a tool names a copy in conflict.
#[derive(Debug)]
pub struct SyncName {
    /// The tool that does.
    pub tool: &'static str,
    /// Where that is known from.
    pub source: &'static str,
    /// Whether the copy may go once it was taken in.
    pub may_go: bool,
    /// The only folders in which the name is the tool's; none when it always is.
    folders: Option<fn(&Path) -> bool>,
    /// What stands behind the name of the book, before the extension.
    mark: &'static [Piece],
}

/// A piece of a mark.
#[derive(Debug)]
enum Piece {
    /// These letters, in any case.
    Text(&'static str),
    /// A name of somebody or something: any letters, one at least.
    Who,
    /// So many digits.
    Digits(usize),
    /// A day, such as `2026-11-21`.
    Date,
    /// A number from this one to 99.
    Number(u8),
    /// So many capitals and digits.
    Code(usize),
    /// The end of the name that Windows gives a computer: so many capitals and digits by chance. Most have a digit before
    /// a letter somewhere; what a person types there ("KANTOOR", "ANNA2026") has not.
    ByChance(usize),
    /// These pieces, or nothing.
    Maybe(&'static [Piece]),
}

use Piece::{ByChance, Code, Date, Digits, Maybe, Number, Text, Who};

/// A second copy of the same day.
const AGAIN: Piece = Maybe(&[Text(" ("), Number(1), Text(")")]);

/// Every name that is known, by tool and language. A tool without a language writes the same in all of them.
pub const SYNC_NAMES: &[SyncName] = &[
    SyncName {
        tool: "Dropbox, in English",
        source: "https://help.dropbox.com/organize/conflicted-copy",
        may_go: true,
        folders: None,
        mark: &[Text(" ("), Maybe(&[Who, Text("'s ")]), Text("conflicted copy "), Date, AGAIN, Text(")")],
    },
    SyncName {
        tool: "Dropbox, in Dutch",
        source: "names in public repositories: \"battery-protection (Exemplaar met conflict van Marijn … 2016-10-16)\"",
        may_go: true,
        folders: None,
        mark: &[Text(" (exemplaar met conflict van "), Who, Text(" "), Date, AGAIN, Text(")")],
    },
    SyncName {
        tool: "Nextcloud, ownCloud and OpenCloud",
        source: "https://github.com/nextcloud/desktop/blob/master/src/common/utility.cpp, makeConflictFileName",
        may_go: true,
        folders: None,
        mark: &[Text(" (conflicted copy "), Maybe(&[Who, Text(" ")]), Date, Text(" "), Digits(6), Text(")")],
    },
    SyncName {
        tool: "ownCloud before 2.5",
        source: "the same function before 2018: https://github.com/owncloud/client/blob/2.4/src/libsync/filesystem.cpp",
        may_go: true,
        folders: None,
        mark: &[Text("_conflict"), Maybe(&[Text("_"), Who]), Text("-"), Digits(8), Text("-"), Digits(6)],
    },
    SyncName {
        tool: "Syncthing",
        source: "https://github.com/syncthing/syncthing/blob/main/lib/model/folder_sendrecv.go, conflictName",
        may_go: true,
        folders: None,
        mark: &[Text(".sync-conflict-"), Digits(8), Text("-"), Digits(6), Maybe(&[Text("-"), Code(7)])],
    },
    SyncName {
        tool: "Seafile",
        source: "https://github.com/haiwen/seafile/blob/master/common/vc-common.c, gen_conflict_path",
        may_go: true,
        folders: None,
        mark: &[Text(" (SFConflict "), Who, Text(")")],
    },
    SyncName {
        tool: "Resilio Sync",
        source: "https://help.resilio.com/hc/en-us/articles/204753629-Conflict-files-in-Sync",
        // The same page warns that taking one away takes away the real file on the other machine.
        may_go: false,
        folders: None,
        mark: &[Text(".conflict"), Maybe(&[Number(1)])],
    },
    SyncName {
        tool: "OneDrive on a computer named by Windows",
        source: "names in public repositories: \"Otomo Spring 1545-DESKTOP-4KJ9P2A.save\"",
        may_go: true,
        folders: None,
        mark: &[Text("-DESKTOP-"), ByChance(7)],
    },
    SyncName {
        tool: "OneDrive on a laptop named by Windows",
        source: "the same with Windows' names for laptops",
        may_go: true,
        folders: None,
        mark: &[Text("-LAPTOP-"), ByChance(8)],
    },
    SyncName {
        tool: "OneDrive for Linux",
        source: "https://github.com/abraunegg/onedrive, safeBackup in src/util.d",
        may_go: true,
        folders: None,
        mark: &[Text("-"), Who, Text("-safeBackup-"), Digits(4)],
    },
    SyncName {
        tool: "iCloud",
        source: "http://mentalfaculty.tumblr.com/post/102519824251, \"two copies of conflicting files (eg. File and File 2)\"",
        may_go: true,
        folders: Some(is_of_icloud),
        mark: &[Text(" "), Number(2)],
    },
];

/// The way in which a file in `folder` is named as a copy in conflict of a book; none when it is a name of a person's
/// own. Both names are without the extension. They compare in any Unicode form and case.
pub fn sync_name(book: &str, name: &str, folder: &Path) -> Option<&'static SyncName> {
    let plain =
        |name: &str| name.nfc().map(|letter| if letter == '’' { '\'' } else { letter }).collect::<String>();
    let (book, name) = (plain(book), plain(name));
    named_by(after_text(&book, &name).filter(|_| !book.is_empty())?, folder)
}

/// What gave a name this end. A copy in conflict may itself have got into one: then it is the last.
fn named_by(end: &str, folder: &Path) -> Option<&'static SyncName> {
    let here = |name: &&SyncName| name.folders.is_none_or(|are_its_own| are_its_own(folder));
    SYNC_NAMES.iter().filter(here).find_map(|name| {
        after(name.mark, end)
            .into_iter()
            .find_map(|left| if left.is_empty() { Some(name) } else { named_by(left, folder) })
    })
}

/// Whether iCloud itself keeps a folder: `~/Library/Mobile Documents` on a Mac, `iCloudDrive` on Windows.
fn is_of_icloud(folder: &Path) -> bool {
    let names: Vec<_> = folder.iter().collect();
    names.windows(2).any(|pair| pair == ["Library", "Mobile Documents"])
        || names.iter().any(|name| *name == "iCloudDrive")
}

/// All that may be left of a text behind these pieces; nothing when it does not begin with them.
fn after<'a>(pieces: &[Piece], text: &'a str) -> Vec<&'a str> {
    let Some((first, others)) = pieces.split_first() else { return vec![text] };
    let ends: Vec<&str> = match first {
        Text(letters) => after_text(letters, text).into_iter().collect(),
        Who => text.char_indices().skip(1).filter_map(|(at, _)| text.get(at..)).collect(),
        Digits(count) => after_some(*count, text, |digits| digits.iter().all(u8::is_ascii_digit)),
        Date => after(&[Digits(4), Text("-"), Digits(2), Text("-"), Digits(2)], text),
        Number(lowest) => {
            let count = text.bytes().take_while(u8::is_ascii_digit).count();
            after_some(count, text, |digits| match digits {
                [digit] => *digit >= b'0' + lowest,
                [b'1'..=b'9', _] => true,
                _ => false,
            })
        }
        Code(count) => after_some(*count, text, is_code),
        ByChance(count) => after_some(*count, text, |code| {
            let is_mixed = |pair: &[u8]| matches!(pair, [b'0'..=b'9', b'A'..=b'Z']);
            is_code(code) && code.windows(2).any(is_mixed)
        }),
        Maybe(some) => std::iter::once(text).chain(after(some, text)).collect(),
    };
    ends.into_iter().flat_map(|end| after(others, end)).collect()
}

fn is_code(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// What is left of a text behind so many bytes, when these are right.
fn after_some(count: usize, text: &str, are_right: impl Fn(&[u8]) -> bool) -> Vec<&str> {
    let (some, left) = text.split_at_checked(count).unwrap_or_default();
    if are_right(some.as_bytes()) && some.len() == count { vec![left] } else { Vec::new() }
}

/// What is left of a text behind these letters, in any case.
fn after_text<'a>(letters: &str, text: &'a str) -> Option<&'a str> {
    let mut left = text.chars();
    for letter in letters.chars() {
        if !left.next()?.to_lowercase().eq(letter.to_lowercase()) {
            return None;
        }
    }
    Some(left.as_str())
}
