//! A new file where nothing is yet: all of it or nothing.

use std::{io::ErrorKind, path::Path};

use super::{
    atomic::{self, Over},
    disk::{Disk, Kind},
    open::read_whole,
    path_key::canonical,
    problem::Problem,
    save::refused,
};

/// Writes `bytes` to a file that is not there yet, and reads it back. Only this person may read it.
///
/// # Errors
/// [`Problem::ExistsAlready`] or [`Problem::IsAFolder`] when something is there; otherwise any [`Problem`]. Nothing that
/// was there is changed.
pub fn write_new(disk: &dyn Disk, to: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let target = canonical(to);
    match disk.about_itself(&target) {
        Ok(about) if about.kind == Kind::Folder => return Err(Problem::IsAFolder),
        Ok(_) => return Err(Problem::ExistsAlready),
        Err(_) => {}
    }
    let written = atomic::write_near(disk, &target, "", bytes, None)?;
    // Another program may have made it since we looked.
    atomic::rename(written, &target, Over::Nothing).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Problem::ExistsAlready,
        _ => refused(error),
    })?;
    atomic::sync_folder(disk, &target)?;
    if read_whole(disk, &target)? == bytes { Ok(()) } else { Err(Problem::ReadBackDiffers) }
}
