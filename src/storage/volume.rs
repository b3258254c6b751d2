//! The drive that a file is on: a USB stick is the same one under any letter or mount point, and unplugged is not gone.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

#[cfg(target_os = "linux")]
mod linux;
#[cfg(windows)]
mod windows;

/// A drive apart from the machine's own, and where a file is on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volume {
    /// What tells this drive from every other one, whatever letter or mount point it has today.
    pub id: String,
    /// The path on it, from its root.
    pub inside: PathBuf,
}

/// The drive of a path without links; none for what is always there, such as the disk the system is on.
pub fn volume_of(path: &Path) -> Option<Volume> {
    #[cfg(target_os = "linux")]
    return linux::Mounts::of_this_machine().volume_of(path);
    #[cfg(target_os = "macos")]
    return in_volumes(path);
    #[cfg(windows)]
    return windows::volume_of(path);
    #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
    return None.filter(|_: &Volume| path.is_absolute());
}

/// Where a file on a drive is now, once for each place that shows it; nowhere while the drive is not there.
pub fn places_of(volume: &Volume) -> Vec<PathBuf> {
    #[cfg(target_os = "linux")]
    return linux::Mounts::of_this_machine().places_of(volume);
    #[cfg(target_os = "macos")]
    return Some(Path::new(VOLUMES).join(&volume.id))
        .filter(|root| root.is_dir())
        .map(|root| root.join(&volume.inside))
        .into_iter()
        .collect();
    #[cfg(windows)]
    return windows::places_of(volume);
    #[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
    return Vec::from_iter(None.filter(|_: &PathBuf| volume.id.is_empty()));
}

/// Where macOS shows every drive but its own, each under its name.
#[cfg(target_os = "macos")]
const VOLUMES: &str = "/Volumes";

#[cfg(target_os = "macos")]
fn in_volumes(path: &Path) -> Option<Volume> {
    let mut parts = path.strip_prefix(VOLUMES).ok()?.components();
    let id = parts.next()?.as_os_str().to_str()?.to_owned();
    Some(Volume { id, inside: parts.as_path().to_owned() })
}
