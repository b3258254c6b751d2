//! Memory counted as it is asked for, so that a test can say how much a deed took at most.
#![allow(unsafe_code, reason = "an allocator cannot be written without; this one only counts")]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's own, counted.
pub struct Counting;

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Large blocks are moved by the system without a second copy of them.
        NOW.fetch_sub(layout.size(), Relaxed);
        more(size);
        unsafe { System.realloc(place, layout, size) }
    }
}

fn more(size: usize) {
    let now = NOW.fetch_add(size, Relaxed) + size;
    PEAK.fetch_max(now, Relaxed);
}

/// What `deed` gives, and the bytes it held at most at one moment, above those held before.
pub fn peak_of<T>(deed: impl FnOnce() -> T) -> (T, usize) {
    let before = NOW.load(Relaxed);
    PEAK.store(before, Relaxed);
    let result = deed();
    (result, PEAK.load(Relaxed).saturating_sub(before))
}

/// The most bytes that a file of so many may take while it is read.
pub fn allowed(file: usize) -> usize {
    20 * file + (64 << 20)
}
