//! The app's window: shown, hidden, whether it is visible, and its look around the page.

use tauri::{AppHandle, Manager, Runtime, WebviewWindow};
use wire::Theme;

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

#[cfg(not(target_os = "macos"))]
pub fn toggle_full_screen<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        let is_full = window.is_fullscreen().unwrap_or_default();
        let _ = window.set_fullscreen(!is_full);
    }
}

/// Shows the frame, the menus and the system's dialogs in the host's theme.
pub fn set_theme<R: Runtime>(window: &WebviewWindow<R>, theme: Theme) -> tauri::Result<()> {
    window.set_theme(match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    })?;
    // GTK forgets the desktop's theme.
    #[cfg(target_os = "linux")]
    if theme == Theme::System {
        window.set_theme(Some(window.theme()?))?;
    }
    Ok(())
}

pub fn is_visible<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.get_webview_window(WINDOW).is_some_and(|window| window.is_visible().unwrap_or(false))
}
