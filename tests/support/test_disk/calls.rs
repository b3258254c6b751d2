//! What each call to the disk does, when it is its turn to do it.

use std::{
    fs::Permissions,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use kleurboek::storage::{
    bin::{self, Bin},
    disk::{About, Disk, Kind, NewFile},
};

use super::{Doing, Node, Pending, TestDisk, private};

impl Disk for TestDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        let mut state = self.state();
        state.turn("about").says?;
        if state.is_folder(path) {
            return Ok(About { kind: Kind::Folder, size: 0, modified: None, permissions: private() });
        }
        let file = state.file(path)?;
        Ok(About {
            kind: Kind::File,
            size: file.bytes.len() as u64,
            modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(file.written)),
            permissions: file.permissions.clone(),
        })
    }

    fn about_itself(&self, path: &Path) -> io::Result<About> {
        self.about(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.about(path).map(|_| path.to_owned())
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.turn("read").says?;
        let bytes = state.file(path)?.bytes.clone();
        if state.growing.as_deref() == Some(path)
            && let Some(Node::File(number)) = state.names.get(path).copied()
        {
            state.files[number].bytes.push(b' ');
        }
        Ok(bytes.into_iter().take(usize::try_from(most).unwrap()).collect())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut state = self.state();
        state.turn("list").says?;
        if !state.is_folder(folder) {
            return Err(ErrorKind::NotFound.into());
        }
        Ok(state.names.keys().filter(|path| path.parent() == Some(folder)).cloned().collect())
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        let turn = state.turn("create_folders");
        let mut new: Vec<PathBuf> =
            folder.ancestors().map(Path::to_owned).filter(|path| !state.is_folder(path)).collect();
        if turn.does_nothing {
            return turn.says;
        }
        if turn.says.is_err() && !turn.does_it && !new.is_empty() {
            let done = state.chance.below(new.len() as u64);
            new.drain(..new.len() - usize::try_from(done).unwrap());
        }
        for path in new.into_iter().rev() {
            state.do_now(Doing::Put(path, Node::Folder));
        }
        turn.says
    }

    fn create(&self, path: &Path, permissions: Option<&Permissions>) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.state();
        let turn = state.turn("create");
        if !state.is_folder(path.parent().unwrap()) {
            return Err(ErrorKind::NotFound.into());
        }
        if state.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if turn.does_it {
            let node = state.new_file(permissions.cloned().unwrap_or_else(private));
            state.do_now(Doing::Put(path.to_owned(), node));
        }
        turn.says?;
        let number = state.files.len() - 1;
        drop(state);
        Ok(Box::new(TestFile { disk: self.clone(), number }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let turn = state.turn("rename");
        let node = *state.names.get(from).ok_or(ErrorKind::NotFound)?;
        if state.is_folder(to) {
            return Err(ErrorKind::IsADirectory.into());
        }
        if turn.does_it {
            state.do_now(Doing::Rename(from.to_owned(), to.to_owned(), node));
        }
        turn.says
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.state().names.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        let turn = state.turn("remove");
        state.file(path)?;
        if turn.does_it {
            state.do_now(Doing::Remove(path.to_owned()));
        }
        turn.says
    }

    fn to_bin(&self, path: &Path, bin: &Bin) -> io::Result<()> {
        let turn = self.state().turn("to_bin");
        let Bin::Folder(folder) = bin else { return Err(ErrorKind::Unsupported.into()) };
        if turn.does_it {
            bin::move_to_folder(self, path, folder)?;
        }
        turn.says
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        let turn = state.turn("sync_folder");
        if !state.is_folder(folder) {
            return Err(ErrorKind::NotFound.into());
        }
        if turn.does_it {
            state.sync_folder(folder);
        }
        if turn.says.is_err() {
            // New folders excepted: no program could make up for that.
            let is_spoilt = |pending: &Pending| pending.folder == folder && !pending.doing.makes_folder();
            let spoilt = state.pending.iter_mut().filter(|pending| is_spoilt(pending));
            spoilt.for_each(|pending| pending.is_spoilt = true);
        }
        turn.says
    }
}

#[derive(Debug)]
struct TestFile {
    disk: TestDisk,
    number: usize,
}

impl NewFile for TestFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.disk.state();
        let turn = state.turn("write_all");
        if turn.does_nothing {
            return turn.says;
        }
        let is_whole = turn.does_it && !turn.lies;
        let length = if is_whole { bytes.len() as u64 } else { state.chance.below(bytes.len() as u64) };
        let written = &bytes[..usize::try_from(length).unwrap()];
        let file = &mut state.files[self.number];
        file.bytes.extend_from_slice(written);
        (file.is_lasting, file.written) = (false, file.written + 1);
        turn.says
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.disk.state();
        let turn = state.turn("sync");
        let file = &mut state.files[self.number];
        if turn.does_it && !file.is_spoilt {
            file.lasting.clone_from(&file.bytes);
            file.is_lasting = true;
        }
        file.is_spoilt |= turn.says.is_err();
        turn.says
    }
}
