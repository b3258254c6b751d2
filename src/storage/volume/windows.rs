//! Drives under Windows: a volume has a serial number, whatever letter it gets today; a share has its own name.
#![expect(unsafe_code, reason = "Windows offers this in no safe form")]

use std::path::{Component, Path, PathBuf, Prefix};

use windows_sys::Win32::Storage::FileSystem::{GetLogicalDrives, GetVolumeInformationW};

use super::Volume;

pub(super) fn volume_of(path: &Path) -> Option<Volume> {
    let mut parts = path.components();
    let Some(Component::Prefix(prefix)) = parts.next() else { return None };
    let id = match prefix.kind() {
        Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => format!("serial {:08x}", serial_of(letter)?),
        Prefix::UNC(server, share) | Prefix::VerbatimUNC(server, share) => {
            format!(r"\\{}\{}", server.to_str()?, share.to_str()?)
        }
        _ => return None,
    };
    let inside = parts.filter(|part| *part != Component::RootDir).collect();
    Some(Volume { id, inside })
}

pub(super) fn places_of(volume: &Volume) -> Vec<PathBuf> {
    if volume.id.starts_with(r"\\") {
        let root = PathBuf::from(format!(r"{}\", volume.id));
        return Some(root)
            .filter(|root| root.is_dir())
            .map(|root| root.join(&volume.inside))
            .into_iter()
            .collect();
    }
    // SAFETY: takes no pointers (GetLogicalDrives).
    let letters = unsafe { GetLogicalDrives() };
    (0..26_u8)
        .filter(|place| letters & (1 << place) != 0)
        .map(|place| b'A' + place)
        .filter(|letter| serial_of(*letter).is_some_and(|serial| volume.id == format!("serial {serial:08x}")))
        .map(|letter| PathBuf::from(format!(r"{}:\", char::from(letter))).join(&volume.inside))
        .collect()
}

/// The serial number of the volume that has this letter; none when there is none, or nothing in it.
fn serial_of(letter: u8) -> Option<u32> {
    let root: Vec<u16> = format!("{}:\\\0", char::from(letter)).encode_utf16().collect();
    let mut serial = 0;
    let nothing = std::ptr::null_mut();
    // SAFETY: the root ends in a zero and lives through the call, as does the number; what is not asked for may be null,
    // with a length of zero (GetVolumeInformationW).
    let told = unsafe {
        GetVolumeInformationW(
            root.as_ptr(),
            nothing,
            0,
            &raw mut serial,
            nothing.cast(),
            nothing.cast(),
            nothing,
            0,
        )
    };
    (told != 0).then_some(serial)
}
