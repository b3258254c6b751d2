//! A stick is the same one under any letter or mount point, and one that is unplugged is not gone.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use kleurboek::{
    domain::id::Id,
    storage::{
        bin::Bin,
        disk::{About, Disk, NewFile, RealDisk},
        line::Line,
        places::Places,
        volume::Volume,
    },
};

const BOOK: Id = Id::from_bits(0xb00c);

/// The real disk, with a stick that is mounted at some folder, or nowhere.
#[derive(Clone, Debug)]
struct WithStick(Arc<Mutex<Option<PathBuf>>>);

impl WithStick {
    fn at(&self) -> Option<PathBuf> {
        self.0.lock().unwrap().clone()
    }
}

impl Disk for WithStick {
    fn about(&self, path: &Path) -> io::Result<About> {
        RealDisk.about(path)
    }
    fn about_itself(&self, path: &Path) -> io::Result<About> {
        RealDisk.about_itself(path)
    }
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.resolve(path)
    }
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        RealDisk.read(path, most)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        RealDisk.create_folders(folder)
    }
    fn create(
        &self,
        path: &Path,
        permissions: Option<&std::fs::Permissions>,
    ) -> io::Result<Box<dyn NewFile>> {
        RealDisk.create(path, permissions)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename_new(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn to_bin(&self, path: &Path, bin: &Bin) -> io::Result<()> {
        RealDisk.to_bin(path, bin)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }
    fn volume_of(&self, path: &Path) -> Option<Volume> {
        let inside = path.strip_prefix(self.at()?).ok()?.to_owned();
        Some(Volume { id: "stick".to_owned(), inside })
    }
    fn places_of(&self, volume: &Volume) -> Vec<PathBuf> {
        self.at().into_iter().filter(|_| volume.id == "stick").map(|at| at.join(&volume.inside)).collect()
    }
}

struct Desk {
    root: tempfile::TempDir,
    places: Places,
    stick: WithStick,
    disk: Arc<dyn Disk>,
}

impl Desk {
    /// With a book on a stick, which has a line.
    fn new() -> (Self, Line) {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().canonicalize().unwrap();
        let stick = WithStick(Arc::new(Mutex::new(Some(folder.join("usb")))));
        let desk =
            Self { places: Places::under(folder.join("home")), disk: Arc::new(stick.clone()), stick, root };
        desk.put("usb/boek.kleurboek");
        let line = desk.claim("usb/boek.kleurboek");
        (desk, line)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().canonicalize().unwrap().join(name)
    }

    fn put(&self, name: &str) {
        std::fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        std::fs::write(self.path(name), format!("(format: 1, id: \"{BOOK}\")")).unwrap();
    }

    fn mount(&self, from: &str, to: &str) {
        std::fs::rename(self.path(from), self.path(to)).unwrap();
        *self.stick.0.lock().unwrap() = Some(self.path(to));
    }

    fn unplug(&self, from: &str) {
        std::fs::rename(self.path(from), self.path("in a drawer")).unwrap();
        *self.stick.0.lock().unwrap() = None;
    }

    fn claim(&self, name: &str) -> Line {
        Line::claim(&self.disk, &self.places, &self.path(name), BOOK, Some(blake3::hash(b""))).unwrap()
    }
}

#[test]
fn it_is_the_same_line_at_another_mount_point() {
    let (desk, line) = Desk::new();
    desk.mount("usb", "usb1");
    assert_eq!(desk.claim("usb1/boek.kleurboek").key, line.key);
    assert!(line.is_here(desk.disk.as_ref(), &desk.path("usb1/boek.kleurboek")));
}

#[test]
fn while_it_is_unplugged_a_copy_is_a_line_of_its_own() {
    let (desk, line) = Desk::new();
    desk.unplug("usb");
    desk.put("kopie.kleurboek");
    let copy = desk.claim("kopie.kleurboek");
    assert_ne!(copy.key, line.key);
    assert_eq!(copy.also_at, Some(desk.path("usb/boek.kleurboek")));
    // And when it is back, it is what it was.
    desk.mount("in a drawer", "usb2");
    assert_eq!(desk.claim("usb2/boek.kleurboek").key, line.key);
    assert_eq!(desk.claim("kopie.kleurboek").key, copy.key);
}

#[test]
fn when_it_is_there_and_the_book_is_not_the_book_was_moved() {
    let (desk, line) = Desk::new();
    std::fs::remove_file(desk.path("usb/boek.kleurboek")).unwrap();
    desk.put("thuis.kleurboek");
    let moved = desk.claim("thuis.kleurboek");
    assert_eq!((moved.key, moved.also_at), (line.key, None));
}

#[test]
fn another_book_in_its_place_is_not_the_book() {
    let (desk, line) = Desk::new();
    std::fs::write(desk.path("usb/boek.kleurboek"), "(format: 1, id: \"00000000000000ff\")").unwrap();
    desk.put("thuis.kleurboek");
    assert_eq!(desk.claim("thuis.kleurboek").key, line.key);
}
