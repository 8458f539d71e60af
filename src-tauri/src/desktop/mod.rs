//! What the shell wants of the desktop around it, so that tests can stand in for it: nobody is there to press a dialog's button.
//!
//! Owns: the one place that speaks to the plugins. Refuses: letting the page reach any of them.

pub mod clipboard;
pub mod display;
pub mod engine;
pub mod guard;
pub mod menu;
pub mod tray;

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_notification::NotificationExt;
use tauri_plugin_opener::OpenerExt;

use crate::error::{Answer, internal};
use crate::events::WINDOW;

/// A file that the host is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileWish {
    pub title: String,
    /// What it would be called; for saving only.
    pub name: String,
    /// What such files are, and how their names end.
    pub kind: String,
    pub ending: &'static str,
}

/// The desktop. Its methods block: they are called on blocking threads.
pub trait Desktop: Send + Sync {
    /// Where to write; `None` when the host dismissed the dialog.
    fn ask_where_to_save(&self, wish: FileWish) -> Option<PathBuf>;
    /// What to read; `None` when the host dismissed the dialog.
    fn ask_what_to_open(&self, wish: FileWish) -> Option<PathBuf>;
    /// Shows a folder in the system's own way.
    fn open_folder(&self, folder: &Path) -> Answer<()>;
    fn notify(&self, title: &str, body: &str);
    /// Puts a text into the clipboard, kept out of histories and clouds where the system can.
    fn write_secret(&self, text: &str) -> Answer<()>;
    fn write_text(&self, text: &str) -> Answer<()>;
    fn read_text(&self) -> Option<String>;
    fn clear_clipboard(&self);
    /// Whether the host looks at the window.
    fn is_watched(&self) -> bool;
    /// Leaves the window out of screen shares, or not.
    fn protect_screen(&self, on: bool);
    /// Shows everything in the window this large, in percent.
    fn zoom(&self, percent: u32);
    /// Shows the tray with who arrives next, or takes it away.
    fn show_tray(&self, arrivals: Option<Vec<String>>);
    /// Words the menus in the language that is spoken.
    fn reword_menus(&self);
}

/// The real one.
pub struct RealDesktop<R: Runtime>(pub AppHandle<R>);

impl<R: Runtime> Desktop for RealDesktop<R> {
    fn ask_where_to_save(&self, wish: FileWish) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(wish.title).set_file_name(wish.name);
        dialog.add_filter(wish.kind, &[wish.ending]).blocking_save_file()?.into_path().ok()
    }

    fn ask_what_to_open(&self, wish: FileWish) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(wish.title);
        dialog.add_filter(wish.kind, &[wish.ending]).blocking_pick_file()?.into_path().ok()
    }

    fn open_folder(&self, folder: &Path) -> Answer<()> {
        let path = folder.to_string_lossy().into_owned();
        self.0.opener().open_path(path, None::<&str>).map_err(|error| internal(&error))
    }

    fn notify(&self, title: &str, body: &str) {
        if self.0.notification().builder().title(title).body(body).show().is_err() {
            tracing::warn!("a notification could not be shown");
        }
    }

    fn write_secret(&self, text: &str) -> Answer<()> {
        self.0.clipboard().write_secret(text).map_err(|error| internal(&error))
    }

    fn write_text(&self, text: &str) -> Answer<()> {
        self.0.clipboard().write_text(text).map_err(|error| internal(&error))
    }

    fn read_text(&self) -> Option<String> {
        self.0.clipboard().read_text().ok()
    }

    fn clear_clipboard(&self) {
        if self.0.clipboard().clear().is_err() {
            tracing::warn!("the clipboard could not be cleared");
        }
    }

    fn is_watched(&self) -> bool {
        self.0.get_webview_window(WINDOW).and_then(|window| window.is_focused().ok()).unwrap_or_default()
    }

    fn protect_screen(&self, on: bool) {
        if let Some(window) = self.0.get_webview_window(WINDOW)
            && window.set_content_protected(on).is_err()
        {
            tracing::warn!("the window cannot be left out of screen shares here");
        }
    }

    fn zoom(&self, percent: u32) {
        if let Some(window) = self.0.get_webview_window(WINDOW)
            && window.set_zoom(f64::from(percent) / 100.0).is_err()
        {
            tracing::warn!("the window cannot be zoomed");
        }
    }

    fn show_tray(&self, arrivals: Option<Vec<String>>) {
        let app = self.0.clone();
        let shown = self.0.run_on_main_thread(move || match arrivals {
            Some(arrivals) if tray::show(&app, &arrivals).is_err() => tracing::warn!("there is no tray here"),
            Some(_) => {}
            None => tray::hide(&app),
        });
        if shown.is_err() {
            tracing::debug!("the program is ending");
        }
    }

    fn reword_menus(&self) {
        let reworded = menu::menu(&self.0, words::spoken()).and_then(|menu| self.0.set_menu(menu));
        if reworded.is_err() {
            tracing::warn!("the menus could not be reworded");
        }
    }
}
