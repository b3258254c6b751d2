//! Memory that was needed for a moment goes back to the machine.

/// What is larger is asked of the machine by itself, in bytes: above what a frame needs, below a book of years.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: i32 = 1024 * 1024;

/// What is free at the end of what the allocator has is kept up to so much, in bytes, until it is given back.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const KEPT: i32 = 64 * 1024 * 1024;

/// Has what is large asked of the machine by itself, so that it can be given back by itself. Left alone, the usual
/// allocator of Linux keeps texts of a few megabytes in a row with all the rest after the first of them.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library offers this in no safe form")]
pub fn keep_large_apart() {
    // SAFETY: takes no pointers (mallopt(3)); called at the start, before there are other threads.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
        libc::mallopt(libc::M_TRIM_THRESHOLD, KEPT);
    }
}

/// Elsewhere the allocator does so by itself.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub const fn keep_large_apart() {}

/// Makes room on this thread for many small things, `pieces` times a megabyte. On a thread the usual allocator of Linux
/// asks for room page by page; each time, a thread that makes a window meanwhile and loads what it needs for that has to
/// wait. Room that is not used takes no memory.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn make_room(pieces: usize) {
    // A page less, so that it is not asked for by itself.
    let size = usize::try_from(LARGE).unwrap_or_default().saturating_sub(4096);
    let room: Vec<Vec<u8>> = (0..pieces).map(|_| Vec::with_capacity(size)).collect();
    drop(std::hint::black_box(room));
}

/// Elsewhere the allocator does so by itself.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub const fn make_room(_pieces: usize) {}

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
