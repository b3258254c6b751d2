//! The icon of the window and in the taskbar, where the system does not take it from the installed program.

use egui::IconData;

/// The fan of swatches. Empty on macOS, where the app's bundle has sharper ones that this would replace.
pub fn load() -> IconData {
    if cfg!(target_os = "macos") {
        return IconData::default();
    }
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/png/kleurboek-128.png"))
        .inspect_err(|error| log::warn!("the window's icon cannot be read: {error}"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::load;

    #[cfg(not(target_os = "macos"))]
    #[test]
    fn the_window_has_the_fan_as_its_icon() {
        let icon = load();
        assert_eq!((icon.width, icon.height), (128, 128));
        let orange = [0xf0, 0x84, 0x57, 0xff];
        assert!(icon.rgba.chunks_exact(4).any(|pixel| pixel == orange));
    }
}
