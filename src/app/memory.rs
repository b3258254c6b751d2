//! Memory that was needed for a moment goes back to the machine.

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
