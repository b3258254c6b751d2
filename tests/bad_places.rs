//! Bad places for a book: each gives one sentence that says what to do, and nothing is lost.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests, which also play the other program"
)]

#[path = "support/test_disk/mod.rs"]
mod test_disk;

use std::{
    collections::BTreeSet,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDateTime;
use kleurboek::{
    app::{problem_words::sentence, words::Words},
    domain::{
        Day,
        book::{Book, Language},
        id::Id,
    },
    storage::{
        backups::last_good_copy,
        disk::{Disk, RealDisk},
        open::{open, open_on},
        places::Places,
        problem::Problem,
        save::{BookFile, Saved},
    },
};
use tempfile::TempDir;
use test_disk::TestDisk;

const ON_TEST_DISK: &str = "/home/noor/boek.kleurboek";

fn at() -> NaiveDateTime {
    Day::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(14, 3, 0).unwrap()
}

fn named(name: &str) -> Book {
    let mut book = Book::new(Id::from_bits(0xb00c), Language::Dutch, at().date());
    name.clone_into(&mut Arc::make_mut(&mut book.house).name);
    book
}

fn save(file: &mut BookFile, name: &str, places: &Places) -> Result<Saved, Problem> {
    file.save(&named(name), places, at())
}

/// A folder of its own on the real disk, with a book in it.
struct Desk {
    root: TempDir,
    places: Places,
}

impl Desk {
    fn with_book_at(name: &Path) -> (Self, PathBuf) {
        let root = tempfile::tempdir().unwrap();
        let (places, path) = (Places::under(root.path().join("machine")), root.path().join(name));
        let mut file = BookFile::create_new(&path, Arc::new(RealDisk));
        assert_eq!(save(&mut file, "old", &places), Ok(Saved::InPlace));
        (Self { root, places }, path)
    }

    fn new() -> (Self, PathBuf) {
        Self::with_book_at(Path::new("boek.kleurboek"))
    }

    fn at(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }
}

fn opened(path: &Path) -> BookFile {
    BookFile::of(&open(path).unwrap(), Arc::new(RealDisk))
}

fn name_at(path: &Path) -> String {
    open(path).unwrap().loaded.book.house.name.clone()
}

/// A book on a test disk, and its file.
fn on_test_disk() -> (TestDisk, BookFile, Places) {
    let disk = TestDisk::new(1, &["/home/noor"]);
    let places = Places::under("/home/noor/.kleurboek");
    let mut file = BookFile::create_new(ON_TEST_DISK, Arc::new(disk.clone()));
    assert_eq!(save(&mut file, "old", &places), Ok(Saved::InPlace));
    file.keep(&places, at());
    (disk, file, places)
}

/// Saving while a call is refused gives this problem; the book stays as it was, and can be saved when it is allowed.
fn is_said(calls: &[&'static str], kind: ErrorKind, problem: &Problem) {
    let (disk, mut file, places) = on_test_disk();
    let before = disk.files();
    let old = disk.bytes(ON_TEST_DISK);
    for call in calls {
        disk.refuse(call, kind);
    }
    assert_eq!(save(&mut file, "new", &places).as_ref(), Err(problem), "{calls:?} {kind}");
    assert_eq!(disk.bytes(ON_TEST_DISK), old);
    disk.allow_all();
    assert_eq!(disk.files(), before, "nothing lies about");
    assert_eq!(save(&mut file, "new", &places), Ok(Saved::InPlace));
}

#[test]
fn a_read_only_folder() {
    is_said(&["create"], ErrorKind::PermissionDenied, &Problem::NoPermission);
    is_said(&["create"], ErrorKind::ReadOnlyFilesystem, &Problem::ReadOnlyPlace);
}

#[test]
fn a_full_disk() {
    for call in ["create", "write_all", "sync"] {
        is_said(&[call], ErrorKind::StorageFull, &Problem::DiskFull);
        is_said(&[call], ErrorKind::QuotaExceeded, &Problem::DiskFull);
    }
}

#[test]
fn a_share_that_refuses_a_rename() {
    for kind in [
        ErrorKind::PermissionDenied,
        ErrorKind::CrossesDevices,
        ErrorKind::Unsupported,
        ErrorKind::InvalidInput,
    ] {
        is_said(&["rename", "rename_new"], kind, &Problem::ReplaceRefused);
    }
}

#[test]
fn a_share_that_only_refuses_the_rename_that_never_replaces() {
    let disk = TestDisk::new(1, &["/home/noor"]);
    for kind in [ErrorKind::PermissionDenied, ErrorKind::CrossesDevices, ErrorKind::Unsupported] {
        disk.refuse("rename_new", kind);
    }
    let places = Places::under("/home/noor/.kleurboek");
    let mut file = BookFile::create_new(ON_TEST_DISK, Arc::new(disk.clone()));
    assert_eq!(save(&mut file, "first", &places), Ok(Saved::InPlace));
    assert_eq!(open_on(&disk, Path::new(ON_TEST_DISK)).unwrap().loaded.book, named("first"));
}

#[test]
fn a_folder_that_cannot_be_synced_because_no_folder_can() {
    let (disk, mut file, places) = on_test_disk();
    disk.refuse("sync_folder", ErrorKind::InvalidInput);
    assert_eq!(save(&mut file, "new", &places), Ok(Saved::InPlace));
}

#[test]
fn a_file_that_grows_while_it_is_read() {
    let (disk, mut file, places) = on_test_disk();
    disk.let_grow(ON_TEST_DISK);
    assert_eq!(open_on(&disk, Path::new(ON_TEST_DISK)), Err(Problem::BeingWritten));
    assert_eq!(save(&mut file, "new", &places), Err(Problem::BeingWritten));
}

#[test]
fn what_could_not_be_read_back_is_written_again() {
    let (disk, mut file, places) = on_test_disk();
    // It was put there, but the folder could not be synced, so it may be gone after a cut of the power.
    disk.refuse("sync_folder", ErrorKind::Other);
    assert!(save(&mut file, "new", &places).is_err());
    disk.allow_all();
    assert_eq!(save(&mut file, "new", &places), Ok(Saved::InPlace), "it is not called saved unseen");
    assert_eq!(save(&mut file, "new", &places), Ok(Saved::Unchanged), "now it was seen");
}

#[test]
fn what_a_crash_left_is_taken_away_but_not_what_another_window_writes() {
    let (disk, mut file, places) = on_test_disk();
    disk.refuse("rename", ErrorKind::Other);
    disk.refuse("remove", ErrorKind::Other);
    assert!(save(&mut file, "new", &places).is_err());
    disk.allow_all();
    let left = || disk.files().into_iter().filter(|path| path.extension() == Some("tmp".as_ref())).count();
    assert_eq!(left(), 1);

    // Another book in the same folder.
    let mut other = BookFile::create_new("/home/noor/ander.kleurboek", Arc::new(disk.clone()));
    assert_eq!(save(&mut other, "other", &places), Ok(Saved::InPlace));
    assert_eq!(left(), 1);

    // The same book, opened from another home: what looks left may be what the first one writes at this moment.
    let prepare = |places: &Places| {
        let shared: Arc<dyn Disk> = Arc::new(disk.clone());
        BookFile::of(&open_on(&disk, Path::new(ON_TEST_DISK)).unwrap(), shared).prepare(places, at());
    };
    prepare(&Places::under("/home/jo/.kleurboek"));
    assert_eq!(left(), 1);
    prepare(&places);
    assert_eq!(left(), 0);
}

#[test]
fn a_folder_that_is_gone() {
    let (desk, path) = Desk::with_book_at(Path::new("boeken/boek.kleurboek"));
    let mut file = opened(&path);
    fs::remove_dir_all(desk.at("boeken")).unwrap();
    assert_eq!(open(&path), Err(Problem::FolderGone));
    assert_eq!(save(&mut file, "new", &desk.places), Err(Problem::FolderGone));
    assert!(!desk.at("boeken").exists());
}

#[test]
fn a_folder_named_like_a_book() {
    let (desk, path) = Desk::new();
    let mut file = opened(&path);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(open(&path), Err(Problem::IsAFolder));
    assert_eq!(save(&mut file, "new", &desk.places), Err(Problem::IsAFolder));
    let mut new = BookFile::create_new(&path, Arc::new(RealDisk));
    assert_eq!(save(&mut new, "new", &desk.places), Err(Problem::IsAFolder));
}

#[test]
fn a_file_of_a_gigabyte_is_refused_without_reading() {
    let (desk, path) = Desk::new();
    let mut file = opened(&path);
    fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(open(&path), Err(Problem::TooLarge));
    // What another program made of it stays; ours goes beside it.
    let Ok(Saved::Beside(beside)) = save(&mut file, "new", &desk.places) else { panic!("not beside") };
    assert_eq!(fs::metadata(&path).unwrap().len(), 1 << 30);
    assert_eq!(name_at(&beside), "new");
}

#[cfg(unix)]
mod unix {
    use std::{
        os::unix::{
            ffi::OsStringExt,
            fs::{MetadataExt, PermissionsExt, chown, symlink},
        },
        process::Command,
    };

    use super::*;

    #[test]
    fn a_pipe_named_like_a_book() {
        let (desk, path) = Desk::new();
        let mut file = opened(&path);
        fs::remove_file(&path).unwrap();
        if !Command::new("mkfifo").arg(&path).status().is_ok_and(|status| status.success()) {
            eprintln!("SKIPPED: there is no mkfifo here to make a pipe with");
            return;
        }
        assert_eq!(open(&path), Err(Problem::NotAFile));
        assert_eq!(save(&mut file, "new", &desk.places), Err(Problem::NotAFile));
    }

    #[test]
    fn a_link_stays_a_link_and_one_to_nothing_is_said() {
        let (desk, path) = Desk::new();
        let link = desk.at("link.kleurboek");
        symlink("boek.kleurboek", &link).unwrap();
        let mut file = opened(&link);
        assert_eq!(save(&mut file, "new", &desk.places), Ok(Saved::InPlace));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(name_at(&path), "new");
        fs::remove_file(&path).unwrap();
        assert_eq!(open(&link), Err(Problem::LinkToNothing));
        assert_eq!(save(&mut file, "newer", &desk.places), Err(Problem::LinkToNothing));
        let mut new = BookFile::create_new(&link, Arc::new(RealDisk));
        assert_eq!(save(&mut new, "newer", &desk.places), Err(Problem::LinkToNothing));
        assert!(!path.exists() && fs::symlink_metadata(&link).is_ok());
    }

    #[test]
    fn odd_permissions_are_kept() {
        let (desk, path) = Desk::new();
        for mode in [0o600, 0o640, 0o604, 0o666, 0o755] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let name = format!("{mode:o}");
            assert_eq!(save(&mut opened(&path), &name, &desk.places), Ok(Saved::InPlace));
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, mode);
        }
    }

    #[test]
    fn the_group_of_a_shared_book_is_kept() {
        let (desk, path) = Desk::new();
        let own = fs::metadata(&path).unwrap().gid();
        // Only whoever runs everything may give a file to any group.
        if chown(&path, None, Some(own + 4321)).is_err() {
            eprintln!("SKIPPED: this person may not give a file to another group");
            return;
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
        assert_eq!(save(&mut opened(&path), "new", &desk.places), Ok(Saved::InPlace));
        let about = fs::metadata(&path).unwrap();
        assert_eq!((about.gid(), about.permissions().mode() & 0o7777), (own + 4321, 0o660));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_access_list_of_a_shared_book_is_kept() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};
        const LIST: &str = "system.posix_acl_access";
        let (desk, path) = Desk::new();
        // The owner and one other person may read and write; the group and all others nothing.
        let entry = |tag: u16, may: u16, id: u32| {
            [&tag.to_le_bytes()[..], &may.to_le_bytes(), &id.to_le_bytes()].concat()
        };
        let all = u32::MAX;
        let entries =
            [entry(1, 6, all), entry(2, 6, 4321), entry(4, 0, all), entry(16, 6, all), entry(32, 0, all)];
        let list = [&2_u32.to_le_bytes()[..], &entries.concat()].concat();
        if setxattr(&path, LIST, &list, XattrFlags::empty()).is_err() {
            eprintln!("SKIPPED: the disk of temporary files knows no access lists");
            return;
        }
        assert_eq!(save(&mut opened(&path), "new", &desk.places), Ok(Saved::InPlace));
        let mut found = vec![0; 1000];
        let length = getxattr(&path, LIST, found.as_mut_slice()).unwrap();
        assert_eq!(found.get(..length), Some(list.as_slice()));
    }

    #[test]
    fn a_read_only_file() {
        let (desk, path) = Desk::new();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert_eq!(save(&mut opened(&path), "new", &desk.places), Err(Problem::ReadOnlyFile));
        assert_eq!(name_at(&path), "old");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_path_that_is_not_text() {
        let name = PathBuf::from(std::ffi::OsString::from_vec(b"bo\xffek.kleurboek".to_vec()));
        let (desk, path) = Desk::with_book_at(&name);
        let mut file = opened(&path);
        assert_eq!(save(&mut file, "new", &desk.places), Ok(Saved::InPlace));
        assert_eq!(name_at(&path), "new");
        assert_eq!(name_at(&last_good_copy(&desk.places, &path).unwrap()), "old");
        assert_eq!(
            fs::read_dir(desk.root.path()).unwrap().count(),
            2,
            "the book and the machine's own folder"
        );
        fs::write(&path, "theirs").unwrap();
        assert_eq!(save(&mut file, "ours", &desk.places), Err(Problem::BeingWritten));
        assert!(matches!(save(&mut file, "ours", &desk.places), Ok(Saved::Beside(_))));
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
    }

    /// On a disk that is mounted to be read only, which not even whoever runs everything may write on.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_disk_mounted_read_only() {
        let (desk, path) = Desk::new();
        let script = r#"mount -t tmpfs tmpfs "$1" && cp "$2" "$1/boek.kleurboek" && mount -o remount,ro "$1" || exit 77
            HOME="$3" XDG_DATA_HOME="$3/data" LC_ALL=nl_BE.UTF-8 "$4" earned 10 "$1/boek.kleurboek"; echo "$?" >&2
            cmp "$2" "$1/boek.kleurboek""#;
        let mount = desk.at("mount");
        fs::create_dir(&mount).unwrap();
        let said = Command::new("unshare")
            .args(["-rm", "sh", "-c", script, "sh"])
            .args([&mount, &path, &desk.at("home"), Path::new(env!("CARGO_BIN_EXE_kleurboek"))])
            .output();
        let Some(said) = said.ok().filter(|said| said.status.code().is_some_and(|code| code <= 1)) else {
            eprintln!("SKIPPED: no disk can be mounted here to be read only");
            return;
        };
        let text = String::from_utf8(said.stderr).unwrap();
        let wanted = sentence(&Problem::ReadOnlyPlace, &Words::new(Language::Dutch));
        assert!(text.contains(&wanted) && text.ends_with("\n1\n"), "{text}");
        assert!(said.status.success(), "the book is as it was");
    }
}

#[test]
fn every_bad_place_has_a_sentence_of_its_own_in_both_languages() {
    let problems = [
        Problem::DiskFull,
        Problem::FileLimit,
        Problem::NoPermission,
        Problem::ReadOnlyPlace,
        Problem::ReadOnlyFile,
        Problem::NotFound,
        Problem::FolderGone,
        Problem::LinkToNothing,
        Problem::IsAFolder,
        Problem::NotAFile,
        Problem::BeingWritten,
        Problem::TooLarge,
        Problem::NotText,
        Problem::Empty,
        Problem::HeldByAnother,
        Problem::ReplaceRefused,
        Problem::ReadBackDiffers,
        Problem::EditedByHand,
    ];
    let mut said = BTreeSet::new();
    for language in Language::ALL {
        let words = Words::new(language);
        for problem in &problems {
            let sentence = sentence(problem, &words);
            assert!(sentence.ends_with('.') && !sentence.contains("problem-"), "{problem:?}: {sentence}");
            assert!(said.insert(sentence), "{problem:?} is said as another is");
        }
    }
}
