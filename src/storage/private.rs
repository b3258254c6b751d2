//! Files on this machine that are nobody else's: no other person reads or holds them.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io,
    path::Path,
};

/// Makes a folder and those above it; the new ones are for this person only.
pub fn create_folders(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens a file for this person only, also one that an older version let others open.
pub fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    let file = options.open(path)?;
    #[cfg(unix)]
    close_to_others(&file);
    Ok(file)
}

#[cfg(unix)]
fn close_to_others(file: &File) {
    use std::{fs::Permissions, os::unix::fs::PermissionsExt as _};

    let is_open = file.metadata().is_ok_and(|about| about.permissions().mode() & 0o077 != 0);
    if is_open && let Err(error) = file.set_permissions(Permissions::from_mode(0o600)) {
        log::warn!("others may open what is this person's own: {error}");
    }
}
