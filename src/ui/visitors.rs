//! Other starts of the program at the door of the open book: the window comes forward, or shows what they noted.

use std::path::Path;

use egui::{Context, UserAttentionType, ViewportCommand};

use super::{
    app::{App, Stage},
    views::notice_bar::Notice,
};
use crate::app::{
    clock::Clock,
    errand::{guest, host::Served},
};

/// Asked for the keyboard once more after this long, in seconds: a window first has to come out of the taskbar.
const AGAIN: f64 = 0.15;
/// Without the keyboard after this long, it asks for attention: some desktops let no window come forward by itself.
const IN_VAIN: f64 = 0.8;

/// How far coming forward is; the time of its start, in seconds of the window's own time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Forward {
    Asked(f64),
    AskedAgain(f64),
}

impl App {
    /// Does what other starts of the program ask.
    pub(super) fn receive(&mut self, ctx: &Context) {
        if let Stage::Book(open) = &mut self.stage {
            for served in open.serve(Clock::moment()) {
                match served {
                    Served::Did(outcome) => self.tell_outcome(outcome, None),
                    Served::TookBack(deed) => self.notice.say(Notice::Undone(deed)),
                    Served::ComeForward => {
                        if ctx.input(|input| input.viewport().minimized) == Some(true) {
                            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                        }
                        ctx.send_viewport_cmd(ViewportCommand::Focus);
                        self.forward = Some(Forward::Asked(ctx.input(|input| input.time)));
                    }
                }
            }
        }
        self.come_forward(ctx);
    }

    fn come_forward(&mut self, ctx: &Context) {
        let Some(forward) = self.forward else { return };
        let (now, has_keyboard) = ctx.input(|input| (input.time, input.viewport().focused));
        self.forward = match forward {
            Forward::Asked(start) if now < start + AGAIN => Some(forward),
            Forward::Asked(start) => {
                ctx.send_viewport_cmd(ViewportCommand::Focus);
                Some(Forward::AskedAgain(start))
            }
            Forward::AskedAgain(start) if now < start + IN_VAIN => Some(forward),
            Forward::AskedAgain(_) => {
                if has_keyboard == Some(false) {
                    let attention = UserAttentionType::Informational;
                    ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(attention));
                }
                None
            }
        };
        if self.forward.is_some() {
            ctx.request_repaint_after(std::time::Duration::from_millis(50));
        }
    }

    /// Brings forward the other window that has the book at `path` open; from a thread, as that one may be busy.
    pub(super) fn bring_other_forward(&self, path: &Path) {
        let (places, path) = (self.places.clone(), path.to_owned());
        let asking = std::thread::Builder::new().name("kleurboek-ask".to_owned()).spawn(move || {
            if let Err(why) = guest::bring_forward(&places, &path) {
                log::warn!("the other window did not come: {why:?}");
            }
        });
        if let Err(error) = asking {
            log::warn!("the other window could not be asked: {error}");
        }
    }
}
