//! The system calls by name, as far as they matter for files.

use std::{
    fs::{self, File},
    os::unix::fs::FileExt as _,
    path::PathBuf,
};

use nix::{libc, unistd::Pid};

/// Calls with a path, and which argument that is; then those with an open file.
const WITH_PATH: [(i64, &str, usize); 28] = [
    (libc::SYS_open, "open", 0),
    (libc::SYS_openat, "openat", 1),
    (libc::SYS_stat, "stat", 0),
    (libc::SYS_lstat, "lstat", 0),
    (libc::SYS_newfstatat, "newfstatat", 1),
    (libc::SYS_statx, "statx", 1),
    (libc::SYS_access, "access", 0),
    (libc::SYS_faccessat, "faccessat", 1),
    (libc::SYS_faccessat2, "faccessat2", 1),
    (libc::SYS_mkdir, "mkdir", 0),
    (libc::SYS_mkdirat, "mkdirat", 1),
    (libc::SYS_rmdir, "rmdir", 0),
    (libc::SYS_rename, "rename", 0),
    (libc::SYS_renameat, "renameat", 1),
    (libc::SYS_renameat2, "renameat2", 1),
    (libc::SYS_link, "link", 0),
    (libc::SYS_linkat, "linkat", 1),
    (libc::SYS_symlink, "symlink", 0),
    (libc::SYS_symlinkat, "symlinkat", 0),
    (libc::SYS_unlink, "unlink", 0),
    (libc::SYS_unlinkat, "unlinkat", 1),
    (libc::SYS_readlink, "readlink", 0),
    (libc::SYS_readlinkat, "readlinkat", 1),
    (libc::SYS_chmod, "chmod", 0),
    (libc::SYS_fchmodat, "fchmodat", 1),
    (libc::SYS_truncate, "truncate", 0),
    (libc::SYS_utimensat, "utimensat", 1),
    (libc::SYS_statfs, "statfs", 0),
];

const WITH_DESCRIPTOR: [(i64, &str); 19] = [
    (libc::SYS_read, "read"),
    (libc::SYS_readv, "readv"),
    (libc::SYS_pread64, "pread64"),
    (libc::SYS_write, "write"),
    (libc::SYS_writev, "writev"),
    (libc::SYS_pwrite64, "pwrite64"),
    (libc::SYS_close, "close"),
    (libc::SYS_fstat, "fstat"),
    (libc::SYS_lseek, "lseek"),
    (libc::SYS_fsync, "fsync"),
    (libc::SYS_fdatasync, "fdatasync"),
    (libc::SYS_ftruncate, "ftruncate"),
    (libc::SYS_fallocate, "fallocate"),
    (libc::SYS_flock, "flock"),
    (libc::SYS_fchmod, "fchmod"),
    (libc::SYS_fchown, "fchown"),
    (libc::SYS_getdents64, "getdents64"),
    (libc::SYS_sendfile, "sendfile"),
    (libc::SYS_copy_file_range, "copy_file_range"),
];

/// The name of a call, or its number.
pub fn name_of(number: u64) -> String {
    let number = number.cast_signed();
    let with_path = WITH_PATH.iter().map(|(call, name, _)| (call, name));
    let with_descriptor = WITH_DESCRIPTOR.iter().map(|(call, name)| (call, name));
    let known = with_path.chain(with_descriptor).find(|(call, _)| **call == number);
    known.map_or_else(|| format!("call {number}"), |(_, name)| (*name).to_owned())
}

/// Which argument of a call is its path; none when it has none.
pub fn paths_of(name: &str) -> Option<usize> {
    WITH_PATH.iter().find(|(_, known, _)| *known == name).map(|(.., argument)| *argument)
}

/// Whether the call is about an open file.
pub fn takes_a_descriptor(name: &str) -> bool {
    WITH_DESCRIPTOR.iter().any(|(_, known)| *known == name)
}

/// Whether the call is about a file at all.
pub fn is_about_a_file(name: &str) -> bool {
    paths_of(name).is_some() || takes_a_descriptor(name)
}

/// The file that a call is about; none for the terminal and what is no file.
pub fn file_of(pid: Pid, registers: &libc::user_regs_struct, name: &str) -> Option<PathBuf> {
    if takes_a_descriptor(name) {
        let link = fs::read_link(format!("/proc/{pid}/fd/{}", registers.rdi)).ok()?;
        return (registers.rdi > 2 && link.is_absolute()).then_some(link);
    }
    let address = match paths_of(name)? {
        0 => registers.rdi,
        _ => registers.rsi,
    };
    let mut bytes = [0; 512];
    // At the end of a page less may be readable.
    let memory = File::open(format!("/proc/{pid}/mem")).ok()?;
    let got = memory.read_at(&mut bytes, address).ok()?;
    let end = bytes.iter().take(got).position(|byte| *byte == 0)?;
    Some(PathBuf::from(String::from_utf8_lossy(&bytes[..end]).into_owned()))
}
