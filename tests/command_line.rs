//! The command line, through the program itself.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests, which also play the other program that writes the file"
)]

/// Elsewhere the places of a person cannot be moved by the environment, and a test may not write in theirs.
#[cfg(not(target_os = "linux"))]
#[test]
fn the_command_line_is_tested_on_linux() {
    eprintln!("SKIPPED: the command line is tested on Linux only, where a test can have a home of its own");
}

#[cfg(target_os = "linux")]
mod on_linux {
    use std::{
        ffi::OsStr,
        fs,
        os::unix::fs::PermissionsExt as _,
        path::{Path, PathBuf},
        process::{Command, Output},
        sync::Arc,
    };

    use kleurboek::{
        app::words::Words,
        domain::{
            book::{Book, Language},
            table::Table,
        },
        storage::{bin::Bin, format, lock::BookLock, open, places::Places},
    };
    use tempfile::TempDir;

    /// A person with a home and nothing in it, who speaks Dutch.
    struct Person {
        root: TempDir,
    }

    /// What the program answered.
    #[derive(Debug)]
    struct Answer {
        code: Option<i32>,
        out: String,
        err: String,
    }

    impl Person {
        fn new() -> Self {
            let person = Self { root: tempfile::tempdir().unwrap() };
            fs::create_dir(person.home()).unwrap();
            person
        }

        /// With the example as their book.
        fn with_example() -> (Self, PathBuf) {
            let person = Self::new();
            let book = person.root.path().join("x.kleurboek");
            let answer = person.asks(["example".as_ref(), book.as_os_str()]);
            assert_eq!(answer.code, Some(0), "{answer:?}");
            (person, book)
        }

        fn home(&self) -> PathBuf {
            self.root.path().join("home")
        }

        fn data(&self) -> PathBuf {
            self.home().join("data").join("kleurboek")
        }

        /// Where the program keeps things, as it works out itself.
        fn places(&self) -> Places {
            Places {
                documents: self.home(),
                data: self.data(),
                config: self.home().join("config").join("kleurboek"),
                bin: Bin::OfTheSystem,
            }
        }

        fn asks<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Answer {
            self.asks_in("nl_BE.UTF-8", arguments)
        }

        fn asks_in<S: AsRef<OsStr>>(&self, locale: &str, arguments: impl IntoIterator<Item = S>) -> Answer {
            let mut command = self.command(locale);
            answer_of(command.args(arguments).output().unwrap())
        }

        /// The program, at this person's.
        fn command(&self, locale: &str) -> Command {
            let mut command = Command::new(env!("CARGO_BIN_EXE_kleurboek"));
            command
                .current_dir(self.root.path())
                .env("HOME", self.home())
                .env("XDG_DATA_HOME", self.home().join("data"))
                .env("XDG_CONFIG_HOME", self.home().join("config"))
                .env("XDG_CACHE_HOME", self.home().join("cache"))
                .env("XDG_STATE_HOME", self.home().join("state"))
                .env("XDG_RUNTIME_DIR", self.home().join("run"))
                .env("LC_ALL", locale)
                .env_remove("LANGUAGE")
                .env_remove("DISPLAY")
                .env_remove("WAYLAND_DISPLAY")
                .env_remove("WAYLAND_SOCKET")
                .env_remove("RUST_BACKTRACE");
            command
        }

        /// What is asked in one line, with `BOOK` for the book's place.
        fn asks_about(&self, book: &Path, line: &str) -> Answer {
            let arguments = line.split(' ').map(|word| match word {
                "BOOK" => book.as_os_str().to_owned(),
                _ => word.replace('_', " ").into(),
            });
            self.asks(arguments)
        }

        /// Every file under their home, from there on.
        fn files(&self) -> Vec<String> {
            let home = self.home();
            let mut folders = vec![home.clone()];
            let mut files = Vec::new();
            while let Some(folder) = folders.pop() {
                for entry in fs::read_dir(folder).unwrap() {
                    let path = entry.unwrap().path();
                    if path.is_dir() {
                        folders.push(path);
                    } else {
                        files.push(path.strip_prefix(&home).unwrap().to_str().unwrap().to_owned());
                    }
                }
            }
            files.sort();
            files
        }
    }

    impl Answer {
        /// The one line of an answer that went well.
        fn said(&self) -> &str {
            assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{self:?}");
            one_line(&self.out)
        }

        /// The one line that says what went wrong.
        fn refused(&self) -> &str {
            assert_eq!((self.code, self.out.as_str()), (Some(1), ""), "{self:?}");
            let line = one_line(&self.err);
            assert!(line.ends_with('.') && !line.contains("panicked"), "no sentence: {line}");
            line
        }
    }

    fn answer_of(output: Output) -> Answer {
        let Output { status, stdout, stderr } = output;
        Answer {
            code: status.code(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    fn one_line(text: &str) -> &str {
        let line = text.strip_suffix('\n').unwrap_or_else(|| panic!("no line: {text:?}"));
        assert!(!line.is_empty() && !line.contains('\n'), "not one line: {text}");
        line
    }

    fn book_at(path: &Path) -> Book {
        open::open(path).unwrap().loaded.book
    }

    /// The book with one part of its text replaced, as somebody would by hand.
    fn edit(path: &Path, from: &str, to: &str) {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(from), "{from} is not in the book");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    #[test]
    fn today_says_the_figure_in_one_line_with_plain_spaces() {
        let (person, book) = Person::with_example();
        let answer = person.asks_about(&book, "today --on 2026-11-21 BOOK");
        assert_eq!(answer.said(), "€ 185 vandaag nodig · € 120 verdiend · nog € 65");
    }

    #[test]
    fn the_example_in_english_speaks_english() {
        let person = Person::new();
        let book = person.root.path().join("x.kleurboek");
        assert_eq!(person.asks_about(&book, "example BOOK --lang en").code, Some(0));
        let answer = person.asks_about(&book, "today --on 2026-11-21 BOOK");
        assert_eq!(answer.said(), "€185 needed today · €120 earned · €65 to go");
    }

    #[test]
    fn a_figure_is_said_in_the_language_of_the_book_and_a_mistake_in_that_of_the_machine() {
        let (person, book) = Person::with_example();
        let today = person.asks_in("en_GB.UTF-8", ["today", "--on", "2026-11-21", book.to_str().unwrap()]);
        assert!(today.said().starts_with("€ 185 vandaag nodig"), "{today:?}");
        let english = person.asks_in("en_GB.UTF-8", ["check"]);
        assert_eq!(english.refused(), Words::new(Language::English).say("cli-missing-book"));
        assert_eq!(person.asks(["check"]).refused(), Words::new(Language::Dutch).say("cli-missing-book"));
    }

    #[test]
    fn earning_what_was_left_is_enough_for_today() {
        let (person, book) = Person::with_example();
        let incomes = book_at(&book).incomes.len();
        let earned = person.asks_about(&book, "earned 65 --on 2026-11-21 BOOK");
        assert_eq!(earned.said(), "zaterdag 21 november: € 185 nodig · € 185 verdiend · Genoeg voor die dag");
        assert_eq!(book_at(&book).incomes.len(), incomes + 1);
        let next = person.asks_about(&book, "today --on 2026-11-24 BOOK");
        assert!(next.said().starts_with("€ 185 vandaag nodig · € 0 verdiend"), "{next:?}");
    }

    #[test]
    fn earning_more_makes_the_next_work_day_lighter() {
        let (person, book) = Person::with_example();
        let earned = person.asks_about(&book, "earned 165 --on 2026-11-21 BOOK");
        assert!(earned.said().ends_with("Genoeg voor die dag"), "{earned:?}");
        let next = person.asks_about(&book, "today --on 2026-11-24 BOOK");
        assert!(next.said().starts_with("€ 165 vandaag nodig"), "{next:?}");
    }

    #[test]
    fn nothing_is_earned_on_a_day_still_to_come() {
        let (person, book) = Person::with_example();
        let before = fs::read(&book).unwrap();
        let answer = person.asks_about(&book, "earned 65 --on 8999-01-01 BOOK");
        assert_eq!(answer.refused(), Words::new(Language::Dutch).say("refused-day-after-today"));
        assert_eq!(fs::read(&book).unwrap(), before);
    }

    #[test]
    fn what_a_new_client_paid_adds_the_client() {
        let (person, book) = Person::with_example();
        let before = book_at(&book);
        let answer = person.asks_about(&book, "earned 45,50 --client Nieuwe_Klant --on 2026-11-21 BOOK");
        assert!(answer.said().contains("€ 165,50 verdiend"), "{answer:?}");
        let after = book_at(&book);
        let client = after.clients.iter().find(|client| client.name == "Nieuwe Klant").unwrap();
        assert_eq!(after.clients.len(), before.clients.len() + 1);
        let amounts: Vec<i64> = after.incomes_of(client.id).map(|income| income.amount.get()).collect();
        assert_eq!(amounts, [4550]);

        // And a second time it is the same client, however the name is typed.
        let again = person.asks_about(&book, "earned 10 --client nieuwe_klant --on 2026-11-21 BOOK");
        assert_eq!(again.code, Some(0), "{again:?}");
        assert_eq!(book_at(&book).clients.len(), after.clients.len());
    }

    #[test]
    fn what_is_not_understood_changes_nothing_and_says_what_to_do() {
        let (person, book) = Person::with_example();
        let before = fs::read(&book).unwrap();
        for (line, what_to_do) in [
            ("earned -5 BOOK", "minteken"),
            ("earned -50 BOOK", "minteken"),
            ("earned -50,25 BOOK", "minteken"),
            ("earned 0,001 BOOK", "Typ bijvoorbeeld"),
            ("earned -- -5 BOOK", "minteken"),
            ("earned abc BOOK", "Typ bijvoorbeeld"),
            ("earned 0 BOOK", "boven nul"),
            ("earned 1,2,3 BOOK", "Typ bijvoorbeeld"),
            ("earned 10000001 BOOK", "kleiner bedrag"),
            ("earned", "kleurboek earned BEDRAG"),
            ("earned 5 --client _ BOOK", "naam"),
            ("earned 5 --on 2026-02-31 BOOK", "2026-11-21"),
            ("earned 5 --on morgen BOOK", "2026-11-21"),
            ("earned 5 --on", "kleurboek --help"),
            ("earned 5 --colour red BOOK", "kleurboek --help"),
            ("earned 5 BOOK extra", "kleurboek --help"),
            ("earned 5 --lang nl BOOK", "kleurboek --help"),
            ("today --on 2026-02-31 BOOK", "2026-11-21"),
            ("today BOOK extra", "kleurboek --help"),
            ("today --client Jo BOOK", "kleurboek --help"),
            ("check", "kleurboek check BOEK"),
            ("example", "kleurboek example BESTAND"),
            ("example y.kleurboek --lang fr", "nl of en"),
            ("example y.kleurboek --years 0", "van 1 tot 100"),
            ("example y.kleurboek --years veel", "van 1 tot 100"),
            ("BOOK extra", "kleurboek --help"),
            ("--nothing", "kleurboek --help"),
        ] {
            let answer = person.asks_about(&book, line);
            assert!(answer.refused().contains(what_to_do), "{line}: {answer:?}");
            assert_eq!(fs::read(&book).unwrap(), before, "{line}");
        }
        assert!(!person.root.path().join("y.kleurboek").exists());
    }

    #[test]
    fn a_sound_book_is_called_sound() {
        let (person, book) = Person::with_example();
        let loaded = book_at(&book);
        let expected =
            format!("In orde: {} klanten, {} bedragen.", loaded.clients.len(), loaded.incomes.len());
        assert_eq!(person.asks_about(&book, "check BOOK").said(), expected);
    }

    #[test]
    fn a_broken_book_is_called_broken_with_line_what_stands_there_and_what_should() {
        let (person, book) = Person::with_example();
        edit(&book, "archived: false,", "archived: misschien,");
        let text = fs::read_to_string(&book).unwrap();
        let line = text.lines().position(|line| line.contains("misschien")).unwrap() + 1;
        let answer = person.asks_about(&book, "check BOOK");
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let sentence =
            format!("Op regel {line} staat “archived: misschien,”. Schrijf true (ja) of false (nee).");
        assert!(one_line(&answer.err).ends_with(&sentence), "{answer:?}");
        assert!(answer.err.starts_with(book.to_str().unwrap()), "it says which file: {answer:?}");
        assert_eq!(fs::read_to_string(&book).unwrap(), text);
    }

    #[test]
    fn what_is_wrong_is_said_in_the_language_of_the_book_and_without_that_of_its_reader() {
        let (person, book) = Person::with_example();
        let path = book.to_str().unwrap();
        let negative = person.asks_in("en_GB.UTF-8", ["earned", "-50", path]);
        assert_eq!(negative.refused(), Words::new(Language::Dutch).say("amount-negative"));
        let unreadable = person.asks_in("en_GB.UTF-8", ["earned", "veel", path]);
        assert_eq!(unreadable.refused(), Words::new(Language::Dutch).say("amount-not-understood"));
        let whole = fs::read_to_string(&book).unwrap();
        let amount = whole.lines().find(|line| line.trim().starts_with("amount_cents:")).unwrap().trim();
        for (from, to, said) in [
            (amount, "amount_cents: 120,50,", "hele centen: 1250 is € 12,50."),
            ("fit: Fine,", "fit: Fine", "Daar hoort “,” te staan."),
            ("language: Dutch", "language: Dutch,\n    language: Dutch", "staat er twee keer."),
        ] {
            edit(&book, from, to);
            for line in [vec!["check", path], vec!["today", path], vec!["earned", "5", path]] {
                let answer = person.asks_in("en_GB.UTF-8", line);
                assert!(answer.refused().contains("Op regel "), "{answer:?}");
                assert!(answer.refused().ends_with(said), "{answer:?}");
            }
            fs::write(&book, &whole).unwrap();
        }
        fs::write(&book, "").unwrap();
        assert!(person.asks_about(&book, "check BOOK").refused().contains("Dit bestand is leeg."));
    }

    #[test]
    fn a_link_to_a_book_opens_it() {
        let (person, book) = Person::with_example();
        let spaced = book.with_file_name("mijn boek.kleurboek");
        fs::rename(&book, &spaced).unwrap();
        let link = format!("file://{}", spaced.to_str().unwrap().replace(' ', "%20"));
        let answer = person.asks(["today", "--on", "2026-11-21", &link]);
        assert!(answer.said().starts_with("€ 185 vandaag nodig"), "{answer:?}");
    }

    #[test]
    fn what_is_wrong_with_a_place_of_its_own_is_not_blamed_on_the_book() {
        let (person, book) = Person::with_example();
        let locks = person.data().join("locks");
        fs::create_dir_all(locks.parent().unwrap()).unwrap();
        fs::write(&locks, "no folder").unwrap();
        let answer = person.asks_about(&book, "earned 5 --on 2026-11-21 BOOK");
        assert!(answer.refused().starts_with("Kleurboek kan zijn eigen plek "), "{answer:?}");
        assert!(answer.refused().contains(locks.to_str().unwrap()), "{answer:?}");
        fs::remove_file(&locks).unwrap();
        drop(BookLock::take(&person.places(), &book).unwrap());
        let lock = fs::read_dir(&locks).unwrap().next().unwrap().unwrap().path();
        fs::remove_file(&lock).unwrap();
        fs::create_dir(&lock).unwrap();
        let answer = person.asks_about(&book, "earned 5 --on 2026-11-21 BOOK");
        assert!(answer.refused().contains(lock.to_str().unwrap()), "{answer:?}");
        assert!(!answer.refused().contains(book.to_str().unwrap()), "{answer:?}");
    }

    #[test]
    fn a_book_edited_by_hand_is_told_from_a_sound_one() {
        let (person, book) = Person::with_example();
        edit(&book, "archived: false,", "archived: true,");
        let answer = person.asks_about(&book, "check BOOK");
        assert!(answer.refused().contains("buiten Kleurboek gewijzigd"), "{answer:?}");
    }

    #[test]
    fn a_book_edited_by_hand_is_only_read_by_commands_and_that_is_said_apart() {
        let (person, book) = Person::with_example();
        assert_eq!(person.asks_about(&book, "earned 3 --on 2026-11-21 BOOK").code, Some(0));
        for edited in [
            // Nothing else by that, and still not as it was written.
            fs::read_to_string(&book).unwrap() + "// met de hand\n",
            fs::read_to_string(&book).unwrap().replacen("amount_cents: 45000,", "amount_cents: 15000,", 1),
        ] {
            fs::write(&book, edited).unwrap();
            only_reads(&person, &book);
        }
    }

    /// Whether commands only read a book that was edited by hand, and say so.
    fn only_reads(person: &Person, book: &Path) {
        let before = fs::read(book).unwrap();
        for _ in 0..2 {
            let answer = person.asks_about(book, "today --on 2026-11-21 BOOK");
            assert_eq!(answer.code, Some(0), "{answer:?}");
            assert!(one_line(&answer.out).starts_with("€ "), "{answer:?}");
            assert!(one_line(&answer.err).contains("buiten Kleurboek gewijzigd"), "{answer:?}");
            let answer = person.asks_about(book, "earned 7 --on 2026-11-21 BOOK");
            assert!(answer.refused().contains("Open het in Kleurboek"), "{answer:?}");
        }
        let out = person.root.path().join("samen.kleurboek");
        let _ = fs::remove_file(&out);
        let answer = person.asks([
            "merge".as_ref(),
            book.as_os_str(),
            book.as_os_str(),
            "-o".as_ref(),
            out.as_os_str(),
        ]);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        assert!(answer.err.contains("buiten Kleurboek gewijzigd"), "{answer:?}");
        let answer = person.asks_about(book, "check BOOK");
        assert!(answer.refused().contains("buiten Kleurboek gewijzigd"), "{answer:?}");
        assert_eq!(fs::read(book).unwrap(), before);
        let journals = person.data().join("journals");
        assert_eq!(fs::read_dir(journals).map_or(0, Iterator::count), 0, "nothing is kept");
    }

    #[test]
    fn today_says_apart_that_the_book_is_older_than_what_was_known_here() {
        let (person, book) = Person::with_example();
        for euros in [3, 5] {
            let line = format!("earned {euros} --on 2026-11-21 BOOK");
            if euros == 5 {
                fs::copy(&book, book.with_extension("oud")).unwrap();
            }
            assert_eq!(person.asks_about(&book, &line).code, Some(0));
            let answer = person.asks_about(&book, "today --on 2026-11-21 BOOK");
            assert_eq!(answer.err, "", "nothing is amiss");
        }
        fs::rename(book.with_extension("oud"), &book).unwrap();
        let answer = person.asks_about(&book, "today --on 2026-11-21 BOOK");
        assert_eq!(answer.code, Some(0), "{answer:?}");
        assert!(answer.err.contains("ouder dan wat je hier het laatst had: 1 bedrag minder."), "{answer:?}");
    }

    #[test]
    fn a_book_with_an_id_that_is_there_twice_is_told_from_a_sound_one() {
        let (person, path) = Person::with_example();
        let mut book = book_at(&path);
        let costs = &mut Arc::make_mut(&mut book.plan).costs;
        costs.push(costs.first().unwrap().clone());
        fs::write(&path, format::write(&book, 2).unwrap()).unwrap();
        let answer = person.asks_about(&path, "check BOOK");
        assert!(answer.refused().contains("buiten Kleurboek gewijzigd"), "{answer:?}");
    }

    #[test]
    fn a_book_of_a_newer_version_says_which() {
        let (person, book) = Person::with_example();
        edit(&book, "reads_from: 1", "reads_from: 9");
        for line in ["check BOOK", "today BOOK", "earned 5 BOOK"] {
            let before = fs::read(&book).unwrap();
            let answer = person.asks_about(&book, line);
            assert!(answer.refused().contains("bestandsformaat 9"), "{line}: {answer:?}");
            assert_eq!(fs::read(&book).unwrap(), before);
        }
    }

    #[test]
    fn a_book_that_is_not_there_is_said() {
        let person = Person::new();
        let book = person.root.path().join("niets.kleurboek");
        for line in ["check BOOK", "today BOOK", "earned 5 BOOK"] {
            let answer = person.asks_about(&book, line);
            assert!(answer.refused().contains("Dit boek is er niet meer"), "{line}: {answer:?}");
        }
        assert!(!book.exists());
        assert_eq!(person.asks(["today"]).refused(), Words::new(Language::Dutch).say("cli-no-book"));
    }

    #[test]
    fn the_book_in_the_usual_place_need_not_be_named() {
        let (person, book) = Person::with_example();
        let usual = person.places().default_book();
        fs::create_dir_all(usual.parent().unwrap()).unwrap();
        fs::rename(&book, &usual).unwrap();
        assert!(person.asks(["today", "--on", "2026-11-21"]).said().starts_with("€ 185"));
    }

    #[test]
    fn what_a_read_only_book_refused_is_not_added_later() {
        let (person, book) = Person::with_example();
        let before = fs::read(&book).unwrap();
        fs::set_permissions(&book, fs::Permissions::from_mode(0o444)).unwrap();
        for _ in 0..2 {
            let answer = person.asks_about(&book, "earned 500 --client Jo --on 2026-11-21 BOOK");
            assert!(answer.refused().contains("alleen-lezen"), "{answer:?}");
        }
        fs::set_permissions(&book, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(fs::read(&book).unwrap(), before);
        let next = person.asks_about(&book, "earned 65 --on 2026-11-21 BOOK");
        assert!(next.said().contains("€ 185 verdiend"), "nothing but the 65 came: {next:?}");
        let earned = book_at(&book).incomes.iter().filter(|income| income.amount.get() == 50_000).count();
        assert_eq!(earned, 0);
    }

    #[test]
    fn a_limit_on_the_size_of_files_is_said() {
        let (person, book) = Person::with_example();
        let before = fs::read(&book).unwrap();
        let program = env!("CARGO_BIN_EXE_kleurboek");
        let mut limited = person.command("nl_BE.UTF-8");
        // The shell takes the program's place, with all that is around it.
        let home: Vec<_> =
            limited.get_envs().map(|(key, value)| (key.to_owned(), value.map(OsStr::to_owned))).collect();
        limited = Command::new("sh");
        limited.args(["-c", "ulimit -f 2; exec \"$0\" earned 5 --on 2026-11-21 \"$1\"", program]).arg(&book);
        for (key, value) in home {
            match value {
                Some(value) => limited.env(key, value),
                None => limited.env_remove(key),
            };
        }
        let answer = answer_of(limited.output().unwrap());
        let said = Words::new(Language::Dutch).say("problem-file-limit");
        assert!(answer.refused().ends_with(&said), "{answer:?}");
        assert_eq!(fs::read(&book).unwrap(), before);
    }

    #[test]
    fn nobody_else_may_open_what_is_kept_beside_the_book() {
        let (person, book) = Person::with_example();
        // As an older version left it.
        drop(BookLock::take(&person.places(), &book).unwrap());
        let locks = person.data().join("locks");
        let lock = fs::read_dir(&locks).unwrap().next().unwrap().unwrap().path();
        fs::set_permissions(&lock, fs::Permissions::from_mode(0o666)).unwrap();
        person.asks_about(&book, "earned 5 --on 2026-11-21 BOOK").said();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for file in person.files() {
            let path = person.home().join(&file);
            assert_eq!(mode(&path), 0o600, "{file}");
        }
        assert_eq!(mode(&person.data()), 0o700);
        assert_eq!(mode(&locks), 0o700);
    }

    #[test]
    fn the_same_within_a_minute_is_another_try_unless_it_is_said_again() {
        let (person, book) = Person::with_example();
        let incomes = || book_at(&book).incomes.len();
        let before = incomes();
        person.asks_about(&book, "earned 65 --client Bistro_Loo --on 2026-11-21 BOOK").said();
        let tried = person.asks_about(&book, "earned 65,00 --client bistro_loo --on 2026-11-21 BOOK");
        assert!(tried.refused().contains("--again"), "{tried:?}");
        assert_eq!(incomes(), before + 1, "nothing is added");
        // Something else is something else.
        for line in [
            "earned 66 --client Bistro_Loo --on 2026-11-21 BOOK",
            "earned 65 --on 2026-11-21 BOOK",
            "earned 65 --client Bistro_Loo --on 2026-11-20 BOOK",
            "earned 65 --client Bistro_Loo --on 2026-11-21 --again BOOK",
        ] {
            assert_eq!(person.asks_about(&book, line).code, Some(0), "{line}");
        }
        assert_eq!(incomes(), before + 5);
    }

    #[test]
    fn an_answer_that_nobody_hears_is_no_error_of_the_book() {
        let (person, book) = Person::with_example();
        let incomes = book_at(&book).incomes.len();
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = person.command("nl_BE.UTF-8");
        let output = command
            .args(["earned", "3", "--on", "2026-11-21"])
            .arg(&book)
            .stdout(full.try_clone().unwrap())
            .output()
            .unwrap();
        let answer = answer_of(output);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        assert!(one_line(&answer.err).contains("Het is gedaan"), "{answer:?}");

        // A reader that is gone already.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = person.command("nl_BE.UTF-8");
        let output =
            command.args(["earned", "4", "--on", "2026-11-21"]).arg(&book).stdout(writer).output().unwrap();
        let answer = answer_of(output);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{answer:?}");
        assert_eq!(book_at(&book).incomes.len(), incomes + 2);

        // Nor is it worth a panic when not even an error can be said.
        let mut command = person.command("nl_BE.UTF-8");
        let status =
            command.arg("--nothing").stdout(full.try_clone().unwrap()).stderr(full).status().unwrap();
        assert_eq!(status.code(), Some(1));
    }

    #[test]
    fn nothing_is_earned_in_a_book_that_is_open_elsewhere() {
        let (person, book) = Person::with_example();
        let before = fs::read(&book).unwrap();
        let lock = BookLock::take(&person.places(), &book).unwrap();
        let answer = person.asks_about(&book, "earned 5 --on 2026-11-21 BOOK");
        assert!(answer.refused().contains("al open in een ander venster"), "{answer:?}");
        assert_eq!(fs::read(&book).unwrap(), before);
        // So is a second window.
        let answer = person.asks_about(&book, "BOOK");
        assert!(answer.refused().contains("al open in een ander venster"), "{answer:?}");
        // Looking is always possible.
        assert!(person.asks_about(&book, "today --on 2026-11-21 BOOK").said().starts_with("€ 185"));

        drop(lock);
        let answer = person.asks_about(&book, "earned 5 --on 2026-11-21 BOOK");
        assert_eq!(answer.code, Some(0), "{answer:?}");
        assert_ne!(fs::read(&book).unwrap(), before);
    }

    #[test]
    fn the_example_never_goes_over_a_file() {
        let person = Person::new();
        let file = person.root.path().join("x.kleurboek");
        fs::write(&file, "theirs").unwrap();
        let answer = person.asks_about(&file, "example BOOK");
        assert!(answer.refused().contains("bestaat al"), "{answer:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "theirs");
    }

    #[test]
    fn a_large_book_of_a_year_is_sound() {
        let person = Person::new();
        let book = person.root.path().join("large.kleurboek");
        assert_eq!(person.asks_about(&book, "example BOOK --years 1").code, Some(0));
        assert_eq!(person.asks_about(&book, "check BOOK").said(), "In orde: 50 klanten, 2000 bedragen.");
    }

    #[test]
    fn one_client_and_one_income_are_counted_as_one() {
        let (person, file) = Person::with_example();
        let mut book = book_at(&file);
        let (clients, incomes) = (book.clients.len(), book.incomes.len());
        let client = Arc::clone(book.clients.iter().next().unwrap());
        let income = Arc::clone(book.incomes.iter().next().unwrap());
        (book.clients, book.incomes) = (Table::default(), Table::default());
        book.clients.put(client.id, client);
        book.incomes.put(income.id, income);
        fs::write(&file, format::write(&book, 1).unwrap()).unwrap();
        assert!(clients > 1 && incomes > 1);
        assert_eq!(person.asks_about(&file, "check BOOK").said(), "In orde: 1 klant, 1 bedrag.");
    }

    #[test]
    fn two_versions_are_merged_in_a_new_file_and_stay_as_they_were() {
        let (person, ours) = Person::with_example();
        let known = book_at(&ours).incomes;
        let theirs = ours.with_file_name("theirs.kleurboek");
        fs::copy(&ours, &theirs).unwrap();
        person.asks_about(&ours, "earned 65 --on 2026-11-21 BOOK").said();
        person.asks_about(&theirs, "earned 40 --on 2026-11-21 BOOK").said();
        let before = [&ours, &theirs].map(|file| fs::read(file).unwrap());

        let merged = person.asks_about(&ours, "merge BOOK theirs.kleurboek -o both.kleurboek");
        let clients = book_at(&ours).clients.len();
        let expected = format!(
            "both.kleurboek: {clients} klanten, {} bedragen. Er was niets te kiezen.",
            known.len() + 2
        );
        assert_eq!(merged.said(), expected);
        let both = book_at(&ours.with_file_name("both.kleurboek"));
        for (file, euros) in [(&ours, 65), (&theirs, 40)] {
            let incomes = book_at(file).incomes;
            let income = incomes.iter().find(|income| known.get(income.id).is_none()).unwrap();
            assert_eq!(income.amount.get(), euros * 100);
            assert!(both.incomes.iter().any(|merged| merged == income), "{income:?}");
        }
        assert_eq!([&ours, &theirs].map(|file| fs::read(file).unwrap()), before);

        // Never over a file, and never of two different books.
        let again = person.asks_about(&ours, "merge BOOK theirs.kleurboek -o both.kleurboek");
        assert!(again.refused().contains("bestaat al"), "{again:?}");
        person.asks(["example", "other.kleurboek", "--years", "1"]);
        let other = person.asks_about(&ours, "merge BOOK other.kleurboek -o new.kleurboek");
        assert!(other.refused().contains("twee verschillende boeken"), "{other:?}");
        assert!(!ours.with_file_name("new.kleurboek").exists());
    }

    #[test]
    fn of_what_lies_beside_the_book_only_a_copy_in_conflict_goes_and_that_to_the_bin() {
        let (person, ours) = Person::with_example();
        let theirs = person.root.path().join("van bram.kleurboek");
        fs::copy(&ours, &theirs).unwrap();
        person.asks_about(&theirs, "earned 40 --on 2026-11-21 BOOK").said();
        let mut own: Vec<PathBuf> = Vec::new();
        for name in ["x kopie.kleurboek", "x-oud.kleurboek", "x (1).kleurboek", "x 2.kleurboek"] {
            own.push(ours.with_file_name(name));
            fs::copy(&theirs, ours.with_file_name(name)).unwrap();
        }
        let merged = ours.with_file_name("x samen.kleurboek");
        let of_merge: [&OsStr; 5] =
            ["merge".as_ref(), ours.as_ref(), theirs.as_ref(), "-o".as_ref(), merged.as_ref()];
        person.asks(of_merge).said();
        own.push(merged);
        let before: Vec<_> = own.iter().map(|path| fs::read(path).unwrap()).collect();

        let conflict = "x (Exemplaar met conflict van Bram 2026-11-21).kleurboek";
        fs::copy(&theirs, ours.with_file_name(conflict)).unwrap();
        let count = book_at(&ours).incomes.len();
        let answer = person.asks_about(&ours, "earned 65 --on 2026-11-21 BOOK");
        assert!(answer.said().contains("225 verdiend"), "with what came from elsewhere: {answer:?}");
        assert_eq!(book_at(&ours).incomes.len(), count + 2);
        assert_eq!(own.iter().map(|path| fs::read(path).unwrap()).collect::<Vec<_>>(), before);
        assert!(!ours.with_file_name(conflict).exists());
        let in_bin = person.home().join("data/Trash/files").join(conflict);
        assert_eq!(fs::read(in_bin).unwrap(), fs::read(&theirs).unwrap());
    }

    #[test]
    fn without_a_display_nothing_is_touched() {
        let (person, book) = Person::with_example();
        let before = fs::read(&book).unwrap();
        for line in ["BOOK", "BOOK --on 2026-11-21"] {
            assert_eq!(person.asks_about(&book, line).code, Some(1));
        }
        let nothing: [&str; 0] = [];
        assert_eq!(person.asks(nothing).code, Some(1));
        assert_eq!(fs::read(&book).unwrap(), before);
        let files = person.files();
        assert!(files.iter().all(|file| file.starts_with("data/kleurboek/lo")), "{files:?}");
        let log = fs::read_to_string(person.data().join("logs").join("kleurboek.log")).unwrap();
        assert!(log.contains("no window"), "{log}");
    }

    #[test]
    fn help_and_version_are_one_question_away() {
        let person = Person::new();
        for asked in ["--help", "-h"] {
            let answer = person.asks([asked]);
            assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{answer:?}");
            for line in ["kleurboek today", "kleurboek earned", "kleurboek check", "kleurboek example"] {
                assert!(answer.out.contains(line), "{line}: {}", answer.out);
            }
        }
        for asked in ["--version", "-V"] {
            assert_eq!(person.asks([asked]).said(), concat!("kleurboek ", env!("CARGO_PKG_VERSION")));
        }
    }

    #[test]
    fn looking_leaves_nothing_behind_but_the_log() {
        let (person, book) = Person::with_example();
        for line in ["today --on 2026-11-21 BOOK", "today BOOK", "check BOOK"] {
            assert_eq!(person.asks_about(&book, line).code, Some(0), "{line}");
        }
        assert_eq!(person.files(), ["data/kleurboek/logs/kleurboek.log"]);
        assert_eq!(fs::read_dir(person.root.path()).unwrap().count(), 2, "the book and the home");
    }
}
