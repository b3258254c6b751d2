//! Puts the icon, the version and the manifest into `kleurboek.exe`. For other systems there is nothing to do.

use std::{env, io};

const ICON: &str = "assets/icon/kleurboek.ico";
const BOOK_ICON: &str = "assets/icon/kleurboek-book.ico";
const MANIFEST: &str = "assets/packages/windows/kleurboek.manifest";

fn main() -> io::Result<()> {
    for file in ["build.rs", ICON, BOOK_ICON, MANIFEST] {
        println!("cargo::rerun-if-changed={file}");
    }
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set("ProductName", "Kleurboek")
        // What the task manager and "Open with" call the program.
        .set("FileDescription", "Kleurboek")
        .set("OriginalFilename", "kleurboek.exe")
        .set_icon(ICON)
        // The installer names it by this number.
        .set_icon_with_id(BOOK_ICON, "2")
        .set_manifest_file(MANIFEST)
        .compile_for("kleurboek")
}
