//! Settings of the web view that Tauri does not make.

use tauri::{AppHandle, Wry};

/// Makes WebKitGTK render in software. Its GPU rendering leaves windows blank with some drivers, and without a GPU takes twice
/// the memory and time; a page of text and lines does not need it (docs/decisions/0020).
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
        tracing::warn!("the web view did not accept software rendering");
    }
}

/// `LATCHBOOK_PAINT=card` turns GPU rendering on, for machines where it works better; screenshots by a driver need it.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn wants_gpu() -> bool {
    std::env::var("LATCHBOOK_PAINT").is_ok_and(|value| value == "card")
}

/// Other systems' web views need no change.
#[cfg(not(target_os = "linux"))]
pub fn disable_gpu(_: &AppHandle<Wry>) {}
