//! A disk that is full at any moment of a save: nothing is lost, and it is said.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests"
)]

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[path = "support/attack/mod.rs"]
mod attack;

#[cfg(not(all(target_os = "linux", target_arch = "x86_64")))]
#[test]
fn the_disk_is_full_on_linux() {
    eprintln!("SKIPPED: a disk of limited size is made on Linux only");
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod on_linux {
    use std::{
        fs,
        path::Path,
        process::{Command, Output},
        time::Instant,
    };

    use kleurboek::{
        domain::{book::Language, example},
        storage::{
            format,
            open::{Opened, open},
        },
    };
    use tempfile::TempDir;

    use super::attack::{
        content::{Content, REQUESTED},
        is_full,
        lab::{files_under, home_variables},
        one_sentence,
    };

    const PAGE: usize = 4096;
    /// Past this many sizes in a row at which all goes well, the disk is large enough.
    const ENOUGH: usize = 4;

    /// A disk of a size of its own, seen by this one command only: `$1` is its size in bytes, `$2` where it goes, `$3`
    /// what lies on it, `$4` where it is copied to afterwards; then the program. What does not fit beforehand is 99.
    const ON_A_SMALL_DISK: &str = r#"
        mount -t tmpfs -o size="$1" small "$2" || exit 98
        cp -r "$3/." "$2/" 2>/dev/null || exit 99
        into="$2" out="$4"; shift 4
        "$@"; code=$?
        cp -r "$into/." "$out/" || exit 97
        exit $code
    "#;

    /// Which part of the person's files lies on the small disk.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Where {
        /// The book and everything else.
        Everything,
        /// The book alone; journal, backups and log have room.
        BookOnly,
        /// Everything but the book.
        HomeOnly,
    }

    struct Disk {
        root: TempDir,
    }

    impl Disk {
        fn new() -> Self {
            let disk = Self { root: tempfile::tempdir().unwrap() };
            for folder in ["small", "roomy", "template", "after"] {
                fs::create_dir(disk.path(folder)).unwrap();
            }
            disk
        }

        fn path(&self, name: &str) -> std::path::PathBuf {
            self.root.path().join(name)
        }

        fn empty(&self, name: &str) {
            fs::remove_dir_all(self.path(name)).unwrap();
            fs::create_dir(self.path(name)).unwrap();
        }

        /// Runs the program with a disk of `size` bytes.
        fn run(&self, size: usize, home: &Path, arguments: &[&str], book: &Path) -> Output {
            let mut command = Command::new("unshare");
            command.args(["-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", &size.to_string()]);
            command.args([self.path("small"), self.path("template"), self.path("after")]);
            command.arg(env!("CARGO_BIN_EXE_kleurboek")).args(arguments).arg(book);
            command.env_clear().envs(home_variables(home)).output().unwrap()
        }
    }

    /// Whether this place lets a test have a disk of its own; if not, says so loudly.
    fn may_mount() -> bool {
        let disk = Disk::new();
        let allowed = Command::new("unshare")
            .args(["-rm", "sh", "-c", "mount -t tmpfs -o size=8192 small \"$1\"", "sh"])
            .arg(disk.path("small"))
            .output()
            .is_ok_and(|output| output.status.success());
        if !allowed {
            eprintln!("SKIPPED: full_disk: this place has no unshare, or does not let it mount a disk");
        }
        allowed
    }

    fn opened(path: &Path) -> Opened {
        let opened = open(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
        assert!(!opened.loaded.is_edited_by_hand(), "{} is damaged", path.display());
        opened
    }

    /// Every size from none to enough; how many, and how many of them were too small. The example, or so many years.
    fn at_every_size(place: Where, is_new: bool, years: Option<u32>) -> (usize, usize) {
        let disk = Disk::new();
        let example = years.map_or_else(
            || example::atelier_noor(Language::Dutch),
            |years| example::large(Language::Dutch, years),
        );
        let text = format::write(&example, 1).unwrap();
        let expected = Content::of(&example).lines;
        let (mut sizes, mut too_small, mut well) = (0, 0, 0);
        for pages in 1..2000 {
            for name in ["template", "roomy", "after"] {
                disk.empty(name);
            }
            let small_home = place != Where::BookOnly;
            let small_book = place != Where::HomeOnly;
            let home = disk.path(if small_home { "small" } else { "roomy" }).join("home");
            let book = disk.path(if small_book { "small" } else { "roomy" }).join("boek.kleurboek");
            fs::create_dir(disk.path(if small_home { "template" } else { "roomy" }).join("home")).unwrap();
            if !is_new {
                let before = disk.path(if small_book { "template" } else { "roomy" });
                fs::write(before.join("boek.kleurboek"), &text).unwrap();
            }
            let arguments: &[&str] = if is_new {
                if years.is_some() { &["example", "--years", "1"] } else { &["example"] }
            } else {
                &["earned", "65", "--client", REQUESTED, "--on", "2026-11-21"]
            };
            let output = disk.run(pages * PAGE, &home, arguments, &book);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let what = format!("{place:?}, new {is_new}, {pages} pages: {said}");
            let after = disk.path(if small_book { "after" } else { "roomy" }).join("boek.kleurboek");
            match output.status.code() {
                // Not even the old book fits.
                Some(99) => continue,
                Some(0) => {
                    well += 1;
                    let content = Content::of(&opened(&after).loaded.book);
                    assert_eq!(content.lines, expected, "{what}");
                    assert!(is_new || content.added.contains_key(REQUESTED), "{what}");
                }
                Some(1) => {
                    (too_small, well) = (too_small + 1, 0);
                    one_sentence(&said).unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
                    assert!(said.contains("schijf is vol"), "{what}");
                    if is_new {
                        assert!(!after.exists(), "{what}: refused, and written all the same");
                    } else {
                        let content = Content::of(&opened(&after).loaded.book);
                        assert_eq!(content.lines, expected, "{what}");
                        assert!(!content.added.contains_key(REQUESTED), "{what}: refused, and kept");
                        let home = disk.path(if small_home { "after" } else { "roomy" }).join("home");
                        let is_journal =
                            |file: &std::path::PathBuf| file.extension() == Some("journal".as_ref());
                        assert!(
                            !files_under(&home).iter().any(is_journal),
                            "{what}: refused, and journalled"
                        );
                    }
                }
                other => panic!("{what}: ended with {other:?}"),
            }
            sizes += 1;
            for file in files_under(&disk.path("after")).into_iter().chain(files_under(&disk.path("roomy"))) {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                assert!(!name.starts_with(".kleurboek-"), "{what}: {} is left behind", file.display());
                if file.extension().is_some_and(|end| end == "kleurboek") {
                    opened(&file);
                }
            }
            if well >= ENOUGH {
                break;
            }
        }
        (sizes, too_small)
    }

    #[test]
    fn a_full_disk_loses_nothing_and_is_said() {
        if !may_mount() {
            return;
        }
        at_every_size_of(None);
        if is_full() {
            at_every_size_of(Some(1));
        }
    }

    fn at_every_size_of(years: Option<u32>) {
        for is_new in [false, true] {
            for place in [Where::Everything, Where::BookOnly, Where::HomeOnly] {
                let start = Instant::now();
                let (sizes, too_small) = at_every_size(place, is_new, years);
                eprintln!(
                    "disk full at every 4 KiB, {place:?} on it, new book {is_new}, years {years:?}: {sizes} sizes, \
                     {too_small} of them too small, 0 lost; {:.1} s",
                    start.elapsed().as_secs_f32()
                );
                // A book that cannot be copied may still be saved; a disk without room for the book may not.
                assert!(too_small > 0 || place == Where::HomeOnly, "{place:?}: no disk was too small");
            }
        }
    }
}
