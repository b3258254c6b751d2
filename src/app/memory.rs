//! Memory that was needed for a moment goes back to the machine.

/// What is larger is asked of the machine by itself, in bytes: above what a frame needs, below a book of years.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: i32 = 1024 * 1024;

/// Has what is large asked of the machine by itself, so that it can be given back by itself. Left alone, the usual
/// allocator of Linux keeps texts of a few megabytes in a row with all the rest after the first of them.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library offers this in no safe form")]
pub fn keep_large_apart() {
    // SAFETY: takes no pointers (mallopt(3)); called at the start, before there are other threads.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
    }
}

/// Elsewhere the allocator does so by itself.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub const fn keep_large_apart() {}

/// Gives back what the allocator keeps for later. Reading or writing a book takes several times its size for a moment;
/// the usual allocator of Linux would keep most of that until the program ends.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library offers this in no safe form")]
pub fn give_back() {
    // SAFETY: takes no pointers, and may be called on any thread at any time (malloc_trim(3)).
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Elsewhere the allocator does so by itself.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub const fn give_back() {}
