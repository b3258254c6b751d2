//! Drives under Linux: what is mounted where, as the kernel tells it (proc(5), `/proc/self/mountinfo`).

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use super::Volume;

/// File systems of other machines, which are the same wherever they are mounted.
const OF_A_NETWORK: [&str; 9] =
    ["9p", "afs", "ceph", "cifs", "fuse.davfs", "fuse.rclone", "fuse.sshfs", "nfs4", "smb3"];

/// Something that is mounted.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mount {
    /// What tells its drive from others.
    id: String,
    /// The folder of that drive which is shown.
    root: PathBuf,
    /// Where it is shown.
    at: PathBuf,
}

/// Everything that is mounted, but for what the system itself is on.
#[derive(Debug, Default)]
pub(super) struct Mounts(Vec<Mount>);

impl Mounts {
    /// What the kernel says now; nothing where it says nothing.
    pub(super) fn of_this_machine() -> Self {
        let text = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        Self::read(&text, &names_of_drives())
    }

    /// From the kernel's text; `names` are the lasting names of drives by their numbers, such as `8:1`.
    fn read(text: &str, names: &BTreeMap<String, String>) -> Self {
        let mounts = text.lines().filter_map(|line| {
            let (before, after) = line.split_once(" - ")?;
            let mut fields = before.split(' ').skip(2);
            let (number, root, at) = (fields.next()?, fields.next()?, fields.next()?);
            let mut fields = after.split(' ');
            let (kind, source) = (fields.next()?, unescaped(fields.next()?));
            let at = PathBuf::from(unescaped(at));
            if at == Path::new("/") {
                return None;
            }
            let id = if let Some(name) = names.get(number) {
                format!("uuid {name}")
            } else if kind == "nfs" || OF_A_NETWORK.contains(&kind) {
                format!("net {}", source.to_string_lossy())
            } else {
                // It has no name of its own, but what is not mounted there is not there.
                format!("at {}", at.display())
            };
            Some(Mount { id, root: PathBuf::from(unescaped(root)), at })
        });
        Self(mounts.collect())
    }

    pub(super) fn volume_of(&self, path: &Path) -> Option<Volume> {
        // What was mounted last lies over what was there before.
        let mount = self
            .0
            .iter()
            .filter(|mount| path.starts_with(&mount.at))
            .enumerate()
            .max_by_key(|(order, mount)| (mount.at.components().count(), *order))
            .map(|(_, mount)| mount)?;
        let inside = mount.root.join(path.strip_prefix(&mount.at).ok()?);
        Some(Volume { id: mount.id.clone(), inside })
    }

    pub(super) fn places_of(&self, volume: &Volume) -> Vec<PathBuf> {
        self.0
            .iter()
            .filter(|mount| mount.id == volume.id)
            .filter_map(|mount| Some(mount.at.join(volume.inside.strip_prefix(&mount.root).ok()?)))
            .collect()
    }
}

/// The lasting names of the drives that have one, by their numbers.
fn names_of_drives() -> BTreeMap<String, String> {
    let entries = fs::read_dir("/dev/disk/by-uuid").into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let device = fs::metadata(entry.path()).ok()?.rdev();
        // As glibc's major() and minor() take them apart.
        let major = ((device >> 8) & 0xfff) | ((device >> 32) & 0xffff_f000);
        let minor = (device & 0xff) | ((device >> 12) & 0xffff_ff00);
        Some((format!("{major}:{minor}"), entry.file_name().to_string_lossy().into_owned()))
    });
    named.collect()
}

/// A field of the kernel's text, in which `\040` is a space.
fn unescaped(field: &str) -> std::ffi::OsString {
    use std::os::unix::ffi::OsStringExt as _;
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let octal = after
            .get(..3)
            .filter(|_| *first == b'\\')
            .and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 8).ok());
        bytes.push(octal.unwrap_or(*first));
        rest = if octal.is_some() { after.get(3..).unwrap_or_default() } else { after };
    }
    std::ffi::OsString::from_vec(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
21 1 259:2 / / rw,relatime - ext4 /dev/nvme0n1p2 rw
22 21 259:3 / /home rw,relatime shared:2 - ext4 /dev/nvme0n1p3 rw
23 21 8:17 / /media/noor/USB\\040STICK rw shared:3 - vfat /dev/sdb1 rw
24 21 8:17 / /mnt/again rw shared:3 - vfat /dev/sdb1 rw
25 21 0:50 / /mnt/studio rw - cifs //nas/studio rw
26 21 0:51 / /scratch rw - tmpfs tmpfs rw
27 22 259:3 /noor/werk /werk rw - ext4 /dev/nvme0n1p3 rw
";

    fn mounts(text: &str) -> Mounts {
        let names = [("259:2", "root"), ("259:3", "home"), ("8:17", "1A2B-3C4D")];
        Mounts::read(text, &names.map(|(number, name)| (number.to_owned(), name.to_owned())).into())
    }

    fn volume(path: &str) -> Option<Volume> {
        mounts(MOUNTS).volume_of(Path::new(path))
    }

    fn drive(id: &str, inside: &str) -> Volume {
        Volume { id: id.to_owned(), inside: inside.into() }
    }

    #[test]
    fn a_stick_is_the_same_one_wherever_it_is_mounted() {
        let stick = Some(drive("uuid 1A2B-3C4D", "/boek.kleurboek"));
        assert_eq!(volume("/media/noor/USB STICK/boek.kleurboek"), stick);
        assert_eq!(volume("/mnt/again/boek.kleurboek"), stick);
        assert_eq!(volume("/mnt/studio/a/b"), Some(drive("net //nas/studio", "/a/b")));
        assert_eq!(volume("/scratch/a"), Some(drive("at /scratch", "/a")));
        assert_eq!(volume("/home/noor/werk/b"), Some(drive("uuid home", "/noor/werk/b")));
        assert_eq!(volume("/werk/b"), Some(drive("uuid home", "/noor/werk/b")), "two paths to one file");
        assert_eq!(volume("/etc/a"), None, "always there");
    }

    #[test]
    fn an_unplugged_stick_is_nowhere() {
        let all = mounts(MOUNTS);
        let stick = all.volume_of(Path::new("/mnt/again/boek.kleurboek")).unwrap();
        let places = all.places_of(&stick);
        assert_eq!(
            places,
            ["/media/noor/USB STICK/boek.kleurboek", "/mnt/again/boek.kleurboek"].map(PathBuf::from)
        );
        let without: Vec<&str> = MOUNTS.lines().filter(|line| !line.contains("8:17")).collect();
        assert_eq!(mounts(&without.join("\n")).places_of(&stick), [] as [PathBuf; 0]);
        let elsewhere =
            MOUNTS.replace("/mnt/again", "/mnt/other").replace("/media/noor/USB\\040STICK", "/mnt/third");
        assert_eq!(mounts(&elsewhere).places_of(&stick).len(), 2);
    }
}
