//! The end of the program, and what must be done before it.
//!
//! Owns: that it waits for the answer to a request for a code, for a code that only memory holds, and for a copied PIN to be cleared.

use std::sync::Arc;
use std::time::Duration;

#[cfg(unix)]
use tauri::Runtime;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent, Wry};
use wire::window::Changed;

use crate::desktop::clipboard::{Clipboard, EXIT_TIMEOUT};
use crate::desktop::{engine, tray, window};
use crate::shell::Shell;

/// How often it is looked whether the last answer has come.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Handles the events of the event loop that concern the window and the program's end.
pub fn on_event(app: &AppHandle<Wry>, event: RunEvent) {
    match event {
        // Before the page is there to be painted.
        RunEvent::Ready => engine::disable_gpu(app),
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            let shell = app.state::<Arc<Shell>>();
            if shell.unrecorded.is_any() {
                // The page says what stands nowhere else, until the host puts it away.
                api.prevent_close();
                shell.page.changed(&[Changed::Unrecorded]);
            } else if cfg!(target_os = "macos") || tray::is_there(app) {
                api.prevent_close();
                window::hide(app);
            } else if shell.in_flight.is_any() {
                api.prevent_close();
                leave_later(app);
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
            } else if shell.clipboard.may_hold_secret() {
                api.prevent_exit();
                clear_and_leave(app, shell.clipboard.clone());
            }
        }
        _ => {}
    }
}

/// An answer about a code is under way: the window goes, the program stays until it is on disk.
fn leave_later(app: &AppHandle<Wry>) {
    window::hide(app);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        while app.state::<Arc<Shell>>().in_flight.is_any() {
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        // Whoever has opened the window again meanwhile is at work with it.
        if !window::is_visible(&app) {
            app.exit(0);
        }
    });
}

/// Beside the window's thread, which goes on meanwhile: a text that was copied in the window is read from there.
fn clear_and_leave(app: &AppHandle<Wry>, clipboard: Clipboard) {
    let app = app.clone();
    std::thread::spawn(move || {
        if clipboard.clear_before_exit(EXIT_TIMEOUT) {
            app.exit(0);
        } else {
            // Another program holds the clipboard and hangs. It must not keep this one, whose plugin would wait for it.
            std::process::exit(0);
        }
    });
}

/// Who logs out ends the program as its own menu does: nothing is cut off, and the clipboard is cleared.
#[cfg(unix)]
pub async fn exit_on_signal<R: Runtime>(app: AppHandle<R>) {
    loop {
        runtime::told_to_stop().await;
        app.exit(0);
    }
}
