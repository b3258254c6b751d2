//! A book opened in the Finder: by a double click, or dropped on the icon in the Dock.
//!
//! macOS tells of it in an Apple Event, which winit does not pass on. A handler for it has to be set when the
//! application is about to finish launching: set earlier, AppKit puts its own over it; set later, the event of the
//! double click that started the program is gone.

#![expect(unsafe_code, reason = "macOS tells of files by calling the methods of an Objective-C class")]

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use egui::{Context, ViewportCommand};
use objc2::{AnyThread, define_class, msg_send, rc::Retained, sel};
use objc2_app_kit::NSApplicationWillFinishLaunchingNotification;
use objc2_foundation::{
    NSAppleEventDescriptor, NSAppleEventManager, NSNotification, NSNotificationCenter, NSObject,
    NSObjectProtocol,
};

use super::{app::App, leaving::Leaving};

/// `kCoreEventClass`.
const CORE_EVENTS: u32 = u32::from_be_bytes(*b"aevt");
/// `kAEOpenDocuments`.
const OPEN_DOCUMENTS: u32 = u32::from_be_bytes(*b"odoc");
/// `keyDirectObject`: where such an event has its files.
const FILES: u32 = u32::from_be_bytes(*b"----");

/// What was asked for and not yet opened, and the window to wake for it.
static ASKED: Mutex<Asked> = Mutex::new(Asked { book: None, window: None });

struct Asked {
    book: Option<PathBuf>,
    window: Option<Context>,
}

fn asked<T>(change: impl FnOnce(&mut Asked) -> T) -> T {
    change(&mut ASKED.lock().unwrap_or_else(PoisonError::into_inner))
}

define_class!(
    // SAFETY: NSObject asks nothing of a subclass, and this one has no state and no `Drop`.
    #[unsafe(super(NSObject))]
    #[name = "KleurboekFinder"]
    struct Finder;

    // SAFETY: NSObject's own protocol.
    unsafe impl NSObjectProtocol for Finder {}

    impl Finder {
        // SAFETY: the signature of a method that is called with a notification.
        #[unsafe(method(willFinishLaunching:))]
        fn will_finish_launching(&self, _notification: &NSNotification) {
            let manager = NSAppleEventManager::sharedAppleEventManager();
            // SAFETY: the selector is the method below, which has the signature that is asked; both codes are `OSType`.
            let () = unsafe {
                msg_send![
                    &*manager,
                    setEventHandler: self,
                    andSelector: sel!(openDocuments:withReplyEvent:),
                    forEventClass: CORE_EVENTS,
                    andEventID: OPEN_DOCUMENTS,
                ]
            };
        }

        // SAFETY: the signature of a handler of Apple Events.
        #[unsafe(method(openDocuments:withReplyEvent:))]
        fn open_documents(&self, event: &NSAppleEventDescriptor, _reply: &NSAppleEventDescriptor) {
            let Some(book) = first_file(event) else { return };
            let window = asked(|asked| {
                asked.book = Some(book);
                asked.window.clone()
            });
            if let Some(window) = window {
                window.request_repaint();
            }
        }
    }
);

/// One window has one book, so the first of the files.
fn first_file(event: &NSAppleEventDescriptor) -> Option<PathBuf> {
    // SAFETY: the method takes an `OSType` and gives a descriptor or nothing.
    let files: Option<Retained<NSAppleEventDescriptor>> =
        unsafe { msg_send![event, paramDescriptorForKeyword: FILES] };
    // Counted from one.
    files?.descriptorAtIndex(1)?.fileURLValue()?.to_file_path()
}

/// Listens from now on; before the window is opened, and on the main thread.
pub(super) fn listen() {
    let this = Finder::alloc().set_ivars(());
    // SAFETY: NSObject's `init` takes nothing and gives the object itself.
    let finder: Retained<Finder> = unsafe { msg_send![super(this), init] };
    // SAFETY: the selector is the method above, which takes a notification; the name is a constant of AppKit.
    unsafe {
        NSNotificationCenter::defaultCenter().addObserver_selector_name_object(
            &finder,
            sel!(willFinishLaunching:),
            Some(NSApplicationWillFinishLaunchingNotification),
            None,
        );
    }
    // Neither the centre nor the manager keeps it, and both call it as long as the program runs.
    std::mem::forget(finder);
}

/// The book that was double-clicked at the start, if one was; from now on others wake the window of `ctx`.
pub(super) fn starting(ctx: &Context) -> Option<PathBuf> {
    asked(|asked| {
        asked.window = Some(ctx.clone());
        asked.book.take()
    })
}

impl App {
    /// Opens the book that was asked for in the Finder while the window was open.
    pub(super) fn open_from_finder(&mut self, ctx: &Context) {
        if let Some(book) = asked(|asked| asked.book.take()) {
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            self.leave(ctx, Leaving::ForBook(book));
        }
    }
}
