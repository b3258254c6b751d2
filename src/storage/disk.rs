//! The disk, as a small set of calls, so that tests can put a failing one in its place.
#![expect(clippy::disallowed_methods, reason = "this is the one place that renames and removes files")]

use std::{
    fmt::Debug,
    fs::{self, File, Permissions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    bin::{self, Bin},
    volume::{self, Volume},
};

/// What there is to know of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is.
    pub kind: Kind,
    /// Its size, in bytes.
    pub size: u64,
    /// When it was last written, as the disk says; none where it does not.
    pub modified: Option<SystemTime>,
    /// Who may do what with it.
    pub permissions: Permissions,
}

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A link, when links are not followed.
    Link,
    /// A pipe, a device or the like: never opened, as that may wait for ever.
    Other,
}

/// Every call by which a book, its journal and its backups reach the disk. Each may fail at any time.
pub trait Disk: Debug + Send + Sync {
    /// What lies at `path`, behind any link.
    ///
    /// # Errors
    /// As [`fs::metadata`].
    fn about(&self, path: &Path) -> io::Result<About>;

    /// What lies at `path` itself, a link included.
    ///
    /// # Errors
    /// As [`fs::symlink_metadata`].
    fn about_itself(&self, path: &Path) -> io::Result<About>;

    /// The file that a path with links means.
    ///
    /// # Errors
    /// As [`fs::canonicalize`].
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// At most the first `most` bytes of a file, also when it grows meanwhile.
    ///
    /// # Errors
    /// As [`File::open`] and [`Read::read_to_end`].
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;

    /// The paths in a folder, in the order of their names.
    ///
    /// # Errors
    /// As [`fs::read_dir`].
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// As [`fs::create_dir_all`].
    fn create_folders(&self, folder: &Path) -> io::Result<()>;

    /// A new file, never one that was there. Without `permissions`, only this person may read it.
    ///
    /// # Errors
    /// As [`File::create_new`].
    fn create(&self, path: &Path, permissions: Option<&Permissions>) -> io::Result<Box<dyn NewFile>>;

    /// Lets the same others open the file at `to` as the one at `from`, or fewer. A disk without groups and access lists
    /// has nothing to do.
    fn copy_access(&self, _from: &Path, _to: &Path) {}

    /// Gives a file another name, instead of what had that name.
    ///
    /// # Errors
    /// As [`fs::rename`].
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives a file a name that no file has yet.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`]; otherwise as [`fs::rename`].
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    /// As [`fs::remove_file`].
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Moves a file to the bin, out of which a person can take it again.
    ///
    /// # Errors
    /// Why not, such as that there is no bin for this disk. It is where it was then.
    fn to_bin(&self, path: &Path, bin: &Bin) -> io::Result<()>;

    /// Puts the names in a folder on the disk itself.
    ///
    /// # Errors
    /// As [`File::sync_all`].
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// The drive that a path without links is on; none for what is always there.
    fn volume_of(&self, path: &Path) -> Option<Volume> {
        let _ = path;
        None
    }

    /// Where a file on a drive is now; nowhere while the drive is not there.
    fn places_of(&self, volume: &Volume) -> Vec<PathBuf> {
        let _ = volume;
        Vec::new()
    }
}

/// A file that is being written.
pub trait NewFile: Debug + Send {
    /// Writes all of `bytes` behind what was written before.
    ///
    /// # Errors
    /// As [`Write::write_all`].
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Puts what was written on the disk itself. One that failed is never tried again on the same file: it may say yes
    /// without having done anything.
    ///
    /// # Errors
    /// As [`File::sync_all`].
    fn sync(&mut self) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        fs::metadata(path).map(About::from)
    }

    fn about_itself(&self, path: &Path) -> io::Result<About> {
        fs::symlink_metadata(path).map(About::from)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let size = file.metadata()?.len().min(most);
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        file.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths = fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn create(&self, path: &Path, permissions: Option<&Permissions>) -> io::Result<Box<dyn NewFile>> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        if let Some(permissions) = permissions
            && let Err(error) = file.set_permissions(permissions.clone())
        {
            // Disks without an owner for each file, such as most USB sticks, refuse this.
            log::warn!("the file's mode could not be kept: {error}");
        }
        Ok(Box::new(file))
    }

    #[cfg(unix)]
    fn copy_access(&self, from: &Path, to: &Path) {
        super::access::copy(from, to);
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        // Tempfile knows the call for it on every system; the path is ours to drop when it fails.
        let from = tempfile::TempPath::try_from_path(from)?;
        from.persist_noclobber(to).map_err(|failed| {
            let _ = failed.path.keep();
            failed.error
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn to_bin(&self, path: &Path, bin: &Bin) -> io::Result<()> {
        match bin {
            Bin::OfTheSystem => bin::move_to_bin_of_the_system(path),
            Bin::Folder(folder) => bin::move_to_folder(self, path, folder),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { sync(&File::open(folder)?) } else { Ok(()) }
    }

    fn volume_of(&self, path: &Path) -> Option<Volume> {
        volume::volume_of(path)
    }

    fn places_of(&self, volume: &Volume) -> Vec<PathBuf> {
        volume::places_of(volume)
    }
}

impl NewFile for File {
    fn write_all(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        // Not std's own, which panics when the system says that it wrote more than it was given.
        while !bytes.is_empty() {
            match self.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                written => {
                    let rest = written.map(|count| bytes.get(count..).filter(|_| count > 0))?;
                    bytes = rest.ok_or(io::ErrorKind::WriteZero)?;
                }
            }
        }
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        sync(self)
    }
}

/// To the disk itself; on macOS that also means out of the disk's own cache.
fn sync(file: &File) -> io::Result<()> {
    match file.sync_all() {
        // Network disks refuse that much: EINVAL, ENOTTY, ENOTSUP, EOPNOTSUPP. Nothing was tried yet, so this is no
        // second try of what failed.
        #[cfg(target_os = "macos")]
        Err(error) if matches!(error.raw_os_error(), Some(22 | 25 | 45 | 102)) => {
            log::warn!("no full sync here: {error}");
            Ok(rustix::fs::fsync(file)?)
        }
        result => result,
    }
}

impl From<fs::Metadata> for About {
    fn from(about: fs::Metadata) -> Self {
        let kind = about.file_type();
        let kind = if kind.is_symlink() {
            Kind::Link
        } else if kind.is_dir() {
            Kind::Folder
        } else if kind.is_file() {
            Kind::File
        } else {
            Kind::Other
        };
        Self { kind, size: about.len(), modified: about.modified().ok(), permissions: about.permissions() }
    }
}
