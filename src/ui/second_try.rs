//! Linux: when no window can be opened, another start of the program may do better with other settings around it.
//!
//! A driver that is broken, too old, or of another version than the system's own reads those settings once, so they
//! cannot be changed in a program that runs.

use std::{
    ffi::{OsStr, OsString},
    io,
    process::Command,
};

use super::window::NoWindow;
use crate::app::no_window::Obstacle;

/// Says that the program was started anew, and why: the first error.
const FIRST_ERROR: &str = "KLEURBOEK_FIRST_ERROR";
/// Set once OpenGL is drawn by the processor.
const SOFTWARE: &str = "LIBGL_ALWAYS_SOFTWARE";
const WAYLAND: &str = "WAYLAND_DISPLAY";
const X11: &str = "DISPLAY";
/// What settings about OpenGL start with; any of them may be what stands in the way.
const ABOUT_OPENGL: [&str; 6] = ["LIBGL_", "MESA_", "GALLIUM_", "__GLX_", "__EGL_", "EGL_"];

/// What to change around the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// Let Mesa draw with the processor, whatever else was set.
    Software,
    /// Use X11, where Wayland does not answer or has no OpenGL.
    X11,
}

/// The error of the first try, when this is another.
pub fn first_error() -> Option<String> {
    std::env::var_os(FIRST_ERROR).map(|error| error.to_string_lossy().into_owned())
}

/// Starts the program anew in the place of this one, when that may do better. Comes back only when it does not.
pub fn start_anew(why: &NoWindow) {
    let has = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let Some((obstacle, error)) = why.not_opened() else { return };
    let Some(change) = change(obstacle, first_error().is_some(), has) else { return };
    log::info!("no window; trying once more with {change:?}");
    let names = std::env::vars_os().map(|(name, _)| name);
    let failed = program(change, first_error().as_deref().unwrap_or(error), names).and_then(replace);
    if let Err(error) = failed {
        log::warn!("the program could not be started anew: {error}");
    }
}

/// What may do better; none when everything was tried. Each takes away its own reason, so this ends.
fn change(obstacle: Obstacle, is_second: bool, has: impl Fn(&str) -> bool) -> Option<Change> {
    let is_software = is_second && has(SOFTWARE);
    match obstacle {
        Obstacle::Graphics if !is_software => Some(Change::Software),
        Obstacle::Screen | Obstacle::Graphics => (has(WAYLAND) && has(X11)).then_some(Change::X11),
    }
}

/// This program, with the same arguments and the settings changed; `names` are those of the settings there are.
fn program(change: Change, error: &str, names: impl Iterator<Item = OsString>) -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(std::env::args_os().skip(1)).env(FIRST_ERROR, error.replace('\0', " "));
    match change {
        Change::Software => {
            for name in names.filter(|name| is_about_opengl(name)) {
                command.env_remove(name);
            }
            command.env(SOFTWARE, "1").env("__GLX_VENDOR_LIBRARY_NAME", "mesa");
        }
        Change::X11 => {
            command.env_remove(WAYLAND).env_remove("WAYLAND_SOCKET");
        }
    }
    Ok(command)
}

fn is_about_opengl(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    ABOUT_OPENGL.iter().any(|start| name.starts_with(start))
}

fn replace(mut command: Command) -> io::Result<()> {
    Err(std::os::unix::process::CommandExt::exec(&mut command))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is tried one after the other on a machine where nothing helps.
    fn tries(mut around: Vec<&str>, obstacle: Obstacle) -> Vec<Change> {
        let mut tried = Vec::new();
        while let Some(change) = change(obstacle, !tried.is_empty(), |name| around.contains(&name)) {
            tried.push(change);
            match change {
                Change::Software => around.push(SOFTWARE),
                Change::X11 => around.retain(|name| *name != WAYLAND),
            }
        }
        tried
    }

    #[test]
    fn every_machine_gets_each_try_that_makes_sense_once() {
        assert_eq!(tries(vec![X11], Obstacle::Graphics), [Change::Software]);
        assert_eq!(tries(vec![WAYLAND, X11], Obstacle::Graphics), [Change::Software, Change::X11]);
        assert_eq!(tries(vec![WAYLAND], Obstacle::Graphics), [Change::Software]);
        assert_eq!(tries(vec![WAYLAND, X11], Obstacle::Screen), [Change::X11]);
        assert_eq!(tries(vec![WAYLAND], Obstacle::Screen), []);
        assert_eq!(tries(vec![X11], Obstacle::Screen), []);
        assert_eq!(tries(vec![], Obstacle::Screen), []);
    }

    #[test]
    fn software_that_the_person_set_themselves_is_tried_once_more_without_their_other_settings() {
        assert_eq!(
            tries(vec![X11, SOFTWARE, "MESA_GL_VERSION_OVERRIDE"], Obstacle::Graphics),
            [Change::Software]
        );
        for name in ["LIBGL_DRIVERS_PATH", "MESA_GL_VERSION_OVERRIDE", "__EGL_VENDOR_LIBRARY_FILENAMES"] {
            assert!(is_about_opengl(OsStr::new(name)), "{name}");
        }
        assert!(!is_about_opengl(OsStr::new("LD_LIBRARY_PATH")));
    }

    #[test]
    fn the_first_error_goes_along() {
        let names = ["LIBGL_DRIVERS_PATH", "HOME"].map(OsString::from);
        let command = program(Change::Software, "the first", names.into_iter()).expect("there is a program");
        let set = |name: &str| command.get_envs().find(|(key, _)| *key == name).map(|(_, value)| value);
        assert_eq!(set(FIRST_ERROR), Some(Some(OsStr::new("the first"))));
        assert_eq!(set("LIBGL_DRIVERS_PATH"), Some(None));
        assert_eq!(set("HOME"), None);
    }
}
