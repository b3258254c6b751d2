//! What to say when no window can be opened: what happened, what to do, and where more is known.

use super::{log_file, words::Words};

/// More than this of an error says nothing to a person; letters.
const LONGEST_ERROR: usize = 200;

/// What stood in the way of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no screen, or it does not answer.
    Screen,
    /// The screen is there, but nothing can be drawn on it.
    Graphics,
}

/// What to say when no window can be opened; `error` stands in it only when no log could be written.
pub fn sentences(obstacle: Obstacle, error: &str, words: &Words) -> String {
    let advice: &[&str] = match obstacle {
        Obstacle::Screen => &["no-window-screen", "no-window-scripts"],
        Obstacle::Graphics if cfg!(windows) => &["no-window-windows", "no-window-far"],
        Obstacle::Graphics if cfg!(target_os = "macos") => &["no-window-mac"],
        Obstacle::Graphics => &["no-window-linux", "no-window-far"],
    };
    let mut said = vec![words.say("no-window"), words.say("no-window-untouched")];
    said.extend(advice.iter().map(|key| words.say(key)));
    said.push(if let Some(log) = log_file::path() {
        words.with("stopped-log", &[("log", (&log.display().to_string()).into())])
    } else {
        // Before the last colon stands who found it, and where in its own text.
        let error = error.lines().next().unwrap_or_default().rsplit(": ").next().unwrap_or_default();
        let error: String = error.chars().take(LONGEST_ERROR).collect();
        words.with("no-window-no-log", &[("why", (&error).into())])
    });
    said.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Language;

    #[test]
    fn without_a_log_the_error_itself_is_said_short_and_on_one_line() {
        let error = format!("winit at mod.rs:89: {}\nand a second line", "x".repeat(500));
        for language in Language::ALL {
            let said = sentences(Obstacle::Graphics, &error, &Words::new(language));
            assert!(said.contains(&"x".repeat(LONGEST_ERROR)) && !said.contains("second line"), "{said}");
            assert!(!said.contains("mod.rs"), "{said}");
            assert!(!said.contains(&"x".repeat(LONGEST_ERROR + 1)), "{said}");
        }
    }
}
