//! When no window can be opened, a person reads why, what to do and where more is known; their book is not touched.
#![cfg_attr(
    target_os = "linux",
    allow(clippy::unwrap_used, clippy::print_stderr, clippy::disallowed_methods, reason = "tests")
)]

#[cfg(not(target_os = "linux"))]
#[test]
fn no_window_is_tested_on_linux() {
    eprintln!(
        "SKIPPED: starting without a window is tested on Linux only, where a test can have a home of its own"
    );
}

#[cfg(target_os = "linux")]
mod on_linux {
    use std::{
        fs::{self, Permissions},
        io::{BufRead as _, BufReader},
        os::unix::fs::PermissionsExt as _,
        path::{Path, PathBuf},
        process::{Child, Command, Output, Stdio},
        time::{Duration, Instant},
    };

    use kleurboek::{
        app::words::Words,
        domain::book::Language,
        storage::{bin::Bin, machine::Machine, places::Places},
    };
    use tempfile::TempDir;

    /// A screen that is named but not there.
    const GONE: (&str, &str) = ("DISPLAY", ":7777");
    /// A busy machine may be this slow.
    const PATIENCE: Duration = Duration::from_mins(1);

    /// A person with the example as their book, and programs of the test's own to show messages with.
    struct Person {
        root: TempDir,
        before: Vec<u8>,
    }

    impl Person {
        fn new() -> Self {
            let mut person = Self { root: tempfile::tempdir().unwrap(), before: Vec::new() };
            for folder in ["home", "programs"] {
                fs::create_dir(person.at(folder)).unwrap();
            }
            assert!(
                person
                    .program("nl_BE.UTF-8")
                    .arg("example")
                    .arg(person.book())
                    .output()
                    .unwrap()
                    .status
                    .success()
            );
            person.before = fs::read(person.book()).unwrap();
            fs::remove_dir_all(person.at("home/data")).unwrap();
            person
        }

        fn at(&self, name: &str) -> PathBuf {
            self.root.path().join(name)
        }

        fn book(&self) -> PathBuf {
            self.at("x.kleurboek")
        }

        fn log(&self) -> PathBuf {
            self.at("home/data/kleurboek/logs/kleurboek.log")
        }

        /// A program that shows messages, or pretends to: what it is called, and what it does.
        fn shows_with(&self, name: &str, script: &str) {
            let path = self.at("programs").join(name);
            let shown = self.at(&format!("{name}.shown"));
            fs::write(
                &path,
                format!(
                    "#!/bin/sh\nfor word; do :; done\n{script}\necho \"$word\" > '{}'\n",
                    shown.display()
                ),
            )
            .unwrap();
            fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        }

        fn shown_by(&self, name: &str) -> String {
            fs::read_to_string(self.at(&format!("{name}.shown"))).unwrap_or_default()
        }

        fn program(&self, locale: &str) -> Command {
            let home = self.at("home");
            let mut command = Command::new(env!("CARGO_BIN_EXE_kleurboek"));
            command.env_clear().env("HOME", &home).env("LC_ALL", locale).env("RUST_BACKTRACE", "1");
            command.env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
            // The test's own first, and nothing of the machine that could show a message to somebody who works on it.
            command.env("PATH", self.at("programs")).stdin(Stdio::null());
            command
        }

        fn window(&self, locale: &str, around: &[(&str, &str)]) -> Output {
            self.program(locale).arg(self.book()).envs(around.iter().copied()).output().unwrap()
        }

        /// What was said in the terminal, once it is certain that nothing else came of it.
        fn told(&self, output: &Output) -> String {
            let said = String::from_utf8(output.stderr.clone()).unwrap();
            assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b""[..]), "{said}");
            assert!(
                !said.contains("panicked") && !said.contains("backtrace") && !said.contains(".rs:"),
                "{said}"
            );
            assert_eq!(fs::read(self.book()).unwrap(), self.before, "the book is as it was");
            said
        }
    }

    /// What somebody has to read first, and last.
    fn begins_and_ends(said: &str, language: Language, log: &Path) {
        let words = Words::new(language);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.first(), Some(&words.say("no-window").as_str()), "{said}");
        assert_eq!(lines.get(1), Some(&words.say("no-window-untouched").as_str()), "{said}");
        let place = words.with("stopped-log", &[("log", (&log.display().to_string()).into())]);
        assert_eq!(lines.last(), Some(&place.as_str()), "{said}");
    }

    #[test]
    fn without_a_screen_it_is_said_in_the_language_of_the_machine() {
        let person = Person::new();
        for (locale, language) in [("nl_BE.UTF-8", Language::Dutch), ("en_GB.UTF-8", Language::English)] {
            for around in [&[][..], &[GONE], &[("WAYLAND_DISPLAY", "wayland-77"), GONE]] {
                let said = person.told(&person.window(locale, around));
                begins_and_ends(&said, language, &person.log());
                assert!(said.contains(&Words::new(language).say("no-window-screen")), "{said}");
                let log = fs::read_to_string(person.log()).unwrap();
                assert!(log.contains("no window with glow") && log.contains("EventLoopError"), "{log}");
                fs::remove_file(person.log()).unwrap();
            }
        }
    }

    #[test]
    fn the_language_that_was_chosen_on_this_machine_goes_before_that_of_the_system() {
        let person = Person::new();
        let places = Places {
            documents: person.at("home"),
            data: person.at("home/data/kleurboek"),
            config: person.at("home/config/kleurboek"),
            bin: Bin::OfTheSystem,
        };
        let chosen = Some("en".to_owned());
        Machine { language: chosen, ..Machine::default() }.save(&Machine::default(), &places).unwrap();
        begins_and_ends(&person.told(&person.window("nl_BE.UTF-8", &[])), Language::English, &person.log());
    }

    #[test]
    fn who_clicked_an_icon_gets_one_message_from_the_first_program_that_can_show_one() {
        let person = Person::new();
        person.shows_with("zenity", "exit 1");
        person.shows_with("kdialog", "");
        person.shows_with("xmessage", "");
        let said = person.told(&person.window("nl_BE.UTF-8", &[GONE]));
        assert_eq!(person.shown_by("kdialog"), said);
        assert_eq!((person.shown_by("zenity"), person.shown_by("xmessage")), (String::new(), String::new()));
    }

    #[test]
    fn without_a_screen_no_program_is_asked_to_show_anything() {
        let person = Person::new();
        person.shows_with("zenity", "");
        person.told(&person.window("nl_BE.UTF-8", &[]));
        assert_eq!(person.shown_by("zenity"), "");
    }

    #[test]
    fn a_message_that_is_not_read_or_a_program_that_hangs_holds_nothing_up() {
        let person = Person::new();
        // Ends when the test does: the pipe it waits for has nobody at the other side then.
        let gate = person.at("gate");
        if !Command::new("mkfifo").arg(&gate).status().is_ok_and(|status| status.success()) {
            eprintln!("SKIPPED: there is no mkfifo here to hang a program with");
            return;
        }
        person.shows_with("zenity", &format!("read line < '{}'", gate.display()));
        let start = Instant::now();
        person.told(&person.window("nl_BE.UTF-8", &[GONE]));
        assert!(start.elapsed() < PATIENCE);
        assert_eq!(person.shown_by("zenity"), "", "it hangs still");
        fs::write(&gate, "go on\n").unwrap();
    }

    #[test]
    fn where_no_log_can_be_written_the_error_itself_is_said() {
        let person = Person::new();
        // A file where its folder should be: nobody can write in that, whoever they are.
        fs::write(person.at("home/data"), "in the way").unwrap();
        fs::write(person.at("home/config"), "in the way").unwrap();
        let said = person.told(&person.window("nl_BE.UTF-8", &[GONE]));
        let last = said.lines().last().unwrap();
        assert!(
            last.starts_with("Een logboek kon niet geschreven worden.") && last.contains("X server"),
            "{said}"
        );
        assert!(!said.contains("kleurboek.log"), "{said}");
    }

    #[test]
    fn without_a_home_it_still_says_something_and_harms_nothing() {
        let person = Person::new();
        let mut command = person.program("nl_BE.UTF-8");
        let output = command.env_remove("HOME").arg(person.book()).output().unwrap();
        let said = person.told(&output);
        let words = Words::new(Language::Dutch);
        // The system may know their home without HOME.
        assert!(
            [words.say("no-window"), words.say("cli-no-places")]
                .contains(&said.lines().next().unwrap().to_owned())
        );
    }

    /// A screen that nobody sees, ended when dropped.
    struct Screen {
        server: Child,
        name: String,
    }

    impl Screen {
        fn open(arguments: &[&str]) -> Option<Self> {
            let search = Command::new("xdotool").arg("version").output();
            let server = Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
                .args(arguments)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn();
            let (Ok(_), Ok(mut server)) = (search, server) else {
                eprintln!("SKIPPED: no_window: Xvfb and xdotool are needed to see what a broken OpenGL does");
                return None;
            };
            let mut number = String::new();
            BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
            Some(Self { server, name: format!(":{}", number.trim()) })
        }

        /// Whether the program gets a window here with these settings around it.
        fn shows(&self, person: &Person, around: &[(&str, &str)]) -> bool {
            let mut command = person.program("nl_BE.UTF-8");
            command.arg(person.book()).env("DISPLAY", &self.name).envs(around.iter().copied());
            let mut program = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let start = Instant::now();
            let mut shows = false;
            while !shows && start.elapsed() < PATIENCE && program.try_wait().unwrap().is_none() {
                let mut search = Command::new("xdotool");
                search.args(["search", "--onlyvisible", "--name", "Kleurboek"]).env("DISPLAY", &self.name);
                shows = search.output().unwrap().status.success();
            }
            let _ = program.kill();
            let _ = program.wait();
            shows
        }
    }

    impl Drop for Screen {
        fn drop(&mut self) {
            let _ = self.server.kill();
            let _ = self.server.wait();
        }
    }

    #[test]
    fn a_broken_driver_gives_a_window_drawn_by_the_processor() {
        let Some(screen) = Screen::open(&["1280x860x24"]) else { return };
        let person = Person::new();
        if !screen.shows(&person, &[]) {
            eprintln!("SKIPPED: there is no OpenGL here at all, so none can be broken");
            return;
        }
        for around in [
            &[("LIBGL_DRIVERS_PATH", "/nowhere")][..],
            &[("MESA_GL_VERSION_OVERRIDE", "1.4"), ("LIBGL_ALWAYS_SOFTWARE", "1")],
            &[("MESA_LOADER_DRIVER_OVERRIDE", "nothing")],
            &[("__GLX_VENDOR_LIBRARY_NAME", "nothing"), ("__EGL_VENDOR_LIBRARY_FILENAMES", "/nowhere")],
            &[("WAYLAND_DISPLAY", "wayland-77")],
        ] {
            assert!(screen.shows(&person, around), "{around:?}");
        }
    }

    #[test]
    fn a_screen_without_opengl_is_said_with_what_to_do() {
        // Eight colours deep: nothing that draws knows that.
        let Some(screen) = Screen::open(&["1280x860x8", "-extension", "GLX"]) else { return };
        let person = Person::new();
        let said = person.told(&person.window("nl_BE.UTF-8", &[("DISPLAY", &screen.name)]));
        // OpenGL may have its own say first.
        let ours = said.find("Kleurboek").map_or("", |start| said.split_at(start).1);
        begins_and_ends(ours, Language::Dutch, &person.log());
        assert!(said.contains(&Words::new(Language::Dutch).say("no-window-linux")), "{said}");
    }
}
