//! What is asked of the web view beyond what Tauri asks of it.

use tauri::{AppHandle, Wry};

/// Has WebKitGTK paint with the processor. Its way over the graphics card leaves windows blank with some drivers, and takes
/// twice the memory and time where there is none; a page of text and lines needs neither (docs/decisions/0020).
#[cfg(target_os = "linux")]
pub fn disable_gpu(app: &AppHandle<Wry>) {
    use tauri::Manager as _;
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};
    if wants_gpu() {
        return;
    }
    let Some(window) = app.get_webview_window(crate::events::WINDOW) else { return };
    let asked = window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if asked.is_err() {
        tracing::warn!("the web view paints as it likes");
    }
}

/// `LATCHBOOK_PAINT=card`, for whom WebKitGTK's own way is the better one; a driver takes no pictures without it.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn wants_gpu() -> bool {
    std::env::var("LATCHBOOK_PAINT").is_ok_and(|value| value == "card")
}

/// The web views of the other systems know best.
#[cfg(not(target_os = "linux"))]
pub fn disable_gpu(_: &AppHandle<Wry>) {}
