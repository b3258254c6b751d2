//! Writing a whole file so that there is always either the old one or the new one, never half of one.

use std::{
    fs::Permissions,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::{beside_name::home_of, disk::Disk, open::read_whole, problem::Problem};

/// What the name of a file that is being written starts with.
const START: &str = ".kleurboek-";
/// What it ends in.
const END: &str = ".tmp";
/// Who makes what only one can be making: a file of the program's own, or one that is not there yet.
const NOBODY: &str = "";
/// Names tried for it before giving up, and times a whole file is written anew.
const MOST_TRIES: usize = 5;

/// Whether a file that is already there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Yes.
    Existing,
    /// No: then [`io::ErrorKind::AlreadyExists`].
    Nothing,
}

/// A whole file beside the one it is for, on the disk itself, without its name yet. Gone when it never gets that.
#[derive(Debug)]
pub struct Written<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    is_named: bool,
}

impl Drop for Written<'_> {
    fn drop(&mut self) {
        if !self.is_named {
            remove(self.disk, &self.path);
        }
    }
}

/// Writes `bytes` to `target`, whatever was there, and makes its folder.
pub fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<(), Problem> {
    make_folder(disk, folder_of(target))?;
    let mut tries = 0;
    loop {
        tries += 1;
        let result = write_near(disk, target, NOBODY, bytes, None)
            .and_then(|written| Ok(rename(written, target, Over::Existing)?));
        match result {
            // Another window that starts meanwhile may take what is being written for something left behind.
            Err(Problem::NotFound) if tries < MOST_TRIES => {}
            result => {
                result?;
                return sync_folder(disk, target);
            }
        }
    }
}

/// Writes `bytes` to a new file beside `target`, to the disk itself, and reads them back. `maker` names who writes it,
/// as [`remove_leftovers_of`] takes it.
///
/// Without `permissions` only this person may read it; with them, whoever may open `target`.
pub fn write_near<'a>(
    disk: &'a dyn Disk,
    target: &Path,
    maker: &str,
    bytes: &[u8],
    permissions: Option<&Permissions>,
) -> Result<Written<'a>, Problem> {
    let mut tries = 0;
    let (path, mut file) = loop {
        tries += 1;
        let path = new_name(target, maker)?;
        match disk.create(&path, permissions) {
            Ok(file) => break (path, file),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tries < MOST_TRIES => {}
            Err(error) => {
                // It may say that it failed and have made it all the same.
                remove(disk, &path);
                return Err(match error.kind() {
                    ErrorKind::NotFound => Problem::FolderGone,
                    _ => error.into(),
                });
            }
        }
    };
    let written = Written { disk, path, is_named: false };
    if permissions.is_some() {
        disk.copy_access(target, &written.path);
    }
    let done = file.write_all(bytes).and_then(|()| file.sync());
    // Windows does not remove a file that is open.
    drop(file);
    done?;
    if read_whole(disk, &written.path)? != bytes {
        return Err(Problem::ReadBackDiffers);
    }
    Ok(written)
}

/// Gives a written file its name.
///
/// On Windows a virus scanner or sync tool may hold the target for a moment: tried again for at most a minute.
pub fn rename(mut written: Written<'_>, target: &Path, over: Over) -> Result<(), io::Error> {
    let mut patience = Patience::default();
    loop {
        let result = match over {
            Over::Existing => written.disk.rename(&written.path, target),
            Over::Nothing => written.disk.rename_new(&written.path, target),
        };
        let Err(error) = result else { break };
        if patience.again(&error) {
            continue;
        }
        if over == Over::Existing
            || error.kind() == ErrorKind::AlreadyExists
            || !is_free(written.disk, target)
        {
            return Err(error);
        }
        // Not every disk can refuse to replace; looking first is the best there is on those.
        written.disk.rename(&written.path, target)?;
        break;
    }
    written.is_named = true;
    Ok(())
}

/// Puts the new name itself on the disk.
pub fn sync_folder(disk: &dyn Disk, target: &Path) -> Result<(), Problem> {
    match disk.sync_folder(folder_of(target)) {
        // Many network disks cannot sync a folder; some folders may be written in but not read.
        Err(error) if is_refused(&error) || error.kind() == ErrorKind::PermissionDenied => Ok(()),
        result => Ok(result?),
    }
}

/// Puts the new name itself on the disk, and those of all folders above: a file in a folder that is lost is lost too.
pub fn sync_folders_above(disk: &dyn Disk, target: &Path) -> Result<(), Problem> {
    let mut named = target.ancestors().filter(|path| path.parent().is_some());
    named.try_for_each(|path| sync_folder(disk, path))
}

/// Makes a folder and those above it, and puts the names of the new ones on the disk itself.
pub fn make_folder(disk: &dyn Disk, folder: &Path) -> Result<(), Problem> {
    let is_missing =
        |folder: &Path| disk.about(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound);
    let new: Vec<&Path> = folder.ancestors().take_while(|folder| is_missing(folder)).collect();
    if new.is_empty() {
        return Ok(());
    }
    disk.create_folders(folder)?;
    new.into_iter().try_for_each(|folder| sync_folder(disk, folder))
}

/// Removes what a crash left behind while `target` was written. Only for who is certain that nobody is writing it.
pub fn remove_leftovers(disk: &dyn Disk, target: &Path) {
    remove_leftovers_of(disk, target, NOBODY);
}

/// The same, of what `maker` was writing: another home or machine may be writing the same file at this moment.
pub fn remove_leftovers_of(disk: &dyn Disk, target: &Path, maker: &str) {
    remove_starting_with(disk, folder_of(target), &start_for(target, maker));
}

/// Removes what a crash left behind in a folder that is all ours.
pub fn remove_all_leftovers(disk: &dyn Disk, folder: &Path) {
    remove_starting_with(disk, folder, START);
}

/// The folder a file is in.
pub fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn remove_starting_with(disk: &dyn Disk, folder: &Path, start: &str) {
    // A folder that may not be read or is not there yet holds nothing that could be removed.
    for path in disk.list(folder).unwrap_or_default() {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with(start) && name.ends_with(END) {
            remove(disk, &path);
        }
    }
}

fn remove(disk: &dyn Disk, path: &Path) {
    if let Err(error) = disk.remove(path)
        && error.kind() != ErrorKind::NotFound
    {
        log::warn!("left behind until the next start: {}: {error}", path.display());
    }
}

/// Names the file it is for and who makes it, so that one window never removes what another is writing. A file beside a
/// book is named as the book, which it comes back to.
fn start_for(target: &Path, maker: &str) -> String {
    let home = home_of(target);
    let name = home.as_deref().unwrap_or(target).file_name().unwrap_or_default().as_encoded_bytes();
    let key = blake3::hash(&[name, maker.as_bytes()].concat()).to_hex();
    format!("{START}{}-", key.get(..8).unwrap_or_default())
}

fn new_name(target: &Path, maker: &str) -> Result<PathBuf, Problem> {
    let random = getrandom::u64().map_err(|_| Problem::Other("no randomness".to_owned()))?;
    Ok(folder_of(target).join(format!("{}{random:016x}{END}", start_for(target, maker))))
}

fn is_refused(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}

fn is_free(disk: &dyn Disk, target: &Path) -> bool {
    disk.about_itself(target).is_err_and(|error| error.kind() == ErrorKind::NotFound)
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
