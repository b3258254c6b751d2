//! Where a file goes that a person may want back.

use std::{
    io::{self, ErrorKind},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use super::disk::Disk;

/// Files of one name that a folder takes.
const MOST_OF_A_NAME: usize = 1000;

/// Where a file goes that a person may want back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bin {
    /// The bin of the system, where people look.
    OfTheSystem,
    /// A folder on the same disk, for who keeps everything apart from the rest of the machine.
    Folder(PathBuf),
}

/// Moves a file to a folder that serves as the bin, under a name that is free there.
///
/// # Errors
/// As [`Disk::create_folders`] and [`Disk::rename_new`].
pub fn move_to_folder(disk: &dyn Disk, path: &Path, folder: &Path) -> io::Result<()> {
    disk.create_folders(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for number in 1..=MOST_OF_A_NAME {
        let to = if number == 1 { name.to_string() } else { format!("{number} {name}") };
        match disk.rename_new(path, &folder.join(to)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            result => return result,
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Moves a file to the bin of the system. It is never removed instead: where a disk has no bin, that is an error.
pub(super) fn move_to_bin_of_the_system(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(target_os = "macos"), expect(unused_mut, reason = "only macOS has two ways"))]
    let mut bin = trash::TrashContext::default();
    #[cfg(target_os = "macos")]
    {
        use trash::macos::{DeleteMethod, TrashContextExtMacos as _};
        // The Finder would ask the person whether it may be told what to do, and make a sound.
        bin.set_delete_method(DeleteMethod::NsFileManager);
    }
    // On Linux it panics over a mounted folder whose name is no text, and the thread that saves has to go on.
    let done = catch_unwind(AssertUnwindSafe(|| bin.delete(path)));
    done.map_err(|_| io::Error::other("the bin panicked"))?.map_err(io::Error::other)
}
