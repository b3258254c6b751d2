//! Which names beside a book are those of a copy in conflict, and which are somebody's own.

use std::{collections::BTreeSet, path::Path};

use kleurboek::storage::sync_names::{SYNC_NAMES, sync_name};
use unicode_normalization::UnicodeNormalization;

const BOOK: &str = "Atelier Zoë";
const ANYWHERE: &str = "/home/zoë/Dropbox";

/// What stands behind the name of the book, and the tool that writes it.
const BY_TOOLS: [(&str, &str); 53] = [
    (" (Bram's conflicted copy 2026-11-21)", "Dropbox, in English"),
    (" (Bram De Smet's conflicted copy 2026-11-21)", "Dropbox, in English"),
    (" (Marius's conflicted copy 2026-01-02)", "Dropbox, in English"),
    (" (Bram’s conflicted copy 2026-11-21)", "Dropbox, in English"),
    (" (DESKTOP-IC1G6H9's conflicted copy 2018-01-07)", "Dropbox, in English"),
    (" (Brams-MacBook-Pro.local's conflicted copy 2018-05-28)", "Dropbox, in English"),
    (" (Anna's Mac (2)'s conflicted copy 2026-11-21)", "Dropbox, in English"),
    (" (fred.example.com's conflicted copy 2016-11-08)", "Dropbox, in English"),
    (" (Bram's conflicted copy 2026-11-21 (1))", "Dropbox, in English"),
    (" (Bram's conflicted copy 2026-11-21 (12))", "Dropbox, in English"),
    (" (conflicted copy 2026-11-21)", "Dropbox, in English"),
    (" (BRAM'S CONFLICTED COPY 2026-11-21)", "Dropbox, in English"),
    (" (Fujitsu-PC's Conflicted Copy 2019-04-08)", "Dropbox, in English"),
    (" (Élise's conflicted copy 2026-11-21)", "Dropbox, in English"),
    (" (Exemplaar met conflict van Marijn Joosens 2016-10-16)", "Dropbox, in Dutch"),
    (" (Exemplaar met conflict van Jonas Van Reeth 2015-11-06)", "Dropbox, in Dutch"),
    (" (Exemplaar met conflict van Zoë 2026-11-21)", "Dropbox, in Dutch"),
    (" (Exemplaar met conflict van Zoë 2026-11-21 (1))", "Dropbox, in Dutch"),
    (" (Exemplaar met conflict van LAPTOP-7Q2X9ABC 2026-11-21)", "Dropbox, in Dutch"),
    (" (exemplaar met conflict van bram 2026-11-21)", "Dropbox, in Dutch"),
    (" (conflicted copy 2018-04-10 093612)", "Nextcloud, ownCloud and OpenCloud"),
    (" (conflicted copy Bram 2018-04-10 093612)", "Nextcloud, ownCloud and OpenCloud"),
    (" (conflicted copy Bram De Smet 2018-04-10 093612)", "Nextcloud, ownCloud and OpenCloud"),
    (" (conflicted copy bram@voorbeeld.be 2026-11-21 140300)", "Nextcloud, ownCloud and OpenCloud"),
    (" (Conflicted Copy 2026-11-21 140300)", "Nextcloud, ownCloud and OpenCloud"),
    ("_conflict-20170410-093612", "ownCloud before 2.5"),
    ("_conflict_Bram-20170410-093612", "ownCloud before 2.5"),
    ("_conflict_Bram De Smet-20170410-093612", "ownCloud before 2.5"),
    (".sync-conflict-20261121-140300-ABCDEFG", "Syncthing"),
    (".sync-conflict-20261121-140300-7XQ2MLP", "Syncthing"),
    (".sync-conflict-20150311-093612", "Syncthing"),
    (" (SFConflict bram@voorbeeld.be 2015-03-07-11-30-28)", "Seafile"),
    (" (SFConflict 2026-11-21-14-03-00)", "Seafile"),
    (" (SFConflict Bram De Smet 2026-Nov-1-14-03-05)", "Seafile"),
    (" (sfconflict bram 2026-11-21-14-03-00)", "Seafile"),
    (".Conflict", "Resilio Sync"),
    (".conflict", "Resilio Sync"),
    (".Conflict1", "Resilio Sync"),
    (".Conflict12", "Resilio Sync"),
    (".Conflict.Conflict.Conflict", "Resilio Sync"),
    ("-DESKTOP-4KJ9P2A", "OneDrive on a computer named by Windows"),
    ("-DESKTOP-IC1G6H9", "OneDrive on a computer named by Windows"),
    ("-DESKTOP-QRI9EIH", "OneDrive on a computer named by Windows"),
    ("-LAPTOP-7Q2X9ABC", "OneDrive on a laptop named by Windows"),
    ("-LAPTOP-0N3DR1V3", "OneDrive on a laptop named by Windows"),
    ("-predator-safeBackup-0001", "OneDrive for Linux"),
    ("-brams-laptop-safeBackup-0012", "OneDrive for Linux"),
    ("-ubuntu-safebackup-0001", "OneDrive for Linux"),
    // A copy in conflict that got into one itself.
    (
        " (conflicted copy 2026-11-21 140300) (conflicted copy 2026-11-22 090000)",
        "Nextcloud, ownCloud and OpenCloud",
    ),
    (" (Bram's conflicted copy 2026-11-21) (Zoë's conflicted copy 2026-11-22)", "Dropbox, in English"),
    (" (Bram's conflicted copy 2026-11-21)-DESKTOP-4KJ9P2A", "OneDrive on a computer named by Windows"),
    ("-LAPTOP-7Q2X9ABC.sync-conflict-20261121-140300-ABCDEFG", "Syncthing"),
    ("-LAPTOP-7Q2X9ABC-DESKTOP-4KJ9P2A", "OneDrive on a computer named by Windows"),
];

/// What stands behind the name of the book when a person, a browser or a file manager wrote it.
const THEIR_OWN: [&str; 74] = [
    "",
    " kopie",
    " kopie 2",
    " kopie (2)",
    " - kopie",
    " - kopie (2)",
    " - Kopie",
    "-kopie",
    "_kopie",
    " copy",
    " copy 2",
    " - Copy",
    " - Copy (2)",
    " (copy)",
    " (kopie)",
    " (another copy)",
    " (3rd copy)",
    " (1)",
    " (2)",
    " (12)",
    "(1)",
    " 1",
    " 2",
    " 3",
    " 12",
    "2",
    " 2026",
    " 2026-11-21",
    " 2026-11-21 14.03.00",
    " (2026-11-21)",
    " (2026-11-21 14.03.00)",
    " 20261121",
    " 21 november",
    " (november)",
    " (november 2026)",
    " (voor Bram)",
    " backup",
    " backup 2026-11-21",
    " back-up",
    "-backup",
    ".backup",
    " reservekopie",
    " archief",
    " archief 2025",
    " oud",
    "-oud",
    "_oud",
    ".oud",
    " (oud)",
    " old",
    "-old",
    " nieuw",
    " definitief",
    " definitief 2",
    " samengevoegd",
    " merged",
    " conflict",
    " (conflict)",
    " conflict met Bram",
    " (conflict 2026-11-21)",
    " conflicted copy",
    " (mijn conflict met Bram 2026-11-21)",
    "-LAPTOP",
    "-laptop",
    "-DESKTOP",
    "-Studio",
    "-MacBook-Pro",
    "-LAPTOP-VAN BRAM",
    "-LAPTOP-WERKPLEK",
    "-laptop-anna2026",
    "-LAPTOP-ANNA2026",
    "-DESKTOP-KANTOOR",
    "-desktop-2ekeuze",
    " sync",
];

/// A name in both Unicode forms, and in other cases where the tool's own does not stand in capitals.
fn forms(name: &str) -> Vec<String> {
    vec![name.nfc().collect(), name.nfd().collect()]
}

#[test]
fn every_name_of_a_sync_tool_is_known_in_any_unicode_form() {
    for (end, tool) in BY_TOOLS {
        for book in forms(BOOK) {
            for name in forms(&format!("{BOOK}{end}")) {
                let found = sync_name(&book, &name, Path::new(ANYWHERE)).map(|name| name.tool);
                assert_eq!(found, Some(tool), "{name}");
            }
        }
    }
}

#[test]
fn the_name_of_the_book_may_stand_in_another_case() {
    for (end, tool) in BY_TOOLS {
        for book in ["atelier zoë", "ATELIER ZOË", "Atelier Zoe\u{308}"] {
            let name = format!("{BOOK}{end}");
            let found = sync_name(book, &name, Path::new(ANYWHERE)).map(|name| name.tool);
            assert_eq!(found, Some(tool), "{name}");
        }
    }
}

#[test]
fn a_name_of_somebodys_own_is_never_taken_for_one() {
    for end in THEIR_OWN {
        for name in forms(&format!("{BOOK}{end}")).into_iter().chain([format!("{BOOK}{end}").to_lowercase()])
        {
            for book in forms(BOOK) {
                assert!(sync_name(&book, &name, Path::new(ANYWHERE)).is_none(), "{name}");
            }
        }
    }
    for name in [
        "Kopie van Atelier Zoë",
        "Copy of Atelier Zoë",
        "Kopie (2) van Atelier Zoë",
        "Atelier Zoe (Bram's conflicted copy 2026-11-21)",
        "Atelier (Bram's conflicted copy 2026-11-21)",
        "Iets anders (Bram's conflicted copy 2026-11-21)",
        "Mijn Atelier Zoë.sync-conflict-20261121-140300-ABCDEFG",
    ] {
        assert!(sync_name(BOOK, name, Path::new(ANYWHERE)).is_none(), "{name}");
    }
    assert!(sync_name("", " (Bram's conflicted copy 2026-11-21)", Path::new(ANYWHERE)).is_none());
}

#[test]
fn a_number_behind_the_name_is_icloud_s_in_its_own_folder_only() {
    let its_own = [
        "/Users/zoe/Library/Mobile Documents/com~apple~CloudDocs",
        "/Users/zoe/Library/Mobile Documents/com~apple~CloudDocs/Boeken",
        "C:/Users/Zoë/iCloudDrive/Boeken",
    ];
    for folder in its_own {
        for end in [" 2", " 3", " 17"] {
            let found = sync_name(BOOK, &format!("{BOOK}{end}"), Path::new(folder)).map(|name| name.tool);
            assert_eq!(found, Some("iCloud"), "{folder}: {end}");
        }
        let not_its_own = THEIR_OWN.iter().filter(|end| !matches!(**end, " 2" | " 3" | " 12"));
        for end in not_its_own {
            assert!(sync_name(BOOK, &format!("{BOOK}{end}"), Path::new(folder)).is_none(), "{folder}: {end}");
        }
    }
    for folder in ["/Users/zoe/Documents", "/Users/zoe/iCloud", "/Users/zoe/Mobile Documents", "C:/Users/Zoë"]
    {
        assert!(sync_name(BOOK, &format!("{BOOK} 2"), Path::new(folder)).is_none(), "{folder}");
    }
}

#[test]
fn every_way_in_the_table_says_where_it_is_known_from_and_is_tried_here() {
    let tried: BTreeSet<&str> = BY_TOOLS.iter().map(|(_, tool)| *tool).chain(["iCloud"]).collect();
    let known: BTreeSet<&str> = SYNC_NAMES.iter().map(|name| name.tool).collect();
    assert_eq!(tried, known);
    assert!(SYNC_NAMES.iter().all(|name| !name.source.is_empty()));
    assert!(BY_TOOLS.len() + THEIR_OWN.len() >= 100);
}
