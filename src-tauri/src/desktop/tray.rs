//! The tray: the next arrivals, issuing, syncing and quitting.
//!
//! Owns: whether this system has a tray. Without one the setting does nothing and closing the window ends the program, because
//! a hidden window could not be brought back.

use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Runtime};
use words::say;

use crate::desktop::menu::{QUIT, TRAY_ISSUE, TRAY_SHOW, TRAY_SYNC};

const ID: &str = "tray";

/// Shows the tray with these lines at the top, or updates them. Call it on the main thread.
pub fn show<R: Runtime>(app: &AppHandle<R>, arrivals: &[String]) -> tauri::Result<()> {
    if !can_be() {
        return Ok(());
    }
    let menu = menu(app, arrivals)?;
    if let Some(tray) = app.tray_by_id(ID) {
        return tray.set_menu(Some(menu));
    }
    let tray = TrayIconBuilder::with_id(ID).tooltip("Latchbook").menu(&menu);
    let tray = match app.default_window_icon() {
        Some(icon) => tray.icon(icon.clone()),
        None => tray,
    };
    tray.build(app).map(drop)
}

/// Removes the tray. Call it on the main thread.
pub fn hide<R: Runtime>(app: &AppHandle<R>) {
    app.remove_tray_by_id(ID);
}

/// Whether the tray is shown, so that a hidden window can come back.
pub fn is_there<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.tray_by_id(ID).is_some()
}

fn menu<R: Runtime>(app: &AppHandle<R>, arrivals: &[String]) -> tauri::Result<Menu<R>> {
    let line = |text: &String| MenuItemBuilder::new(text).enabled(false).build(app);
    let mut menu = MenuBuilder::new(app);
    for item in arrivals.iter().map(line) {
        menu = menu.item(&item?);
    }
    if !arrivals.is_empty() {
        menu = menu.separator();
    }
    menu = menu.text(TRAY_SHOW, say!("tray-show")).text(TRAY_ISSUE, say!("tray-issue"));
    menu.text(TRAY_SYNC, say!("tray-sync")).separator().text(QUIT, say!("tray-quit")).build()
}

/// Whether there can be a tray. On Linux it needs a library that is loaded on first use; if it is missing the program would end.
#[cfg(target_os = "linux")]
pub fn can_be() -> bool {
    const NAMES: [&str; 2] = ["libayatana-appindicator3.so.1", "libappindicator3.so.1"];
    const FOLDERS: [&str; 6] = [
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib64",
        "/usr/lib",
        "/lib64",
        "/usr/local/lib",
    ];
    let is_in = |folder: &&str| NAMES.iter().any(|name| std::path::Path::new(folder).join(name).exists());
    FOLDERS.iter().any(is_in)
}

/// Other systems always have one.
#[cfg(not(target_os = "linux"))]
pub fn can_be() -> bool {
    true
}
