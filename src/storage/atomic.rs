//! Writing a whole file so that there is always either the old one or the new one, never half of one.

use std::{
    fs::{self, File, Permissions},
    io::{self, ErrorKind, Write},
    path::Path,
};

use tempfile::TempPath;

use super::{open::read_whole, problem::Problem};

/// Whether a file that is already there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Yes.
    Existing,
    /// No: then [`io::ErrorKind::AlreadyExists`].
    Nothing,
}

/// Writes `bytes` to `target`, whatever was there, and makes its folder.
pub fn replace(target: &Path, bytes: &[u8]) -> Result<(), Problem> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    let written = write_near(target, bytes, None)?;
    rename(written, target, Over::Existing)?;
    sync_folder(target)
}

/// Writes `bytes` to a new file beside `target`, to the disk itself, and reads them back.
///
/// The file is gone again when anything fails, and when the path is dropped. Without `permissions` only this person
/// may read it.
pub fn write_near(
    target: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
) -> Result<TempPath, Problem> {
    let folder = target.parent().ok_or(Problem::FolderGone)?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut written =
        tempfile::Builder::new().prefix(".kleurboek-").suffix(".tmp").tempfile_in(folder).map_err(
            |error| {
                match error.kind() {
                    ErrorKind::NotFound => Problem::FolderGone,
                    // Tempfile wraps the error and with it loses the system's number, not the kind.
                    _ => error.into(),
                }
            },
        )?;
    if let Some(permissions) = permissions
        && let Err(error) = written.as_file().set_permissions(permissions)
    {
        // Disks without an owner for each file, such as most USB sticks, refuse this.
        log::warn!("the file's mode could not be kept: {error}");
    }
    written.write_all(bytes)?;
    sync(written.as_file())?;
    let (file, path) = written.into_parts();
    drop(file);
    if read_whole(&path)? != bytes {
        return Err(Problem::ReadBackDiffers);
    }
    Ok(path)
}

/// Gives a written file its name.
///
/// On Windows a virus scanner or sync tool may hold the target for a moment: tried again for at most a minute.
pub fn rename(mut written: TempPath, target: &Path, over: Over) -> Result<(), io::Error> {
    let mut patience = Patience::default();
    loop {
        let result = match over {
            Over::Existing => written.persist(target),
            Over::Nothing => written.persist_noclobber(target),
        };
        let failed = match result {
            Ok(()) => return Ok(()),
            Err(failed) => failed,
        };
        if patience.again(&failed.error) {
            written = failed.path;
        } else if over == Over::Nothing && failed.error.kind() != ErrorKind::AlreadyExists && is_free(target)
        {
            // Not every disk can refuse to replace; looking first is the best there is on those.
            return failed.path.persist(target).map_err(|failed| failed.error);
        } else {
            return Err(failed.error);
        }
    }
}

/// Puts the new name itself on the disk.
pub fn sync_folder(target: &Path) -> Result<(), Problem> {
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Many network disks cannot sync a folder; some folders may be written in but not read.
        Err(error) if is_refused(&error) || error.kind() == ErrorKind::PermissionDenied => Ok(()),
        result => Ok(result?),
    }
}

fn sync(file: &File) -> Result<(), Problem> {
    match file.sync_all() {
        // macOS asks the disk to empty its own cache, which network disks refuse.
        Err(error) if cfg!(target_os = "macos") && is_refused(&error) => {
            log::warn!("no full sync here: {error}");
            Ok(())
        }
        result => Ok(result?),
    }
}

fn is_refused(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}

fn is_free(target: &Path) -> bool {
    fs::symlink_metadata(target).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// How often a rename is tried again.
#[derive(Default)]
struct Patience {
    #[cfg(windows)]
    waited: std::time::Duration,
}

impl Patience {
    /// Waits a little when it may help: Windows errors 5 (access denied) and 32 (in use).
    #[cfg(windows)]
    fn again(&mut self, error: &io::Error) -> bool {
        use std::time::Duration;
        if !matches!(error.raw_os_error(), Some(5 | 32)) || self.waited >= Duration::from_mins(1) {
            return false;
        }
        let step = (self.waited / 4).clamp(Duration::from_millis(10), Duration::from_millis(100));
        std::thread::sleep(step);
        self.waited += step;
        true
    }

    #[cfg(not(windows))]
    #[expect(clippy::unused_self, clippy::needless_pass_by_ref_mut, reason = "only Windows has to wait")]
    fn again(&mut self, _error: &io::Error) -> bool {
        false
    }
}
