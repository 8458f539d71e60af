//! The end of the program.
//!
//! Owns: waiting for the outcome of a request for a code, for the host to write down a code that could not be recorded, and for
//! a copied PIN to be cleared.

use std::sync::Arc;
use std::time::Duration;

#[cfg(unix)]
use tauri::Runtime;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent, Wry};
use wire::Changed;

use super::plugins;
use crate::desktop::clipboard::{Clipboard, EXIT_TIMEOUT};
use crate::desktop::{engine, tray, window};
use crate::shell::Shell;

/// How often to check whether the last outcome has arrived.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Handles the events that concern the window and the end of the program.
pub fn on_event(app: &AppHandle<Wry>, event: RunEvent) {
    match event {
        // Before the page is painted.
        RunEvent::Ready => engine::disable_gpu(app),
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            let shell = app.state::<Arc<Shell>>();
            if shell.unrecorded.is_any() {
                // The page shows the code, which exists nowhere else, until the host dismisses it.
                api.prevent_close();
                shell.page.changed(&[Changed::Unrecorded]);
            } else if cfg!(target_os = "macos") || tray::is_there(app) {
                api.prevent_close();
                window::hide(app);
            } else if shell.in_flight.is_any() {
                api.prevent_close();
                leave_later(app);
            } else {
                plugins::give_way(app);
            }
        }
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::show(app),
        RunEvent::ExitRequested { api, .. } => {
            let shell = app.state::<Arc<Shell>>();
            if shell.unrecorded.is_any() {
                api.prevent_exit();
                window::show(app);
            } else if shell.in_flight.is_any() {
                api.prevent_exit();
                leave_later(app);
            } else {
                plugins::give_way(app);
                if shell.clipboard.may_hold_secret() {
                    api.prevent_exit();
                    clear_and_leave(app, shell.clipboard.clone());
                }
            }
        }
        _ => {}
    }
}

/// Hides the window and ends the program once the outcome of every request is on disk.
fn leave_later(app: &AppHandle<Wry>) {
    window::hide(app);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        while app.state::<Arc<Shell>>().in_flight.is_any() {
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        // If the host has opened the window again meanwhile, the program stays.
        if !window::is_visible(&app) {
            app.exit(0);
        }
    });
}

/// Clears the clipboard and exits, off the window's thread: that thread must serve text copied in the window.
fn clear_and_leave(app: &AppHandle<Wry>, clipboard: Clipboard) {
    let app = app.clone();
    std::thread::spawn(move || {
        if clipboard.clear_before_exit(EXIT_TIMEOUT) {
            app.exit(0);
        } else {
            // Another program hangs while holding the clipboard. Exit anyway, before the plugin waits for it too.
            std::process::exit(0);
        }
    });
}

/// Logging out ends the program exactly as Quit does.
#[cfg(unix)]
pub async fn exit_on_signal<R: Runtime>(app: AppHandle<R>) {
    loop {
        runtime::told_to_stop().await;
        app.exit(0);
    }
}
