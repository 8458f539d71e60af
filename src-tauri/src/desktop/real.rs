//! The real desktop, through the plugins.
//!
//! Owns: every call to a plugin. Refuses: letting the page reach any of them.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_notification::NotificationExt;
use tauri_plugin_opener::OpenerExt;
use wire::{AbilitiesView, Theme};

use super::{Desktop, FileRequest, menu, tray, window};
use crate::error::{CommandResult, internal};
use crate::events::WINDOW;

pub struct RealDesktop<R: Runtime>(pub AppHandle<R>);

impl<R: Runtime> Desktop for RealDesktop<R> {
    fn ask_where_to_save(&self, request: FileRequest) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(request.title).set_file_name(request.name);
        dialog.add_filter(request.kind, &[request.ending]).blocking_save_file()?.into_path().ok()
    }

    fn ask_what_to_open(&self, request: FileRequest) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_title(request.title);
        dialog.add_filter(request.kind, &[request.ending]).blocking_pick_file()?.into_path().ok()
    }

    fn open_folder(&self, folder: &Path) -> CommandResult<()> {
        let path = folder.to_string_lossy().into_owned();
        self.0.opener().open_path(path, None::<&str>).map_err(|error| internal(&error))
    }

    fn notify(&self, title: &str, body: &str) {
        if self.0.notification().builder().title(title).body(body).show().is_err() {
            tracing::warn!("a notification could not be shown");
        }
    }

    fn write_secret(&self, text: &str) -> CommandResult<()> {
        self.0.clipboard().write_secret(text).map_err(|error| internal(&error))
    }

    fn write_text(&self, text: &str) -> CommandResult<()> {
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

    fn can(&self) -> AbilitiesView {
        AbilitiesView { protect_screen: cfg!(not(target_os = "linux")), tray: tray::can_be() }
    }

    fn protect_screen(&self, on: bool) {
        if let Some(window) = self.0.get_webview_window(WINDOW)
            && window.set_content_protected(on).is_err()
        {
            tracing::warn!("the window cannot be hidden from screen sharing here");
        }
    }

    fn zoom(&self, percent: u32) {
        if let Some(window) = self.0.get_webview_window(WINDOW)
            && window.set_zoom(f64::from(percent) / 100.0).is_err()
        {
            tracing::warn!("the window cannot be zoomed");
        }
    }

    fn set_theme(&self, theme: Theme) {
        if let Some(window) = self.0.get_webview_window(WINDOW)
            && window::set_theme(&window, theme).is_err()
        {
            tracing::warn!("the window cannot take the theme");
        }
    }

    fn show_tray(&self, arrivals: Option<Vec<String>>) {
        let app = self.0.clone();
        let shown = self.0.run_on_main_thread(move || match arrivals {
            Some(arrivals) if tray::show(&app, &arrivals).is_err() => tracing::warn!("the tray could not be shown"),
            Some(_) => {}
            None => tray::hide(&app),
        });
        if shown.is_err() {
            tracing::debug!("the program is ending");
        }
    }

    fn reword_menus(&self) {
        let reworded = menu::menu(&self.0).and_then(|menu| self.0.set_menu(menu));
        if reworded.is_err() {
            tracing::warn!("the menus could not be translated");
        }
    }
}
