//! The sheets that lie over the screen, last opened on top.

use egui::{Context, Id};

use super::{
    action::SheetKind,
    scene::Scene,
    views::{
        add_client::AddClientSheet, asked::AskedSheet, by_hand::ByHandSheet, changes::ChangesSheet,
        client_card::ClientSheet, correct_income::CorrectSheet, earn::EarnSheet, erase_client::EraseSheet,
        file_place::FilePlaceSheet, join::JoinSheet, keys_sheet::KeysSheet, month_income::MonthSheet,
        not_saved::NotSavedSheet, older::OlderSheet, removed_clients::RemovedClientsSheet,
        rescued::RescuedSheet, still_to_get::StillToGetSheet, versions::VersionsSheet, why::WhySheet,
    },
};
use crate::storage::save::Asked;

/// An open sheet with what is being done on it.
#[derive(Debug)]
pub enum SheetState {
    /// "Ik heb iets verdiend"
    Earn(EarnSheet),
    /// "Waarom dit bedrag?"
    Why(WhySheet),
    /// A month's income.
    Month(MonthSheet),
    /// One income.
    Correct(CorrectSheet),
    /// Everything still to get.
    StillToGet(StillToGetSheet),
    /// A client.
    Client(ClientSheet),
    /// A new client.
    AddClient(AddClientSheet),
    /// "Laatste wijzigingen"
    Changes(ChangesSheet),
    /// "Eerdere versies"
    Versions(VersionsSheet),
    /// The keys.
    Keys(KeysSheet),
    /// A place for a file.
    FilePlace(FilePlaceSheet),
    /// Something could not be written.
    NotSaved(NotSavedSheet),
    /// What a crash had kept from the file.
    Rescued(RescuedSheet),
    /// Another version that takes much away.
    Asked(AskedSheet),
    /// Clients who were taken out.
    Removed(RemovedClientsSheet),
    /// Whether a client should be erased.
    Erase(EraseSheet),
    /// A file that is older than what was last known.
    Older(OlderSheet),
    /// A version that was edited by hand.
    ByHand(ByHandSheet),
    /// A version to put in one with the open book.
    Join(JoinSheet),
}

/// A sheet on the pile, and what had the keyboard before it.
#[derive(Debug)]
pub struct OpenSheet {
    kind: SheetKind,
    state: SheetState,
    return_focus: Option<Id>,
}

/// The pile of open sheets.
#[derive(Debug, Default)]
pub struct Sheets {
    pile: Vec<OpenSheet>,
    give_back: Option<GiveBack>,
}

/// The keyboard, on its way back to where it was before a sheet.
#[derive(Debug)]
struct GiveBack {
    to: Id,
    frames: u8,
}

impl Sheets {
    /// Whether nothing lies over the screen.
    pub fn is_empty(&self) -> bool {
        self.pile.is_empty()
    }

    /// Whether it is asked already about this version of the book: a hand edit stays the same one, whatever is done here
    /// meanwhile.
    pub fn asks(&self, asked: &Asked) -> bool {
        self.pile.iter().any(|sheet| match &sheet.kind {
            SheetKind::Asked(open) if asked.by_hand.is_some() => open.theirs == asked.theirs,
            SheetKind::Asked(open) => **open == *asked,
            _ => false,
        })
    }

    /// Puts a sheet on top. One that lies in the pile already is gone back to.
    pub fn open(&mut self, ctx: &Context, kind: SheetKind, scene: &Scene<'_>) {
        if let Some(at) = self.pile.iter().position(|sheet| sheet.kind == kind) {
            self.pile.truncate(at + 1);
            return;
        }
        egui::Popup::close_all(ctx);
        let state = match &kind {
            SheetKind::Earn(client) => SheetState::Earn(EarnSheet::new(*client)),
            SheetKind::Why => SheetState::Why(WhySheet::default()),
            SheetKind::MonthIncome(month) => SheetState::Month(MonthSheet::new(*month)),
            SheetKind::CorrectIncome(id) => match CorrectSheet::new(*id, scene) {
                Some(sheet) => SheetState::Correct(sheet),
                None => return,
            },
            SheetKind::StillToGet => SheetState::StillToGet(StillToGetSheet::default()),
            SheetKind::Client(id) => SheetState::Client(ClientSheet::new(*id)),
            SheetKind::AddClient => SheetState::AddClient(AddClientSheet::default()),
            SheetKind::Changes => SheetState::Changes(ChangesSheet::default()),
            SheetKind::Versions => match scene.backups.clone() {
                Some(backups) => SheetState::Versions(VersionsSheet::new(ctx, scene, backups)),
                None => return,
            },
            SheetKind::Keys => SheetState::Keys(KeysSheet),
            SheetKind::OpenBook => SheetState::FilePlace(FilePlaceSheet::to_open()),
            SheetKind::JoinBook => SheetState::FilePlace(FilePlaceSheet::to_join()),
            SheetKind::Join(theirs) => SheetState::Join(JoinSheet::new(scene, Box::clone(theirs))),
            SheetKind::FileQuestion => match (OlderSheet::new(scene), ByHandSheet::of_file(scene)) {
                (Some(sheet), _) => SheetState::Older(sheet),
                (None, Some(sheet)) => SheetState::ByHand(sheet),
                (None, None) => return,
            },
            SheetKind::SaveCopy => SheetState::FilePlace(FilePlaceSheet::for_copy(ctx, scene)),
            SheetKind::ExportClient(id) => match FilePlaceSheet::for_client(ctx, *id, scene) {
                Some(sheet) => SheetState::FilePlace(sheet),
                None => return,
            },
            SheetKind::RemovedClients => SheetState::Removed(RemovedClientsSheet),
            SheetKind::EraseClient(id) => SheetState::Erase(EraseSheet::new(*id)),
            SheetKind::NotSaved => SheetState::NotSaved(NotSavedSheet),
            SheetKind::Rescued(lines) => SheetState::Rescued(RescuedSheet::new(lines.clone())),
            SheetKind::Asked(asked) => match ByHandSheet::of_version(asked, scene) {
                Some(sheet) => SheetState::ByHand(sheet),
                None => SheetState::Asked(AskedSheet::new(Box::clone(asked))),
            },
        };
        // When one sheet leads to another, the keyboard goes back to where it was before the first.
        let back = self.give_back.take().map(|back| back.to);
        let return_focus = back.or_else(|| ctx.memory(egui::Memory::focused));
        self.pile.push(OpenSheet { kind, state, return_focus });
    }

    /// Takes the top sheet away and gives the keyboard back.
    pub fn close(&mut self, ctx: &Context) {
        let Some(sheet) = self.pile.pop() else { return };
        self.give_back = sheet.return_focus.map(|to| GiveBack { to, frames: 2 });
        ctx.request_repaint();
    }

    /// What lies under a sheet lets go of the keyboard until a frame without it has passed.
    fn give_back(&mut self, ctx: &Context) {
        let Some(back) = &mut self.give_back else { return };
        ctx.request_repaint();
        back.frames = back.frames.saturating_sub(1);
        if back.frames == 0 {
            let to = back.to;
            self.give_back = None;
            ctx.memory_mut(|memory| memory.request_focus(to));
        }
    }

    /// Takes them all away.
    pub fn clear(&mut self) {
        self.pile.clear();
        self.give_back = None;
    }

    /// Takes all away but a question that has to be answered.
    pub fn clear_but_questions(&mut self) {
        self.pile.retain(|sheet| matches!(sheet.kind, SheetKind::Asked(_)));
        self.give_back = None;
    }

    /// The sheet on top, when it asks for the place of a file.
    pub fn file_place(&mut self) -> Option<&mut FilePlaceSheet> {
        match self.pile.last_mut() {
            Some(OpenSheet { state: SheetState::FilePlace(sheet), .. }) => Some(sheet),
            _ => None,
        }
    }

    /// The path that a file dialog chose goes to the sheet that asked.
    pub fn chosen_path(&mut self, path: &std::path::Path) {
        if let Some(sheet) = self.file_place() {
            sheet.set_path(path);
        }
    }

    /// Draws the pile; whether the top one wants to be closed.
    pub fn ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        self.give_back(ctx);
        let mut close = false;
        for sheet in &mut self.pile {
            close = match &mut sheet.state {
                SheetState::Earn(sheet) => sheet.ui(ctx, scene),
                SheetState::Why(sheet) => sheet.ui(ctx, scene),
                SheetState::Month(sheet) => sheet.ui(ctx, scene),
                SheetState::Correct(sheet) => sheet.ui(ctx, scene),
                SheetState::StillToGet(sheet) => sheet.ui(ctx, scene),
                SheetState::Client(sheet) => sheet.ui(ctx, scene),
                SheetState::AddClient(sheet) => sheet.ui(ctx, scene),
                SheetState::Changes(sheet) => sheet.ui(ctx, scene),
                SheetState::Versions(sheet) => sheet.ui(ctx, scene),
                SheetState::Keys(sheet) => sheet.ui(ctx, scene),
                SheetState::FilePlace(sheet) => sheet.ui(ctx, scene),
                SheetState::NotSaved(sheet) => sheet.ui(ctx, scene),
                SheetState::Rescued(sheet) => sheet.ui(ctx, scene),
                SheetState::Asked(sheet) => sheet.ui(ctx, scene),
                SheetState::Removed(sheet) => sheet.ui(ctx, scene),
                SheetState::Erase(sheet) => sheet.ui(ctx, scene),
                SheetState::Older(sheet) => sheet.ui(ctx, scene),
                SheetState::ByHand(sheet) => sheet.ui(ctx, scene),
                SheetState::Join(sheet) => sheet.ui(ctx, scene),
            };
        }
        close
    }
}
