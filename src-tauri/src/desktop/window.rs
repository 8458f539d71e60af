//! The app's window: shown, hidden, and whether it is visible.

use tauri::{AppHandle, Manager, Runtime};

use crate::events::WINDOW;

/// Brings the window to the front.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // The desktop may refuse each of these; the window is then at least there.
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

pub fn hide<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let _ = window.hide();
    }
}

pub fn is_visible<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.get_webview_window(WINDOW).is_some_and(|window| window.is_visible().unwrap_or(false))
}
