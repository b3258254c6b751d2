//! The console somebody started the program from. On Windows a program with a window has none of its own.

/// Where a line goes.
#[derive(Clone, Copy, Debug)]
pub enum Stream {
    /// What was asked for.
    Output,
    /// What went wrong.
    Errors,
}

/// Makes sure that a line to `stream` arrives: in the file or the pipe it was sent to, or else in the console the
/// program was started from, where there is one.
///
/// Only when there is something to say: closing a console ends every program that uses it, and the window must stay.
#[cfg(windows)]
#[expect(unsafe_code, reason = "Windows offers no safe call for this")]
pub fn reach(stream: Stream) {
    use windows_sys::Win32::{
        Storage::FileSystem::{FILE_TYPE_DISK, FILE_TYPE_PIPE, GetFileType},
        System::Console::{
            ATTACH_PARENT_PROCESS, AttachConsole, GetStdHandle, STD_ERROR_HANDLE, STD_OUTPUT_HANDLE,
        },
    };
    let stream = match stream {
        Stream::Output => STD_OUTPUT_HANDLE,
        Stream::Errors => STD_ERROR_HANDLE,
    };
    // SAFETY: takes numbers only, and no handle is kept; what is none, is of no type.
    let kind = unsafe { GetFileType(GetStdHandle(stream)) };
    // Using the console would send to it what was meant for a file.
    if kind != FILE_TYPE_DISK && kind != FILE_TYPE_PIPE {
        // SAFETY: takes a number only; failing (no console) is fine and changes nothing.
        unsafe {
            AttachConsole(ATTACH_PARENT_PROCESS);
        }
    }
}

/// Elsewhere every line arrives by itself.
#[cfg(not(windows))]
pub const fn reach(_stream: Stream) {}
