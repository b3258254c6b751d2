//! One message of the machine's own, for when there is no window to say something in.

/// Shows a message of the machine's own, until it is closed.
#[cfg(any(windows, target_os = "macos"))]
pub fn show(sentences: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Kleurboek")
        .set_description(sentences)
        .show();
}

#[cfg(not(any(windows, target_os = "macos")))]
pub use by_helper::show;

/// Linux has no message of its own; desktops have programs that show one.
#[cfg(not(any(windows, target_os = "macos")))]
mod by_helper {
    use std::{
        process::{Command, Stdio},
        thread,
        time::Duration,
    };

    /// Those programs with what goes before the text, best first. The last shows it beside the clock, for a while.
    const PROGRAMS: [&[&str]; 4] = [
        &["zenity", "--error", "--no-markup", "--width=480", "--title=Kleurboek", "--text"],
        &["kdialog", "--title", "Kleurboek", "--error"],
        &["xmessage", "-center", "-title", "Kleurboek"],
        &["notify-send", "--urgency=critical", "--app-name=Kleurboek", "Kleurboek"],
    ];

    /// One that cannot show it says so within this: so many times,
    const LOOKS: u32 = 20;
    /// each so long.
    const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

    /// Shows a message in a program of its own, which stays when this one ends: nothing waits for somebody to read it,
    /// or for a program that hangs. Without a screen, or such a program, nothing is shown.
    pub fn show(sentences: &str) {
        let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
        if has_screen && !PROGRAMS.iter().any(|program| is_shown(program, sentences)) {
            log::warn!("no program to show a message with");
        }
    }

    fn is_shown(program: &[&str], sentences: &str) -> bool {
        let Some((name, arguments)) = program.split_first() else { return false };
        let mut command = Command::new(name);
        command.args(arguments).arg(sentences);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut running) = command.spawn() else { return false };
        for _ in 0..LOOKS {
            match running.try_wait() {
                Ok(None) => thread::sleep(BETWEEN_LOOKS),
                Ok(Some(status)) => return status.success(),
                Err(_) => return false,
            }
        }
        true
    }
}
