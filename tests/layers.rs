//! The four layers: each uses only those before it, and the house stays as tidy as it was built.
#![allow(clippy::indexing_slicing, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "support/rust_source.rs"]
mod rust_source;

use std::{fs, path::Path, process::Command};

use rust_source::{UsedPath, paths, program};

/// What a layer may not use.
struct Rule {
    folder: &'static str,
    never: &'static [&'static str],
}

const RULES: [Rule; 4] = [
    Rule {
        folder: "src/domain/",
        never: &[
            "crate::storage",
            "crate::app",
            "crate::ui",
            "crate::start",
            "egui",
            "eframe",
            "std::fs",
            "std::env",
            "std::time::SystemTime",
            "std::time::Instant",
            "chrono::Local",
            "chrono::Utc",
            "chrono::offset::Local",
            "chrono::offset::Utc",
            "log",
        ],
    },
    Rule { folder: "src/storage/", never: &["crate::app", "crate::ui", "crate::start", "egui", "eframe"] },
    Rule { folder: "src/app/", never: &["crate::ui", "crate::start", "egui", "eframe", "std::fs"] },
    Rule { folder: "src/ui/", never: &["crate::start", "std::fs"] },
];

/// What one file may use all the same, and why.
const EXCEPTIONS: [(&str, &str, &str); 1] =
    [("src/app/log_file.rs", "std::fs::File", "holds the log that storage opened, and writes lines to it")];

/// Files in which colours are made.
const COLOURS: &str = "src/ui/tokens.rs";

const MOST_LINES: usize = 400;

/// What may lie at the top of the repository, beside files that start with a dot.
const TOP: [&str; 13] = [
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "src",
    "assets",
    "tests",
    "fuzz",
    "README.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "rustfmt.toml",
    "target",
];

fn starts_with(steps: &[String], prefix: &str) -> bool {
    let mut steps = steps.iter();
    prefix.split("::").all(|wanted| steps.next().is_some_and(|step| step == wanted))
}

/// Whether the file can reach `forbidden` through this path without naming it again from the top.
fn reaches(path: &UsedPath, forbidden: &str) -> bool {
    let mut steps = path.steps.clone();
    if steps.last().is_some_and(|last| last == "*") {
        steps.pop();
    }
    let by_parts = path.is_use && {
        let mut wanted = forbidden.split("::");
        wanted.clone().count() > steps.len() && steps.iter().all(|step| wanted.next() == Some(step))
    };
    starts_with(&path.steps, forbidden) || by_parts
}

/// What a file uses that its layer may not.
fn breaches(file: &str, text: &str) -> Vec<String> {
    let Some(rule) = RULES.iter().find(|rule| file.starts_with(rule.folder)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for path in paths(file, text) {
        let is_excepted =
            EXCEPTIONS.iter().any(|(of, allowed, _)| *of == file && starts_with(&path.steps, allowed));
        if !is_excepted && let Some(never) = rule.never.iter().find(|never| reaches(&path, never)) {
            found.push(format!("{file}:{} uses {} ({never})", path.line, path.steps.join("::")));
        }
    }
    found
}

/// Where a file makes a colour of its own.
fn colours(file: &str, text: &str) -> Vec<String> {
    paths(file, text)
        .into_iter()
        .filter(|path| path.steps.windows(2).any(|pair| pair[0] == "Color32" && pair[1].starts_with("from_")))
        .map(|path| format!("{file}:{} makes a colour: {}", path.line, path.steps.join("::")))
        .collect()
}

#[test]
fn each_layer_uses_only_those_before_it() {
    let found: Vec<String> = program().iter().flat_map(|file| breaches(&file.path, &file.text)).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_exception_is_still_needed() {
    for (file, allowed, why) in EXCEPTIONS {
        let text = program().into_iter().find(|source| source.path == file).expect(file).text;
        let is_used = paths(file, &text).iter().any(|path| starts_with(&path.steps, allowed));
        assert!(is_used, "{file} no longer uses {allowed} ({why}): take the exception away");
    }
}

#[test]
fn every_file_is_in_a_layer_or_starts_the_program() {
    for file in program() {
        let is_in_a_layer = RULES.iter().any(|rule| file.path.starts_with(rule.folder));
        let starts = ["src/lib.rs", "src/main.rs", "src/start.rs", "src/terminal.rs"];
        let is_start = starts.contains(&file.path.as_str()) || file.path.starts_with("src/start/");
        assert!(is_in_a_layer || is_start, "{} is in no layer", file.path);
    }
}

#[test]
fn the_checker_catches_what_it_looks_for() {
    let caught = [
        ("src/domain/money.rs", "use crate::storage::places::Places;"),
        ("src/domain/money.rs", "use super::super::app::words::Words;"),
        ("src/domain/example/mod.rs", "use super::super::ui;"),
        ("src/domain/money.rs", "use crate::{domain::{Day, id::Id},\n app::{clock::Clock}};"),
        ("src/domain/money.rs", "use crate::*;"),
        ("src/domain/money.rs", "use crate as ours;"),
        ("src/domain/money.rs", "fn now() { std::time::SystemTime::now(); }"),
        ("src/domain/money.rs", "use std::{fmt, time::{self, Duration}};"),
        ("src/domain/money.rs", "use chrono::{Datelike, Local as Here};"),
        ("src/domain/money.rs", "fn say() { log::warn!(\"oh\"); }"),
        ("src/domain/money.rs", "fn it() -> egui::Color32 { todo!() }"),
        ("src/domain/money.rs", "const C: char = '\"'; use std::env; const D: char = '\"';"),
        ("src/storage/open.rs", "pub use eframe::App;"),
        ("src/app/session.rs", "#[cfg(test)] mod tests { use crate::ui::action::Action; }"),
        ("src/app/session.rs", "fn f<'a>(x: &'a str) { std::fs::write(x, x); }"),
        ("src/app/log_file.rs", "use std::fs::{File, remove_file};"),
        ("src/ui/app.rs", "let a = r#\"\"\"#; std::fs::remove_file(a);"),
    ];
    for (file, text) in caught {
        assert_eq!(breaches(file, text).len(), 1, "{file}: {text}");
    }
    let allowed = [
        ("src/domain/money.rs", "use super::{Day, id::Id}; use chrono::{Datelike, Locale};"),
        (
            "src/domain/money.rs",
            "// use crate::ui;\n/* /* egui::Ui */ std::fs */ const A: &str = \"std::fs::read\";",
        ),
        ("src/domain/money.rs", "let log = 1; let x = log.pow(2); let y: std::time::Duration;"),
        ("src/storage/open.rs", "use std::{fs::{self, File}, io}; use super::problem::Problem;"),
        ("src/app/session.rs", "use super::words::Words; use crate::{domain::Day, storage::open};"),
        ("src/app/log_file.rs", "use std::{fs::File, io::Write};"),
        ("src/ui/app.rs", "use crate::{app::words::Words, ui::action::Action};"),
    ];
    for (file, text) in allowed {
        assert_eq!(breaches(file, text), [""; 0], "{file}: {text}");
    }
    assert_eq!(colours("src/ui/app.rs", "\nlet red = egui::Color32::from_rgb(200, 0, 0);").len(), 1);
    assert_eq!(colours("src/ui/app.rs", "use egui::Color32; let it = Color32::from_gray(3);").len(), 1);
    assert!(colours("src/ui/app.rs", "let none = Color32::TRANSPARENT; // Color32::from_gray(3)").is_empty());
}

#[test]
fn only_the_tokens_make_colours() {
    let found: Vec<String> = program()
        .iter()
        .filter(|file| file.path != COLOURS)
        .flat_map(|file| colours(&file.path, &file.text))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn no_file_is_longer_than_one_can_keep_in_mind() {
    let found: Vec<String> = program()
        .iter()
        .map(|file| (file.text.lines().count(), &file.path))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines, more than {MOST_LINES}"))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The names at the top that git keeps; none where there is no git or no repository of ours.
fn top_by_git(top: &Path) -> Option<Vec<String>> {
    let output = Command::new("git").arg("ls-files").current_dir(top).output().ok()?;
    let listed = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
    let names: Vec<String> =
        listed.lines().filter_map(|path| path.split('/').next().map(str::to_owned)).collect();
    names.iter().any(|name| name == "Cargo.toml").then_some(names)
}

fn top_by_looking(top: &Path) -> Vec<String> {
    let entries = fs::read_dir(top).expect("the top can be read");
    entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn the_top_of_the_repository_holds_only_what_belongs_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = top_by_git(top).unwrap_or_else(|| {
        eprintln!("SKIPPED: git cannot list the files here; looking at the folder itself instead");
        let mut names = top_by_looking(top);
        // Cargo adds the manifest as it was written to a package.
        names.retain(|name| name != "Cargo.toml.orig");
        names
    });
    assert!(names.iter().any(|name| name == "src"), "there is no src in {names:?}");
    for name in names {
        assert!(name.starts_with('.') || TOP.contains(&name.as_str()), "{name} does not belong at the top");
    }
}
