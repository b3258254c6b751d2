//! Who else may open a file: its group, and on Linux its access list. A save puts a new file in the place of the old one.

use std::{
    fs::{self, Permissions},
    io,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::Path,
};

/// Gives the file at `to` the group and the access list of the one at `from`. What cannot be given is given to nobody:
/// another group, or a list that is missing, would let in others than before.
pub fn copy(from: &Path, to: &Path) {
    if let Err(error) = copy_group(from, to).and_then(|()| copy_list(from, to)) {
        log::warn!("who else may open the book could not be kept: {error}");
        if let Err(error) = keep_from_group(to) {
            log::warn!("and it could not be closed to others: {error}");
        }
    }
}

fn copy_group(from: &Path, to: &Path) -> io::Result<()> {
    let (wanted, now) = (fs::metadata(from)?, fs::metadata(to)?);
    if wanted.gid() != now.gid() {
        chown(to, None, Some(wanted.gid()))?;
        // A change of group may take bits away.
        fs::set_permissions(to, wanted.permissions())?;
    }
    Ok(())
}

/// The group may do no more than anybody.
fn keep_from_group(path: &Path) -> io::Result<()> {
    let mode = fs::metadata(path)?.permissions().mode();
    fs::set_permissions(path, Permissions::from_mode(mode & !0o070 | (mode & 0o007) << 3))
}

#[cfg(target_os = "linux")]
fn copy_list(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::{
        fs::{XattrFlags, getxattr, removexattr, setxattr},
        io::Errno,
    };
    /// What Linux calls an access list.
    const LIST: &str = "system.posix_acl_access";
    /// A list is at most as long as any attribute.
    const LONGEST: usize = 65_536;

    let read = |path: &Path| {
        let mut list = vec![0; LONGEST];
        match getxattr(path, LIST, list.as_mut_slice()) {
            Ok(length) => {
                list.truncate(length);
                Ok(Some(list))
            }
            // There is none, or the disk knows none.
            Err(Errno::NODATA | Errno::OPNOTSUPP) => Ok(None),
            Err(error) => Err(error),
        }
    };
    match (read(from)?, read(to)?) {
        (wanted, now) if wanted == now => {}
        (Some(wanted), _) => setxattr(to, LIST, &wanted, XattrFlags::empty())?,
        // The folder gives one to each new file.
        (None, _) => {
            removexattr(to, LIST)?;
            fs::set_permissions(to, fs::metadata(from)?.permissions())?;
        }
    }
    Ok(())
}

/// Elsewhere there is no safe call for it.
#[cfg(not(target_os = "linux"))]
fn copy_list(_from: &Path, _to: &Path) -> io::Result<()> {
    Ok(())
}
